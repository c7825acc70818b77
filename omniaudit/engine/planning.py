"""The least effort to a stage: an exact 0-1 programme over all steps, with all its ties.

A greedy rule (most levels per person-week) cost 1.5 times the optimum on average and was never
optimal in 200 trials. Levels already held pull no prerequisites: a plan does not charge for
repairing history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import islice, product
from math import prod

from omniaudit.engine import bounds
from omniaudit.engine.gates import (
    TOP,
    Conditions,
    Key,
    Levels,
    Share,
    best_levels,
    conditions,
    worst_levels,
)
from omniaudit.engine.programme import Chosen, Condition, Programme
from omniaudit.engine.scheduling import (
    TENTHS,
    effort_tenths,
    levels_after,
    milestones,
    prerequisites,
    schedule,
)
from omniaudit.model.answers import Answered, AnswerSheet, Evidence
from omniaudit.model.plan import Contrast, Factor, Option, Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.values import dataclass

MOST_WAYS = 500
"""Ways that are enumerated in one independent part of the plan."""
MOST_COMPARED = 2_000
"""Plans of the same cost among which the default is chosen."""
MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Start:
    """From where a plan starts: the gates, the levels held, and what a size makes of effort."""

    questionnaire: Questionnaire
    card: Scorecard
    gates: Conditions
    levels: Levels
    factor: int

    @classmethod
    def of(cls, questionnaire: Questionnaire, card: Scorecard, *, best: bool = False) -> Start:
        """Where a card stands, unknowns at their worst or at their best."""
        return cls(
            questionnaire,
            card,
            conditions(questionnaire, card.standings, card.stage.preset),
            best_levels(card.standings) if best else worst_levels(card.standings),
            questionnaire.size[card.sheet.business.size].effort,
        )

    def costs(self) -> dict[str, int]:
        """The steps that can still be done, with their effort in tenths of a person-week."""
        return {
            step.id: effort_tenths(step, self.factor)
            for step in self.questionnaire.step.values()
            if step.capability in self.levels and step.level > self.levels[step.capability]
        }

    def programme(self, target: int) -> Programme:
        """Which steps to do to reach a stage."""
        costs = self.costs()
        return Programme(costs, [*self.closure(costs), *self.open_gates(target)])

    def closure(self, costs: Mapping[str, int]) -> list[Condition]:
        """A step needs the one below it and what it requires, unless held or not applicable."""
        return [
            Condition({need: 1, name: -1}, 0)
            for name in costs
            for need in prerequisites(self.questionnaire.step[name])
            if need in costs
        ]

    def open_gates(self, target: int) -> list[Condition]:
        """What is missing of the gate conditions up to a stage, in steps."""
        return [
            self._missing(gate)
            for stage in self.gates.stages[:target]
            for gate in stage
            if gate.blocker(self.levels)
        ]

    def _missing(self, gate: Share | Key) -> Condition:
        if isinstance(gate, Key):
            return Condition({f"{name}@{gate.stage}": 1 for name in gate.any_of}, 1)
        weights = {
            f"{name}@{gate.level}": weight
            for name, weight in gate.members
            if self.levels[name] < gate.level
        }
        return Condition(weights, gate.need - gate.have(self.levels))


@dataclass(frozen=True, slots=True)
class Way:
    """The cheapest ways to a stage: steps in all of them, and independent choices."""

    effort: Fraction
    must: Chosen = frozenset()
    factors: tuple[tuple[Chosen, ...], ...] = ()

    @property
    def plans(self) -> int:
        """How many plans there are."""
        return prod(len(factor) for factor in self.factors)

    def each(self) -> Iterator[Chosen]:
        """The plans one by one, at most as many as are compared."""
        for ways in islice(product(*self.factors), MOST_COMPARED):
            yield self.must.union(*ways)


def plan(questionnaire: Questionnaire, card: Scorecard, target: int | None = None) -> Plan:
    """The least-effort plan to a stage (1 to 3; by default the next one).

    Unknowns start at their worst. Walked journeys that bar the stage must pass besides; no
    step can promise that.
    """
    target = min(card.stage.confirmed + 1, TOP) if target is None else target
    start = Start.of(questionnaire, card)
    way = cheapest_way(start, target)
    return assemble(start, target, default(start, way) if way else frozenset(), way)


def what_if(sheet: AnswerSheet, levels: Mapping[str, int]) -> AnswerSheet:
    """The sheet with some capabilities at other levels, tested, and all else as it was."""
    changed = {name: Answered(level, evidence=Evidence.TESTED) for name, level in levels.items()}
    return replace(sheet, answers={**sheet.answers, **changed})


def cheapest_way(start: Start, target: int) -> Way | None:
    """All least-effort ways to a stage; None where nothing applies and so nothing leads there."""
    if start.gates.stage(start.levels) >= target:
        return Way(Fraction(0))
    if not start.gates.stages:
        return None
    found = start.programme(target).all_cheapest(MOST_WAYS)
    return Way(Fraction(found.cost, TENTHS), found.must, found.factors) if found else None


def least_effort(start: Start, target: int) -> Fraction | None:
    """What the cheapest way to a stage takes, without its equals; None where there is none."""
    if start.gates.stage(start.levels) >= target:
        return Fraction(0)
    if not start.gates.stages:
        return None
    programme = start.programme(target)
    chosen = programme.cheapest()
    return None if chosen is None else Fraction(programme.cost(chosen), TENTHS)


def default(start: Start, way: Way) -> Chosen:
    """The plan taken among equals: most journeys passable, then index, horizon and ids."""
    questionnaire = start.questionnaire
    order = {name: number for number, name in enumerate(questionnaire.step)}
    size = start.card.sheet.business.size

    def rank(chosen: Chosen) -> tuple[int, Fraction, int, int, list[int]]:
        steps = schedule(questionnaire, chosen, size)
        levels = levels_after(start.levels, [each.step for each in steps])
        return (
            -passable(start, levels),
            -bounds.index_of_levels(questionnaire, start.card.standings, levels),
            max((each.end for each in steps), default=0),
            sum(each.end for each in steps),
            sorted(order[name] for name in chosen),
        )

    return min(way.each(), key=rank)


def passable(start: Start, levels: Levels) -> int:
    """The weight of the profile's journeys whose required levels are all there."""
    journeys = start.questionnaire.journeys_for(start.card.sheet.business.profile)
    return sum(
        journey.weight
        for journey in journeys
        if all(levels.get(need.capability, TOP) >= need.level for need in journey.requires)
    )


