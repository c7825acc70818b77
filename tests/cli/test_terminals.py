"""Any terminal: narrow, ASCII, none; and file names that want to take it over."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from omniaudit.cli import progress, streams
from tests.cli.runner import SAMPLE, omniaudit, process, shop, write

SURROUNDED = ("plan aurora.yaml --to 3", "check cafe.yaml", "doctor", "new -")
COMMANDS = (
    "check {}",
    "status {}",
    "score {}",
    "score {} --explain",
    "score {} --json",
    "plan {}",
    "plan {} --json",
    "report {} -o {}.html",
    "report {} -o {}.html",
    "report {} -o {}",
    "batch {} -o {}.out",
    "batch {} -o {}.out",
    "new {}.new.yaml",
    "new {}.new.yaml --profile {}",
    "questions show {}",
    "score {} --questionnaire {}",
    "score {} --gate {}",
    "score {} --fail-under {}",
    "plan {} --set {}=2",
    "plan {} --budget {}",
    "batch {}.nothing -o {}",
    "check {}.nothing",
    "{}",
    "score {} --{}",
)
HOSTILE = {
    "colours": "a\x1b[31mred",
    "a window title": "a\x1b]0;owned\x07",
    "the clipboard": "a\x1b]52;c;aGk=\x07",
    "C1 and DEL": "a\x9b31m\x7f",
    "a line break": "a\nfake.yaml: can be scored",
    "a carriage return": "good\rbad",
    "bidirectional": "a\u202efdp.exe\u2066",
    "no text": "a\udcff\udcfe",
    "markup": "[bold red]a[/] [link=x]b[/link] :boom: [/etc]",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("data", [SAMPLE, b""], ids=["good", "bad"])
def test_no_file_name_reaches_the_terminal_raw(name: str, data: bytes) -> None:
    file = HOSTILE[name]
    for number, command in enumerate(COMMANDS):
        words = [word.replace("{}", file.replace("/", "")) for word in command.split()]
        write(file.replace("/", ""), data)
        done = omniaudit(*words)

        assert done.code in {0, 2, 3, 4, 6}, (number, done.err)
        shown = done.out + done.err
        assert shown.replace("\n", "").isprintable(), command
        assert "\nfake.yaml" not in shown
        assert "Traceback" not in shown
        if name == "markup" and "a.yaml" in done.out:
            assert "[bold red]" in done.out


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"TERM": "dumb"},
        {"COLUMNS": "0"},
        {"COLUMNS": "wide"},
    ],
)
@pytest.mark.parametrize("command", SURROUNDED)
def test_works_in_any_surroundings(command: str, environment: dict[str, str]) -> None:
    write("cafe.yaml", shop(name="Café 渋谷", extra="  data.histroy: 2"))
    done = process(*command.split(), **environment)

    assert done.returncode == (4 if "cafe" in command else 0), done.stderr
    assert b"Traceback" not in done.stderr
    assert len(done.stdout) > 100


@pytest.mark.parametrize(
    "command",
    [
        "score aurora.yaml",
        "score aurora.yaml --explain",
        "plan aurora.yaml --to 3",
        "status aurora.yaml",
        "questions list",
        "questions show DS2",
    ],
)
@pytest.mark.parametrize("columns", [1, 40, 57, 80, 100, 500])
def test_every_width(command: str, columns: int) -> None:
    done = omniaudit(*command.split(), columns=columns)
    most = max(40, min(columns, 100))
    lines = [line for line in done.out.splitlines() if "omniaudit " not in line]

    assert done.code == 0
    assert max(len(line) for line in lines) <= most
    assert all(line == line.rstrip() for line in lines)


def test_a_command_to_copy_is_never_broken() -> None:
    Path("a folder").mkdir()
    file = write(f"a folder/{'long-' * 12}name.yaml", SAMPLE)
    done = omniaudit("score", file, columns=40)

    assert f"  omniaudit report '{file}' -o report.pdf" in done.out.splitlines()


def test_wide_letters_keep_columns_straight() -> None:
    write("wide.yaml", shop(name="渋谷" * 30))
    done = omniaudit("score", "wide.yaml", columns=40)

    title = done.out.partition("\n\n")[0].splitlines()
    assert len(title) > 3
    assert all(len(line) <= 20 for line in title[:-2])


def test_progress_is_shown_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("many").mkdir()
    for number in range(12):
        write(f"many/{number:02}.yaml", SAMPLE)
    quick = ("-j", "1", "--data-only")
    piped = omniaudit("batch", "many", "-o", "one", *quick)
    monkeypatch.setattr(streams, "is_verbose_terminal", lambda: True)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    shown = omniaudit("batch", "many", "-o", "two", *quick)

    every_third = ["3 of 12", "6 of 12", "9 of 12", "12 of 12"]
    assert piped.err.splitlines() == [*every_third, "12 of 12 files scored, in one."]
    assert shown.err.startswith("".join(f"\r{told}" for told in every_third))
    assert shown.err.endswith("\r12 of 12\r        \r12 of 12 files scored, in two.\n")


def test_a_dumb_terminal_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    for term, verbose in (("xterm", True), ("dumb", False)):
        monkeypatch.setenv("TERM", term)
        assert streams.is_verbose_terminal() == verbose
