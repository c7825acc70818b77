"""What is written on the terminal: never late, never torn, and no fault when it has gone."""

from __future__ import annotations

import os
import select
import sys

from omniaudit.interview.line import letters
from omniaudit.interview.line.signals import Signals

_FAREWELL = 0.5


class Screen:
    """Standard output without a buffer, so that nothing is left over when the terminal goes."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals
        sys.stdout.flush()
        self.encoding = sys.stdout.encoding or "ascii"
        self.gone = False
        self._descriptor = sys.stdout.fileno()
        self._owed = ""

    def write(self, text: str) -> int:
        """Write a line that is being typed, with its control sequences, as wide as it is."""
        return self.put(letters.in_place(text, self.encoding))

    def put(self, text: str) -> int:
        """Write text; once nobody can see it, it is dropped."""
        rest = (self._owed + text).encode(self.encoding, errors="replace")
        self._owed = ""
        try:
            while rest and self._takes_more():
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            self.gone = True
        return len(text)

    def owe_line_end(self) -> None:
        """End the line when something is written next: whoever must not wait writes nothing now."""
        self._owed = "\n"

    def _takes_more(self) -> bool:
        """Whether to write: whoever leaves does not wait for a terminal stopped by Ctrl-S."""
        if self._signals.sparing and not self.gone:
            self.gone = not select.select([], [self._descriptor], [], _FAREWELL)[1]
        return not self.gone

    def flush(self) -> None:
        """Nothing waits to be written."""

    def fileno(self) -> int:
        """The descriptor that is written to."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._descriptor)
