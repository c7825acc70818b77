"""Whatever the answers, a document can be made of them, complete and in plain words."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score_panel
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Business,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    NotApplicable,
    NotAsked,
    Respondent,
    StepResult,
    Unknown,
)
from omniaudit.report.build import assess, build
from tests.engine.sheets import QUESTIONNAIRE
from tests.report.rules import faults

NOTES = st.sampled_from(("", "", "seen at the till", "two lines\nof a note", "ends with a stop."))
LEVELS = st.integers(0, 3)
ANSWERED: st.SearchStrategy[Answer] = st.builds(
    Answered,
    LEVELS,
    st.none() | st.sampled_from(Coverage),
    st.sampled_from(Evidence),
    NOTES,
    st.booleans(),
)
ANSWERS = st.one_of(
    ANSWERED,
    ANSWERED,
    ANSWERED,
    st.builds(Unknown, NOTES, st.booleans()),
    st.builds(NotAsked, NOTES),
    st.builds(NotApplicable, st.just("we have none"), NOTES),
)
FIT: st.SearchStrategy[FitAnswer] = st.builds(Answered, LEVELS, note=NOTES) | st.builds(Unknown)
RESULTS: st.SearchStrategy[StepResult] = st.sampled_from(
    ("pass", "pass", "fail", "not-applicable", "not-tested")
)
CHANNELS = ("store", "web", "phone", "social")
PAIRS = st.sampled_from([(a, b) for a in CHANNELS for b in CHANNELS if a != b])


@st.composite
def sheets(draw: st.DrawFn, profile: str) -> AnswerSheet:
    """One respondent's answers about a business of a profile."""
    asked = [each.id for each in QUESTIONNAIRE.capabilities_for(profile)]
    answers = {name: draw(ANSWERS) for name in asked if draw(st.integers(0, 9))}
    items = [item.id for item in QUESTIONNAIRE.fit.items] if draw(st.booleans()) else []
    walked = st.sampled_from([each.id for each in QUESTIONNAIRE.journeys_for(profile)])
    return AnswerSheet(
        Business(
            "Libreria Aurora", profile, draw(st.sampled_from(list(QUESTIONNAIRE.size))), CHANNELS
        ),
        respondent=Respondent(
            draw(st.sampled_from(("", "owner", "store manager"))),
            draw(st.sampled_from((None, "head-office", "frontline"))),
        ),
        date=draw(st.none() | st.just(dt.date(2026, 11, 21))),
        mode=draw(st.sampled_from(("self", "interview", "audit"))),
        answers=answers,
        fit={item: draw(FIT) for item in items if draw(st.integers(0, 5))},
        handoffs=draw(
            st.dictionaries(
                PAIRS, st.builds(Handoff, st.none() | LEVELS, LEVELS, NOTES), max_size=6
            )
        ),
        journeys={
            journey: {step.id: draw(RESULTS) for step in QUESTIONNAIRE.journey[journey].steps}
            for journey in draw(st.sets(walked, max_size=3))
        },
    )


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), profile=st.sampled_from(list(QUESTIONNAIRE.profile)))
def test_a_document_can_be_made_of_any_answers(data: st.DataObject, profile: str) -> None:
    panel = data.draw(st.lists(sheets(profile), min_size=1, max_size=3))
    card = score_panel(QUESTIONNAIRE, panel)
    todo = plan(QUESTIONNAIRE, card)
    beyond = plan(QUESTIONNAIRE, card, 3) if todo.target < 3 else None

    assert not faults(build(assess(QUESTIONNAIRE, card, todo, beyond)), QUESTIONNAIRE)
