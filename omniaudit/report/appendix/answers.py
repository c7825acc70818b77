"""Appendix A: all questions and answers, with what they rest on and every note."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.model.answers import (
    Answer,
    Answered,
    FitAnswer,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.capability import Capability
from omniaudit.model.scorecard import Standing
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Row, Section, Table
from omniaudit.report.pages.journey_blocks import RESULTS, results, step_note

NOTHING = "\u2013"


def answers_section(assessment: Assessment) -> Section:
    """Everything that was answered, as it was answered."""
    return Section(
        id="answers",
        label="Appendix A: answers",
        title="Every question and every answer",
        blocks=tuple(_blocks(assessment)),
    )


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield _practices(assessment)
    if assessment.sheet.fit:
        yield _fit(assessment)
    if assessment.sheet.journeys:
        yield _journeys(assessment)
    if assessment.sheet.handoffs:
        yield _handoffs(assessment)


def _practices(assessment: Assessment) -> Table:
    columns = (
        Column("Code", 2),
        Column("Question", 7),
        Column("Answer", 8),
        Column("Rests on", 2),
        Column("Note", 5),
    )
    rows: list[Row] = []
    for dimension in assessment.questionnaire.dimensions:
        inside = assessment.inside(dimension.id)
        if inside:
            rows.append(Row((dimension.name,), group=True))
        rows += [_practice(assessment, each) for each in inside]
    return Table("Practices", columns, tuple(rows), small=True)


def _practice(assessment: Assessment, standing: Standing) -> Row:
    capability = assessment.questionnaire.capability[standing.capability]
    answer = assessment.answer(capability.id)
    return Row(
        (
            capability.code,
            capability.question_for(assessment.sheet.business.profile),
            _answer(assessment, capability, standing, answer),
            _evidence(assessment, answer),
            wording.one_line(answer.note) or NOTHING,
        )
    )


def _answer(
    assessment: Assessment, capability: Capability, standing: Standing, answer: Answer
) -> str:
    if isinstance(answer, NotApplicable):
        return not_applicable(wording.one_line(answer.reason))
    if isinstance(answer, Unknown):
        return "Not known"
    if isinstance(answer, NotAsked):
        return "Not asked yet"
    text = capability.levels_for(assessment.sheet.business.profile)[answer.level]
    parts = [level_text(answer.level, text)]
    if answer.coverage is not None:
        parts.append(coverage_text(assessment.questionnaire.coverage[answer.coverage].name))
    if standing.counted is not None and standing.counted < answer.level:
        parts.append(counts_as(standing.counted))
    return " ".join(parts)


def _evidence(assessment: Assessment, answer: Answer) -> str:
    if not isinstance(answer, Answered):
        return NOTHING
    return assessment.questionnaire.evidence[answer.evidence].name


def _fit(assessment: Assessment) -> Table:
    columns = (Column("Factor and question", 8), Column("Answer", 8), Column("Note", 5))
    rows: list[Row] = []
    scale = assessment.questionnaire.fit
    for factor in scale.factors:
        rows.append(Row((factor.name,), group=True))
        for item in scale.items:
            answer = assessment.sheet.fit.get(item.id, NotAsked())
            if item.factor == factor.id:
                answered = _fit_answer(item.answers, answer, is_reversed=item.is_reversed)
                note = wording.one_line(answer.note) or NOTHING
                rows.append(Row((item.question, answered, note)))
    return Table("Fit", columns, tuple(rows), small=True)


def _fit_answer(texts: tuple[str, ...], answer: FitAnswer, *, is_reversed: bool) -> str:
    if isinstance(answer, Unknown):
        return "Not known"
    if isinstance(answer, NotAsked):
        return "Not asked yet"
    return (
        reversed_text(answer.level, texts[answer.level], len(texts) - 1 - answer.level)
        if is_reversed
        else fit_text(answer.level, texts[answer.level])
    )


def _journeys(assessment: Assessment) -> Table:
    columns = [Column("Step", 5), Column("What should happen", 9), Column("Result", 4)]
    has_notes = bool(assessment.sheet.step_notes)
    if has_notes:
        columns.append(Column("Note", 5))
    rows: list[Row] = []
    for walked in assessment.card.journeys:
        journey = assessment.questionnaire.journey[walked.journey]
        rows.append(Row((journey.name,), group=True))
        found = results(assessment, journey)
        for step in journey.steps:
            name = deciding_step(step.name) if step.critical else step.name
            note = step_note(assessment, journey, step) or NOTHING
            cells = (name, step.criterion, wording.capital(RESULTS[found[step.id]]))
            rows.append(Row((*cells, note) if has_notes else cells))
    return Table("Journeys", tuple(columns), tuple(rows), small=True)


def _handoffs(assessment: Assessment) -> Table:
    scale = assessment.questionnaire.handoffs
    columns = (
        Column("From", 3),
        Column("To", 3),
        Column("Level", 2, "right"),
        Column("How many customers", 4),
        Column("Note", 6),
    )
    rows = tuple(
        Row(
            (
                assessment.channel(start),
                assessment.channel(end),
                _handoff_level(each),
                wording.capital(scale.traffic[each.traffic]),
                wording.one_line(each.note) or NOTHING,
            )
        )
        for (start, end), each in assessment.sheet.handoffs.items()
    )
    return Table("Handoffs", columns, rows, small=True)


def _handoff_level(handoff: Handoff) -> str:
    if not handoff.applies:
        return "Does not apply"
    return NOTHING if handoff.level is None else str(handoff.level)


def not_applicable(reason: str) -> str:
    """An answer that was set aside, with its reason."""
    return f"Not applicable: {reason}" if reason else "Not applicable"


def level_text(level: int, text: str) -> str:
    """An answer with the words of its level."""
    return f"Level {level}. {text}"


def coverage_text(coverage: str) -> str:
    """In how much of the business an answer holds."""
    return f"Holds: {coverage.lower()}."


def counts_as(level: int) -> str:
    """The level that counts."""
    return f"Counts as level {level}."


def fit_text(level: int, text: str) -> str:
    """An answer on fit."""
    return f"{level}. {text}"


def reversed_text(level: int, text: str, counts: int) -> str:
    """An answer on fit that counts the other way round."""
    return f"{level}. {text} Counts as {counts}, since more of this means less need."


def deciding_step(name: str) -> str:
    """A step that has to work."""
    return f"{name} (must work)"
