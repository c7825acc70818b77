"""A tally with the names that its ids stand for."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from omniaudit.language import say
from omniaudit.model.capability import Capability
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Profile
from omniaudit.problems import printable
from omniaudit.report import wording
from omniaudit.report.portfolio.quartiles import LEAST
from omniaudit.report.portfolio.tally import Profiled, Tally
from omniaudit.values import dataclass

BROAD = "mwMW@%\u2014"
"""Letters that take more room than any others of their script."""


@dataclass(frozen=True)
class Portfolio:
    """A questionnaire and a tally, read together."""

    questionnaire: Questionnaire
    """In the words of the kind of business, where all are of one kind."""
    tally: Tally

    def __post_init__(self) -> None:
        """Let everything be told in the words of the trade, if there is but one."""
        if len(self.tally.profiles) == 1:
            words = self.questionnaire.in_words_of(*self.tally.profiles)
            object.__setattr__(self, "questionnaire", words)

    @cached_property
    def profiles(self) -> tuple[tuple[Profile, Profiled], ...]:
        """The kinds of business that occur, in the questionnaire's order, with their figures."""
        return tuple(
            (each, self.tally.profiles[each.id])
            for each in self.questionnaire.profiles
            if each.id in self.tally.profiles
        )

    @property
    def capabilities(self) -> tuple[Capability, ...]:
        """The practices that any of the businesses is asked about."""
        return tuple(
            each
            for each in self.questionnaire.capabilities
            if not each.weights.keys().isdisjoint(self.tally.profiles)
        )

    def stage(self, number: int) -> str:
        """A stage's name as used inside a sentence."""
        return self.stage_title(number).lower()

    def stage_title(self, number: int) -> str:
        """A stage's name as used in a table or a chart."""
        return self.questionnaire.stages[number].name


def named(name: str, room: int) -> str:
    """A business as a row has room for it, in ordinary letters."""
    return fitted(printable(wording.one_line(name)), room) or say("without a name")


def fitted(text: str, room: int) -> str:
    """The text, or as much of it as has room in a line of so many ordinary letters."""
    ends = list(accumulate(map(_breadth, text)))
    return wording.clipped(text, bisect_right(ends, 10 * room))


def _breadth(letter: str) -> int:
    """The room that a letter takes, in tenths of an ordinary one."""
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 20
    if letter in BROAD:
        return 17
    return 13 if letter.isupper() else 10


def fewer() -> str:
    """What stands for the figures of a small group."""
    return say("fewer than {least}", least=LEAST)


def percent(part: int, whole: int) -> str:
    """A share in whole per cent."""
    return say("{percent}\u00a0%", percent=whole_percent(part, whole))


def whole_percent(part: int, whole: int) -> int:
    """A share in whole per cent, a half to the even one; of nothing, 0."""
    if not whole:
        return 0
    floor, rest = divmod(100 * part, whole)
    return floor + (2 * rest > whole or (2 * rest == whole and floor % 2))
