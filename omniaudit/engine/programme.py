"""A 0-1 programme: yes-or-no variables that each cost something, under linear conditions.

HiGHS solves it exactly. All cheapest solutions are found as a product of independent factors:
variables in every cheapest solution and in none are fixed first; what is left falls apart into
groups that share no condition, each small enough to be gone through by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import inf
from operator import add

from omniaudit.values import dataclass

_YES = 0.5

Chosen = frozenset[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """The weighted sum of the variables must be at least a whole number."""

    weights: Mapping[str, int]
    at_least: int

    def given(self, fixed: Mapping[str, bool]) -> Condition:
        """The condition on the variables that are left when some are fixed."""
        held = sum(weight for name, weight in self.weights.items() if fixed.get(name))
        left = {name: weight for name, weight in self.weights.items() if name not in fixed}
        return Condition(left, self.at_least - held)

    @property
    def always_holds(self) -> bool:
        """Whether even the worst choice satisfies it."""
        return sum(weight for weight in self.weights.values() if weight < 0) >= self.at_least


@dataclass(frozen=True, slots=True)
class Cheapest:
    """All cheapest solutions: `must` with one member of every factor."""

    cost: int
    must: Chosen
    factors: tuple[tuple[Chosen, ...], ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Variables with their whole costs, and the conditions that all hold together."""

    costs: Mapping[str, int]
    conditions: Sequence[Condition]

    def cheapest(self) -> Chosen | None:
        """One cheapest solution; None when the conditions cannot all hold."""
        import highspy  # noqa: PLC0415 - loads numpy and the solver

        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)  # noqa: FBT003 - HiGHS's own interface
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("mip_abs_gap", 0.0)
        column = {name: number for number, name in enumerate(self.costs)}
        for name, number in column.items():
            solver.addVar(0.0, 1.0)
            solver.changeColCost(number, float(self.costs[name]))
            solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        for condition in self.conditions:
            columns = [column[name] for name in condition.weights]
            weights = [float(weight) for weight in condition.weights.values()]
            least = float(condition.at_least)
            solver.addRow(least, highspy.kHighsInf, len(columns), columns, weights)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        values = solver.getSolution().col_value
        return frozenset(name for name, number in column.items() if values[number] > _YES)

    def cost(self, chosen: Chosen) -> int:
        """What a solution costs."""
        return sum(self.costs[name] for name in chosen)

    def at_most(self, cost: int) -> Condition:
        """The condition that a solution costs no more than this."""
        return Condition({name: -each for name, each in self.costs.items()}, -cost)

    def all_cheapest(self, limit: int) -> Cheapest | None:
        """All cheapest solutions, at most `limit` in a factor; None when there is none.

        Every variable must cost something.
        """
        first = self.cheapest()
        if first is None:
            return None
        must, possible = self._always_and_ever(first)
        fixed = {name: name in must for name in self.costs if name in must or name not in possible}
        left = [condition.given(fixed) for condition in self.conditions]
        binding = [condition for condition in left if not condition.always_holds]
        factors = []
        for group in _groups([name for name in self.costs if name not in fixed], binding):
            inside = [each for each in binding if group.keys() & each.weights.keys()]
            part = _Part({name: self.costs[name] for name in group}, inside)
            factors.append(tuple(islice(part.ways(), limit)))
        return Cheapest(self.cost(first), must, tuple(factors))

    def _always_and_ever(self, first: Chosen) -> tuple[Chosen, Chosen]:
        """The variables of all cheapest solutions, and those of any.

        Asks for the cheapest solution that departs most from those known, until none departs.
        """
        equal = [*self.conditions, self.at_most(self.cost(first))]
        always, ever = first, first
        while True:
            known = {name: (name in always) - (name not in ever) for name in self.costs}
            other = Programme(known, equal).cheapest() or first
            if always <= other <= ever:
                return always, ever
            always, ever = always & other, ever | other


class _Part:
    """A part of a programme that has a solution, decided variable by variable.

    What was decided concerns the rest only by what each condition still needs, so each state of
    needs is priced once.
    """

    def __init__(self, costs: Mapping[str, int], conditions: Sequence[Condition]) -> None:
        self._names = list(costs)
        self._costs = costs
        self._adds = [[each.weights.get(name, 0) for each in conditions] for name in costs]
        self._needs = tuple(each.at_least for each in conditions)
        self._price = cache(self._least_cost)
        self._least = [[0 for _ in conditions]]
        self._most = [[0 for _ in conditions]]
        for row in reversed(self._adds):
            for reach, bound in ((self._least, min), (self._most, max)):
                further = (bound(one, 0) for one in row)
                reach.append(list(map(add, reach[-1], further)))

    def ways(self) -> Iterator[Chosen]:
        """The cheapest solutions, in order of names."""
        return self._ways(len(self._names), self._needs)

    def _ways(self, left: int, needs: tuple[int, ...]) -> Iterator[Chosen]:
        if not left:
            yield frozenset()
            return
        name = self._names[-left]
        price = self._price(left, needs)
        for yes in (True, False):
            then = self._after(left, needs, yes=yes)
            if price == yes * self._costs[name] + self._price(left - 1, then):
                for way in self._ways(left - 1, then):
                    yield way | {name} if yes else way

    def _least_cost(self, left: int, needs: tuple[int, ...]) -> float:
        """The cost of deciding the last variables; infinite where the needs cannot be met."""
        if any(need > reach for need, reach in zip(needs, self._most[left], strict=True)):
            return inf
        if not left:
            return 0
        without = self._price(left - 1, self._after(left, needs, yes=False))
        with_it = self._price(left - 1, self._after(left, needs, yes=True))
        return min(without, with_it + self._costs[self._names[-left]])

    def _after(self, left: int, needs: tuple[int, ...], *, yes: bool) -> tuple[int, ...]:
        """What is still needed when one more is decided; more than enough is enough."""
        adds = self._adds[-left]
        return tuple(
            max(need - yes * one, sure)
            for need, one, sure in zip(needs, adds, self._least[left - 1], strict=True)
        )


def _groups(names: Sequence[str], conditions: Sequence[Condition]) -> list[dict[str, None]]:
    """Names that share conditions, directly or over others, in order."""
    group_of = {name: {name: None} for name in names}
    for condition in conditions:
        merged: dict[str, None] = {}
        for name in condition.weights:
            merged |= group_of[name]
        ordered = {name: None for name in names if name in merged}
        for name in ordered:
            group_of[name] = ordered
    return list({id(group): group for group in group_of.values()}.values())
