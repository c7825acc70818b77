"""The settings of a terminal, such as whether it shows what is typed."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType


def _module(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ImportError:  # Windows
        return None


_termios = _module("termios")


class Settings:
    """The settings of the terminal on standard input as they are, to be put back."""

    def __init__(self) -> None:
        self._before = _settings()

    def restore(self) -> None:
        """Put them back; a terminal that has them already, or has gone, is left alone."""
        now = _settings()
        if _termios is None or now is None or self._before is None or now == self._before:
            return
        with contextlib.suppress(_termios.error):
            _termios.tcsetattr(sys.stdin.fileno(), _termios.TCSANOW, self._before)


@contextlib.contextmanager
def letter_by_letter() -> Iterator[None]:
    """Hand over what is typed without waiting for the end of its line."""
    before = _settings()
    if _termios is None or before is None:
        yield
        return
    now = _termios.tcgetattr(sys.stdin.fileno())
    now[3] &= ~_termios.ICANON
    now[6][_termios.VMIN] = 1
    _termios.tcsetattr(sys.stdin.fileno(), _termios.TCSANOW, now)
    try:
        yield
    finally:
        with contextlib.suppress(_termios.error):
            _termios.tcsetattr(sys.stdin.fileno(), _termios.TCSANOW, before)


def _settings() -> list[object] | None:
    if _termios is None:
        return None
    try:
        found: list[object] = _termios.tcgetattr(sys.stdin.fileno())
    except _termios.error:
        return None
    return found
