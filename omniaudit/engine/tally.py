"""What capabilities add up to, as integers: all that scores, shares and confidence ask of them.

The tally of a dimension is the sum of the tallies of its capabilities. So a level is looked at
once, and whatever follows from it is compared between whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from omniaudit.model.answers import Evidence
from omniaudit.model.scorecard import Standing, State

_THIRDS = 3
"""Thirds in a level."""

Have = tuple[int, int, int]
"""The weight that is at level 1 or above, at level 2 or above, and at level 3."""


class Tally(NamedTuple):
    """Capabilities by state, then their weights."""

    answered: int = 0
    unknown: int = 0
    not_asked: int = 0
    not_applicable: int = 0
    asked: int = 0
    """Weight of all."""
    applying: int = 0
    """Weight of those that apply."""
    said: int = 0
    """Weight of those answered, by their evidence."""
    example: int = 0
    seen: int = 0
    tested: int = 0
    thirds: int = 0
    """What counts of those answered, in thirds of a level, by weight."""
    worst_1: int = 0
    """Weight at each level, missing answers at their worst, then at their best."""
    worst_2: int = 0
    worst_3: int = 0
    best_1: int = 0
    best_2: int = 0
    best_3: int = 0

    @property
    def evidence(self) -> tuple[int, int, int, int]:
        """Weight of those answered, by their evidence, weakest first."""
        return self[6:10]

    @property
    def worst(self) -> Have:
        """Weight at each level, missing answers at their worst."""
        return self[11:14]

    @property
    def best(self) -> Have:
        """Weight at each level, missing answers at their best."""
        return self[14:17]

    @property
    def hoped(self) -> int:
        """What those without an answer would add at their best, in thirds, by weight."""
        return _THIRDS * (sum(self.best) - sum(self.worst))


def tally(standing: Standing) -> Tally:
    """What one capability adds."""
    return _tally(
        standing.state,
        standing.weight,
        standing.thirds or 0,
        standing.worst,
        standing.best,
        standing.evidence or Evidence.SAID,
    )


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of tallies; all 0 where there are none."""
    return Tally._make(map(sum, zip(*tallies, strict=True))) if tallies else Tally()


# A few hundred different ones are all that a questionnaire can have.
@lru_cache(maxsize=4096)
def _tally(  # noqa: PLR0913, PLR0917 - what is different in a standing
    state: State, weight: int, thirds: int, worst: int, best: int, evidence: Evidence
) -> Tally:
    if state == "not-applicable":
        return Tally(not_applicable=1, asked=weight)
    found = Tally(asked=weight, applying=weight)._replace(
        **{f"worst_{level}": weight for level in range(1, worst + 1)},
        **{f"best_{level}": weight for level in range(1, best + 1)},
    )
    if state == "answered":
        grade = {evidence.name.lower(): weight}
        return found._replace(answered=1, thirds=weight * thirds, **grade)
    return found._replace(**{state.replace("-", "_"): 1})
