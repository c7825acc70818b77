"""Starts the process that workers are forked from, which has none of our threads.

It may run long before there are workers: while it imports what they need, we go on.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing import forkserver

_FORKED = "omniaudit.batch.forked"
_SAFE = "PYTHONSAFEPATH"


def start() -> None:
    """Start it unless it runs; nobody waits for what it imports."""
    forkserver.set_forkserver_preload([_FORKED])
    with _undisturbed():
        forkserver.ensure_running()


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let what is started here hear neither Ctrl-C nor a hang-up, nor look into this folder.

    Python itself would take modules of its library from the folder that a client has filled.
    """
    before = os.environ.get(_SAFE)
    os.environ[_SAFE] = "1"
    numbers = (signal.SIGINT, signal.SIGHUP)
    ours = threading.current_thread() is threading.main_thread()
    heard = {each: signal.signal(each, signal.SIG_IGN) for each in numbers} if ours else {}
    try:
        yield
    finally:
        for number, handler in heard.items():
            signal.signal(number, handler)
        if before is None:
            del os.environ[_SAFE]
        else:
            os.environ[_SAFE] = before
