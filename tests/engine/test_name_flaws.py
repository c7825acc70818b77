"""No dimension may be called what means something else in an interview."""

from __future__ import annotations

from omniaudit.engine.name_flaws import SECTIONS
from omniaudit.interview.agenda import agenda
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import AnswerSheet, Business


def test_the_sections_of_an_interview_are_taken_words() -> None:
    ours = load_questionnaire()
    sheet = AnswerSheet(Business("Corner Bookshop", "retail", "small", ("store", "web")))
    sections = set(agenda(ours, sheet).sections) - set(ours.dimension)

    assert sections == {"business", "fit", "handoffs", "journeys"}
    assert sections | {"flagged", "unanswered"} == set(SECTIONS)
