"""The terminal's end of the interview: text goes out, lines come in, and nothing is left behind."""

from __future__ import annotations

import os
import sys
import textwrap
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self

from omniaudit.interview.line import letters
from omniaudit.interview.line.plain import LONGEST, PlainLine
from omniaudit.interview.line.screen import Screen
from omniaudit.interview.line.settings import Settings
from omniaudit.interview.line.signals import Signals
from omniaudit.language import mark, say
from omniaudit.problems import Ended
from omniaudit.render.terminal import harmless, screen_width
from omniaudit.report import wording
from omniaudit.values import dataclass

_CUT = mark(
    "That line was cut: this terminal takes {most} bytes in one line, and what came after them is"
    " lost. Type it again in shorter lines."
)
_WITHOUT_CONTROL = {"", "dumb", "unknown"}
_EDITORS_FILES = 4
"""Files that the line editor opens for its loop; without them it would end in a fault."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed and ended with Enter."""

    line: str
    pasted: tuple[str, ...] = ()
    """Further lines that came at once with it: a paste, never answers."""


class _Line(Protocol):
    def read(self, prompt: str) -> str: ...


def usable() -> bool:
    """Whether somebody can be asked: standard input is a terminal, and one that we can read.

    A Windows console is read in other ways than a descriptor; the Linux in it is fine.
    """
    if sys.platform == "win32" or sys.stdin is None or sys.stdin.closed:
        return False
    return sys.stdin.isatty()


class Terminal:
    """A terminal on which somebody is asked, as a context manager.

    After it the terminal's settings are as before, however it was left. A signal is raised by
    `show`, by `ask` or at the end of `held`, never in between: no change is left half made. Once
    one is raised, those that follow are not, until `ask` is called again; so a leave-taking may
    `show` and save in peace.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._plain = plain or os.environ.get("TERM", "").lower() in _WITHOUT_CONTROL
        self._signals = Signals()
        self._screen = Screen(self._signals)
        self._line: _Line | None = None
        self._settings = Settings()

    def __enter__(self) -> Self:
        self._signals.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._settings.restore()
        self._signals.__exit__(kind, error, trace)

    @property
    def width(self) -> int:
        """Columns to write in; they change when the window does."""
        return screen_width()

    def show(self, text: str) -> None:
        """Show text that is wrapped already; when nobody can see it any more, nothing happens.

        Raises:
            Ended: when a signal came, unless somebody is leaving already.
            KeyboardInterrupt: when it was Ctrl-C.
        """
        shown = letters.spelt(harmless(text), self._screen.encoding)
        with self._signals.let_in():
            self._screen.put(shown)

    def ask(self, prompt: str) -> Typed:
        """Ask for a line.

        Raises:
            EOFError: at Ctrl-D on an empty line, and when nobody sees what is asked.
            KeyboardInterrupt: at Ctrl-C.
            Ended: when a signal came, or the terminal has gone.
        """
        self._signals.rearm()
        try:
            self._signals.raise_noted()
            return _typed(self._read(letters.spelt(harmless(prompt), self._screen.encoding)))
        except (EOFError, KeyboardInterrupt, Ended):
            self._signals.spare()
            raise

    def held(self) -> AbstractContextManager[None]:
        """A block, such as saving, that no signal cuts short; it is raised right after."""
        return self._signals.held()

    def _read(self, prompt: str) -> str:
        self._line = self._line or self._new_line()
        typed = self._line.read(prompt)
        if isinstance(self._line, PlainLine) and self._line.was_cut:
            cut = say(_CUT, most=wording.number(LONGEST))
            self.show(textwrap.fill(cut, self.width) + "\n")
        return typed

    def _new_line(self) -> _Line:
        if self._plain or not self._screen.isatty() or not _can_open(_EDITORS_FILES):
            return PlainLine(self._screen, self._signals)
        from omniaudit.interview.line.editor import LineEditor  # noqa: PLC0415 - takes 250 ms

        return LineEditor(self._screen, self._signals)


def _can_open(count: int) -> bool:
    """Whether the system lets us have so many more files open."""
    more: list[int] = []
    try:
        more.extend(os.dup(2) for _ in range(count))
    except OSError:
        return False
    finally:
        for each in more:
            os.close(each)
    return True


def _typed(burst: str) -> Typed:
    lines = [letters.plain(each) for each in burst.replace("\r\n", "\n").split("\n")]
    while len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    return Typed(lines[0], tuple(lines[1:]))
