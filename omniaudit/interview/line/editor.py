"""A line typed on a terminal with editing keys: the one room that knows prompt_toolkit.

Importing it takes 250 ms, so it is imported where a line is asked for.
"""

from __future__ import annotations

import codecs
import os
import select
import sys
from typing import TextIO, cast

from prompt_toolkit import PromptSession
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.posix_utils import PosixStdinReader
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.input.vt100 import Vt100Input
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
        while not self._keys.closed and select.select([self._keys], [], [], BURST)[0]:
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
    if key.key == Keys.BracketedPaste or not isinstance(key.key, Keys):
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


class _Reader(PosixStdinReader):
    """Reads in large pieces, and knows a terminal that has gone; the library would try for ever."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")

    def read(self, count: int = _CHUNK) -> str:
        try:
            typed = os.read(self.stdin_fd, count)
        except OSError:
            typed = b""
        self.closed = not typed
        return self._decoder.decode(typed)


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
