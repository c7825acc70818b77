"""The stage: shares of each dimension and key conditions, evaluated from below.

ISO/IEC 33020 and TMMi give a level when its own practices are largely there and the lower ones
almost fully; Dul's necessary conditions cannot be made up for by anything else. All comparisons
are between integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Blocker, JourneyBlocker, KeyBlocker, ShareBlocker, Standing

TOP = 3
_PERCENT = 100

Levels = Mapping[str, int]
"""Capability to the level that counts, for those that apply."""


@dataclass(frozen=True, slots=True)
class Share:
    """At least `need` of the dimension's weight `of` must be at `level`."""

    stage: int
    dimension: str
    level: int
    members: tuple[tuple[str, int], ...]
    need: int
    of: int

    def have(self, levels: Levels) -> int:
        """The weight that is at the level."""
        return sum(weight for name, weight in self.members if levels[name] >= self.level)

    def blocker(self, levels: Levels) -> ShareBlocker | None:
        """What is missing, if anything."""
        have = self.have(levels)
        if have >= self.need:
            return None
        return ShareBlocker(self.stage, self.dimension, self.level, have, self.need, self.of)


@dataclass(frozen=True, slots=True)
class Key:
    """One of the capabilities must be at the level of the stage."""

    stage: int
    any_of: tuple[str, ...]

    def blocker(self, levels: Levels) -> KeyBlocker | None:
        """What is missing, if anything."""
        if any(levels[name] >= self.stage for name in self.any_of):
            return None
        return KeyBlocker(self.stage, self.any_of, self.stage)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of the stages 1 to 3 for what applies to one business."""

    stages: tuple[tuple[Share | Key, ...], ...]
    journeys: tuple[JourneyBlocker, ...]

    def stage(self, levels: Levels) -> int:
        """The stage that the levels reach: the last before the first failed condition."""
        for stage, conditions in enumerate(self.stages, 1):
            if any(each.blocker(levels) for each in conditions) or self._walked_off(stage):
                return stage - 1
        return len(self.stages)

    def blockers(self, levels: Levels) -> tuple[Blocker, ...]:
        """Every failed condition of the stage above the one reached."""
        stage = self.stage(levels) + 1
        if stage > TOP or not self.stages:
            return ()
        failed = (each.blocker(levels) for each in self.stages[stage - 1])
        return (
            *(each for each in failed if each is not None),
            *(each for each in self.journeys if each.stage == stage),
        )

    def _walked_off(self, stage: int) -> bool:
        return any(each.stage == stage for each in self.journeys)


def conditions(
    questionnaire: Questionnaire,
    standings: Iterable[Standing],
    preset: Preset,
    journeys: tuple[JourneyBlocker, ...] = (),
) -> Conditions:
    """The conditions for the capabilities that apply; where nothing applies there is no stage."""
    weights = {each.capability: each.weight for each in standings if each.applies}
    if not weights:
        return Conditions((), journeys)
    members = members_by_dimension(questionnaire, weights)
    percent = questionnaire.gates.presets[preset]
    stages: list[tuple[Share | Key, ...]] = [
        (*_shares(stage, members, percent), *_keys(stage, questionnaire, weights))
        for stage in range(1, TOP + 1)
    ]
    return Conditions(tuple(stages), journeys)


def worst_levels(standings: Iterable[Standing]) -> dict[str, int]:
    """What counts of each capability that applies, missing answers at their worst."""
    return {each.capability: each.worst for each in standings if each.applies}


def best_levels(standings: Iterable[Standing]) -> dict[str, int]:
    """What counts of each capability that applies, missing answers at their best."""
    return {each.capability: each.best for each in standings if each.applies}


def members_by_dimension(
    questionnaire: Questionnaire, weights: Mapping[str, int]
) -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Capabilities that apply with their weights, by dimension in order."""
    members: dict[str, list[tuple[str, int]]] = {each.id: [] for each in questionnaire.dimensions}
    for name, weight in weights.items():
        members[questionnaire.capability[name].dimension].append((name, weight))
    return {dimension: tuple(each) for dimension, each in members.items() if each}


def dimension_stage(shares: Sequence[Share | Key], dimension: str, levels: Levels) -> bool:
    """Whether the shares of one dimension hold."""
    return not any(
        each.blocker(levels)
        for each in shares
        if isinstance(each, Share) and each.dimension == dimension
    )


def _shares(
    stage: int, members: Mapping[str, tuple[tuple[str, int], ...]], percent: int
) -> list[Share]:
    shares = []
    for dimension, inside in members.items():
        total = sum(weight for _, weight in inside)
        below = -(-total * percent // _PERCENT)
        for level in range(1, stage + 1):
            need = total // 2 + 1 if level == stage else below
            shares.append(Share(stage, dimension, level, inside, need, total))
    return shares


def _keys(stage: int, questionnaire: Questionnaire, weights: Mapping[str, int]) -> list[Key]:
    keys = []
    for key in questionnaire.gates.keys:
        applicable = tuple(name for name in key.any_of if name in weights)
        if key.stage == stage and applicable:
            keys.append(Key(stage, applicable))
    return keys
