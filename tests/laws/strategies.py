"""Hypothesis strategies for questionnaires and answer sheets.

Every answer is one draw from a list of all there is to answer, so that a sheet of some forty
answers is quick to make and shrinks to the first of each list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations, product
from typing import TypeVar, get_args

from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Business,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    Mode,
    NotApplicable,
    NotAsked,
    StepResult,
    Unknown,
)
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from tests.engine.sheets import QUESTIONNAIRE, smaller

_Value = TypeVar("_Value")
_Test = TypeVar("_Test", bound=Callable[..., None])

PROFILES = tuple(QUESTIONNAIRE.profile)
SIZES = tuple(QUESTIONNAIRE.size)
MODES: tuple[Mode, ...] = get_args(Mode)
RESULTS: tuple[StepResult, ...] = get_args(StepResult)
CHANNELS = ("store", "web", "phone", "social")
PAIRS = tuple(permutations(CHANNELS, 2))

CLAIMS: tuple[Answered, ...] = tuple(
    Answered(level, coverage, evidence)
    for coverage, evidence, level in product((None, *Coverage), Evidence, range(4))
)
MISSING: tuple[Answer, ...] = (Unknown(), NotAsked())
ANSWERS: tuple[Answer, ...] = (
    *CLAIMS,
    *MISSING * 6,
    *(NotApplicable("we have none"),) * 6,
)
BARE: tuple[Answer, ...] = (
    *(Answered(level) for level in (0, 0, 1, 1, 1, 2, 2, 3)),
    Unknown(),
    NotApplicable("we have none"),
)
FIT: tuple[FitAnswer, ...] = (*(Answered(level) for level in range(4)), Unknown(), NotAsked())
HANDOFFS = tuple(Handoff(level, traffic) for level in (0, 1, 2, 3, None) for traffic in range(4))


@cache
def answers(
    profile: str, possible: tuple[Answer, ...] = ANSWERS
) -> st.SearchStrategy[Mapping[str, Answer]]:
    """An answer to every question of a profile."""
    names = tuple(each.id for each in QUESTIONNAIRE.capabilities_for(profile))
    return _mapping(names, possible)


@cache
def journeys(profile: str) -> st.SearchStrategy[Mapping[str, Mapping[str, StepResult]]]:
    """Up to four walked journeys of a profile."""
    walked = [
        st.tuples(st.just(each.id), _mapping(tuple(step.id for step in each.steps), RESULTS))
        for each in QUESTIONNAIRE.journeys_for(profile)
    ]
    return st.lists(st.one_of(walked), max_size=4).map(dict)


@cache
def fit() -> st.SearchStrategy[Mapping[str, FitAnswer]]:
    """All fit items answered in some way, or none asked."""
    return st.just({}) | _mapping(tuple(each.id for each in QUESTIONNAIRE.fit.items), FIT)


@cache
def handoffs() -> st.SearchStrategy[Mapping[tuple[str, str], Handoff]]:
    """Some handoffs between four channels."""
    return st.dictionaries(st.sampled_from(PAIRS), st.sampled_from(HANDOFFS), max_size=8)


@st.composite
def sheets(
    draw: st.DrawFn,
    modes: tuple[Mode, ...] = MODES,
    possible: tuple[Answer, ...] = ANSWERS,
    *,
    walked: bool = True,
    whole: bool = False,
) -> AnswerSheet:
    """A sheet of any profile; `whole` ones have fit items and handoffs as well."""
    profile = draw(st.sampled_from(PROFILES))
    return AnswerSheet(
        Business("B", profile, draw(st.sampled_from(SIZES)), CHANNELS),
        mode=draw(st.sampled_from(modes)),
        answers=draw(answers(profile, possible)),
        fit=draw(fit()) if whole else {},
        handoffs=draw(handoffs()) if whole else {},
        journeys=draw(journeys(profile)) if walked else {},
    )


GROUPS: tuple[tuple[str, ...], ...] = (
    (
        "integration.fulfilment",
        "integration.continuity",
        "data.history",
        "data.synchronisation",
        "personalisation.offers",
        "personalisation.segmentation",
        "consistency.pricing",
        "consistency.frontline",
    ),
    (
        "integration.coverage",
        "integration.after-sales",
        "integration.ownership",
        "data.identity",
        "data.history",
        "data.consent",
        "consistency.policy",
        "consistency.service",
        "consistency.frontline",
    ),
    (
        "integration.assisted-selling",
        "data.availability",
        "data.master-data",
        "data.synchronisation",
        "personalisation.orchestration",
        "personalisation.recognition",
        "personalisation.insight",
        "consistency.brand",
        "consistency.content",
        "consistency.pricing",
    ),
    tuple(QUESTIONNAIRE.capability),
)
"""Capabilities of which questionnaires are made: two or three a dimension, then all."""
MOSTLY_SMALL = (0, 1, 2) * 3 + (3,)


@cache
def small(group: int) -> Questionnaire:
    """The shipped questionnaire with the capabilities of a group only."""
    return smaller(*GROUPS[group])


@dataclass(frozen=True)
class Case:
    """A questionnaire, what was answered to it, and the stage to plan for."""

    group: int
    profile: str
    size: str
    answers: tuple[Answer, ...]
    target: int

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire asked."""
        return small(self.group)

    @property
    def sheet(self) -> AnswerSheet:
        """The sheet filled in."""
        names = [each.id for each in self.questionnaire.capabilities]
        given = dict(zip(names, self.answers, strict=True))
        return AnswerSheet(Business("B", self.profile, self.size), answers=given)

    @property
    def card(self) -> Scorecard:
        """The scorecard, made once for all laws."""
        return _scored(self.group, self.profile, self.size, self.answers)

    @property
    def plan(self) -> Plan:
        """The plan, made once for all laws."""
        return _planned(self)


