"""Grades as they are typed: by id, by the questionnaire's name for them, or by our word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from omniaudit.interview.screens.naming import grade_name
from omniaudit.interview.typed_words import FLAG, bare, every
from omniaudit.load.replies import COVERAGE, EVIDENCE
from omniaudit.model.answers import Coverage, Evidence
from omniaudit.model.questionnaire import Questionnaire

Grade = Evidence | Coverage
Kind = Literal["e", "c"]
"""Evidence or coverage, by the key that grades by it."""
Mark = Grade | Literal["flag"]

_WORD = re.compile(r"\+([^\W\d_]+)[,.;:]?")
_ENDS = ",.;:"


def graded(ours: Questionnaire, kind: Kind, typed: str) -> Grade | None:
    """A grade by its digit, its name or the beginning of its name."""
    known = _known(ours, kind)
    if typed in {"0", "1", "2", "3"}:
        return _grades(kind)[int(typed)]
    word = bare(typed.strip(_ENDS))
    if word in known:
        return known[word]
    near = {grade for name, grade in known.items() if word and name.startswith(word)}
    return near.pop() if len(near) == 1 else None


def names(ours: Questionnaire, kind: Kind) -> list[str]:
    """What to type for each grade, as the language has it; English has the ids."""
    return [grade_name(each) if kind == "e" else _covers(ours, each) for each in _grades(kind)]


def marks(ours: Questionnaire, text: str, *, flag_only: bool) -> tuple[list[Mark], str, str]:
    """The grades of a line such as `+seen +largely a note`, the rest of it, and what is no grade.

    With `flag_only`, only the flag is known. The last is empty when all is well.
    """
    known = _marks(ours, flag_only=flag_only)
    parts, found, rest = list(_parts(text)), list[Mark](), list[str]()
    while parts:
        mark, count = _first(known, parts)
        if mark is not None:
            found.append(mark)
        elif match := _WORD.fullmatch(parts[0]):
            return found, "", match[1]
        else:
            rest.append(parts[0])
        parts = parts[count:]
    return found, " ".join(rest), ""


def mark_names(ours: Questionnaire, *, flag_only: bool) -> list[str]:
    """What can be typed behind a plus."""
    flag = every(FLAG)[-1]
    return [flag] if flag_only else [flag, *names(ours, "e"), *names(ours, "c")]
