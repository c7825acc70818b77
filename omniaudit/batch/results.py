"""The folder that a batch writes to: nothing in it has its name before it is whole.

While a batch works, what it writes lies on a desk, a folder of its own inside. Killed, it leaves
the desk behind, and the next run takes from it what is done.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from omniaudit.batch.inputs import listed
from omniaudit.batch.job import Item
from omniaudit.language import say
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite, InUse, Place, Problem, problem
from omniaudit.render import output, table
from omniaudit.render.lock import Lock

RESULTS = "results.jsonl"
TABLE = "results.csv"
BOOK = "results.xlsx"
PORTFOLIO = "portfolio.pdf"
FAILED = "failed.txt"
PROBLEMS = "problems.csv"
REPORTS = "reports"
REPORT_LIST = "reports.csv"
DESK = ".omniaudit-batch"
_COLUMNS = ("file", "line", "column", "severity", "code", "message", "remedy")
_STREAMS = (RESULTS, TABLE, FAILED, PROBLEMS)
_OURS = (*_STREAMS, REPORT_LIST, BOOK, PORTFOLIO)


@contextlib.contextmanager
def desk_in(folder: Path, *, force: bool, resume: bool) -> Iterator[Path]:
    """The desk of a folder, for this batch alone, with what earlier runs left on it.

    Raises:
        CannotWrite: when there are results that may not be replaced, or no folder can be made.
        InUse: when another batch writes here.
    """
    output.make_folder(folder)
    try:
        lock = Lock(folder / RESULTS, dt.datetime.now())  # noqa: DTZ005 - shown to people here
    except InUse:
        raise InUse([problem("W860", Place(str(folder)), folder=folder)]) from None
    desk = folder / DESK
    try:
        if not (force or resume):
            _refuse_to_mix(folder)
        _clear(desk, keep_runs=resume)
        output.make_folder(desk)
        yield desk
    finally:
        with contextlib.suppress(CannotWrite, OSError):
            _clear(desk, keep_runs=True)
            desk.rmdir()  # unless there is what a next run can take from it
        lock.release()


def _refuse_to_mix(folder: Path) -> None:
    """Refuse a folder with what another batch has written, or begun to write."""
    if os.path.lexists(folder / DESK):
        raise CannotWrite([problem("W856", Place(str(folder)), folder=folder)])
    for name in _OURS:
        if os.path.lexists(folder / name):
            raise CannotWrite([problem("W858", Place(str(folder / name)), folder=folder)])


def others_in(folder: Path, count: int) -> CannotWrite:
    """What to say when going on would throw away results of documents that are still there."""
    return CannotWrite([problem("W859", Place(str(folder)), folder=folder, count=count)])


def make_room_for_reports(folder: Path) -> None:
    """Make the folder of the reports.

    Raises:
        CannotWrite: when the disk does not let us, or a link leads away from there.
    """
    path = folder / REPORTS
    if os.path.islink(path):  # noqa: PTH114 - unlike a Path, never raises
        raise output.cannot(path, say("it is a link"))
    output.make_folder(path)


def _clear(desk: Path, *, keep_runs: bool) -> None:
    """Remove what a killed run left on the desk, but not what it had done if that is wanted."""
    try:
        if os.path.islink(desk):  # noqa: PTH114 - unlike a Path, never raises
            desk.unlink()
        for path in desk.iterdir() if desk.is_dir() else ():
            if path.is_dir() and not path.is_symlink():
                if not (keep_runs and path.name.startswith("run-")):
                    shutil.rmtree(path)
            else:
                path.unlink()
    except OSError as error:
        raise output.cannot(desk, error.strerror) from None


def earlier_results(folder: Path) -> list[Path]:
    """The results of earlier runs, the whole ones first, then what others left, oldest first."""
    return [folder / RESULTS, *(run / RESULTS for run in _runs(folder / DESK))]


def _runs(desk: Path) -> list[Path]:
    found = (each for each in desk.glob("run-*") if _number(each))
    return sorted(found, key=_number)


def _number(run: Path) -> int:
    number = run.name.removeprefix("run-")
    return int(number) if number.isascii() and number.isdecimal() else 0


class Run:
    """What one run writes, line by line, until it is whole."""

    def __init__(self, folder: Path, questionnaire: Questionnaire) -> None:
        """Begin with nothing but the header of the table.

        Raises:
            CannotWrite: when the disk does not let us.
        """
        desk = folder / DESK
        last = max(map(_number, _runs(desk)), default=0)
        self.folder = folder
        self.path = desk / f"run-{last + 1}"
        with _told(self.path):
            self.path.mkdir()
            self._streams = {name: output.open_new(self.path / name) for name in _STREAMS}
        self._more: list[str] = []
        self._write(TABLE, table.csv_text([table.columns(questionnaire)]).encode())
        self._write(PROBLEMS, table.csv_text([_COLUMNS]).encode())

    def add(self, lines: Iterable[bytes], rows: Iterable[bytes]) -> None:
        """Add results and their rows of the table, in order; they outlive this process."""
        self._write(RESULTS, b"".join(lines))
        self._write(TABLE, b"".join(rows))

    def add_failed(self, item: Item, problems: Sequence[Problem]) -> None:
        """Add a document that failed, and why."""
        self._write(FAILED, f"{listed(item)}\n".encode("utf-8", "surrogateescape"))
        self._write(PROBLEMS, table.csv_text(map(_row, problems)).encode())

    def add_report(self, item: Item, name: str) -> None:
        """Add the name of the report on a document."""
        rows = [(item.name, name)]
        if REPORT_LIST not in self._streams:
            rows.insert(0, ("file", "report"))
            with _told(self.folder / REPORT_LIST):
                self._streams[REPORT_LIST] = output.open_new(self.path / REPORT_LIST)
        self._write(REPORT_LIST, table.csv_text(rows).encode())

    def close(self) -> None:
        """Let go of the files; they stay on the desk."""
        for stream in self._streams.values():
            with contextlib.suppress(OSError):  # what could not be written has been told
                stream.close()

    @contextlib.contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Where to write another file, which `publish` gives its name too.

        Raises:
            CannotWrite: when the disk does not let us.
        """
        path = self.path / name
        with _told(self.folder / name):
            path.touch(mode=0o600)  # whoever writes to it keeps that
            yield path
        self._more.append(name)

    def publish(self, *, force: bool) -> None:
        """Give everything its name and clear the desk; nothing older stays beside it.

        Raises:
            CannotWrite: when the disk does not let us.
        """
        self.close()
        for name in _OURS:
            if name in self._streams or name in self._more:
                output.place(self.path / name, self.folder / name, force=force)
            elif force:
                (self.folder / name).unlink(missing_ok=True)
        _clear(self.folder / DESK, keep_runs=False)
        with contextlib.suppress(OSError):
            (self.folder / DESK).rmdir()

    def publish_failures(self) -> None:
        """Say which failed and why, though the batch goes no further; the rest stays on the desk.

        Raises:
            CannotWrite: when the disk does not let us.
        """
        for name in (FAILED, PROBLEMS):
            output.write(self.folder / name, (self.path / name).read_bytes(), force=True)

    def _write(self, name: str, data: bytes) -> None:
        with _told(self.folder / name):
            self._streams[name].write(data)
            self._streams[name].flush()


def _row(problem: Problem) -> list[table.Cell]:
    """A problem for whoever has to mend the file."""
    place = problem.place
    where = (place.file, place.line or None, place.column or None)
    return [*where, problem.severity, problem.code, problem.message, problem.remedy]


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say which file it was that could not be written."""
    try:
        yield
    except OSError as error:
        raise output.cannot(path, error.strerror) from None
