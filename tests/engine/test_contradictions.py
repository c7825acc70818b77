"""Claims that walked journeys refute, and levels that stand on nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.engine.scoring import score
from omniaudit.model.answers import Mode, NotApplicable, StepResult, Unknown
from omniaudit.model.capability import Requirement
from omniaudit.model.scorecard import Contradiction, Fragility
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet

CALL = "social-to-phone", "call-with-context"


@pytest.mark.parametrize("mode", ["self", "interview", "audit"])
@pytest.mark.parametrize(
    ("levels", "result", "kinds"),
    [
        (ONES, "fail", []),
        (TWOS, "fail", ["over-claim", "over-claim"]),
        (THREES, "fail", ["over-claim", "over-claim"]),
        (ONES, "pass", ["under-claim", "under-claim"]),
        (TWOS, "pass", []),
        (ONES, "not-tested", []),
        (TWOS, "not-applicable", []),
    ],
)
def test_a_critical_step_that_requires_two_capabilities_at_level_2(
    mode: Mode, levels: str, result: StepResult, kinds: list[str]
) -> None:
    """It is the claim that is refuted, whatever counts of it."""
    journey, step = CALL
    card = score(QUESTIONNAIRE, sheet(levels, mode=mode, journeys={journey: {step: result}}))

    required = ("integration.continuity", "consistency.service")
    assert [
        (each.kind, each.capability, each.journey, each.step) for each in card.contradictions
    ] == [(kind, capability, *CALL) for kind, capability in zip(kinds, required, strict=False)]


def test_a_step_that_passed_on_a_journey_that_did_not_refutes_nothing() -> None:
    """On this journey both the conversation and the purchase are critical."""
    results: dict[str, StepResult] = {
        "conversation-opened": "pass",
        "bought-without-repeating": "not-tested",
    }

    assert (
        score(QUESTIONNAIRE, sheet(ONES, journeys={"chat-to-store": results})).contradictions == ()
    )


def test_each_capability_is_named_once_for_a_journey_with_its_first_step() -> None:
    failed: dict[str, StepResult] = {"message-changes": "fail", "physical-invitation": "fail"}
    card = score(QUESTIONNAIRE, sheet(THREES, journeys={"basket-left-behind": failed}))

    found = [each for each in card.contradictions if "orchestration" in each.capability]

    assert found == [
        Contradiction(
            "over-claim", "personalisation.orchestration", "basket-left-behind", "message-changes"
        )
    ]


def test_only_a_claim_can_be_refuted() -> None:
    journey, step = CALL
    walked = sheet(TWOS, journeys={journey: {step: "fail"}})
    changed = but(walked, integration_continuity=Unknown(), consistency_service=NotApplicable("-"))

    assert score(QUESTIONNAIRE, changed).contradictions == ()


def test_a_level_whose_prerequisite_is_missing_is_fragile_and_counts() -> None:
    """Both rest on identity and synchronisation: at 2 in part, at 3 on both at 3."""
    card = score(QUESTIONNAIRE, but(sheet(ONES), integration_continuity=3, data_history=3))

    assert card.fragilities == (
        Fragility(
            "integration.continuity",
            (Requirement("data.identity", 3), Requirement("data.synchronisation", 3)),
        ),
        Fragility(
            "data.history",
            (Requirement("data.synchronisation", 3), Requirement("data.identity", 3)),
        ),
    )


@pytest.mark.parametrize("needed", [(1, 2, 3), (3, 2, 1), (2, 3, 2)])
def test_what_is_missing_for_several_steps_is_named_once_at_its_highest(
    needed: tuple[int, int, int],
) -> None:
    history = QUESTIONNAIRE.capability["data.history"]
    steps = tuple(
        replace(step, requires=(Requirement("data.consent", level),))
        for step, level in zip(history.steps, needed, strict=True)
    )
    ours = replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, steps=steps) if each.id == "data.history" else replace(each, steps=())
            for each in QUESTIONNAIRE.capabilities
        ),
    )

    card = score(ours, but(sheet(ZEROS), data_history=3))

    assert card.fragilities == (Fragility("data.history", (Requirement("data.consent", 3),)),)
    assert ours.capability["data.history"].rests_on[0] == ()
    assert ours.capability["data.history"].rests_on[1] == steps[0].requires


def test_what_is_unknown_or_does_not_apply_is_not_missing() -> None:
    held = but(sheet(ZEROS), integration_continuity=2)

    assert len(score(QUESTIONNAIRE, held).fragilities) == 1
    assert score(QUESTIONNAIRE, but(held, data_identity=Unknown())).fragilities == ()
    assert score(QUESTIONNAIRE, but(held, data_identity=NotApplicable("-"))).fragilities == ()


@pytest.mark.parametrize("levels", [ZEROS, ONES, TWOS, THREES])
def test_a_level_ground_is_not_fragile(levels: str) -> None:
    assert score(QUESTIONNAIRE, sheet(levels)).fragilities == ()
