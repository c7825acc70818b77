"""Advice that no business can ever be given, or that every one is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.engine.advice_flaws import advice_flaws
from omniaudit.model.advice import (
    AdviceRule,
    AnyLevelIn,
    Condition,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from tests.engine.sheets import QUESTIONNAIRE, smaller

BANKING, RETAIL = "banking", "retail"
DATA = tuple(each for each in QUESTIONNAIRE.capability if each.startswith("data."))
TWO = replace(smaller("data.history", "consistency.brand"), journeys=())
"""Two practices without journeys: few things can be found."""


def flaws(*when: Condition, questionnaire: Questionnaire = QUESTIONNAIRE) -> list[Flaw]:
    rule = AdviceRule("it", "first", when, "", "", None, ())
    return list(advice_flaws(replace(questionnaire, advice=(rule,))))


def can_hold(*when: Condition, questionnaire: Questionnaire = QUESTIONNAIRE) -> bool:
    """Whether the check finds nothing wrong with a rule."""
    found = flaws(*when, questionnaire=questionnaire)
    never = Flaw("Q643", ("advice", "it", "when"), {"value": "it"}, idle=True)
    assert found in ([], [never])
    return not found


def asked_of(profile: str, *capabilities: str) -> Questionnaire:
    """Ours, with some capabilities asked of one profile alone."""
    return replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, weights={profile: 2}) if each.id in capabilities else each
            for each in QUESTIONNAIRE.capabilities
        ),
    )


def test_all_rules_of_ours_can_hold() -> None:
    assert QUESTIONNAIRE.advice
    assert list(advice_flaws(QUESTIONNAIRE)) == []


def test_a_rule_without_a_condition_holds_for_everybody() -> None:
    assert flaws() == [Flaw("Q649", ("advice", "it", "when"), {"value": "it"}, idle=True)]


def test_a_level_may_be_asked_for_in_parts_that_leave_room() -> None:
    low, high = LevelIs("data.history", 0, 1), LevelIs("data.history", 1, 3)

    assert can_hold(low, high)
    assert can_hold(low, replace(high, capability="data.consent", at_least=2))
    assert not can_hold(low, replace(high, at_least=2))
    assert not can_hold(replace(high, at_least=2), low)


def test_a_business_has_one_verdict() -> None:
    first, second, *_ = QUESTIONNAIRE.fit.verdicts
    without = replace(QUESTIONNAIRE, fit=replace(QUESTIONNAIRE.fit, items=()))

    assert can_hold(VerdictIs(first.id), VerdictIs(first.id))
    assert not can_hold(VerdictIs(first.id), VerdictIs(second.id))
    assert not can_hold(VerdictIs(first.id), questionnaire=without)


def test_all_that_a_rule_names_must_be_asked_of_one_profile() -> None:
    history, consent = LevelIs("data.history", 0, 3), LevelIs("data.consent", 0, 3)
    of_nobody = replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, weights={}) if each.id == "data.history" else each
            for each in QUESTIONNAIRE.capabilities
        ),
    )
    apart = asked_of(RETAIL, "data.history")
    apart = replace(
        apart,
        capabilities=tuple(
            replace(each, weights={BANKING: 2}) if each.id == "data.consent" else each
            for each in apart.capabilities
        ),
    )

    assert can_hold(history, consent)
    assert can_hold(history, questionnaire=apart)
    assert not can_hold(history, consent, questionnaire=apart)
    assert not can_hold(history, questionnaire=of_nobody)


def test_any_level_in_a_dimension_is_one_that_no_other_condition_bars() -> None:
    barred = [LevelIs(name, 0, 1) for name in DATA]

    assert len(barred) > 1
    assert can_hold(AnyLevelIn("data", 3))
    assert can_hold(*barred, AnyLevelIn("data", 1))
    assert not can_hold(*barred, AnyLevelIn("data", 2))
    assert can_hold(*barred[1:], AnyLevelIn("data", 3))
    assert can_hold(*barred, AnyLevelIn("consistency", 3))


def test_a_score_can_be_ahead_of_that_of_another_dimension_by_less_than_everything() -> None:
    alone = smaller("data.history")

    assert can_hold(ScoreAhead("data", "consistency", 99))
    assert not can_hold(ScoreAhead("data", "consistency", 100))
    assert not can_hold(ScoreAhead("data", "data", 5))
    assert can_hold(ScoreAhead("data", "consistency", 5), questionnaire=TWO)
    assert not can_hold(ScoreAhead("data", "consistency", 5), questionnaire=alone)
    assert not can_hold(ScoreAhead("consistency", "data", 5), questionnaire=alone)


def test_any_stage_can_be_aimed_at() -> None:
    assert can_hold(TargetAtLeast(3))


@pytest.mark.parametrize(
    ("held", "level", "expected"),
    [(2, 3, True), (2, 2, False), (2, None, True), (3, None, False), (0, 1, True), (1, 1, False)],
)
def test_a_step_is_advised_only_above_what_is_held(
    held: int, level: int | None, *, expected: bool
) -> None:
    step = StepAdvised("data.history", level)

    assert can_hold(LevelIs("data.history", held, 3), step) is expected
    assert can_hold(LevelIs("data.consent", held, 3), step)


def test_a_step_is_advised_only_to_those_who_are_asked() -> None:
    without = smaller("consistency.brand")

    assert can_hold(StepAdvised("data.history", 1))
    assert not can_hold(StepAdvised("data.history", 1), questionnaire=without)


def test_no_more_answers_can_differ_than_are_asked() -> None:
    assert can_hold(FindingCount("perception-gap", 2), questionnaire=TWO)
    assert not can_hold(FindingCount("perception-gap", 3), questionnaire=TWO)


def test_no_more_claims_can_be_refuted_than_journeys_rest_on() -> None:
    walked = QUESTIONNAIRE.journeys[0]
    walked_alone = replace(QUESTIONNAIRE, journeys=(walked,))
    count = len(walked.requires)

    assert count > 1
    assert can_hold(FindingCount("over-claim", count), questionnaire=walked_alone)
    assert not can_hold(FindingCount("over-claim", count + 1), questionnaire=walked_alone)
    assert not can_hold(FindingCount("over-claim", 1), questionnaire=TWO)


def test_no_more_foundations_can_be_fragile_than_levels_rest_on_others() -> None:
    resting = [
        capability.id
        for capability in QUESTIONNAIRE.capabilities
        if any(step.requires for step in capability.steps)
    ]

    assert 0 < len(resting) < len(QUESTIONNAIRE.capabilities)
    assert can_hold(FindingCount("fragile-foundation", len(resting)))
    assert not can_hold(FindingCount("fragile-foundation", len(resting) + 1))
    assert not can_hold(FindingCount("fragile-foundation", 1), questionnaire=TWO)
