"""What a kind of business is asked and judged by, worked out once for each questionnaire.

A batch asks the same of a million files. What follows from questionnaire and profile alone is
kept for as long as the questionnaire lives, found by its identity: to compare or to hash a whole
questionnaire would take longer than a score.
"""

from __future__ import annotations

import weakref
from dataclasses import replace
from functools import cached_property, lru_cache
from math import lcm

from omniaudit.engine.gates import Conditions, conditions_for
from omniaudit.model.answers import Evidence
from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import JourneyBlocker

_MOST_KEPT = 256
"""Choices of what does not apply whose conditions are kept: files come with any of them."""


class Asked:
    """What businesses of one profile are asked.

    It must not hold the questionnaire, which lives no longer than whoever uses it wants.
    """

    def __init__(self, questionnaire: Questionnaire, profile: str) -> None:
        capabilities = questionnaire.capabilities_for(profile)
        self.weights = {each.id: each.weights[profile] for each in capabilities}
        self.capabilities = frozenset(self.weights)
        self.journeys = frozenset(each.id for each in questionnaire.journeys_for(profile))
        self.dimension_of = {each.id: each.dimension for each in capabilities}
        """By capability."""
        self.inside = {
            dimension.id: [each.id for each in capabilities if each.dimension == dimension.id]
            for dimension in questionnaire.dimensions
        }
        """The capabilities of each dimension."""
        self.keyed = frozenset(name for key in questionnaire.gates.keys for name in key.any_of)
        """Capabilities that a key names."""
        self._trust = [questionnaire.confidence[each] for each in Evidence]
        self._gates = questionnaire.gates
        self._conditions = lru_cache(_MOST_KEPT)(self._new_conditions)

    def conditions(
        self, absent: tuple[str, ...], preset: Preset, walls: tuple[JourneyBlocker, ...] = ()
    ) -> Conditions:
        """The conditions of a preset where some capabilities do not apply."""
        found = self._conditions(absent, preset)
        return replace(found, journeys=walls) if walls else found

    @cached_property
    def trust(self) -> tuple[tuple[int, ...], int]:
        """How far each grade of evidence is trusted, in parts of a whole, and that whole."""
        whole = lcm(*(each.denominator for each in self._trust))
        return tuple(int(each * whole) for each in self._trust), whole

    def _new_conditions(self, absent: tuple[str, ...], preset: Preset) -> Conditions:
        members = {
            dimension: tuple((name, self.weights[name]) for name in inside if name not in absent)
            for dimension, inside in self.inside.items()
        }
        applying = {dimension: each for dimension, each in members.items() if each}
        return conditions_for(self._gates, applying, preset)


_KNOWN: dict[int, dict[str, Asked]] = {}
"""By the identity of a questionnaire, then by profile."""


def asked(questionnaire: Questionnaire, profile: str) -> Asked:
    """What the businesses of a profile are asked."""
    by_profile = _KNOWN.get(id(questionnaire))
    if by_profile is None:
        by_profile = _KNOWN[id(questionnaire)] = {}
        # The number may become another questionnaire's as soon as this one is gone.
        weakref.finalize(questionnaire, _KNOWN.pop, id(questionnaire), None).atexit = False
    found = by_profile.get(profile)
    if found is None:
        found = Asked(questionnaire, profile)
        if profile in questionnaire.profile:  # what else a sheet may say must not fill the memory
            by_profile[profile] = found
    return found
