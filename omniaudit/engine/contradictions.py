"""Where walked journeys refute what was claimed, and where levels stand on nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from omniaudit.engine.gates import TOP, Levels, best_levels
from omniaudit.model.answers import Answered, AnswerSheet
from omniaudit.model.capability import Requirement
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Contradiction, Fragility, JourneyResult, Standing


def contradictions(
    questionnaire: Questionnaire, sheet: AnswerSheet, walked: Sequence[JourneyResult]
) -> tuple[Contradiction, ...]:
    """Over-claims and under-claims, each capability once per journey.

    A failed critical step whose required level was claimed is an over-claim; a passed journey
    that required more than was claimed an under-claim.
    """
    found: dict[tuple[str, str, str], Contradiction] = {}
    for result in walked:
        results = sheet.journeys[result.journey]
        for step in questionnaire.journey[result.journey].steps:
            for need in step.requires:
                kind = _kind(sheet, need, results.get(step.id), passed=result.passed is True)
                if kind is not None:
                    contradiction = Contradiction(kind, need.capability, result.journey, step.id)
                    found.setdefault((kind, need.capability, result.journey), contradiction)
    return tuple(found.values())


def _kind(
    sheet: AnswerSheet, need: Requirement, result: str | None, *, passed: bool
) -> Literal["over-claim", "under-claim"] | None:
    answer = sheet.answer(need.capability)
    if not isinstance(answer, Answered):
        return None
    if result == "fail" and answer.level >= need.level:
        return "over-claim"
    if result == "pass" and passed and answer.level < need.level:
        return "under-claim"
    return None


def fragilities(
    questionnaire: Questionnaire, standings: Sequence[Standing]
) -> tuple[Fragility, ...]:
    """Held levels whose prerequisites are missing: they count, but may not last."""
    best = best_levels(standings)
    capability = questionnaire.capability
    found = []
    for standing in standings:
        rests_on = capability[standing.capability].rests_on[standing.worst]
        if rests_on and (missing := _missing(rests_on, best)):
            found.append(Fragility(standing.capability, missing))
    return tuple(found)


def _missing(needs: Sequence[Requirement], levels: Levels) -> tuple[Requirement, ...]:
    """What of the needs is not there: each capability once, at the highest level needed."""
    missing: dict[str, Requirement] = {}
    for need in needs:
        if levels.get(need.capability, TOP) < need.level:
            known = missing.get(need.capability)
            if known is None or known.level < need.level:
                missing[need.capability] = need
    return tuple(missing.values())
