"""What is wrong with a questionnaire that can be read: found in its values, placed in its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from omniaudit.values import dataclass

Path = tuple[str | int, ...]
"""From the top of a questionnaire to a part of it: keys, ids of parts, and places from 0."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake of sense, by its code in the catalogue, and where it stands."""

    code: str
    where: Path
    details: Mapping[str, object] = field(default_factory=dict)
    first: Path = ()
    """Another part whose line the message names as `line`; empty where it names none."""
    idle: bool = False
    """Whether it is about something that has no effect, and so matters only where it is written."""
    is_named: bool = False
    """Whether it matters also where that is taken over by its id, if it is idle."""
