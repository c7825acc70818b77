"""What is not known of fit counts as nothing for the target, and as no less."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, FitAnswer, Unknown
from tests.engine.sheets import QUESTIONNAIRE, TWOS, sheet

FIT = QUESTIONNAIRE.fit


def test_an_answer_nobody_knows_carries_nothing_and_takes_nothing_away() -> None:
    answers: dict[str, FitAnswer] = {
        item.id: Answered(0 if item.is_reversed else 3) for item in FIT.items
    }
    (unknown, *known) = [item.id for item in FIT.items if item.factor == FIT.capacity]
    answers |= dict.fromkeys(known, Answered(2)) | {unknown: Unknown()}
    carried = 100 * 2 * len(known) // (len(known) + 1)
    assert 100 * 2 * len(known) % (len(known) + 1) == 0

    for cut, target in ((carried, 3), (carried + 1, 2)):
        ours = replace(QUESTIONNAIRE, fit=replace(FIT, capacity_cuts=(50, cut)))
        found = score(ours, sheet(TWOS, fit=answers)).fit

        assert found is not None
        assert found.target == target
