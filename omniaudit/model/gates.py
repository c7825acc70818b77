"""The conditions under which a stage is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from omniaudit.values import dataclass

Preset = Literal["strict", "standard", "lenient"]
"""How large a share of a dimension must hold the levels below a stage."""


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
