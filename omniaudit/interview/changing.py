"""What a command changes at the question asked now, and how that is said."""

from __future__ import annotations

from typing import Literal

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.answering import Refused
from omniaudit.interview.commands import Letter
from omniaudit.interview.grading import Kind, grade_name, graded, names
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import (
    added_note,
    answer_to,
    notes_of,
    with_coverage,
    with_evidence,
    with_flag,
    with_handoffs,
    with_not_applicable,
    with_result,
    with_unknown,
    without_notes,
)
from omniaudit.interview.screens.naming import called, grades_of, value_of
from omniaudit.language import mark, say
from omniaudit.model.answers import Answered, AnswerSheet, Coverage, Evidence
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report import wording
from omniaudit.values import dataclass

_UNKNOWN = mark("{question}: don't know.")
_UNKNOWN_NOW = mark("{question}: don't know (was {before}).")
_NOT_APPLICABLE = mark("{question}: not applicable.")
_NOT_APPLICABLE_NOW = mark("{question}: not applicable (was {before}).")


@dataclass(frozen=True, slots=True)
class _Grading:
    """What is said about a grade: at a question without it, of a wrong word, of a right one."""

    elsewhere: str
    wrong: str
    given: str


_EVIDENCE = _Grading(
    mark("Only practices have evidence."),
    mark("“{word}” is no evidence. Type {grades}."),
    mark("{question}: evidence {grade}."),
)
_COVERAGE = _Grading(
    mark("Only practices have coverage."),
    mark("“{word}” is no coverage. Type {grades}."),
    mark("{question}: coverage {grade}."),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A command changed the sheet."""

    sheet: AnswerSheet
    said: str = ""
    moves_on: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """A command needs one more word."""

    wants: Literal["reason", "evidence", "coverage"]


def change(
    ours: Questionnaire, sheet: AnswerSheet, question: Question, letter: Letter, rest: str
) -> Change | Asks | Refused:
    """What d, n, m, f, e or c does at a question."""
    if isinstance(question, Particular):
        return Refused(say("This is a fact about the business: type it, or b goes back."))
    match letter:
        case "d":
            return _unknown(sheet, question, rest)
        case "n":
            return _not_applicable(sheet, question, rest)
        case "m":
            return _note(sheet, question, rest)
        case "f":
            return _flag(sheet, question, rest)
        case _:
            return _grade(ours, sheet, question, "e" if letter == "e" else "c", rest)


def _unknown(sheet: AnswerSheet, question: Question, note: str) -> Change:
    after = with_unknown(sheet, question)
    if note:
        after = added_note(after, question, note)
    if isinstance(question, Moment):
        said = say("{question}: not tested.", question=called(question))
        return Change(after, said, moves_on=True)
    sentences = [
        _with_what_was(sheet, question, _UNKNOWN, _UNKNOWN_NOW),
        say("Results show what is confirmed and what is possible."),
    ]
    lost = [each for each in grades_of(sheet, question) if each not in grades_of(after, question)]
    if lost:
        gone = say("{grades} went with the level; u undoes.", grades=wording.listed(lost))
        sentences.append(wording.capital(gone))
    return Change(after, " ".join(sentences), moves_on=True)


def _with_what_was(sheet: AnswerSheet, question: Question, plain: str, changed: str) -> str:
    """A sentence on a question, or the one that says what its answer was before."""
    was = value_of(sheet, question)
    return say(changed if was else plain, question=called(question), before=was)


def _not_applicable(sheet: AnswerSheet, question: Question, reason: str) -> Change | Asks | Refused:
    match question:
        case Practice():
            if not reason:
                return Asks("reason")
            after = with_not_applicable(sheet, question, reason)
            sentences = [
                _with_what_was(sheet, question, _NOT_APPLICABLE, _NOT_APPLICABLE_NOW),
                say("It leaves the score; the report shows why."),
            ]
            if question.capability.always_applies:
                sentences.append(say("Nearly every business is concerned: check the reason."))
            return Change(after, " ".join(sentences), moves_on=True)
        case HandoffRow():
            ends = dict.fromkeys(question.ends, (None, False, None))
            after = with_handoffs(sheet, question, ends)
            after = added_note(after, question, reason) if reason else after
            said = say("{question}: nobody goes this way.", question=called(question))
            return Change(after, said, moves_on=True)
        case Moment():
            after = with_result(sheet, question, "not-applicable")
            after = added_note(after, question, reason) if reason else after
            said = say(_NOT_APPLICABLE, question=called(question))
            return Change(after, said, moves_on=True)
        case _:
            return Refused(say("This concerns every business: type 0 to 3, or d for don't know."))


def _note(sheet: AnswerSheet, question: Question, text: str) -> Change:
    if text == "-":
        removed = without_notes(sheet, question)
        return Change(
            removed, say("{question}: note removed; u undoes.", question=called(question))
        )
    kept = say("{question}: note kept.", question=called(question))
    return Change(added_note(sheet, question, text), kept)


def _flag(sheet: AnswerSheet, question: Question, note: str) -> Change | Refused:
    if not isinstance(question, Practice | FitPoint):
        if note:
            return _note(sheet, question, note)
        return Refused(say("There is no flag here; m TEXT keeps a note."))
    flagged = not answer_to(sheet, question).flagged
    after = with_flag(sheet, question, flagged=flagged)
    after = added_note(after, question, note) if note else after
    if flagged:
        said = say("{question}: flagged for follow-up; f takes it away.", question=called(question))
    else:
        said = say("{question}: no longer flagged.", question=called(question))
    return Change(after, said)


def _grade(
    ours: Questionnaire, sheet: AnswerSheet, question: Question, kind: Kind, word: str
) -> Change | Asks | Refused:
    grading = _EVIDENCE if kind == "e" else _COVERAGE
    if not isinstance(question, Practice):
        return Refused(say(grading.elsewhere))
    if not isinstance(sheet.answer(question.key), Answered):
        return Refused(
            say(
                "First the level; both go in one line too, such as 2 +seen. To grade the answer"
                " before this one, go back with b."
            )
        )
    if not word:
        return Asks("evidence" if kind == "e" else "coverage")
    given = graded(ours, kind, word)
    if given is None:
        return Refused(say(grading.wrong, word=word, grades=wording.either(names(kind))))
    said = say(grading.given, question=called(question), grade=grade_name(given))
    if isinstance(given, Evidence):
        return Change(with_evidence(sheet, question, given), said)
    lowers = say("So one level less counts.") if given < Coverage.LARGELY else ""
    after = with_coverage(sheet, question, given)
    return Change(after, f"{said} {lowers}".rstrip())


def acknowledged(before: AnswerSheet, after: AnswerSheet, question: Question) -> str:
    """What was answered, in a sentence that says what it was before."""
    was, now = value_of(before, question), value_of(after, question)
    answer = f"{called(question)} = {now}"
    is_new = was not in {"", now}
    parts = [say("{answer} (was {before})", answer=answer, before=was) if is_new else answer]
    kept = grades_of(before, question)
    parts += [
        # Translators: in a list of what belongs to an answer, such as its evidence
        say("still {grade}", grade=each) if each in kept else each
        for each in grades_of(after, question)
    ]
    if notes_of(after, question) != notes_of(before, question):
        parts.append(say("note kept"))
    sentence = f"{', '.join(parts)}."
    return " ".join((sentence, say("u undoes."))) if is_new else sentence
