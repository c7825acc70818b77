"""What follows from the answers: exact, with every number's origin kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from omniaudit.model.answers import AnswerSheet, Evidence
from omniaudit.model.capability import Requirement
from omniaudit.model.gates import Preset
from omniaudit.values import dataclass

State = Literal["answered", "unknown", "not-asked", "not-applicable"]
Verdict = Literal[
    "room-to-grow", "fits", "ahead-of-need", "resources-first", "multichannel-is-enough"
]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one capability stands.

    `level` is the claim, `counted` what counts for the stage, `thirds` what counts for the
    dimension, in thirds of a level (0 to 9); all are None unless the state is answered.
    `best` is what counts in the best case, `worst` in the worst: they differ where the answer
    is missing.
    """

    capability: str
    state: State
    weight: int
    level: int | None = None
    counted: int | None = None
    thirds: int | None = None
    worst: int = 0
    best: int = 0
    evidence: Evidence | None = None
    capped_by: tuple[str, ...] = ()
    """Why less counts than was claimed: `coverage`, `evidence`, or journeys' ids."""

    @property
    def score(self) -> Fraction | None:
        """What counts for the dimension, 0 to 3."""
        return None if self.thirds is None else Fraction(self.thirds, 3)

    @property
    def applies(self) -> bool:
        """Whether the capability concerns this business."""
        return self.state != "not-applicable"


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """A dimension's score, 0 to 100, with the interval that holds every completion.

    All None when nothing in the dimension applies; `score` alone is None when nothing in it
    was answered. The stages are those of the dimension's shares alone.
    """

    dimension: str
    score: Fraction | None
    low: Fraction | None
    high: Fraction | None
    stage: int | None
    potential: int | None
    reduced: bool
    """More than 40 % of the weight does not apply."""

    @property
    def in_play(self) -> bool:
        """Whether anything in the dimension applies."""
        return self.low is not None


@dataclass(frozen=True, slots=True)
class Index:
    """The secondary number, 0 to 100: the geometric mean of the dimensions, to 12 decimals."""

    value: Fraction | None
    low: Fraction
    high: Fraction
    arithmetic: Fraction | None

    @property
    def imbalance(self) -> Fraction | None:
        """Arithmetic less geometric mean: what unevenness costs."""
        if self.value is None or self.arithmetic is None:
            return None
        return self.arithmetic - self.value


@dataclass(frozen=True, slots=True)
class ShareBlocker:
    """Too little of a dimension's weight is at a level."""

    stage: int
    dimension: str
    level: int
    have: int
    need: int
    of: int


@dataclass(frozen=True, slots=True)
class KeyBlocker:
    """None of the capabilities is at the level."""

    stage: int
    any_of: tuple[str, ...]
    level: int


@dataclass(frozen=True, slots=True)
class JourneyBlocker:
    """Walked journeys failed that the stage needs."""

    stage: int
    journeys: tuple[str, ...]


Blocker = ShareBlocker | KeyBlocker | JourneyBlocker


@dataclass(frozen=True, slots=True)
class StageResult:
    """The stage with unknowns at their worst and at their best, and under other presets."""

    confirmed: int
    potential: int
    preset: Preset
    strict: int
    lenient: int


@dataclass(frozen=True, slots=True)
class DecisiveAnswer:
    """An answer that moves the stage when it is one level off."""

    capability: str
    level: int
    other: int
    stage: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the capabilities that apply were answered."""

    applicable: int
    answered: int
    unknown: int
    not_asked: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class Confidence:
    """How well the answers are supported: 0 to 1 and a letter. A communication device."""

    value: Fraction
    grade: str


@dataclass(frozen=True, slots=True)
class DecisiveFitItem:
    """A fit answer that changes the verdict when it is one level off."""

    item: str
    level: int
    other: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class FitResult:
    """Which stage the business needs and can carry; means are 0 to 3."""

    means: Mapping[str, Fraction | None]
    need: Fraction | None
    needed_stage: int | None
    capacity_stage: int | None
    target: int
    target_possible: int
    verdict: Verdict | None
    decisive: tuple[DecisiveFitItem, ...]


@dataclass(frozen=True, slots=True)
class Detour:
    """A pair of channels that is joined better through others than directly."""

    start: str
    end: str
    direct: int
    widest: int
    route: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoffResult:
    """How the channels hang together. Index and densities are percentages of traffic."""

    index: Fraction | None
    density_2: Fraction | None
    density_3: Fraction | None
    stage: int | None
    islands: tuple[tuple[str, ...], ...]
    asymmetries: tuple[tuple[str, str], ...]
    """Pairs whose first direction is at least two levels above the way back."""
    detours: tuple[Detour, ...]


@dataclass(frozen=True, slots=True)
class JourneyResult:
    """How a walked journey ended; `passed` is None while that is undecided."""

    journey: str
    passed: bool | None
    progress: Fraction | None
    break_step: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A walked journey that refutes a claimed level, upwards or downwards."""

    kind: Literal["over-claim", "under-claim"]
    capability: str
    journey: str
    step: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far respondents agree about one capability.

    `rwg` is r*wg against maximum dissensus (0 to 1), `deviation` the mean absolute deviation
    from the mean, in levels.
    """

    capability: str
    levels: tuple[int, ...]
    median: int
    variance: Fraction
    rwg: Fraction
    deviation: Fraction
    flagged: bool
    perception_gap: Fraction | None
    """Median of head office less median of frontline, where both answered."""


@dataclass(frozen=True, slots=True)
class PanelResult:
    """Several respondents about one business."""

    roles: tuple[str, ...]
    alpha: float | None
    """Ordinal Krippendorff alpha over all items; None where it is undefined."""
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Fragility:
    """A capability whose level is held although something it rests on is missing."""

    capability: str
    missing: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything that follows from a sheet of answers, in questionnaire order."""

    sheet: AnswerSheet
    stage: StageResult
    index: Index
    completeness: Completeness
    confidence: Confidence
    dimensions: tuple[DimensionScore, ...]
    standings: tuple[Standing, ...]
    blockers: tuple[Blocker, ...]
    deciding_unknowns: tuple[str, ...]
    decisive_answers: tuple[DecisiveAnswer, ...]
    fit: FitResult | None
    handoffs: HandoffResult | None
    journeys: tuple[JourneyResult, ...]
    walls: tuple[JourneyBlocker, ...]
    """Journey conditions that do not hold, of any stage."""
    contradictions: tuple[Contradiction, ...]
    fragilities: tuple[Fragility, ...]
    panel: PanelResult | None = None
    respondents: int = 1
