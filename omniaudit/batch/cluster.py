"""Many machines: the same chunks, handed through a Dask scheduler to the same kind of workers.

A Dask worker of the cluster does nothing itself: each of its threads keeps a worker process of
ours, so that a document that crashes, hangs or eats memory fails alone there too.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from omniaudit import __version__
from omniaudit.batch.executors import Pending, Task
from omniaudit.batch.job import Item, Limits, Outcome
from omniaudit.batch.workers import Staff, Workers
from omniaudit.language import say
from omniaudit.problems import Place, Unavailable, problem

_PATIENCE = 5
"""Seconds that a scheduler has to answer."""
_LOOK = 10
"""Seconds between two looks whether the cluster still has workers."""
_AHEAD = 4
"""Chunks for each thread of the cluster: one to work on, the others on their way."""


@contextlib.contextmanager
def cluster(task: Task, lasting: int, limits: Limits, address: str) -> Iterator[Cluster]:
    """The cluster behind the scheduler at `HOST:PORT`, for as long as the context lasts.

    Each of its processes does `lasting` chunks before another takes its place.

    Raises:
        Unavailable: when Dask is not installed, nobody answers there, or its workers do not fit.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and heavy
    except ImportError:
        raise _unavailable(address, say("the extra `omniaudit[dask]` is not installed")) from None
    try:
        client = Client(  # type: ignore[no-untyped-call]
            f"tcp://{address}", timeout=_PATIENCE, set_as_default=False
        )
    except (OSError, ValueError):
        raise _unavailable(address, say("no scheduler answers there")) from None
    with client:
        many = Cluster(_Work(task, lasting, limits), client, address)
        try:
            yield many
        finally:
            many.close()


class _Work(NamedTuple):
    """What the processes of a cluster are made for."""

    task: Task
    lasting: int
    limits: Limits


class Cluster:
    """The workers of a Dask scheduler."""

    def __init__(self, work: _Work, client: Any, address: str) -> None:  # noqa: ANN401 - an extra's
        """Look whether the workers of the cluster fit.

        Raises:
            Unavailable: when they do not, or there are none.
        """
        self._work = work
        self._client = client
        self._address = address
        self._check(client.run(_fitness).values())
        self.ahead = _AHEAD * sum(client.nthreads().values())

    def submit(self, items: Sequence[Item]) -> Pending:
        """Hand a chunk to the cluster."""
        future = self._client.submit(_worked, self._work, tuple(items), pure=False)
        return lambda: self._outcomes(future)

    def close(self) -> None:
        """End the processes that the batch has started on the cluster."""
        with contextlib.suppress(OSError):
            self._client.run(_end)

    def _check(self, found: Iterable[_Fitness]) -> None:
        workers = list(found)
        if not workers:
            raise _unavailable(self._address, say("it has no workers"))
        others = sorted({each.version for each in workers} - {__version__})
        if others:
            why = say(
                "its workers have omniaudit {others}, not {version}",
                others=", ".join(others),
                version=__version__,
            )
            raise _unavailable(self._address, why)
        if any(each.is_daemon for each in workers):
            raise _unavailable(self._address, say("its workers must be started with --no-nanny"))

    def _outcomes(self, future: Any) -> list[Outcome]:  # noqa: ANN401 - an extra's
        """Wait for the outcomes, as long as there is anybody to work.

        Raises:
            Unavailable: when all workers have left.
        """
        while True:
            try:
                found: list[Outcome] = future.result(timeout=_LOOK)
            except TimeoutError:
                if not self._client.nthreads():
                    raise _unavailable(self._address, say("all its workers have left")) from None
            else:
                return found


class _Fitness(NamedTuple):
    """What is asked of a worker of the cluster."""

    version: str
    is_daemon: bool
    """Whether it may start no processes, as under Dask's nanny."""


def _fitness() -> _Fitness:
    return _Fitness(__version__, multiprocessing.current_process().daemon)


class _Post(threading.local):
    """The worker process of one thread."""

    made_for: _Work | None = None
    staff: Workers | None = None


_post = _Post()
_open: dict[Workers, tempfile.TemporaryDirectory[str]] = {}
"""Of all threads, with what they need for a while."""


def _worked(work: _Work, items: tuple[Item, ...]) -> list[Outcome]:
    """Have a chunk worked on by this thread's process."""
    if _post.staff not in _open or _post.made_for != work:
        desk = tempfile.TemporaryDirectory(prefix="omniaudit-batch-")
        _post.staff = Workers(work.task, Staff(1, work.lasting), work.limits, Path(desk.name))
        _post.made_for = work
        _open[_post.staff] = desk
    return _post.staff.submit(items)()


def _end() -> None:
    """End the processes of all threads."""
    while _open:
        staff, desk = _open.popitem()
        staff.close()
        desk.cleanup()


def _unavailable(address: str, why: str) -> Unavailable:
    return Unavailable([problem("W855", Place("--executor"), address=address, why=why)])
