"""Where a business stands before the conditions of the stages, and what would move it.

Whether an answer decides is asked of every answer, up and down. So only what another level
touches is looked at again: the shares of its dimension, and the keys when one of them names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from omniaudit.engine.asked import Asked
from omniaudit.engine.gates import Conditions, best_levels, worst_levels
from omniaudit.engine.tally import Tally
from omniaudit.model.scorecard import Blocker, Standing


class Position:
    """What counts, missing answers at their worst, and how far each condition lets it get."""

    def __init__(
        self,
        asks: Asked,
        gates: Conditions,
        standings: Sequence[Standing],
        tallies: Mapping[str, Tally],
    ) -> None:
        self._asks = asks
        self._gates = gates
        self._standings = standings
        self._tallies = tallies
        self._levels = worst_levels(standings)
        self._haves = {dimension: each.worst for dimension, each in tallies.items()}
        self._bar = gates.bar(self._levels)
        self._reach = {name: each.reach(self._haves[name]) for name, each in gates.shares.items()}
        self.stage = min(self._bar, *self._reach.values()) if self._reach else 0
        """The stage that is confirmed."""
        self._hold_back = {name for name, reach in self._reach.items() if reach == self.stage}

    def potential(self) -> int:
        """The stage with missing answers at their best."""
        haves = {dimension: each.best for dimension, each in self._tallies.items()}
        if haves == self._haves:
            return self.stage
        return self._gates.stage_of(haves, self._gates.bar(best_levels(self._standings)))

    def under(self, gates: Conditions) -> int:
        """The stage under another preset, which has the same keys and journeys."""
        return gates.stage_of(self._haves, self._bar)

    def blockers(self) -> tuple[Blocker, ...]:
        """Every failed condition of the next stage."""
        return self._gates.blockers(self.stage + 1, self._haves, self._levels)

    def stage_if(self, capability: str, level: int) -> int:
        """The stage if a capability that applies were at a level."""
        now = self._levels[capability]
        dimension = self._asks.dimension_of[capability]
        if level < now:
            # No stage rests on more than its own level.
            if level >= self.stage:
                return self.stage
        # The next stage lacks nothing that is there already, and all that another dimension does.
        elif level == now or now > self.stage or not self._hold_back <= {dimension}:
            return self.stage
        return min(
            self._bar_if(capability, level),
            self._reach_if(dimension, self._asks.weights[capability], now, level),
            *(reach for name, reach in self._reach.items() if name != dimension),
        )

    def _reach_if(self, dimension: str, weight: int, now: int, level: int) -> int:
        """How far a dimension lets it get when some of its weight is at another level."""
        at_1, at_2, at_3 = self._haves[dimension]
        at_1 += weight * ((level >= 1) - (now >= 1))
        at_2 += weight * ((level >= 2) - (now >= 2))  # noqa: PLR2004 - the level, here and below
        at_3 += weight * ((level >= 3) - (now >= 3))  # noqa: PLR2004
        return self._gates.shares[dimension].reach((at_1, at_2, at_3))

    def _bar_if(self, capability: str, level: int) -> int:
        if capability not in self._asks.keyed:
            return self._bar
        return self._gates.bar({**self._levels, capability: level})
