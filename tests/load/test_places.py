"""Places in a questionnaire's tree are found by keys, ids and numbers."""

from __future__ import annotations

import pytest

from omniaudit.load.places import moved_group, place_of, texts_of
from omniaudit.load.strict_yaml import read
from omniaudit.model.flaw import Path

TREE = read(
    b"""title: Ours
channels:
  - web
  - {id: store, name: Store}
capabilities:
  - id: data.history
    levels: [none, some]
    steps:
      - {to: 1, kpi: files}
      - [odd]
""",
    "tree.yaml",
    max_depth=16,
)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 1, 8),
        (("channels", "web"), 3, 5),
        (("channels", "store", "name"), 4, 23),
        (("capabilities", "data.history", "levels", 1), 7, 20),
        (("capabilities", "data.history", "steps", "1", "kpi"), 9, 22),
        (("capabilities", "data.history", "steps", 0, "to"), 9, 14),
    ],
)
def test_a_path_leads_to_its_place(path: Path, line: int, column: int) -> None:
    found = place_of(TREE, path)

    assert (found.line, found.column) == (line, column)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("nothing",), 1),
        (("title", "more"), 1),
        (("channels", "app", "name"), 3),
        (("capabilities", "data.history", "levels", 7), 7),
        (("capabilities", 0, 0), 6),
    ],
)
def test_a_path_that_ends_early_leads_to_the_last_place_on_it(path: Path, line: int) -> None:
    assert place_of(TREE, path).line == line


def test_what_is_taken_over_stands_where_it_is_taken_over() -> None:
    to = place_of(TREE, ("channels", "web"))
    group = moved_group(TREE, to)
    steps = place_of(group, ("capabilities", "data.history", "steps"))

    assert {(text.line, text.column) for _, _, text in texts_of(group)} == {(3, 5)}
    assert (steps.line, steps.column) == (3, 5)


def test_texts_for_people_are_told_with_their_paths() -> None:
    found = [(path, key, text.value) for path, key, text in texts_of(TREE)]

    assert found == [
        (("title",), "title", "Ours"),
        (("channels", "store", "name"), "name", "Store"),
        (("capabilities", "data.history", "levels", 0), "levels", "none"),
        (("capabilities", "data.history", "levels", 1), "levels", "some"),
        (("capabilities", "data.history", "steps", "1", "kpi"), "kpi", "files"),
    ]
