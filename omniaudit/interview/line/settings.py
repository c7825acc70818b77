"""The settings of a terminal, such as whether it shows what is typed."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any


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
        if now is not None and self._before is not None and now != self._before:
            _set(self._before)


@contextlib.contextmanager
def letter_by_letter() -> Iterator[None]:
    """Hand over what is typed without waiting for the end of its line, if the terminal is there."""
    before, now = _settings(), _settings()
    if _termios is None or before is None or now is None:
        yield
        return
    now[3] &= ~_termios.ICANON
    now[6][_termios.VMIN] = 1
    _set(now)
    try:
        yield
    finally:
        _set(before)


def _set(settings: list[Any]) -> None:
    """Set them, unless the terminal has gone meanwhile."""
    if _termios is not None:
        with contextlib.suppress(_termios.error):
            _termios.tcsetattr(sys.stdin.fileno(), _termios.TCSANOW, settings)


def _settings() -> list[Any] | None:
    if _termios is None:
        return None
    try:
        found: list[Any] = _termios.tcgetattr(sys.stdin.fileno())
    except _termios.error:
        return None
    return found
