"""What of a sheet is about its business; the rest is kept in the file and counts nowhere."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.engine.asked import asked
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire


def relevant(questionnaire: Questionnaire, sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without answers and journeys of other profiles and channels not listed.

    A business may change its profile or its channels; what was answered before stays in its file.
    """
    business = sheet.business
    asks = asked(questionnaire, business.profile)
    listed = set(business.channels) if questionnaire.handoffs.levels else set()
    if (
        sheet.answers.keys() <= asks.capabilities
        and all(listed.issuperset(pair) for pair in sheet.handoffs)
        and sheet.journeys.keys() <= asks.journeys
        and all(way[0] in asks.journeys for way in sheet.step_notes)
    ):
        return sheet
    return replace(
        sheet,
        answers={name: each for name, each in sheet.answers.items() if name in asks.capabilities},
        handoffs={pair: each for pair, each in sheet.handoffs.items() if listed.issuperset(pair)},
        journeys={name: each for name, each in sheet.journeys.items() if name in asks.journeys},
        step_notes={way: note for way, note in sheet.step_notes.items() if way[0] in asks.journeys},
    )
