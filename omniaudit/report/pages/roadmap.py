"""The way to the next stage: what must be done, what can be chosen, when, and what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.language import say, say_as
from omniaudit.model.advice import AdviceRule
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Heading,
    Prose,
    Section,
)
from omniaudit.report.findings import mending, step_tables
from omniaudit.report.findings import roadmap_sentences as sentences
from omniaudit.report.findings.advice import advised
from omniaudit.report.findings.blockers import blockers, walls
from omniaudit.report.findings.choices import also, choices, ways
from omniaudit.report.findings.moves import besides_the_plan, planned_in_order

FEW = 16
"""Steps to choose from that are set beside the conditions; more take the full width."""


def roadmap_section(assessment: Assessment) -> Section:
    """The steps, in the order in which they can be done."""
    return Section(
        id="roadmap",
        label=say("Roadmap"),
        title=_title(assessment),
        blocks=tuple(_blocks(assessment)) or (Prose(sentences.nothing_leads_on()),),
        lead=_lead(assessment),
    )


def _title(assessment: Assessment) -> str:
    plan, name = assessment.plan, assessment.name
    if assessment.only_housekeeping:
        return sentences.housekeeping_title(name)
    if assessment.card.stage.confirmed == TOP:
        return sentences.top_title(name)
    if plan.effort is None:
        return sentences.no_way_title(name)
    target = assessment.stage(plan.target)
    if assessment.barely_answered:
        return sentences.answers_first_title()
    if not plan.steps:
        return (
            sentences.only_journeys_title(target)
            if plan.journeys_to_pass
            else sentences.no_step_title(target)
        )
    reached = assessment.stage(plan.reaches)
    weeks = wording.work(sum((each.effort for each in plan.steps), Fraction(0)))
    if assessment.content:
        return sentences.content_title(target, weeks)
    if plan.budget is not None and plan.reaches < plan.target:
        return sentences.budget_title(len(plan.steps), weeks, reached, target)
    return sentences.steps_title(len(plan.steps), weeks, target)


def _lead(assessment: Assessment) -> str:
    plan = assessment.plan
    if assessment.only_housekeeping or assessment.barely_answered or not plan.steps:
        return ""
    if plan.plans > 1:
        journeys = assessment.asks_journeys
        return sentences.several_plans() if journeys else sentences.several_plans_by_index()
    return sentences.the_least_effort()


def _blocks(assessment: Assessment) -> Iterator[Block]:
    warning = reservation(assessment)
    if warning:
        yield warning
    yield from _first(assessment)
    if assessment.barely_answered:
        yield from _conditions(assessment)
        return
    if assessment.only_housekeeping:
        yield from _housekeeping(assessment)
        return
    if assessment.plan.steps:
        yield from _steps(assessment)
    else:
        yield from _conditions(assessment)
        yield from _to_pass(assessment)
        if assessment.card.stage.confirmed == TOP:
            yield Prose(sentences.keep_up(assessment.name))
    yield from _housekeeping_too(assessment)
    yield from _ahead(assessment)


def _steps(assessment: Assessment) -> Iterator[Block]:
    """What is open and what can be chosen, side by side; then the steps in time."""
    open_yet, choice = tuple(_conditions(assessment)), tuple(choices(assessment))
    if open_yet and choice and len(assessment.plan.options) <= FEW:
        yield Columns(open_yet, choice)
    else:
        yield from (*open_yet, *choice)
    yield from also(assessment)
    yield from _to_pass(assessment)
    yield from _if_it_turns_out_well(assessment)
    yield Heading(say_as("heading over a timetable", "When"))
    yield step_tables.gantt_picture(assessment, assessment.plan.steps)
    if not assessment.content:
        yield step_tables.steps_table(assessment, planned_in_order(assessment))
    yield from ways(assessment)


def _ahead(assessment: Assessment) -> Iterator[Block]:
    """What the steps bring, and how far it is beyond them, side by side."""
    brings = tuple(step_tables.milestones(assessment)) if assessment.plan.steps else ()
    beyond = tuple(_beyond(assessment))
    if brings and beyond:
        yield Columns(brings, beyond)
    else:
        yield from (*brings, *beyond)


def reservation(assessment: Assessment) -> Callout | None:
    """Why the plan is not to be followed as it stands, if so."""
    stage, target = assessment.card.stage.confirmed, assessment.stage(assessment.plan.target)
    if assessment.barely_answered:
        text = sentences.answers_first(assessment.missing, assessment.plan, target)
        return Callout(say("First the answers"), text, "caution")
    if assessment.content and stage == TOP:
        text = sentences.nothing_to_add(assessment.name, assessment.stage(stage))
        return Callout(say("Nothing to add"), text, "good")
    if assessment.content:
        return Callout(
            say("Not advised now"), sentences.not_advised(assessment.name, target), "caution"
        )
    fit = assessment.card.fit
    if fit and assessment.beyond_means:
        text = sentences.too_much(assessment.stage(fit.target), target)
        return Callout(say("More than today\u2019s resources carry"), text, "caution")
    return None


def _first(assessment: Assessment) -> Iterator[Block]:
    rules: tuple[AdviceRule, ...] = assessment.advice("first", "opportunity")
    for rule in rules:
        yield from advised(assessment, rule, "accent" if rule.kind == "first" else "good")


def _conditions(assessment: Assessment) -> Iterator[Block]:
    found = blockers(assessment)
    if found:
        stage = assessment.stage(assessment.card.stage.confirmed + 1)
        heading = (
            sentences.would_ask_heading if assessment.content else sentences.conditions_heading
        )
        yield Heading(heading(stage))
        yield Bullets(found)


def _to_pass(assessment: Assessment) -> Iterator[Block]:
    plan = assessment.plan
    if not plan.journeys_to_pass:
        return
    names = [assessment.journey(each) for each in plan.journeys_to_pass]
    target = assessment.stage(plan.target)
    wanted = sentences.one_must_pass if mending.alternatives(assessment) else sentences.must_pass
    resting = [mending.resting(assessment, each) for each in plan.journeys_to_pass]
    told = [
        sentence
        for stage in range(assessment.card.stage.confirmed + 2, plan.target + 1)
        for sentence in walls(assessment, stage)
    ]
    text = " ".join((wanted(names, target), *filter(None, resting), *told))
    yield Callout(sentences.besides_heading(len(names)), text, "caution")


def _if_it_turns_out_well(assessment: Assessment) -> Iterator[Block]:
    plan = assessment.plan
    if plan.effort is None or plan.effort_possible is None or not assessment.missing:
        return
    if plan.effort_possible < plan.effort:
        stage = assessment.card.stage
        first = stage.potential > stage.confirmed
        yield Prose(sentences.turns_out_well(plan.effort_possible, find_out_first=first))


def _housekeeping(assessment: Assessment) -> Iterator[Block]:
    for rule in assessment.advice("restriction"):
        yield from advised(assessment, rule, "good")
    steps = planned_in_order(assessment)
    if not steps:
        yield Prose(sentences.nothing_left())
        return
    yield Prose(sentences.no_hurry())
    yield step_tables.gantt_picture(assessment, steps)
    yield step_tables.steps_table(assessment, steps)
    missing = step_tables.missing_prerequisites(assessment, steps)
    if missing:
        yield Prose(sentences.builds_on(missing))


def _housekeeping_too(assessment: Assessment) -> Iterator[Block]:
    """Where multichannel would be enough but is not reached: what to do besides the plan."""
    steps = besides_the_plan(assessment)
    if steps:
        yield Heading(say("Good housekeeping besides"))
        yield step_tables.steps_table(assessment, steps)


def _beyond(assessment: Assessment) -> Iterator[Block]:
    ambition = assessment.ambition
    if ambition is None or ambition.effort is None or ambition.target <= assessment.plan.target:
        return
    yield Heading(sentences.beyond_heading(assessment.stage(ambition.target)))
    yield Prose(
        sentences.beyond(assessment.name, len(ambition.steps), wording.work(ambition.effort))
    )
