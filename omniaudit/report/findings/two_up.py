"""Tables of short entries set two in a row, read across, so that they take half the height."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.report.document import Column, Row


def two_up(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns of one entry, twice."""
    return (*columns, *columns)


def paired(entries: Sequence[tuple[str, ...]]) -> tuple[Row, ...]:
    """Two entries in a row; the last row may have room for one more."""
    blank = tuple("" for _ in entries[0]) if entries else ()
    seconds = [*entries[1::2], blank]
    return tuple(
        Row((*first, *second)) for first, second in zip(entries[::2], seconds, strict=False)
    )
