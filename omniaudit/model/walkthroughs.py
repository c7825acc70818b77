"""What is asked besides the ladders: journeys, fit and handoffs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from omniaudit.model.capability import Requirement
from omniaudit.model.terms import Citation, Term
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class JourneyStep:
    """A moment of a journey that passes or fails; a critical one decides the journey."""

    id: str
    name: str
    criterion: str
    channel: str | None
    critical: bool
    requires: tuple[Requirement, ...]


@dataclass(frozen=True)
class Journey:
    """A customer's story that an assessor walks through step by step."""

    id: str
    code: str
    name: str
    story: str
    profiles: tuple[str, ...]
    default_for: tuple[str, ...]
    weight: int
    steps: tuple[JourneyStep, ...]
    sources: tuple[Citation, ...]

    @cached_property
    def requires(self) -> tuple[Requirement, ...]:
        """What all critical steps together require, each capability once at its highest."""
        highest: dict[str, int] = {}
        for step in self.steps:
            for need in step.requires:
                highest[need.capability] = max(need.level, highest.get(need.capability, 0))
        return tuple(Requirement(capability, level) for capability, level in highest.items())


@dataclass(frozen=True, slots=True)
class FitItem:
    """A question about what the business needs and can carry, 0 to 3."""

    id: str
    factor: str
    name: str
    question: str
    why: str
    answers: tuple[str, ...]
    is_reversed: bool
    """A reversed item counts as 3 less its answer."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How the needed stage and the stage that resources carry follow from twelve items."""

    factors: tuple[Term, ...]
    need: Mapping[str, int]
    """Percentage by factor in the mean that says what is needed."""
    need_cuts: tuple[int, int]
    """Hundredths below which the needed stage is 1, and 2."""
    capacity: str
    capacity_cuts: tuple[int, int]
    items: tuple[FitItem, ...]
    verdicts: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class HandoffScale:
    """The four levels and traffic classes of handoffs, and the cuts of the structural stage."""

    levels: tuple[str, ...]
    traffic: tuple[str, ...]
    joined_cut: int
    """Percentage of traffic at level 2 above which channels count as joined (stage 2)."""
    full_cut: int
    """Percentage of traffic at level 3 above which they count as fully joined (stage 3)."""
