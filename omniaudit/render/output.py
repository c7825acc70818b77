"""Writing a file: beside its place first, then moved there, so that it is whole or absent.

What `write` has written is still there after a crash or a power cut: the file and the folder that
names it are both flushed to the disk.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from omniaudit.language import say
from omniaudit.problems import CannotWrite, Place, problem

_MODE = 0o600
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def write(path: Path, data: bytes, *, force: bool = False, mode: int | None = None) -> None:
    """Write a file that does not exist yet, or replace it when forced.

    A link is replaced, never followed. Unless a mode is given, a file that is replaced keeps its
    own, and a new one is for its owner alone: answers describe a business's weaknesses.

    Raises:
        CannotWrite: when it exists, or when the folder or disk does not let us; the old file is
            then untouched, unless O806 says that only its lasting is in doubt.
    """
    check(path, force=force)
    with _lasting(path):
        _write_beside(path, data, force=force, mode=mode)


def place(finished: Path, path: Path, *, force: bool = False) -> None:
    """Give a file that was written on the same disk its name, as `write` would have.

    Raises:
        CannotWrite: as `write` does.
    """
    check(path, force=force)
    with _lasting(path):
        with finished.open("rb") as file:
            os.fsync(file.fileno())
        _move(finished, path, force=force)


def check(path: Path, *, force: bool) -> None:
    """Refuse early what `write` would refuse for sure, before long work.

    Raises:
        CannotWrite: when the file exists and may not be replaced, or has no folder to lie in.
    """
    if "\0" in str(path):
        raise cannot(path, say("its name cannot be used"))
    if os.path.isdir(path):  # noqa: PTH112 - unlike a Path, never raises
        raise cannot(path, say("it is a folder"))
    if not os.path.isdir(path.parent):  # noqa: PTH112 - the same
        raise cannot(path, say("there is no such folder"))
    if not force and os.path.lexists(path):
        raise _exists(path)


def followed(path: Path) -> Path:
    """The file that a link leads to in the end; anything else keeps the name it was given."""
    if os.path.islink(path):  # noqa: PTH114 - unlike a Path, never raises
        return Path(os.path.realpath(path))
    return path


def sweep(path: Path) -> None:
    """Remove what writers of this very file left beside it when they were killed.

    Only for whoever is the file's one writer: another one's unfinished file would go too.
    """
    unfinished = re.compile(re.escape(_temporary_start(path)) + r"[0-9a-f]{16}\.tmp")
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            if unfinished.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink()


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where they are missing.

    Raises:
        CannotWrite: when the disk does not let us, or a file is in the way.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except ValueError:  # a zero byte
        raise cannot(path, say("its name cannot be used")) from None
    except OSError as error:
        raise cannot(path, error.strerror) from None


def _exists(path: Path) -> CannotWrite:
    return CannotWrite([problem("O801", Place(str(path)), file=path)])


def cannot(path: Path, why: str | None) -> CannotWrite:
    """That a file cannot be written, and why, if it is known."""
    details = {"file": path, "why": why or say("unknown reason")}
    return CannotWrite([problem("O802", Place(str(path)), **details)])


@contextlib.contextmanager
def _lasting(path: Path) -> Iterator[None]:
    """See that the name which is given to a file inside lasts, and tell what stood in the way."""
    try:
        yield
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise cannot(path, error.strerror) from None
    try:
        _sync_folder(path.parent)
    except OSError as error:
        details = {"file": path, "why": error.strerror or say("unknown reason")}
        raise CannotWrite([problem("O806", Place(str(path)), **details)]) from None


def open_new(path: Path) -> BinaryIO:
    """A new file for its owner alone, open for writing.

    Raises:
        OSError: when it exists, or when the disk does not let us.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, _MODE), "wb")


def _write_beside(path: Path, data: bytes, *, force: bool, mode: int | None) -> None:
    if mode is None:
        mode = path.stat().st_mode & 0o777 if force and path.is_file() else _MODE
    temporary = path.with_name(f"{_temporary_start(path)}{secrets.token_hex(8)}.tmp")
    try:  # the name is ours before the file is, so that nothing can come between the two
        with open_new(temporary) as file:
            file.write(data)
            temporary.chmod(mode)
            file.flush()
            os.fsync(file.fileno())
        _move(temporary, path, force=force)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()


def _temporary_start(path: Path) -> str:
    """How the names of a file's unfinished writings begin: short, and never as another file's."""
    mark = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:8]
    return f".{path.name[:40]}.{mark}-"


def _move(temporary: Path, path: Path, *, force: bool) -> None:
    if force:
        temporary.replace(path)
    else:
        _name(temporary, path)
        temporary.unlink(missing_ok=True)


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


def _sync_folder(folder: Path) -> None:
    """Make the disk keep a folder's new names, where systems and permissions let a program."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders; a folder may be for writing only
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
