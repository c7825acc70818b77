"""Sheets of answers as the reader of files can produce them."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from omniaudit.load.clean_text import MAX_NOTE, clean, clean_line
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
from tests.hostile.cases import questionnaire

TYPED = st.text(max_size=100) | st.text(
    st.sampled_from("aé😀渋 \n\t#:-?,&*!|>%@`'\"\\{}[]~=.0\u2028\x85"), max_size=40
)


def cleaned(text: str) -> str:
    return clean(text, limit=MAX_NOTE)


NOTES = st.just("") | TYPED.map(cleaned)
REASONS = TYPED.map(cleaned).filter(bool)
NAMES = TYPED.map(clean_line).filter(bool)
LEVELS = st.integers(0, 3)
RESULTS: list[StepResult] = ["pass", "fail", "not-applicable", "not-tested"]


def answer_strategy() -> st.SearchStrategy[Answer]:
    return st.one_of(
        st.builds(
            Answered,
            LEVELS,
            st.none() | st.sampled_from(Coverage),
            st.sampled_from(Evidence),
            NOTES,
            st.booleans(),
        ),
        st.builds(NotApplicable, REASONS, NOTES, st.booleans()),
        st.builds(Unknown, NOTES, st.booleans()),
        st.builds(NotAsked, REASONS, st.booleans()),
    )


def fit_strategy() -> st.SearchStrategy[FitAnswer]:
    return st.one_of(
        st.builds(Answered, LEVELS, note=NOTES, flagged=st.booleans()),
        st.builds(Unknown, NOTES, st.booleans()),
        st.builds(NotAsked, REASONS, st.booleans()),
    )


def journeys_strategy() -> st.SearchStrategy[Mapping[str, Mapping[str, StepResult]]]:
    each = {
        journey.id: st.dictionaries(
            st.sampled_from([step.id for step in journey.steps]),
            st.sampled_from(RESULTS),
            min_size=1,
        )
        for journey in questionnaire().journeys
    }
    return st.fixed_dictionaries({}, optional=each)


def step_notes_strategy() -> st.SearchStrategy[Mapping[tuple[str, str], str]]:
    ways = [(each.id, step.id) for each in questionnaire().journeys for step in each.steps]
    return st.dictionaries(st.sampled_from(ways), REASONS, max_size=4)


def handoff_strategy() -> st.SearchStrategy[Handoff]:
    none = st.builds(Handoff, st.none(), LEVELS, NOTES, st.booleans())
    return none | st.builds(Handoff, LEVELS, LEVELS, NOTES)


@st.composite
def sheets(draw: st.DrawFn) -> AnswerSheet:
    ours = questionnaire()
    channels = draw(st.lists(st.sampled_from(list(ours.channel)), unique=True, max_size=5))
    pairs = [(start, end) for start in ours.channel for end in ours.channel if start != end]
    return AnswerSheet(
        business=Business(
            draw(NAMES),
            draw(st.sampled_from(list(ours.profile))),
            draw(st.sampled_from(list(ours.size))),
            tuple(channels),
        ),
        questionnaire=draw(st.sampled_from(["omnichannel", "omnichannel@1"])),
        respondent=Respondent(
            draw(st.just("") | NAMES), draw(st.sampled_from([None, "head-office", "frontline"]))
        ),
        date=draw(st.none() | st.dates()),
        mode=draw(st.sampled_from(["self", "interview", "audit"])),
        answers=draw(st.dictionaries(st.sampled_from(list(ours.capability)), answer_strategy())),
        fit=draw(
            st.dictionaries(st.sampled_from([each.id for each in ours.fit.items]), fit_strategy())
        ),
        handoffs=draw(st.dictionaries(st.sampled_from(pairs), handoff_strategy(), max_size=6)),
        journeys=draw(journeys_strategy()),
        step_notes=draw(step_notes_strategy()),
    )
