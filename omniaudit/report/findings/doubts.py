"""Levels that journeys speak against, and what would follow if they were lowered."""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.engine.planning import what_if
from omniaudit.engine.scoring import score
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment


def doubt(assessment: Assessment) -> str:
    """Say which levels are in doubt and what that would do to the stage; nothing if none are."""
    lower = _lower(assessment)
    if not lower or assessment.sheet.mode == "audit":
        return ""
    stage = assessment.card.stage
    then = score(
        assessment.questionnaire, what_if(assessment.sheet, lower), assessment.card.stage.preset
    ).stage
    codes = wording.listed([assessment.code(each) for each in lower])
    if (then.confirmed, then.potential) == (stage.confirmed, stage.potential):
        return f"{against(len(lower), codes)} {no_change()}"
    confirmed, potential = assessment.stage(then.confirmed), assessment.stage(then.potential)
    if then.confirmed == then.potential:
        return f"{against(len(lower), codes)} {for_certain(confirmed)}"
    return f"{against(len(lower), codes)} {and_possibly(confirmed, potential)}"


def _lower(assessment: Assessment) -> Mapping[str, int]:
    """The level below the one that a failed step needs, by capability."""
    levels: dict[str, int] = {}
    for each in assessment.card.contradictions:
        if each.kind == "over-claim":
            steps = assessment.questionnaire.journey[each.journey].steps
            needs = next(step.requires for step in steps if step.id == each.step)
            (need,) = (need.level for need in needs if need.capability == each.capability)
            levels[each.capability] = min(need - 1, levels.get(each.capability, need))
    return levels


def against(count: int, codes: str) -> str:
    """Say how many levels are in doubt."""
    levels = wording.numbered(count, "level", "levels")
    return f"A journey that broke speaks against {levels} stated ({codes})."


def no_change() -> str:
    """Say that lower levels would not matter."""
    return "Counted lower, the stage would not change."


def for_certain(stage: str) -> str:
    """Say which stage would be left."""
    return f"Counted lower, the stage would be {stage}, whatever is still missing."


def and_possibly(confirmed: str, potential: str) -> str:
    """Say which stages would be left."""
    return f"Counted lower, the stage would be {confirmed}, possibly {potential}."
