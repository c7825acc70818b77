"""How far several people agree about a practice, in words."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_count
from omniaudit.model.scorecard import Agreement
from omniaudit.report import wording


def in_full(agreement: Agreement) -> str:
    """Say who answered what, what counts, and where the two sides stand."""
    levels = wording.listed([str(level) for level in agreement.levels])
    words = answers_differ(levels, agreement.median)
    gap = agreement.perception_gap
    return f"{words} {sides(gap)}" if gap else words


def answers_differ(levels: str, median: int) -> str:
    """Say what was answered and what counts."""
    return say("The answers were {levels}; level {median} counts.", levels=levels, median=median)


def sides(gap: Fraction) -> str:
    """Say how far the two sides are apart."""
    count = abs(int(gap)) if gap.denominator == 1 else 2  # a fraction takes the plural of many
    distance = wording.quantity(abs(gap))
    if gap > 0:
        return say_count(
            count,
            "Head office puts it {distance} level higher than the frontline.",
            "Head office puts it {distance} levels higher than the frontline.",
            distance=distance,
        )
    return say_count(
        count,
        "The frontline puts it {distance} level higher than head office.",
        "The frontline puts it {distance} levels higher than head office.",
        distance=distance,
    )
