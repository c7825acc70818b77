"""What is counted of a batch, file by file: figures in arrays, never whole results."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from omniaudit.model.terms import LEVELS
from omniaudit.report.portfolio.ranking import Ranking, precise

ABLE = 2
"""The level from which a practice joins channels."""


def _figures() -> array[int]:
    """Ten-thousandths, four bytes each."""
    return array("i")


@dataclass(slots=True)
class Group:
    """The businesses of one profile at one confirmed stage, in numbers."""

    count: int = 0
    known: Counter[str] = field(default_factory=Counter)
    """Of how many the level of a practice is known."""
    able: Counter[str] = field(default_factory=Counter)
    """How many of these are at level 2 or more."""


@dataclass(slots=True)
class Profiled:
    """The businesses of one profile: index and dimensions of each, where they are known."""

    count: int = 0
    index: array[int] = field(default_factory=_figures)
    scores: dict[str, array[int]] = field(default_factory=dict)
    groups: dict[int, Group] = field(default_factory=dict)
    """By confirmed stage."""


class Tally:
    """A batch, counted; a business leaves a few figures and, of the first ones, a row.

    The order in which businesses come makes no difference.
    """

    def __init__(self) -> None:
        self.profiles: dict[str, Profiled] = {}
        self.ranking = Ranking()
        self.stages: Counter[tuple[int, int]] = Counter()
        """Businesses by confirmed and possible stage."""
        self.modes: Counter[str] = Counter()
        self.gates: set[str] = set()
        """The presets of gates that were used; in one batch there is one."""
        self.first_day = ""
        self.last_day = ""
        """`2026-03-14`, of the earliest and the latest assessment with a date."""
        self.files_failed = 0
        self.planned = 0
        """Businesses of which a plan was made."""
        self.steps: Counter[tuple[str, int]] = Counter()
        """In how many of their plans a practice is brought to a level."""

    @property
    def count(self) -> int:
        """Businesses that were scored."""
        return self.ranking.count

    def add(self, document: Mapping[str, Any]) -> None:
        """Count a business in by its `score@1` document, which names its file."""
        stage = document["stage"]
        self.stages[stage["confirmed"], stage["potential"]] += 1
        self.modes[document["mode"]] += 1
        self.gates.add(stage["gate"])
        self._date(document["date"])
        self._profile(document)
        self.ranking.add(document)

    def add_steps(self, steps: Iterable[tuple[str, int]]) -> None:
        """Count one business's plan in, by practices and the levels they are brought to."""
        self.planned += 1
        self.steps.update(set(steps))

    def failed(self, count: int) -> None:
        """Count in files of which nothing came."""
        self.files_failed += count

    def at_stage(self, stage: int) -> int:
        """Businesses that are confirmed at a stage."""
        return sum(self.stages[stage, possible] for possible in LEVELS)

    def perhaps_at_stage(self, stage: int) -> int:
        """Businesses that would be at a stage if every missing answer were the best one."""
        return sum(self.stages[confirmed, stage] for confirmed in LEVELS)

    @property
    def may_rise(self) -> int:
        """Businesses that missing answers could lift to a higher stage."""
        return sum(
            count for (confirmed, possible), count in self.stages.items() if possible > confirmed
        )

    def _date(self, day: str | None) -> None:
        if not day:
            return
        self.first_day = min(self.first_day or day, day)
        self.last_day = max(self.last_day, day)

    def _profile(self, document: Mapping[str, Any]) -> None:
        name = document["business"]["profile"]
        profile = self.profiles.get(name)
        if profile is None:
            profile = self.profiles[name] = Profiled()
        profile.count += 1
        if document["index"]["value"] is not None:
            profile.index.append(precise(document["index"]["value"]))
        for each in document["dimensions"]:
            if each["score"] is not None:
                scores = profile.scores.get(each["id"])
                if scores is None:
                    scores = profile.scores[each["id"]] = _figures()
                scores.append(precise(each["score"]))
        self._group(profile, document)

    @staticmethod
    def _group(profile: Profiled, document: Mapping[str, Any]) -> None:
        stage = document["stage"]["confirmed"]
        group = profile.groups.get(stage)
        if group is None:
            group = profile.groups[stage] = Group()
        group.count += 1
        known, able = group.known, group.able
        for each in document["capabilities"]:
            level = each["counted_level"]
            if level is not None:
                name = each["id"]
                known[name] += 1
                if level >= ABLE:
                    able[name] += 1
