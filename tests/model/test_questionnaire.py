"""What a questionnaire says of itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.model.capability import Capability, Requirement, Variant
from tests.engine.sheets import QUESTIONNAIRE

PLAIN = QUESTIONNAIRE.capability["data.history"]
VARIED = replace(
    PLAIN,
    variants={
        "banking": Variant(
            "a loan begun in the app", "What do advisers see?", ("a", "b", "c", "d")
        ),
        "local": Variant(example="the notebook at the till"),
    },
)


@pytest.mark.parametrize(
    ("capability", "profile", "question", "first_level", "example"),
    [
        (VARIED, "banking", "What do advisers see?", "a", "a loan begun in the app"),
        (VARIED, "local", PLAIN.question, PLAIN.levels[0], "the notebook at the till"),
        (VARIED, "retail", PLAIN.question, PLAIN.levels[0], ""),
    ],
)
def test_a_profile_is_asked_in_its_own_words_where_there_are_any(
    capability: Capability, profile: str, question: str, first_level: str, example: str
) -> None:
    assert capability.question_for(profile) == question
    assert capability.levels_for(profile)[0] == first_level
    assert capability.example_for(profile) == example


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
