"""Levels that journeys speak against, and what would follow if they were lowered."""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.engine.planning import Start, least_effort, what_if
from omniaudit.engine.scoring import score
from omniaudit.language import say, say_count
from omniaudit.model.scorecard import Scorecard
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment


def doubt(assessment: Assessment) -> str:
    """Say which levels are in doubt and what that would do to the stage; nothing if none are."""
    lower = _lower(assessment)
    if not lower or assessment.sheet.mode == "audit":
        return ""
    stage = assessment.card.stage
    card = score(assessment.questionnaire, what_if(assessment.sheet, lower), stage.preset)
    then = card.stage
    codes = wording.listed([assessment.code(each) for each in lower])
    begin, cost = against(len(lower), codes), _dearer(assessment, card)
    if (then.confirmed, then.potential) == (stage.confirmed, stage.potential):
        return f"{begin} {no_change()} {cost}".rstrip()
    confirmed, potential = assessment.stage(then.confirmed), assessment.stage(then.potential)
    if then.confirmed == then.potential:
        return f"{begin} {for_certain(confirmed)} {cost}".rstrip()
    return f"{begin} {and_possibly(confirmed, potential)} {cost}".rstrip()


def _dearer(assessment: Assessment, lowered: Scorecard) -> str:
    """What the plan would take from the lowered levels, if that is told and differs."""
    plan = assessment.plan
    told = not (assessment.content or assessment.only_housekeeping or assessment.barely_answered)
    if not told or plan.effort is None or plan.reaches < plan.target:
        return ""
    effort = least_effort(Start.of(assessment.questionnaire, lowered), plan.target)
    if effort is None or wording.weeks(effort) == wording.weeks(plan.effort):
        return ""
    return would_take(
        assessment.stage(plan.target), wording.work(effort), wording.weeks(plan.effort)
    )


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
    return say_count(
        count,
        "A journey that broke speaks against {number} level stated ({codes}).",
        "A journey that broke speaks against {number} levels stated ({codes}).",
        number=wording.number(count),
        codes=codes,
    )


def no_change() -> str:
    """Say that lower levels would not matter."""
    return say("Counted lower, the stage would not change.")


def for_certain(stage: str) -> str:
    """Say which stage would be left."""
    return say("Counted lower, the stage would be {stage} for certain.", stage=stage)


def and_possibly(confirmed: str, potential: str) -> str:
    """Say which stages would be left."""
    return say(
        "Counted lower, the stage would be {confirmed}, possibly {potential}.",
        confirmed=confirmed,
        potential=potential,
    )


def would_take(target: str, weeks: str, instead_of: str) -> str:
    """Say what the plan would take then."""
    return say(
        "The way to {target} would then take {weeks} instead of {instead_of}.",
        target=target,
        weeks=weeks,
        instead_of=instead_of,
    )
