"""What a questionnaire says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.model.capability import Requirement
from tests.engine.sheets import QUESTIONNAIRE

HOTEL = replace(QUESTIONNAIRE, title="For hotels")


@pytest.mark.parametrize(("profile", "title"), [("hospitality", "For hotels"), ("retail", "")])
def test_a_profile_is_asked_in_its_own_words_where_there_are_any(profile: str, title: str) -> None:
    ours = replace(QUESTIONNAIRE, trades={"hospitality": HOTEL})

    assert ours.in_words_of(profile).title == (title or ours.title)
    assert ours == QUESTIONNAIRE


def test_things_are_found_by_their_ids() -> None:
    assert QUESTIONNAIRE.capability["data.history"].code == "DS2"
    assert QUESTIONNAIRE.dimension["data"].code == "DS"
    assert QUESTIONNAIRE.step["data.history@2"].level == 2
    assert QUESTIONNAIRE.journey["chat-to-store"].code == "J04"
    assert QUESTIONNAIRE.size["large"].effort == 18
    assert QUESTIONNAIRE.channel["store"].kind == "physical"
    assert QUESTIONNAIRE.profile["retail"].code == "RS"


def test_requirements_and_steps_are_written_alike() -> None:
    assert Requirement("data.history", 2).id == QUESTIONNAIRE.step["data.history@2"].id


def test_a_profile_has_its_capabilities_and_journeys() -> None:
    assert len(QUESTIONNAIRE.capabilities_for("retail")) == 24
    assert QUESTIONNAIRE.capabilities_for("nobody") == ()
    assert [each.code for each in QUESTIONNAIRE.journeys_for("services")] == [
        each.code for each in QUESTIONNAIRE.journeys if "services" in each.profiles
    ]
