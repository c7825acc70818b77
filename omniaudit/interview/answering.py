"""What a typed line answers: a new answer sheet and what to say, or why it is no answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from omniaudit.interview.agenda import FitPoint, HandoffRow, Moment, Practice, Question
from omniaudit.interview.particulars import Particular, with_particular
from omniaudit.interview.recording import (
    Going,
    note_of,
    with_coverage,
    with_evidence,
    with_flag,
    with_handoffs,
    with_level,
    with_note,
    with_result,
)
from omniaudit.model.answers import AnswerSheet, Coverage, Evidence, StepResult
from omniaudit.problems import did_you_mean

COVERAGE: Mapping[str, Coverage] = {each.name.lower(): each for each in Coverage}
EVIDENCE: Mapping[str, Evidence] = {each.name.lower(): each for each in Evidence}

_LEVEL = re.compile(r"([0-9]+)(?:[\s,:;)]+(.*))?", re.DOTALL)
_BETWEEN = re.compile(r"[0-3](?:[.,]\d|\s*[-/]\s*[0-3]|½).*", re.DOTALL)
_QUOTED = re.compile(r"[\"\u201c\u201d](.*)[\"\u201c\u201d]", re.DOTALL)
_GOING = re.compile(r"([0-3dn])(?:/([0-3]))?")
_GOINGS_AT_ONCE = re.compile(r"[0-3dn-]+")
_NOUGHTS = re.compile(r"^([a-z]+)0+")
_RESULTS: Mapping[str, StepResult] = {
    **dict.fromkeys(("1", "pass", "passes", "passed", "yes"), "pass"),
    **dict.fromkeys(("0", "fail", "fails", "failed", "no"), "fail"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A line was an answer."""

    sheet: AnswerSheet
    note: str = ""
    """What of the line went into a note."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A line was no answer; `why` says what to type."""

    why: str


def take(sheet: AnswerSheet, question: Question, line: str) -> Taken | Refused:
    """The answer that a line gives to a question."""
    match question:
        case Particular():
            return _particular(sheet, question, line)
        case Practice():
            return _practice(sheet, question, line)
        case FitPoint():
            return _level(sheet, question, line)
        case HandoffRow():
            return _row(sheet, question, line)
        case Moment():
            return _moment(sheet, question, line)


def added_note(sheet: AnswerSheet, question: Question, text: str, end: str = "") -> AnswerSheet:
    """The sheet with a text added to a question's note, on a line of its own."""
    before = note_of(sheet, question, end)
    return with_note(sheet, question, f"{before}\n{text}" if before else text, end)


def grade(word: str, grades: Mapping[str, Coverage] | Mapping[str, Evidence]) -> int | None:
    """A grade by its digit, its name or the beginning of its name."""
    names = list(grades)
    if word in {"0", "1", "2", "3"}:
        return int(word)
    near = [place for place, name in enumerate(names) if word and name.startswith(word.lower())]
    return near[0] if len(near) == 1 else None


def _practice(sheet: AnswerSheet, question: Practice, line: str) -> Taken | Refused:
    level, _, rest = line.partition(" ")
    marks, words = _marks(rest)
    taken = _level(sheet, question, f"{level} {words}".rstrip())
    if isinstance(taken, Refused):
        return taken
    after = taken.sheet
    for mark in marks:
        if mark in EVIDENCE:
            after = with_evidence(after, question, EVIDENCE[mark])
        elif mark in COVERAGE:
            after = with_coverage(after, question, COVERAGE[mark])
        else:
            after = with_flag(after, question, flagged=True)
    return Taken(after, taken.note)


def _marks(rest: str) -> tuple[list[str], str]:
    """The `+seen` `+largely` `+flag` that a line goes on with, and its other words."""
    marks: list[str] = []
    while rest.lstrip().startswith("+"):
        word, _, after = rest.lstrip()[1:].partition(" ")
        if word.lower() not in {*EVIDENCE, *COVERAGE, "flag"}:
            break
        marks.append(word.lower())
        rest = after
    return marks, rest.strip()


