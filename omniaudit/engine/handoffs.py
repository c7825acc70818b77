"""How the channels hang together: index, density, islands, asymmetries and detours.

After Beck and Rygl's none, partial and full integration; the cut-offs are our judgement.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import permutations

from omniaudit.model.answers import AnswerSheet
from omniaudit.model.scorecard import Detour, HandoffResult
from omniaudit.model.walkthroughs import HandoffScale

JOINED = 2
"""The level from which a customer's case moves with the customer."""
FULL = 3

Pair = tuple[str, str]
Route = tuple[int, tuple[str, ...]]
"""The level of the worst handoff on a route, and its channels."""


def handoffs(scale: HandoffScale, sheet: AnswerSheet) -> HandoffResult | None:
    """Judge the handoffs given; None where there are none."""
    direct = {pair: each.level for pair, each in sheet.handoffs.items() if each.level is not None}
    if not direct:
        return None
    traffic = {pair: sheet.handoffs[pair].traffic for pair in direct}
    total = sum(traffic.values())
    density_2 = _density(direct, traffic, JOINED)
    density_3 = _density(direct, traffic, FULL)
    reached = sum(traffic[pair] * level for pair, level in direct.items())
    channels = [each for each in sheet.business.channels if any(each in pair for pair in direct)]
    routes = _widest_routes(channels, direct)
    return HandoffResult(
        index=Fraction(100 * reached, FULL * total) if total else None,
        density_2=density_2,
        density_3=density_3,
        stage=_structural_stage(scale, density_2, density_3),
        islands=_islands(channels, routes),
        asymmetries=_asymmetries(channels, direct),
        detours=_detours(channels, direct, routes),
    )


def _density(
    direct: Mapping[Pair, int], traffic: Mapping[Pair, int], level: int
) -> Fraction | None:
    total = sum(traffic.values())
    if not total:
        return None
    joined = sum(traffic[pair] for pair, found in direct.items() if found >= level)
    return Fraction(100 * joined, total)


def _structural_stage(
    scale: HandoffScale, density_2: Fraction | None, density_3: Fraction | None
) -> int | None:
    if density_2 is None or density_3 is None:
        return None
    if density_3 > scale.full_cut:
        return 3
    return 2 if density_2 > scale.joined_cut else 1


def _widest_routes(channels: Sequence[str], direct: Mapping[Pair, int]) -> Mapping[Pair, Route]:
    """For every pair the best worst handoff on any route, and the shortest such route."""
    routes: dict[Pair, Route] = {}
    for width in range(FULL, -1, -1):
        ways_on = {
            here: [there for there in channels if direct.get((here, there), -1) >= width]
            for here in channels
        }
        for start in channels:
            for route in _shortest_routes(start, ways_on):
                routes.setdefault((start, route[-1]), (width, route))
    return routes


def _shortest_routes(start: str, ways_on: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The shortest routes from a channel to all that can be reached from it, breadth first."""
    reached = {start}
    routes: deque[tuple[str, ...]] = deque([(start,)])
    while routes:
        route = routes.popleft()
        for there in ways_on[route[-1]]:
            if there not in reached:
                reached.add(there)
                routes.append((*route, there))
                yield routes[-1]


def _islands(channels: Sequence[str], routes: Mapping[Pair, Route]) -> tuple[tuple[str, ...], ...]:
    """Groups of channels between which a case moves both ways; the largest first, then by id."""

    def joined(one: str, other: str) -> bool:
        there, back = routes.get((one, other)), routes.get((other, one))
        return there is not None and back is not None and min(there[0], back[0]) >= JOINED

    islands = {
        tuple(sorted(other for other in channels if other == one or joined(one, other)))
        for one in channels
    }
    return tuple(sorted(islands, key=lambda island: (-len(island), island)))


def _asymmetries(channels: Sequence[str], direct: Mapping[Pair, int]) -> tuple[Pair, ...]:
    """Pairs two levels better than the way back: usually a system that reads but cannot write."""
    return tuple(
        (start, end)
        for start, end in permutations(channels, 2)
        if (start, end) in direct and (end, start) in direct
        if direct[start, end] - direct[end, start] >= JOINED
    )


def _detours(
    channels: Sequence[str],
    direct: Mapping[Pair, int],
    routes: Mapping[Pair, Route],
) -> tuple[Detour, ...]:
    return tuple(
        Detour(start, end, direct[start, end], *routes[start, end])
        for start, end in permutations(channels, 2)
        if (start, end) in direct and routes[start, end][0] > direct[start, end]
    )
