"""What is worked out once for a questionnaire: never another's, and never longer than it lives."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import pytest

from omniaudit.engine.asked import asked
from omniaudit.engine.scoring import score
from omniaudit.engine.standings import standings
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import JourneyBlocker
from tests.engine.sheets import QUESTIONNAIRE, TWOS, sheet


def without(dimension: str) -> Questionnaire:
    """The questionnaire, of which retail is not asked one dimension."""
    return replace(
        QUESTIONNAIRE,
        capabilities=tuple(
            replace(each, weights={**each.weights, "retail": 1})
            if each.dimension != dimension
            else replace(each, weights={})
            for each in QUESTIONNAIRE.capabilities
        ),
    )


def test_the_same_questionnaire_is_looked_at_once() -> None:
    assert asked(QUESTIONNAIRE, "retail") is asked(QUESTIONNAIRE, "retail")
    assert asked(QUESTIONNAIRE, "retail") is not asked(QUESTIONNAIRE, "local")


def test_every_questionnaire_is_asked_its_own() -> None:
    """Also one that comes to be where another was."""
    for dimension in ("data", "consistency", "data", "integration") * 25:
        ours = without(dimension)

        assert dimension not in {
            ours.capability[name].dimension for name in asked(ours, "retail").weights
        }
        assert {each.weight for each in standings(ours, sheet(TWOS))} == {1}
        del ours


def test_what_is_kept_goes_with_its_questionnaire() -> None:
    ours = replace(QUESTIONNAIRE)
    kept = weakref.ref(asked(ours, "retail"))
    score(ours, sheet(TWOS))
    gone = weakref.ref(ours)
    assert kept() is not None

    del ours
    gc.collect()

    assert gone() is None
    assert kept() is None


def test_a_profile_that_does_not_exist_is_asked_nothing_and_not_kept() -> None:
    unknown = asked(QUESTIONNAIRE, "circus")

    assert not unknown.weights
    assert asked(QUESTIONNAIRE, "circus") is not unknown
    assert score(QUESTIONNAIRE, sheet({}, profile="circus")).standings == ()


@pytest.mark.parametrize("absent", [(), ("data.history",)])
def test_conditions_name_what_applies_and_the_walls_of_one_business_only(
    absent: tuple[str, ...],
) -> None:
    asks = asked(QUESTIONNAIRE, "retail")
    wall = JourneyBlocker(2, ("chat-to-store",))

    barred = asks.conditions(absent, "standard", (wall,))

    assert barred.journeys == (wall,)
    assert asks.conditions(absent, "standard").journeys == ()
    named = {name for name, _ in barred.shares["data"].members}
    assert len(named) == 6 - len(absent)
    assert named.isdisjoint(absent)
    keyed = {name for key in barred.keys for name in key.any_of}
    assert "data.identity" in keyed
    assert keyed.isdisjoint(absent)
