"""Ctrl-C and the signals that end a run: noted when they come, raised where nothing is torn."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import Any, Self

from omniaudit.problems import Ended

HANG_UP = int(getattr(signal, "SIGHUP", signal.SIGTERM))  # Windows has none
INTERRUPT = int(signal.SIGINT)
_BACKGROUND = getattr(signal, "SIGTTOU", None)
_RESUMED = getattr(signal, "SIGCONT", None)
_WATCHED = (INTERRUPT, int(signal.SIGTERM), HANG_UP)


class Signals:
    """Watches the three signals as a context manager.

    A signal that comes while the program works is noted, and raised by the next call here; so no
    change is left half made. The first one counts. Once it is raised, or `spare` is called, those
    that follow wait for `rearm`: whoever presses Ctrl-C twice is not torn out of the leave-taking.
    """

    def __init__(self) -> None:
        self._noted: int | None = None
        self.sparing = False
        self._open = False
        self._held = False
        self._wake: Callable[[], object] | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        """Watch, but leave alone what was ignored from outside, as by `nohup`."""
        self._woken, self._waker = os.pipe()
        for end in (self._woken, self._waker):
            os.set_blocking(end, False)
        self._waker_before = signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)
        for number in _WATCHED:
            if signal.getsignal(number) != signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._came)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put back what was; after a leave-taking nothing ends the way out any more."""
        for number, before in self._before.items():
            signal.signal(number, signal.SIG_IGN if self.sparing else before)
        signal.set_wakeup_fd(self._waker_before)
        os.close(self._woken)
        os.close(self._waker)

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Let no signal in; what came meanwhile is raised at the end, unless the block failed."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
        self.raise_noted()

    @contextlib.contextmanager
    def let_in(self) -> Iterator[None]:
        """Raise at once, for a block that only waits and loses nothing."""
        self._open = True
        try:
            self.raise_noted()
            yield
        finally:
            self._open = False

    def wait_for(self, descriptor: int) -> None:
        """Wait for something to read, or a signal; one that comes just before is not slept through.

        Raises:
            Ended: for SIGTERM and SIGHUP.
            KeyboardInterrupt: for SIGINT.
        """
        with self.let_in():
            while descriptor not in select.select([descriptor, self._woken], [], [])[0]:
                os.read(self._woken, 1_024)

    @contextlib.contextmanager
    def told(self, wake: Callable[[], object]) -> Iterator[None]:
        """Call `wake` instead of raising, for a block that would not survive it."""
        self._wake = wake
        try:
            yield
        finally:
            self._wake = None

    @contextlib.contextmanager
    def resumed(self, show: Callable[[], object]) -> Iterator[None]:
        """Call `show` whenever the program goes on after Ctrl-Z."""
        if _RESUMED is None:
            yield
            return
        before = signal.signal(_RESUMED, lambda _number, _frame: show())
        try:
            yield
        finally:
            signal.signal(_RESUMED, before)

    def note(self, number: int) -> None:
        """Note a signal that came as a key."""
        self._noted = self._noted or number

    def rearm(self) -> None:
        """A new question: signals count again."""
        self.sparing = False

    def spare(self) -> None:
        """Somebody is leaving: signals that come from now on are no news."""
        self.sparing = True

    def raise_noted(self) -> None:
        """Raise what was noted, if anything was.

        Raises:
            Ended: for SIGTERM and SIGHUP.
            KeyboardInterrupt: for SIGINT.
        """
        error = self.due()
        if error is not None:
            self._open = False
            raise error

    def due(self) -> BaseException | None:
        """What is to be raised now; it is no longer noted."""
        number = self._noted
        if number is None or self.sparing or self._held:
            return None
        self._noted, self.sparing = None, True
        return KeyboardInterrupt() if number == INTERRUPT else Ended(number)

    def _came(self, number: int, _frame: FrameType | None) -> None:
        self.note(number)
        if number != INTERRUPT and _BACKGROUND is not None:
            # A job in the background would be stopped when it puts the terminal's settings back.
            signal.signal(_BACKGROUND, signal.SIG_IGN)
        if self._wake is not None:
            self._wake()
        elif self._open:
            self.raise_noted()
