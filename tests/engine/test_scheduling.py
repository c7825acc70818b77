"""When steps can be done, and where the business stands on the way."""

from __future__ import annotations

import pytest

from omniaudit.engine.planning import plan
from omniaudit.engine.scheduling import after, effort_tenths, levels_after, milestones, schedule
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, Coverage, Evidence, Unknown
from tests.engine.sheets import ONES, QUESTIONNAIRE, ZEROS, but, sheet, standing

STEP = QUESTIONNAIRE.step


def months(*steps: str) -> dict[str, tuple[int, int]]:
    planned = schedule(QUESTIONNAIRE, iter(steps), "medium")
    return {each.step.id: (each.start, each.end) for each in planned}


def test_a_step_alone_keeps_its_own_months() -> None:
    assert months("data.synchronisation@3") == {"data.synchronisation@3": (9, 24)}


def test_a_step_waits_for_the_one_below_it_and_for_what_it_requires() -> None:
    """History at 2 takes months 3 to 6, and needs synchronisation, which takes 3 to 9."""
    assert months("data.history@2", "data.synchronisation@2") == {
        "data.history@2": (9, 12),
        "data.synchronisation@2": (3, 9),
    }
    assert months("data.identity@1", "data.identity@2") == {
        "data.identity@1": (0, 3),
        "data.identity@2": (3, 9),
    }


def test_steps_come_in_the_order_of_the_questionnaire_with_what_they_wait_for() -> None:
    planned = schedule(
        QUESTIONNAIRE, ["data.synchronisation@2", "data.history@2", "data.consent@3"], "large"
    )

    assert [(each.step.id, each.requires) for each in planned] == [
        ("data.history@2", ("data.synchronisation@2",)),
        ("data.synchronisation@2", ()),
        ("data.consent@3", ("data.synchronisation@2",)),
    ]


@pytest.mark.parametrize(("factor", "tenths"), [(4, 48), (6, 72), (10, 120), (18, 216)])
def test_effort_is_counted_in_tenths(factor: int, tenths: int) -> None:
    assert effort_tenths(STEP["data.identity@2"], factor) == tenths


def test_a_step_done_is_done_everywhere_and_seen_to_work() -> None:
    claimed = Answered(2, Coverage.PARTLY, Evidence.EXAMPLE)
    card = score(QUESTIONNAIRE, but(sheet(ONES), data_history=claimed, data_identity=Unknown()))

    done = after(card.standings, [STEP["data.history@2"], STEP["data.identity@1"]])

    (history,) = (each for each in done if each.capability == "data.history")
    (identity,) = (each for each in done if each.capability == "data.identity")
    assert (history.counted, history.thirds, history.capped_by) == (2, 6, ())
    assert (identity.state, identity.worst, identity.best) == ("answered", 1, 1)
    assert [each for each in done if "consistency" in each.capability] == [
        standing(card, each.id)
        for each in QUESTIONNAIRE.capabilities
        if each.dimension == "consistency"
    ]


def test_a_step_below_the_level_held_lowers_nothing() -> None:
    card = score(QUESTIONNAIRE, but(sheet(ONES), data_history=3))

    assert after(card.standings, [STEP["data.history@2"]]) == card.standings
    assert levels_after({"data.history": 3}, [STEP["data.history@2"]]) == {"data.history": 3}
    assert levels_after({"data.history": 1}, [STEP["data.history@2"]]) == {"data.history": 2}


def test_milestones_are_the_horizons_and_the_end() -> None:
    card = score(QUESTIONNAIRE, sheet(ZEROS))
    todo = plan(QUESTIONNAIRE, card, 2)

    found = todo.milestones

    end = max(each.end for each in todo.steps)
    assert [each.month for each in found] == [3, 9, end]
    assert [each.stage for each in found][-1] == 2
    assert sorted(each.stage for each in found) == [each.stage for each in found]
    assert set(found[0].steps) < set(found[1].steps) < set(found[2].steps)
    assert set(found[2].steps) == {each.step.id for each in todo.steps}
    zeros = dict.fromkeys(QUESTIONNAIRE.capability, 0)
    reached = levels_after(zeros, [each.step for each in todo.steps])
    at_the_end = {name: Answered(level) for name, level in reached.items()}
    assert found[2].index == score(QUESTIONNAIRE, sheet(at_the_end)).index.value


def test_a_short_plan_has_one_milestone_and_an_empty_one_none() -> None:
    card = score(QUESTIONNAIRE, sheet(ONES))
    short = schedule(QUESTIONNAIRE, ["consistency.policy@2"], "medium")

    assert [
        each.month for each in milestones(QUESTIONNAIRE, card.standings, short, "standard")
    ] == [3]
    assert milestones(QUESTIONNAIRE, card.standings, [], "standard") == ()
