"""Everything that was answered, a line each: practices, fit, journeys and handoffs."""

from __future__ import annotations

from collections.abc import Iterator

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

_NOTE = Column("Note", 44, spare=True)
_FLAGGED = Column("Flagged", 9, spare=True)


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
        Column("Code", 8),
        Column("Practice", 26),
        Column("Dimension", 18),
        Column("Question", 44),
        Column("Level", 7, "number"),
        Column("Answer", 52),
        Column("Holds in", 16, spare=True),
        Column("Counts as", 8, "number"),
        Column("Rests on", 12, spare=True),
        Column("Reason", 30, spare=True),
        _NOTE,
        _FLAGGED,
    )
    return table("Answers", columns, [_practice(assessment, each) for each in asked(assessment)])


def asked(assessment: Assessment) -> list[Standing]:
    """Where every practice stands, dimension by dimension."""
    dimensions = assessment.questionnaire.dimensions
    return [each for dimension in dimensions for each in assessment.inside(dimension.id)]


def _practice(assessment: Assessment, standing: Standing) -> tuple[Cell, ...]:
    questionnaire, profile = assessment.questionnaire, assessment.sheet.business.profile
    capability = questionnaire.capability[standing.capability]
    answer = assessment.answer(capability.id)
    given = answer if isinstance(answer, Answered) else None
    holds = given.coverage if given else None
    return (
        capability.code,
        capability.name,
        questionnaire.dimension[capability.dimension].name,
        capability.question_for(profile),
        given.level if given else None,
        _in_words(answer, capability.levels_for(profile)),
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
            return "Not applicable"
        case Unknown() | NotAsked():
            return no_answer(answer)


def _fit(assessment: Assessment) -> Sheet:
    columns = (
        Column("Factor", 20),
        Column("Topic", 24),
        Column("Question", 44),
        Column("Answer, 0 to 3", 9, "number"),
        Column("In words", 44),
        Column("Counts as", 8, "number"),
        Column("Mean of the factor", 10, "number", decimals=2),
        _NOTE,
        _FLAGGED,
    )
    scale = assessment.questionnaire.fit
    rows = [
        _fit_item(assessment, factor.id, factor.name, item)
        for factor in scale.factors
        for item in scale.items
        if item.factor == factor.id
    ]
    return table("Fit", columns, rows)


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
        None if mean is None else float(wording.hundredths(mean)),
        answer.note,
        _yes(there=answer.flagged),
    )


def _journeys(assessment: Assessment) -> Sheet:
    columns = (
        Column("Journey", 30),
        Column("No.", 6, "number"),
        Column("Step", 30),
        Column("What should happen", 52),
        Column("Has to work", 8),
        Column("Result", 16),
        Column("Breaks here", 8, spare=True),
        _NOTE,
    )
    rows = [
        row
        for walked in assessment.card.journeys
        for row in _walked(
            assessment, assessment.questionnaire.journey[walked.journey], walked.break_step
        )
    ]
    return table("Journeys", columns, rows)


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
            wording.capital(RESULTS[found[step.id]]),
            _yes(there=step.id == broke),
            assessment.sheet.step_notes.get((journey.id, step.id)),
        )


def _handoffs(assessment: Assessment) -> Sheet:
    columns = (
        Column("From", 20),
        Column("To", 20),
        Column("Level", 7, "number"),
        Column("In words", 52),
        Column("How many customers, 0 to 3", 11, "number"),
        Column("How many, in words", 22),
        _NOTE,
    )
    traffic = assessment.questionnaire.handoffs.traffic
    rows = [
        (
            assessment.channel(start),
            assessment.channel(end),
            each.level,
            _handed_over(each, assessment.questionnaire.handoffs.levels),
            each.traffic,
            wording.capital(traffic[each.traffic]),
            each.note,
        )
        for (start, end), each in assessment.sheet.handoffs.items()
    ]
    return table("Handoffs", columns, rows, fixed=2)


def _handed_over(handoff: Handoff, levels: tuple[str, ...]) -> str:
    if not handoff.applies:
        return "Not applicable"
    if handoff.level is not None:
        return levels[handoff.level]
    return "Not known" if handoff.asked else "Not asked yet"


def _yes(*, there: bool) -> Cell:
    return "yes" if there else None
