"""Notes in the tables of the appendix: short ones in their row, long ones in full below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from omniaudit.language import say
from omniaudit.report import wording
from omniaudit.report.document import Block, Heading, Prose

NOTHING = "\u2013"
LONGEST = 320
"""Characters of a note that a row takes without growing out of proportion."""


def in_row(note: str) -> str:
    """What the column of notes says: the note, or where it stands."""
    line = wording.one_line(note)
    return (line if len(line) <= LONGEST else stands_below()) or NOTHING


def below(title: str, noted: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """The long ones of some notes, each after the name of what it is about."""
    lines = ((name, wording.one_line(note)) for name, note in noted)
    long = [(name, line) for name, line in lines if len(line) > LONGEST]
    if long:
        yield Heading(title)
        yield from (Prose(about(name, line), small=True) for name, line in long)


def stands_below() -> str:
    """Say where a long note is."""
    return say("In full below the table")


def about(name: str, note: str) -> str:
    """A note with what it is about."""
    return f"{name}: {note}"
