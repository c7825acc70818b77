"""A person at a terminal: waits for the prompt, types, looks, presses Ctrl-C, closes the window."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

import pexpect

HOUSE = Path(__file__).resolve().parents[2]
PATIENCE = 20.0
"""Seconds until something that should come is missed; nobody waits that long when it comes."""
UTF_8: Mapping[str, str] = MappingProxyType({"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})
"""An environment with all letters."""
ASCII: Mapping[str, str] = MappingProxyType(
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
)
"""An environment without a letter beyond ASCII."""
UNMEASURED: Mapping[str, str] = MappingProxyType(
    {**UTF_8, "COVERAGE_PROCESS_CONFIG": "", "COVERAGE_PROCESS_START": ""}
)
"""For a program that is killed: what it measured of itself would be torn."""
_PIECE = re.compile(
    r"\x1b\[(?P<number>[0-9;?]*)(?P<command>[A-Za-z])|(?P<control>[\x00-\x1f])|(?P<text>[^\x00-\x1f]+)"
)


class Sheet:
    """What stands on the terminal: lines on a sheet that never ends, as a person would read them.

    It knows what a line editor needs; anything else, such as clearing the screen, is `strange`.
    """

    def __init__(self) -> None:
        self.lines = [""]
        self.row = self.column = 0
        self.strange: list[str] = []
        self._rest = ""

    def write(self, text: str) -> None:
        whole = self._rest + text
        begun = re.search(r"\x1b(\[[0-9;?]*)?$", whole)
        self._rest = begun.group() if begun else ""
        for piece in _PIECE.finditer(whole[: len(whole) - len(self._rest)]):
            if piece["text"]:
                self._put(piece["text"])
            elif piece["command"]:
                self._obey(piece["number"], piece["command"])
            else:
                self._move(piece["control"])

    def _put(self, text: str) -> None:
        line = self.lines[self.row].ljust(self.column)
        self.lines[self.row] = line[: self.column] + text + line[self.column + len(text) :]
        self.column += len(text)

    def _move(self, control: str) -> None:
        if control == "\n":
            self.row += 1
            self.lines += [""] * (self.row + 1 - len(self.lines))
        elif control == "\r":
            self.column = 0
        elif control == "\b":
            self.column = max(0, self.column - 1)
        elif control != "\a":
            self.strange.append(repr(control))

    def _obey(self, number: str, command: str) -> None:
        steps = int(number) if number.isdigit() else 1
        line = self.lines[self.row]
        match command:
            case "A":
                self.row -= steps
            case "B":
                self.row += steps
            case "C":
                self.column += steps
            case "D":
                self.column -= steps
            case "J" | "K" if number in {"", "0"}:
                self.lines[self.row] = line[: self.column]
                if command == "J":
                    del self.lines[self.row + 1 :]
            case "m" if number in {"", "0"}:
                pass
            case "h" | "l" if number in {"?1", "?7", "?12", "?25", "?2004"}:
                pass
            case _:
                self.strange.append(f"ESC[{number}{command}")


class Person:
    """Somebody with a program before them; `Person.interviewed(file)` for the interview.

    As a context manager nothing is left running. What a person types waits for a prompt that has
    not been answered yet; what a person sees is looked for from the last thing typed on.
    """

    def __init__(
        self,
        *command: str,
        columns: int = 80,
        rows: int = 24,
        folder: Path | str | None = None,
        environment: Mapping[str, str] = UTF_8,
    ) -> None:
        surroundings = {**os.environ, **UTF_8, "TERM": "xterm", "PYTHONPATH": str(HOUSE)}
        for name in ("COLUMNS", "LINES", "NO_COLOR"):
            surroundings.pop(name, None)
        surroundings.update(environment)
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            env={name: each for name, each in surroundings.items() if each},
            cwd=folder,
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
        )
        self._child.delaybeforesend = None
        self.settings_before = self._settings()
        self.settings_after: list[object] | None = None
        self.sheet = Sheet()
        self.raw = ""
        self._answered = self._looked = -1

    @classmethod
    def interviewed(
        cls,
        *arguments: str,
        columns: int = 80,
        folder: Path | str | None = None,
        environment: Mapping[str, str] = UTF_8,
    ) -> Self:
        """Somebody who has typed `omniaudit interview ARGUMENTS`."""
        command = (sys.executable, "-P", "-m", "omniaudit", "interview", *arguments)
        return cls(*command, columns=columns, folder=folder, environment=environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hangs_up()
        self._child.close(force=True)

    def _hangs_up(self) -> None:
        """Ask the program to go, and give it time to write down what it measured of itself."""
        if self._child.closed or not self._child.isalive():
            return
        self._child.kill(signal.SIGHUP)
        end = time.monotonic() + PATIENCE / 4
        while self._child.isalive() and time.monotonic() < end:
            time.sleep(0.01)

    @property
    def transcript(self) -> str:
        """All that stands on the terminal, without control sequences."""
        return "\n".join(line.rstrip() for line in self.sheet.lines)

    @property
    def process(self) -> int:
        """The process's number."""
        number: int = self._child.pid
        return number

    def is_asked(self) -> bool:
        """Whether an empty prompt stands there that was not answered yet."""
        line = self.sheet.lines[self.sheet.row][: self.sheet.column].rstrip()
        fresh = self.sheet.row > self._answered and self.sheet.column == len(line) + 1
        return fresh and line.endswith(">")

    def waits(self) -> None:
        """Wait for the prompt."""
        assert self._until(self.is_asked), f"no prompt:\n{self.transcript}"

    def types(self, line: str) -> None:
        """Type a line and Enter, at the prompt."""
        self.presses(f"{line}\r")

    def presses(self, keys: str) -> None:
        """Press keys at the prompt, Enter only if it is among them."""
        self.waits()
        self._looked = self.sheet.row
        if "\r" in keys:
            self._answered = self.sheet.row
        self.sends(keys)

    def sends(self, keys: str) -> None:
        """Send keys at once, whatever stands there."""
        self._child.send(keys)

    def pastes(self, text: str, *, bracketed: bool = True) -> None:
        """Paste text at the prompt; an old terminal does not say that it is a paste."""
        self.waits()
        self._looked = self.sheet.row
        if text.endswith("\n") or not bracketed:
            self._answered = self.sheet.row
        self.sends(f"\x1b[200~{text}\x1b[201~" if bracketed else text.replace("\n", "\r"))

    def presses_control(self, letter: str) -> None:
        """Press Ctrl and a letter at the prompt."""
        self.waits()
        self._looked = self.sheet.row
        self._child.sendcontrol(letter)

    def sends_bytes(self, keys: bytes) -> None:
        """Send what is perhaps no text."""
        os.write(self._child.child_fd, keys)

    def pauses(self, seconds: float) -> None:
        """Do nothing for a while but look."""
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() >= end)

    def gets(self, signal: int) -> None:
        """The program gets a signal."""
        os.kill(self.process, signal)

    def resizes(self, columns: int, rows: int = 24) -> None:
        """Make the window wider or narrower."""
        self._child.setwinsize(rows, columns)

    def sees(self, text: str) -> None:
        """Wait until the text stands there, from the last line typed on, however it is wrapped."""
        wanted = " ".join(text.split())
        found = self._until(lambda: wanted in self._since_looked())
        assert found, f"{text!r} is not to be seen:\n{self.transcript}"

    def sees_so_often(self, text: str, part: str, count: int) -> None:
        """Wait until part stands there so often, and the last time as in the text."""
        found = self._until(lambda: self.transcript.count(part) >= count)
        last = self.transcript.rpartition(part)[2]
        assert found, f"{text!r} is not to be seen:\n{self.transcript[-2000:]}"
        assert (part + last).startswith(text), self.transcript[-2000:]

    def leaves(self) -> int:
        """Wait for the program's end; its exit code as a shell says it."""
        if not self._child.closed:
            self._until(lambda: False)
            assert self._child.flag_eof, f"still there:\n{self.transcript[-2000:]}"
            self.settings_after = self._settings()
            self._child.close(force=True)
        if self._child.signalstatus is not None:
            return 128 + int(self._child.signalstatus)
        return int(self._child.exitstatus)

    def closes_the_window(self) -> int:
        """The terminal goes away under the program; its exit code."""
        self._child.close(force=True)
        return self.leaves()

    def _settings(self) -> list[object]:
        found: list[object] = termios.tcgetattr(self._child.child_fd)
        return found

    def _since_looked(self) -> str:
        return " ".join(" ".join(self.sheet.lines[max(self._looked, 0) :]).split())

    def _until(self, condition: Callable[[], bool]) -> bool:
        """Read until it holds, the program has ended, or patience has."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if self._child.closed or time.monotonic() > deadline:
                return False
            try:
                self._read()
            except pexpect.EOF:
                return condition()
        return True

    def _read(self) -> None:
        try:
            more = self._child.read_nonblocking(65_536, timeout=0.01)
        except pexpect.TIMEOUT:
            return
        self.raw += more
        self.sheet.write(more)
