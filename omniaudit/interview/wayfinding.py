"""Which question a word means, and which one comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from omniaudit.interview.agenda import (
    Agenda,
    FitPoint,
    HandoffRow,
    Moment,
    Practice,
    Question,
    is_flagged,
    section_of,
    state_of,
)
from omniaudit.interview.particulars import Particular
from omniaudit.interview.screens.naming import called
from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import Journey
from omniaudit.problems import did_you_mean

_NOUGHTS = re.compile(r"^([a-z]+)0+")


def targets(question: Question) -> Sequence[str]:
    """Words besides its key by which a question is found, in small letters."""
    match question:
        case Particular():
            return (question.key.partition(":")[2], question.name.lower())
        case Practice():
            return (question.capability.code.lower(), question.key.partition(".")[2])
        case FitPoint():
            return (question.key.partition(".")[2], question.item.name.lower())
        case HandoffRow():
            return (question.start, called(question).lower())
        case Moment():
            return _journey_words(question.journey)


def _journey_words(journey: Journey) -> tuple[str, ...]:
    code = journey.code.lower()
    return journey.id, code, _NOUGHTS.sub(r"\1", code)


def find(agenda: Agenda, sheet: AnswerSheet, word: str) -> Question | None:
    """The question of a number, a code, an id or a name; of several, the first that is open."""
    wanted = word.strip().lower()
    if wanted.isascii() and wanted.isdigit():
        several = [each for each in agenda.questions if str(agenda.number.get(each.key)) == wanted]
        return _first_open(sheet, several)
    if wanted.replace(".", "").isdigit():
        several = [each for each in agenda.questions if agenda.shown_number(each) == wanted]
        return several[0] if several else None
    exact = [each for each in agenda.questions if wanted in {each.key.lower(), *targets(each)}]
    named = exact or agenda.section(wanted) or _titled(agenda, wanted)
    return _first_open(sheet, named)


def _titled(agenda: Agenda, wanted: str) -> Sequence[Question]:
    """The one practice in whose title the words stand; none when there are several."""
    found = [
        each
        for each in agenda.questions
        if isinstance(each, Practice) and wanted and wanted in each.capability.name.lower()
    ]
    return found if len(found) == 1 else ()


def next_key(agenda: Agenda, sheet: AnswerSheet, at: str, only: Sequence[str] | None) -> str:
    """The key of the question after `at`: of those named, or the next open one; else empty."""
    for each in agenda.after(at):
        if only is not None:
            if each.key in only:
                return each.key
        elif state_of(sheet, each) == "open" or _goes_with(agenda.question.get(at), each):
            return each.key
    return ""


def still_unknown(agenda: Agenda, sheet: AnswerSheet) -> Particular | None:
    """The first fact about the business without which nobody knows what to ask."""
    for each in agenda.section("business"):
        if isinstance(each, Particular) and state_of(sheet, each) == "open":
            return each
    return None


def _goes_with(before: Question | None, question: Question) -> bool:
    """Whether a question that may be left out is asked, because the one before it was."""
    is_optional = isinstance(question, Particular) and not question.required
    return is_optional and isinstance(before, Particular)


def not_found(agenda: Agenda, word: str) -> str:
    """What to say when a word means no question."""
    if not word:
        return say("Type g and a code, a number or a name, such as g DS2; l lists all.")
    names = [name for each in agenda.questions for name in (*targets(each), each.key)]
    hint = did_you_mean(word.lower(), dict.fromkeys(names))
    # Translators: hint is empty, or a sentence with a space before it
    return say(
        "There is no question “{word}”.{hint} l lists all; /word searches.", word=word, hint=hint
    )


def journey_named(questionnaire: Questionnaire, profile: str, word: str) -> str | None:
    """A journey that this profile can walk, by id or code."""
    for journey in questionnaire.journeys_for(profile):
        if word.strip().lower() in _journey_words(journey):
            return journey.id
    return None


def chosen(agenda: Agenda, sheet: AnswerSheet, only: str) -> tuple[str, ...] | None:
    """The keys that `--only` means: flagged, unanswered, or a section; None for another word."""
    asked = [
        each
        for each in agenda.questions
        if not isinstance(each, Particular) or state_of(sheet, each) == "open"
    ]
    if only == "flagged":
        return tuple(each.key for each in asked if is_flagged(sheet, each))
    if only == "unanswered":
        return tuple(each.key for each in asked if state_of(sheet, each) in {"open", "unknown"})
    if only in agenda.sections:
        return tuple(each.key for each in agenda.questions if section_of(each) == only)
    one = find(agenda, sheet, only)
    return None if one is None else (one.key,)


def _first_open(sheet: AnswerSheet, questions: Sequence[Question]) -> Question | None:
    first = questions[0] if questions else None
    return next((each for each in questions if state_of(sheet, each) == "open"), first)
