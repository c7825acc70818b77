"""What a typed line answers: a new answer sheet and what to say, or why it is no answer."""

from __future__ import annotations

import re

from omniaudit.interview import typed_words
from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.grading import Mark, mark_names, marked
from omniaudit.interview.particulars import Particular, with_particular
from omniaudit.interview.recording import (
    Going,
    Rung,
    added_note,
    with_coverage,
    with_evidence,
    with_flag,
    with_handoffs,
    with_level,
    with_result,
)
from omniaudit.language import say, say_count
from omniaudit.load.clean_text import clean_line
from omniaudit.model.answers import AnswerSheet, Coverage, Evidence, StepResult
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import did_you_mean
from omniaudit.report import wording
from omniaudit.values import dataclass

_LEVEL = re.compile(r"([0-9]+)(?:[\s.,:;)]+(.*))?", re.DOTALL)
_QUOTED = re.compile(r"[\"\u201c\u201d](.*)[\"\u201c\u201d]", re.DOTALL)
_GOING = re.compile(r"([0-3dn])(?:[x/]([0-3]))?")
_GOINGS_AT_ONCE = re.compile(r"[0-3dn-]+")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Refused:
    """A line was no answer; `why` says what to type."""

    why: str


def take(
    ours: Questionnaire, sheet: AnswerSheet, question: Question, line: str
) -> AnswerSheet | Refused:
    """The answer that a line gives to a question, graded in the words of the questionnaire."""
    match question:
        case Particular():
            return _particular(sheet, question, line)
        case Practice() | FitPoint():
            return _rung(ours, sheet, question, line)
        case HandoffRow():
            return _row(sheet, question, line)
        case Moment():
            return _moment(sheet, question, line)


def _rung(
    ours: Questionnaire, sheet: AnswerSheet, question: Rung, line: str
) -> AnswerSheet | Refused:
    """A level, grades such as `+seen`, and a note, in one line."""
    level, _, rest = line.partition(" ")
    flag_only = isinstance(question, FitPoint)
    parts = marked(ours, rest, flag_only=flag_only)
    if parts.wrong:
        known = mark_names(flag_only=flag_only)
        hint = did_you_mean(parts.wrong.lower(), known)
        return Refused(
            # Translators: hint is empty, or a sentence with a space before it
            say(
                "`+{mark}` is no grade here.{hint} Known are {marks}.",
                mark=parts.wrong.lower(),
                hint=hint,
                marks=wording.listed(known),
            )
        )
    after = _level(sheet, question, f"{level} {parts.words}".rstrip())
    if isinstance(after, Refused):
        return after
    for mark in parts.marks:
        after = _marked(after, question, mark)
    return after


def _marked(sheet: AnswerSheet, question: Rung, mark: Mark) -> AnswerSheet:
    if isinstance(question, Practice) and isinstance(mark, Evidence):
        return with_evidence(sheet, question, mark)
    if isinstance(question, Practice) and isinstance(mark, Coverage):
        return with_coverage(sheet, question, mark)
    return with_flag(sheet, question, flagged=True)


def _level(sheet: AnswerSheet, question: Rung, line: str) -> AnswerSheet | Refused:
    match = _LEVEL.fullmatch(line)
    if typed_words.is_between_levels(line):
        return Refused(say("Between two levels the lower one counts: type it alone."))
    if match is None or match[1] not in {"0", "1", "2", "3"}:
        return Refused(say("Type 0, 1, 2 or 3, with a note after it if you like."))
    note = (match[2] or "").strip()
    after = with_level(sheet, question, int(match[1]))
    return added_note(after, question, note) if note else after


def _moment(sheet: AnswerSheet, question: Moment, line: str) -> AnswerSheet | Refused:
    word, _, rest = line.partition(" ")
    result = _result(word.strip(",:;)."))
    if result is None:
        return Refused(
            say("Type 1 when the step passed or 0 when it failed, with a note if you like.")
        )
    note = rest.strip()
    after = with_result(sheet, question, result)
    return added_note(after, question, note) if note else after


def _result(word: str) -> StepResult | None:
    if word == "1" or typed_words.means(word, typed_words.PASSED):
        return "pass"
    if word == "0" or typed_words.means(word, typed_words.FAILED):
        return "fail"
    return None


