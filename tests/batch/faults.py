"""The work of a worker, with documents that do harm by their names."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from typing import Any

from omniaudit.batch import work
from omniaudit.batch.job import Item, Job, Outcome

_outcome = work._Desk._outcome  # noqa: SLF001 - the fault stands where a fault of ours would


def score_chunk(job: Job, reports: None, items: Sequence[Item], mark: str = "") -> list[Outcome]:
    """Score the documents; `crashes.yaml` and its like take the process with them."""
    work._Desk._outcome = _harmed  # type: ignore[method-assign, assignment]  # noqa: SLF001 - the same
    return work.score_chunk(job, reports, items, mark)


def processes(items: Sequence[Item], _mark: str = "") -> list[Any]:
    """The process that works."""
    return [os.getpid() for _ in items]


def _harmed(desk: work._Desk, item: Item) -> Outcome:
    harm = _HARMS.get(os.path.basename(item.file))  # noqa: PTH119 - a name, not a path
    if harm is not None:
        harm()
    return _outcome(desk, item)


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _hang() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    while True:
        time.sleep(60)


def _eat() -> None:
    kept = []
    while True:
        kept.append(bytearray(128 * 1024 * 1024))


def _stop() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _leave() -> None:
    os._exit(7)


_HARMS = {
    "crashes.yaml": _crash,
    "hangs.yaml": _hang,
    "eats.yaml": _eat,
    "leaves.yaml": _leave,
    "stops.yaml": _stop,
}
