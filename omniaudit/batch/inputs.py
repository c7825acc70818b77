"""Which answers documents a batch is about."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from omniaudit.batch.job import Item
from omniaudit.language import say
from omniaudit.load.files import STANDARD_INPUT, identity, read_bytes
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.problems import InputRejected, Place, UsageError, problem, usage

_SUFFIXES = (".yaml", ".yml")
_LINES = (".jsonl", ".ndjson")
_SET_ASIDE = re.compile(r"\.mine(-[0-9]+)?\.ya?ml$")
"""How an interview names answers that it could not save where they belong."""
_ONE_LINE = re.compile(r"(.+\.(?:jsonl|ndjson)):([0-9]{1,9})", re.IGNORECASE | re.DOTALL)
_MAGIC = re.compile(r"[*?\[]")
_MAX_LIST = 64 * 1024 * 1024
_BLOCK = 1024 * 1024


def find(source: str) -> list[str]:
    """The files of a folder (and the folders in it), of a pattern, or of a list `@FILE`.

    Each file once, by whatever names it is reached; links to folders are not followed. Of a folder
    hidden files are left out, and answers that an interview has set aside.

    Raises:
        UsageError: when there is none.
        InputRejected: when the list cannot be read.
    """
    if source == STANDARD_INPUT:
        return [source]
    is_link: Callable[[str], bool] = os.path.islink
    if source.startswith("@"):
        paths = _listed(source[1:])
    elif os.path.isdir(source):  # noqa: PTH112 - unlike a Path, never raises
        links: set[str] = set()
        paths = sorted(_inside(source, links), key=_in_order)
        is_link = links.__contains__
    elif os.path.lexists(source):
        paths = [source]
    elif not _MAGIC.search(source):
        raise InputRejected([problem("F101", Place(source))])
    else:
        paths = _matching(source)
    if not paths:
        raise nothing_in(source)
    return list(_once(paths, is_link))


def nothing_in(source: str) -> UsageError:
    """What to say where there is nothing to score."""
    return usage(
        say("There are no answers files in `{source}`.", source=source),
        say("Name a folder with .yaml files, a pattern in quotes, @LIST, or FILE.jsonl."),
    )


class Documents:
    """The documents of some files: each is one, or one a line."""

    def __init__(self, files: Sequence[str], desk: Path) -> None:
        """Standard input is kept in the folder `desk` while it is read."""
        self.files = files
        self._kept = desk / "stdin.jsonl"
        if STANDARD_INPUT in files:
            with self._kept.open("wb") as file:
                shutil.copyfileobj(sys.stdin.buffer, file)

    @cached_property
    def _whole(self) -> set[str]:
        return set(self.files)

    def count(self) -> int:
        """About how many there are: blank lines count."""
        return sum(_lines_of(path) if (path := self._lined(file)) else 1 for file in self.files)

    def has(self, file: str, line: int) -> bool:
        """Whether a document is one of these, or would be if it were still there."""
        return file in self._whole or f"{file}:{line}" in self._whole

    def __iter__(self) -> Iterator[Item]:
        """The documents in order; a file that cannot be opened is one, to be refused."""
        reading: Iterator[Item] = iter(())
        at = Item("")
        for file in self.files:
            one = _ONE_LINE.fullmatch(file)
            if one is None or os.path.lexists(file):
                yield from self._of(file)
                continue
            name, number = one[1], int(one[2])
            if at.file != name or at.line >= number:  # a list mostly goes on from line to line
                reading = self._of(name)
            at = next((each for each in reading if each.line >= number), Item(file))
            yield at if at.line in {number, 0} else Item(file)

    def _of(self, file: str) -> Iterator[Item]:
        path = self._lined(file)
        try:
            if path is None:
                yield Item(file)
                return
            with path.open("rb") as lines:
                for number, line in _numbered(lines):
                    yield Item(file, number, line)
        except OSError:  # such as a file of the system that only looks like one
            yield Item(file)

    def _lined(self, file: str) -> Path | None:
        """Where the lines of a file are; None for one that holds one document, or is none."""
        if file == STANDARD_INPUT:
            return self._kept
        if not file.lower().endswith(_LINES):
            return None
        try:
            readable = stat.S_ISREG(os.stat(file).st_mode) and os.access(file, os.R_OK)  # noqa: PTH116 - a Path would not take every name
        except (OSError, ValueError):
            return None
        return Path(file) if readable else None


def listed(item: Item) -> str:
    """How a document stands in a list `@FILE`: a name that a line cannot hold as a JSON string."""
    name = item.file
    if name != STANDARD_INPUT:
        name = os.path.abspath(name)  # noqa: PTH100 - a Path would not take every name
    name = f"{name}:{item.line}" if item.line else name
    plain = name == name.strip() and not name.startswith(('"', "#")) and name.isprintable()
    return name if plain else json.dumps(name)


def _inside(folder: str, links: set[str]) -> Iterator[str]:
    """The answers files of a folder and of those in it, but hidden ones; links to files are noted.

    Links to folders are passed over.
    """
    folders = [folder]
    while folders:
        here = folders.pop()
        try:
            entries = list(os.scandir(here))
        except OSError:  # what cannot be looked into fails like a file that cannot be read
            yield here
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif _is_answers_file(entry.name) and not entry.is_dir():
                path = entry.path.removeprefix(f".{os.sep}")
                if entry.is_symlink():
                    links.add(path)
                yield path


def _is_answers_file(name: str) -> bool:
    ours = name.lower().endswith(_SUFFIXES) and not name.startswith(".")
    return ours and not _SET_ASIDE.search(name)


def _in_order(path: str) -> str:
    """What puts the files of a folder together: no other sign comes before the zero."""
    return path.replace(os.sep, "\0")


def _matching(pattern: str) -> list[str]:
    """The files that a pattern names; `**` stands for any folders, links left aside."""
    path = Path(pattern)
    plain = [*takewhile(lambda part: not _MAGIC.search(part), path.parts)]
    rest = path.parts[len(plain) :]
    try:
        found = Path(*plain).glob("/".join(rest)) if rest else ()
        return [str(each) for each in sorted(found) if not each.is_dir()]
    except (OSError, ValueError, NotImplementedError, RecursionError):
        return []


def _listed(file: str) -> list[str]:
    """The files that a list names, one a line, relative to the list."""
    data = read_bytes(file, _MAX_LIST)
    if b"\0" in data:
        raise InputRejected([problem("F105", Place(file), offset=data.index(b"\0"))])
    text = data.decode("utf-8-sig", "surrogateescape")
    folder = os.path.dirname(file)  # noqa: PTH120 - a Path would not take every name
    return [
        os.path.normpath(os.path.join(folder, _named(line.strip())))  # noqa: PTH118 - the same
        for line in text.split("\n")
        if line.strip() and not line.startswith("#")
    ]


def _named(line: str) -> str:
    """The name in a line of a list, which may be a JSON string."""
    if line.startswith('"'):
        try:
            name = str(json.loads(line))
            os.fsencode(name)
        except (ValueError, RecursionError):
            return line
        return name
    return line


def _once(paths: Iterable[str], is_link: Callable[[str], bool]) -> Iterator[str]:
    """Each file by the first of its names; only folders and links are followed to what they are."""
    real = lru_cache(maxsize=1_000)(identity)
    seen = set()
    for path in paths:
        folder, name = os.path.split(path)
        same = os.path.split(identity(path)) if is_link(path) else (real(folder), name)
        if same not in seen:
            seen.add(same)
            yield path


def _lines_of(path: Path) -> int:
    count, last = 0, b"\n"
    with contextlib.suppress(OSError), path.open("rb") as file:
        while block := file.read(_BLOCK):
            count, last = count + block.count(b"\n"), block[-1:]
    return count + (last != b"\n")


def _numbered(lines: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, without their ends; of an endless one only its beginning."""
    number = 0
    while line := lines.readline(MAX_BYTES + 2):
        number += 1
        if len(line) > MAX_BYTES + 1 and not line.endswith(b"\n"):
            while (rest := lines.readline(_BLOCK)) and not rest.endswith(b"\n"):
                pass
        if line.strip():
            yield number, line.rstrip(b"\r\n")
