"""How far a batch is: one line that counts on a terminal, a line every tenth elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Self

from omniaudit.cli import streams
from omniaudit.language import say, say_count

_TENTHS = 10
_PAUSE = 0.1
"""Seconds between two changes of the line."""
_SOON = 5.0
"""Seconds before which nobody can say how long it takes."""
_MINUTE = 60


class Counting:
    """Told how many documents are done and how many of them failed."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`total` may be a little too large; the clock is in seconds."""
        self.total = total
        self.clock = clock
        self.in_place = streams.is_verbose_terminal()
        self.started = self.shown = clock()
        self.tenth = 0
        self.width = 0

    def __call__(self, done: int, failed: int) -> None:
        """Show it, if it is time to."""
        if self.in_place:
            now = self.clock()
            if now - self.shown >= _PAUSE:
                self.shown = now
                self._replace(self._told(done, failed, now - self.started))
        elif self.total >= _TENTHS and done * _TENTHS // self.total > self.tenth:
            self.tenth = done * _TENTHS // self.total
            streams.tell(self._told(done, failed, 0.0))

    def __enter__(self) -> Self:
        """Begin to count."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the line away, so that other words can stand there."""
        if self.width:
            self._replace("")
            sys.stderr.write("\r")
            self.width = 0

    def _replace(self, text: str) -> None:
        text = text[: streams.width() - 1]
        sys.stderr.write(f"\r{text.ljust(self.width)}")
        sys.stderr.flush()
        self.width = len(text)

    def _told(self, done: int, failed: int, seconds: float) -> str:
        parts = [say("{done} of {total}", done=done, total=self.total)]
        if failed:
            parts.append(say_count(failed, "{count} failed", "{count} failed"))
        if seconds >= _SOON:
            parts.append(_left(seconds * (self.total - done) / done))
        return ", ".join(parts)


def _left(seconds: float) -> str:
    """About how much longer it takes."""
    if seconds < _MINUTE:
        return say_count(round(seconds), "{count} second left", "{count} seconds left")
    return say_count(round(seconds / _MINUTE), "{count} minute left", "{count} minutes left")
