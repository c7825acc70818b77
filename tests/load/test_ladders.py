"""Nobody can choose between two levels that say the same."""

from __future__ import annotations

import pytest

from omniaudit.load.ladders import check_ladders
from omniaudit.load.notebook import Notebook
from tests.load.trees import tree


def told(text: str) -> list[tuple[str, int, str]]:
    notebook = Notebook("some.yaml")
    check_ladders(tree(text), notebook)
    return [(each.code, each.place.line, each.message) for each in notebook.problems]


@pytest.mark.parametrize("key", ["levels", "answers", "traffic"])
def test_a_level_that_reads_like_one_below_it_is_told(key: str) -> None:
    ladder = f"capabilities:\n  - id: a\n    {key}:\n"

    assert told(f"{ladder}      - One.\n      - Two.\n") == []
    (found,) = told(f"{ladder}      - One  two.\n      - Three.\n      - one TWO.\n")
    assert found[:2] == ("Q626", 6)
    assert "4" in found[2]
    assert f"`{key}`" in found[2]


def test_each_level_points_to_the_first_that_says_the_same() -> None:
    found = told("levels:\n  - One.\n  - One.\n  - One.\n")

    assert [(line, "line 2" in message) for _, line, message in found] == [(3, True), (4, True)]


def test_levels_of_two_ladders_and_other_lists_may_be_alike() -> None:
    assert told("items:\n  - {id: a, levels: [One.]}\n  - {id: b, levels: [One.]}\n") == []
    assert told("evidence: [One., One.]\nkpis: [Two., Two.]\n") == []
