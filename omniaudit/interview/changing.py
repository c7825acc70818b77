"""What a command changes at the question asked now, and what a change gives cause to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from omniaudit.engine.contradictions import contradictions, fragilities
from omniaudit.engine.journeys import walk
from omniaudit.engine.standings import standings
from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.answering import COVERAGE, EVIDENCE, Refused, added_note, grade
from omniaudit.interview.commands import Letter
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import (
    answer_to,
    with_coverage,
    with_evidence,
    with_flag,
    with_handoffs,
    with_not_applicable,
    with_note,
    with_result,
    with_unknown,
)
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, grades_of, value_of
from omniaudit.interview.wayfinding import end_of_note
from omniaudit.model.answers import Answered, AnswerSheet, Coverage, Evidence, NotAsked
from omniaudit.model.capability import Requirement
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Contradiction
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
        end, words = end_of_note(question, note)
        after = added_note(after, question, words, end)
    if isinstance(question, Moment):
        return Change(after, f"{called(question)}: not tested.", moves_on=True)
    lost = [each for each in grades_of(sheet, question) if each not in grades_of(after, question)]
    undone = (
        f" {wording.capital(wording.listed(lost))} went with the level; u undoes." if lost else ""
    )
    effect = "don't know. Results show what is confirmed and what is possible."
    return Change(after, f"{called(question)}: {effect}{undone}", moves_on=True)


def _not_applicable(sheet: AnswerSheet, question: Question, reason: str) -> Change | Asks | Refused:
    match question:
        case Practice():
            if not reason:
                return Asks("reason")
            after = with_not_applicable(sheet, question, reason)
            said = f"{called(question)}: not applicable. It leaves the score; the report shows why."
            return Change(after, said, moves_on=True)
        case HandoffRow():
            ends = dict.fromkeys(question.ends, (None, False, None))
            after = with_handoffs(sheet, question, ends)
            return Change(after, f"{called(question)}: nobody goes this way.", moves_on=True)
        case Moment():
            after = with_result(sheet, question, "not-applicable")
            after = added_note(after, question, reason) if reason else after
            return Change(after, f"{called(question)}: not applicable.", moves_on=True)
        case _:
            return Refused("This concerns every business: type 0 to 3, or d for don't know.")


def _note(sheet: AnswerSheet, question: Question, text: str) -> Change:
    end, words = end_of_note(question, text)
    if words == "-":
        removed = with_note(sheet, question, "", end)
        return Change(removed, f"{called(question)}: note removed; u undoes.")
    return Change(added_note(sheet, question, words, end), f"{called(question)}: note kept.")


def _flag(sheet: AnswerSheet, question: Question, note: str) -> Change | Refused:
    if not isinstance(question, Practice | FitPoint):
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
    return Change(after, f"{called(question)}: {name} {list(grades)[found]}.")


def acknowledged(before: AnswerSheet, after: AnswerSheet, question: Question, *, note: bool) -> str:
    """What was answered, in a sentence that says what it was before."""
    was, now = value_of(before, question), value_of(after, question)
    parts = [f"{called(question)} = {now}" + (f" (was {was})" if was and was != now else "")]
    parts += grades_of(after, question)
    parts += ["note kept"] if note else []
    return ", ".join(parts) + "." + (" u undoes." if was and was != now else "")


def remarks(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet, question: Question
) -> tuple[Line, ...]:
    """What a change gives cause to look at again: shown, never forced."""
    if isinstance(question, Particular):
        return tuple(_hidden(questionnaire, before, after))
    return (
        *_refuted(questionnaire, before, after),
        *_resting(questionnaire, before, after, question),
    )


def _hidden(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet
) -> Iterator[Line]:
    count = hidden(questionnaire, after)
    if count > hidden(questionnaire, before):
        counted = wording.counted(count, "answered question is", "answered questions are")
        yield Line(f"{wording.capital(counted)} hidden now: kept and not scored.")


def hidden(questionnaire: Questionnaire, sheet: AnswerSheet) -> int:
    """How many answers do not concern this profile and these channels."""
    profile, channels = sheet.business.profile, sheet.business.channels
    asked = {each.id for each in questionnaire.capabilities_for(profile)}
    walked = {each.id for each in questionnaire.journeys_for(profile)}
    return (
        sum(key not in asked and answer != NotAsked() for key, answer in sheet.answers.items())
        + sum(not set(pair) <= set(channels) for pair in sheet.handoffs)
        + sum(key not in walked for key in sheet.journeys)
    )


def _refuted(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet
) -> Iterator[Line]:
    known = _contradictions(questionnaire, before)
    for each in _contradictions(questionnaire, after):
        if each in known:
            continue
        code = questionnaire.capability[each.capability].code
        answer = after.answer(each.capability)
        level = answer.level if isinstance(answer, Answered) else 0
        journey = questionnaire.journey[each.journey]
        step = next(step for step in journey.steps if step.id == each.step)
        need = next(need.level for need in step.requires if need.capability == each.capability)
        ended = "failed" if each.kind == "over-claim" else "passed"
        yield Line(
            f"Look again: \u201c{step.name}\u201d {ended}, which takes {code} at {need}; {code}"
            f" stands at {level}. Both may be right: g {code} goes there."
        )


def _contradictions(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Contradiction, ...]:
    return contradictions(questionnaire, sheet, walk(questionnaire, sheet))


def _resting(
    questionnaire: Questionnaire, before: AnswerSheet, after: AnswerSheet, question: Question
) -> Iterator[Line]:
    """What a level usually rests on and has not got here, as far as this answer shows it."""
    if not isinstance(question, Practice):
        return
    known = fragilities(questionnaire, standings(questionnaire, before))
    for each in fragilities(questionnaire, standings(questionnaire, after)):
        if each in known:
            continue
        code = questionnaire.capability[each.capability].code
        needs = [_need(questionnaire, after, need) for need in each.missing]
        level = value_of(after, Practice(questionnaire.capability[each.capability]))
        yield Line(
            f"Look again: {code} at {level} usually rests on {wording.listed(needs)}. Both may be"
            f" right: g {code} goes there."
        )


def _need(questionnaire: Questionnaire, sheet: AnswerSheet, need: Requirement) -> str:
    practice = Practice(questionnaire.capability[need.capability])
    return f"{called(practice)} at {need.level}, which is at {value_of(sheet, practice)} here"
