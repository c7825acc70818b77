"""The least-effort plan with its equals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.planning import (
    Start,
    Way,
    assemble,
    cheapest_way,
    least_effort,
    passable,
    plan,
    what_if,
)
from omniaudit.engine.scheduling import levels_after
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, Evidence, NotApplicable, StepResult, Unknown
from omniaudit.model.gates import KeyCondition
from omniaudit.model.plan import Choice, Contrast, Factor, Option, Plan
from omniaudit.model.questionnaire import Questionnaire
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet, smaller

FOUR = smaller(
    "integration.coverage", "data.history", "personalisation.segmentation", "consistency.brand"
)
"""A capability for each dimension: all must be at the stage."""


def small(levels: str, target: int | None = None, size: str = "medium") -> Plan:
    card = score(FOUR, sheet(levels, size=size, questionnaire=FOUR))
    return plan(FOUR, card, target)


def test_by_default_the_next_stage_is_planned_for() -> None:
    assert [small(levels).target for levels in ("0 0 0 0", "1 1 1 1", "2 2 2 2", "3 3 3 3")] == [
        1,
        2,
        3,
        3,
    ]


def test_every_step_that_must_be_done_is_done() -> None:
    found = small("0 1 1 1")

    assert (found.origin, found.target, found.reaches) == (0, 1, 1)
    assert found.must == ("integration.coverage@1",)
    assert [each.step.id for each in found.steps] == ["integration.coverage@1"]
    assert found.effort == 6
    assert found.plans == 1
    assert (found.options, found.factors, found.choices, found.alternatives) == ((), (), (), ())


def test_what_is_reached_takes_nothing() -> None:
    found = small("2 2 2 2", 1)

    assert found.effort == 0
    assert (found.plans, found.steps, found.reaches) == (1, (), 2)
    assert small("3 3 3 3").next_after is None


def test_where_nothing_applies_there_is_no_way() -> None:
    found = small("- - - -")

    assert (found.effort, found.effort_possible, found.steps) == (None, None, ())
    assert found.next_after == Contrast(3, None)


@pytest.mark.parametrize(
    ("size", "weeks"), [("micro", "2.4"), ("small", "3.6"), ("medium", "6"), ("large", "10.8")]
)
def test_effort_is_the_midpoint_of_the_band_times_the_size(size: str, weeks: str) -> None:
    found = small("0 1 1 1", size=size)

    assert found.effort == Fraction(weeks)
    assert found.steps[0].effort == Fraction(weeks)


def test_unknowns_start_at_zero_and_may_turn_out_to_be_there() -> None:
    found = small("? 1 1 1")

    assert found.effort == 6
    assert found.effort_possible == 0
    assert small("? 0 1 1").effort_possible == 2


def test_in_an_audit_an_unknown_may_be_no_better_than_a_failed_step_leaves_it() -> None:
    """The journey requires coverage at 2 and failed."""
    walked = sheet(
        but(sheet(ONES), integration_coverage=Unknown()).answers,
        mode="audit",
        journeys={"review-to-visit": {"right-hours-and-stock": "fail"}},
    )

    card = score(QUESTIONNAIRE, walked)

    assert plan(QUESTIONNAIRE, card, 1).effort_possible == 0
    assert (
        plan(QUESTIONNAIRE, card, 2).effort_possible
        == plan(QUESTIONNAIRE, score(QUESTIONNAIRE, sheet(ONES)), 2).effort
    )


def test_a_plan_brings_its_prerequisites_but_does_not_repair_history() -> None:
    """History at 2 rests on synchronisation at 2, that on master data at 1."""
    two = smaller("data.history", "data.synchronisation", "data.master-data")
    key = two.gates.keys[0]
    assert key.any_of == ("data.history",)
    only_history = replace(
        two,
        gates=replace(two.gates, keys=(replace(key, stage=2),)),
        capabilities=tuple(
            replace(each, weights={"retail": 9 if each.id == "data.history" else 1})
            for each in two.capabilities
        ),
    )

    def steps(levels: str, target: int) -> list[str]:
        filled = sheet(levels, questionnaire=only_history)
        found = plan(only_history, score(only_history, filled), target)
        return [each.step.id for each in found.steps]

    # in the order of the questionnaire: history, master data, synchronisation
    assert steps("1 0 0", 2) == [
        "data.history@2",
        "data.master-data@1",
        "data.synchronisation@1",
        "data.synchronisation@2",
    ]
    assert steps("1 - 0", 2) == [
        "data.history@2",
        "data.synchronisation@1",
        "data.synchronisation@2",
    ]
    assert steps("1 - -", 2) == ["data.history@2"]
    assert steps("2 0 0", 2) == []


def test_options_and_choices() -> None:
    """Stage 2 wants four of six, of which three are there: any of the other three will do."""
    card = score(QUESTIONNAIRE, sheet("222111 222222 222222 222222"))

    found = plan(QUESTIONNAIRE, card)

    steps = (
        "integration.assisted-selling@2",
        "integration.continuity@2",
        "integration.ownership@2",
    )
    assert found.must == ()
    assert found.options == tuple(Option(step, 1) for step in steps)
    assert found.choices == (Choice(1, steps),)
    assert found.alternatives[0] == tuple(each.step.id for each in found.steps)
    assert set(found.alternatives) == {(step,) for step in steps}


@pytest.mark.parametrize(
    ("ways", "choice"),
    [
        ((("a",), ("b",)), Choice(1, ("a", "b"))),
        ((("a", "b"), ("a", "c"), ("b", "c")), Choice(2, ("a", "b", "c"))),
        ((("a", "b"), ("a", "c")), None),
        ((("a",), ("b", "c")), None),
    ],
)
def test_choose_m_of_n_says_exactly_the_ways_or_nothing(
    ways: tuple[tuple[str, ...], ...], choice: Choice | None
) -> None:
    assert Factor(ways).choice == choice


def taken(questionnaire: Questionnaire, levels: str, target: int) -> list[str]:
    card = score(questionnaire, sheet(levels, questionnaire=questionnaire))
    return [each.step.id for each in plan(questionnaire, card, target).steps]


def test_of_equal_plans_the_one_that_opens_most_journeys_is_taken() -> None:
    card = score(QUESTIONNAIRE, sheet("222111 222222 222222 222222"))
    start = Start.of(QUESTIONNAIRE, card)

    default, *others = plan(QUESTIONNAIRE, card).alternatives

    opened = [
        passable(start, levels_after(start.levels, [QUESTIONNAIRE.step[name] for name in steps]))
        for steps in (default, *others)
    ]
    assert opened[0] == max(opened) > min(opened)


def test_then_the_one_that_raises_the_index_most() -> None:
    """Either step lifts a dimension by the same points; the weaker dimension gains more."""
    some = smaller(
        "integration.coverage",
        "integration.after-sales",
        "integration.continuity",
        "consistency.brand",
        "consistency.pricing",
        "consistency.service",
    )
    either = KeyCondition(1, ("integration.after-sales", "consistency.brand"))
    gates = replace(some.gates, keys=(either,))
    questionnaire = replace(some, gates=gates, journeys=())

    assert taken(questionnaire, "303 011", 1) == ["consistency.brand@1"]
    assert taken(questionnaire, "101 033", 1) == ["integration.after-sales@1"]


def test_then_the_one_that_is_done_first() -> None:
    """Ownership takes months 3 to 6, assisted selling and continuity 3 to 9."""
    without = replace(QUESTIONNAIRE, journeys=())

    assert taken(without, "222111 222222 222222 222222", 2) == ["integration.ownership@2"]


def test_then_the_first_in_the_questionnaire() -> None:
    """After-sales, assisted selling and continuity take the same months."""
    without = replace(QUESTIONNAIRE, journeys=())

    assert taken(without, "221112 222222 222222 222222", 2) == ["integration.after-sales@2"]


def test_a_passable_journey_is_one_whose_required_levels_are_all_there() -> None:
    def weight(levels: str) -> int:
        card = score(QUESTIONNAIRE, sheet(levels))
        start = Start.of(QUESTIONNAIRE, card)
        return passable(start, start.levels)

    assert weight(ZEROS) == 0
    assert weight(THREES) == len(QUESTIONNAIRE.journeys_for("retail"))
    assert 0 < weight(TWOS) < weight(THREES)
    # what does not apply stands in nobody's way
    assert weight("------ ------ ------ ------") == weight(THREES)


def test_journeys_that_bar_the_stage_must_pass_besides() -> None:
    failed: dict[str, dict[str, StepResult]] = {
        "click-and-collect": {"item-is-there": "fail"},
        "chat-to-store": {"conversation-opened": "fail"},
    }
    card = score(QUESTIONNAIRE, sheet(TWOS, journeys=failed))

    to_2, to_3 = plan(QUESTIONNAIRE, card, 2), plan(QUESTIONNAIRE, card, 3)

    assert card.stage.confirmed == 1
    assert (to_2.origin, to_2.steps, to_2.reaches) == (1, (), 2)
    assert to_2.journeys_to_pass == ("click-and-collect",)
    assert to_3.journeys_to_pass == ("click-and-collect", "chat-to-store")


def test_the_contrast_is_with_the_highest_stage() -> None:
    assert small("0 0 0 0", 1).next_after == Contrast(3, small("0 0 0 0", 3).effort)
    assert small("0 0 0 0", 3).next_after is None


def test_no_more_than_twenty_plans_are_listed_with_the_default_first() -> None:
    found = plan(QUESTIONNAIRE, score(QUESTIONNAIRE, sheet(ZEROS)), 1)

    assert found.plans == 4500
    assert len(found.alternatives) == len(set(found.alternatives)) == 20
    assert found.alternatives[0] == tuple(each.step.id for each in found.steps)


@pytest.mark.parametrize("levels", [ZEROS, ONES, TWOS, THREES])
@pytest.mark.parametrize("target", [1, 2, 3])
def test_the_least_effort_alone_is_that_of_the_way(levels: str, target: int) -> None:
    start = Start.of(QUESTIONNAIRE, score(QUESTIONNAIRE, sheet(levels)))
    way = cheapest_way(start, target)

    assert way is not None
    assert least_effort(start, target) == way.effort


def test_a_plan_can_be_assembled_of_any_steps() -> None:
    card = score(QUESTIONNAIRE, sheet(ONES))
    start = Start.of(QUESTIONNAIRE, card)

    found = assemble(start, 2, frozenset({"consistency.brand@2"}), Way(Fraction(9)), Fraction(9))

    assert found.effort == 6
    assert found.budget == 9
    assert (found.reaches, found.plans) == (1, 1)


def test_what_if_changes_levels_and_nothing_else() -> None:
    filled = but(sheet(ONES), data_history=NotApplicable("-"))

    changed = what_if(filled, {"data.identity": 3, "data.history": 2})

    tested = Evidence.TESTED
    wanted = {"data_identity": Answered(3, evidence=tested)}
    assert changed == but(filled, **wanted, data_history=Answered(2, evidence=tested))
