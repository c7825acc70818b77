"""Which files a batch is about."""

from __future__ import annotations

import glob
import os
from pathlib import Path

from omniaudit.problems import InputRejected, Place, problem, usage

_SUFFIXES = {".yaml", ".yml"}
_MAX_LIST = 64 * 1024 * 1024


def find(source: str) -> list[Path]:
    """The files of a folder (and the folders in it), of a pattern, or of a list `@FILE`.

    Raises:
        UsageError: when there is none.
        InputRejected: when the list cannot be read.
    """
    if source.startswith("@"):
        paths = _listed(Path(source[1:]))
    elif os.path.isdir(source):  # noqa: PTH112 - unlike a Path, never raises
        paths = sorted(
            path
            for path in Path(source).rglob("*")
            if path.suffix.lower() in _SUFFIXES and path.is_file()
        )
    elif os.path.isfile(source):  # noqa: PTH113 - the same
        paths = [Path(source)]
    else:
        paths = sorted(Path(name) for name in glob.glob(source, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not paths:
        raise usage(
            f"There are no answers files in `{source}`.",
            "Name a folder with .yaml files, a pattern in quotes, or @LIST.",
        )
    return paths


def _listed(path: Path) -> list[Path]:
    """The files that a list names, one a line, relative to the list."""
    try:
        text = path.read_bytes()[:_MAX_LIST].decode("utf-8-sig", "surrogateescape")
    except FileNotFoundError:
        raise InputRejected([problem("F101", Place(str(path)))]) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputRejected([problem("F103", Place(str(path)), why=why)]) from None
    return [path.parent / line.strip() for line in text.split("\n") if line.strip()]
