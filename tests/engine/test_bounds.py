"""Scores and index with the interval that holds every completion."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import prod
from random import Random

import pytest

from omniaudit.engine.bounds import geometric_mean, index_of_levels
from omniaudit.engine.scoring import score
from omniaudit.engine.standings import standings
from omniaudit.model.answers import Answered, Coverage
from omniaudit.model.scorecard import DimensionScore
from tests.engine.sheets import ONES, QUESTIONNAIRE, TWOS, but, sheet


def consistency(levels: str, profile: str = "retail") -> DimensionScore:
    return score(
        QUESTIONNAIRE, sheet(f"222222 222222 222222 {levels}", profile=profile)
    ).dimensions[3]


@pytest.mark.parametrize(
    ("levels", "score", "low", "high"),
    [
        ("222222", Fraction(600, 9), Fraction(600, 9), Fraction(600, 9)),
        ("333000", Fraction(50), Fraction(50), Fraction(50)),
        # one unknown of six: the answered alone, then with 0, then with 3
        ("22222?", Fraction(600, 9), Fraction(500, 9), Fraction(650, 9)),
        ("22222.", Fraction(600, 9), Fraction(500, 9), Fraction(650, 9)),
        # what does not apply is in neither
        ("22222-", Fraction(600, 9), Fraction(600, 9), Fraction(600, 9)),
        ("3----?", Fraction(100), Fraction(50), Fraction(100)),
        ("??????", None, Fraction(0), Fraction(100)),
        ("------", None, None, None),
    ],
)
def test_scores_are_linear_inside_a_dimension(
    levels: str, score: Fraction | None, low: Fraction | None, high: Fraction | None
) -> None:
    found = consistency(levels)

    assert (found.score, found.low, found.high) == (score, low, high)
    assert found.in_play is (low is not None)


def test_weights_count() -> None:
    """A B2B firm weighs content 1 and the others 2."""
    assert consistency("003000", "services").score == Fraction(100, 11)
    assert consistency("030000", "services").score == Fraction(200, 11)


def test_the_fractional_score_counts_and_not_the_counted_level() -> None:
    partly = but(sheet(TWOS), consistency_brand=Answered(2, Coverage.PARTLY))

    assert score(QUESTIONNAIRE, partly).dimensions[3].score == Fraction(100 * (5 * 6 + 4), 54)


@pytest.mark.parametrize(
    ("levels", "stage", "potential"),
    [
        ("222210", 2, 2),
        ("2221??", 1, 2),
        ("222???", 0, 2),
        ("------", None, None),
        ("3-----", 3, 3),
    ],
)
def test_the_stage_of_a_dimension_is_that_of_its_shares(
    levels: str, stage: int | None, potential: int | None
) -> None:
    found = consistency(levels)

    assert (found.stage, found.potential) == (stage, potential)


@pytest.mark.parametrize(
    ("levels", "profile", "reduced"),
    [
        ("--2222", "retail", False),  # a third
        ("---222", "retail", True),
        ("------", "retail", True),
        ("2-2-22", "services", False),  # 4 of 11
        ("2-2--2", "services", True),
    ],
)
def test_more_than_40_percent_not_applicable_is_a_reduced_basis(
    levels: str, profile: str, *, reduced: bool
) -> None:
    assert consistency(levels, profile).reduced is reduced


def test_a_dimension_that_a_profile_is_not_asked_is_not_reduced() -> None:
    nothing = replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, weights={}) if each.dimension == "consistency" else each
            for each in QUESTIONNAIRE.capabilities
        ),
    )

    found = score(nothing, sheet(TWOS)).dimensions[3]

    assert found == DimensionScore("consistency", None, None, None, None, None, reduced=False)


def test_the_index_is_geometric_and_floors_each_dimension_at_1() -> None:
    index = score(QUESTIONNAIRE, sheet("333333 333333 333333 000000")).index

    assert index.value is not None
    assert abs(index.value - Fraction(316227766017, 10**10)) < Fraction(1, 10**10)  # 100 ** (3/4)
    assert index.arithmetic == 75
    assert index.imbalance == 75 - index.value


def test_a_dimension_without_an_answer_leaves_no_index_but_an_interval() -> None:
    index = score(QUESTIONNAIRE, sheet("222222 222222 222222 ??????")).index

    assert (index.value, index.arithmetic, index.imbalance) == (None, None, None)
    assert index.low < Fraction(200, 3) < index.high


def test_a_dimension_that_does_not_apply_is_left_out_of_the_index() -> None:
    index = score(QUESTIONNAIRE, sheet("222222 222222 222222 ------")).index

    assert index.arithmetic == Fraction(200, 3)


def test_where_nothing_applies_the_index_is_nothing() -> None:
    index = score(QUESTIONNAIRE, sheet("------ ------ ------ ------")).index

    assert (index.value, index.arithmetic) == (None, None)
    assert index.low == 0
    assert index.high == 0


def test_dimensions_weigh_in_the_index() -> None:
    heavy = replace(
        QUESTIONNAIRE,
        dimensions=(replace(QUESTIONNAIRE.dimensions[0], weight=3), *QUESTIONNAIRE.dimensions[1:]),
    )

    index = score(heavy, sheet("333333 111111 111111 111111")).index

    assert index.arithmetic == Fraction(200, 3)
    assert f"{float(index.value or 0):.6f}" == f"{100**0.5 * (100 / 3) ** 0.5:.6f}"


@pytest.mark.parametrize(
    ("values", "weights", "mean"),
    [
        ([Fraction(4), Fraction(9)], [1, 1], Fraction(6)),
        ([Fraction(8)], [3], Fraction(8)),
        ([Fraction(0), Fraction(16)], [1, 1], Fraction(4)),
        ([Fraction(2), Fraction(1)], [1, 1], Fraction(1414213562373, 10**12)),
        ([Fraction(100)] * 4, [1] * 4, Fraction(100)),
        ([Fraction(1, 3)] * 2, [9, 9], Fraction(1)),
    ],
)
def test_the_geometric_mean_is_exact_to_twelve_decimals(
    values: list[Fraction], weights: list[int], mean: Fraction
) -> None:
    assert geometric_mean(values, weights) == mean


@pytest.mark.parametrize("seed", range(200))
def test_a_geometric_mean_is_never_rounded_up_nor_a_last_place_too_low(seed: int) -> None:
    """Also of many heavy dimensions, and next to where a root comes out even."""
    chance = Random(seed)
    count = chance.randint(1, 12)
    even = chance.random() < 0.3
    values = [
        Fraction(5**9) if even else Fraction(chance.randint(0, 900), chance.randint(1, 90))
        for _ in range(count)
    ]
    if even:
        values[0] += Fraction(chance.choice((-1, 0, 1)), 10**40)
    weights = [chance.randint(1, 9) for _ in values]

    found = geometric_mean(values, weights)

    pairs = zip(values, weights, strict=True)
    product = prod(
        (max(value, Fraction(1)) ** weight for value, weight in pairs), start=Fraction(1)
    )
    assert found ** sum(weights) <= product < (found + Fraction(1, 10**12)) ** sum(weights)
    assert 10**12 % found.denominator == 0


def test_the_index_of_levels_is_that_of_a_sheet_with_these_levels() -> None:
    filled = sheet("222221 333333 -11111 22222?")
    found = standings(QUESTIONNAIRE, filled)
    levels = {each.capability: each.worst for each in found if each.applies}

    known = score(QUESTIONNAIRE, sheet("222221 333333 -11111 222220")).index
    assert index_of_levels(QUESTIONNAIRE, found, levels) == known.value
    nothing = standings(QUESTIONNAIRE, sheet("------ 111111 111111 111111"))
    left = {each.capability: each.worst for each in nothing if each.applies}
    assert (
        index_of_levels(QUESTIONNAIRE, nothing, left)
        == score(QUESTIONNAIRE, sheet(ONES)).index.value
    )


def test_in_an_audit_the_best_of_an_unknown_is_what_a_failed_step_leaves() -> None:
    """The call requires service at 2 and failed: service is at 1 at best."""
    walked = sheet(
        "111111 111111 111111 2222?2",
        mode="audit",
        journeys={"social-to-phone": {"call-with-context": "fail"}},
    )

    found = score(QUESTIONNAIRE, walked).dimensions[3]

    assert (found.low, found.score, found.high) == (
        Fraction(100 * 10, 18),
        Fraction(100 * 10, 15),
        Fraction(100 * 11, 18),  # below the score, which leaves service out
    )
