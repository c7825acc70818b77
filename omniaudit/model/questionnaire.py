"""What is asked, how it weighs and what may be advised: the questionnaire as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from functools import cached_property

from omniaudit.model.advice import AdviceRule
from omniaudit.model.answers import Coverage, Evidence, Mode
from omniaudit.model.capability import Capability, Step
from omniaudit.model.gates import Gates
from omniaudit.model.terms import Band, Channel, Dimension, Profile, Size, Source, Stage, Term
from omniaudit.model.walkthroughs import Fit, HandoffScale, Journey
from omniaudit.values import dataclass


@dataclass(frozen=True)
class Questionnaire:
    """Everything that is asked and how it is judged, in the order of its file."""

    id: str
    version: str
    sha256: str
    language: str
    """The language of its texts, which is the one asked for where there is a translation."""
    draws_on: str
    """The questionnaire whose parts it takes over, `id@major`; empty when it stands alone."""
    quick: str
    """The questionnaire for a first look, whose answers it carries on; empty without one."""
    title: str
    purpose: str
    minutes: int
    """About how long an interview takes; 0 when nothing is said, and then it is reckoned."""
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
    is_first_look: bool = False
    """Whether the questionnaire that it draws on goes on from the same answers."""
    trades: Mapping[str, Questionnaire] = field(default_factory=dict, compare=False, repr=False)
    """The same in the words of a profile, for the profiles that have words of their own."""

    def in_words_of(self, profile: str) -> Questionnaire:
        """The same questionnaire in the words of a profile."""
        return self.trades.get(profile, self)

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

    @property
    def asks_fit(self) -> bool:
        """Whether it asks what the business needs and can carry."""
        return bool(self.fit.items)

    @property
    def asks_handoffs(self) -> bool:
        """Whether it asks how customers get from channel to channel."""
        return bool(self.handoffs.levels)

    def capabilities_for(self, profile: str) -> tuple[Capability, ...]:
        """The capabilities that concern a profile, in order."""
        return tuple(each for each in self.capabilities if profile in each.weights)

    def journeys_for(self, profile: str) -> tuple[Journey, ...]:
        """The journeys that a profile can walk, in order."""
        return tuple(each for each in self.journeys if profile in each.profiles)
