"""Where journeys that were tried out broke, and whether the plan touches that."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.model.capability import Requirement
from omniaudit.model.walkthroughs import JourneyStep
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment


def broken(assessment: Assessment) -> tuple[str, ...]:
    """The journeys that broke."""
    return tuple(each.journey for each in assessment.card.journeys if each.passed is False)


def break_point(assessment: Assessment, journey: str) -> str:
    """The step at which a journey broke, in quotation marks."""
    # Translators: a name in quotation marks
    return say("\u201c{name}\u201d", name=_broke_at(assessment, journey).name)


def needs(assessment: Assessment, journey: str) -> tuple[Requirement, ...]:
    """What the break point of a journey rests on.

    What the whole journey needs stands in where the break point names nothing.
    """
    step = _broke_at(assessment, journey)
    return step.requires or assessment.questionnaire.journey[journey].requires


def untouched(assessment: Assessment, journey: str) -> bool:
    """Whether the plan to the next stage lifts nothing that the break point rests on."""
    lifted = {each.step.capability for each in assessment.plan.steps}
    return not any(each.capability in lifted for each in needs(assessment, journey))


def told(assessment: Assessment, besides: tuple[str, ...]) -> str:
    """Broken journeys with their break points, and which of them the plan leaves as they are.

    Those that are named `besides`, in a move, are not told again.
    """
    found = [each for each in broken(assessment) if each not in besides]
    if not found:
        return ""
    named = [broke_at(assessment.journey(each), break_point(assessment, each)) for each in found]
    left = [assessment.journey(each) for each in found if _left(assessment, each)]
    names = [] if len(left) == len(found) else left
    target = assessment.stage(assessment.plan.target)
    words = on_paper(names, len(left), target) if left else ""
    return f"{when_tried_out(named)} {words}".rstrip()


def _left(assessment: Assessment, journey: str) -> bool:
    """Whether following the plan leaves a break as it is, and the stage is given all the same."""
    plan = assessment.plan
    silent = assessment.content or assessment.only_housekeeping or assessment.barely_answered
    if silent or not plan.steps or plan.reaches < plan.target:
        return False
    return journey not in plan.journeys_to_pass and untouched(assessment, journey)


def _broke_at(assessment: Assessment, journey: str) -> JourneyStep:
    (where,) = (each.break_step for each in assessment.card.journeys if each.journey == journey)
    steps = assessment.questionnaire.journey[journey].steps
    return next(step for step in steps if step.id == where)


def broke_at(journey: str, step: str) -> str:
    """A journey and its break point, within a sentence."""
    # Translators: one or several of these are listed after "When tried out,"
    return say("{journey} broke at {step}", journey=journey, step=step)


def when_tried_out(named: list[str]) -> str:
    """Name the journeys that broke."""
    return say("When tried out, {breaks}.", breaks=wording.listed(named))


def on_paper(journeys: list[str], count: int, target: str) -> str:
    """Say that a plan may reach its stage and leave a break as it is."""
    if not journeys:
        return say_count(
            count,
            "The plan lifts nothing that it needs there: {target} may be met on paper while "
            "customers still meet that break.",
            "The plan lifts nothing that they need there: {target} may be met on paper while "
            "customers still meet these breaks.",
            target=target,
        )
    return say_count(
        count,
        "For {journeys} the plan lifts nothing that it needs there: {target} may be met on paper "
        "while customers still meet that break.",
        "For {journeys} the plan lifts nothing that they need there: {target} may be met on paper "
        "while customers still meet these breaks.",
        journeys=wording.listed(journeys),
        target=target,
    )
