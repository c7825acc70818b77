"""The action plan: what to do in order, with room for who does it, by when, and how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from omniaudit.model.plan import PlannedStep
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.findings import breaks, finding_out, moves
from omniaudit.report.findings.advice import advice_text
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, table

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


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the action plan."""

    title: str
    action: str
    reason: str
    done: str
    capability: str = ""
    planned: PlannedStep | None = None


def action_plan(assessment: Assessment) -> Sheet:
    """Everything to do, what comes before the plan in front; owner, due and remarks are empty."""
    tasks = (*_before(assessment), *_planned(assessment))
    places = {each.planned.step.id: number for number, each in enumerate(tasks, 1) if each.planned}
    rows = [_row(assessment, number, each, places) for number, each in enumerate(tasks, 1)]
    return table("Action plan", _COLUMNS, rows, fixed=2)


def _row(
    assessment: Assessment, number: int, task: Task, places: Mapping[str, int]
) -> tuple[Cell, ...]:
    planned = task.planned
    waits = sorted(places[each] for each in planned.requires if each in places) if planned else []
    return (
        number,
        task.title,
        *_about(assessment, task.capability),
        planned.step.level if planned else None,
        task.action,
        task.reason,
        assessment.band(planned.step) if planned else None,
        float(wording.decimal(planned.effort)) if planned else None,
        planned.start if planned else None,
        planned.end if planned else None,
        ", ".join(map(str, waits)),
        task.done,
        *(None, None, STATUS[0], None),
    )


def _about(assessment: Assessment, capability: str) -> tuple[Cell, Cell, Cell]:
    if not capability:
        return None, None, None
    found = assessment.questionnaire.capability[capability]
    return found.code, found.name, assessment.questionnaire.dimension[found.dimension].name


def _before(assessment: Assessment) -> Iterator[Task]:
    """What comes before the steps: questions, journeys that must pass, and advice."""
    if not assessment.only_housekeeping:
        yield from _questions(assessment)
        yield from _journeys(assessment)
    if assessment.barely_answered:
        return
    on_plan = {each.step.id for each in moves.planned_in_order(assessment)}
    for rule in assessment.advice("first"):
        if not on_plan.intersection(moves.advised_steps(assessment, rule)):
            yield Task(rule.title, advice_text(assessment, rule), comes_first(), "")


def _questions(assessment: Assessment) -> Iterator[Task]:
    deciding = assessment.card.deciding_unknowns
    missing = [
        each.capability for each in assessment.card.standings if each.applies and each.level is None
    ]
    for capability in missing if assessment.barely_answered else deciding:
        found = assessment.questionnaire.capability[capability]
        told = [finding_out.ask(found.who)]
        if capability in deciding:
            told.insert(0, f"{finding_out.consequence(assessment, capability)}.")
        title = moves.find_out(assessment.called(capability))
        reason = may_decide() if capability in deciding else no_answer()
        yield Task(title, " ".join(told), reason, answered(), capability)


def _journeys(assessment: Assessment) -> Iterator[Task]:
    if assessment.barely_answered:
        return
    for journey in assessment.plan.journeys_to_pass:
        where = breaks.break_point(assessment, journey)
        title = moves.mend(assessment.journey(journey))
        yield Task(title, moves.mend_reason(where), must_pass(), passed())


def _planned(assessment: Assessment) -> Iterator[Task]:
    """The steps of the roadmap, then housekeeping besides it; none before there are answers."""
    if assessment.barely_answered:
        return
    for each in moves.planned_in_order(assessment):
        yield _step(assessment, each, _reason(assessment, each))
    for each in moves.besides_the_plan(assessment):
        yield _step(assessment, each, housekeeping())


def _step(assessment: Assessment, planned: PlannedStep, reason: str) -> Task:
    step = planned.step
    unknown = assessment.standing[step.capability].counted is None
    action = f"{step.action} {moves.check_first()}" if unknown else step.action
    return Task(step.title, action, reason, step.kpi, step.capability, planned)


def _reason(assessment: Assessment, planned: PlannedStep) -> str:
    if assessment.only_housekeeping:
        return housekeeping()
    if assessment.content:
        return for_comparison()
    if planned.step.id in assessment.plan.must or not assessment.plan.factors:
        return must()
    return chosen()


def must() -> str:
    """A step that no cheapest plan does without."""
    return "Must: in every plan of least effort"


def chosen() -> str:
    """A step that another of the same effort could stand in for."""
    return "Choice: picked among steps of the same effort"


def housekeeping() -> str:
    """A step that leads to no stage."""
    return "Good housekeeping"


def for_comparison() -> str:
    """A step of a plan that is not advised."""
    return "For comparison: not advised now"


def comes_first() -> str:
    """Advice that is no step of the plan."""
    return "Comes before the plan"


def may_decide() -> str:
    """A question whose answer may change the stage."""
    return "The answer may change the stage"


def no_answer() -> str:
    """A question that has to be answered before there is a plan."""
    return "There is no answer yet"


def must_pass() -> str:
    """A journey that bars the stage."""
    return "Must: no step can make up for it"


def answered() -> str:
    """When a question is done."""
    return "The level is known and stands in the answers file"


def passed() -> str:
    """When a journey is mended."""
    return "The journey goes through when it is tried out again"
