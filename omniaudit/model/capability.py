"""Capabilities: what is asked, the ladder of levels, and the steps that lift it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import takewhile

from omniaudit.model.terms import LEVELS, Band, Citation
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Requirement:
    """A capability that must be at a level."""

    capability: str
    level: int

    @property
    def id(self) -> str:
        """`capability@level`, as answers, plans and questionnaires write it."""
        return f"{self.capability}@{self.level}"


@dataclass(frozen=True, slots=True)
class Step:
    """The work that lifts a capability to a level from the one below."""

    capability: str
    level: int
    title: str
    action: str
    band: Band
    horizon: tuple[int, int]
    """First and last month, the prerequisites being in place."""
    kpi: str
    requires: tuple[Requirement, ...]

    @property
    def id(self) -> str:
        """`capability@level`."""
        return f"{self.capability}@{self.level}"


@dataclass(frozen=True)
class Capability:
    """A practice with a ladder of four levels."""

    id: str
    code: str
    dimension: str
    name: str
    question: str
    why: str
    who: str
    levels: tuple[str, ...]
    example: str
    """What good looks like, in a line; empty when there is none."""
    evidence: tuple[str, ...]
    kpis: tuple[str, ...]
    weights: Mapping[str, int]
    """Weight by profile: 2 core, 1 optional; a profile that is missing is not asked."""
    always_applies: bool
    """Not applicable is accepted, with a warning."""
    sources: tuple[Citation, ...]
    steps: tuple[Step, ...]

    @cached_property
    def rests_on(self) -> tuple[tuple[Requirement, ...], ...]:
        """By level, what the steps up to it require, in order."""
        return tuple(
            tuple(
                need
                for step in takewhile(lambda step: step.level <= level, self.steps)  # noqa: B023
                for need in step.requires
            )
            for level in LEVELS
        )
