"""What a scorecard's parts know about themselves."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.scorecard import DimensionScore, Index, Standing


def test_a_standing_has_a_score_where_there_is_a_level() -> None:
    assert Standing("a.b", "answered", 2, level=3, counted=2, thirds=7).score == Fraction(7, 3)
    assert Standing("a.b", "unknown", 2).score is None


def test_all_but_the_not_applicable_applies() -> None:
    assert Standing("a.b", "answered", 2, level=0).applies
    assert Standing("a.b", "not-asked", 2).applies
    assert not Standing("a.b", "not-applicable", 2).applies


def test_a_dimension_is_in_play_when_it_has_bounds() -> None:
    bounds = Fraction(0), Fraction(100)

    assert DimensionScore("a", None, *bounds, stage=0, potential=3, reduced=False).in_play
    assert not DimensionScore("a", None, None, None, None, None, reduced=True).in_play


def test_imbalance_is_what_unevenness_costs() -> None:
    whole, half = Fraction(60), Fraction(50)

    assert Index(half, half, whole, arithmetic=whole).imbalance == 10
    assert Index(None, half, whole, arithmetic=whole).imbalance is None
    assert Index(half, half, whole, arithmetic=None).imbalance is None
