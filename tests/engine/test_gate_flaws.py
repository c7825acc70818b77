"""Gates that a profile can never pass, or that are void for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from omniaudit.engine.gate_flaws import gate_flaws, highest_stage
from omniaudit.model.flaw import Flaw
from omniaudit.model.gates import JourneyCondition, KeyCondition
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import Journey
from tests.engine.sheets import QUESTIONNAIRE

PROFILES = [each.id for each in QUESTIONNAIRE.profiles]
JOURNEY = QUESTIONNAIRE.journeys[0]
HISTORY, CONSENT = "data.history", "data.consent"


def with_keys(*keys: KeyCondition) -> Questionnaire:
    return replace(QUESTIONNAIRE, gates=replace(QUESTIONNAIRE.gates, keys=keys))


def asked_of(profiles: list[str], *capabilities: str) -> tuple[KeyCondition, Questionnaire]:
    """A key condition on capabilities that only some profiles are asked, at stage 2."""
    key = KeyCondition(2, capabilities)
    weights = dict.fromkeys(profiles, 2)
    changed = tuple(
        replace(each, weights=weights) if each.id in capabilities else each
        for each in QUESTIONNAIRE.capabilities
    )
    return key, replace(with_keys(key), capabilities=changed)


def walking(condition: JourneyCondition, *journeys: Journey) -> Iterator[Flaw]:
    """What is wrong with a condition on some journeys."""
    gates = replace(QUESTIONNAIRE.gates, keys=(), journeys=(condition,))
    others = tuple(
        each for each in QUESTIONNAIRE.journeys if each.id not in {j.id for j in journeys}
    )
    return gate_flaws(replace(QUESTIONNAIRE, gates=gates, journeys=(*journeys, *others)))


def without_critical_steps(journey: Journey) -> Journey:
    steps = tuple(replace(step, critical=False) for step in journey.steps)
    return replace(journey, steps=steps)


def test_ours_bars_nobody_and_has_no_void_gate() -> None:
    assert list(gate_flaws(QUESTIONNAIRE)) == []


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_can_get_to_the_top(profile: str) -> None:
    assert highest_stage(QUESTIONNAIRE, profile) == 3


def test_a_profile_that_is_asked_nothing_is_told() -> None:
    first, *others = PROFILES
    unasked = replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, weights=dict.fromkeys(others, 2)) for each in QUESTIONNAIRE.capabilities
        ),
    )

    assert highest_stage(unasked, first) == 0
    assert list(gate_flaws(unasked)) == [
        Flaw(
            "Q631",
            ("profiles", first, "id"),
            {"value": first, "stage": QUESTIONNAIRE.stages[0].id},
        )
    ]


def test_a_key_condition_bars_all_who_are_asked_anything() -> None:
    key, ours = asked_of(PROFILES[:2], HISTORY, CONSENT)

    assert len(PROFILES) > 3
    assert list(gate_flaws(ours)) == [
        Flaw(
            "Q632",
            ("gates", "keys", 0, "any-of"),
            {
                "stage": QUESTIONNAIRE.stages[2].id,
                "profiles": ", ".join(PROFILES[2:]),
                "known": f"{HISTORY}, {CONSENT}",
            },
        )
    ]
    assert key.any_of == (HISTORY, CONSENT)


def test_a_key_condition_holds_for_all_who_are_asked_one_of_its_capabilities() -> None:
    _, ours = asked_of(PROFILES[:2], HISTORY)
    one_of_both = replace(ours.gates, keys=(KeyCondition(1, (HISTORY, CONSENT)),))

    assert list(gate_flaws(replace(ours, gates=one_of_both))) == []


def test_who_is_asked_nothing_at_all_is_spared_nothing() -> None:
    first, *others = PROFILES
    asked = tuple(
        replace(each, weights=dict.fromkeys(others, 2)) for each in QUESTIONNAIRE.capabilities
    )
    found = gate_flaws(replace(with_keys(KeyCondition(1, (HISTORY,))), capabilities=asked))

    assert [(each.code, each.details["value"]) for each in found] == [("Q631", first)]


CONDITIONS = [
    JourneyCondition(2, any_passed=(JOURNEY.id,)),
    JourneyCondition(2, all_passed=(JOURNEY.id,)),
]


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_condition_on_journeys_that_nobody_walks_is_void(condition: JourneyCondition) -> None:
    nobody = replace(JOURNEY, profiles=())
    details = {"stage": QUESTIONNAIRE.stages[2].id}
    void = [Flaw("Q633", ("gates", "journeys", 0), details)]

    assert list(walking(condition, JOURNEY)) == []
    assert list(walking(condition, replace(JOURNEY, weight=0))) == []
    assert [each for each in walking(condition, nobody) if each.code == "Q633"] == void
    undecided = walking(condition, without_critical_steps(JOURNEY))
    assert [each for each in undecided if each.code == "Q633"] == void


def test_a_share_of_weight_needs_a_journey_that_weighs_something() -> None:
    condition = JourneyCondition(2, share_passed=50)
    light = [replace(each, weight=0) for each in QUESTIONNAIRE.journeys]

    assert len(light) > 1
    assert "Q633" not in {each.code for each in walking(condition, *light[1:])}
    assert "Q633" in {each.code for each in walking(condition, *light)}
