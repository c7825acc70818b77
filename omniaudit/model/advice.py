"""Rules of advice and the conditions under which they hold."""

from __future__ import annotations

from typing import Literal

from omniaudit.model.terms import Citation
from omniaudit.values import dataclass

AdviceKind = Literal["first", "caution", "opportunity", "restriction"]


@dataclass(frozen=True, slots=True)
class LevelIs:
    """A capability's counted level lies in a range."""

    capability: str
    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class AnyLevelIn:
    """Some capability of a dimension is at least at a level."""

    dimension: str
    at_least: int


@dataclass(frozen=True, slots=True)
class ScoreAhead:
    """A dimension's score is more than some points above another's, whatever is missing."""

    dimension: str
    other: str
    points: int


@dataclass(frozen=True, slots=True)
class TargetAtLeast:
    """The stage aimed at is at least this."""

    stage: int


@dataclass(frozen=True, slots=True)
class StepAdvised:
    """The plan holds a step of a capability, at a certain level or (None) at any."""

    capability: str
    level: int | None


@dataclass(frozen=True, slots=True)
class FindingCount:
    """The assessment shows at least so many findings of a kind."""

    finding: Literal["fragile-foundation", "perception-gap", "over-claim"]
    at_least: int


@dataclass(frozen=True, slots=True)
class VerdictIs:
    """Fit came to this verdict."""

    verdict: str


Condition = (
    LevelIs | AnyLevelIn | ScoreAhead | TargetAtLeast | StepAdvised | FindingCount | VerdictIs
)


@dataclass(frozen=True, slots=True)
class StepScope:
    """The steps that stay advisable under a restriction."""

    dimensions: tuple[str, ...]
    capabilities: tuple[str, ...]
    up_to: int


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """Advice that is given when all its conditions hold."""

    id: str
    kind: AdviceKind
    when: tuple[Condition, ...]
    title: str
    text: str
    only: StepScope | None
    sources: tuple[Citation, ...]
