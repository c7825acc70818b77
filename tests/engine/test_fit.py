"""Which stage a business needs and can carry."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from omniaudit.engine.fit import fit
from omniaudit.model.answers import Answered, FitAnswer, NotAsked, Unknown
from omniaudit.model.scorecard import DecisiveFitItem, FitResult
from tests.engine.sheets import QUESTIONNAIRE, sheet

ITEMS = {
    factor: [each.id for each in QUESTIONNAIRE.fit.items if each.factor == factor]
    for factor in ("resources", "business", "expectations")
}
SIGNS: Mapping[str, FitAnswer] = {
    "?": Unknown(),
    ".": NotAsked(),
    **{str(level): Answered(level) for level in range(4)},
}


def answered(resources: str, business: str, expectations: str) -> dict[str, FitAnswer]:
    """Fit items by one sign each; the last one of `expectations` counts reversed."""
    return {
        item: SIGNS[sign]
        for factor, signs in zip(ITEMS, (resources, business, expectations), strict=True)
        for item, sign in zip(ITEMS[factor], signs, strict=True)
    }


def judged(resources: str, business: str, expectations: str, stage: int = 1) -> FitResult:
    given = answered(resources, business, expectations)
    found = fit(QUESTIONNAIRE.fit, sheet(fit=given), stage)
    assert found is not None
    return found


def test_simplicity_counts_reversed() -> None:
    assert judged("0000", "0000", "0003").means["expectations"] == 0
    assert judged("0000", "0000", "0000").means["expectations"] == Fraction(3, 4)


@pytest.mark.parametrize(
    ("business", "expectations", "need", "stage"),
    [
        ("0000", "0003", "0", 1),
        ("1111", "1112", "1", 2),  # exactly at the cut
        ("1110", "1112", "9/10", 1),
        ("3300", "3330", "12/5", 3),
        ("3333", "2330", "57/20", 3),
        ("0000", "3330", "9/5", 2),
        ("3330", "2221", "21/10", 2),
        ("3333", "2220", "51/20", 3),
        ("3321", "3221", "9/4", 3),  # exactly at the cut
    ],
)
def test_the_needed_stage(business: str, expectations: str, need: str, stage: int) -> None:
    """40 % business and 60 % expectations; 1 below 1.00, 2 below 2.25, else 3."""
    found = judged("3333", business, expectations)

    assert (found.need, found.needed_stage) == (Fraction(need), stage)


@pytest.mark.parametrize(
    ("resources", "stage"),
    [("0000", 1), ("1100", 1), ("1110", 2), ("2220", 2), ("2221", 3), ("3333", 3)],
)
def test_the_stage_that_resources_carry(resources: str, stage: int) -> None:
    """1 below 0.75, 2 below 1.75, else 3."""
    assert judged(resources, "3333", "3330").capacity_stage == stage


@pytest.mark.parametrize(
    ("resources", "business", "expectations", "stage", "target", "verdict"),
    [
        ("3333", "3333", "3330", 0, 1, "room-to-grow"),  # one stage up at most
        ("3333", "3333", "3330", 2, 3, "room-to-grow"),
        ("3333", "3333", "3330", 3, 3, "fits"),
        ("3333", "2222", "2221", 2, 2, "fits"),
        ("3333", "2222", "2221", 3, 2, "ahead-of-need"),
        ("1111", "3333", "3330", 1, 2, "resources-first"),
        ("1111", "3333", "3330", 3, 2, "resources-first"),
        ("3333", "0000", "0003", 0, 1, "multichannel-is-enough"),
        ("0000", "0000", "0003", 2, 1, "multichannel-is-enough"),
    ],
)
def test_verdicts(  # noqa: PLR0913, PLR0917 - the columns of the table
    resources: str, business: str, expectations: str, stage: int, target: int, verdict: str
) -> None:
    found = judged(resources, business, expectations, stage)

    assert (found.target, found.target_possible, found.verdict) == (target, target, verdict)


def test_unknown_items_leave_the_means_and_give_two_targets() -> None:
    found = judged("2222", "2222", "22??")

    assert found.means["expectations"] == 2
    assert found.need == 2
    assert (found.target, found.target_possible) == (2, 2)
    assert (
        judged("3333", "????", "3330", 2).target,
        judged("3333", "????", "3330", 2).target_possible,
    ) == (2, 3)


def test_an_item_that_was_not_asked_is_like_an_unknown_one() -> None:
    assert judged("3333", "....", "3330", 2) == judged("3333", "????", "3330", 2)


def test_an_unknown_reversed_item_is_at_its_worst_and_best_after_reversing() -> None:
    """Business 3, expectations 3, 3, 3 and unknown: needs 2.4 + 0.15 or 2.4 + 0.6."""
    found = judged("3333", "2111", "222?", 2)

    assert found.means["expectations"] == 2
    assert (found.target, found.target_possible) == (2, 2)
    assert judged("3333", "3333", "222?", 2).target_possible == 3


@pytest.mark.parametrize(
    ("resources", "business", "expectations"),
    [("....", "3333", "3330"), ("3333", "....", "3330"), ("3333", "3333", "....")],
)
def test_a_factor_without_an_answer_leaves_no_verdict(
    resources: str, business: str, expectations: str
) -> None:
    found = judged(resources, business, expectations, stage=2)

    assert found.verdict is None
    assert found.decisive == ()
    assert (found.target, found.target_possible) in {(1, 3), (2, 3)}
    assert (found.needed_stage is None) is (resources != "....")
    assert (found.capacity_stage is None) is (resources == "....")


def test_where_nothing_was_asked_there_is_no_fit() -> None:
    assert fit(QUESTIONNAIRE.fit, sheet(), 1) is None
    assert fit(QUESTIONNAIRE.fit, sheet(fit=answered("....", "....", "....")), 1) is None


def test_unknown_alone_is_an_answer_of_sorts() -> None:
    found = judged("????", "????", "????")

    assert (found.need, found.verdict, found.target, found.target_possible) == (None, None, 1, 2)


def test_decisive_items_change_the_verdict_one_level_off() -> None:
    """Resources at 0.75 carry stage 2: any of them one lower and resources come first."""
    found = judged("1110", "2222", "2221")

    lowered = [DecisiveFitItem(item, 1, 0, "resources-first") for item in ITEMS["resources"][:3]]
    assert found.verdict == "room-to-grow"
    assert found.decisive == tuple(lowered)


def test_a_reversed_item_decides_the_other_way_round() -> None:
    """Need is exactly 1: one more who like it simple, and multichannel is enough."""
    found = judged("3333", "1111", "1112")

    assert (
        DecisiveFitItem("expectations.simplicity", 2, 3, "multichannel-is-enough") in found.decisive
    )
    assert all(each.other < each.level for each in found.decisive if "simplicity" not in each.item)
