"""What to do next: the least-effort steps to a stage, and all plans that cost the same."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from omniaudit.model.capability import Step
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of a plan with its effort for this size of business and its months."""

    step: Step
    effort: Fraction
    """Person-weeks."""
    requires: tuple[str, ...]
    """Steps of the same plan that come first."""
    start: int
    end: int
    """Months from now, once the steps it waits for are done."""


@dataclass(frozen=True, slots=True)
class Option:
    """A step of some cheapest plans, and of how many."""

    step: str
    plans: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Any `choose` of these steps do."""

    choose: int
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """A part of the plan that can be done in several ways at the same cost.

    Every way is a set of steps; a plan takes one way of each factor, whatever it takes of the
    others.
    """

    ways: tuple[tuple[str, ...], ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of any way."""
        return tuple(dict.fromkeys(step for way in self.ways for step in way))

    @property
    def choice(self) -> Choice | None:
        """`choose m of n`, when the ways are exactly all sets of m of the n steps."""
        sizes = {len(way) for way in self.ways}
        if len(sizes) != 1:
            return None
        (size,) = sizes
        if len(self.ways) != comb(len(self.steps), size):
            return None
        return Choice(size, self.steps)


@dataclass(frozen=True, slots=True)
class Milestone:
    """The stage and index that a scorer finds when the steps up to a month are done.

    Walked journeys that failed are taken to pass by then.
    """

    month: int
    steps: tuple[str, ...]
    stage: int
    index: Fraction | None


@dataclass(frozen=True, slots=True)
class Contrast:
    """What another stage would take from today."""

    stage: int
    effort: Fraction | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The way from a stage to a stage. Efforts are person-weeks, None where there is no way."""

    origin: int
    target: int
    reaches: int
    """The stage that the levels lead to: the target, unless the budget is too small."""
    effort: Fraction | None
    effort_possible: Fraction | None
    """The effort if every unknown turned out to be at level 3."""
    least_effort: Fraction | None
    """What the target takes at least; more than `effort` when a budget does not suffice."""
    budget: Fraction | None
    plans: int
    """How many plans cost the same."""
    must: tuple[str, ...]
    """Steps that all plans of the same cost hold."""
    steps: tuple[PlannedStep, ...]
    """The plan taken by default."""
    options: tuple[Option, ...]
    factors: tuple[Factor, ...]
    alternatives: tuple[tuple[str, ...], ...]
    """Whole plans of the same cost, the default first, at most 20."""
    journeys_to_pass: tuple[str, ...]
    """Walked journeys that must pass besides; no step can promise that."""
    milestones: tuple[Milestone, ...]
    next_after: Contrast | None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """`choose m of n` for every factor, if that describes exactly all plans; else nothing."""
        choices = [factor.choice for factor in self.factors]
        return tuple(each for each in choices if each) if all(choices) else ()