def is_row(row: HandoffRow, line: str) -> bool:
    """Whether a line that begins like a command, such as `d 0`, answers a row of several."""
    words, _ = _goings(row, line)
    return len(words) == len(row.ends) > 1 and all(map(_GOING.fullmatch, words))


def example(row: HandoffRow) -> str:
    """What the answers of a row could look like."""
    return " ".join("210n3d"[place % 6] for place in range(len(row.ends)))


def _goings(row: HandoffRow, line: str) -> tuple[list[str], str]:
    """The answers of a row, and the words after the last of them."""
    words = line.replace(",", " ").split()
    at_once = words[0].lower() if words else ""
    if len(at_once) == len(row.ends) > 1 and _GOINGS_AT_ONCE.fullmatch(at_once):
        return list(at_once), " ".join(words[1:])
    count = len(row.ends)
    answers = [word.lower() for word in words[:count]]
    rest = " ".join(words[count:])
    return (answers, rest) if any(map(str.isalpha, rest)) else ([*answers, *rest.split()], "")


def _row(sheet: AnswerSheet, row: HandoffRow, line: str) -> AnswerSheet | Refused:
    words, note = _goings(row, line)
    remedy = say_count(
        len(row.ends),
        "Type one answer in this order, such as {example}; - leaves one open.",
        "Type {count} answers in this order, such as {example}; - leaves one open.",
        example=example(row),
    )
    goings: dict[str, Going | None] = {}
    for word, end in zip(words, row.ends, strict=False):
        match = _GOING.fullmatch(word)
        if match is None and word != "-":
            wrong = say("`{word}` is no level from 0 to 3, d, n or -.", word=word)
            return Refused(f"{wrong} {remedy}")
        if match is None:
            goings[end] = None
        else:
            level = int(match[1]) if match[1].isdigit() else None
            goings[end] = (level, match[1] != "n", int(match[2]) if match[2] else None)
    if len(words) != len(row.ends):
        wrong = say("{given} given, {wanted} wanted.", given=len(words), wanted=len(row.ends))
        return Refused(f"{wrong} {remedy}")
    after = with_handoffs(sheet, row, goings)
    return added_note(after, row, note) if note else after


def _particular(sheet: AnswerSheet, particular: Particular, line: str) -> AnswerSheet | Refused:
    if line == "-" and particular.clears:
        return with_particular(sheet, particular, ())
    if not particular.options:
        quoted = _QUOTED.fullmatch(line)
        text = clean_line(quoted[1] if quoted else line, limit=2 * _LONGEST_NAME)
        if len(text) > _LONGEST_NAME:
            return Refused(say("At most {most} characters.", most=_LONGEST_NAME))
        if not text:
            return Refused(say("Type a text."))
        return with_particular(sheet, particular, (text,))
    words = line.replace(",", " ").split() if particular.many else [line]
    chosen: dict[str, None] = {}
    while words:
        for count in range(len(words), 0, -1):
            option = _option(particular, " ".join(words[:count]))
            if option is not None:
                break
        else:
            return Refused(_no_option(particular, words[0]))
        chosen[option] = None
        words = words[count:]
    return with_particular(sheet, particular, tuple(chosen))


def _option(particular: Particular, word: str) -> str | None:
    numbered = {str(number): each.id for number, each in enumerate(particular.options, 1)}
    if word in numbered:
        return numbered[word]
    bare = typed_words.bare
    known = {bare(name): each.id for each in particular.options for name in (each.name, each.id)}
    return known.get(bare(word))


def _no_option(particular: Particular, word: str) -> str:
    hint = did_you_mean(word.lower(), [each.id for each in particular.options])
    last = len(particular.options)
    if not particular.many:
        # Translators: hint is empty, or a sentence with a space before it
        return say("Type a number from 1 to {last}.{hint}", last=last, hint=hint)
    # Translators: hint is empty, or a sentence with a space before it
    return say(
        "`{word}` is none of these.{hint} Type numbers from 1 to {last}.",
        word=word,
        hint=hint,
        last=last,
    )
