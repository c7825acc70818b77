"""On small questionnaires the plans are those found by trying out everything.

The rules are written down here a second time, straight from the model, and every combination of
levels is tried.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product
from math import prod
from random import Random

import pytest

from omniaudit.engine.budgeting import plan_within
from omniaudit.engine.planning import plan
from omniaudit.engine.programme import Condition, Programme
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answer, Answered, AnswerSheet, Business, NotApplicable, Unknown
from omniaudit.model.capability import Capability, Requirement
from omniaudit.model.gates import Gates, KeyCondition
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Band
from omniaudit.model.walkthroughs import Journey, JourneyStep
from tests.engine.sheets import QUESTIONNAIRE

Levels = Mapping[str, int]
Steps = frozenset[str]

PERCENT = QUESTIONNAIRE.gates.presets["standard"]
PLANNED, BUDGETED, PROGRAMMES = 300, 300, 400


def capability(name: str, known: list[str], bands: Sequence[Band], chance: Random) -> Capability:
    """A capability whose steps require others that came before it."""
    base = chance.choice(QUESTIONNAIRE.capabilities)
    steps = tuple(
        replace(
            step,
            capability=name,
            band=chance.choice(bands),
            requires=tuple(
                Requirement(need, chance.randint(1, step.level))
                for need in known
                if chance.random() < 0.12
            ),
        )
        for step in base.steps
    )
    dimension = name.partition(".")[0]
    weights = {"retail": chance.choice((1, 2, 2))}
    return replace(base, id=name, dimension=dimension, steps=steps, weights=weights)


def journey(number: int, names: list[str], chance: Random) -> Journey:
    needs = tuple(
        Requirement(name, chance.randint(1, 3))
        for name in chance.sample(names, chance.randint(1, 2))
    )
    step = JourneyStep("it", "", "", None, critical=True, requires=needs)
    return Journey(f"j{number}", "", "", "", ("retail",), (), chance.randint(0, 2), (step,), ())


def questionnaire(chance: Random, most: int) -> Questionnaire:
    """One to three dimensions with up to so many capabilities, keys and journeys."""
    dimensions = QUESTIONNAIRE.dimensions[: chance.randint(1, 3)]
    places = [chance.choice(dimensions).id for _ in range(chance.randint(min(4, most), most))]
    names = [f"{place}.c{number}" for number, place in enumerate(places)]
    chance.shuffle(names)
    bands = QUESTIONNAIRE.bands[: chance.choice((1, 1, 2, 3))]
    made = [capability(name, names[:number], bands, chance) for number, name in enumerate(names)]
    keys = tuple(
        KeyCondition(chance.randint(1, 3), tuple(chance.sample(names, chance.randint(1, 2))))
        for _ in range(chance.randint(0, 2))
    )
    return replace(
        QUESTIONNAIRE,
        dimensions=tuple(replace(each, weight=chance.randint(1, 3)) for each in dimensions),
        capabilities=tuple(sorted(made, key=lambda each: each.id)),
        gates=Gates(QUESTIONNAIRE.gates.presets, keys, ()),
        journeys=tuple(journey(number, names, chance) for number in range(chance.randint(0, 3))),
    )


@dataclass(frozen=True)
class Trial:
    """A questionnaire with the levels held; what does not apply is not among them."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    held: Levels

    @classmethod
    def of(cls, number: int, most: int) -> Trial:
        """The trial of a number."""
        chance = Random(number)
        asked = questionnaire(chance, most)
        signs = chance.choice(("00001", "0112", "0123", "01?-", "11122"))
        drawn = {each.id: chance.choice(signs) for each in asked.capabilities}
        other: dict[str, Answer] = {"?": Unknown(), "-": NotApplicable("we have none")}
        answers = {name: other.get(sign) or Answered(int(sign)) for name, sign in drawn.items()}
        held = {name: int(sign.replace("?", "0")) for name, sign in drawn.items() if sign != "-"}
        size = chance.choice(asked.sizes).id
        return cls(asked, AnswerSheet(Business("B", "retail", size), answers=answers), held)

    def weight(self, name: str) -> int:
        return self.questionnaire.capability[name].weights["retail"]

    def conditions(self, levels: Levels, target: int) -> list[bool]:
        """Which conditions of the stages up to a target hold (model 3.4)."""
        found = []
        for stage in range(1, target + 1):
            for dimension in self.questionnaire.dimensions:
                inside = [name for name in levels if name.startswith(f"{dimension.id}.")]
                total = sum(map(self.weight, inside))
                for level in range(1, stage + 1) if inside else ():
                    have = sum(self.weight(name) for name in inside if levels[name] >= level)
                    own = 2 * have > total
                    found.append(own if level == stage else 100 * have >= PERCENT * total)
            for key in self.questionnaire.gates.keys:
                ways = [name for name in key.any_of if name in levels]
                if key.stage == stage and ways:
                    found.append(any(levels[name] >= stage for name in ways))
        return found

    def steps(self, levels: Levels) -> Steps:
        return frozenset(
            f"{name}@{level}"
            for name, reached in levels.items()
            for level in range(self.held[name] + 1, reached + 1)
        )

    def cost(self, steps: Steps) -> Fraction:
        factor = Fraction(self.questionnaire.size[self.sheet.business.size].effort, 10)
        return sum(
            (self.questionnaire.step[name].band.midpoint * factor for name in steps), Fraction(0)
        )

    @cached_property
    def ways(self) -> list[tuple[Levels, Steps, Fraction]]:
        """Every combination of levels that respects the prerequisites of new steps (model 4.3)."""
        found: list[tuple[Levels, Steps, Fraction]] = []
        for reached in product(*(range(level, 4) for level in self.held.values())):
            levels: Levels = dict(zip(self.held, reached, strict=True))
            steps = self.steps(levels)
            needs = [need for name in steps for need in self.questionnaire.step[name].requires]
            if all(levels.get(need.capability, 3) >= need.level for need in needs):
                found.append((levels, steps, self.cost(steps)))
        return found

    def cheapest(self, target: int) -> tuple[Fraction, set[Steps]]:
        """The least cost of a stage, and all sets of steps that cost it."""
        reaching = [way for way in self.ways if all(self.conditions(way[0], target))]
        least = min(cost for _, _, cost in reaching)
        return least, {steps for _, steps, cost in reaching if cost == least}

    def worth(self, levels: Levels, target: int) -> tuple[int, int, Fraction, Fraction]:
        """What a budget buys, the more important first: conditions, journeys, index, effort."""
        closed = sum(self.conditions(levels, target))
        opened = sum(
            each.weight
            for each in self.questionnaire.journeys
            if all(levels.get(need.capability, 3) >= need.level for need in each.requires)
        )
        index = Fraction(0)
        for dimension in self.questionnaire.dimensions:
            inside = [name for name in levels if name.startswith(f"{dimension.id}.")]
            if inside:
                points = sum(self.weight(name) * levels[name] for name in inside)
                index += dimension.weight * Fraction(points, sum(map(self.weight, inside)))
        return closed, opened, index, -self.cost(self.steps(levels))

    def after(self, found: Plan) -> Levels:
        """The levels when a plan is done."""
        levels = dict(self.held)
        for each in found.steps:
            levels[each.step.capability] = max(each.step.level, levels[each.step.capability])
        return levels


