"""What is asked, in which order, and how far it has got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from omniaudit.interview.particulars import Particular, particular_open, particulars
from omniaudit.model.answers import AnswerSheet, Handoff, NotApplicable, NotAsked, Unknown
from omniaudit.model.capability import Capability
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import FitItem, Journey, JourneyStep
from omniaudit.values import dataclass

State = Literal["open", "answered", "unknown", "not-applicable"]


@dataclass(frozen=True, slots=True)
class Practice:
    """A capability, asked by its ladder."""

    capability: Capability

    @property
    def key(self) -> str:
        """The capability's id."""
        return self.capability.id


@dataclass(frozen=True, slots=True)
class FitPoint:
    """A question on what the business needs and can carry."""

    item: FitItem

    @property
    def key(self) -> str:
        """The item's id."""
        return self.item.id


@dataclass(frozen=True, slots=True)
class HandoffRow:
    """From one channel of the business to all its others."""

    start: str
    ends: tuple[str, ...]
    names: tuple[str, ...]
    """How these channels are called, in the same order."""

    @property
    def key(self) -> str:
        """`handoffs:` and the channel that customers start in; no id has a colon."""
        return f"handoffs:{self.start}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of a journey that is walked."""

    journey: Journey
    step: JourneyStep

    @property
    def key(self) -> str:
        """The ids of journey and step, joined by a colon."""
        return f"{self.journey.id}:{self.step.id}"


Question = Particular | Practice | FitPoint | HandoffRow | Moment

_SECONDS: Mapping[type[Question], int] = {
    Particular: 0,
    Practice: 75,
    FitPoint: 25,
    HandoffRow: 30,
    Moment: 40,
}
"""How long a question takes between a consultant and a client; our judgement."""
_ENOUGH_SECONDS = 300
_MOST_APART = 3
_STEP = 5
_ROWS = 3
"""So many channels a business usually has; minutes are told in fives."""


@dataclass(frozen=True)
class Agenda:
    """The questions of an interview in their order."""

    questions: tuple[Question, ...]

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by key."""
        return {each.key: each for each in self.questions}

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of every question by its key; a journey has one for all its steps."""
        numbers: dict[str, int] = {}
        units: dict[str, int] = {}
        for each in self.questions:
            if not isinstance(each, Particular):
                numbers[each.key] = units.setdefault(_unit(each), len(units) + 1)
        return numbers

    def shown_number(self, question: Question) -> str:
        """A question's number as it is shown and typed, such as 17, or 42.3 for a step."""
        number = self.number.get(question.key)
        if isinstance(question, Moment):
            return f"{number}.{question.journey.steps.index(question.step) + 1}"
        return str(number) if number else ""

    @property
    def total(self) -> int:
        """How many numbers there are."""
        return max(self.number.values(), default=0)

    def section(self, name: str) -> tuple[Question, ...]:
        """The questions of a section."""
        return tuple(each for each in self.questions if section_of(each) == name)

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The sections that have questions, in order."""
        return tuple(dict.fromkeys(section_of(each) for each in self.questions))

    def after(self, key: str) -> tuple[Question, ...]:
        """The questions after one; all, when it is not asked."""
        place = next((n for n, each in enumerate(self.questions, 1) if each.key == key), 0)
        return self.questions[place:]

    def before(self, key: str) -> tuple[Question, ...]:
        """The questions before one, nearest first."""
        place = next((n for n, each in enumerate(self.questions) if each.key == key), None)
        return tuple(reversed(self.questions[:place]))


def agenda(questionnaire: Questionnaire, sheet: AnswerSheet, more: Sequence[str] = ()) -> Agenda:
    """What this business is asked: the journeys of its profile and `more`, its own channels."""
    return Agenda(tuple(_questions(questionnaire, sheet, more)))


def _questions(
    questionnaire: Questionnaire, sheet: AnswerSheet, more: Sequence[str]
) -> Iterator[Question]:
    profile, channels = sheet.business.profile, sheet.business.channels
    yield from particulars(questionnaire, profile)
    for dimension in questionnaire.dimensions:
        for capability in questionnaire.capabilities_for(profile):
            if capability.dimension == dimension.id:
                yield Practice(capability)
    yield from (FitPoint(item) for item in questionnaire.fit.items)
    if len(channels) > 1 and questionnaire.handoffs.levels:
        for start in channels:
            ends = tuple(end for end in channels if end != start)
            names = tuple(questionnaire.channel[each].name for each in (start, *ends))
            yield HandoffRow(start, ends, names)
    for journey in questionnaire.journeys_for(profile):
        if profile in journey.default_for or journey.id in sheet.journeys or journey.id in more:
            yield from (Moment(journey, step) for step in journey.steps)


def section_of(question: Question) -> str:
    """The id of a question's section: a dimension, or `business`, `fit` and so on."""
    match question:
        case Particular():
            return "business"
        case Practice():
            return question.capability.dimension
        case FitPoint():
            return "fit"
        case HandoffRow():
            return "handoffs"
        case Moment():
            return "journeys"


