"""The conditions of the stages: shares of each dimension, keys and walked journeys."""

from __future__ import annotations

import pytest

from omniaudit.engine.gates import Share, conditions
from omniaudit.engine.scoring import score
from omniaudit.model.gates import Preset
from omniaudit.model.scorecard import JourneyBlocker, KeyBlocker, ShareBlocker, Standing
from tests.engine.sheets import DIMENSIONS, ONES, QUESTIONNAIRE, THREES, TWOS, but, sheet


def stage(levels: str, profile: str = "retail", preset: Preset = "standard") -> int:
    return score(QUESTIONNAIRE, sheet(levels, profile=profile), preset).stage.confirmed


@pytest.mark.parametrize(
    ("levels", "reached"),
    [
        ("000000", 0),
        ("111000", 0),  # half is not more than half
        ("111100", 1),
        ("222200", 1),  # more than half at 2, but only 8 of 12 at 1
        ("222210", 2),
        ("333322", 3),
        ("333320", 3),
        ("333311", 2),  # 8 of 12 at 2, and 10 are needed below 3
        ("333222", 2),
    ],
)
def test_a_dimension_needs_more_than_half_at_its_stage_and_80_percent_below(
    levels: str, reached: int
) -> None:
    """The others are at the top, and so are the keys."""
    card = score(QUESTIONNAIRE, sheet(f"333333 333333 333333 {levels}"))

    assert card.stage.confirmed == reached


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_the_weakest_dimension_decides(dimension: str) -> None:
    levels = ["333333" if each != dimension else "111111" for each in DIMENSIONS]

    assert stage(" ".join(levels)) == 1


@pytest.mark.parametrize(
    ("preset", "weights", "below", "own"),
    [
        # below the stage's own level ceil(85, 80 or 66 % of T); at it floor(T/2) + 1
        ("strict", (2, 2, 2, 2, 2, 2), 11, 7),
        ("standard", (2, 2, 2, 2, 2, 2), 10, 7),
        ("lenient", (2, 2, 2, 2, 2, 2), 8, 7),
        ("strict", (2, 2, 1, 2, 2, 2), 10, 6),
        ("standard", (2, 2, 1, 2, 2, 2), 9, 6),
        ("lenient", (2, 2, 1, 2, 2, 2), 8, 6),
        ("standard", (2, 2, 2, 2, 2), 8, 6),  # exactly 80 % is enough
        ("standard", (1, 1), 2, 2),  # exactly half is not
        ("standard", (1,), 1, 1),
    ],
)
def test_what_a_share_needs(preset: Preset, weights: tuple[int, ...], below: int, own: int) -> None:
    inside = [each.id for each in QUESTIONNAIRE.capabilities if each.dimension == "data"]
    standings = [
        Standing(name, "answered", weight) for name, weight in zip(inside, weights, strict=False)
    ]

    at_stage_2 = conditions(QUESTIONNAIRE, standings, preset).stages[1]

    shares = [each for each in at_stage_2 if isinstance(each, Share)]
    assert [(each.level, each.need, each.of) for each in shares] == [
        (1, below, sum(weights)),
        (2, own, sum(weights)),
    ]


def test_weights_count_and_not_heads() -> None:
    """A B2B firm weighs stock 1 and the others in `data` 2; strict is 10 of these 11."""
    assert stage("333333 220222 333333 333333", "services", "strict") == 2
    assert stage("333333 222022 333333 333333", "services", "strict") == 1


@pytest.mark.parametrize(
    ("levels", "blocker"),
    [
        ("011111 111111 111111 111111", KeyBlocker(1, ("integration.coverage",), 1)),
        (
            "212212 222222 222222 222222",
            KeyBlocker(2, ("integration.fulfilment", "integration.continuity"), 2),
        ),
        ("222222 212222 222222 222222", KeyBlocker(2, ("data.history",), 2)),
        ("333323 333333 333333 333333", KeyBlocker(3, ("integration.continuity",), 3)),
        ("333333 233333 333333 333333", KeyBlocker(3, ("data.identity",), 3)),
        ("333333 333323 333333 333333", KeyBlocker(3, ("data.synchronisation",), 3)),
        (
            "333333 333333 322333 333333",
            KeyBlocker(3, ("personalisation.offers", "personalisation.orchestration"), 3),
        ),
    ],
)
def test_nothing_makes_up_for_a_key(levels: str, blocker: KeyBlocker) -> None:
    card = score(QUESTIONNAIRE, sheet(levels))

    assert card.stage.confirmed == blocker.stage - 1
    assert blocker in card.blockers


@pytest.mark.parametrize("one", ["integration.fulfilment", "integration.continuity"])
def test_one_of_a_key_is_enough(one: str) -> None:
    levels = {"integration_fulfilment": 1, "integration_continuity": 1}
    levels[one.replace(".", "_")] = 2

    assert score(QUESTIONNAIRE, but(sheet(TWOS), **levels)).stage.confirmed == 2


def test_a_key_that_does_not_apply_is_skipped_and_one_that_applies_in_part_is_named_in_part() -> (
    None
):
    assert stage("222222 2-2222 222222 222222") == 2

    partly = score(QUESTIONNAIRE, sheet("2-2212 222222 222222 222222"))

    assert partly.blockers == (KeyBlocker(2, ("integration.continuity",), 2),)


def test_blockers_are_all_failed_conditions_of_the_next_stage_and_of_no_other() -> None:
    card = score(QUESTIONNAIRE, sheet("111111 111111 111111 222222"))

    assert card.blockers == (
        ShareBlocker(2, "integration", level=2, have=0, need=7, of=12),
        ShareBlocker(2, "data", level=2, have=0, need=7, of=12),
        ShareBlocker(2, "personalisation", level=2, have=0, need=7, of=12),
        KeyBlocker(2, ("integration.fulfilment", "integration.continuity"), 2),
        KeyBlocker(2, ("data.history",), 2),
    )
    assert score(QUESTIONNAIRE, sheet(THREES)).blockers == ()


def test_a_share_below_the_stage_is_a_blocker_of_its_own() -> None:
    card = score(QUESTIONNAIRE, sheet("222222 222222 222222 222200"))

    assert card.stage.confirmed == 1
    assert card.blockers == (ShareBlocker(2, "consistency", level=1, have=8, need=10, of=12),)


def test_a_journey_that_failed_bars_its_stage_and_those_above() -> None:
    wall = JourneyBlocker(2, ("click-and-collect",))
    failed = {"click-and-collect": {"item-is-there": "fail"}}

    for levels, confirmed in ((ONES, 1), (TWOS, 1), (THREES, 1)):
        card = score(QUESTIONNAIRE, sheet(levels, journeys=failed))  # type: ignore[arg-type]
        assert card.stage.confirmed == confirmed
        assert wall in card.blockers
        assert wall in card.walls


def test_where_nothing_applies_there_is_no_stage_and_nothing_to_do() -> None:
    card = score(QUESTIONNAIRE, sheet("------ ------ ------ ------"))

    assert (card.stage.confirmed, card.stage.potential) == (0, 0)
    assert card.blockers == ()


def test_a_dimension_that_does_not_apply_is_left_out_of_the_stage() -> None:
    assert stage("222222 222222 222222 ------") == 2
