"""What an earlier run of the same batch has done already."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from omniaudit import __version__
from omniaudit.batch.inputs import Documents
from omniaudit.batch.job import Item, Job
from omniaudit.load.files import STANDARD_INPUT
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.render import table
from omniaudit.render.json import Document, text

_HEAD = re.compile(
    rb'\{"file": ("(?:[^"\\]|\\.)*"), (?:"line": ([0-9]{1,9}), )?'
    rb'"sha256": "([0-9a-f]{64})", "basis": "([0-9a-f]{64})", '
)
_LONGEST = 4 * 1024 * 1024
"""Bytes of a line: a result has some thousands, and its texts come from a file of 256 kB."""
_KEYS = frozenset(
    [
        "file",
        "sha256",
        "basis",
        "tool",
        "schema",
        "questionnaire",
        "business",
        "date",
        "mode",
        "respondents",
        "stage",
        "index",
        "completeness",
        "confidence",
        "dimensions",
        "capabilities",
        "blockers",
        "deciding_unknowns",
        "decisive_answers",
        "fit",
        "handoffs",
        "journeys",
        "contradictions",
        "panel",
        "warnings",
    ]
)
"""Of a result; `line` besides for one of a file with several."""
_LEVELS = frozenset(range(4))
_HUNDRED = 100
_CELLS = (str, int, float, type(None))


def basis_of(job: Job, questionnaire: Questionnaire) -> str:
    """What a result rests on besides the answers, as one SHA-256."""
    parts = (__version__, questionnaire.id, questionnaire.sha256, job.preset, job.language)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


class _Place(NamedTuple):
    source: int
    offset: int
    length: int
    sha256: str


class Earlier:
    """The results of earlier runs, by document; the lines themselves stay on the disk."""

    def __init__(self, files: Sequence[Path], basis: str) -> None:
        """Of two results for one document that in the later file counts."""
        self._found: dict[tuple[str, int], _Place] = {}
        self._handles: list[int] = []
        for file in files:
            self._index(file, basis.encode())

    def close(self) -> None:
        """Let go of the files."""
        for handle in self._handles:
            os.close(handle)
        self._handles.clear()

    def known(self, items: Iterable[Item]) -> list[Item]:
        """The documents, each with what it held when there was a result of it."""
        if not self._found:
            return list(items)
        return [
            item._replace(known=place.sha256)
            if (place := self._found.get((item.file, item.line)))
            else item
            for item in items
        ]

    def left_out_of(self, documents: Documents) -> int:
        """How many results are of documents that are still there, but not among these."""
        return sum(
            1
            for file, line in self._found
            if not documents.has(file, line) and (file == STANDARD_INPUT or os.path.lexists(file))
        )

    def line(self, item: Item) -> bytes:
        """The line of an earlier result, with its break."""
        place = self._found[item.file, item.line]
        return os.pread(self._handles[place.source], place.length, place.offset)

    def _index(self, file: Path, basis: bytes) -> None:
        """Note the whole lines of a file; the last may have been torn when a run was killed."""
        handle = _opened(file)
        if handle is None:
            return
        self._handles.append(handle)
        source, offset = len(self._handles) - 1, 0
        with open(handle, "rb", closefd=False) as lines:
            while line := lines.readline(_LONGEST):
                head = _HEAD.match(line)
                if head and head[4] == basis and line.endswith(b"}\n"):
                    with contextlib.suppress(ValueError):
                        name = json.loads(head[1])
                        place = _Place(source, offset, len(line), head[3].decode())
                        self._found[name, int(head[2] or 0)] = place
                offset += len(line)


def row_of(questionnaire: Questionnaire, line: bytes) -> list[table.Cell] | None:
    """The row of a result that an earlier run has left; None if it is not one that we would write.

    Whoever can write to the folder can change a figure in it; but no line breaks what is made of
    it, or puts anything into it that a result cannot hold.
    """
    try:
        document: Document = json.loads(line)
        whole = f"{text(document, indent=None)}\n".encode() == line
        sound = _is_sound(questionnaire, document)
        row = table.row(questionnaire, document)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return row if whole and sound and all(isinstance(each, _CELLS) for each in row) else None


def _is_sound(questionnaire: Questionnaire, document: Document) -> bool:
    """Whether it speaks of what the questionnaire knows, in figures where figures belong."""
    stage, index = document["stage"], document["index"]
    levels = [each["counted_level"] for each in document["capabilities"]]
    figures = [*index.values(), document["confidence"]["value"]]
    figures += [each["score"] for each in document["dimensions"]]
    return (
        document.keys() - {"line"} == _KEYS
        and document["business"]["profile"] in questionnaire.profile
        and [each["id"] for each in document["dimensions"]] == list(questionnaire.dimension)
        and all(each["id"] in questionnaire.capability for each in document["capabilities"])
        and all(stage[key] in _LEVELS for key in ("confirmed", "potential", "strict", "lenient"))
        and all(level is None or level in _LEVELS for level in levels)
        and all(each is None or 0 <= each <= _HUNDRED for each in figures)
    )


def _opened(file: Path) -> int | None:
    """A file of results that is one itself, and neither a link nor anything that could block."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(file, flags)
    except OSError:
        return None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None
