"""How every number follows from the answers, as sums that add up."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.scorecard import Index, JourneyBlocker, Standing
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Summand:
    """What one capability adds to its dimension: weight times score."""

    standing: Standing
    points: Fraction | None
    """None when the capability is left out of the score."""


@dataclass(frozen=True, slots=True)
class DimensionSum:
    """A dimension's score: points over the points that all level 3 would give."""

    dimension: str
    summands: tuple[Summand, ...]
    points: Fraction
    possible: int
    low_points: Fraction
    high_points: Fraction
    possible_with_unknowns: int


@dataclass(frozen=True, slots=True)
class ShareCheck:
    """A share condition with what it found."""

    stage: int
    dimension: str
    level: int
    have: int
    need: int
    of: int

    @property
    def holds(self) -> bool:
        """Whether enough of the weight is at the level."""
        return self.have >= self.need


@dataclass(frozen=True, slots=True)
class KeyCheck:
    """A key condition with the capabilities that meet it."""

    stage: int
    any_of: tuple[str, ...]
    met_by: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether some capability is at the level of the stage."""
        return bool(self.met_by)


@dataclass(frozen=True, slots=True)
class StageCheck:
    """Everything a stage asks for."""

    stage: int
    checks: tuple[ShareCheck | KeyCheck, ...]
    walls: tuple[JourneyBlocker, ...]

    @property
    def holds(self) -> bool:
        """Whether the stage's own conditions hold."""
        return not self.walls and all(each.holds for each in self.checks)


@dataclass(frozen=True, slots=True)
class Trust:
    """What one capability adds to confidence: weight times trust times agreement."""

    capability: str
    weight: int
    trust: Fraction


@dataclass(frozen=True, slots=True)
class Explanation:
    """All sums and checks behind a scorecard."""

    dimensions: tuple[DimensionSum, ...]
    index: Index
    stages: tuple[StageCheck, ...]
    confirmed: int
    trusts: tuple[Trust, ...]
    confidence: Fraction
