"""What a respondent said: one sheet per respondent and business."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum
from typing import Literal

from omniaudit.problems import Problem
from omniaudit.values import dataclass

Mode = Literal["self", "interview", "audit"]
Side = Literal["head-office", "frontline"]
StepResult = Literal["pass", "fail", "not-applicable", "not-tested"]


class Coverage(IntEnum):
    """In how much of the business a level holds, after the bands of ISO/IEC 33020."""

    __hash__ = int.__hash__  # an enumeration's own is written in Python

    NONE = 0
    PARTLY = 1
    LARGELY = 2
    FULLY = 3


class Evidence(IntEnum):
    """What an answer rests on, weakest first."""

    __hash__ = int.__hash__  # as above

    SAID = 0
    EXAMPLE = 1
    SEEN = 2
    TESTED = 3


@dataclass(frozen=True, slots=True)
class Answered:
    """A level was claimed, 0 to 3."""

    level: int
    coverage: Coverage | None = None
    evidence: Evidence = Evidence.SAID
    note: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not concern this business, for the reason given."""

    reason: str
    note: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The respondent does not know; neither a zero nor not applicable."""

    note: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class NotAsked:
    """No answer yet."""

    note: str = ""
    flagged: bool = False


Answer = Answered | NotApplicable | Unknown | NotAsked
FitAnswer = Answered | Unknown | NotAsked


@dataclass(frozen=True, slots=True)
class Handoff:
    """How well a customer who starts in one channel can go on in another.

    `level` is 0 broken to 3 seamless, None when nobody knows or the pair is not applicable;
    `traffic` weighs the pair, 0 nobody to 3 very many.
    """

    level: int | None
    traffic: int = 1
    note: str = ""
    applies: bool = True
    """Whether customers can go this way at all."""
    asked: bool = True
    """Whether there is an answer; a note can stand without one."""


@dataclass(frozen=True, slots=True)
class Business:
    """The business assessed; ids are the questionnaire's."""

    name: str
    profile: str
    size: str
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who answered; a role is enough."""

    role: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """One respondent's answers about one business. A question without an entry was not asked."""

    business: Business
    questionnaire: str = ""
    respondent: Respondent = Respondent()
    date: dt.date | None = None
    mode: Mode = "self"
    answers: Mapping[str, Answer] = field(default_factory=dict)
    fit: Mapping[str, FitAnswer] = field(default_factory=dict)
    handoffs: Mapping[tuple[str, str], Handoff] = field(default_factory=dict)
    journeys: Mapping[str, Mapping[str, StepResult]] = field(default_factory=dict)
    step_notes: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Notes by journey and step."""
    sha256: str = ""
    """Of the file the sheet was read from, if any."""
    warnings: tuple[Problem, ...] = ()
    """What the reader of the file noticed and let pass."""

    def answer(self, capability: str) -> Answer:
        """The answer about a capability; `NotAsked` when there is none."""
        return self.answers.get(capability, NotAsked())
