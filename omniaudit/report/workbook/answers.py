"""Everything that was answered, a line each: practices, fit, journeys and handoffs."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_as
from omniaudit.model.answers import (
    Answer,
    Answered,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.scorecard import Standing
from omniaudit.model.walkthroughs import FitItem, Journey
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings.standing_words import no_answer
from omniaudit.report.pages.journey_blocks import RESULTS, results
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, table


def answer_sheets(assessment: Assessment) -> Iterator[Sheet]:
    """The practices, and what else was asked."""
    yield _practices(assessment)
    if assessment.sheet.fit:
        yield _fit(assessment)
    if assessment.sheet.journeys:
        yield _journeys(assessment)
    if assessment.sheet.handoffs:
        yield _handoffs(assessment)


def _practices(assessment: Assessment) -> Sheet:
    columns = (
        Column(say("Code"), 8),
        Column(say("Practice"), 26),
        Column(say("Dimension"), 18),
        Column(say("Question"), 44),
        Column(say("Level"), 7, "number"),
        Column(say("Answer"), 52),
        Column(say("Holds in"), 16, spare=True),
        Column(say("Counts as"), 8, "number"),
        Column(say("Rests on"), 12, spare=True),
        Column(say("Reason"), 30, spare=True),
        _note(),
        _flagged(),
    )
    return table(
        say("Answers"), columns, [_practice(assessment, each) for each in asked(assessment)]
    )


def asked(assessment: Assessment) -> list[Standing]:
    """Where every practice stands, dimension by dimension."""
    dimensions = assessment.questionnaire.dimensions
    return [each for dimension in dimensions for each in assessment.inside(dimension.id)]


def _practice(assessment: Assessment, standing: Standing) -> tuple[Cell, ...]:
    questionnaire = assessment.questionnaire
    capability = questionnaire.capability[standing.capability]
    answer = assessment.answer(capability.id)
    given = answer if isinstance(answer, Answered) else None
    holds = given.coverage if given else None
    return (
        capability.code,
        capability.name,
        questionnaire.dimension[capability.dimension].name,
        capability.question,
        given.level if given else None,
        _in_words(answer, capability.levels),
        questionnaire.coverage[holds].name if holds is not None else None,
        standing.counted,
        questionnaire.evidence[given.evidence].name if given else None,
        answer.reason if isinstance(answer, NotApplicable) else None,
        answer.note,
        _yes(there=answer.flagged),
    )


def _in_words(answer: Answer, levels: tuple[str, ...]) -> str:
    match answer:
        case Answered():
            return levels[answer.level]
        case NotApplicable():
            return say("Not applicable")
        case Unknown() | NotAsked():
            return no_answer(answer)


def _fit(assessment: Assessment) -> Sheet:
    columns = (
        Column(say("Factor"), 20),
        Column(say("Topic"), 24),
        Column(say("Question"), 44),
        Column(say("Answer, 0 to 3"), 9, "number"),
        Column(say("In words"), 44),
        Column(say("Counts as"), 8, "number"),
        Column(say("Mean of the factor"), 10, "number", decimals=2),
        _note(),
        _flagged(),
    )
    scale = assessment.questionnaire.fit
    rows = [
        _fit_item(assessment, factor.id, factor.name, item)
        for factor in scale.factors
        for item in scale.items
        if item.factor == factor.id
    ]
    return table(say("Fit"), columns, rows)


def _fit_item(assessment: Assessment, factor: str, name: str, item: FitItem) -> tuple[Cell, ...]:
    answer = assessment.sheet.fit.get(item.id, NotAsked())
    level = answer.level if isinstance(answer, Answered) else None
    counts = TOP - level if level is not None and item.is_reversed else level
    mean = assessment.card.fit.means[factor] if assessment.card.fit else None
    return (
        name,
        item.name,
        item.question,
        level,
        _in_words(answer, item.answers),
        counts,
        None if mean is None else float(round(mean, 2)),
        answer.note,
        _yes(there=answer.flagged),
    )


def _journeys(assessment: Assessment) -> Sheet:
    columns = (
        Column(say("Journey"), 30),
        Column(say("No."), 6, "number"),
        Column(say("Step"), 30),
        Column(say("What should happen"), 52),
        Column(say("Has to work"), 11),
        Column(say("Result"), 16),
        Column(say("Breaks here"), 11, spare=True),
        _note(),
    )
    rows = [
        row
        for walked in assessment.card.journeys
        for row in _walked(
            assessment, assessment.questionnaire.journey[walked.journey], walked.break_step
        )
    ]
    return table(say("Journeys"), columns, rows)


def _walked(
    assessment: Assessment, journey: Journey, broke: str | None
) -> Iterator[tuple[Cell, ...]]:
    found = results(assessment, journey)
    for number, step in enumerate(journey.steps, 1):
        yield (
            journey.name,
            number,
            step.name,
            step.criterion,
            _yes(there=step.critical),
            wording.capital(say(RESULTS[found[step.id]])),
            _yes(there=step.id == broke),
            assessment.sheet.step_notes.get((journey.id, step.id)),
        )


def _handoffs(assessment: Assessment) -> Sheet:
    columns = (
        Column(say_as("heading of a column", "From"), 20),
        Column(say_as("heading of a column", "To"), 20),
        Column(say("Level"), 7, "number"),
        Column(say("In words"), 52),
        Column(say("How many customers, 0 to 3"), 11, "number"),
        Column(say("How many, in words"), 22),
        _note(),
    )
    traffic = assessment.questionnaire.handoffs.traffic
    rows = [
        (
            assessment.channel(start),
            assessment.channel(end),
            each.level,
            _handed_over(each, assessment.questionnaire.handoffs.levels),
            _customers(each),
            wording.capital(traffic[_customers(each)]),
            each.note,
        )
        for (start, end), each in assessment.sheet.handoffs.items()
    ]
    return table(say("Handoffs"), columns, rows, fixed=2)


def _customers(handoff: Handoff) -> int:
    """How many go a way, 0 to 3; a way that does not apply is gone by nobody."""
    return handoff.traffic if handoff.applies else 0


def _handed_over(handoff: Handoff, levels: tuple[str, ...]) -> str:
    if not handoff.applies:
        return say("Not applicable")
    if handoff.level is not None:
        return levels[handoff.level]
    return say("Not known") if handoff.asked else say("Not asked yet")


def _yes(*, there: bool) -> Cell:
    return say("yes") if there else None


def _note() -> Column:
    return Column(say("Note"), 44, spare=True)


def _flagged() -> Column:
    return Column(say("Flagged"), 9, spare=True)
