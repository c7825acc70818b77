"""The action plan: what to do in order, with room for who does it, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.language import mark, say
from omniaudit.report.assessment import Assessment
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, table
from omniaudit.report.workbook.tasks import Task, notices, tasks

# Translators: what a task can be; without commas
STATUS = (mark("to do"), mark("in progress"), mark("done"), mark("dropped"))


def action_plan(assessment: Assessment) -> Sheet:
    """Everything to do, what comes before the plan in front; owner, due and remarks are empty.

    What is to be read first stands above it, without a number.
    """
    todo = tuple(tasks(assessment))
    places = {each.planned.step.id: number for number, each in enumerate(todo, 1) if each.planned}
    above = [_row(assessment, None, each, places) for each in notices(assessment, todo)]
    rows = [_row(assessment, number, each, places) for number, each in enumerate(todo, 1)]
    return table(say("Action plan"), _columns(), [*above, *rows], fixed=2)


def _columns() -> tuple[Column, ...]:
    return (
        Column(say("No."), 6, "number"),
        Column(say("Step"), 34),
        Column(say("Code"), 8),
        Column(say("Practice"), 26),
        Column(say("Dimension"), 18),
        Column(say("To level"), 8, "number"),
        Column(say("What to do"), 52),
        Column(say("Why it is here"), 24),
        Column(say("Effort band, person-weeks"), 18),
        Column(say("Person-weeks planned"), 11, "number", decimals=1),
        Column(say("First month"), 9, "number"),
        Column(say("Last month"), 9, "number"),
        Column(say("After steps"), 10),
        Column(say("Done when"), 36),
        Column(say("Owner"), 18),
        Column(say("Due"), 12, "day"),
        Column(say("Status"), 12, "choice", options=tuple(map(say, STATUS))),
        Column(say("Remarks"), 30),
    )


def _row(
    assessment: Assessment, number: int | None, task: Task, places: Mapping[str, int]
) -> tuple[Cell, ...]:
    planned = task.planned
    waits = sorted(places[each] for each in planned.requires if each in places) if planned else []
    return (
        number,
        task.title,
        *_about(assessment, task.capabilities),
        task.level,
        task.action,
        task.reason,
        task.effort,
        float(round(planned.effort, 1)) if planned else None,
        planned.start if planned else None,
        planned.end if planned else None,
        ", ".join(map(str, waits)),
        task.done,
        *(None, None, say(STATUS[0]) if task.open and number else None, None),
    )


def _about(assessment: Assessment, capabilities: tuple[str, ...]) -> tuple[Cell, Cell, Cell]:
    """Codes, names and dimensions, each in one cell; mostly it is one of each."""
    found = [assessment.questionnaire.capability[each] for each in capabilities]
    dimensions = dict.fromkeys(
        assessment.questionnaire.dimension[each.dimension].name for each in found
    )
    return (
        ", ".join(each.code for each in found),
        "; ".join(each.name for each in found),
        "; ".join(dimensions),
    )
