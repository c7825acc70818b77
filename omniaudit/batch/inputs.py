"""Which files a batch is about."""

from __future__ import annotations

import os
import re
from itertools import takewhile
from pathlib import Path

from omniaudit.language import say
from omniaudit.load.files import identity, read_bytes
from omniaudit.problems import InputRejected, Place, problem, usage

_SUFFIXES = {".yaml", ".yml"}
_MAGIC = re.compile(r"[*?\[]")
_MAX_LIST = 64 * 1024 * 1024


def find(source: str) -> list[Path]:
    """The files of a folder (and the folders in it), of a pattern, or of a list `@FILE`.

    Each file once, by whatever names it is reached; links to folders are not followed and hidden
    files of a folder are left out.

    Raises:
        UsageError: when there is none.
        InputRejected: when the list cannot be read.
    """
    if source.startswith("@"):
        paths = _listed(Path(source[1:]))
    elif os.path.isdir(source):  # noqa: PTH112 - unlike a Path, never raises
        paths = _inside(Path(source))
    elif os.path.lexists(source):
        paths = [Path(source)]
    else:
        paths = _matching(source)
    if not paths:
        raise usage(
            say("There are no answers files in `{source}`.", source=source),
            say("Name a folder with .yaml files, a pattern in quotes, or @LIST."),
        )
    once: dict[str, Path] = {}
    for path in paths:
        once.setdefault(identity(path), path)
    return list(once.values())


def _inside(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(".") and not path.is_dir()
    )


def _matching(pattern: str) -> list[Path]:
    """The files that a pattern names; `**` stands for any folders, links left aside."""
    path = Path(pattern)
    plain = [*takewhile(lambda part: not _MAGIC.search(part), path.parts)]
    rest = path.parts[len(plain) :]
    try:
        found = Path(*plain).glob("/".join(rest)) if rest else ()
        return sorted(each for each in found if not each.is_dir())
    except (OSError, ValueError, NotImplementedError):
        return []


def _listed(path: Path) -> list[Path]:
    """The files that a list names, one a line, relative to the list."""
    data = read_bytes(str(path), _MAX_LIST)
    if b"\0" in data:
        raise InputRejected([problem("F105", Place(str(path)), offset=data.index(b"\0"))])
    text = data.decode("utf-8-sig", "surrogateescape")
    return [path.parent / line.strip() for line in text.split("\n") if line.strip()]