@cache
def _scored(group: int, profile: str, size: str, answers: tuple[Answer, ...]) -> Scorecard:
    return score(small(group), Case(group, profile, size, answers, 1).sheet)


@cache
def _planned(case: Case) -> Plan:
    return plan(case.questionnaire, case.card, case.target)


def law(test: _Test, *, examples: int = 1000) -> _Test:
    """A law is shown by so many examples, the same ones in every run and for every test."""
    shown = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    return seed(2026)(shown(test))


def plan_law(test: Callable[[Case], None]) -> Callable[[], None]:
    """A law about plans, shown by a thousand cases and by one where nothing applies."""
    nothing = Case(0, "retail", "medium", (NotApplicable("we have none"),) * len(GROUPS[0]), 2)
    return law(example(nothing)(given(cases())(test)))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A questionnaire, mostly small, with a sheet of bare levels, gaps and exceptions."""
    group = draw(st.sampled_from(MOSTLY_SMALL))
    asked = len(GROUPS[group])
    return Case(
        group,
        draw(st.sampled_from(PROFILES)),
        draw(st.sampled_from(SIZES)),
        tuple(draw(st.lists(st.sampled_from(BARE), min_size=asked, max_size=asked))),
        target=draw(st.integers(1, 3)),
    )


def completed(sheet: AnswerSheet, levels: Mapping[str, int]) -> AnswerSheet:
    """The sheet with its gaps filled by proved levels."""
    filled = {
        name: Answered(levels[name], Coverage.FULLY, Evidence.TESTED)
        if isinstance(answer, Unknown | NotAsked)
        else answer
        for name, answer in sheet.answers.items()
    }
    return replace(sheet, answers=filled)


def _mapping(
    names: tuple[str, ...], possible: tuple[_Value, ...]
) -> st.SearchStrategy[Mapping[str, _Value]]:
    return st.lists(st.sampled_from(possible), min_size=len(names), max_size=len(names)).map(
        lambda drawn: dict(zip(names, drawn, strict=True))
    )
