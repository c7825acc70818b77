"""The most that a budget buys."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.budgeting import plan_within
from omniaudit.engine.planning import plan, what_if
from omniaudit.engine.scoring import score
from omniaudit.model.plan import Plan
from tests.engine.sheets import ONES, QUESTIONNAIRE, ZEROS, sheet, smaller

B = "221111 212221 211011 212211"


def within(levels: str, budget: str, target: int | None = None, size: str = "medium") -> Plan:
    card = score(QUESTIONNAIRE, sheet(levels, size=size))
    return plan_within(QUESTIONNAIRE, card, Fraction(budget), target)


def steps(found: Plan) -> list[str]:
    return [each.step.id for each in found.steps]


@pytest.mark.parametrize("budget", ["42", "42.5", "500"])
def test_a_budget_that_covers_the_way_buys_the_plan(budget: str) -> None:
    card = score(QUESTIONNAIRE, sheet(B))

    assert within(B, budget) == replace(plan(QUESTIONNAIRE, card), budget=Fraction(budget))


@pytest.mark.parametrize(
    ("budget", "bought"),
    [
        ("0", []),
        ("1.9", []),
        ("41.9", None),
    ],
)
def test_a_smaller_budget_is_never_exceeded(budget: str, bought: list[str] | None) -> None:
    found = within(B, budget)

    assert found.effort is not None
    assert found.effort <= Fraction(budget)
    assert found.budget == Fraction(budget)
    assert found.reaches < found.target
    assert bought is None or steps(found) == bought


def test_closed_conditions_come_first() -> None:
    """Six weeks close one condition, a key or a share; twelve close two; two weeks close none."""
    for budget, conditions in (("2", 0), ("6", 1), ("12", 2)):
        found = within(B, budget)
        done = {f"{each.step.capability}": each.step.level for each in found.steps}
        card = score(QUESTIONNAIRE, what_if(sheet(B), done))
        assert len(card.blockers) == 4 - conditions
        assert (found.plans, found.must, found.options, found.alternatives) == (1, (), (), ())


def test_then_journeys() -> None:
    """Pricing closes the share of consistency, as others do, and opens a journey besides."""
    assert steps(within("222222 222222 222222 212211", "6", 2)) == ["consistency.pricing@2"]


def test_then_the_index_then_the_cost() -> None:
    two = smaller("data.consent", "consistency.brand", "consistency.frontline")
    plain = replace(two, journeys=(), gates=replace(two.gates, keys=()))
    card = score(plain, sheet("0 0 0", questionnaire=plain))

    found = plan_within(plain, card, Fraction(4), 2)

    # consent is all of its dimension, brand and frontline half of theirs
    assert "data.consent@1" in steps(found)
    assert found.effort == 4


def test_money_that_buys_nothing_is_not_spent() -> None:
    """At one week no step of a medium firm can be paid."""
    assert within(ZEROS, "1").effort == 0


def test_tenths_count() -> None:
    """A small step of a micro firm takes 0.8 weeks."""
    assert within(ZEROS, "0.79", 1, "micro").effort == 0
    assert within(ZEROS, "0.8", 1, "micro").effort == Fraction(8, 10)


def test_by_default_the_next_stage_is_aimed_at() -> None:
    assert within(ONES, "6").target == 2
    assert within("333333 333333 333333 333333", "6").target == 3


def test_where_nothing_applies_nothing_is_bought() -> None:
    found = within("------ ------ ------ ------", "6")

    assert found.budget == 6
    assert (found.effort, found.steps) == (None, ())
