"""`Any m of these n` is said only where it says exactly what is meant."""

from __future__ import annotations

import dataclasses

import pytest

from omniaudit.model.plan import Choice, Factor, Plan


def plan(*factors: Factor) -> Plan:
    """A plan that consists of nothing but its factors."""
    rest = {each.name: None for each in dataclasses.fields(Plan) if each.name != "factors"}
    return Plan(**rest, factors=factors)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ways", "choice"),
    [
        ([("a",), ("b",), ("c",)], Choice(1, ("a", "b", "c"))),
        ([("a", "b"), ("a", "c"), ("b", "c")], Choice(2, ("a", "b", "c"))),
        ([("a", "b"), ("a", "c")], None),
        ([("a", "b"), ("c",)], None),
    ],
)
def test_a_choice_stands_for_all_sets_of_a_size(
    ways: list[tuple[str, ...]], choice: Choice | None
) -> None:
    assert Factor(tuple(ways)).choice == choice


def test_choices_are_offered_when_they_describe_all_plans() -> None:
    free = Factor((("a",), ("b",)))
    tied = Factor((("c", "d"), ("e",)))

    assert plan(free).choices == (Choice(1, ("a", "b")),)
    assert plan(free, tied).choices == ()
    assert plan().choices == ()
