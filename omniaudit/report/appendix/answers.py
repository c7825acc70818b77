"""Appendix A: all questions and answers, with what they rest on and every note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from omniaudit.model.answers import (
    Answer,
    Evidence,
    FitAnswer,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.capability import Capability
from omniaudit.model.scorecard import Standing
from omniaudit.report import wording
from omniaudit.report.appendix.long_notes import NOTHING, below, in_row
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Row, Section, Table
from omniaudit.report.findings.standing_words import no_answer
from omniaudit.report.pages.journey_blocks import RESULTS, results, step_note


def answers_section(assessment: Assessment) -> Section:
    """Everything that was answered, as it was answered."""
    return Section(
        id="answers",
        label="Appendix A: answers",
        title="Every question and every answer",
        blocks=tuple(_blocks(assessment)),
    )


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield from _practices(assessment)
    if assessment.sheet.fit:
        yield from _fit(assessment)
    if assessment.sheet.journeys:
        yield from _journeys(assessment)
    if assessment.sheet.handoffs:
        yield from _handoffs(assessment)


def _noting(columns: Iterable[Column], notes: Iterable[str], share: int) -> tuple[Column, ...]:
    """The columns of a table, with one for notes if there are any."""
    return (*columns, Column("Note", share)) if any(map(str.strip, notes)) else tuple(columns)


def _cut(columns: tuple[Column, ...], rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without the cells of columns that the table does not have."""
    return tuple(replace(each, cells=each.cells[: len(columns)]) for each in rows)


def _practices(assessment: Assessment) -> Iterator[Block]:
    noted = [
        (assessment.called(each.capability), assessment.answer(each.capability).note)
        for each in assessment.card.standings
    ]
    columns: tuple[Column, ...] = (
        Column("Code", 2),
        Column("Question", 9),
        Column("Answer and what it rests on", 13),
    )
    columns = _noting(columns, (note for _, note in noted), 10)
    rows: list[Row] = []
    for dimension in assessment.questionnaire.dimensions:
        inside = assessment.inside(dimension.id)
        if inside:
            rows.append(Row((dimension.name,), group=True))
        rows += [_practice(assessment, each) for each in inside]
    yield Table("Practices", columns, _cut(columns, rows), small=True)
    yield from below("Longer notes on practices", noted)


def _practice(assessment: Assessment, standing: Standing) -> Row:
    capability = assessment.questionnaire.capability[standing.capability]
    answer = assessment.answer(capability.id)
    return Row(
        (
            capability.code,
            capability.question_for(assessment.sheet.business.profile),
            _answer(assessment, capability, standing, answer),
            in_row(answer.note),
        )
    )


def _answer(
    assessment: Assessment, capability: Capability, standing: Standing, answer: Answer
) -> str:
    if isinstance(answer, NotApplicable):
        return not_applicable(wording.one_line(answer.reason))
    if isinstance(answer, Unknown | NotAsked):
        return no_answer(answer)
    text = capability.levels_for(assessment.sheet.business.profile)[answer.level]
    parts = [level_text(answer.level, text)]
    if answer.coverage is not None:
        parts.append(coverage_text(assessment.questionnaire.coverage[answer.coverage].name))
    if standing.counted is not None and standing.counted < answer.level:
        parts.append(counts_as(standing.counted))
    parts.append(rests_on(assessment.questionnaire.evidence[answer.evidence].name))
    if answer.evidence < Evidence.SEEN:
        parts.append(would_prove_it(capability.evidence))
    return " ".join(parts)


def _fit(assessment: Assessment) -> Iterator[Block]:
    scale = assessment.questionnaire.fit
    answers = {item.id: assessment.sheet.fit.get(item.id, NotAsked()) for item in scale.items}
    noted = [(item.name, answers[item.id].note) for item in scale.items]
    columns: tuple[Column, ...] = (Column("Factor and question", 8), Column("Answer", 8))
    columns = _noting(columns, (note for _, note in noted), 6)
    rows: list[Row] = []
    for factor in scale.factors:
        rows.append(Row((factor.name,), group=True))
        for item in scale.items:
            if item.factor == factor.id:
                answer = answers[item.id]
                answered = _fit_answer(item.answers, answer, is_reversed=item.is_reversed)
                rows.append(Row((item.question, answered, in_row(answer.note))))
    yield Table("Fit", columns, _cut(columns, rows), small=True)
    yield from below("Longer notes on fit", noted)


