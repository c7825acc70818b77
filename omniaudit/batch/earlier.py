"""What an earlier run of the same batch has done already."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from omniaudit import __version__
from omniaudit.batch.inputs import Documents
from omniaudit.batch.job import Item, Job
from omniaudit.load.files import STANDARD_INPUT
from omniaudit.model.questionnaire import Questionnaire

_HEAD = re.compile(
    rb'\{"file": ("(?:[^"\\]|\\.)*"), (?:"line": ([0-9]+), )?'
    rb'"sha256": "([0-9a-f]{64})", "basis": "([0-9a-f]{64})", '
)


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
        with contextlib.suppress(FileNotFoundError), file.open("rb") as lines:
            self._handles.append(os.dup(lines.fileno()))
            source, offset = len(self._handles) - 1, 0
            for line in lines:
                head = _HEAD.match(line)
                if head and head[4] == basis and line.endswith(b"}\n"):
                    name = json.loads(head[1])
                    place = _Place(source, offset, len(line), head[3].decode())
                    self._found[name, int(head[2] or 0)] = place
                offset += len(line)
