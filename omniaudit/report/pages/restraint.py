"""What not to do, and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain

from omniaudit.engine.scheduling import schedule
from omniaudit.model.plan import PlannedStep
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Block, Bullets, Columns, Heading, Prose, Section
from omniaudit.report.findings import mending
from omniaudit.report.findings.advice import advised
from omniaudit.report.findings.moves import besides_the_plan, goal, planned_in_order

BESIDE = 2
"""Cautions that stand side by side."""


def restraint_section(assessment: Assessment) -> Section:
    """What was left out on purpose, what may wait, and where to take care."""
    return Section(
        id="restraint",
        label="What not to do",
        title=_title(assessment),
        blocks=tuple(_blocks(assessment)) or (Prose(nothing_to_avoid()),),
        own_page=False,
    )


def _title(assessment: Assessment) -> str:
    if not _left_out(assessment):
        return nothing_left_out_title()
    if assessment.only_housekeeping:
        return join_nothing_title()
    if assessment.content:
        return add_nothing_title()
    return left_out_title(assessment.stage(assessment.plan.target))


def _blocks(assessment: Assessment) -> Iterator[Block]:
    barred, ends = tuple(_restrictions(assessment)), tuple(_no_goal(assessment))
    left, waits = tuple(_on_purpose(assessment)), tuple(_may_wait(assessment))
    care = tuple(_take_care(assessment))
    together = len(assessment.advice("caution")) == 1
    if not left and not waits:
        # What bars more integration says in its own words that a lower stage can be right.
        yield from barred or ends
    elif not waits:
        yield from (*barred, *_beside(left, (*ends, *care) if together else ends))
    else:
        beside = care if together else ()
        yield from (*barred, *_beside((*left, *beside), (*waits, *ends)))
    if not together or not (left or waits):
        yield from care


def _restrictions(assessment: Assessment) -> Iterator[Block]:
    """What the rules of advice say against."""
    if not assessment.only_housekeeping:
        for rule in assessment.advice("restriction"):
            yield from advised(assessment, rule, "caution")


def _beside(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    """Two groups side by side, or the one that there is."""
    return (Columns(left, right),) if left and right else (*left, *right)


def _no_goal(assessment: Assessment) -> Iterator[Block]:
    """That a lower stage can be right, unless the highest one is needed."""
    fit = assessment.card.fit
    if fit is None or fit.needed_stage != TOP:
        yield Heading("Omnichannel is not everybody\u2019s goal")
        yield Prose(not_a_goal(assessment.name))


def _on_purpose(assessment: Assessment) -> Iterator[Block]:
    """The steps that are left out, by dimension."""
    left = _left_out(assessment)
    if left:
        yield Heading("Left out on purpose")
        yield Prose(_why_left_out(assessment, left))


def _take_care(assessment: Assessment) -> Iterator[Block]:
    """Advice that asks to do something, after what not to do."""
    cautions = [
        (*advised(assessment, rule, "caution"), *_fragile(assessment, rule.id))
        for rule in assessment.advice("caution")
    ]
    if not cautions:
        return
    if len(cautions) > 1:
        yield Heading("Take care")
    if len(cautions) == BESIDE:
        yield Columns(*cautions)
    else:
        yield from chain.from_iterable(cautions)


def _left_out(assessment: Assessment) -> tuple[PlannedStep, ...]:
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


def _why_left_out(assessment: Assessment, left: tuple[PlannedStep, ...]) -> str:
    count, weeks = len(left), wording.work(_effort(left))
    if assessment.only_housekeeping:
        return left_out_enough(count, weeks)
    plan = assessment.plan
    if not assessment.content:
        return left_out(count, weeks, assessment.stage(plan.target))
    ids = {each.step.id for each in left}
    part = ""
    if plan.effort and all(each.step.id in ids for each in plan.steps):
        part = way_among_them(assessment.stage(plan.target), wording.weeks(plan.effort))
    return left_out_content(assessment.name, count, f"{weeks}{part}")


def _may_wait(assessment: Assessment) -> Iterator[Block]:
    """Practices below the next stage's level that the plan leaves alone."""
    plan = assessment.plan
    if assessment.only_housekeeping or assessment.content or assessment.barely_answered:
        return
    options = {assessment.questionnaire.step[each.step].capability for each in plan.options}
    options |= mending.needed_by_breaks(assessment)
    waiting = [
        assessment.called(each.capability)
        for each in assessment.card.standings
        if each.counted is not None
        and each.counted < plan.target
        and goal(assessment, each.capability) is None
        and each.capability not in options
    ]
    if waiting:
        yield Heading("What may stay as it is for now")
        yield Prose(may_wait(assessment.stage(plan.target)))
        yield Bullets(tuple(waiting))