def all_plans(found: Plan) -> set[Steps]:
    """Every plan that must and factors describe."""
    ways = product(*(factor.ways for factor in found.factors))
    return {frozenset(found.must).union(*way) for way in ways}


def told_by_choices(found: Plan) -> set[Steps]:
    """Every plan that must and choices describe."""
    ways = product(*(combinations(each.among, each.choose) for each in found.choices))
    return {frozenset(found.must).union(*way) for way in ways}


@pytest.mark.parametrize("batch", range(10))
def test_plans_are_all_the_cheapest_ones(batch: int) -> None:
    tried = 0
    for number in range(batch, PLANNED, 10):
        trial = Trial.of(number, most=6)
        if not trial.held:
            continue
        card = score(trial.questionnaire, trial.sheet)
        for target in (1, 2, 3):
            found = plan(trial.questionnaire, card, target)
            cost, plans = trial.cheapest(target)
            tried += 1

            assert found.effort == cost
            assert all_plans(found) == plans
            assert found.plans == len(plans) == prod(len(each.ways) for each in found.factors)
            assert frozenset(found.must) == frozenset.intersection(*plans)
            assert frozenset(each.step.id for each in found.steps) in plans
            assert {each.step: each.plans for each in found.options} == {
                name: sum(name in steps for steps in plans)
                for name in frozenset.union(*plans) - frozenset(found.must)
            }
            if found.choices:
                assert told_by_choices(found) == plans

    assert tried > 60