def _unit(question: Question) -> str:
    return question.journey.id if isinstance(question, Moment) else question.key


def state_of(sheet: AnswerSheet, question: Question) -> State:
    """Where a question stands; a handoff row is open until all its pairs are given."""
    match question:
        case Particular():
            return "open" if particular_open(sheet, question) else "answered"
        case Practice():
            return _state(sheet.answer(question.key))
        case FitPoint():
            return _state(sheet.fit.get(question.key, NotAsked()))
        case HandoffRow():
            return _row_state(given(sheet, question))
        case Moment():
            result = sheet.journeys.get(question.journey.id, {}).get(question.step.id)
            named: Mapping[str | None, State] = {
                None: "open",
                "not-tested": "unknown",
                "not-applicable": "not-applicable",
            }
            return named.get(result, "answered")


def given(sheet: AnswerSheet, row: HandoffRow) -> tuple[Handoff | None, ...]:
    """The answers to a row in its order; None where there is none, though there may be a note."""
    pairs = (sheet.handoffs.get((row.start, end)) for end in row.ends)
    return tuple(each if each is not None and each.asked else None for each in pairs)


def _row_state(pairs: Sequence[Handoff | None]) -> State:
    answers = [each for each in pairs if each is not None]
    if len(answers) < len(pairs):
        return "open"
    is_unknown = all(each.level is None and each.applies for each in answers)
    return "unknown" if is_unknown else "answered"


def _state(answer: object) -> State:
    match answer:
        case NotAsked():
            return "open"
        case Unknown():
            return "unknown"
        case NotApplicable():
            return "not-applicable"
        case _:
            return "answered"


def is_flagged(sheet: AnswerSheet, question: Question) -> bool:
    """Whether a question is flagged for follow-up."""
    match question:
        case Practice():
            return sheet.answer(question.key).flagged
        case FitPoint():
            return sheet.fit.get(question.key, NotAsked()).flagged
        case _:
            return False


def seconds_left(sheet: AnswerSheet, questions: Sequence[Question]) -> int:
    """About how long the open ones among questions take at the usual pace."""
    return sum(_SECONDS[type(each)] for each in questions if state_of(sheet, each) == "open")


def minutes_in_all(questionnaire: Questionnaire) -> int:
    """About how long a whole interview takes: what the questionnaire says, or a reckoning."""
    steps = _STEP * round(_planned(questionnaire) / 60 / _STEP)
    return questionnaire.minutes or max(_STEP, steps)


def usual_pace(questionnaire: Questionnaire) -> float:
    """How answers compare with the usual time where the questionnaire says how long it takes."""
    planned = _planned(questionnaire)
    return questionnaire.minutes * 60 / planned if questionnaire.minutes and planned else 1


def _planned(questionnaire: Questionnaire) -> int:
    """The usual seconds of a whole interview with the first kind of business."""
    profile = questionnaire.profiles[0].id
    walked = [each for each in questionnaire.journeys_for(profile) if profile in each.default_for]
    return (
        _SECONDS[Practice] * len(questionnaire.capabilities_for(profile))
        + _SECONDS[FitPoint] * len(questionnaire.fit.items)
        + _SECONDS[HandoffRow] * (_ROWS if questionnaire.handoffs.levels else 0)
        + _SECONDS[Moment] * sum(len(each.steps) for each in walked)
    )


def pace(planned: int, elapsed: float, usual: float) -> float:
    """How a sitting's pace compares with the usual time, 1/3 quick to 3 slow.

    It is that of the questionnaire until what was answered would have taken five minutes.
    """
    if planned < _ENOUGH_SECONDS:
        return usual
    return max(1 / _MOST_APART, min(_MOST_APART, elapsed / planned))


def answered_count(sheet: AnswerSheet, asked: Agenda) -> int:
    """How many numbers have every question of theirs done."""
    open_numbers = {
        asked.number[each.key]
        for each in asked.questions
        if each.key in asked.number and state_of(sheet, each) == "open"
    }
    return asked.total - len(open_numbers)
