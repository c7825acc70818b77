"""The words of a questionnaire: stages, dimensions, profiles, scales, channels, sources."""

from __future__ import annotations

from typing import Literal

from omniaudit.values import dataclass

LEVELS = range(4)
"""The levels of a ladder, which are also the stages: 0 siloed to 3 omnichannel."""


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


ChannelKind = Literal["physical", "remote", "digital"]


@dataclass(frozen=True, slots=True)
class Channel(Term):
    """A means by which customers and the business meet."""

    kind: ChannelKind


Basis = Literal["seen", "secondary", "memory"]


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
