"""Who stands where: by confirmed stage, then index, then name, in bounded memory."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from omniaudit.values import dataclass

LISTED = 60
"""Most businesses of which each has a row of its own."""
EDGE = 20
"""How many are named at either end where there are more."""
PRECISE = 10_000
"""Indices and scores are counted in ten-thousandths, the digits that a result is written with."""
LONGEST_NAME = 200
SIGNS = {"unknown": "?", "not-asked": ".", "not-applicable": "-"}
"""How a practice without a level is kept; with one it is the level itself."""
_TENTH = 1_000
_Order = tuple[int, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A business with what is told of it by name; figures are ten-thousandths."""

    order: _Order
    """Its place among all, the first one being the least."""
    name: str
    profile: str
    stage: int
    possible: int
    """The stage if every missing answer were the best one."""
    index: int | None
    low: int
    high: int
    levels: Mapping[str, str]
    """Level or sign of each practice that its profile is asked about."""


class Ranking:
    """All businesses while they are few; of more, those at either end and how many stand where."""

    def __init__(self) -> None:
        self.count = 0
        self.rows: list[Entry] = []
        """All of them, in order; empty when there are more than `LISTED`."""
        self.first: list[Entry] = []
        """The first `EDGE` of more."""
        self.last: list[Entry] = []
        """The last `EDGE` of more."""
        self.unplaced = 0
        """Those without an index, which have no place and stand at neither end."""
        self._alike: Counter[tuple[int, int]] = Counter()

    def add(self, document: Mapping[str, Any]) -> None:
        """Count a business in by its `score@1` document."""
        order = _order(document)
        self.count += 1
        placed = document["index"]["value"] is not None
        if placed:
            self._alike[order[:2]] += 1
        else:
            self.unplaced += 1
        if self.count <= LISTED:
            insort(self.rows, _entry(document, order), key=_by_order)
            return
        if self.rows:
            known = [each for each in self.rows if each.index is not None]
            self.first, self.last = known[:EDGE], known[EDGE:][-EDGE:]
            self.rows = []
        if placed and not self._between(order):
            self._at_an_end(_entry(document, order))

    def _between(self, order: _Order) -> bool:
        """Whether a place is at neither end: a row is made only of those that are kept."""
        if len(self.last) < EDGE:
            return False
        return self.first[-1].order <= order <= self.last[0].order

    def _at_an_end(self, entry: Entry) -> None:
        """Keep it if it is among the first, or else among the last; nobody stands in both."""
        if len(self.first) < EDGE or entry.order < self.first[-1].order:
            insort(self.first, entry, key=_by_order)
            if len(self.first) <= EDGE:
                return
            entry = self.first.pop()
        if len(self.last) < EDGE or entry.order > self.last[0].order:
            insort(self.last, entry, key=_by_order)
            del self.last[:-EDGE]

    def places(self, entries: list[Entry]) -> Iterator[tuple[int, Entry]]:
        """Each of the entries with its place, 0 for none.

        The same stage and printed index share a place.
        """
        ahead = 0
        place: dict[tuple[int, int], int] = {}
        for standing, count in sorted(self._alike.items()):
            place[standing] = ahead + 1
            ahead += count
        return ((place.get(each.order[:2], 0), each) for each in entries)


_by_order = attrgetter("order")


def _order(document: Mapping[str, Any]) -> _Order:
    """The highest stage first, then the highest index as it is printed; without one, last of it."""
    index, name = document["index"]["value"], document["business"]["name"][:LONGEST_NAME]
    tenths = 1 if index is None else -_tenths(precise(index))
    return -document["stage"]["confirmed"], tenths, name.casefold(), name, document["file"]


def _tenths(amount: int) -> int:
    """Ten-thousandths to the nearest tenth, a half to the even one, as `wording` prints them."""
    return round(amount / _TENTH)


def _entry(document: Mapping[str, Any], order: _Order) -> Entry:
    stage, index = document["stage"], document["index"]
    _, _, _, name, _ = order
    return Entry(
        order=order,
        name=name,
        profile=document["business"]["profile"],
        stage=stage["confirmed"],
        possible=stage["potential"],
        index=None if index["value"] is None else precise(index["value"]),
        low=precise(index["low"]),
        high=precise(index["high"]),
        levels={
            each["id"]: SIGNS.get(each["state"]) or str(each["counted_level"])
            for each in document["capabilities"]
        },
    )


def precise(value: float) -> int:
    """A figure of a result in ten-thousandths, which it is written with."""
    return round(value * PRECISE)
