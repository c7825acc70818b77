"""Steps in time: the Gantt chart, the table to work with, and what stands at each horizon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from omniaudit.engine.scheduling import HORIZONS
from omniaudit.language import say, say_as
from omniaudit.model.plan import Milestone, PlannedStep
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import Gantt, GanttBar
from omniaudit.report.document import Block, Column, Heading, Picture, Prose, Row, Table
from omniaudit.report.findings.move_sentences import check_first


def gantt_picture(assessment: Assessment, steps: Sequence[PlannedStep]) -> Picture:
    """The steps over the horizons, and how to read them."""
    chart = gantt(assessment, steps)
    return Picture(chart, gantt_caption(chart))


def gantt(assessment: Assessment, steps: Sequence[PlannedStep]) -> Gantt:
    """The steps over the horizons."""
    ordered = sorted(steps, key=lambda each: (each.start, each.end))
    end = max((each.end for each in ordered), default=0)
    ends = HORIZONS if end <= HORIZONS[-1] else (*HORIZONS, end)
    told = "; ".join(_bar_words(assessment, each) for each in ordered)
    choice = any(each.step.id not in assessment.plan.must for each in ordered)
    legend = (
        bool(assessment.plan.factors)
        and choice
        and len(ordered) > 1
        and not assessment.only_housekeeping
    )
    return Gantt(
        description=f"{told}.",
        months=ends[-1],
        month_label=say("months"),
        effort_label=say("person-weeks"),
        after_label=say_as("before the codes of steps", "after"),
        horizons=tuple(zip(ends, horizon_names(), strict=False)),
        bars=tuple(_bar(assessment, each, legend=legend) for each in ordered),
        must_label=say("In every plan of least effort") if legend else "",
        choice_label=say("Chosen among steps of the same effort") if legend else "",
    )


def _bar(assessment: Assessment, planned: PlannedStep, *, legend: bool) -> GanttBar:
    step = planned.step
    return GanttBar(
        id=step.id,
        code=assessment.code(step.capability),
        label=step.title,
        start=planned.start,
        end=planned.end,
        effort=wording.weeks(planned.effort),
        after=planned.requires,
        must=not legend or step.id in assessment.plan.must,
    )


def _bar_words(assessment: Assessment, planned: PlannedStep) -> str:
    return bar_words(
        assessment.titled(planned.step.id),
        planned.start,
        planned.end,
        wording.work(planned.effort),
    )


def steps_table(assessment: Assessment, steps: Sequence[PlannedStep]) -> Table:
    """The steps with their effort, what shows that they are done, and room for an owner."""
    columns = (
        Column(say("Step"), 11),
        Column(say("Person-weeks"), 3),
        Column(say("Done when"), 6),
        Column(owner(), 4),
    )
    rows: list[Row] = []
    last = -1
    for planned in sorted(steps, key=lambda each: (_period(each.end), each.start, each.end)):
        if _period(planned.end) != last:
            last = _period(planned.end)
            rows.append(Row((period_name(last),), group=True))
        rows.append(_step_row(assessment, planned))
    return Table("", columns, tuple(rows), small=True)


def _step_row(assessment: Assessment, planned: PlannedStep) -> Row:
    step = planned.step
    before = [assessment.questionnaire.step[name] for name in planned.requires]
    unknown = assessment.standing[step.capability].counted is None
    waits = [assessment.lifts_briefly(each) for each in before]
    told = [what_to_do(step.title, assessment.lifts_briefly(step), step.action)]
    told += [check_first()] if unknown else []
    told += [comes_after(wording.listed(waits))] if waits else []
    return Row(
        (
            " ".join(told),
            effort_cell(assessment.band(step), wording.weeks(planned.effort)),
            step.kpi,
            "",
        )
    )


def _period(end: int) -> int:
    """0, 1, 2 for what ends within a horizon, 3 for later."""
    return sum(end > month for month in HORIZONS)


def milestones(assessment: Assessment) -> Iterator[Block]:
    """Stage and index after each horizon."""
    found = assessment.plan.milestones
    if not found:
        return
    columns = (
        Column(say("After month"), 3),
        Column(say("Steps done"), 3),
        Column(say("Stage"), 4),
        Column(say("Index"), 2, "right"),
    )
    rows = tuple(
        Row(
            (
                str(each.month),
                say("{done} of {all}", done=len(each.steps), all=len(assessment.plan.steps)),
                _expected(assessment, each),
                wording.known(each.index),
            )
        )
        for each in found
    )
    yield Heading(say("What to expect"))
    yield Table("", columns, rows, small=True)
    yield Prose(milestone_note(), small=True)


def _expected(assessment: Assessment, milestone: Milestone) -> str:
    stage = assessment.stage_title(milestone.stage)
    if assessment.plan.journeys_to_pass and milestone.stage > assessment.plan.origin:
        return if_they_pass(stage)
    return stage


def missing_prerequisites(assessment: Assessment, steps: Sequence[PlannedStep]) -> list[str]:
    """What steps require that is neither held nor among them."""
    ids = {each.step.id for each in steps}
    needs = [need for each in steps for need in each.step.requires]
    return list(
        dict.fromkeys(
            at_level(assessment.called(need.capability), need.level)
            for need in needs
            if need.id not in ids
            and need.capability in assessment.standing
            and assessment.standing[need.capability].applies
            and assessment.standing[need.capability].worst < need.level
        )
    )


def effort_by_dimension(assessment: Assessment, steps: Sequence[PlannedStep]) -> Table:
    """How many steps and how much effort fall to each dimension."""
    rows = []
    for dimension in assessment.questionnaire.dimensions:
        inside = [
            each.effort
            for each in steps
            if assessment.questionnaire.capability[each.step.capability].dimension == dimension.id
        ]
        if inside:
            weeks = wording.weeks(sum(inside, Fraction(0)))
            rows.append(Row((dimension.name, str(len(inside)), weeks)))
    columns = (
        Column(say("Dimension"), 4),
        Column(say("Steps"), 2, "right"),
        Column(say("Person-weeks"), 3, "right"),
    )
    return Table("", columns, tuple(rows), small=True)


def horizon_names() -> tuple[str, str, str, str]:
    """The horizons over the Gantt chart, in order; the last one is for what comes later."""
    return (
        say_as("part of the plan, in time", "First"),
        say_as("part of the plan, in time", "Next"),
        say_as("part of the plan, in time", "Then"),
        say_as("part of the plan, in time", "Later"),
    )


def at_level(practice: str, level: int) -> str:
    """A practice and the level that it is needed at."""
    return say("{practice} at level {level}", practice=practice, level=level)


def bar_words(title: str, start: int, end: int, weeks: str) -> str:
    """A bar of the Gantt chart in words."""
    return say(
        "{step}: months {start} to {end}, {weeks}", step=title, start=start, end=end, weeks=weeks
    )


def gantt_caption(chart: Gantt) -> str:
    """How to read the Gantt chart."""
    weeks = say("Person-weeks are the planning value inside the effort band, rounded.")
    if not any(each.after for each in chart.bars):
        return weeks
    arrows = say("An arrow leads from a step to what waits for it.")
    return f"{arrows} {weeks}"


def period_name(period: int) -> str:
    """The name of a horizon in the table."""
    if period < len(HORIZONS):
        return say("Done by month {month}", month=HORIZONS[period])
    return say("Done after month {month}", month=HORIZONS[-1])


def what_to_do(title: str, lifts: str, action: str) -> str:
    """A step's title, what it lifts, and what to do."""
    return f"{title} ({lifts}). {action}"


def comes_after(steps: str) -> str:
    """Name what a step waits for."""
    return say("Comes after {steps}.", steps=steps)


def effort_cell(band: str, weeks: str) -> str:
    """The band, and the number of weeks that the plan counts."""
    # Translators: person-weeks, such as "2 to 5 (medium), planned as 4"
    return say("{band}, planned as {weeks}", band=band, weeks=weeks)


def owner() -> str:
    """The head of the column that is left free to write in."""
    return say_as("who does a step of the plan", "Owner")


def if_they_pass(stage: str) -> str:
    """A stage that journeys may still bar."""
    return say("{stage}, if the journeys pass", stage=stage)


def milestone_note() -> str:
    """How the expected stages are found."""
    return say("By the same rules, with every other practice as it is today.")
