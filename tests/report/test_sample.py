"""The sample that `omniaudit demo` shows: worked example A with notes, fit, handoffs, journeys."""

from __future__ import annotations

from omniaudit.load.answers import read_answers
from omniaudit.model.answers import Answered, Unknown
from omniaudit.report import wording
from tests.engine.sheets import QUESTIONNAIRE, sheet
from tests.report.cases import SAMPLE, A, of, sample


def test_the_sample_is_read_without_a_word() -> None:
    given = read_answers(SAMPLE.read_bytes(), str(SAMPLE), QUESTIONNAIRE)

    assert given.warnings == ()
    assert given.mode == "interview"
    assert len(given.answers) == 24


def test_its_levels_are_those_of_the_worked_example() -> None:
    levels = {
        name: "?" if isinstance(answer, Unknown) else answer
        for name, answer in sheet(A).answers.items()
    }
    given = sample().card.sheet.answers

    assert [answer.level if isinstance(answer, Answered) else "?" for answer in given.values()] == [
        each.level if isinstance(each, Answered) else "?" for each in levels.values()
    ]


def test_its_result_is_that_of_the_worked_example() -> None:
    made, example = sample(), of(sheet(A))
    card = made.card

    assert (card.stage.confirmed, card.stage.potential) == (1, 2)
    assert wording.known(card.index.value) == "58.9"
    assert card.dimensions == example.card.dimensions
    assert made.plan.effort == example.plan.effort == 6
    assert [each.kind for each in card.contradictions] == ["over-claim"]
    assert card.handoffs is not None
    assert wording.known(card.handoffs.index) == "41.0"
    assert card.fit is not None
    assert (card.fit.needed_stage, card.fit.target, card.fit.verdict) == (2, 2, "room-to-grow")
