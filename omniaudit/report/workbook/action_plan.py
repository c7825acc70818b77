"""The action plan: what to do in order, with room for who does it, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, table
from omniaudit.report.workbook.tasks import Task, notices, tasks

STATUS = ("to do", "in progress", "done", "dropped")

_COLUMNS = (
    Column("No.", 6, "number"),
    Column("Step", 34),
    Column("Code", 8),
    Column("Practice", 26),
    Column("Dimension", 18),
    Column("To level", 8, "number"),
    Column("What to do", 52),
    Column("Why it is here", 24),
    Column("Effort band, person-weeks", 18),
    Column("Person-weeks planned", 11, "number", decimals=1),
    Column("First month", 9, "number"),
    Column("Last month", 9, "number"),
    Column("After steps", 10),
    Column("Done when", 36),
    Column("Owner", 18),
    Column("Due", 12, "day"),
    Column("Status", 12, "choice", options=STATUS),
    Column("Remarks", 30),
)


def action_plan(assessment: Assessment) -> Sheet:
    """Everything to do, what comes before the plan in front; owner, due and remarks are empty.

    What is to be read first stands above it, without a number.
    """
    todo = tuple(tasks(assessment))
    places = {each.planned.step.id: number for number, each in enumerate(todo, 1) if each.planned}
    above = [_row(assessment, None, each, places) for each in notices(assessment, todo)]
    rows = [_row(assessment, number, each, places) for number, each in enumerate(todo, 1)]
    return table("Action plan", _COLUMNS, [*above, *rows], fixed=2)


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
        float(wording.decimal(planned.effort)) if planned else None,
        planned.start if planned else None,
        planned.end if planned else None,
        ", ".join(map(str, waits)),
        task.done,
        *(None, None, STATUS[0] if task.open and number else None, None),
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
