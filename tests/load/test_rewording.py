"""Words find the part they belong to, whatever stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from omniaudit.load.notebook import Notebook
from omniaudit.load.rewording import reworded
from tests.load.trees import plain, tree

ORIGINAL = """
title: Stalls
version: 1.0.0
channels: [web, {id: market, name: Market, kind: physical}, {id: phone}]
capabilities:
  - id: data.names
    question: Who?
    levels: [Nobody., All.]
    profiles: {stall: core}
    sources: [{ref: book, for: That it matters.}]
    steps:
      - {to: 1, title: Ask, horizon: [0, 3]}
      - {to: 2, title: Note}
glossary: [{term: van, meaning: A shop.}, {term: stall, meaning: A table.}]
"""


def said(words: str, *, whole: bool = False) -> tuple[Any, list[str]]:
    """The questionnaire in other words, and what is wrong with those."""
    notebook = Notebook("it.yaml")
    found = reworded(tree(ORIGINAL), tree(words), notebook, whole=whole)
    return plain(found), [f"{each.code} {each.message}" for each in notebook.problems]


def test_parts_are_found_by_id_level_source_or_place() -> None:
    found, wrong = said(
        "channels: [{id: market, name: Mercato}]\n"
        "capabilities:\n"
        "  - id: data.names\n"
        "    levels: [Nessuno., Tutti.]\n"
        "    sources: [{ref: book, for: Che conta.}]\n"
        "    steps: [{to: 2, title: Annotare}]\n"
        "glossary: [{meaning: Un negozio.}, {term: banco}]\n"
    )
    (names,) = found["capabilities"]

    assert wrong == []
    assert found["title"] == "Stalls"
    assert found["channels"] == [
        "web",
        {"id": "market", "name": "Mercato", "kind": "physical"},
        {"id": "phone"},
    ]
    assert (names["levels"], names["question"]) == (["Nessuno.", "Tutti."], "Who?")
    assert names["sources"] == [{"ref": "book", "for": "Che conta."}]
    assert [each["title"] for each in names["steps"]] == ["Ask", "Annotare"]
    assert found["glossary"] == [
        {"term": "van", "meaning": "Un negozio."},
        {"term": "banco", "meaning": "A table."},
    ]


def test_a_translation_misses_every_text_and_nothing_else() -> None:
    _, wrong = said("capabilities: [{id: data.names, steps: [{to: 1}]}]\n", whole=True)

    assert wrong == [
        "S302 `title` is missing.",
        "S302 `channels` is missing.",
        "S302 `question` is missing.",
        "S302 `levels` is missing.",
        "S302 `sources` is missing.",
        "S302 `title` is missing.",
        "Q611 The part `2` of `steps` has no words here.",
        "S302 `glossary` is missing.",
    ]


@pytest.mark.parametrize(
    ("words", "code", "names"),
    [
        ("titel: X", "S301", "`title`"),
        ("version: 2.0.0", "Q647", "`version`"),
        ("title: [a]", "S303", "a list"),
        ("channels: web", "Q647", "`channels`"),
        ("channels: [{id: markt, name: X}]", "Q604", "`market`"),
        ("capabilities: [{id: data.names, levels: [A.]}]", "Q602", "2"),
        ("capabilities: [{id: data.names, levels: A.}]", "S303", "a text"),
        ("capabilities: [{id: data.names, profiles: {stall: x}}]", "Q647", "`stall`"),
        (
            "capabilities: [{id: data.names, steps: [{to: 1, horizon: [0, 1]}]}]",
            "Q647",
            "`horizon`",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_left_as_it_was(words: str, code: str, names: str) -> None:
    found, wrong = said(words)

    assert found == plain(tree(ORIGINAL))
    (told,) = wrong
    assert told.startswith(code)
    assert names in told
