"""The engine and an independent second reading of the documents agree on every number."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import permutations
from random import Random
from typing import Any

import pytest
import yaml

from omniaudit.engine.scoring import score
from omniaudit.load.answers import read_answers
from omniaudit.model.gates import Preset
from omniaudit.model.scorecard import Blocker, JourneyBlocker, KeyBlocker, Scorecard, ShareBlocker
from omniaudit.resources import questionnaire_file
from tests.engine.sheets import QUESTIONNAIRE
from tests.laws import reference

DATA: dict[str, Any] = yaml.load(questionnaire_file().read_bytes(), yaml.CBaseLoader)
PROFILES = tuple(QUESTIONNAIRE.profile)
MODES = ("interview", "audit", "self")
PRESETS: tuple[Preset, ...] = ("strict", "standard", "lenient")
CHANNELS = ("store", "web", "phone", "social", "marketplace")
SHEETS = 2_000
BATCH = 100


class Inventor:
    """Makes up sheets as the plain data that an answers file holds."""

    def __init__(self, number: int) -> None:
        self.chance = Random(number)

    def sheet(self, profile: str, mode: str) -> dict[str, Any]:
        """A sheet with all there is to answer; gaps and exceptions come and go by sheet."""
        self.gaps = self.chance.choice((0.0, 0.05, 0.2, 0.6))
        self.bare = self.chance.choice((0.0, 0.4, 0.9))
        self.levels = self.chance.choice(((0, 1), (1, 2), (2, 3), (1, 2, 2, 3), (0, 1, 2, 3), (3,)))
        self.coverage = self.chance.choice(
            (("none", "partly", "largely", "fully"), ("largely", "fully"))
        )
        self.evidence = self.chance.choice(
            (("said", "example", "seen", "tested"), ("seen", "tested"))
        )
        answers = {each.id: self.answer() for each in QUESTIONNAIRE.capabilities_for(profile)}
        return {
            "format": "1",
            "questionnaire": "omnichannel@1",
            "business": {
                "name": "B",
                "profile": profile,
                "size": "medium",
                "channels": list(CHANNELS),
            },
            "mode": mode,
            "answers": {name: answer for name, answer in answers.items() if answer is not None},
            "fit": self.fit(),
            "handoffs": self.handoffs(),
            "journeys": self.journeys(profile),
        }

    def answer(self) -> Any:  # noqa: ANN401 - what a person may type
        if self.chance.random() < self.gaps:
            return self.chance.choice(("unknown", None, {"not-applicable": "we have none"}))
        level = str(self.chance.choice(self.levels))
        if self.chance.random() < self.bare:
            return level
        answer = {"level": level}
        if self.chance.random() < 0.5:
            answer["coverage"] = self.chance.choice(self.coverage)
        if self.chance.random() < 0.7:
            answer["evidence"] = self.chance.choice(self.evidence)
        return answer

    def fit(self) -> dict[str, str]:
        if self.chance.random() < 0.3:
            return {}
        gaps = self.chance.choice((0.0, 0.1, 0.7))
        items: dict[str, str] = {}
        for item in QUESTIONNAIRE.fit.items:
            if self.chance.random() >= gaps:
                items[item.id] = self.chance.choice("0123")
            elif self.chance.random() < 0.5:
                items[item.id] = "unknown"
        return items

    def handoffs(self) -> dict[str, Any]:
        if self.chance.random() < 0.4:
            return {}
        pairs = [" -> ".join(pair) for pair in permutations(CHANNELS, 2)]
        chosen = self.chance.sample(pairs, self.chance.randint(1, len(pairs)))
        best = self.chance.choice(("012", "0123", "3"))
        given: dict[str, Any] = {}
        for pair in chosen:
            level = self.chance.choice((*best, *best, "unknown", "not-applicable"))
            traffic = self.chance.choice(("", "0", "1", "2", "3"))
            given[pair] = {"level": level, "traffic": traffic} if traffic else level
        return given

    def journeys(self, profile: str) -> dict[str, dict[str, str]]:
        if self.chance.random() < 0.3:
            return {}
        known = QUESTIONNAIRE.journeys_for(profile)
        walked = self.chance.sample(known, self.chance.randint(1, len(known)))
        good = self.chance.choice((0.5, 0.9, 0.98, 1.0))
        return {
            journey.id: {
                step.id: "pass"
                if self.chance.random() < good
                else self.chance.choice(("fail", "not-tested", "not-applicable"))
                for step in journey.steps
            }
            for journey in walked
        }


def blocker(found: Blocker) -> dict[str, Any]:
    match found:
        case ShareBlocker(stage, dimension, level, have, need, of):
            amounts = {"level": level, "have": have, "need": need, "of": of}
            return {"stage": stage, "kind": "share", "dimension": dimension, **amounts}
        case KeyBlocker(stage, any_of, level):
            return {"stage": stage, "kind": "key", "any_of": list(any_of), "level": level}
        case JourneyBlocker(stage, names):
            return {"stage": stage, "kind": "journey", "journeys": list(names)}


def fields(thing: object, *names: str, **renamed: str) -> dict[str, Any]:
    """The fields of a thing under the names that the reference gives them."""
    found = {name: getattr(thing, name) for name in names}
    return found | {ours: getattr(thing, theirs) for ours, theirs in renamed.items()}


def told(card: Scorecard) -> dict[str, Any]:
    """A scorecard in the shape that the reference gives."""
    dimension = {"id": "dimension", "potential_stage": "potential"}
    capability = {"id": "capability", "counted_level": "counted"}
    decisive = {"id": "capability", "from": "level", "to": "other"}
    walk = {"id": "journey"}
    counts = ("applicable", "answered", "unknown", "not_asked", "not_applicable")
    return {
        "stage": fields(card.stage, "confirmed", "potential", "strict", "lenient"),
        "index": fields(card.index, "value", "low", "high", "arithmetic", "imbalance"),
        "completeness": fields(card.completeness, *counts),
        "confidence": fields(card.confidence, "value", "grade"),
        "dimensions": [
            fields(each, "score", "low", "high", "stage", **dimension) for each in card.dimensions
        ],
        "capabilities": [
            fields(each, "state", "level", "score", "weight", **capability)
            for each in card.standings
        ],
        "blockers": [blocker(each) for each in card.blockers],
        "deciding_unknowns": list(card.deciding_unknowns),
        "decisive_answers": [fields(each, "stage", **decisive) for each in card.decisive_answers],
        "fit": fit_of(card),
        "handoffs": None
        if card.handoffs is None
        else fields(card.handoffs, "index", "density_2", "density_3", "stage")
        | {"islands": [list(island) for island in card.handoffs.islands]},
        "journeys": [
            fields(each, "passed", "progress", "break_step", **walk) for each in card.journeys
        ],
        "contradictions": [
            fields(each, "kind", "capability", "journey", "step") for each in card.contradictions
        ],
    }


def fit_of(card: Scorecard) -> dict[str, Any] | None:
    if card.fit is None:
        return None
    stages = ("needed_stage", "capacity_stage", "target", "target_possible")
    return dict(card.fit.means) | fields(card.fit, "need", *stages, "verdict")


def differences(ours: Any, theirs: Any, place: str = "") -> list[str]:  # noqa: ANN401 - any data
    """Where two results differ: exactly, save for floats, of which nine decimals count."""
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        if ours.keys() != theirs.keys():
            return [f"{place}: {sorted(ours)} against {sorted(theirs)}"]
        return [
            difference
            for key in ours
            for difference in differences(ours[key], theirs[key], f"{place}/{key}")
        ]
    both_lists = isinstance(ours, Sequence) and isinstance(theirs, list)
    if both_lists and len(ours) == len(theirs):
        return [
            difference
            for number, (mine, other) in enumerate(zip(ours, theirs, strict=True))
            for difference in differences(mine, other, f"{place}/{number}")
        ]
    if isinstance(theirs, float) and isinstance(ours, Fraction | int | float):
        return [] if abs(float(ours) - theirs) < 1e-9 else [f"{place}: {ours} against {theirs}"]
    is_same = ours == theirs and isinstance(ours, bool) is isinstance(theirs, bool)
    return [] if is_same else [f"{place}: {ours} against {theirs}"]


@pytest.mark.parametrize("batch", range(SHEETS // BATCH))
def test_the_engine_and_the_reference_agree(batch: int) -> None:
    inventor = Inventor(batch)
    for number in range(BATCH):
        profile = PROFILES[number % len(PROFILES)]
        mode = inventor.chance.choice(MODES)
        preset = inventor.chance.choice(PRESETS)
        data = inventor.sheet(profile, mode)
        sheet = read_answers(json.dumps(data).encode(), "invented.yaml", QUESTIONNAIRE)

        found = differences(
            told(score(QUESTIONNAIRE, sheet, preset)), reference.score(DATA, data, preset)
        )

        assert not found, f"{found}\n{json.dumps(data)}"


def test_the_sheets_made_up_are_of_all_kinds() -> None:
    """The agreement would say little if nothing were blocked, refuted, walked or missing."""
    inventor = Inventor(0)
    cards = [
        score(
            QUESTIONNAIRE, read_answers(json.dumps(data).encode(), "invented.yaml", QUESTIONNAIRE)
        )
        for number in range(300)
        for data in [inventor.sheet(PROFILES[number % len(PROFILES)], MODES[number % 2])]
    ]

    assert {each.stage.confirmed for each in cards} == {0, 1, 2, 3}
    assert {type(each) for card in cards for each in card.blockers} == {
        ShareBlocker,
        KeyBlocker,
        JourneyBlocker,
    }
    assert {each.kind for card in cards for each in card.contradictions} == {
        "over-claim",
        "under-claim",
    }
    assert {each.passed for card in cards for each in card.journeys} == {True, False, None}
    assert {card.fit.verdict for card in cards if card.fit} >= {None, "fits", "resources-first"}
    assert {card.handoffs.stage for card in cards if card.handoffs} >= {1, 2, 3}
    for count in ("deciding_unknowns", "decisive_answers"):
        assert any(getattr(card, count) for card in cards)


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        ({"a": [Fraction(1, 3)]}, {"a": [1 / 3]}, None),
        ({"a": [1]}, {"a": [1, 2]}, "/a: [1] against [1, 2]"),
        ({"a": 1}, {"b": 1}, ": ['a'] against ['b']"),
        (1, 1.00000001, ": 1 against 1.00000001"),
        (None, False, ": None against False"),
        (1, True, ": 1 against True"),
    ],
)
def test_differences_are_seen(ours: object, theirs: object, difference: str | None) -> None:
    assert differences(ours, theirs) == ([difference] if difference else [])
