"""How questions and answers are called in a sentence."""

from __future__ import annotations

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question, given
from omniaudit.interview.grading import grade_name
from omniaudit.interview.particulars import Particular, particular_value
from omniaudit.interview.recording import answer_to
from omniaudit.language import SOURCE, code, mark, say
from omniaudit.model.answers import (
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    Handoff,
    NotApplicable,
    Unknown,
)

_RESULTS = {
    "pass": mark("passed"),
    "fail": mark("failed"),
    "not-tested": mark("not tested"),
    "not-applicable": mark("not applicable"),
}


def called(question: Question) -> str:
    """A question in a word or two, such as DS2."""
    match question:
        case Particular():
            return question.name
        case Practice():
            return question.capability.code
        case FitPoint():
            return question.item.name
        case HandoffRow():
            # Translators: short name of the question how customers get from a channel to others
            return say("From {channel}", channel=_channels(question)[0])
        case Moment():
            place = question.journey.steps.index(question.step) + 1
            return say("{journey} step {number}", journey=question.journey.code, number=place)


def title_of(question: Question) -> str:
    """What a question is about."""
    match question:
        case Particular():
            return question.question
        case Practice():
            return question.capability.name
        case FitPoint():
            return question.item.name
        case HandoffRow():
            start, *ends = _channels(question)
            return say("from {channel} to {others}", channel=start, others=", ".join(ends))
        case Moment():
            return f"{question.journey.name}: {question.step.name}"


def value_of(sheet: AnswerSheet, question: Question) -> str:
    """An answer in a word or two: a level, don't know and so on; empty while it is open."""
    match question:
        case Particular():
            return _particular(sheet, question)
        case HandoffRow():
            answers = given(sheet, question)
            return " ".join(map(_going, answers)) if any(answers) else ""
        case Moment():
            result = sheet.journeys.get(question.journey.id, {}).get(question.step.id)
            return say(_RESULTS[result]) if result else ""
        case _:
            return _rung(sheet, question)


def _channels(row: HandoffRow) -> tuple[str, ...]:
    """English calls channels by their ids, which are short words of it."""
    return (row.start, *row.ends) if code() == SOURCE else row.names


def _particular(sheet: AnswerSheet, particular: Particular) -> str:
    names = {each.id: each.name for each in particular.options}
    return ", ".join(names.get(each, each) for each in particular_value(sheet, particular))


def _rung(sheet: AnswerSheet, question: Practice | FitPoint) -> str:
    match answer_to(sheet, question):
        case Answered() as answer:
            return str(answer.level)
        case Unknown():
            return say("don't know")
        case NotApplicable():
            return say("not applicable")
        case _:
            return ""


def _going(handoff: Handoff | None) -> str:
    if handoff is None:
        return "-"
    level = "d" if handoff.level is None else str(handoff.level)
    level = level if handoff.applies else "n"
    return level if handoff.traffic == 1 else f"{level}x{handoff.traffic}"


def _coverage(coverage: Coverage, level: int) -> str:
    """How far a level holds, and what counts of it where that is less."""
    word = grade_name(coverage)
    if level and coverage < Coverage.LARGELY:
        return say("{coverage} (counts as {level})", coverage=word, level=level - 1)
    return word


def grades_of(sheet: AnswerSheet, question: Question) -> tuple[str, ...]:
    """What an answer carries besides its level: evidence, coverage, flag."""
    if not isinstance(question, Practice | FitPoint):
        return ()
    answer = answer_to(sheet, question)
    words = []
    if isinstance(answer, Answered):
        if answer.evidence is not Evidence.SAID:
            words.append(grade_name(answer.evidence))
        if answer.coverage is not None:
            words.append(_coverage(answer.coverage, answer.level))
    return (*words, say("flagged")) if answer.flagged else tuple(words)
