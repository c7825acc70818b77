"""What not to do, and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from omniaudit.language import say
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Block, Bullets, Columns, Heading, Prose, Section
from omniaudit.report.findings import mending
from omniaudit.report.findings.advice import advised
from omniaudit.report.findings.moves import goal
from omniaudit.report.pages.capability_cards import needed
from omniaudit.report.pages.left_out import steps_left_out, why_left_out

BESIDE = 2
"""Cautions that stand side by side."""


def restraint_section(assessment: Assessment) -> Section:
    """What was left out on purpose, what may wait, and where to take care."""
    return Section(
        id="restraint",
        label=say("What not to do"),
        title=_title(assessment),
        blocks=tuple(_blocks(assessment)) or (Prose(nothing_to_avoid()),),
        own_page=False,
    )


def _title(assessment: Assessment) -> str:
    if not steps_left_out(assessment):
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
        yield Heading(say("Omnichannel is not everybody\u2019s goal"))
        yield Prose(not_a_goal(assessment.name))


def _on_purpose(assessment: Assessment) -> Iterator[Block]:
    """The steps that are left out, by dimension."""
    left = steps_left_out(assessment)
    if left:
        yield Heading(say("Left out on purpose"))
        yield Prose(why_left_out(assessment, left))


def _take_care(assessment: Assessment) -> Iterator[Block]:
    """Advice that asks to do something, after what not to do."""
    cautions = [
        (*advised(assessment, rule, "caution"), *_fragile(assessment, rule.id))
        for rule in assessment.advice("caution")
    ]
    if not cautions:
        return
    if len(cautions) > 1:
        yield Heading(say("Take care"))
    if len(cautions) == BESIDE:
        yield Columns(*cautions)
    else:
        yield from chain.from_iterable(cautions)


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
        yield Heading(say("What may stay as it is for now"))
        yield Prose(may_wait(assessment.stage(plan.target)))
        yield Bullets(tuple(waiting))


def _fragile(assessment: Assessment, rule: str) -> Iterator[Block]:
    if rule == "fragile-foundation":
        yield Bullets(
            tuple(
                fragile(
                    assessment.called(each.capability),
                    [
                        needed(assessment.called(need.capability), need.level)
                        for need in each.missing
                    ],
                )
                for each in assessment.card.fragilities
            )
        )


def nothing_left_out_title() -> str:
    """Title when no step is left out."""
    return say("What to be careful with")


def nothing_to_avoid() -> str:
    """Say that nothing is advised against."""
    return say("No step is advised against, and no caution applies.")


def left_out_title(target: str) -> str:
    """Title with the advice, where a plan leaves steps out."""
    return say("Leave for later what {stage} does not need", stage=target)


def join_nothing_title() -> str:
    """Title with the advice, where multichannel is enough."""
    return say("Do not join the channels any further for now")


def add_nothing_title() -> str:
    """Title with the advice, where the business is where it should be."""
    return say("Keep what works, and add nothing for now")


def may_wait(target: str) -> str:
    """Introduce practices that may lag."""
    return say(
        "On the way to being {stage}, and as far as the law allows, these practices can stay "
        "where they are. There may be other good reasons to see to them.",
        stage=target,
    )


def not_a_goal(name: str) -> str:
    """Say that a lower stage can be right."""
    return say(
        "Joining every channel costs work that never ends. For {name} it pays only as far as "
        "customers use it; channels that each do their own work properly can be goal enough.",
        name=name,
    )


def fragile(capability: str, missing: list[str]) -> str:
    """A level that builds on something missing."""
    return say(
        "{practice} builds on {practices}, which is not there",
        practice=capability,
        practices=wording.listed(missing),
    )
