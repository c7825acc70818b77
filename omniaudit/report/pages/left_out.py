"""The steps that are left out on purpose, and why."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.engine.scheduling import schedule
from omniaudit.language import say, say_count
from omniaudit.model.plan import PlannedStep
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.findings.moves import besides_the_plan, planned_in_order


def steps_left_out(assessment: Assessment) -> tuple[PlannedStep, ...]:
    """Steps that could be done and are not advised; none while most answers are missing."""
    if assessment.barely_answered:
        return ()
    advised_now = {each.step.id for each in planned_in_order(assessment)}
    if not assessment.only_housekeeping:
        advised_now |= {each.step for each in assessment.plan.options}
    advised_now |= {each.step.id for each in besides_the_plan(assessment)}
    if assessment.content:
        advised_now = set()
    open_steps = [
        step.id
        for step in assessment.questionnaire.step.values()
        if step.id not in advised_now
        and step.capability in assessment.standing
        and assessment.standing[step.capability].applies
        and assessment.standing[step.capability].worst < step.level
    ]
    return schedule(assessment.questionnaire, open_steps, assessment.sheet.business.size)


def _effort(steps: tuple[PlannedStep, ...]) -> Fraction:
    return sum((each.effort for each in steps), Fraction(0))


def why_left_out(assessment: Assessment, left: tuple[PlannedStep, ...]) -> str:
    """Why these steps are left out, and what they would take."""
    count, weeks = len(left), wording.work(_effort(left))
    if assessment.only_housekeeping:
        return left_out_enough(count, weeks)
    plan = assessment.plan
    if not assessment.content:
        return not_needed(count, weeks, assessment.stage(plan.target))
    ids = {each.step.id for each in left}
    could = could_take(count, weeks)
    if plan.effort and all(each.step.id in ids for each in plan.steps):
        way = wording.weeks(plan.effort)
        could = could_take_way(count, weeks, assessment.stage(plan.target), way)
    return f"{joined_enough(assessment.name)} {could}"


def not_needed(steps: int, weeks: str, target: str) -> str:
    """Why steps were left out of a plan."""
    told = say_count(
        steps,
        "{number} possible step, about {weeks} in all, is not needed to be {stage}. It may be "
        "worth the effort for another reason.",
        "{number} possible steps, about {weeks} in all, are not needed to be {stage}. Each may be "
        "worth the effort for another reason.",
        number=wording.number(steps),
        weeks=weeks,
        stage=target,
    )
    return wording.capital(told)


def left_out_enough(steps: int, weeks: str) -> str:
    """Why steps were left out where multichannel is enough."""
    told = say_count(
        steps,
        "{number} possible step, about {weeks} in all, joins channels, refines what is good "
        "enough, or prepares such work. Today\u2019s customers, as described in the answers, would "
        "hardly notice.",
        "{number} possible steps, about {weeks} in all, join channels, refine what is good "
        "enough, or prepare such work. Today\u2019s customers, as described in the answers, would "
        "hardly notice.",
        number=wording.number(steps),
        weeks=weeks,
    )
    return wording.capital(told)


def joined_enough(name: str) -> str:
    """Say that the business is where it should be."""
    return say(
        "By the verdict on fit, the channels of {name} are joined as closely as its customers ask "
        "for.",
        name=name,
    )


def could_take(steps: int, weeks: str) -> str:
    """Why steps were left out where the business is where it should be."""
    told = say_count(
        steps,
        "{number} further step could still be taken, about {weeks}. They would bring little; "
        "reliability and upkeep come first.",
        "{number} further steps could still be taken, about {weeks}. They would bring little; "
        "reliability and upkeep come first.",
        number=wording.number(steps),
        weeks=weeks,
    )
    return wording.capital(told)


def could_take_way(steps: int, weeks: str, target: str, way: str) -> str:
    """The same where some of the effort leads to the next stage."""
    told = say_count(
        steps,
        "{number} further step could still be taken, about {weeks}, of which {way} would do to "
        "become {stage}. They would bring little; reliability and upkeep come first.",
        "{number} further steps could still be taken, about {weeks}, of which {way} would do to "
        "become {stage}. They would bring little; reliability and upkeep come first.",
        number=wording.number(steps),
        weeks=weeks,
        way=way,
        stage=target,
    )
    return wording.capital(told)
