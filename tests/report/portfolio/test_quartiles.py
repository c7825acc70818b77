"""Quartiles against those done by hand and those of the standard library."""

from __future__ import annotations

import statistics
from fractions import Fraction
from random import Random

import pytest

from omniaudit.report.portfolio.quartiles import LEAST, Quartiles, quartiles


def of(*values: float) -> Quartiles:
    found = quartiles([round(each * 10_000) for each in values])
    assert found is not None
    return found


def test_of_ten_by_hand() -> None:
    """Places 1 + 9/4 = 3.25, 5.5 and 7.75."""
    found = of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100)

    assert found == Quartiles(10, Fraction("32.5"), Fraction(55), Fraction("77.5"))


def test_of_eleven_by_hand() -> None:
    """Places 3.5, 6 and 8.5; the order in which they come makes no difference."""
    found = of(9, 1, 8, 2, 7, 3, 6, 4, 5, 11, 10)

    assert found == Quartiles(11, Fraction("3.5"), Fraction(6), Fraction("8.5"))


def test_of_thirteen_they_are_three_of_the_figures() -> None:
    """Places 4, 7 and 10."""
    found = of(*range(13))

    assert found == Quartiles(13, Fraction(3), Fraction(6), Fraction(9))


def test_of_equal_figures_they_are_that_figure() -> None:
    assert of(*[33.3333] * 10) == Quartiles(10, *[Fraction("33.3333")] * 3)


@pytest.mark.parametrize("count", range(LEAST, LEAST + 12))
def test_they_are_those_that_others_call_inclusive(count: int) -> None:
    random = Random(count)
    figures = [Fraction(random.randint(0, 1_000_000), 10_000) for _ in range(count)]
    found = quartiles([int(each * 10_000) for each in figures])

    assert found is not None
    expected = statistics.quantiles(figures, n=4, method="inclusive")
    assert [found.low, found.middle, found.high] == expected


def test_of_nine_they_are_not_told_and_of_ten_they_are() -> None:
    assert LEAST == 10
    assert quartiles(range(9)) is None
    assert quartiles(range(10)) is not None
    assert quartiles([]) is None