def assemble(
    start: Start, target: int, chosen: Chosen, way: Way | None, budget: Fraction | None = None
) -> Plan:
    """A plan of the chosen steps, with everything that can be said of it and its equals.

    Without a way there is no plan and no effort.
    """
    questionnaire, card = start.questionnaire, start.card
    steps = schedule(questionnaire, chosen, card.sheet.business.size)
    possible = Start.of(questionnaire, card, best=True)
    known = way or Way(Fraction(0))
    return Plan(
        origin=card.stage.confirmed,
        target=target,
        reaches=start.gates.stage(levels_after(start.levels, [each.step for each in steps])),
        effort=sum((each.effort for each in steps), Fraction(0)) if way else None,
        effort_possible=least_effort(possible, target),
        least_effort=way.effort if way else None,
        budget=budget,
        plans=known.plans,
        must=_ordered(questionnaire, known.must),
        steps=steps,
        options=_options(questionnaire, known),
        factors=_factors(questionnaire, known),
        alternatives=_alternatives(questionnaire, known, chosen),
        journeys_to_pass=_failed_journeys(card, target),
        milestones=milestones(questionnaire, card.standings, steps, card.stage.preset),
        next_after=_contrast(start, target),
    )


def _ordered(questionnaire: Questionnaire, chosen: Chosen) -> tuple[str, ...]:
    return tuple(name for name in questionnaire.step if name in chosen)


def _options(questionnaire: Questionnaire, way: Way) -> tuple[Option, ...]:
    plans: dict[str, int] = {}
    for factor in way.factors:
        for chosen in factor:
            for name in chosen:
                plans[name] = plans.get(name, 0) + way.plans // len(factor)
    return tuple(Option(name, plans[name]) for name in questionnaire.step if name in plans)


def _factors(questionnaire: Questionnaire, way: Way) -> tuple[Factor, ...]:
    return tuple(
        Factor(tuple(_ordered(questionnaire, chosen) for chosen in factor))
        for factor in way.factors
    )


def _alternatives(
    questionnaire: Questionnaire, way: Way, chosen: Chosen
) -> tuple[tuple[str, ...], ...]:
    if way.plans == 1:
        return ()
    others = (each for each in way.each() if each != chosen)
    listed = [chosen, *islice(others, MOST_LISTED - 1)]
    return tuple(_ordered(questionnaire, each) for each in listed)


def _failed_journeys(card: Scorecard, target: int) -> tuple[str, ...]:
    walls = [wall for wall in card.walls if wall.stage <= target]
    return tuple(dict.fromkeys(name for wall in walls for name in wall.journeys))


def _contrast(start: Start, target: int) -> Contrast | None:
    """What omnichannel would take from today, beside a nearer target."""
    if target >= TOP:
        return None
    return Contrast(TOP, least_effort(start, TOP))
