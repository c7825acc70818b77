"""The files of a folder, and their problems: never more than anybody has or reads."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from omniaudit.language import say
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem, problem

MAX_FILES = 1_000


def files_in(folder: Path, endings: Collection[str]) -> list[Path]:
    """The paths in a folder with one of these endings, by name; none where there is no folder.

    Raises:
        InputRejected: when the folder cannot be read, or holds more than anybody keeps there.
    """
    if not os.path.isdir(folder):  # noqa: PTH112 - unlike a Path, never raises
        return []
    place = Place(str(folder))
    try:
        found = [each for each in folder.iterdir() if each.suffix in endings]
    except OSError as error:
        why = error.strerror or say("unknown reason")
        raise InputRejected([problem("F103", place, why=why)]) from None
    if len(found) > MAX_FILES:
        raise InputRejected([problem("F109", place, limit=MAX_FILES)])
    return sorted(found)


def not_too_many(problems: Sequence[Problem], place: Place) -> tuple[Problem, ...]:
    """The first problems, and at the place that there are more; all where nobody need be told."""
    if len(problems) <= MAX_PROBLEMS + 1:
        return tuple(problems)
    last = problem("F108", place, limit=MAX_PROBLEMS)
    if all(each.severity == "warning" for each in problems):
        last = replace(last, severity="warning")
    return (*problems[:MAX_PROBLEMS], last)
