"""0-1 programmes with all their cheapest solutions."""

from __future__ import annotations

import pytest

from omniaudit.engine.programme import Cheapest, Condition, Programme

NOTHING: frozenset[str] = frozenset()


def at_least(number: int, names: str) -> Condition:
    return Condition(dict.fromkeys(names, 1), number)


def before(first: str, then: str) -> Condition:
    return Condition({first: 1, then: -1}, 0)


def ways(found: Cheapest | None) -> list[list[str]]:
    """The ways of each factor, every way as one word."""
    assert found is not None
    return [["".join(sorted(way)) for way in factor] for factor in found.factors]


def test_nothing_is_needed() -> None:
    programme = Programme({"a": 1}, [])

    assert programme.cheapest() == NOTHING
    assert programme.all_cheapest(10) == Cheapest(0, NOTHING, ())


def test_what_cannot_be_has_no_solution() -> None:
    programme = Programme({"a": 1}, [at_least(2, "a")])

    assert programme.cheapest() is None
    assert programme.all_cheapest(10) is None


def test_a_must_and_a_never() -> None:
    programme = Programme({"a": 1, "b": 2, "c": 3}, [at_least(1, "bc")])

    assert programme.all_cheapest(10) == Cheapest(2, frozenset("b"), ())


def test_equal_ways_come_in_the_order_of_names() -> None:
    found = Programme(dict.fromkeys("abcd", 5), [at_least(2, "abcd")]).all_cheapest(10)

    assert found is not None
    assert (found.cost, found.must) == (10, NOTHING)
    assert ways(found) == [["ab", "ac", "ad", "bc", "bd", "cd"]]


def test_what_shares_no_condition_is_a_factor_of_its_own() -> None:
    rules = [at_least(1, "ab"), at_least(1, "cd"), at_least(1, "e")]

    found = Programme(dict.fromkeys("abcde", 1), rules).all_cheapest(10)

    assert found is not None
    assert (found.cost, found.must) == (3, frozenset("e"))
    assert ways(found) == [["a", "b"], ["c", "d"]]


def test_conditions_join_factors_over_others() -> None:
    """One of a, b and one of c, d; c only after a: three of the four pairs."""
    rules = [at_least(1, "ab"), at_least(1, "cd"), before("a", "c")]

    found = Programme(dict.fromkeys("abcd", 1), rules).all_cheapest(10)

    assert ways(found) == [["ac", "ad", "bd"]]


def test_a_condition_that_always_holds_joins_nothing() -> None:
    rules = [at_least(1, "ab"), at_least(1, "cd"), Condition({"a": 1, "c": -1}, -1)]

    assert ways(Programme(dict.fromkeys("abcd", 1), rules).all_cheapest(10)) == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_prerequisites_cost_too() -> None:
    """Either a, or b with its prerequisite p: 3 and 1 + 2."""
    rules = [at_least(1, "ab"), before("p", "b")]

    found = Programme({"a": 3, "b": 1, "p": 2}, rules).all_cheapest(10)

    assert found is not None
    assert (found.cost, found.must) == (3, NOTHING)
    assert ways(found) == [["a", "bp"]]


def test_weights_count() -> None:
    """Weight 3 of a 2, b 2, c 1: with c if it is worth it."""
    rule = Condition({"a": 2, "b": 2, "c": 1}, 3)

    assert ways(Programme({"a": 2, "b": 2, "c": 2}, [rule]).all_cheapest(10)) == [
        ["ab", "ac", "bc"]
    ]
    assert Programme({"a": 2, "b": 2, "c": 1}, [rule]).all_cheapest(10) == Cheapest(
        3, frozenset("c"), ((frozenset("a"), frozenset("b")),)
    )


def test_no_more_than_the_limit_are_listed_and_the_first_ones() -> None:
    programme = Programme(dict.fromkeys("abcdef", 1), [at_least(3, "abcdef")])

    assert ways(programme.all_cheapest(4)) == [["abc", "abd", "abe", "abf"]]


@pytest.mark.parametrize("number", [2, 8, 14])
def test_many_ways_are_found_quickly(number: int) -> None:
    """Any 2, 8 or 14 of 16: up to 12,870 ways, of which 500 are listed."""
    names = "abcdefghijklmnop"

    found = Programme(dict.fromkeys(names, 1), [at_least(number, names)]).all_cheapest(500)

    assert found is not None
    assert len(found.factors[0]) == (500 if number == 8 else 120)
    assert all(len(way) == number for way in found.factors[0])


def test_costs_may_be_negative_for_one_cheapest_solution() -> None:
    programme = Programme({"a": -2, "b": 1, "c": 0}, [before("b", "a")])

    assert programme.cheapest() == frozenset("ab")
    assert programme.cost(frozenset("ab")) == -1
    cheaper = Programme(programme.costs, [*programme.conditions, programme.at_most(-2)])
    assert cheaper.cheapest() is None


def test_the_solver_keeps_silent(capfd: pytest.CaptureFixture[str]) -> None:
    assert Programme({"a": 1}, [at_least(1, "a")]).cheapest() == frozenset("a")
    assert capfd.readouterr() == ("", "")
