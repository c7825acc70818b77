"""Grades as they are typed: by id, by the questionnaire's name for them, or by our word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from omniaudit.interview.typed_words import FLAG, bare, every, shown
from omniaudit.language import mark, say
from omniaudit.load.replies import COVERAGE, EVIDENCE
from omniaudit.model.answers import Coverage, Evidence
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.values import dataclass

Grade = Evidence | Coverage
Kind = Literal["e", "c"]
"""Evidence or coverage, by the key that grades by it."""
Mark = Grade | Literal["flag"]

_WORD = re.compile(r"\+([^\W\d_]+)[,.;:]?")
_ENDS = ",.;:"
_BY_ID: Mapping[Kind, Mapping[str, Grade]] = {"e": EVIDENCE, "c": COVERAGE}

# Translators: what an answer rests on, then in how much of the business it holds
_GRADES = {
    "said": mark("said"),
    "example": mark("example"),
    "seen": mark("seen"),
    "tested": mark("tested"),
    "none": mark("none"),
    "partly": mark("partly"),
    "largely": mark("largely"),
    "fully": mark("fully"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A line taken apart: its grades, its other words, and a word behind a plus that is neither."""

    marks: tuple[Mark, ...]
    words: str
    wrong: str = ""


def grade_name(grade: Evidence | Coverage) -> str:
    """A grade in a word of the language in force; in English its id."""
    return say(_GRADES[grade.name.lower()])


def graded(ours: Questionnaire, kind: Kind, typed: str) -> Grade | None:
    """A grade by its digit, its name or the beginning of its name."""
    by_digit = {str(int(each)): each for each in _BY_ID[kind].values()}
    known = {**_known(ours, kind), **by_digit}
    word = bare(typed.strip().rstrip(_ENDS))
    if word in known:
        return known[word]
    near = {grade for name, grade in known.items() if word and name.startswith(word)}
    return near.pop() if len(near) == 1 else None


def names(kind: Kind) -> list[str]:
    """What to type for each grade in the language in force; in English the ids."""
    return [grade_name(each) for each in _BY_ID[kind].values()]


def mark_names(*, flag_only: bool) -> list[str]:
    """What can be typed behind a plus."""
    return [shown(FLAG), *([] if flag_only else [*names("e"), *names("c")])]


def marked(ours: Questionnaire, text: str, *, flag_only: bool) -> Marked:
    """The grades of a line such as `+seen +largely a note`; with `flag_only` there is the flag."""
    known: dict[str, Mark] = {bare(each): "flag" for each in every(FLAG)}
    if not flag_only:
        known |= {**_known(ours, "c"), **_known(ours, "e")}
    parts = list(_parts(text))
    marks, words = list[Mark](), list[str]()
    while parts:
        found, count = _first(known, parts)
        if found is not None:
            marks.append(found)
        elif match := _WORD.fullmatch(parts[0]):
            return Marked((), "", match[1])
        else:
            words.append(parts[0])
        parts = parts[count:]
    return Marked(tuple(marks), " ".join(words))


def _known(ours: Questionnaire, kind: Kind) -> Mapping[str, Grade]:
    """Grades by everything that is typed for them; an id means the same in every language."""
    by_id = _BY_ID[kind]
    terms = ours.evidence if kind == "e" else ours.coverage
    named = {bare(term.name): grade for grade, term in terms.items()}
    called = {bare(grade_name(grade)): grade for grade in by_id.values()}
    return {**named, **called, **by_id}


def _parts(text: str) -> Iterator[str]:
    """The words of a line; grades that were typed close together stand alone."""
    for word in re.sub(r"(?<!\S)\+ +(?=\w)", "+", text).split(" "):
        if word.startswith("+"):
            yield from ("+" + word[1:].replace("+", " +")).split(" ")
        else:
            yield word


def _first(known: Mapping[str, Mark], parts: Sequence[str]) -> tuple[Mark | None, int]:
    """The grade that words begin with, of several words before one, and how many words it takes."""
    if parts[0].startswith("+"):
        longest = max(len(each.split()) for each in known)
        for count in range(min(longest, len(parts)), 0, -1):
            typed = " ".join(parts[:count])[1:].rstrip(_ENDS)
            found = known.get(bare(typed))
            if found is not None:
                return found, count
    return None, 1