def _level(sheet: AnswerSheet, question: Practice | FitPoint, line: str) -> Taken | Refused:
    match = _LEVEL.fullmatch(line)
    if _BETWEEN.fullmatch(line):
        return Refused("Between two levels the lower one counts; say in a note what is under way.")
    if match is None or match[1] not in {"0", "1", "2", "3"}:
        return Refused("Type 0, 1, 2 or 3, with a note after it if you like.")
    note = (match[2] or "").strip()
    after = with_level(sheet, question, int(match[1]))
    return Taken(added_note(after, question, note) if note else after, note)


def _moment(sheet: AnswerSheet, question: Moment, line: str) -> Taken | Refused:
    word, _, rest = line.partition(" ")
    result = _RESULTS.get(word.strip(",:;).").lower())
    if result is None:
        return Refused("Type 1 when the step passed or 0 when it failed, with a note if you like.")
    note = rest.strip()
    after = with_result(sheet, question, result)
    return Taken(added_note(after, question, note) if note else after, note)


def is_row(row: HandoffRow, line: str) -> bool:
    """Whether a line that begins like a command, such as `d 0`, answers a row of several."""
    words = _goings(row, line)
    return len(words) == len(row.ends) > 1 and all(map(_GOING.fullmatch, words))


def _goings(row: HandoffRow, line: str) -> list[str]:
    words = line.replace(",", " ").lower().split()
    at_once = len(words) == 1 and len(row.ends) > 1 and _GOINGS_AT_ONCE.fullmatch(words[0])
    return list(words[0]) if at_once else words


def _row(sheet: AnswerSheet, row: HandoffRow, line: str) -> Taken | Refused:
    words = _goings(row, line)
    wanted = f"{len(row.ends)} answers" if len(row.ends) > 1 else "one answer"
    example = " ".join("210n3d"[place % 6] for place in range(len(row.ends)))
    remedy = (
        f"Type {wanted} in this order, such as {example}; a traffic class follows a slash: 2/3."
    )
    goings: dict[str, Going] = {}
    for word, end in zip(words, row.ends, strict=False):
        match = _GOING.fullmatch(word)
        if match is None and word != "-":
            return Refused(f"`{word}` is no level from 0 to 3, d, n or -. {remedy}")
        if match is not None:
            level = int(match[1]) if match[1].isdigit() else None
            goings[end] = (level, match[1] != "n", int(match[2]) if match[2] else None)
    if len(words) != len(row.ends):
        return Refused(f"{len(words)} of {wanted} given. {remedy}")
    return Taken(with_handoffs(sheet, row, goings))


def _particular(sheet: AnswerSheet, particular: Particular, line: str) -> Taken | Refused:
    if not particular.options:
        quoted = _QUOTED.fullmatch(line)
        text = " ".join((quoted[1] if quoted else line).split())
        if not text:
            return Refused("Type a text.")
        return Taken(with_particular(sheet, particular, (text,)))
    words = line.replace(",", " ").split() if particular.many else [line]
    chosen: list[str] = []
    for word in words:
        option = _option(particular, word)
        if option is None:
            return Refused(_no_option(particular, word))
        if option not in chosen:
            chosen.append(option)
    return Taken(with_particular(sheet, particular, tuple(chosen)))


def _option(particular: Particular, word: str) -> str | None:
    if word.isascii() and word.isdigit() and 1 <= int(word[:6]) <= len(particular.options):
        return particular.options[int(word) - 1].id
    known = {name.lower(): each.id for each in particular.options for name in (each.name, each.id)}
    return known.get(word.lower())


def _no_option(particular: Particular, word: str) -> str:
    hint = did_you_mean(word.lower(), [each.id for each in particular.options])
    kind = "numbers" if particular.many else "a number"
    return f"`{word}` is none of these.{hint} Type {kind} from 1 to {len(particular.options)}."


def targets(question: Question) -> Sequence[str]:
    """Other words by which a question is found, in small letters."""
    match question:
        case Particular():
            return (question.key.partition(".")[2] or question.key,)
        case Practice():
            return (question.capability.code.lower(), question.key.partition(".")[2])
        case FitPoint():
            return (question.key.partition(".")[2],)
        case HandoffRow():
            return (question.start,)
        case Moment():
            code = question.journey.code.lower()
            return (question.journey.id, code, _NOUGHTS.sub(r"\1", code))
