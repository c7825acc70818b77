"""The sums and checks behind a scorecard, recomputed from its standings."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.engine.gates import Conditions, Key, Levels, Share, conditions, worst_levels
from omniaudit.engine.scoring import trust_of
from omniaudit.model.explanation import (
    DimensionSum,
    Explanation,
    KeyCheck,
    ShareCheck,
    StageCheck,
    Summand,
    Trust,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard, Standing
from omniaudit.model.terms import LEVELS

_TOP = LEVELS[-1]


def explain(questionnaire: Questionnaire, card: Scorecard) -> Explanation:
    """Everything that the numbers of a scorecard follow from, in questionnaire order."""
    gates = conditions(questionnaire, card.standings, card.stage.preset, card.walls)
    worst = worst_levels(card.standings)
    return Explanation(
        dimensions=tuple(
            _dimension_sum(questionnaire, card, dimension.id)
            for dimension in questionnaire.dimensions
        ),
        index=card.index,
        stages=tuple(_stage_check(gates, stage, worst) for stage in _stages(gates)),
        confirmed=card.stage.confirmed,
        trusts=tuple(
            Trust(each.capability, each.weight, trust_of(questionnaire, each, card.panel))
            for each in card.standings
            if each.applies
        ),
        confidence=card.confidence.value,
    )


def _stages(gates: Conditions) -> range:
    return range(1, len(gates.stages) + 1)


def _dimension_sum(questionnaire: Questionnaire, card: Scorecard, dimension: str) -> DimensionSum:
    inside = [
        each
        for each in card.standings
        if questionnaire.capability[each.capability].dimension == dimension
    ]
    summands = tuple(Summand(each, _points(each)) for each in inside)
    applying = [each for each in inside if each.applies]
    known = sum((each.points for each in summands if each.points is not None), Fraction(0))
    hoped = sum(each.weight * each.best for each in applying if each.thirds is None)
    return DimensionSum(
        dimension=dimension,
        summands=summands,
        points=known,
        possible=_TOP * sum(each.weight for each in applying if each.thirds is not None),
        low_points=known,
        high_points=known + hoped,
        possible_with_unknowns=_TOP * sum(each.weight for each in applying),
    )


def _points(standing: Standing) -> Fraction | None:
    return None if standing.score is None else standing.weight * standing.score


def _stage_check(gates: Conditions, stage: int, levels: Levels) -> StageCheck:
    return StageCheck(
        stage,
        tuple(_check(gate, levels) for gate in gates.stages[stage - 1]),
        tuple(wall for wall in gates.journeys if wall.stage == stage),
    )


def _check(gate: Share | Key, levels: Levels) -> ShareCheck | KeyCheck:
    if isinstance(gate, Share):
        have = gate.have(levels)
        return ShareCheck(gate.stage, gate.dimension, gate.level, have, gate.need, gate.of)
    met = tuple(name for name in gate.any_of if levels[name] >= gate.stage)
    return KeyCheck(gate.stage, gate.any_of, met)
