"""A map is read as it is written, entry by entry."""

from __future__ import annotations

import pytest

from omniaudit.load.migration_entries import MapFile, version_in
from omniaudit.load.notebook import Notebook
from omniaudit.model.migration import Move, Version
from tests.load.trees import tree

HEAD = "from: 1\nto: 2.3\n"
WHOLE = f"""{HEAD}
renamed:
  - {{question: data.a, to: data.b, levels: {{0: 0, 1: 1, 2: 1, 3: unknown}}, why: because}}
  - {{fit: need.a, to: need.b, levels: {{0: 3, 1: 2, 2: 1, 3: 0}}, doubtful: [0, 3]}}
  - {{channel: post, to: mail}}
  - {{journey: go, to: walk}}
  - {{step: go/in, to: walk/into}}
  - {{profile: shop, to: retail}}
  - {{size: big, to: large}}
split:
  - {{question: data.c, into: [data.d, data.e], notes: first, doubtful: [2], why: two things}}
  - {{question: data.f, into: [data.g, data.h], notes: all}}
  - {{fit: need.c, into: [need.d, need.e], levels: {{0: 0, 1: 1, 2: 2, 3: 3}}}}
joined:
  - {{questions: [data.i, data.j], into: data.k, why: one thing}}
  - {{fit: [need.f, need.g], into: need.h}}
rescaled:
  - {{question: data.l, levels: {{0: 0, 1: 0, 2: 1, 3: 2}}, doubtful: [1], why: finer}}
removed:
  - {{question: data.m, why: old}}
  - {{step: go/out, why: gone}}
"""


def read(text: str) -> tuple[MapFile, list[str]]:
    """A map, and the codes of what is wrong with it."""
    notebook = Notebook("from-1.yaml")
    file = MapFile(tree(text), notebook)
    return file, [each.code for each in notebook.problems]


def moves(text: str) -> list[Move]:
    return [each.move for each in read(HEAD + text)[0].drafted]


def codes(text: str) -> list[str]:
    return read(HEAD + text)[1]


def test_every_entry_is_what_is_written() -> None:
    file, wrong = read(WHOLE)

    assert wrong == []
    assert (file.start, file.end) == (Version(1), Version(2, 3))
    turned, same = {0: 3, 1: 2, 2: 1, 3: 0}, {0: 0, 1: 1, 2: 2, 3: 3}
    ladder: dict[int, int | None] = {0: 0, 1: 1, 2: 1, 3: None}
    assert [each.move for each in file.drafted] == [
        Move("renamed", "question", ("data.a",), ("data.b",), ladder, why="because"),
        Move("renamed", "fit", ("need.a",), ("need.b",), {**turned}, frozenset({0, 3})),
        Move("renamed", "channel", ("post",), ("mail",)),
        Move("renamed", "journey", ("go",), ("walk",)),
        Move("renamed", "step", ("go/in",), ("walk/into",)),
        Move("renamed", "profile", ("shop",), ("retail",)),
        Move("renamed", "size", ("big",), ("large",)),
        Move(
            "split",
            "question",
            ("data.c",),
            ("data.d", "data.e"),
            doubtful=frozenset({2}),
            notes_on_all=False,
            why="two things",
        ),
        Move("split", "question", ("data.f",), ("data.g", "data.h"), notes_on_all=True),
        Move("split", "fit", ("need.c",), ("need.d", "need.e"), {**same}),
        Move("joined", "question", ("data.i", "data.j"), ("data.k",), why="one thing"),
        Move("joined", "fit", ("need.f", "need.g"), ("need.h",)),
        Move(
            "rescaled",
            "question",
            ("data.l",),
            ("data.l",),
            {0: 0, 1: 0, 2: 1, 3: 2},
            frozenset({1}),
            why="finer",
        ),
        Move("removed", "question", ("data.m",), why="old"),
        Move("removed", "step", ("go/out",), why="gone"),
    ]


def test_the_note_of_a_split_question_goes_everywhere_unless_it_is_said_otherwise() -> None:
    (move,) = moves("split: [{question: data.c, into: [data.d, data.e]}]\n")

    assert move.notes_on_all


