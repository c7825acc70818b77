"""What broken journeys rest on, and what mending them takes besides the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from omniaudit.engine.scheduling import schedule
from omniaudit.language import say, say_count
from omniaudit.model.capability import Requirement
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.findings import breaks
from omniaudit.report.findings.blockers import at_least, barred

FEW = 2
"""Steps that are named; more are counted."""


def alternatives(assessment: Assessment) -> tuple[str, ...]:
    """The broken journeys of which one has to pass, if that is all that journeys bar."""
    plan = assessment.plan
    stages = range(assessment.card.stage.confirmed + 1, plan.target + 1)
    conditions = [each for stage in stages for each, _ in barred(assessment, stage)]
    if len(conditions) != 1 or not conditions[0].any_passed:
        return ()
    return plan.journeys_to_pass if len(plan.journeys_to_pass) > 1 else ()


def needed_by_breaks(assessment: Assessment) -> frozenset[str]:
    """The practices that broken journeys rest on at a level which is not known to be there."""
    return frozenset(
        need.capability
        for journey in breaks.broken(assessment)
        for need in breaks.needs(assessment, journey)
        if _below(assessment, need)
    )


def resting(assessment: Assessment, journey: str) -> str:
    """What a broken journey rests on, whether the plan lifts it, and what it takes if not."""
    needs = breaks.needs(assessment, journey)
    if not needs:
        return ""
    name, named = assessment.journey(journey), wording.listed(_called(assessment, needs))
    below = [each for each in needs if _below(assessment, each)]
    left = [each for each in below if not _planned(assessment, each)]
    if not below:
        return in_the_answers(name, named)
    if not left:
        return comes_with_the_plan(name, named)
    begin = rests_on(name, named)
    if len(left) == len(needs):
        begin = f"{begin} {nothing_lifted(len(left))}"
    else:
        codes = wording.listed([assessment.code(each.capability) for each in left])
        begin = f"{begin} {some_not_lifted(codes)}"
    return f"{begin} {_besides(assessment, left)}"


def _called(assessment: Assessment, needs: Sequence[Requirement]) -> list[str]:
    return [f"{assessment.called(each.capability)} {at_least(each.level)}" for each in needs]


def _below(assessment: Assessment, need: Requirement) -> bool:
    standing = assessment.standing.get(need.capability)
    return standing is not None and standing.applies and standing.worst < need.level


def _planned(assessment: Assessment, need: Requirement) -> bool:
    """Whether the plan takes a practice as far as a journey needs it."""
    levels = (
        each.step.level for each in assessment.plan.steps if each.step.capability == need.capability
    )
    return max(levels, default=0) >= need.level


def _besides(assessment: Assessment, left: Sequence[Requirement]) -> str:
    ids = list(dict.fromkeys(step for need in left for step in _steps(assessment, need)))
    steps = schedule(assessment.questionnaire, ids, assessment.sheet.business.size)
    weeks = wording.work(sum((each.effort for each in steps), Fraction(0)))
    if len(ids) > FEW:
        return takes_steps(len(ids), weeks)
    return takes([assessment.titled(each) for each in ids], weeks)


def _steps(assessment: Assessment, need: Requirement) -> Iterator[str]:
    """The steps up to a level, after all that they wait for, without those of the plan."""
    if not _below(assessment, need) or _planned(assessment, need):
        return
    if need.level > 1:
        yield from _steps(assessment, Requirement(need.capability, need.level - 1))
    for before in assessment.questionnaire.step[need.id].requires:
        yield from _steps(assessment, before)
    yield need.id


def in_the_answers(journey: str, needs: str) -> str:
    """Say that a journey broke though what it rests on is said to be there."""
    return say(
        "{journey} rests on {practices}; the answers say that this is there, so look at it again "
        "where the journey broke.",
        journey=journey,
        practices=needs,
    )


def comes_with_the_plan(journey: str, needs: str) -> str:
    """Say that the plan lifts what a journey rests on."""
    return say(
        "{journey} rests on {practices}, to which the plan leads.", journey=journey, practices=needs
    )


def rests_on(journey: str, needs: str) -> str:
    """Say what a journey rests on."""
    return say("{journey} rests on {practices}.", journey=journey, practices=needs)


def nothing_lifted(needs: int) -> str:
    """Say that the plan leaves a journey as it is."""
    return say_count(
        needs, "The plan does not take it that far.", "The plan does not take them that far."
    )


def some_not_lifted(needs: str) -> str:
    """Say what of several things the plan leaves as it is."""
    return say("The plan does not take {practices} that far.", practices=needs)


def takes(steps: Sequence[str], weeks: str) -> str:
    """Name the steps that a journey takes besides the plan."""
    named = wording.listed([say("\u201c{name}\u201d", name=each) for each in steps])
    return say("Besides the plan that takes {steps}, about {weeks}.", steps=named, weeks=weeks)


def takes_steps(steps: int, weeks: str) -> str:
    """Count the steps that a journey takes besides the plan."""
    return say_count(
        steps,
        "Besides the plan that takes {number} step, about {weeks}.",
        "Besides the plan that takes {number} steps, about {weeks}.",
        number=wording.number(steps),
        weeks=weeks,
    )
