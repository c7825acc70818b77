"""The channels that examples name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.model.usual_channels import usual_channels
from tests.cli.runner import QUESTIONNAIRE


@pytest.mark.parametrize("profile", list(QUESTIONNAIRE.profile))
def test_every_profile_has_three_usual_channels_of_its_own(profile: str) -> None:
    usual = usual_channels(QUESTIONNAIRE, profile)

    assert len(set(usual)) == 3
    assert set(usual) <= set(QUESTIONNAIRE.channel)
    assert usual != tuple(QUESTIONNAIRE.channel)[:3]
    assert ("store" in usual) == (profile == "retail")


def test_other_profiles_have_the_first_channels_of_the_questionnaire() -> None:
    assert usual_channels(QUESTIONNAIRE, "bakery") == ("store", "branch", "desk")


def test_channels_that_a_questionnaire_lacks_are_no_example() -> None:
    few = tuple(QUESTIONNAIRE.channel[each] for each in ("rep", "web", "email"))
    ours = replace(QUESTIONNAIRE, channels=few)

    assert usual_channels(ours, "retail") == ("rep", "web", "email")
    assert usual_channels(ours, "ecommerce") == ("web", "email")
