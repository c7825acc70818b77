"""Commands are imported when they are called, and nobody notices."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from importlib import import_module

import pytest

from omniaudit.cli import app, questions
from omniaudit.cli.later import Later, foreseen
from tests.cli.runner import omniaudit

GROUPS: list[tuple[str, Mapping[str, str]]] = [
    ("omniaudit.cli.", app.COMMANDS),
    ("omniaudit.cli.questions_", questions.COMMANDS),
]
LINES = [
    (f"{rooms}{name}", line)
    for rooms, commands in GROUPS
    for name, line in commands.items()
    if name != "questions"
]


@pytest.mark.parametrize(("room", "line"), LINES, ids=[room for room, _ in LINES])
def test_the_line_of_a_command_is_the_first_of_its_own_help(room: str, line: str) -> None:
    text = inspect.getdoc(import_module(room).command)

    assert text is not None
    assert text.splitlines()[0] == line


def test_the_line_of_a_group_is_its_help() -> None:
    assert questions.group().help == app.COMMANDS["questions"]


def test_every_command_is_in_the_help_of_its_group() -> None:
    assert len(LINES) > 14
    for words, (_, commands) in zip(("", "questions "), GROUPS, strict=True):
        shown = omniaudit(*words.split(), "--help").out.partition("Commands:\n")[2].splitlines()
        assert [each.split(maxsplit=1) for each in shown] == [[*each] for each in commands.items()]


@pytest.mark.parametrize("words", ["score", "questions show", "questions"])
def test_what_was_typed_is_imported_beforehand(words: str) -> None:
    group = app.group.__wrapped__()
    found = foreseen(group, ["--lang", "it", *words.split(), "aurora.yaml"])

    assert found is group
    ready = {
        name
        for name, each in group.commands.items()
        if isinstance(each, Later) and "command" in vars(each)
    }
    assert ready == {words.split(maxsplit=1)[0]}


def test_a_command_is_looked_for_once() -> None:
    later = Later("score", "Score one business, and say why.", "omniaudit.cli.score")

    assert later.command is later.command


def test_a_word_that_is_no_command_is_told_with_the_nearest() -> None:
    for words, nearest in (("scor", "score"), ("questions lst", "list")):
        done = omniaudit(*words.split())

        assert done.code == 2
        assert f"Did you mean '{nearest}'" in done.err


def test_a_subcommand_is_called_in_its_full_name() -> None:
    assert omniaudit("questions", "show", "--help").out.startswith(
        "Usage: omniaudit questions show [OPTIONS] "
    )
    assert "`omniaudit questions show --help` shows" in omniaudit("questions", "show").err


def test_the_language_is_that_of_the_command_wherever_it_is_named() -> None:
    first = omniaudit("--lang", "it", "score", "nothing.yaml")
    last = omniaudit("score", "nothing.yaml", "--lang", "it")

    assert first.err == last.err != omniaudit("score", "nothing.yaml").err
