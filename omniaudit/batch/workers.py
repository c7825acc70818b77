"""Worker processes on this machine: a document that crashes, hangs or eats memory fails alone.

The system's alarm inside a worker keeps the limit of time on each document, and each worker has a
limit of memory. When one dies, the mark it leaves says at which document; that one is named, and
the others of its chunk are handed over again.
"""

from __future__ import annotations

import contextlib
import errno
import multiprocessing
import os
import resource
import signal
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import NamedTuple

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from omniaudit.batch import forkserver, work
from omniaudit.batch.executors import Pending, Task
from omniaudit.batch.job import Failed, Item, Limits, Outcome
from omniaudit.language import say
from omniaudit.problems import Place, Problem, Unavailable, problem

_AHEAD = 8
"""Chunks for each worker: while one waits for its limit, the others go on so far."""
_LATE = 20.0
"""Seconds beyond the limit of a document after which nobody is taken to work any more."""
_LOOK = 1.0
"""Seconds between two looks whether a worker is still there."""
_LOOKS = 3
_TRIES = 3
"""So often may workers die without having begun anything."""
_MEGABYTE = 1024 * 1024


class _Death(NamedTuple):
    """How a worker ended, and at which document of its chunk; None if at none."""

    position: int | None
    exit_code: int | None = None
    elsewhere: bool = False
    """Whether it was ended because of another chunk."""


class Staff(NamedTuple):
    """How many workers there are, and how long each of them lasts."""

    size: int
    lasting: int = 1_000
    """Chunks that each does before another takes its place."""


class Workers:
    """Some worker processes; one that dies is replaced."""

    def __init__(self, task: Task, staff: Staff, limits: Limits, desk: Path) -> None:
        """What the workers need for a while lies in the folder `desk`."""
        self.task = task
        self.staff = staff
        self.limits = limits
        self.desk = desk
        self.ahead = _AHEAD * staff.size
        self._chunks = 0
        self._marks: dict[str, work.Mark | None] = {}
        self._changed = time.monotonic()
        self._pool = self._started()

    def submit(self, items: Sequence[Item]) -> Pending:
        """Hand a chunk to the next worker that is free."""
        handed = self._hand(items)
        return lambda: self._outcomes(items, handed)

    def close(self) -> None:
        """End all workers, whatever they are doing."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _started(self) -> ProcessPool:
        forkserver.start()
        return ProcessPool(
            self.staff.size,
            self.staff.lasting,
            initializer=_prepare,
            initargs=(self.limits, str(self.desk)),
            context=multiprocessing.get_context("forkserver"),
        )

    def _hand(self, items: Sequence[Item]) -> _Handed:
        self._chunks += 1
        mark = self.desk / f"mark-{self._chunks}"
        args = (tuple(items), str(mark))
        try:
            future = self._pool.schedule(self.task, args=args)
        except BrokenProcessPool:
            self._replace_pool()
            future = self._pool.schedule(self.task, args=args)
        pool = self._pool
        return _Handed(future, mark, self._is_stuck, lambda: self._pool is not pool)

    def _is_stuck(self) -> bool:
        """Whether for longer than a document may take no mark has changed.

        A worker that is killed while it hands over its results keeps the pool's lock for ever.
        """
        marks = {each.name: work.marked(each) for each in self.desk.glob("mark-*")}
        now = time.monotonic()
        if marks != self._marks:
            self._marks, self._changed = marks, now
        return now - self._changed > self.limits.seconds + _LATE

    def _replace_pool(self) -> None:
        """Leave a pool that is of no more use, and its workers, for a new one."""
        threading.Thread(target=self._pool.stop, daemon=True).start()
        self._pool, self._changed = self._started(), time.monotonic()

    def _outcomes(self, items: Sequence[Item], handed: _Handed) -> list[Outcome]:
        """The outcomes of all documents of a chunk, whatever happens to its workers.

        Raises:
            Unavailable: when workers do not even begin.
        """
        outcomes: list[Outcome | None] = [None] * len(items)
        left = list(range(len(items)))
        tries = 0
        while left:
            found = handed.wait()
            if not isinstance(found, _Death):
                for position, outcome in zip(left, found, strict=True):
                    outcomes[position] = outcome
                break
            if found.position is not None:
                culprit = left.pop(found.position)
                outcomes[culprit] = Failed((self._named(items[culprit], found),))
            elif not found.elsewhere:
                tries += 1
                self._check(tries, found)
            if not self._pool.active or self._is_stuck():
                self._replace_pool()
            if left:
                handed = self._hand([items[position] for position in left])
        return [each for each in outcomes if each is not None]

    def _check(self, tries: int, death: _Death) -> None:
        if tries == _TRIES:
            raise Unavailable([problem("W854", Place("-j"), why=_way_of(death))])

    def _named(self, item: Item, death: _Death) -> Problem:
        if death.exit_code == -signal.SIGALRM:
            return problem("W851", item.place, seconds=f"{self.limits.seconds:g}")
        return problem("W853", item.place, why=_way_of(death))


class _Handed:
    """A chunk in the hands of a worker."""

    def __init__(
        self,
        future: ProcessFuture[list[Outcome]],
        mark: Path,
        is_stuck: Callable[[], bool],
        is_left: Callable[[], bool],
    ) -> None:
        """What tells whether nobody works any more, and whether the workers were replaced."""
        self._future = future
        self._mark = mark
        self._is_stuck = is_stuck
        self._is_left = is_left

    def wait(self) -> list[Outcome] | _Death:
        """What came of the chunk, or how its worker died."""
        try:
            return self._result()
        except ProcessExpired as expired:
            return self._death(expired.exitcode)
        except (BrokenProcessPool, MemoryError, TimeoutError):
            return self._death(None)
        except OSError as error:
            if error.errno != errno.ENOMEM:
                raise
            return self._death(None)
        finally:
            with contextlib.suppress(OSError):
                self._mark.unlink()

    def _result(self) -> list[Outcome]:
        """The result, as long as there is anybody who could bring it."""
        missed = 0
        while missed < _LOOKS:
            with contextlib.suppress(TimeoutError):
                return self._future.result(timeout=_LOOK)
            if self._future.done() or self._is_left() or self._is_stuck():
                break
            # The pool never hears of a worker that dies right after it took a task.
            missed = missed + 1 if self._is_gone() else 0
        raise TimeoutError

    def _is_gone(self) -> bool:
        marked = work.marked(self._mark)
        if marked is None:
            return False
        try:
            os.kill(marked.process, 0)
        except ProcessLookupError:
            return True
        return False

    def _death(self, exit_code: int | None) -> _Death:
        marked = work.marked(self._mark)
        if marked is None or marked.position == work.DONE or self._is_left():
            return _Death(None, exit_code, self._is_left())
        return _Death(marked.position, exit_code)


def _way_of(death: _Death) -> str:
    """How a worker died, within a sentence."""
    code = death.exit_code
    if code is None:
        return say("nobody knows how")
    if code < 0:
        return say("by signal {number}", number=-code)
    return say("with code {number}", number=code)


def _prepare(limits: Limits, desk: str) -> None:
    """Make a new process fit for files of strangers."""
    tempfile.tempdir = desk
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    most = limits.megabytes * _MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(OSError, ValueError):  # a lower limit is in force, or none is known
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
