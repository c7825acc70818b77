"""Where each capability stands: what was claimed, and what of it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from omniaudit.engine.asked import Asked, asked
from omniaudit.engine.journeys import failure_caps
from omniaudit.engine.tally import Tally, tally, total
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    NotApplicable,
    Unknown,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Standing, State

TOP = 3
_THIRDS = 3
"""Thirds in a level; coverage counts in them: none 0, partly 1, largely 2, fully 3."""


# Businesses give the same few answers, so the same few values serve a million of them: 24
# capabilities with every level, coverage and evidence are 1,920.
_MOST_KEPT = 16_384

Claim = tuple[int, Coverage | None, Evidence]


class Limit(NamedTuple):
    """What an audit leaves of a claim: the level, for the journeys that failed."""

    level: int = TOP
    journeys: tuple[str, ...] = ()
    proven: bool = False
    """The highest level must have been seen."""


class Nearby(NamedTuple):
    """A claim, the claim one level off, and the level that would count of that."""

    level: int
    other: int
    counted: int


class Stood(NamedTuple):
    """Where a capability stands, with what a score asks of it."""

    standing: Standing
    tally: Tally
    nearby: tuple[Nearby, ...] = ()


def standings(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Standing, ...]:
    """Where every capability of the business's profile stands."""
    asks = asked(questionnaire, sheet.business.profile)
    return tuple(each.standing for each in stood(questionnaire, asks, sheet).values())


def stood(questionnaire: Questionnaire, asks: Asked, sheet: AnswerSheet) -> dict[str, Stood]:
    """The same by capability, with what a score asks of it."""
    caps = failure_caps(questionnaire, sheet)
    proven = sheet.mode == "audit"
    unlimited = Limit(proven=proven)
    answers = sheet.answers
    found = {}
    for name, weight in asks.weights.items():
        answer = answers.get(name)
        limit = Limit(*caps[name], proven) if caps and name in caps else unlimited
        if isinstance(answer, Answered):
            claim = (answer.level, answer.coverage, answer.evidence)
            found[name] = _claimed(name, weight, claim, limit)
        else:
            found[name] = _unclaimed(name, weight, _state(answer), limit)
    return found


def tallies(asks: Asked, answers: Mapping[str, Stood]) -> dict[str, Tally]:
    """What the capabilities of every dimension add up to."""
    return {
        dimension: total([answers[name].tally for name in inside])
        for dimension, inside in asks.inside.items()
    }


def _state(answer: Answer | None) -> State:
    if isinstance(answer, NotApplicable):
        return "not-applicable"
    return "unknown" if isinstance(answer, Unknown) else "not-asked"


@lru_cache(_MOST_KEPT)
def _unclaimed(capability: str, weight: int, state: State, limit: Limit) -> Stood:
    if state == "not-applicable":
        standing = Standing(capability, state, weight)
    else:
        standing = Standing(capability, state, weight, best=limit.level, capped_by=limit.journeys)
    return Stood(standing, tally(standing))


@lru_cache(_MOST_KEPT)
def _claimed(capability: str, weight: int, claim: Claim, limit: Limit) -> Stood:
    level, _, evidence = claim
    counted, thirds, reasons = _counted(claim, limit)
    standing = Standing(
        capability,
        "answered",
        weight,
        level=level,
        counted=counted,
        thirds=thirds,
        worst=counted,
        best=counted,
        evidence=evidence,
        capped_by=reasons,
    )
    nearby = tuple(
        Nearby(level, other, _counted((other, *claim[1:]), limit)[0])
        for other in (level - 1, level + 1)
        if 0 <= other <= TOP
    )
    return Stood(standing, tally(standing), nearby)


def _counted(claim: Claim, limit: Limit) -> tuple[int, int, tuple[str, ...]]:
    """The level that counts, the score in thirds, and why it is less than claimed."""
    level, coverage, evidence = claim
    counted, thirds = _covered(level, coverage)
    reasons = ["coverage"] if counted < level or thirds < _THIRDS * level else []
    if limit.proven and level == TOP and evidence < Evidence.SEEN:
        if counted == TOP or thirds > _THIRDS * (TOP - 1):
            reasons.append("evidence")
        counted, thirds = min(counted, TOP - 1), min(thirds, _THIRDS * (TOP - 1))
    if counted > limit.level or thirds > _THIRDS * limit.level:
        reasons.extend(limit.journeys)
        counted, thirds = min(counted, limit.level), min(thirds, _THIRDS * limit.level)
    return counted, thirds, tuple(reasons)


def _covered(level: int, coverage: Coverage | None) -> tuple[int, int]:
    """The level that counts and the score in thirds, after coverage (ISO/IEC 33020 bands)."""
    if coverage is None or level == 0:
        return level, _THIRDS * level
    counted = level - (coverage < Coverage.LARGELY)
    return counted, _THIRDS * (level - 1) + coverage
