"""Cases: businesses with what must come of their answers, told so that a consultant can judge."""

from __future__ import annotations

from typing import Literal

from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet
from omniaudit.problems import Place, Problem, problem
from omniaudit.values import dataclass

StageResult = Literal["confirmed", "potential", "strict", "lenient", "target"]
Listed = Literal[
    "blockers", "decisive", "deciding-unknowns", "over-claims", "islands", "must", "steps"
]
Part = Literal["dimensions", "counted"]
Result = StageResult | Listed | Part | Literal["index", "fit"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must come out, in ids; an index in its two bounds, from and to."""

    result: Result
    wanted: tuple[str, ...]
    place: Place
    part: str = ""
    """Of which dimension or capability, where the result has one for each."""

    @property
    def what(self) -> str:
        """The result as the case names it."""
        return f"{self.result}: {self.part}" if self.part else self.result


@dataclass(frozen=True, slots=True)
class Case:
    """Answers and what must come of them; `name` is a sentence, `story` a paragraph."""

    name: str
    story: str
    sheet: AnswerSheet
    expectations: tuple[Expectation, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Unmet:
    """An expectation that does not hold, and what came out instead, in ids."""

    expectation: Expectation
    found: tuple[str, ...]

    @property
    def problem(self) -> Problem:
        """The same as a problem of the case's file: what was expected, and what came out."""
        wanted = self.expectation
        expected = _listed(wanted.wanted)
        if wanted.result == "index":
            low, high = wanted.wanted
            expected = say("{low} to {high}", low=low, high=high)
        found = _listed(self.found)
        return problem("C555", wanted.place, what=wanted.what, expected=expected, found=found)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(words) or say("nothing")