def _fragile(assessment: Assessment, rule: str) -> Iterator[Block]:
    if rule == "fragile-foundation":
        yield Bullets(
            tuple(
                fragile(
                    assessment.called(each.capability),
                    [
                        f"{assessment.called(need.capability)} at level {need.level}"
                        for need in each.missing
                    ],
                )
                for each in assessment.card.fragilities
            )
        )


def nothing_left_out_title() -> str:
    """Title when no step is left out."""
    return "What to be careful with"


def nothing_to_avoid() -> str:
    """Say that nothing is advised against."""
    return "No step is advised against, and no caution applies."


def left_out_title(target: str) -> str:
    """Title with the advice, where a plan leaves steps out."""
    return f"Leave for later what {target} does not need"


def join_nothing_title() -> str:
    """Title with the advice, where multichannel is enough."""
    return "Do not join the channels any further for now"


def add_nothing_title() -> str:
    """Title with the advice, where the business is where it should be."""
    return "Keep what works, and add nothing for now"


def left_out(steps: int, weeks: str, target: str) -> str:
    """Why steps were left out of a plan."""
    begin = wording.capital(wording.numbered(steps, "possible step", "possible steps"))
    verb, each = ("is", "It") if steps == 1 else ("are", "Each")
    return (
        f"{begin}, about {weeks} in all, {verb} not needed to be {target}. {each} may be worth "
        "the effort for another reason."
    )


def left_out_enough(steps: int, weeks: str) -> str:
    """Why steps were left out where multichannel is enough."""
    begin = wording.capital(wording.numbered(steps, "possible step", "possible steps"))
    verbs = "joins channels, refines what is good enough, or prepares such work"
    if steps > 1:
        verbs = "join channels, refine what is good enough, or prepare such work"
    return (
        f"{begin}, about {weeks} in all, {verbs}. Today\u2019s customers, as described in the "
        "answers, would hardly notice."
    )


def left_out_content(name: str, steps: int, weeks: str) -> str:
    """Why steps were left out where the business is where it should be."""
    could = wording.numbered(steps, "further step", "further steps")
    return (
        f"By the verdict on fit, the channels of {name} are joined as closely as its customers "
        f"ask for. {wording.capital(could)} could still be taken, about {weeks}. They would "
        "bring little; reliability and upkeep come first."
    )


def way_among_them(target: str, weeks: str) -> str:
    """Say how much of some effort leads to the next stage."""
    return f", of which {weeks} would do to become {target}"


def may_wait(target: str) -> str:
    """Introduce practices that may lag."""
    return (
        f"On the way to being {target}, and as far as the law allows, these practices can stay "
        "where they are. There may be other good reasons to see to them."
    )


def not_a_goal(name: str) -> str:
    """Say that a lower stage can be right."""
    return (
        f"Joining every channel costs work that never ends. For {name} it pays only as far as "
        "customers use it; channels that each do their own work properly can be goal enough."
    )


def fragile(capability: str, missing: list[str]) -> str:
    """A level that builds on something missing."""
    return f"{capability} builds on {wording.listed(missing)}, which is not there"
