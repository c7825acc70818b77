"""What the stages demand of a dimension, whatever its weights."""

from __future__ import annotations

from itertools import product

import pytest

from omniaudit.engine.gates import shares
from omniaudit.engine.scoring import score
from tests.engine.sheets import QUESTIONNAIRE, sheet, smaller


@pytest.mark.parametrize(
    ("weights", "percent", "own", "below"),
    [
        ((1,), 66, 1, 1),
        ((31, 16), 66, 24, 32),  # 31.02 of 47 is more than 31
        ((15, 18), 85, 17, 29),  # 28.05 of 33
        ((20, 9), 80, 15, 24),  # 23.2 of 29
        ((50, 50), 80, 51, 80),
        ((50, 50), 100, 51, 100),
        ((50, 51), 51, 51, 52),  # 51.51 of 101
    ],
)
def test_a_share_is_of_the_whole_weight_and_rounded_up(
    weights: tuple[int, ...], percent: int, own: int, below: int
) -> None:
    found = shares("data", tuple((str(each), each) for each in weights), percent)

    assert (found.own, found.below) == (own, below)
    assert {share.of for stage in found.stages for share in stage} == {sum(weights)}


def test_each_stage_demands_its_own_level_and_all_below_it() -> None:
    found = shares("data", (("a", 6), ("b", 4)), 80)

    assert [[(each.stage, each.level, each.need) for each in stage] for stage in found.stages] == [
        [(1, 1, 6)],
        [(2, 1, 8), (2, 2, 6)],
        [(3, 1, 8), (3, 2, 8), (3, 3, 6)],
    ]


def test_what_is_at_a_level_is_at_the_lower_ones_too() -> None:
    found = shares("data", (("a", 6), ("b", 4)), 80)

    assert found.have({"a": 3, "b": 1}) == (10, 6, 6)
    assert found.have({"a": 0, "b": 2}) == (4, 4, 0)


@pytest.mark.parametrize("percent", [51, 66, 80, 100])
def test_a_dimension_lets_a_business_get_to_where_the_first_share_is_missing(percent: int) -> None:
    members = (("a", 5), ("b", 3), ("c", 2))
    found = shares("data", members, percent)
    reached = set()
    for numbers in product(range(4), repeat=len(members)):
        levels = {name: level for (name, _), level in zip(members, numbers, strict=True)}
        held = [not any(each.blocker(levels) for each in stage) for stage in found.stages]
        expected = held.index(False) if False in held else len(held)
        reached.add(expected)

        assert found.reach(found.have(levels)) == expected

    assert reached == {0, 1, 2, 3}


@pytest.mark.parametrize(("left", "is_reduced"), [(0, False), (2, False), (3, True), (5, False)])
def test_more_than_two_fifths_left_aside_are_told(left: int, *, is_reduced: bool) -> None:
    """Five practices of one weight; of none that applies there is no score to doubt."""
    names = [each.id for each in QUESTIONNAIRE.capabilities if each.dimension == "data"][:5]
    ours = smaller(*names)
    levels = "-" * left + "2" * (5 - left)
    (data,) = (
        each
        for each in score(ours, sheet(levels, questionnaire=ours)).dimensions
        if each.dimension == "data"
    )

    assert data.reduced is (is_reduced or left == 5)
