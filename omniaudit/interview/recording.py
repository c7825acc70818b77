"""What an answer makes of the answer sheet: a new sheet, with everything else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question, given
from omniaudit.interview.particulars import Particular
from omniaudit.interview.typed_words import bare
from omniaudit.load.clean_text import MAX_NOTE
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


class NoteFull(Exception):
    """A note would be longer than an answers file can hold."""


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_WORD = re.compile(r"[^\s:]+:?")

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
    after = Answered(level, note=_words(before), flagged=before.flagged)
    return with_answer(sheet, question, after)


def _words(before: Answer) -> str:
    """The note on an answer, and the reason of one that did not apply."""
    reason = before.reason if isinstance(before, NotApplicable) else ""
    return _fitting("\n".join(filter(None, (before.note, reason))))


def _fitting(note: str) -> str:
    if len(note) > MAX_NOTE:
        raise NoteFull
    return note


def with_unknown(sheet: AnswerSheet, question: Question) -> AnswerSheet:
    """The sheet with don't know as the answer; note and flag stay."""
    match question:
        case Particular():
            return sheet
        case HandoffRow():
            answers = zip(question.ends, given(sheet, question), strict=True)
            missing = [end for end, answer in answers if answer is None]
            unknown = dict.fromkeys(missing or question.ends, (None, True, None))
            return with_handoffs(sheet, question, unknown)
        case Moment():
            return with_result(sheet, question, "not-tested")
        case _:
            before = answer_to(sheet, question)
            return with_answer(sheet, question, Unknown(_words(before), before.flagged))


def with_not_applicable(sheet: AnswerSheet, question: Practice, reason: str) -> AnswerSheet:
    """The sheet with a question set aside for a reason; note and flag stay."""
    before = answer_to(sheet, question)
    return with_answer(sheet, question, NotApplicable(reason, _words(before), before.flagged))


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


def with_handoffs(
    sheet: AnswerSheet, row: HandoffRow, goings: Mapping[str, Going | None]
) -> AnswerSheet:
    """The sheet with levels, and traffic where given, of a row's pairs; notes stay.

    None opens a pair again.
    """
    pairs = dict(sheet.handoffs)
    for end, going in goings.items():
        before = pairs.get((row.start, end), Handoff(None))
        level, applies, traffic = going or (None, True, 1)
        pairs[row.start, end] = replace(
            before,
            level=level,
            applies=applies,
            traffic=before.traffic if traffic is None else traffic,
            asked=going is not None,
        )
    return replace(sheet, handoffs=_answered(pairs))


def _answered(pairs: Mapping[tuple[str, str], Handoff]) -> Mapping[tuple[str, str], Handoff]:
    """Pairs without those that hold neither answer nor note."""
    return {pair: each for pair, each in pairs.items() if each.asked or each.note}


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


def notes_of(sheet: AnswerSheet, question: Question) -> list[str]:
    """All notes on a question; only a handoff row has several."""
    return [note for end in ends_of(question) if (note := note_of(sheet, question, end))]


def ends_of(question: Question) -> tuple[str, ...]:
    """What notes on a question stand at: a row's channels, elsewhere only the question itself."""
    return question.ends if isinstance(question, HandoffRow) else ("",)


def with_note(sheet: AnswerSheet, question: Question, note: str, end: str = "") -> AnswerSheet:
    """The sheet with a question's note replaced; an empty one is removed."""
    match question:
        case Particular():
            return sheet
        case HandoffRow():
            way = (question.start, end)
            before = sheet.handoffs.get(way, Handoff(None, asked=False))
            pairs = _set(sheet.handoffs, way, replace(before, note=note))
            return replace(sheet, handoffs=_answered(pairs))
        case Moment():
            key = (question.journey.id, question.step.id)
            kept = _without(sheet.step_notes, key)
            return replace(sheet, step_notes={**kept, key: note} if note else kept)
        case _:
            after_answer = replace(answer_to(sheet, question), note=note)
            return with_answer(sheet, question, after_answer)


def added_note(sheet: AnswerSheet, question: Question, text: str) -> AnswerSheet:
    """The sheet with a text added to a question's note, on a line of its own.

    Raises:
        NoteFull: when the note would be longer than 10,000 characters.
    """
    words, end = noted_on(question, text)
    before = note_of(sheet, question, end)
    note = _fitting(f"{before}\n{words}" if before else words)
    return with_note(sheet, question, note, end)


def noted_on(question: Question, text: str) -> tuple[str, str]:
    """The words of a note and, on a handoff row, the channel: the one it begins with, or the first.

    A channel is an id or a name, with or without a colon. Elsewhere the channel is empty.
    """
    if not isinstance(question, HandoffRow):
        return text, ""
    named = dict(zip(map(bare, question.names[1:]), question.ends, strict=True))
    known = {**named, **{end: end for end in question.ends}}
    words = list(_WORD.finditer(text))[: max(len(each.split()) for each in known)]
    for word in reversed(words):
        end = known.get(bare(text[: word.end()].rstrip(" :,")))
        rest = text[word.end() :].lstrip(" :").strip()
        if end and rest:
            return rest, end
    return text, question.ends[0]


def without_notes(sheet: AnswerSheet, question: Question) -> AnswerSheet:
    """The sheet without any note on a question."""
    for end in ends_of(question):
        sheet = with_note(sheet, question, "", end)
    return sheet


def _set(mapping: Mapping[_Key, _Value], key: _Key, value: _Value) -> Mapping[_Key, _Value]:
    """A mapping with one value set, in its place when it was there."""
    return {**mapping, key: value}


def _without(mapping: Mapping[_Key, _Value], key: _Key) -> Mapping[_Key, _Value]:
    return {each: value for each, value in mapping.items() if each != key}