def _fit_answer(texts: tuple[str, ...], answer: FitAnswer, *, is_reversed: bool) -> str:
    if isinstance(answer, Unknown | NotAsked):
        return no_answer(answer)
    return (
        reversed_text(answer.level, texts[answer.level], len(texts) - 1 - answer.level)
        if is_reversed
        else fit_text(answer.level, texts[answer.level])
    )


def _journeys(assessment: Assessment) -> Iterator[Block]:
    columns: tuple[Column, ...] = (
        Column("Step", 5),
        Column("What should happen", 9),
        Column("Result", 3),
    )
    columns = _noting(columns, assessment.sheet.step_notes.values(), 6)
    rows: list[Row] = []
    noted: list[tuple[str, str]] = []
    for walked in assessment.card.journeys:
        journey = assessment.questionnaire.journey[walked.journey]
        rows.append(Row((journey.name,), group=True))
        found = results(assessment, journey)
        for step in journey.steps:
            name = deciding_step(step.name) if step.critical else step.name
            note = step_note(assessment, journey, step)
            noted.append((step_of(journey.name, step.name), note))
            result = wording.capital(RESULTS[found[step.id]])
            rows.append(Row((name, step.criterion, result, in_row(note))))
    yield Table("Journeys", columns, _cut(columns, rows), small=True)
    yield from below("Longer notes on journeys", noted)


def _handoffs(assessment: Assessment) -> Iterator[Block]:
    noted = [
        (way(assessment.channel(start), assessment.channel(end)), each.note)
        for (start, end), each in assessment.sheet.handoffs.items()
    ]
    columns: tuple[Column, ...] = (
        Column("From", 3),
        Column("To", 3),
        Column("Level", 2),
        Column("How many customers", 4),
    )
    columns = _noting(columns, (note for _, note in noted), 8)
    rows = (
        Row((assessment.channel(start), assessment.channel(end), *_handoff(assessment, each)))
        for (start, end), each in assessment.sheet.handoffs.items()
    )
    yield Table("Handoffs", columns, _cut(columns, rows), small=True)
    yield from below("Longer notes on handoffs", noted)


def _handoff(assessment: Assessment, handoff: Handoff) -> tuple[str, str, str]:
    """Level, traffic and note of a way; one that does not apply has no traffic."""
    if not handoff.applies:
        return "Does not apply", NOTHING, in_row(handoff.note)
    level = NOTHING if handoff.level is None else str(handoff.level)
    traffic = assessment.questionnaire.handoffs.traffic[handoff.traffic]
    return level, wording.capital(traffic), in_row(handoff.note)


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


def rests_on(evidence: str) -> str:
    """What an answer rests on."""
    return f"Rests on: {evidence.lower()}."


def would_prove_it(evidence: Sequence[str]) -> str:
    """What to look for, so that the answer rests on more than words."""
    return f"Would prove it: {'. '.join(evidence)}."


def step_of(journey: str, step: str) -> str:
    """A step with the journey that it belongs to."""
    return f"{journey}, \u201c{step}\u201d"


def way(start: str, end: str) -> str:
    """A way from channel to channel."""
    return f"{start} to {end}"


def fit_text(level: int, text: str) -> str:
    """An answer on fit."""
    return f"{level}. {text}"


def reversed_text(level: int, text: str, counts: int) -> str:
    """An answer on fit that counts the other way round."""
    return f"{level}. {text} Counts as {counts}, since more of this means less need."


def deciding_step(name: str) -> str:
    """A step that has to work."""
    return f"{name} (must work)"
