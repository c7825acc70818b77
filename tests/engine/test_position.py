"""What one other level would do to the stage is what the conditions say of all levels then."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from omniaudit.engine.asked import asked
from omniaudit.engine.gates import best_levels, conditions, worst_levels
from omniaudit.engine.position import Position
from omniaudit.engine.scoring import score
from omniaudit.engine.standings import stood, tallies
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.gates import Preset
from omniaudit.model.scorecard import JourneyBlocker
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, sheet

PRESETS: tuple[Preset, ...] = ("strict", "standard", "lenient")
WALLS = ((), (JourneyBlocker(3, ("chat-to-store",)),), (JourneyBlocker(1, ("chat-to-store",)),))
"""What walked journeys may leave."""


def position(
    sheet: AnswerSheet, preset: Preset, walls: tuple[JourneyBlocker, ...] = ()
) -> Position:
    asks = asked(QUESTIONNAIRE, sheet.business.profile)
    answers = stood(QUESTIONNAIRE, asks, sheet)
    standing = [each.standing for each in answers.values()]
    absent = tuple(each.capability for each in standing if not each.applies)
    return Position(asks, asks.conditions(absent, preset, walls), standing, tallies(asks, answers))


def sheets() -> Iterator[str]:
    """Answers near every stage, and some that are anywhere."""
    chance = Random(6)
    yield from (ZEROS, ONES, TWOS, THREES, "------ ------ ------ ------")
    for signs in ("001", "0111", "1112", "11222222", "12222222223", "22333", "223333333", "33332"):
        for others in ("", "?", "-.?"):
            dimensions = (
                "".join(chance.choice(signs * 6 + others) for _ in range(6)) for _ in range(4)
            )
            yield " ".join(dimensions)


@pytest.mark.parametrize("levels", [*sheets()])
def test_a_level_changes_what_the_conditions_say_it_changes(levels: str) -> None:
    looked_at = 0
    for profile, preset, walls in zip(("retail", "local", "banking"), PRESETS, WALLS, strict=True):
        given = sheet(levels, profile=profile)
        card = score(QUESTIONNAIRE, given, preset)
        gates = conditions(QUESTIONNAIRE, card.standings, preset, walls)
        worst = worst_levels(card.standings)
        found = position(given, preset, walls)

        assert found.stage == gates.stage(worst)
        assert found.potential() == gates.stage(best_levels(card.standings))
        for name in worst:
            for level in range(4):
                looked_at += 1
                assert found.stage_if(name, level) == gates.stage({**worst, name: level})

    assert looked_at or "-" in levels


def test_the_sheets_are_at_every_stage_and_have_answers_that_decide() -> None:
    cards = [score(QUESTIONNAIRE, sheet(levels)) for levels in sheets()]

    assert {each.stage.confirmed for each in cards} == {0, 1, 2, 3}
    decisive = [each for card in cards for each in card.decisive_answers]
    assert {each.other > each.level for each in decisive} == {True, False}
    assert any(card.deciding_unknowns for card in cards)


def test_another_preset_has_the_same_keys_and_walls() -> None:
    asks = asked(QUESTIONNAIRE, "retail")
    found = position(sheet("222200 222222 222222 222222"), "standard")

    stages = [found.under(asks.conditions((), preset)) for preset in PRESETS]

    assert stages == [1, 1, 2]
