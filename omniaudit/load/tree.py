"""The tree that a file is read into: texts, lists and groups, each with its line and column.

Tuples, because a file has hundreds of them and a tuple is made in a third of the time.
"""

from __future__ import annotations

from typing import NamedTuple

MAX_NODES = 20_000
MAX_TEXT = 10_000


class Text(NamedTuple):
    """A scalar exactly as typed."""

    value: str
    line: int
    column: int


class Items(NamedTuple):
    """A sequence."""

    items: list[Node]
    line: int
    column: int


class Entries(NamedTuple):
    """A mapping; keys are texts and appear once."""

    entries: dict[str, tuple[Text, Node]]
    line: int
    column: int


Node = Text | Items | Entries
