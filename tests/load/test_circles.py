"""A circle of steps is told where it was written, not where a part of it was taken over."""

from __future__ import annotations

import pytest

from omniaudit.load.capabilities import read_capabilities
from omniaudit.load.fields import Fields
from omniaudit.load.naming import Naming
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import moved
from omniaudit.load.tree import Entries, Items
from tests.load.trees import tree

TWO = """capabilities:
  - id: data.a
    steps:
      - {to: 1, requires: [data.b@1]}
  - id: data.b
    steps:
      - {to: 1, requires: [data.a@1]}
"""
LINES = (4, 7)


def circle_line(root: Entries) -> int:
    notebook = Notebook("some.yaml")
    file = Fields(root, notebook, "the file", root.entries)
    read_capabilities(file, Naming(root, notebook, {}), {}, {})
    (found,) = (each for each in notebook.problems if each.code == "Q606")
    return found.place.line


@pytest.mark.parametrize("taken_over", [0, 1])
def test_the_requirement_that_is_written_is_told(taken_over: int) -> None:
    root = tree(TWO)
    key, parts = root.entries["capabilities"]
    assert isinstance(parts, Items)
    parts.items[taken_over] = moved(parts.items[taken_over], key)

    assert circle_line(root) == LINES[1 - taken_over]


def test_of_two_that_are_written_one_is_told() -> None:
    assert circle_line(tree(TWO)) in LINES