@pytest.mark.parametrize("batch", range(10))
def test_a_budget_buys_the_most(batch: int) -> None:
    tried = 0
    for number in range(batch, BUDGETED, 10):
        trial = Trial.of(1000 + number, most=4)
        if not trial.held:
            continue
        card = score(trial.questionnaire, trial.sheet)
        target = 1 + number % 3
        whole, _ = trial.cheapest(target)
        for part in (Fraction(1, 4), Fraction(2, 3), Fraction(9, 10)):
            budget = whole * part
            found = plan_within(trial.questionnaire, card, budget, target)
            if not whole:
                continue
            affordable = [levels for levels, _, cost in trial.ways if cost <= budget]
            best = max(trial.worth(levels, target) for levels in affordable)
            bought = trial.after(found)
            tried += 1

            assert bought in affordable
            assert trial.worth(bought, target) == best

    assert tried > 20


def test_the_trials_are_of_all_kinds() -> None:
    """Trying out everything would say little if there were never a choice."""
    seen = {"alone": 0, "several": 0, "choices": 0, "no choices": 0, "two factors": 0}
    for number, target in product(range(PLANNED), (1, 2)):
        trial = Trial.of(number, most=6)
        found = plan(trial.questionnaire, score(trial.questionnaire, trial.sheet), target)
        seen["alone"] += found.plans == 1
        seen["several"] += found.plans > 1
        seen["choices"] += bool(found.choices)
        seen["no choices"] += found.plans > 1 and not found.choices
        seen["two factors"] += len(found.factors) > 1

    assert min(seen.values()) > 1, seen


def programme(chance: Random) -> Programme:
    """Up to twelve variables in blocks of which some are needed, some of them prerequisites."""
    names = [f"x{number:02}" for number in range(chance.randint(1, 12))]
    prices = chance.choice(((6,), (6,), (2, 6), (2, 6, 12)))
    rules = []
    block = chance.randint(2, 6)
    for first in range(0, len(names), block):
        weights = {name: chance.choice((1, 2, 2)) for name in names[first : first + block]}
        rules.append(Condition(weights, chance.randint(0, sum(weights.values()))))
    for _ in range(chance.randint(0, 2)):
        need, name = sorted(chance.choices(names, k=2))
        if need != name:
            rules.append(Condition({need: 1, name: -1}, 0))
    if chance.random() < 0.1:
        rules.append(Condition(dict.fromkeys(names, -1), -chance.randint(0, len(names))))
    return Programme({name: chance.choice(prices) for name in names}, rules)


@pytest.mark.parametrize("batch", range(4))
def test_programmes_have_all_their_cheapest_solutions(batch: int) -> None:
    factors = 0
    for number in range(batch, PROGRAMMES, 4):
        asked = programme(Random(number))
        names = list(asked.costs)
        best: dict[int, set[Steps]] = {}
        for signs in product((False, True), repeat=len(names)):
            chosen = frozenset(name for name, yes in zip(names, signs, strict=True) if yes)
            if all(
                sum(weight for name, weight in rule.weights.items() if name in chosen)
                >= rule.at_least
                for rule in asked.conditions
            ):
                best.setdefault(asked.cost(chosen), set()).add(chosen)

        found = asked.all_cheapest(5000)

        if not best:
            assert found is None
            continue
        assert found is not None
        factors += len(found.factors) > 1
        assert found.cost == min(best)
        ways = [found.must.union(*way) for way in product(*found.factors)]
        assert set(ways) == best[found.cost]
        assert len(ways) == len(best[found.cost])
        assert found.must == frozenset.intersection(*best[found.cost])

    assert factors > 3
