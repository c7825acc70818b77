"""Files that a brand file names: ordinary ones, in its own folder, never larger than allowed."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Text

# Opening a pipe must not wait for a writer, and the last part of a name may be no link by now.
_CAUTIOUS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class Companions:
    """Reads what lies beside a file; what cannot be read is noted at the name's place."""

    def __init__(self, file: str, notebook: Notebook) -> None:
        self.folder = Path(file).parent
        self.notebook = notebook

    def read(self, name: Text, limit: int) -> bytes | None:
        """The bytes of a file of at most `limit` bytes, or None and a problem."""
        path = self._inside(name)
        if path is None:
            return None
        try:
            size, content = _bounded(path, limit)
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or say("its name cannot be used")
            self._note("B906", name, why=why)
            return None
        if size > limit:
            self._note("B907", name, size=-(-size // 1024), limit=limit // 1024)
            return None
        return content

    def _inside(self, name: Text) -> Path | None:
        """Where the file really lies, if that is in the folder."""
        written = PurePosixPath(name.value)
        is_local = not (written.is_absolute() or PureWindowsPath(name.value).anchor)
        try:
            folder = self.folder.resolve()
            path = (folder / written).resolve()
        except (OSError, RuntimeError, ValueError):
            self._note("B906", name, why=say("its name cannot be used"))
            return None
        if is_local and ".." not in written.parts and path.is_relative_to(folder):
            return path
        self._note("B905", name)
        return None

    def _note(self, code: str, name: Text, **details: object) -> None:
        self.notebook.note(code, name, value=shown(name.value), **details)


def _bounded(path: Path, limit: int) -> tuple[int, bytes]:
    """The size of an ordinary file, and its content if that is within the limit."""
    with open(path, "rb", opener=_opened) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, say("it is not an ordinary file"))
        content = file.read(limit + 1) if status.st_size <= limit else b""
    return max(status.st_size, len(content)), content


def _opened(name: str, flags: int) -> int:
    return os.open(name, flags | _CAUTIOUS)
