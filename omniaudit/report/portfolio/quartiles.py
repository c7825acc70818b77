"""Quartiles: where a quarter, a half and three quarters of a group have been counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from omniaudit.report.portfolio.ranking import PRECISE
from omniaudit.values import dataclass

LEAST = 10
"""Businesses below which a group's figures are not told: they would be somebody's."""
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Lower quartile, median and upper quartile, exact, with what they stand for."""

    count: int
    low: Fraction
    middle: Fraction
    high: Fraction


def quartiles(figures: Iterable[int]) -> Quartiles | None:
    """The quartiles of figures in ten-thousandths; None of fewer than `LEAST`.

    In ascending order the figures stand at places 1 to n. The quartiles are at the places
    1 + (n - 1)/4, 1 + (n - 1)/2 and 1 + 3(n - 1)/4; between two places, in proportion between
    their figures. This is type 7 of Hyndman and Fan, Excel's QUARTILE.INC.
    """
    ordered = sorted(figures)
    if len(ordered) < LEAST:
        return None
    low, middle, high = (_at(ordered, quarter) for quarter in range(1, _QUARTERS))
    return Quartiles(len(ordered), low, middle, high)


def _at(ordered: Sequence[int], quarter: int) -> Fraction:
    place, rest = divmod((len(ordered) - 1) * quarter, _QUARTERS)
    below, above = ordered[place], ordered[min(place + 1, len(ordered) - 1)]
    return Fraction(_QUARTERS * below + rest * (above - below), _QUARTERS * PRECISE)
