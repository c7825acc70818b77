"""The file behind an interview: nothing that was acknowledged is ever lost.

Every save replaces the whole file at once, and a save that fails leaves the old file as it was.
One session writes to a file at a time. What it wrote is still there when the session is killed;
what somebody else wrote meanwhile is never overwritten.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from omniaudit import __version__
from omniaudit.language import say
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.comments import NO_COMMENTS, comments_of
from omniaudit.load.files import read_bytes
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite, InputRejected, OmniauditError, Place, problem
from omniaudit.render import output
from omniaudit.render.lock import Lock

_MODE = 0o600


class Draft:
    """An answers file that one session reads at its start and saves after every answer.

    `path` is the file itself: a link is followed once, at the start, so that the file it points
    at gets the answers and the link stays. `sheet` is what the file holds, None while there is
    no file or an empty one.
    """

    def __init__(
        self, path: str | os.PathLike[str], questionnaire: Questionnaire, *, now: dt.datetime
    ) -> None:
        """Lock the file, remove what a killed session left unfinished, and read.

        Raises:
            InUse: when another session holds the file.
            InputRejected: with every problem of the file.
            CannotWrite: when nothing could be saved there.
        """
        self.path = output.followed(Path(path))
        self.sheet: AnswerSheet | None = None
        self._questionnaire = questionnaire
        self._comments = NO_COMMENTS
        self._old = b""
        self._ours: set[str] = set()
        self._aside: Path | None = None
        _check_writable(self.path)
        self._lock = Lock(self.path, now)
        try:
            output.sweep(self.path)
            output.sweep(_old_name(self.path))
            self._read()
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def save(self, sheet: AnswerSheet) -> None:
        """Put the sheet into the file; when this returns, it is on the disk.

        Before the first save the old file is kept as `FILE.bak`. When somebody else changed the
        file, the sheet goes into a file of its own beside it.

        Raises:
            CannotWrite: when the file stays as it was, or, with O806, when the disk does not
                confirm the new one; a later save may succeed.
        """
        data = self._written(sheet)
        if self._aside is not None or self._is_changed():
            raise self._saved_aside(data)
        self._keep_old()
        self._ours.add(_digest(data))  # a save that is broken off may still have reached the disk
        output.write(self.path, data, force=True)
        self._ours = {_digest(data)}
        self.sheet = sheet

    def _written(self, sheet: AnswerSheet) -> bytes:
        """The sheet as the file's bytes, which can be read back for certain."""
        file, ours = str(self.path), self._questionnaire
        try:
            tool = f"omniaudit {__version__}"
            data = answers_text(sheet, ours, tool=tool, comments=self._comments).encode()
            read_answers(data, file, ours, draft=True)
        except OmniauditError as error:
            raise CannotWrite(
                [replace(each, place=Place(file)) for each in error.problems]
            ) from None
        return data

    def close(self) -> None:
        """Let other sessions have the file."""
        self._lock.release()

    def _read(self) -> None:
        data = b""
        if os.path.lexists(self.path):
            data = read_bytes(str(self.path), strict_yaml.MAX_BYTES)
        if data.strip():
            self.sheet = read_answers(data, str(self.path), self._questionnaire, draft=True)
            self._comments = comments_of(data)
            self._old = data
        self._ours = {_digest(data)}

    def _is_changed(self) -> bool:
        """Whether the file is neither as we last saw it nor as we tried to make it.

        The whole file is read: a time stamp can be the same after a change. A file that is gone
        can be written again without harm.
        """
        if os.path.islink(self.path):  # noqa: PTH114 - unlike a Path, never raises
            return True
        if not os.path.lexists(self.path):
            return False
        try:
            return _digest(read_bytes(str(self.path), strict_yaml.MAX_BYTES)) not in self._ours
        except InputRejected:
            return True

    def _keep_old(self) -> None:
        """Keep what the file held before this session, once."""
        if self._old:
            output.write(_old_name(self.path), self._old, force=True, mode=_MODE)
            self._old = b""

    def _saved_aside(self, data: bytes) -> CannotWrite:
        """Write into a file of our own, the same one each time, and say which."""
        if self._aside is None:
            free = _free_name(self.path)
            output.write(free, data)
            self._aside = free
        else:
            output.write(self._aside, data, force=True)
        details = {"file": self.path, "mine": self._aside}
        return CannotWrite([problem("O805", Place(str(self.path)), **details)])


def _old_name(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")


def _check_writable(path: Path) -> None:
    """Refuse before the first question what the first answer would run into."""
    if os.path.isdir(path):  # noqa: PTH112 - unlike a Path, never raises
        raise InputRejected([problem("F102", Place(str(path)))])
    output.check(path, force=True)
    if os.path.lexists(path) and not os.access(path, os.W_OK):
        raise output.cannot(path, say("it is read-only"))


def _free_name(path: Path) -> Path:
    """`aurora.mine.yaml` beside `aurora.yaml`, or the first number that is free."""
    number = 1
    while True:
        mark = f".mine-{number}" if number > 1 else ".mine"
        mine = path.with_name(f"{path.stem}{mark}{path.suffix}")
        if not os.path.lexists(mine):
            return mine
        number += 1


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
