"""What a command changes at the question asked now, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.answering import Refused, grade
from omniaudit.interview.commands import Letter
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
from omniaudit.load.replies import COVERAGE, EVIDENCE
from omniaudit.model.answers import Answered, AnswerSheet, Coverage, Evidence
from omniaudit.report import wording


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
    sheet: AnswerSheet, question: Question, letter: Letter, rest: str
) -> Change | Asks | Refused:
    """What d, n, m, f, e or c does at a question."""
    if isinstance(question, Particular):
        return Refused("This is a fact about the business: type it, or b goes back.")
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
            return _grade(sheet, question, letter, rest)


def _unknown(sheet: AnswerSheet, question: Question, note: str) -> Change:
    after = with_unknown(sheet, question)
    if note:
        after = added_note(after, question, note)
    if isinstance(question, Moment):
        return Change(after, f"{called(question)}: not tested.", moves_on=True)
    lost = [each for each in grades_of(sheet, question) if each not in grades_of(after, question)]
    undone = (
        f" {wording.capital(wording.listed(lost))} went with the level; u undoes." if lost else ""
    )
    effect = "Results show what is confirmed and what is possible."
    said = f"{called(question)}: don't know{_was(sheet, question)}. {effect}{undone}"
    return Change(after, said, moves_on=True)


def _was(sheet: AnswerSheet, question: Question) -> str:
    value = value_of(sheet, question)
    return f" (was {value})" if value else ""


def _not_applicable(sheet: AnswerSheet, question: Question, reason: str) -> Change | Asks | Refused:
    match question:
        case Practice():
            if not reason:
                return Asks("reason")
            after = with_not_applicable(sheet, question, reason)
            said = f"{called(question)}: not applicable{_was(sheet, question)}."
            said += " It leaves the score; the report shows why."
            if question.capability.always_applies:
                said += " Nearly every business is concerned: check the reason."
            return Change(after, said, moves_on=True)
        case HandoffRow():
            ends = dict.fromkeys(question.ends, (None, False, None))
            after = with_handoffs(sheet, question, ends)
            after = added_note(after, question, reason) if reason else after
            return Change(after, f"{called(question)}: nobody goes this way.", moves_on=True)
        case Moment():
            after = with_result(sheet, question, "not-applicable")
            after = added_note(after, question, reason) if reason else after
            return Change(after, f"{called(question)}: not applicable.", moves_on=True)
        case _:
            return Refused("This concerns every business: type 0 to 3, or d for don't know.")


def _note(sheet: AnswerSheet, question: Question, text: str) -> Change:
    if text == "-":
        removed = without_notes(sheet, question)
        return Change(removed, f"{called(question)}: note removed; u undoes.")
    return Change(added_note(sheet, question, text), f"{called(question)}: note kept.")


def _flag(sheet: AnswerSheet, question: Question, note: str) -> Change | Refused:
    if not isinstance(question, Practice | FitPoint):
        if note:
            return _note(sheet, question, note)
        return Refused("There is no flag here; m TEXT keeps a note.")
    flagged = not answer_to(sheet, question).flagged
    after = with_flag(sheet, question, flagged=flagged)
    after = added_note(after, question, note) if note else after
    said = "flagged for follow-up; f takes it away." if flagged else "no longer flagged."
    return Change(after, f"{called(question)}: {said}")


def _grade(
    sheet: AnswerSheet, question: Question, letter: Letter, word: str
) -> Change | Asks | Refused:
    name = "evidence" if letter == "e" else "coverage"
    if not isinstance(question, Practice):
        return Refused(f"Only practices have {name}.")
    if not isinstance(sheet.answer(question.key), Answered):
        return Refused(
            "First the level; both go in one line too, such as 2 +seen. To grade the answer"
            " before this one, go back with b."
        )
    grades = EVIDENCE if letter == "e" else COVERAGE
    found = grade(word, grades)
    if not word:
        return Asks("evidence" if letter == "e" else "coverage")
    if found is None:
        return Refused(f"\u201c{word}\u201d is no {name}. Type {wording.either(list(grades))}.")
    after = (
        with_evidence(sheet, question, Evidence(found))
        if letter == "e"
        else with_coverage(sheet, question, Coverage(found))
    )
    return Change(after, f"{called(question)}: {name} {list(grades)[found]}.{_lowers(found, name)}")


def _lowers(found: int, name: str) -> str:
    if name == "coverage" and found < Coverage.LARGELY:
        return " So one level less counts."
    return ""


def acknowledged(before: AnswerSheet, after: AnswerSheet, question: Question) -> str:
    """What was answered, in a sentence that says what it was before."""
    was, now = value_of(before, question), value_of(after, question)
    parts = [f"{called(question)} = {now}" + (f" (was {was})" if was and was != now else "")]
    kept = grades_of(before, question)
    parts += [f"still {each}" if each in kept else each for each in grades_of(after, question)]
    parts += ["note kept"] if notes_of(after, question) != notes_of(before, question) else []
    return ", ".join(parts) + "." + (" u undoes." if was and was != now else "")
