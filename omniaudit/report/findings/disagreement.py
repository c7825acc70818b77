"""How far several people agree about a practice, in words."""

from __future__ import annotations

from fractions import Fraction

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
    return f"The answers were {levels}; level {median} counts."


def sides(gap: Fraction) -> str:
    """Say how far the two sides are apart."""
    distance = wording.quantity(abs(gap))
    unit = "level" if distance == "1" else "levels"
    if gap > 0:
        return f"Head office puts it {distance} {unit} higher than the frontline."
    return f"The frontline puts it {distance} {unit} higher than head office."
