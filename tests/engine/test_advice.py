"""Which advice holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.engine.advice import advice, advisable_steps
from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.advice import (
    AdviceRule,
    AnyLevelIn,
    Condition,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    StepScope,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.answers import Answered, AnswerSheet, Respondent, StepResult, Unknown
from omniaudit.model.scorecard import Scorecard
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet

LITTLE_NEED: dict[str, Answered] = {
    item.id: Answered(3 if item.is_reversed else 0) for item in QUESTIONNAIRE.fit.items
}
MUCH_NEED: dict[str, Answered] = {
    item.id: Answered(0 if item.is_reversed else 3) for item in QUESTIONNAIRE.fit.items
}


def rule(*when: Condition) -> AdviceRule:
    return AdviceRule("it", "first", when, "", "", None, ())


def holds(condition: Condition, card: Scorecard) -> bool:
    """Whether a rule of this condition alone is given."""
    questionnaire = replace(QUESTIONNAIRE, advice=(rule(condition),))
    return bool(advice(questionnaire, card, plan(questionnaire, card)))


@pytest.mark.parametrize(
    ("condition", "filled", "expected"),
    [
        (LevelIs("data.history", 0, 1), sheet(ONES), True),
        (LevelIs("data.history", 0, 1), sheet(TWOS), False),
        (LevelIs("data.history", 2, 3), sheet(ONES), False),
        (LevelIs("data.history", 0, 1), but(sheet(ONES), data_history=Unknown()), False),
        (LevelIs("data.history", 2, 3), sheet("111111 1-1111 111111 111111"), False),
        (AnyLevelIn("data", 2), but(sheet(ONES), data_consent=2), True),
        (AnyLevelIn("data", 2), but(sheet(ONES), consistency_brand=2), False),
        (ScoreAhead("data", "consistency", 15), sheet("111111 222222 111111 111111"), True),
        (ScoreAhead("data", "consistency", 15), sheet(ONES), False),
        (ScoreAhead("data", "consistency", 0), sheet(ONES), False),  # more than, not as much as
        (ScoreAhead("data", "consistency", 0), sheet("111111 111111 111111 ??????"), False),
        (ScoreAhead("data", "consistency", 0), sheet("111111 ------ 111111 111111"), False),
        (TargetAtLeast(2), sheet(ONES), True),
        (TargetAtLeast(2), sheet(ZEROS), False),
        (TargetAtLeast(2), sheet(ONES, fit=LITTLE_NEED), False),
        (TargetAtLeast(2), sheet(ONES, fit=MUCH_NEED), True),
        (StepAdvised("integration.coverage", 1), sheet(ZEROS), True),
        (StepAdvised("integration.coverage", 2), sheet(ZEROS), False),
        (StepAdvised("integration.coverage", None), sheet(ZEROS), True),
        (StepAdvised("integration.coverage", None), sheet(THREES), False),
        (FindingCount("fragile-foundation", 1), but(sheet(ZEROS), data_history=2), True),
        (FindingCount("fragile-foundation", 1), sheet(ONES), False),
        (VerdictIs("multichannel-is-enough"), sheet(ONES, fit=LITTLE_NEED), True),
        (VerdictIs("multichannel-is-enough"), sheet(ONES, fit=MUCH_NEED), False),
        (VerdictIs("multichannel-is-enough"), sheet(ONES), False),
    ],
)
def test_conditions(condition: Condition, filled: AnswerSheet, *, expected: bool) -> None:
    assert holds(condition, score(QUESTIONNAIRE, filled)) is expected


def test_what_counts_is_asked_and_not_what_was_claimed() -> None:
    results: dict[str, StepResult] = {"call-with-context": "fail"}
    audited = sheet(TWOS, mode="audit", journeys={"social-to-phone": results})

    assert holds(LevelIs("consistency.service", 1, 1), score(QUESTIONNAIRE, audited))


@pytest.mark.parametrize(("least", "expected"), [(1, True), (2, True), (3, False)])
def test_over_claims_are_counted(least: int, *, expected: bool) -> None:
    results: dict[str, StepResult] = {"call-with-context": "fail"}
    card = score(QUESTIONNAIRE, sheet(TWOS, journeys={"social-to-phone": results}))

    assert holds(FindingCount("over-claim", least), card) is expected


@pytest.mark.parametrize(("front", "expected"), [(2, False), (1, True), (3, True)])
def test_a_perception_gap_is_a_level_or_more_either_way(front: int, *, expected: bool) -> None:
    head = replace(sheet(TWOS), respondent=Respondent(side="head-office"))
    frontline = replace(
        but(sheet(TWOS), data_history=front), respondent=Respondent(side="frontline")
    )

    card = score_panel(QUESTIONNAIRE, [head, frontline])

    assert holds(FindingCount("perception-gap", 1), card) is expected
    assert not holds(FindingCount("perception-gap", 1), score(QUESTIONNAIRE, sheet(TWOS)))


def test_all_conditions_of_a_rule_must_hold_and_rules_keep_their_order() -> None:
    card = score(QUESTIONNAIRE, sheet(ZEROS))

    both = rule(LevelIs("data.history", 0, 0), LevelIs("data.consent", 1, 3))
    questionnaire = replace(QUESTIONNAIRE, advice=(both, *QUESTIONNAIRE.advice))
    found = advice(questionnaire, card, plan(questionnaire, card))

    names = [each.id for each in found]
    assert {"listen-first", "explain-price-differences"} <= set(names)
    assert "it" not in names
    assert names == [each.id for each in QUESTIONNAIRE.advice if each.id in names]


def test_the_steps_that_stay_advisable_under_a_restriction() -> None:
    scope = StepScope(("consistency",), ("data.consent",), up_to=2)
    card = score(QUESTIONNAIRE, sheet("000000 000001 000000 2?1-33"))

    found = [each.id for each in advisable_steps(QUESTIONNAIRE, card, scope)]

    assert found == [
        "data.consent@2",
        "consistency.pricing@1",
        "consistency.pricing@2",
        "consistency.content@2",
    ]
