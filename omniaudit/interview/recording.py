"""What an answer makes of the answer sheet: a new sheet, with everything else as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.particulars import Particular
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    Handoff,
    NotApplicable,
    NotAsked,
    StepResult,
    Unknown,
)

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

Rung = Practice | FitPoint
"""A question that is answered by a level 0 to 3."""


def answer_to(sheet: AnswerSheet, question: Rung) -> Answer:
    """The answer as it stands."""
    if isinstance(question, FitPoint):
        return sheet.fit.get(question.key, NotAsked())
    return sheet.answer(question.key)


def with_answer(sheet: AnswerSheet, question: Rung, answer: Answer) -> AnswerSheet:
    """The sheet with one answer set; without answer, note and flag it is as if never asked."""
    if answer == NotAsked():
        return replace(
            sheet,
            answers=_without(sheet.answers, question.key),
            fit=_without(sheet.fit, question.key),
        )
    if isinstance(question, Practice):
        return replace(sheet, answers=_set(sheet.answers, question.key, answer))
    if isinstance(answer, NotApplicable):
        raise TypeError("a question of fit is never not applicable")
    return replace(sheet, fit=_set(sheet.fit, question.key, answer))


def with_level(sheet: AnswerSheet, question: Rung, level: int) -> AnswerSheet:
    """The sheet with a level; note, flag, coverage and evidence stay."""
    before = answer_to(sheet, question)
    if isinstance(before, Answered):
        return with_answer(sheet, question, replace(before, level=level))
    after = Answered(level, note=before.note, flagged=before.flagged)
    return with_answer(sheet, question, after)


def with_unknown(sheet: AnswerSheet, question: Question) -> AnswerSheet:
    """The sheet with don't know as the answer; note and flag stay."""
    match question:
        case Particular():
            return sheet
        case HandoffRow():
            missing = [
                each for each in question.ends if (question.start, each) not in sheet.handoffs
            ]
            return with_handoffs(
                sheet, question, dict.fromkeys(missing or question.ends, (None, True, None))
            )
        case Moment():
            return with_result(sheet, question, "not-tested")
        case _:
            before = answer_to(sheet, question)
            return with_answer(sheet, question, Unknown(before.note, before.flagged))


def with_not_applicable(sheet: AnswerSheet, question: Practice, reason: str) -> AnswerSheet:
    """The sheet with a question set aside for a reason; note and flag stay."""
    before = answer_to(sheet, question)
    return with_answer(sheet, question, NotApplicable(reason, before.note, before.flagged))


def with_evidence(sheet: AnswerSheet, question: Practice, evidence: Evidence) -> AnswerSheet:
    """The sheet with what a level rests on; the question must be answered."""
    before = sheet.answer(question.key)
    if not isinstance(before, Answered):
        raise TypeError("evidence belongs to a level")
    return with_answer(sheet, question, replace(before, evidence=evidence))


def with_coverage(sheet: AnswerSheet, question: Practice, coverage: Coverage) -> AnswerSheet:
    """The sheet with how much of the business a level holds for; it must be answered."""
    before = sheet.answer(question.key)
    if not isinstance(before, Answered):
        raise TypeError("coverage belongs to a level")
    return with_answer(sheet, question, replace(before, coverage=coverage))


def with_flag(sheet: AnswerSheet, question: Rung, *, flagged: bool) -> AnswerSheet:
    """The sheet with a question flagged for follow-up, or no longer."""
    return with_answer(sheet, question, replace(answer_to(sheet, question), flagged=flagged))


def with_result(sheet: AnswerSheet, moment: Moment, result: StepResult) -> AnswerSheet:
    """The sheet with the result of a journey's step."""
    results = _set(sheet.journeys.get(moment.journey.id, {}), moment.step.id, result)
    return replace(sheet, journeys=_set(sheet.journeys, moment.journey.id, results))


Going = tuple[int | None, bool, int | None]
"""Level, None when nobody knows; whether the pair applies; traffic, None to leave it."""


def with_handoffs(sheet: AnswerSheet, row: HandoffRow, goings: Mapping[str, Going]) -> AnswerSheet:
    """The sheet with levels, and traffic where given, of a row's pairs; notes stay."""
    pairs = dict(sheet.handoffs)
    for end, (level, applies, traffic) in goings.items():
        before = pairs.get((row.start, end), Handoff(None))
        pairs[row.start, end] = replace(
            before,
            level=level,
            applies=applies,
            traffic=before.traffic if traffic is None else traffic,
        )
    return replace(sheet, handoffs=pairs)


def note_of(sheet: AnswerSheet, question: Question, end: str = "") -> str:
    """The note on a question; of a handoff row, the one on the pair that ends in `end`."""
    match question:
        case Particular():
            return ""
        case HandoffRow():
            return sheet.handoffs.get((question.start, end), Handoff(None)).note
        case Moment():
            return sheet.step_notes.get((question.journey.id, question.step.id), "")
        case _:
            return answer_to(sheet, question).note


def with_note(sheet: AnswerSheet, question: Question, note: str, end: str = "") -> AnswerSheet:
    """The sheet with a question's note replaced; an empty one is removed."""
    match question:
        case Particular():
            return sheet
        case HandoffRow():
            before = sheet.handoffs.get((question.start, end), Handoff(None))
            after = replace(before, note=note)
            return replace(sheet, handoffs=_set(sheet.handoffs, (question.start, end), after))
        case Moment():
            key = (question.journey.id, question.step.id)
            kept = _without(sheet.step_notes, key)
            return replace(sheet, step_notes={**kept, key: note} if note else kept)
        case _:
            after_answer = replace(answer_to(sheet, question), note=note)
            return with_answer(sheet, question, after_answer)


def _set(mapping: Mapping[_Key, _Value], key: _Key, value: _Value) -> Mapping[_Key, _Value]:
    """A mapping with one value set, in its place when it was there."""
    return {**mapping, key: value}


def _without(mapping: Mapping[_Key, _Value], key: _Key) -> Mapping[_Key, _Value]:
    return {each: value for each, value in mapping.items() if each != key}
