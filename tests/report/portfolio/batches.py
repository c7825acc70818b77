"""Batches of businesses: scored answers as the documents that a tally counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice
from random import Random
from typing import Any

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answer, Answered, NotApplicable, NotAsked, Unknown
from omniaudit.model.scorecard import Scorecard
from omniaudit.render import json
from omniaudit.report.portfolio.tally import Tally
from tests.engine.sheets import QUESTIONNAIRE, sheet

Result = dict[str, Any]
PROFILES = tuple(each.id for each in QUESTIONNAIRE.profiles)
PLANNED = 20
"""Businesses of which plans are made; planning takes its time."""
_DIFFERENT = 240
"""Businesses whose answers differ; in larger batches they come again under other names."""
_NAMES = ("Libreria Aurora", "Velo Nord", "Panificio Sole", "Kestrel Optics", "Casa Marina")
_LONG = "Ceramica Verde & figli, società cooperativa di servizi"


def document(card: Scorecard, name: str, **index: float | None) -> Result:
    """A line of results.jsonl: a result under a name, maybe with other figures of its index."""
    found: Result = {"file": f"{name}.yaml", **json.score(QUESTIONNAIRE, card)}
    found["business"]["name"] = name
    found["index"].update(index)
    return found


def shop(
    levels: str, name: str = "Aurora", profile: str = "retail", **index: float | None
) -> Result:
    """A business by its levels, as `tests/engine/sheets.py` writes them."""
    return document(score(QUESTIONNAIRE, sheet(levels, profile=profile)), name, **index)


def tally(documents: Iterable[Result]) -> Tally:
    """All of these, counted."""
    found = Tally()
    for each in documents:
        found.add(each)
    return found


def mixed(count: int) -> Tally:
    """So many businesses of all kinds, the first of them with plans, and three failed files."""
    found = tally(islice(businesses(), count))
    for steps in _plans()[:count]:
        found.add_steps(steps)
    found.failed(3)
    return found


def businesses() -> Iterator[Result]:
    """Businesses of all kinds without end, always the same ones."""
    cards = _cards()
    place = 0
    while True:
        kind = _LONG if place % 9 == 8 else _NAMES[place % len(_NAMES)]
        yield document(cards[place % len(cards)], f"{kind} {place + 1}")
        place += 1


@cache
def _cards() -> tuple[Scorecard, ...]:
    random = Random(6)
    return tuple(_card(random, place) for place in range(_DIFFERENT))


def _card(random: Random, place: int) -> Scorecard:
    skill = random.choice((0.6, 1.1, 1.7, 2.3, 2.8))
    answers = {each.id: _answer(random, skill) for each in QUESTIONNAIRE.capabilities}
    day = dt.date(2026, 1 + place % 11, 1 + place % 27)
    whole = sheet(answers, profile=PROFILES[place % len(PROFILES)])
    return score(QUESTIONNAIRE, replace(whole, date=day))


def _answer(random: Random, skill: float) -> Answer:
    chance = random.random()
    if chance < 0.1:
        return (Unknown(), NotAsked(), NotApplicable("we have none"))[int(chance * 30)]
    return Answered(max(0, min(3, round(random.gauss(skill, 0.6)))))


@cache
def _plans() -> tuple[tuple[tuple[str, int], ...], ...]:
    return tuple(
        tuple((each.step.capability, each.step.level) for each in plan(QUESTIONNAIRE, card).steps)
        for card in _cards()[:PLANNED]
    )
