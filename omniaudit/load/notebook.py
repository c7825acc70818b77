"""The problems of one file, gathered while it is read."""

from __future__ import annotations

from collections.abc import Collection

from omniaudit.load.clean_text import shown
from omniaudit.load.tree import Node, Text
from omniaudit.problems import (
    MAX_PROBLEMS,
    InputRejected,
    Place,
    Problem,
    did_you_mean,
    problem,
)

_MOST_HINTS = 10


class Notebook:
    """Collects the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.errors = self.hints = 0

    def note(self, code: str, node: Node, **details: object) -> None:
        """Note a problem of the catalogue at the place of a node.

        Raises:
            InputRejected: when the file has more errors than anybody reads.
        """
        noted = problem(code, Place(self.file, node.line, node.column), **details)
        if noted.severity == "error":
            if self.errors == MAX_PROBLEMS:
                self.problems.sort(key=lambda each: each.place)
                last = problem("F108", Place(self.file), limit=MAX_PROBLEMS)
                raise InputRejected([*self.problems, last])
            self.errors += 1
        self.problems.append(noted)

    def hint(self, word: str, known: Collection[str]) -> str:
        """The nearest known word, for the first unknown ones; to look for it takes a while."""
        self.hints += 1
        return did_you_mean(word, known) if self.hints <= _MOST_HINTS else ""

    def note_unknown(
        self, code: str, node: Text, known: Collection[str], **details: object
    ) -> None:
        """Note a word that is not known, with the nearest that is."""
        self.note(
            code,
            node,
            value=shown(node.value),
            hint=self.hint(node.value, known),
            known=", ".join(known),
            **details,
        )

    def warnings_or_raise(self) -> tuple[Problem, ...]:
        """The warnings, in the order of the file, when there is no error.

        Raises:
            InputRejected: with all problems, when at least one is an error.
        """
        self.problems.sort(key=lambda each: each.place)
        if self.errors:
            raise InputRejected(self.problems)
        return tuple(self.problems)
