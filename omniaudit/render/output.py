"""Writing a file: beside its place first, then moved there, so that it is whole or absent."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from omniaudit.problems import CannotWrite, Place, problem

_MODE = 0o600


def write(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file that does not exist yet, or replace it when forced.

    A link is replaced, never followed. New files are readable by their owner alone: answers
    describe a business's weaknesses.

    Raises:
        CannotWrite: when it exists, or when the folder or disk does not let us.
    """
    check(path, force=force)
    try:
        _write_beside(path, data, force=force)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise _cannot(path, error.strerror) from None


def check(path: Path, *, force: bool) -> None:
    """Refuse early what `write` would refuse for sure, before long work.

    Raises:
        CannotWrite: when the file exists and may not be replaced, or has no folder to lie in.
    """
    if os.path.isdir(path):  # noqa: PTH112 - unlike a Path, never raises
        raise _cannot(path, "it is a folder")
    if not os.path.isdir(path.parent):  # noqa: PTH112 - the same
        raise _cannot(path, "there is no such folder")
    if not force and os.path.lexists(path):
        raise _exists(path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        CannotWrite: when the disk does not let us, or a file is in the way.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(path, error.strerror) from None


def _exists(path: Path) -> CannotWrite:
    return CannotWrite([problem("O801", Place(str(path)), file=path)])


def _cannot(path: Path, why: str | None) -> CannotWrite:
    details = {"file": path, "why": why or "unknown reason"}
    return CannotWrite([problem("O802", Place(str(path)), **details)])


def _write_beside(path: Path, data: bytes, *, force: bool) -> None:
    mode = path.stat().st_mode & 0o777 if force and path.is_file() else _MODE
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        if force:
            temporary.replace(path)
        else:
            _name(temporary, path)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name; unlike a rename alone, a link refuses a name that exists."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links, such as most memory sticks
        if os.path.lexists(path):
            raise FileExistsError from None
        temporary.rename(path)
