"""Problems with their place, and the one family of exceptions that carry them.

    OmniauditError
    ├── InputRejected      a file cannot be used; holds every problem found in it
    ├── UsageError         the command or call itself makes no sense
    ├── CannotWrite        an output cannot be written
    ├── InUse              another session holds the file
    ├── Untrusted          an unsafe feature was asked for without --trust
    └── Unavailable        something that has to be installed is missing

A problem is a value: collected, shown together with the others, never printed here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Self

from omniaudit.language import say
from omniaudit.values import dataclass

if TYPE_CHECKING:
    from omniaudit.catalogue import Severity

MAX_PROBLEMS = 40
"""So many errors of one file are told; whoever reads more has the wrong file in hand."""
_MAX_MESSAGE = 1_000
_MAX_WORD = 40
_MAX_KNOWN = 100


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in which file; line and column count from 1, 0 means all of the file or line."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        file = printable(self.file)
        return ":".join([file, *(str(each) for each in (self.line, self.column) if each)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to do about it."""

    code: str
    place: Place
    message: str
    remedy: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message} {self.remedy}"


def problem(code: str, place: Place, **details: object) -> Problem:
    """Make a problem of the catalogue's kind `code` with its texts filled in."""
    from omniaudit.catalogue import CATALOGUE  # noqa: PLC0415 - most runs find nothing wrong

    kind = CATALOGUE[code]
    texts = (say(kind.message), say(kind.remedy))
    message, remedy = (printable(text.format(**details)) for text in texts)
    return Problem(code, place, message, remedy, kind.severity)


def printable(text: str) -> str:
    """Text that may hold anything, made fit for a terminal: on one line and not endless."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " if c.isspace() else "?" for c in text)
    return text if len(text) <= _MAX_MESSAGE else f"{text[: _MAX_MESSAGE - 1]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean …?` for the known word nearest to `word`, or nothing.

    Comparing takes time that grows with every length, so only the first 100 known words are
    compared, and none with a word of more than 40 characters.
    """
    if len(word) > _MAX_WORD:
        return ""
    near = difflib.get_close_matches(word, list(islice(known, _MAX_KNOWN)), n=1, cutoff=0.6)
    return " " + say("Did you mean `{word}`?", word=near[0]) if near else ""


class OmniauditError(Exception):
    """Anything omniaudit refuses to do; `problems` say what and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(each) for each in problems))
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """How it comes over from another process: with its problems, not their text."""
        return type(self), (self.problems,)


class InputRejected(OmniauditError):
    """A file cannot be used; holds all its problems, warnings included."""


class UsageError(OmniauditError):
    """A command or call that makes no sense."""


class CannotWrite(OmniauditError):
    """An output that cannot be written."""


class StdoutLost(CannotWrite):
    """What is printed cannot be kept, such as on a full disk."""


class InUse(OmniauditError):
    """A file that another session is writing to."""


class Untrusted(OmniauditError):
    """Something unsafe that was asked for without saying that it is trusted."""


class Unavailable(OmniauditError):
    """Something that has to be installed is missing."""


class Ended(BaseException):
    """Somebody ended the run by a signal; like Ctrl-C, no mistake that anybody may catch."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal


def usage(message: str, remedy: str) -> UsageError:
    """A usage error in one line."""
    return UsageError([problem("U701", Place("omniaudit"), message=message, remedy=remedy)])
