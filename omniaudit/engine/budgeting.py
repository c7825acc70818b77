"""The most that a budget buys on the way to a stage."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from omniaudit.engine.gates import TOP, members_by_dimension
from omniaudit.engine.planning import Start, Way, assemble, cheapest_way, default
from omniaudit.engine.programme import Chosen, Condition, Programme
from omniaudit.engine.scheduling import TENTHS
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard


def plan_within(
    questionnaire: Questionnaire, card: Scorecard, budget: Fraction, target: int | None = None
) -> Plan:
    """The plan to a stage if the budget (person-weeks) covers it, else the most it buys.

    The most is, in this order: most gate conditions closed, most weight of journeys made
    passable, most index points, least effort.
    """
    target = min(card.stage.confirmed + 1, TOP) if target is None else target
    start = Start.of(questionnaire, card)
    way = cheapest_way(start, target)
    if way is None:
        return assemble(start, target, frozenset(), None, budget)
    if way.effort <= budget:
        return assemble(start, target, default(start, way), way, budget)
    chosen = _most(start, start.costs(), target, int(budget * TENTHS))
    return assemble(start, target, chosen, Way(way.effort), budget)


def _most(start: Start, costs: Mapping[str, int], target: int, tenths: int) -> Chosen:
    """The steps of the best affordable plan, by one objective after the other."""
    rules = start.closure(costs)
    rules.append(Condition({name: -cost for name, cost in costs.items()}, -tenths))
    gaps: dict[str, int] = {}
    for number, gate in enumerate(start.open_gates(target)):
        gaps[f"gate {number}"] = 1
        rules.append(Condition({**gate.weights, f"gate {number}": gate.at_least}, gate.at_least))
    misses = {f"journey {name}": weight for name, weight in _journeys(start).items()}
    for name in _journeys(start):
        for need in start.questionnaire.journey[name].requires:
            if need.id in costs:
                rules.append(Condition({need.id: 1, f"journey {name}": 1}, 1))
    losses = {name: -gain for name, gain in _index_gains(start, costs).items()}
    chosen: Chosen = frozenset()
    for objective in (gaps, misses, losses, costs):
        free = dict.fromkeys([*costs, *gaps, *misses], 0)
        programme = Programme({**free, **objective}, rules)
        chosen = programme.cheapest() or frozenset()
        rules.append(programme.at_most(programme.cost(chosen)))
    return frozenset(name for name in chosen if name in costs)


def _journeys(start: Start) -> Mapping[str, int]:
    """The journeys of the profile with their weights, those that weigh nothing left out."""
    journeys = start.questionnaire.journeys_for(start.card.sheet.business.profile)
    return {journey.id: journey.weight for journey in journeys if journey.weight}


def _index_gains(start: Start, costs: Mapping[str, int]) -> Mapping[str, int]:
    """What each step adds to the arithmetic index, in whole parts of a common measure."""
    weights = {each.capability: each.weight for each in start.card.standings if each.applies}
    members = members_by_dimension(start.questionnaire, weights)
    totals = {dimension: sum(each for _, each in inside) for dimension, inside in members.items()}
    common = lcm(*totals.values())
    gains = {}
    for name in costs:
        capability = start.questionnaire.step[name].capability
        dimension = start.questionnaire.dimension[
            start.questionnaire.capability[capability].dimension
        ]
        gains[name] = dimension.weight * weights[capability] * common // totals[dimension.id]
    return gains
