"""Signals that end a command in good order, so that it leaves no unfinished file behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from omniaudit.problems import Ended

_SIGNALS = ("SIGTERM", "SIGHUP")


@contextmanager
def raised() -> Iterator[None]:
    """Let signals that would end the process at once be raised where they come; Ctrl-C is already.

    Raises:
        Ended: when one came.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    ours = [each for each in numbers if signal.getsignal(each) == signal.SIG_DFL]
    for each in ours:
        signal.signal(each, _end)
    try:
        yield
    finally:
        for each in ours:
            signal.signal(each, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> None:
    raise Ended(number)
