"""Whatever ends the run: nothing is torn, nothing is printed raw, the terminal is as before."""

from __future__ import annotations

import contextlib
import copy
import os
import random
import re
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from omniaudit.interview.line import plain, settings
from omniaudit.interview.line.signals import HANG_UP, Signals
from omniaudit.interview.terminal import Terminal
from omniaudit.problems import Ended
from tests.interview.person import Person
from tests.interview.test_terminal import ASKER, BOTH_WAYS, somebody

STAYER = str(Path(__file__).with_name("stayer.py"))
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TYPED = ("", "", "1", "1\r", "ab\x1b[D", "\x1b[200~x\ny\x1b[201~", "x\ry\rz")
NOISE = re.compile("Traceback|Error|Exception|asyncio|loop|coroutine|Task|Unhandled|Press ENTER")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {each: signal.getsignal(each) for each in (*ENDING, signal.SIGTTOU)}
    yield
    for each, what in before.items():
        signal.signal(each, what)


@BOTH_WAYS
@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (signal.SIGINT, 130, "Left by Ctrl-C."),
        (signal.SIGTERM, 143, "Left by signal 15."),
        (signal.SIGHUP, 129, "Left by signal 1."),
    ],
)
def test_a_signal_leaves_the_terminal_as_it_was(
    words: tuple[str, ...], number: int, code: int, told: str
) -> None:
    with somebody(*words) as person:
        person.presses("half a line")
        person.sees("half a line")
        person.gets(number)

        assert person.leaves() == code
        assert person.settings_after == person.settings_before
        assert person.transcript.splitlines()[-1] == told
        assert not NOISE.search(person.transcript)
        assert person.raw.count("\x1b[?2004h") == person.raw.count("\x1b[?2004l")
        assert person.raw.rfind("\x1b[?25h") >= person.raw.rfind("\x1b[?25l")


@BOTH_WAYS
def test_control_c_leaves_too(words: tuple[str, ...]) -> None:
    with somebody(*words) as person:
        person.presses_control("c")

        assert person.leaves() == 130
        assert person.transcript.endswith("\nLeft by Ctrl-C.\n")
        assert person.settings_after == person.settings_before


@BOTH_WAYS
def test_a_signal_at_any_moment(words: tuple[str, ...]) -> None:
    chance = random.Random(18)
    with Person(sys.executable, "-X", "dev", STAYER, *words) as person:
        person.waits()
        for count in range(1, 151):
            person.sends(chance.choice(TYPED))
            person.pauses(chance.random() * 0.03)
            number = chance.choice(ENDING)
            person.gets(number)
            person.sees_so_often(f"left by {int(number)}, same settings", "left by", count)
        person.pauses(0.1)
        person.sends("\x15\x04")

        assert person.leaves() == 0
        assert person.settings_after == person.settings_before
        assert not NOISE.search(person.transcript)


@BOTH_WAYS
def test_one_signal_after_the_other_is_no_fault(words: tuple[str, ...]) -> None:
    for number in (*ENDING, signal.SIGTERM):
        with somebody(*words) as person:
            person.waits()
            for _ in range(20):
                person.gets(number)

            assert person.leaves() in {129, 130, 143}
            assert person.settings_after == person.settings_before
            assert not NOISE.search(person.transcript)


@BOTH_WAYS
def test_the_window_is_closed(words: tuple[str, ...], tmp_path: Path) -> None:
    log = tmp_path / "log"
    for ignored in ("", "trap '' HUP;"):
        command = f"{ignored} exec {sys.executable} {ASKER} {' '.join(words)} 2>{log}"
        with Person("bash", "-c", command) as person:
            person.waits()

            assert person.closes_the_window() == 129
            assert not log.read_text()


def test_control_c_leaves_a_paste_without_an_end() -> None:
    with somebody() as person:
        person.presses("\x1b[200~abc")
        person.pauses(0.05)
        person.sends("\x03")

        assert person.leaves() == 130


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The other end of the terminal, to be closed by the test."""
    ours, theirs = os.openpty()
    with os.fdopen(theirs, closefd=False) as stdin, os.fdopen(theirs, "w") as stdout:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(sys, "stdout", stdout)
        yield ours
        monkeypatch.undo()


def test_a_line_is_kept_when_the_window_is_closed_right_after_it(
    window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def closed() -> Iterator[None]:
        os.close(window)
        yield

    monkeypatch.setattr(plain, "letter_by_letter", closed)
    os.write(window, b"2 yes\n")
    with Terminal(plain=True) as terminal:
        assert terminal.ask("Answer> ").line == "2 yes"
        with pytest.raises(Ended) as ended:
            terminal.ask("Answer> ")

    assert ended.value.signal == HANG_UP


def test_a_terminal_that_goes_needs_no_settings(
    window: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = termios.tcgetattr(window)
    os.close(window)
    monkeypatch.setattr(settings, "_settings", lambda: copy.deepcopy(before))
    with settings.letter_by_letter():
        pass


@pytest.mark.parametrize("typed", ["\x13", "1\x13", "1\rab\x13", "\x131\r"])
def test_nobody_waits_for_a_stopped_terminal(typed: str) -> None:
    with somebody("--plain") as person:
        person.waits()
        person.sends(typed)
        person.pauses(0.2)
        person.gets(signal.SIGTERM)

        assert person.leaves() == 143


def test_control_d_leaves_a_stopped_terminal() -> None:
    with somebody("--plain") as person:
        person.waits()
        person.sends("\x13\x04")

        assert person.leaves() == 0


def save(signals: Signals, done: list[str], *, full: bool = False) -> None:
    """Save while a signal comes."""
    with signals.held():
        signal.raise_signal(signal.SIGTERM)
        signals.raise_noted()
        if full:
            raise OSError("full")
        done.append("saved")


def test_a_signal_waits_until_the_file_is_saved() -> None:
    done: list[str] = []
    with Signals() as signals, pytest.raises(Ended) as ended:
        save(signals, done)

    assert done == ["saved"]
    assert ended.value.signal == signal.SIGTERM


def test_what_failed_is_told_before_a_signal() -> None:
    with Signals() as signals:
        with pytest.raises(OSError, match="full"):
            save(signals, [], full=True)
        with pytest.raises(Ended):
            signals.raise_noted()


def test_a_signal_tears_nothing_while_the_program_works() -> None:
    with Signals() as signals:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(KeyboardInterrupt):
            signals.raise_noted()
        signals.raise_noted()


def test_a_signal_ends_what_only_waits() -> None:
    with Signals() as signals, pytest.raises(Ended), signals.let_in():
        signal.raise_signal(HANG_UP)


def test_a_leave_taking_is_left_in_peace_until_the_next_question() -> None:
    with Signals() as signals:
        signals.spare()
        signal.raise_signal(signal.SIGTERM)
        with signals.let_in():
            pass
        with signals.held():
            pass
        signals.rearm()
        with pytest.raises(Ended):
            signals.raise_noted()

    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_what_was_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    before = signal.getsignal(signal.SIGTERM)
    with Signals():
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) != before

    assert signal.getsignal(signal.SIGTERM) == before
