"""What a batch asks of whoever works on it, and what comes back: plain values that travel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from omniaudit.model.gates import Preset
from omniaudit.problems import Place, Problem

Steps = tuple[tuple[str, int], ...]
"""Capabilities that a plan raises, each with the level it is brought to."""


class Item(NamedTuple):
    """One answers document: a file, or a line of one."""

    file: str
    line: int = 0
    """Counted from 1 in a file of JSON lines; 0 is the file as a whole."""
    content: bytes | None = None
    """The line itself; a file is read by whoever scores it."""
    known: str = ""
    """The SHA-256 of the content that there is a result of already."""
    planned: bool = False
    """Whether the steps of its plan are wanted too."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def place(self) -> Place:
        """Where what is wrong with it stands."""
        return Place(self.file, self.line)


class Scored(NamedTuple):
    """What became of a good document."""

    line: bytes
    """Its line of results.jsonl, with the line break."""
    row: bytes
    """Its row of results.csv, with the line break."""
    steps: Steps | None = None
    """Those of its plan, if they were wanted."""
    report: str = ""
    """The name of its report, if one was wanted."""


class Unchanged(NamedTuple):
    """There is a result of this very content already."""

    steps: Steps | None = None
    report: str = ""


class Failed(NamedTuple):
    """What is wrong with a document, or what happened on the way."""

    problems: tuple[Problem, ...]


Outcome = Scored | Unchanged | Failed


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take in a worker."""

    seconds: float = 30.0
    megabytes: int = 1536


LIMITS = Limits()
"""As long as nobody asks for others: a report of a full file takes a tenth of it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for every document of a batch."""

    questionnaire: str
    """A name or a path, as `load_questionnaire` takes it."""
    language: str
    preset: Preset = "standard"
    limits: Limits = LIMITS
