"""A line typed on a terminal with editing keys: the one room that knows prompt_toolkit.

Importing it takes 250 ms, so it is imported where a line is asked for.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TextIO, cast

from prompt_toolkit import PromptSession
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.posix_utils import PosixStdinReader
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from omniaudit.interview.line import letters
from omniaudit.interview.line.plain import BURST
from omniaudit.interview.line.screen import Screen
from omniaudit.interview.line.signals import HANG_UP, INTERRUPT, Signals
from omniaudit.problems import Ended

_LINE_END = "⏎"
"""Shown for a line end in a paste, until the line is done."""
_CHUNK = 65_536
_FLOOD = 1_000
"""Bytes at once that nobody types."""
_MOST = 1 << 20
_SILENCE = 1.0
"""Seconds after which a paste without an end is over."""
_PASTE_END = "\x1b[201~"
_CONTROL_C = "\x03"


class LineEditor:
    """One line with editing keys, the lines of this run under the up arrow, and nothing else."""

    def __init__(self, screen: Screen, signals: Signals) -> None:
        self._signals = signals
        self._encoding = sys.stdin.encoding or "ascii"
        self._keys = _Keys(sys.stdin)
        self._session: PromptSession[str] = PromptSession(
            input=self._keys,
            output=_OwnLine(screen),
            color_depth=ColorDepth.DEPTH_1_BIT,
            complete_while_typing=False,
            enable_suspend=True,
            include_default_pygments_style=False,
            key_bindings=_bindings(),
            reserve_space_for_menu=0,
        )
        self._session.app.ttimeoutlen = _SILENCE

    def read(self, prompt: str) -> str:
        """A line and whatever came with it, separated by line ends.

        Raises:
            EOFError: at Ctrl-D on an empty line.
            KeyboardInterrupt: at Ctrl-C.
            Ended: when a signal came, or the terminal has gone.
        """
        with self._keys.raw_mode(), self._signals.told(self._leave_soon):
            try:
                line = self._session.prompt(
                    prompt,
                    pre_run=self._leave_soon,
                    set_exception_handler=False,
                    handle_sigint=False,  # Signals has it
                )
            except EOFError:
                if self._keys.closed:
                    raise Ended(HANG_UP) from None
                raise
            typed = "\n".join((*line.split(_LINE_END), self._rest_of_burst()))
        return letters.heard(typed.encode(errors="surrogateescape"), self._encoding)

    def _leave_soon(self) -> None:
        """Leave through the loop: an exception from a signal handler would tear it."""
        loop = self._session.app.loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        app = self._session.app
        if app.future is None or app.future.done():
            return
        error = self._signals.due()
        if error is not None:
            app.exit(exception=error)

    def _rest_of_burst(self) -> str:
        """What came at once with the line; a single key is somebody's next stroke and kept."""
        keys = get_typeahead(self._keys)
        while not self._keys.closed and _goes_on(self._keys.fileno()):
            keys += self._keys.read_keys()
        if len(keys) == 1 and keys[0].key not in _ENTER:
            store_typeahead(self._keys, keys)
            return ""
        if any(each.key == Keys.ControlC for each in keys):
            self._signals.note(INTERRUPT)
        return "".join(_text(each) for each in keys)


_ENTER = (Keys.ControlM, Keys.ControlJ)


def _text(key: KeyPress) -> str:
    if key.key in _ENTER:
        return "\n"
    if key.key in (Keys.BracketedPaste, Keys.Any) or not isinstance(key.key, Keys):
        return key.data
    return " " if key.key == Keys.ControlI else ""


def _bindings() -> KeyBindings:
    """Keys that mean something else here than in a shell."""
    keys = KeyBindings()
    keys.add(Keys.BracketedPaste)(_paste)
    keys.add(Keys.ControlL)(_keep_the_screen)
    keys.add(Keys.ControlI)(_space)
    return keys


def _paste(event: KeyPressEvent) -> None:
    """Keep pasted lines together as one; a line end after the last is Enter."""
    lines = event.data.replace("\r\n", "\n").replace("\r", "\n")
    kept = [letters.plain(each) for each in lines.strip("\n").split("\n")]
    event.current_buffer.insert_text(_LINE_END.join(kept))
    if lines.endswith("\n"):
        event.current_buffer.validate_and_handle()


def _keep_the_screen(event: KeyPressEvent) -> None:
    """The lines above are the record of the meeting: Ctrl-L clears nothing."""
    event.app.invalidate()


def _space(event: KeyPressEvent) -> None:
    event.current_buffer.insert_text(" ")


class _Keys(Vt100Input):
    """Keys of the terminal, in UTF-8 or whatever, until it goes."""

    def __init__(self, stdin: TextIO) -> None:
        super().__init__(stdin)
        self.stdin_reader = _Reader(stdin.fileno())
        self.vt100_parser = _Parser(self._take)

    def read_keys(self) -> list[KeyPress]:
        """Letters that came at once are one key: each key costs as much as the line is long."""
        return list(_in_runs(super().read_keys()))

    def _take(self, key: KeyPress) -> None:
        self._buffer.append(key)


def _in_runs(keys: list[KeyPress]) -> Iterator[KeyPress]:
    """The first letter stays alone, as it may belong to the key before it, such as Escape."""
    for special, run in groupby(keys, lambda each: isinstance(each.key, Keys)):
        if special:
            yield from run
            continue
        first, *others = run
        yield first
        if others:
            yield KeyPress(Keys.Any, "".join(each.data for each in others))


class _Parser(Vt100Parser):
    """Knows when a paste is over whose end never comes; the library would hear nothing else."""

    def feed(self, data: str) -> None:
        """Take what was typed; with Ctrl-C at its end, somebody pressed it."""
        super().feed(data)
        if self._in_bracketed_paste and data.endswith(_CONTROL_C):
            super().feed(_PASTE_END + _CONTROL_C)

    def flush(self) -> None:
        """Nothing came for a while."""
        if self._in_bracketed_paste:
            super().feed(_PASTE_END)
        super().flush()


class _Reader(PosixStdinReader):
    """Reads in large pieces, and knows a terminal that has gone; the library would try for ever."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")

    def read(self, count: int = _CHUNK) -> str:
        """Read what is there, and all of a flood: to draw it costs as much as the line is long."""
        typed = more = self._read(count)
        self.closed = not typed
        while _FLOOD < len(typed) < _MOST and more and _goes_on(self.stdin_fd):
            more = self._read(count)
            typed += more
        return self._decoder.decode(typed)

    def _read(self, count: int) -> bytes:
        try:
            return os.read(self.stdin_fd, count)
        except OSError:
            return b""


def _goes_on(descriptor: int) -> bool:
    return bool(select.select([descriptor], [], [], BURST)[0])


class _OwnLine(Vt100_Output):
    """Draws the line that is typed, asks the terminal nothing, and stays off the lines above."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(
            cast("TextIO", screen),
            self._size,
            term=os.environ.get("TERM"),
            enable_bell=False,
            enable_cpr=False,
        )
        self._columns = self._size().columns

    def _size(self) -> Size:
        try:
            columns, rows = os.get_terminal_size(self.stdout.fileno())
        except OSError:
            columns, rows = 0, 0
        return Size(rows=rows or 24, columns=columns or 80)

    def cursor_up(self, amount: int) -> None:
        """Go up no further than the line reaches after it was wrapped anew by a wider terminal."""
        now = self._size().columns
        super().cursor_up(min(amount, amount * self._columns // now))

    def flush(self) -> None:
        self._columns = self._size().columns
        super().flush()
