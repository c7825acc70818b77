"""The sums behind a scorecard add up to its numbers."""

from __future__ import annotations

from fractions import Fraction

import pytest

from omniaudit.engine.explaining import explain
from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import AnswerSheet, StepResult, Unknown
from omniaudit.model.explanation import KeyCheck, ShareCheck
from omniaudit.model.scorecard import JourneyBlocker, Scorecard
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet

A = "2221?1 223221 222121 222311"
GAPS = "2-?.11 ?????? ------ 333333"
FAILED: dict[str, dict[str, StepResult]] = {"click-and-collect": {"item-is-there": "fail"}}

CARDS = [
    *(score(QUESTIONNAIRE, sheet(levels)) for levels in (ZEROS, ONES, TWOS, THREES, A, GAPS)),
    score(QUESTIONNAIRE, sheet(THREES, mode="audit", journeys=FAILED)),
    score_panel(QUESTIONNAIRE, [sheet(ONES), sheet(A), sheet(THREES)]),
    score(QUESTIONNAIRE, sheet("------ ------ ------ ------")),
]


@pytest.mark.parametrize("card", CARDS)
def test_points_over_possible_points_are_the_scores(card: Scorecard) -> None:
    for told, found in zip(explain(QUESTIONNAIRE, card).dimensions, card.dimensions, strict=True):
        assert told.dimension == found.dimension
        points = (each.points for each in told.summands if each.points is not None)
        assert told.points == sum(points, Fraction(0))
        if found.score is not None:
            assert 100 * told.points / told.possible == found.score
        if found.low is not None:
            assert 100 * told.low_points / told.possible_with_unknowns == found.low
            assert 100 * told.high_points / told.possible_with_unknowns == found.high


@pytest.mark.parametrize("card", CARDS)
def test_the_stage_is_the_last_before_the_first_check_that_fails(card: Scorecard) -> None:
    told = explain(QUESTIONNAIRE, card)

    held = [each.holds for each in told.stages]
    assert told.confirmed == card.stage.confirmed
    assert told.confirmed == (held.index(False) if False in held else len(held))


@pytest.mark.parametrize("card", CARDS)
def test_trusts_add_up_to_the_confidence(card: Scorecard) -> None:
    told = explain(QUESTIONNAIRE, card)

    weight = sum(each.weight for each in told.trusts)
    trusted = sum((each.weight * each.trust for each in told.trusts), Fraction(0))
    assert told.confidence == (trusted / weight if weight else 0)


def test_checks_say_what_they_found() -> None:
    told = explain(QUESTIONNAIRE, score(QUESTIONNAIRE, sheet(A, journeys=FAILED)))

    checks = told.stages[1].checks
    assert ShareCheck(2, "integration", level=2, have=6, need=7, of=12) in checks
    assert (
        KeyCheck(
            2, ("integration.fulfilment", "integration.continuity"), ("integration.fulfilment",)
        )
        in checks
    )
    assert told.stages[1].walls == (JourneyBlocker(2, ("click-and-collect",)),)


def test_an_answer_that_only_some_gave_is_trusted_as_far_as_they_agree() -> None:
    """One says 1 and another 2, r*wg 8/9; on history only one knows, and agrees with himself."""

    def other(levels: str) -> AnswerSheet:
        return but(sheet(levels), data_history=Unknown())

    told = explain(QUESTIONNAIRE, score_panel(QUESTIONNAIRE, [sheet(ONES), other(TWOS)]))

    trusts = {each.capability: each.trust for each in told.trusts}
    assert trusts["data.history"] == Fraction(2, 5)
    assert trusts["data.identity"] == Fraction(2, 5) * Fraction(8, 9)
