"""Where walked journeys refute what was claimed, and where levels stand on nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from omniaudit.engine.gates import best_levels
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
    found = []
    for standing in standings:
        missing: dict[str, int] = {}
        for step in questionnaire.capability[standing.capability].steps:
            if step.level > standing.worst:
                break
            for need in step.requires:
                if best.get(need.capability, need.level) < need.level:
                    missing[need.capability] = max(need.level, missing.get(need.capability, 0))
        if missing:
            needs = tuple(Requirement(name, level) for name, level in missing.items())
            found.append(Fragility(standing.capability, needs))
    return tuple(found)
