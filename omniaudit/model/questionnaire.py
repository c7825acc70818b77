"""What is asked, how it weighs and what may be advised: the questionnaire as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from omniaudit.model.answers import Coverage, Evidence, Mode

LEVELS = range(4)
"""The levels of a ladder, which are also the stages: 0 siloed to 3 omnichannel."""

Preset = Literal["strict", "standard", "lenient"]
"""How large a share of a dimension must hold the levels below a stage."""

AdviceKind = Literal["first", "caution", "opportunity", "restriction"]
Basis = Literal["seen", "secondary", "memory"]
ChannelKind = Literal["physical", "remote", "digital"]


@dataclass(frozen=True, slots=True)
class Term:
    """A named thing of the questionnaire with the words that explain it."""

    id: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Stage(Term):
    """One of the four stages; its number is its place in the questionnaire."""


@dataclass(frozen=True, slots=True)
class Dimension(Term):
    """A group of capabilities with a score of its own; `weight` counts in the index."""

    code: str
    weight: int


@dataclass(frozen=True, slots=True)
class Profile(Term):
    """A kind of business: which capabilities and journeys concern it, and in which words."""

    code: str


@dataclass(frozen=True, slots=True)
class Size(Term):
    """A size class; `effort` multiplies a medium business's effort, in tenths."""

    effort: int


@dataclass(frozen=True, slots=True)
class Band:
    """A band of effort for a medium business, in person-weeks."""

    id: str
    name: str
    weeks: tuple[int, int]
    midpoint: int


@dataclass(frozen=True, slots=True)
class Channel(Term):
    """A means by which customers and the business meet."""

    kind: ChannelKind


@dataclass(frozen=True, slots=True)
class Source:
    """An entry of the bibliography; `basis` says how it was consulted."""

    id: str
    reference: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Citation:
    """What a source is cited for."""

    source: str
    support: str


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


@dataclass(frozen=True, slots=True)
class Variant:
    """How a capability is put to one profile; what is empty is as for everybody."""

    example: str = ""
    question: str = ""
    levels: tuple[str, ...] = ()


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
    evidence: tuple[str, ...]
    kpis: tuple[str, ...]
    weights: Mapping[str, int]
    """Weight by profile: 2 core, 1 optional; a profile that is missing is not asked."""
    always_applies: bool
    """Not applicable is accepted, with a warning."""
    variants: Mapping[str, Variant]
    sources: tuple[Citation, ...]
    steps: tuple[Step, ...]

    def question_for(self, profile: str) -> str:
        """The question in the words of a profile."""
        return self.variants.get(profile, Variant()).question or self.question

    def levels_for(self, profile: str) -> tuple[str, ...]:
        """The four texts of the ladder in the words of a profile."""
        return self.variants.get(profile, Variant()).levels or self.levels

    def example_for(self, profile: str) -> str:
        """What the capability looks like in the trade of a profile, or nothing."""
        return self.variants.get(profile, Variant()).example


@dataclass(frozen=True, slots=True)
class KeyCondition:
    """One of the capabilities must be at the level of the stage; nothing makes up for it."""

    stage: int
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JourneyCondition:
    """What walked journeys must show before a stage is given.

    Exactly one of the three holds something: journeys of which any must have passed, journeys
    which all must have passed, or the least percentage of weight that must have passed.
    """

    stage: int
    any_passed: tuple[str, ...] = ()
    all_passed: tuple[str, ...] = ()
    share_passed: int | None = None


@dataclass(frozen=True, slots=True)
class Gates:
    """The conditions of the stages; `presets` are percentages of the weight below a stage."""

    presets: Mapping[Preset, int]
    keys: tuple[KeyCondition, ...]
    journeys: tuple[JourneyCondition, ...]


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
    """A dimension's score is more than some points above another's."""

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


@dataclass(frozen=True)
class Questionnaire:
    """Everything that is asked and how it is judged, in the order of its file."""

    id: str
    version: str
    sha256: str
    language: str
    title: str
    purpose: str
    stages: tuple[Stage, ...]
    dimensions: tuple[Dimension, ...]
    profiles: tuple[Profile, ...]
    sizes: tuple[Size, ...]
    bands: tuple[Band, ...]
    coverage: Mapping[Coverage, Term]
    evidence: Mapping[Evidence, Term]
    confidence: Mapping[Evidence, Fraction]
    """How far each grade of evidence is trusted, 0 to 1."""
    confidence_grades: Mapping[str, int]
    """Letter to the least percentage it needs, best first; below the last it is D."""
    modes: Mapping[Mode, Term]
    channels: tuple[Channel, ...]
    capabilities: tuple[Capability, ...]
    gates: Gates
    journeys: tuple[Journey, ...]
    fit: Fit
    handoffs: HandoffScale
    advice: tuple[AdviceRule, ...]
    glossary: tuple[Term, ...]
    sources: tuple[Source, ...]

    @cached_property
    def capability(self) -> Mapping[str, Capability]:
        """Capabilities by id."""
        return {capability.id: capability for capability in self.capabilities}

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        """Dimensions by id."""
        return {dimension.id: dimension for dimension in self.dimensions}

    @cached_property
    def step(self) -> Mapping[str, Step]:
        """Steps by id."""
        return {step.id: step for each in self.capabilities for step in each.steps}

    @cached_property
    def journey(self) -> Mapping[str, Journey]:
        """Journeys by id."""
        return {journey.id: journey for journey in self.journeys}

    @cached_property
    def size(self) -> Mapping[str, Size]:
        """Sizes by id."""
        return {size.id: size for size in self.sizes}

    @cached_property
    def channel(self) -> Mapping[str, Channel]:
        """Channels by id."""
        return {channel.id: channel for channel in self.channels}

    @cached_property
    def profile(self) -> Mapping[str, Profile]:
        """Profiles by id."""
        return {profile.id: profile for profile in self.profiles}

    def capabilities_for(self, profile: str) -> tuple[Capability, ...]:
        """The capabilities that concern a profile, in order."""
        return tuple(each for each in self.capabilities if profile in each.weights)

    def journeys_for(self, profile: str) -> tuple[Journey, ...]:
        """The journeys that a profile can walk, in order."""
        return tuple(each for each in self.journeys if profile in each.profiles)