def test_ids_keep_their_places() -> None:
    file, _ = read(f"{HEAD}joined:\n  - {{questions: [a, b],\n     into: c}}\n")
    (drafted,) = file.drafted

    assert [(each.value, each.line) for each in drafted.old] == [("a", 4), ("b", 4)]
    assert [(each.value, each.line) for each in drafted.new] == [("c", 5)]
    assert file.place_of("to").line == 2
    assert file.place_of("split") is file.root


def test_an_entry_that_names_nothing_is_told_and_left_out() -> None:
    assert codes("renamed: [{question: a, channel: b, to: c}]\n") == ["M970"]
    assert moves("renamed: [{question: a, channel: b, to: c}, {size: d, to: e}]\n") == [
        Move("renamed", "size", ("d",), ("e",))
    ]
    assert codes("renamed: [word]\n") == ["S303"]
    assert moves("renamed: [word]\n") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("renamed: [{question: a}]", ["S302"]),
        ("split: [{question: a}]", ["S302"]),
        ("split: [{question: a, into: [b]}]", ["Q602"]),
        ("split: [{channel: a, into: [b, c]}]", ["S301", "M970"]),
        ("joined: [{questions: [a], into: b}]", ["Q602"]),
        ("joined: [{questions: [a, b]}]", ["S302"]),
        ("joined: [{questions: [a, b], into: c, notes: all}]", ["S301"]),
        ("rescaled: [{question: a}]", ["S302"]),
        ("removed: [{question: a}]", ["S302"]),
        ("removed: [{profile: a, why: b}]", ["S301", "M970"]),
        ("renamed: [{step: a, to: b/c}]", ["M973"]),
        ("renamed: [{step: a/, to: b/c}]", ["M973"]),
        ("renamed: [{step: /a, to: b/c}]", ["M973"]),
        ("renamed: [{size: a, to: b, doubtful: [1]}]", ["S301"]),
        ("split: [{question: a, into: [b, c], notes: none}]", ["S305"]),
    ],
)
def test_what_is_missing_or_does_not_belong_is_told(text: str, wrong: list[str]) -> None:
    assert codes(text) == wrong


@pytest.mark.parametrize("level", ["-1", "4", "two"])
def test_old_levels_are_those_of_a_ladder(level: str) -> None:
    whole = "0: 0, 1: 1, 2: 2, 3: 3"

    for text in (f"levels: {{{whole}, {level}: 1}}", f"levels: {{{whole}}}, doubtful: [{level}]"):
        (told,) = read(f"{HEAD}rescaled: [{{question: a, {text}}}]")[0].notebook.problems
        assert f"`{level}` is not a whole number from 0 to 3." in told.message


@pytest.mark.parametrize("missing", range(4))
def test_every_old_level_has_a_new_one(missing: int) -> None:
    levels = ", ".join(f"{level}: 1" for level in range(4) if level != missing)
    (told,) = read(f"{HEAD}rescaled: [{{question: a, levels: {{{levels}}}}}]")[0].notebook.problems

    assert told.message == f"`levels` does not say what becomes of: {missing}."


@pytest.mark.parametrize("level", ["-1", "4", "many"])
def test_new_levels_are_those_of_a_ladder_or_unknown(level: str) -> None:
    text = f"rescaled: [{{question: a, levels: {{0: {level}, 1: 1, 2: 2, 3: 3}}}}]"

    assert codes(text) == ["S305"]
    (move,) = moves(text)
    assert move.levels[0] is None


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("0", Version(0)),
        ("12", Version(12)),
        ("9999.9999", Version(9999, 9999)),
        ("1.0", Version(1, 0)),
        ("", None),
        ("01", None),
        ("1.02", None),
        ("1.", None),
        ("1.2.3", None),
        ("10000", None),
        ("1.10000", None),
        ("v1", None),
        ("1 ", None),
    ],
)
def test_a_version_has_one_number_or_two(text: str, version: Version | None) -> None:
    assert version_in(text) == version
