"""Dimension scores and index, with the interval that holds every completion of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from omniaudit.engine.gates import Conditions, Levels, best_levels, dimension_stage, worst_levels
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import DimensionScore, Index, Standing

DECIMALS = 12
"""Decimals to which the geometric mean, an irrational number, is computed."""

_THIRDS_OF_ALL = 9
"""The score of a capability at level 3, in thirds."""
_REDUCED = Fraction(2, 5)


def dimension_scores(
    questionnaire: Questionnaire, standings: Sequence[Standing], gates: Conditions
) -> tuple[DimensionScore, ...]:
    """The score of every dimension: linear inside, unknowns at their worst and best."""
    worst = worst_levels(standings)
    best = best_levels(standings)
    scores = []
    for dimension in questionnaire.dimensions:
        inside = [
            each
            for each in standings
            if questionnaire.capability[each.capability].dimension == dimension.id
        ]
        applying = [each for each in inside if each.applies]
        if not applying:
            scores.append(DimensionScore(dimension.id, None, None, None, None, None, bool(inside)))
            continue
        answered = [each for each in applying if each.thirds is not None]
        known = sum(each.weight * (each.thirds or 0) for each in answered)
        hoped = sum(3 * each.weight * each.best for each in applying if each.thirds is None)
        weight = sum(each.weight for each in applying)
        weight_inside = sum(each.weight for each in inside)
        scores.append(
            DimensionScore(
                dimension=dimension.id,
                score=_percent(known, sum(each.weight for each in answered)) if answered else None,
                low=_percent(known, weight),
                high=_percent(known + hoped, weight),
                stage=_stage(gates, dimension.id, worst),
                potential=_stage(gates, dimension.id, best),
                reduced=Fraction(weight_inside - weight, weight_inside) > _REDUCED,
            )
        )
    return tuple(scores)


def index(questionnaire: Questionnaire, dimensions: Sequence[DimensionScore]) -> Index:
    """The geometric mean of the dimensions in play, each floored at 1, and its interval.

    Backing: the human development index moved to the geometric mean in 2010 so that a poor
    dimension is not linearly made up for. It stays secondary and never decides the stage.
    """
    in_play = [each for each in dimensions if each.in_play]
    if not in_play:
        return Index(None, Fraction(0), Fraction(0), None)
    weights = [questionnaire.dimension[each.dimension].weight for each in in_play]
    values = [each.score for each in in_play if each.score is not None]
    known = len(values) == len(in_play)
    return Index(
        value=geometric_mean(values, weights) if known else None,
        low=geometric_mean([each.low or Fraction(0) for each in in_play], weights),
        high=geometric_mean([each.high or Fraction(0) for each in in_play], weights),
        arithmetic=_mean(values, weights) if known else None,
    )


def index_of_levels(
    questionnaire: Questionnaire, standings: Sequence[Standing], levels: Levels
) -> Fraction:
    """The index when every capability that applies is at a known level."""
    scores = {}
    for dimension in questionnaire.dimensions:
        inside = [
            each
            for each in standings
            if each.applies and questionnaire.capability[each.capability].dimension == dimension.id
        ]
        if inside:
            thirds = sum(3 * each.weight * levels[each.capability] for each in inside)
            scores[dimension] = _percent(thirds, sum(each.weight for each in inside))
    return geometric_mean(list(scores.values()), [dimension.weight for dimension in scores])


def geometric_mean(values: Sequence[Fraction], weights: Sequence[int]) -> Fraction:
    """The weighted geometric mean of values floored at 1, cut after twelve decimals."""
    product = Fraction(1)
    for value, weight in zip(values, weights, strict=True):
        product *= max(value, Fraction(1)) ** weight
    degree = sum(weights)
    scaled = product.numerator * 10 ** (DECIMALS * degree) // product.denominator
    return Fraction(_root(scaled, degree), 10**DECIMALS)


def _root(number: int, degree: int) -> int:
    """The whole part of a root, by Newton's method from above."""
    guess = 1 << -(-number.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + number // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def _mean(values: Sequence[Fraction], weights: Sequence[int]) -> Fraction:
    weighted = sum(
        (value * weight for value, weight in zip(values, weights, strict=True)), Fraction(0)
    )
    return weighted / sum(weights)


def _percent(thirds: int, weight: int) -> Fraction:
    return Fraction(100 * thirds, _THIRDS_OF_ALL * weight)


def _stage(gates: Conditions, dimension: str, levels: Levels) -> int:
    for stage, shares in enumerate(gates.stages, 1):
        if not dimension_stage(shares, dimension, levels):
            return stage - 1
    return len(gates.stages)
