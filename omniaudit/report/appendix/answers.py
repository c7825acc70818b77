"""Appendix A: all questions and answers, with what they rest on and every note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from omniaudit.language import say, say_as
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
        label=say("Appendix A: answers"),
        title=say("Every question and every answer"),
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
    noted = any(map(str.strip, notes))
    return (*columns, Column(say("Note"), share)) if noted else tuple(columns)


def _cut(columns: tuple[Column, ...], rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows without the cells of columns that the table does not have."""
    return tuple(replace(each, cells=each.cells[: len(columns)]) for each in rows)


def _practices(assessment: Assessment) -> Iterator[Block]:
    noted = [
        (assessment.called(each.capability), assessment.answer(each.capability).note)
        for each in assessment.card.standings
    ]
    columns: tuple[Column, ...] = (
        Column(say("Code"), 2),
        Column(say("Question"), 9),
        Column(say("Answer and what it rests on"), 13),
    )
    columns = _noting(columns, (note for _, note in noted), 10)
    rows: list[Row] = []
    for dimension in assessment.questionnaire.dimensions:
        inside = assessment.inside(dimension.id)
        if inside:
            rows.append(Row((dimension.name,), group=True))
        rows += [_practice(assessment, each) for each in inside]
    yield Table(say("Practices"), columns, _cut(columns, rows), small=True)
    yield from below(say("Longer notes on practices"), noted)


def _practice(assessment: Assessment, standing: Standing) -> Row:
    capability = assessment.questionnaire.capability[standing.capability]
    answer = assessment.answer(capability.id)
    return Row(
        (
            capability.code,
            capability.question,
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
    text = capability.levels[answer.level]
    parts = [level_text(answer.level, text)]
    if answer.coverage is not None:
        parts.append(coverage_text(assessment.questionnaire.coverage[answer.coverage].name))
    if standing.counted is not None and standing.counted < answer.level:
        parts.append(counts_as(standing.counted))
    parts.append(rests_on(assessment.questionnaire.evidence[answer.evidence].name))
    if answer.evidence < Evidence.SEEN and capability.evidence:
        parts.append(would_prove_it(capability.evidence))
    return " ".join(parts)


def _fit(assessment: Assessment) -> Iterator[Block]:
    scale = assessment.questionnaire.fit
    answers = {item.id: assessment.sheet.fit.get(item.id, NotAsked()) for item in scale.items}
    noted = [(item.name, answers[item.id].note) for item in scale.items]
    columns: tuple[Column, ...] = (
        Column(say("Factor and question"), 8),
        Column(say("Answer"), 8),
    )
    columns = _noting(columns, (note for _, note in noted), 6)
    rows: list[Row] = []
    for factor in scale.factors:
        rows.append(Row((factor.name,), group=True))
        for item in scale.items:
            if item.factor == factor.id:
                answer = answers[item.id]
                answered = _fit_answer(item.answers, answer, is_reversed=item.is_reversed)
                rows.append(Row((item.question, answered, in_row(answer.note))))
    yield Table(say("Fit"), columns, _cut(columns, rows), small=True)
    yield from below(say("Longer notes on fit"), noted)


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
        Column(say("Step"), 5),
        Column(say("What should happen"), 9),
        Column(say("Result"), 3),
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
            result = wording.capital(say(RESULTS[found[step.id]]))
            rows.append(Row((name, step.criterion, result, in_row(note))))
    yield Table(say("Journeys"), columns, _cut(columns, rows), small=True)
    yield from below(say("Longer notes on journeys"), noted)


def _handoffs(assessment: Assessment) -> Iterator[Block]:
    noted = [
        (way(assessment.channel(start), assessment.channel(end)), each.note)
        for (start, end), each in assessment.sheet.handoffs.items()
    ]
    columns: tuple[Column, ...] = (
        Column(say_as("heading of a column", "From"), 3),
        Column(say_as("heading of a column", "To"), 3),
        Column(say("Level"), 2),
        Column(say("How many customers"), 4),
    )
    columns = _noting(columns, (note for _, note in noted), 8)
    rows = (
        Row((assessment.channel(start), assessment.channel(end), *_handoff(assessment, each)))
        for (start, end), each in assessment.sheet.handoffs.items()
    )
    yield Table(say("Handoffs"), columns, _cut(columns, rows), small=True)
    yield from below(say("Longer notes on handoffs"), noted)


def _handoff(assessment: Assessment, handoff: Handoff) -> tuple[str, str, str]:
    """Level, traffic and note of a way; one that does not apply has no traffic."""
    if not handoff.applies:
        return say("Does not apply"), NOTHING, in_row(handoff.note)
    level = NOTHING if handoff.level is None else str(handoff.level)
    traffic = assessment.questionnaire.handoffs.traffic[handoff.traffic]
    return level, wording.capital(traffic), in_row(handoff.note)


def not_applicable(reason: str) -> str:
    """An answer that was set aside, with its reason."""
    return say("Not applicable: {reason}", reason=reason) if reason else say("Not applicable")


def level_text(level: int, text: str) -> str:
    """An answer with the words of its level."""
    return say("Level {level}. {text}", level=level, text=text)


def coverage_text(coverage: str) -> str:
    """In how much of the business an answer holds."""
    return say("Holds: {coverage}.", coverage=coverage.lower())


def counts_as(level: int) -> str:
    """The level that counts."""
    return say("Counts as level {level}.", level=level)


def rests_on(evidence: str) -> str:
    """What an answer rests on."""
    return say("Rests on: {evidence}.", evidence=evidence.lower())


def would_prove_it(evidence: Sequence[str]) -> str:
    """What to look for, so that the answer rests on more than words."""
    return say("Would prove it: {proofs}.", proofs=wording.item_by_item(evidence))


def step_of(journey: str, step: str) -> str:
    """A step with the journey that it belongs to."""
    return say("{journey}, \u201c{step}\u201d", journey=journey, step=step)


def way(start: str, end: str) -> str:
    """A way from channel to channel."""
    # Translators: from channel to channel
    return say("{from_channel} to {to_channel}", from_channel=start, to_channel=end)


def fit_text(level: int, text: str) -> str:
    """An answer on fit."""
    return f"{level}. {text}"


def reversed_text(level: int, text: str, counts: int) -> str:
    """An answer on fit that counts the other way round."""
    return say(
        "{level}. {text} Counts as {counts}, since more of this means less need.",
        level=level,
        text=text,
        counts=counts,
    )


def deciding_step(name: str) -> str:
    """A step that has to work."""
    return say("{step} (must work)", step=name)
