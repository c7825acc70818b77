"""Answers on their way to a newer version of their questionnaire: the map, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import Literal, NamedTuple

from omniaudit.model.answers import Answer, AnswerSheet, Handoff, StepResult
from omniaudit.values import dataclass

How = Literal["renamed", "split", "joined", "rescaled", "removed"]
Kind = Literal["question", "fit", "channel", "journey", "step", "profile", "size"]


class Version(NamedTuple):
    """A version of a questionnaire; without a minor number, all of its major number."""

    major: int
    minor: int | None = None

    def __str__(self) -> str:
        return str(self.major) if self.minor is None else f"{self.major}.{self.minor}"


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids that an answers file of one version may name."""

    names: Mapping[Kind, frozenset[str]]
    """By kind; all but steps."""
    steps: Mapping[str, frozenset[str] | None]
    """The steps of each journey, None where they are not known."""
    is_whole: bool
    """Whether they are known from that version itself, not only as far as maps name them."""

    def has(self, kind: Kind, name: str) -> bool:
        """Whether there is one of that kind; a step is `journey/step`."""
        if kind != "step":
            return name in self.names[kind]
        journey, _, step = name.partition("/")
        steps = self.steps.get(journey, frozenset())
        return steps is None or step in steps


@dataclass(frozen=True, slots=True)
class Move:
    """What becomes of old ids; a step is `journey/step`."""

    how: How
    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...] = ()
    levels: Mapping[int, int | None] = field(default_factory=dict)
    """The new level of each old one, None for unknown; empty where levels stay."""
    doubtful: frozenset[int] = frozenset()
    """The old levels that have become ambiguous."""
    notes_on_all: bool = True
    """Whether the note of a split question goes to all new ones, or to the first alone."""
    why: str = ""


@dataclass(frozen=True)
class Migration:
    """A map from one version to a newer one; it also serves the minor versions before `start`."""

    start: Version
    end: Version
    moves: tuple[Move, ...]
    before: Ids
    """The ids of the version it starts from."""

    @cached_property
    def _by_kind(self) -> Mapping[Kind, Mapping[str, Move]]:
        found: dict[Kind, dict[str, Move]] = {}
        for move in self.moves:
            found.setdefault(move.kind, {}).update(dict.fromkeys(move.old, move))
        return found

    def by_old(self, kind: Kind) -> Mapping[str, Move]:
        """The moves of a kind by each old id."""
        return self._by_kind.get(kind, {})

    def heirs(self, kind: Kind, name: str) -> tuple[str, ...]:
        """The new ids of an old one; none when it is removed.

        A step that no move names stays in its journey, whatever that is called now.
        """
        move = self.by_old(kind).get(name)
        if move is not None:
            return move.new
        if kind != "step":
            return (name,)
        journey, _, step = name.partition("/")
        return tuple(f"{new}/{step}" for new in self.heirs("journey", journey))


@dataclass(frozen=True, slots=True)
class StepReply:
    """What came of a step of a journey, with its note."""

    result: StepResult | None
    note: str = ""


Reply = Answer | Handoff | StepReply


@dataclass(frozen=True, slots=True)
class Change:
    """What one move did to the answers of a file."""

    how: How
    kind: Kind
    old: tuple[str, ...]
    """Those that had an answer or were named."""
    new: tuple[str, ...]
    before: tuple[Answer, ...] = ()
    """The answers to `old`, for questions and fit."""
    after: tuple[Answer, ...] = ()
    """The answers to `new`, for questions and fit."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What has no place in the newer version, or lost part of what it said there."""

    version: Version
    kind: Kind
    name: str
    """The id, `journey/step`, or `from -> to` of a handoff."""
    reply: Reply | None
    """None for a channel that the business listed."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Migrated:
    """A sheet in the newer version, and all that was done to it."""

    sheet: AnswerSheet
    changes: tuple[Change, ...]
    second_look: tuple[str, ...]
    """Ids of answers that were flagged on the way."""
    kept: tuple[Kept, ...]
    unchanged: int
    """Replies that are the same under the same id."""
    new: tuple[str, ...]
    """Ids of questions and fit items that the older version did not have, where that is known."""
    open: int
    """Questions and fit items for this business without an answer, the new ones included."""


def way(maps: Sequence[Migration], start: Version) -> tuple[Migration, ...]:
    """The maps that lead on from a version, one after the other, as far as they lead.

    A version without a minor number counts as the first of its major number.
    """
    found: list[Migration] = []
    at = start
    while (following := _following(maps, at)) is not None and following not in found:
        found.append(following)
        at = following.end
    return tuple(found)


def _following(maps: Sequence[Migration], at: Version) -> Migration | None:
    """The map for the nearest minor version from here on, or for all of the major one."""
    fitting = [
        each
        for each in maps
        if each.start.major == at.major and _minor(each.start) >= (at.minor or 0)
    ]
    return min(fitting, key=lambda each: _minor(each.start), default=None)


def _minor(start: Version) -> float:
    return float("inf") if start.minor is None else start.minor
