"""A line typed on a terminal that can do nothing but show letters: no control sequence is sent."""

from __future__ import annotations

import os
import select
import sys

from omniaudit.interview.line import letters
from omniaudit.interview.line.screen import Screen
from omniaudit.interview.line.settings import letter_by_letter
from omniaudit.interview.line.signals import HANG_UP, Signals
from omniaudit.problems import Ended

BURST = 0.03
"""Seconds in which lines belong together: a paste, as nobody types that fast."""
LONGEST = 4_095
"""Bytes of a line; the kernel drops what is typed beyond."""
_CHUNK = 65_536


class PlainLine:
    """Lines as the kernel hands them over, editable with its erase keys only."""

    def __init__(self, screen: Screen, signals: Signals) -> None:
        self._screen = screen
        self._signals = signals
        self._descriptor = sys.stdin.fileno()
        self._is_terminal = os.isatty(self._descriptor)
        self._encoding = sys.stdin.encoding or "ascii"
        self._early = b""
        self.was_cut = False

    def read(self, prompt: str) -> str:
        """A line and whatever came with it, separated by line ends.

        Raises:
            EOFError: at Ctrl-D on an empty line.
            Ended: when the terminal has gone.
        """
        if self._screen.gone:
            raise EOFError
        try:
            with self._signals.resumed(lambda: self._screen.put(prompt)):
                typed = self._line(prompt)
        except BaseException:
            self._signals.spare()
            self._screen.put("\n")
            raise
        typed += self._rest_of_burst()
        lines = typed.split(b"\n")
        self.was_cut = self._is_terminal and any(len(line) >= LONGEST for line in lines)
        return letters.heard(typed, self._encoding)

    def _line(self, prompt: str) -> bytes:
        with self._signals.let_in():
            self._screen.put(prompt)
        typed, self._early = self._early, b""
        while not typed.endswith(b"\n") and (more := self._awaited()):
            typed += more
        if not typed:
            raise EOFError
        return typed

    def _rest_of_burst(self) -> bytes:
        """What came at once with the line; a single key is somebody's next stroke and kept.

        A terminal that goes meanwhile is noted, for the line is here.
        """
        rest = b""
        with letter_by_letter():
            try:
                while self._goes_on() and (more := self._read()):
                    rest += more
            except Ended as gone:
                self._signals.note(gone.signal)
        if len(rest) == 1 and rest != b"\n":
            self._early, rest = rest, b""
        if rest and not rest.endswith(b"\n"):
            self._screen.owe_line_end()
        return rest

    def _awaited(self) -> bytes:
        self._signals.wait_for(self._descriptor)
        return self._read()

    def _goes_on(self) -> bool:
        return bool(select.select([self._descriptor], [], [], BURST)[0])

    def _read(self) -> bytes:
        try:
            more = os.read(self._descriptor, _CHUNK)
        except OSError:
            raise Ended(HANG_UP) from None
        if not more and self._is_terminal and not os.isatty(self._descriptor):
            raise Ended(HANG_UP)
        return more
