"""The stage: shares of each dimension and key conditions, evaluated from below.

ISO/IEC 33020 and TMMi give a level when its own practices are largely there and the lower ones
almost fully; Dul's necessary conditions cannot be made up for by anything else. All comparisons
are between integers.

Every condition says how far it lets a business get: to the last stage before the first at which
it does not hold. The stage is the lowest of these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from omniaudit.engine.tally import Have
from omniaudit.model.gates import Gates, Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Blocker, JourneyBlocker, KeyBlocker, ShareBlocker, Standing
from omniaudit.values import dataclass

TOP = 3
_STAGES = range(1, TOP + 1)
_PERCENT = 100
_ABSENT = "not-applicable"
"""Compared here and not asked of a standing, which would take twice as long."""

Levels = Mapping[str, int]
"""Capability to the level that counts, for those that apply."""
Members = tuple[tuple[str, int], ...]
"""Capabilities that apply, with their weights."""


@dataclass(frozen=True, slots=True)
class Share:
    """At least `need` of the dimension's weight `of` must be at `level`."""

    stage: int
    dimension: str
    level: int
    members: Members
    need: int
    of: int

    def have(self, levels: Levels) -> int:
        """The weight that is at the level."""
        return sum(weight for name, weight in self.members if levels[name] >= self.level)

    def blocker(self, levels: Levels) -> ShareBlocker | None:
        """What is missing, if anything."""
        return self.missing(self.have(levels))

    def missing(self, have: int) -> ShareBlocker | None:
        """What is missing, if anything, when so much of the weight is at the level."""
        if have >= self.need:
            return None
        return ShareBlocker(self.stage, self.dimension, self.level, have, self.need, self.of)


@dataclass(frozen=True, slots=True)
class Shares:
    """What the stages demand of a dimension.

    Each demands `own` of the weight at its own level, and `below` at every level below it.
    """

    members: Members
    own: int
    below: int
    stages: tuple[tuple[Share, ...], ...]
    """The same for the stages 1 to 3, one by one."""

    def have(self, levels: Levels) -> Have:
        """The weight at each level."""
        one, two, three = (
            sum(weight for name, weight in self.members if levels[name] >= level)
            for level in _STAGES
        )
        return one, two, three

    def reach(self, have: Have) -> int:
        """How far the shares let a business get.

        What is at a level is at the lower ones too: the level just below a stage stands for all.
        """
        at_1, at_2, at_3 = have
        if at_1 < self.own:
            return 0
        if at_1 < self.below or at_2 < self.own:
            return 1
        if at_2 < self.below or at_3 < self.own:
            return 2
        return TOP


@dataclass(frozen=True, slots=True)
class Key:
    """One of the capabilities must be at the level of the stage."""

    stage: int
    any_of: tuple[str, ...]

    def reach(self, levels: Levels) -> int:
        """How far the key lets a business get."""
        for name in self.any_of:
            if levels[name] >= self.stage:
                return TOP
        return self.stage - 1

    def blocker(self, levels: Levels) -> KeyBlocker | None:
        """What is missing, if anything."""
        if self.reach(levels) == TOP:
            return None
        return KeyBlocker(self.stage, self.any_of, self.stage)


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of the stages 1 to 3 for what applies to one business."""

    shares: Mapping[str, Shares]
    """By dimension, of which anything applies; without any there is no stage."""
    keys: tuple[Key, ...]
    journeys: tuple[JourneyBlocker, ...] = ()

    @property
    def stages(self) -> tuple[tuple[Share | Key, ...], ...]:
        """The shares and keys of every stage, one by one."""
        if not self.shares:
            return ()
        return tuple(
            (
                *(share for shares in self.shares.values() for share in shares.stages[stage - 1]),
                *(key for key in self.keys if key.stage == stage),
            )
            for stage in _STAGES
        )

    def stage(self, levels: Levels) -> int:
        """The stage that the levels reach: the last before the first failed condition."""
        haves = {dimension: shares.have(levels) for dimension, shares in self.shares.items()}
        return self.stage_of(haves, self.bar(levels))

    def stage_of(self, haves: Mapping[str, Have], bar: int) -> int:
        """The same from the weight at each level and from how far keys and journeys let it."""
        if not self.shares:
            return 0
        reach = bar
        for dimension, shares in self.shares.items():
            reach = min(reach, shares.reach(haves[dimension]))
        return reach

    def bar(self, levels: Levels) -> int:
        """How far keys and walked journeys let a business get."""
        reach = TOP
        for key in self.keys:
            reach = min(reach, key.reach(levels))
        for wall in self.journeys:
            reach = min(reach, wall.stage - 1)
        return reach

    def blockers(
        self, stage: int, haves: Mapping[str, Have], levels: Levels
    ) -> tuple[Blocker, ...]:
        """Every failed condition of one stage."""
        if stage > TOP or not self.shares:
            return ()
        failed = [
            *(
                share.missing(haves[dimension][share.level - 1])
                for dimension, shares in self.shares.items()
                for share in shares.stages[stage - 1]
            ),
            *(key.blocker(levels) for key in self.keys if key.stage == stage),
            *(each for each in self.journeys if each.stage == stage),
        ]
        return tuple(each for each in failed if each is not None)


def conditions(
    questionnaire: Questionnaire,
    standings: Iterable[Standing],
    preset: Preset,
    journeys: tuple[JourneyBlocker, ...] = (),
) -> Conditions:
    """The conditions for the capabilities that apply; where nothing applies there is no stage."""
    weights = {each.capability: each.weight for each in standings if each.applies}
    members = members_by_dimension(questionnaire, weights)
    return replace(conditions_for(questionnaire.gates, members, preset), journeys=journeys)


def conditions_for(gates: Gates, members: Mapping[str, Members], preset: Preset) -> Conditions:
    """The conditions for capabilities by dimension, whatever was walked."""
    applying = {name for inside in members.values() for name, _ in inside}
    keys = [
        Key(key.stage, tuple(name for name in key.any_of if name in applying)) for key in gates.keys
    ]
    percent = gates.presets[preset]
    return Conditions(
        {dimension: shares(dimension, inside, percent) for dimension, inside in members.items()},
        tuple(key for key in keys if key.any_of),
    )


def worst_levels(standings: Iterable[Standing]) -> dict[str, int]:
    """What counts of each capability that applies, missing answers at their worst."""
    return {each.capability: each.worst for each in standings if each.state != _ABSENT}


def best_levels(standings: Iterable[Standing]) -> dict[str, int]:
    """What counts of each capability that applies, missing answers at their best."""
    return {each.capability: each.best for each in standings if each.state != _ABSENT}


def members_by_dimension(
    questionnaire: Questionnaire, weights: Mapping[str, int]
) -> Mapping[str, Members]:
    """Capabilities that apply with their weights, by dimension in order."""
    members: dict[str, list[tuple[str, int]]] = {each.id: [] for each in questionnaire.dimensions}
    for name, weight in weights.items():
        members[questionnaire.capability[name].dimension].append((name, weight))
    return {dimension: tuple(each) for dimension, each in members.items() if each}


# Businesses differ in few things that do not apply: most have the same shares.
@lru_cache(maxsize=1024)
def shares(dimension: str, members: Members, percent: int) -> Shares:
    """More than half at a stage's own level, and the percentage of a preset below it."""
    of = sum(weight for _, weight in members)
    own = of // 2 + 1
    below = -(-of * percent // _PERCENT)
    stages = tuple(
        tuple(
            Share(stage, dimension, level, members, own if level == stage else below, of)
            for level in range(1, stage + 1)
        )
        for stage in _STAGES
    )
    return Shares(members, own, below, stages)
