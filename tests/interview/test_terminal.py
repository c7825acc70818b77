"""Lines come in as they were typed, on any terminal, and nothing of the screen is touched."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from omniaudit.interview.line import letters
from tests.interview.person import ASCII, UTF_8, Person

ASKER = str(Path(__file__).with_name("asker.py"))
TYPOGRAPHY = "Caffè → “Aurora” \u2013 l\u20198 \u00d7 2 …"
SHELL = ("bash", "--norc", "--noediting", "-i")
EVERY_TERMINAL = pytest.mark.parametrize(
    ("words", "environment"),
    [((), {}), ((), ASCII), (("--plain",), {}), ((), {"TERM": "dumb"}), ((), {"TERM": ""})],
    ids=["editing", "editing in ASCII", "plain", "dumb", "no TERM"],
)
BOTH_WAYS = pytest.mark.parametrize("words", [(), ("--plain",)], ids=["editing", "plain"])


def somebody(*words: str, columns: int = 80, environment: Mapping[str, str] = UTF_8) -> Person:
    command = (sys.executable, "-W", "error", ASKER, *words)
    return Person(*command, columns=columns, environment=environment)


@EVERY_TERMINAL
def test_what_is_typed_comes_in_letter_by_letter(
    words: tuple[str, ...], environment: dict[str, str]
) -> None:
    with somebody(*words, environment=environment) as person:
        person.types("2 only four people")
        person.sees("line '2 only four people' pasted ()")
        person.types("caffè 渋谷 €")
        person.sees(r"line 'caff\xe8 \u6e0b\u8c37 \u20ac' pasted ()")
        person.types("")
        person.sees("line '' pasted ()")
        person.presses_control("d")

        assert person.leaves() == 0
        assert person.settings_after == person.settings_before
        assert not person.sheet.strange
        assert "Traceback" not in person.transcript
        assert person.transcript.endswith("Left by Ctrl-D.\n")


@EVERY_TERMINAL
def test_lines_that_come_at_once_are_a_paste(
    words: tuple[str, ...], environment: dict[str, str]
) -> None:
    with somebody(*words, environment=environment) as person:
        person.pastes("2 first\nsecond\n\nfourth\n", bracketed=False)
        person.sees("line '2 first' pasted ('second', '', 'fourth')")
        person.pastes("1 first\nsecond\nno line end", bracketed=False)
        person.sees("line '1 first' pasted ('second', 'no line end')")
        person.pastes("3 alone\n", bracketed=False)
        person.sees("line '3 alone' pasted ()")
        person.types("2")
        person.sees("line '2' pasted ()")


@BOTH_WAYS
def test_a_long_paste_is_one_paste(words: tuple[str, ...]) -> None:
    lines = [f"line {number} of a long paste" for number in range(200)]
    with somebody(*words) as person:
        person.pastes("\n".join(lines) + "\n", bracketed=False)
        person.sees(f"line {lines[0]!r} pasted {tuple(lines[1:])!r}")
        person.types("2")
        person.sees("line '2' pasted ()")


def test_a_bracketed_paste_waits_for_enter() -> None:
    with somebody() as person:
        person.pastes("2 first\r\nsecond\rthird")
        person.sees("Answer> 2 first⏎second⏎third")
        person.sends("\r")
        person.sees("line '2 first' pasted ('second', 'third')")
        person.pastes("2 first\nsecond\n\n")
        person.sees("line '2 first' pasted ('second',)")
        person.pastes("1 alone\n")
        person.sees("line '1 alone' pasted ()")


@BOTH_WAYS
def test_control_characters_do_no_harm(words: tuple[str, ...]) -> None:
    with somebody(*words) as person:
        person.pastes("a\tb\x07\x1b[31mc\x0bd\u202ee\nf\x1b]0;title\x07", bracketed=not words)
        if not words:
            person.sends("\r")
        person.sees("line 'a bc de' pasted ('f]0;title',)")

        assert not [each for each in person.sheet.strange if "31m" in each]


def test_keys_edit_the_line_and_bring_back_earlier_ones() -> None:
    with somebody() as person:
        person.types("2 yes")
        person.presses("no\x1b[D\x1b[D\x7f3 \r")
        person.sees("line '3 no'")
        person.presses("\x1b[A\x1b[A!\r")
        person.sees("line '2 yes!'")
        person.presses("2 yes\x1bbno \r")
        person.sees("line '2 no yes'")


def test_the_delete_key_of_control_d_does_not_leave() -> None:
    with somebody() as person:
        person.presses("ab\x01\x04\r")
        person.sees("line 'b'")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_lines_wider_than_the_terminal(columns: int) -> None:
    long = "2 " + "word " * 60 + "end"
    with somebody(columns=columns) as person:
        person.types(long)
        person.sees(f"line '{long}'")

        assert not person.sheet.strange
        shown = person.transcript.splitlines()
        assert shown[0] == f"Question 0: → at {min(columns, 100)} columns"
        assert "".join(shown[1 : shown.index(f"line '{long}' pasted ()")]).endswith(long[-20:])


def test_a_new_width_holds_from_the_next_line_on() -> None:
    with somebody(columns=100) as person:
        person.waits()
        person.resizes(60)
        person.types("1")
        person.sees("Question 1: → at 60 columns")


def test_a_wider_window_takes_nothing_of_the_question() -> None:
    with somebody(columns=40) as person:
        person.presses("2 " + "word " * 20)
        person.sees("word " * 20)
        seen = len(person.raw)
        person.resizes(150)
        person.sends("end\r")
        person.sees("end' pasted ()")

        assert person.transcript.startswith("Question 0")
        drawn = person.raw[seen : person.raw.index("end' pasted")]
        assert "word" in drawn
        assert "\x1b[A" not in drawn.partition("\x1b[J")[0]
        assert "\x1b[2A" not in drawn.partition("\x1b[J")[0]


def test_the_plain_way_sends_no_control_sequence() -> None:
    with somebody("--plain") as person:
        person.types("1")
        person.types("2")
        person.presses_control("d")
        person.leaves()

    assert "\x1b" not in person.raw


@pytest.mark.parametrize(("typed", "kept"), [(4_094, 4_094), (4_095, 4_095), (9_000, 4_095)])
def test_the_plain_way_says_when_the_kernel_cut_a_line(typed: int, kept: int) -> None:
    with somebody("--plain") as person:
        person.types("x" * typed)
        person.sees("pasted ()")

        assert f"line '{'x' * kept}'" in person.transcript
        assert ("That line was cut" in person.transcript) == (kept == 4_095)


@pytest.mark.parametrize("length", [9_000, 50_000])
def test_the_editing_way_takes_lines_of_any_length(length: int) -> None:
    with somebody() as person:
        person.waits()
        begun = time.perf_counter()
        person.types("x" * length)
        person.sees("pasted ()")

        assert time.perf_counter() - begun < 5
        assert f"line '{'x' * length}'" in person.transcript


def test_a_paste_without_an_end_is_over_after_a_while() -> None:
    with somebody() as person:
        person.presses("\x1b[200~2 on")
        person.sees("Answer> 2 on")
        person.sends("ly\r")
        person.sees("line '2 only' pasted ()")


def test_bytes_that_are_no_letters_do_no_harm() -> None:
    for words in ((), ("--plain",)):
        with somebody(*words) as person:
            person.waits()
            person.sends_bytes(b"caf\xe9 ok\r")
            person.sees(r"line 'caf\ufffd ok'")


@BOTH_WAYS
def test_an_answer_brings_the_next_question_at_once(words: tuple[str, ...]) -> None:
    with somebody(*words) as person:
        took = []
        for _ in range(20):
            person.waits()
            begun = time.perf_counter()
            person.types("1")
            person.waits()
            took.append(time.perf_counter() - begun)

    assert sorted(took)[10] < 0.15


@BOTH_WAYS
def test_control_z_and_back(words: tuple[str, ...]) -> None:
    with Person(*SHELL, environment={"PS1": "shell "}) as person:
        person.sends(f"{sys.executable} {ASKER} {' '.join(words)}\r")
        person.types("1")
        person.sees("Question 1")
        person.presses_control("z")
        person.sees("Stopped")
        person.sends("fg\r")
        person.sees("asker.py")
        person.types("2 back")
        person.sees("line '2 back'")
        person.presses_control("z")
        person.sees("Stopped")
        person.sends("kill %1\r")
        person.sees("Left by signal 15.")


def test_a_terminal_is_left_alone_by_a_pipe() -> None:
    with Person("bash", "-c", f"{sys.executable} {ASKER} | cat") as person:
        person.types("2 through a pipe")
        person.sees("line '2 through a pipe'")
        person.presses_control("d")

        assert person.leaves() == 0
        assert "\x1b" not in person.raw


def test_who_cannot_see_the_question_is_not_asked() -> None:
    with Person("bash", "-c", f"{sys.executable} {ASKER} | head -1") as person:
        person.sees("Question 0")
        person.sends("1\r")
        assert person.leaves() == 0
        assert "Traceback" not in person.transcript


def test_a_person_can_be_asked_only_at_a_terminal() -> None:
    code = "import sys; from omniaudit.interview.terminal import usable; sys.exit(usable())"
    assert Person(sys.executable, "-c", code).leaves() == 1
    for stdin in (subprocess.DEVNULL, subprocess.PIPE):
        done = subprocess.run([sys.executable, "-c", code], stdin=stdin, check=False)
        assert done.returncode == 0


def test_prompt_toolkit_is_loaded_only_to_ask() -> None:
    code = (
        "import sys, omniaudit.interview.terminal;"
        "sys.exit('prompt_toolkit' in sys.modules or 'asyncio' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        (TYPOGRAPHY, "ascii", 'Caffe -> "Aurora" - l\'8 x 2 ...'),
        (TYPOGRAPHY, "latin-1", 'Caffè -> "Aurora" - l\'8 \u00d7 2 ...'),
        (TYPOGRAPHY, "utf-8", TYPOGRAPHY),
        ("≥ 3 渋谷 ß", "ascii", ">= 3 ?? ss"),
    ],
)
def test_letters_that_a_terminal_lacks_are_spelt(text: str, encoding: str, shown: str) -> None:
    assert letters.spelt(text, encoding) == shown


def test_the_line_that_is_typed_keeps_its_columns() -> None:
    assert letters.in_place("Caffè → 渋谷… e\u0301", "ascii") == "Caffe - ????. e"
    assert letters.in_place("Caffè", "utf-8") == "Caffè"


def test_typed_bytes_are_utf_8_or_what_the_terminal_says() -> None:
    assert letters.heard("è".encode(), "ascii") == "è"
    assert letters.heard("è".encode("latin-1"), "latin-1") == "è"
    assert letters.heard(b"\xe8", "ascii") == "\ufffd"
