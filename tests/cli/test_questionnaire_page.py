"""docs/questionnaire-format.md: what it builds runs as printed, and its reference is complete."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

import pytest

from omniaudit.cli.questions_check import check
from omniaudit.forms.questionnaire_schema_parts import GROUPS
from omniaudit.load import fields
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Node
from tests.cli.tutorial import LEFT_OUT, files, play

FILE = Path(__file__).parents[2] / "docs" / "questionnaire-format.md"
PAGE = FILE.read_text("utf-8")
TUTORIAL, _, REFERENCE = PAGE.partition("## Reference\n")
_ROW = re.compile(r"^\| `([a-z-]+)` \| (required)? ?\| (.+) \|$", re.MULTILINE)


def groups() -> dict[str, list[tuple[str, str, str]]]:
    """The groups of the reference by heading, with key, whether it is required, and what it is."""
    parts = re.split(r"^### ([a-z-]+)$", REFERENCE, flags=re.MULTILINE)[1:]
    return {name: _ROW.findall(rows) for name, rows in zip(parts[::2], parts[1::2], strict=True)}


def test_the_tutorial_runs_as_printed() -> None:
    shown = play(TUTORIAL)

    assert len(shown) > 10
    for each in shown:
        assert each.shown, each.command
        assert each.holds, f"$ {each.command}\n{each.printed}"


def test_it_builds_a_questionnaire_of_ten_questions_without_a_flaw() -> None:
    play(TUTORIAL)
    found, cases = check("practice")

    assert found.problems == ()
    assert found.questionnaire is not None
    assert len(found.questionnaire.capabilities) == 10
    assert found.languages == ("en", "it")
    assert len(cases) == 1
    assert len(set(files(TUTORIAL))) > 5


def test_what_is_left_out_is_told_and_little() -> None:
    assert 0 < TUTORIAL.count(LEFT_OUT) < 5


def test_the_reference_says_what_the_schema_says() -> None:
    ours = {
        name: [
            (key, "" if each.is_optional else "required", each.about) for key, each in keys.items()
        ]
        for name, keys in GROUPS.items()
    }

    assert len(ours) > 20
    assert groups() == ours


def test_every_key_that_the_reader_knows_is_in_the_reference(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known: set[str] = set()
    start = fields.Fields.__init__

    def noted(
        self: fields.Fields, node: Node, notebook: Notebook, name: str, keys: Collection[str]
    ) -> None:
        known.update(keys)
        start(self, node, notebook, name, keys)

    monkeypatch.setattr(fields.Fields, "__init__", noted)
    load_questionnaire(in_language="en")

    assert len(known) > 50
    assert known == {key for rows in groups().values() for key, _, _ in rows}
