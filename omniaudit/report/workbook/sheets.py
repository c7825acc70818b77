"""A workbook as values: sheets of typed columns. What writes it knows nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from omniaudit.values import dataclass

Cell = str | float | None
"""A text, a number that is rounded already, or nothing yet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what its cells hold, and its width in characters."""

    title: str
    width: int
    holds: Literal["text", "number", "day", "choice"] = "text"
    decimals: int = 0
    options: tuple[str, ...] = ()
    """Of a choice: what can be picked."""
    spare: bool = False
    """Left out where none of its cells holds anything."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table, or a `plain` list of labels and texts that has no titles above it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int = 1
    """How many columns stay in sight beside the others."""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order, with what a file says of itself."""

    title: str
    created: dt.date | None
    sheets: tuple[Sheet, ...]


def table(
    title: str, columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], fixed: int = 1
) -> Sheet:
    """A sheet without the spare columns that hold nothing."""
    kept = [
        place
        for place, column in enumerate(columns)
        if not column.spare or any(row[place] not in {None, ""} for row in rows)
    ]
    return Sheet(
        title,
        tuple(replace(columns[place], spare=False) for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        fixed,
    )
