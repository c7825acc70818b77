"""Dimension scores and index, with the interval that holds every completion of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import exp, log

from omniaudit.engine.gates import Conditions, Levels, Shares
from omniaudit.engine.tally import Tally, tally, total
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import DimensionScore, Index, Standing

_PARTS = 10**12
"""Parts of a point to which the geometric mean, an irrational number, is computed."""

_THIRDS_OF_ALL = 9
"""The score of a capability at level 3, in thirds."""
_PERCENT = 100
_ZERO = Fraction(0)
_REDUCED = 40


def dimension_scores(
    questionnaire: Questionnaire, standings: Iterable[Standing], gates: Conditions
) -> tuple[DimensionScore, ...]:
    """The score of every dimension: linear inside, unknowns at their worst and best."""
    inside: dict[str, list[Tally]] = {each.id: [] for each in questionnaire.dimensions}
    for each in standings:
        inside[questionnaire.capability[each.capability].dimension].append(tally(each))
    return scores_of({name: total(tallies) for name, tallies in inside.items()}, gates)


def scores_of(tallies: Mapping[str, Tally], gates: Conditions) -> tuple[DimensionScore, ...]:
    """The same from what every dimension adds up to."""
    return tuple(
        _score(dimension, each, gates.shares.get(dimension)) for dimension, each in tallies.items()
    )


def _score(dimension: str, inside: Tally, shares: Shares | None) -> DimensionScore:
    if shares is None:
        return DimensionScore(dimension, None, None, None, None, None, bool(inside.asked))
    answered = sum(inside.evidence)
    return DimensionScore(
        dimension=dimension,
        score=_percent(inside.thirds, answered) if answered else None,
        low=_percent(inside.thirds, inside.applying),
        high=_percent(inside.thirds + inside.hoped, inside.applying),
        stage=shares.reach(inside.worst),
        potential=shares.reach(inside.best),
        reduced=_PERCENT * (inside.asked - inside.applying) > _REDUCED * inside.asked,
    )


def index(questionnaire: Questionnaire, dimensions: Sequence[DimensionScore]) -> Index:
    """The geometric mean of the dimensions in play, each floored at 1, and its interval.

    Backing: the human development index moved to the geometric mean in 2010 so that a poor
    dimension is not linearly made up for. It stays secondary and never decides the stage.
    """
    in_play = [each for each in dimensions if each.low is not None]
    if not in_play:
        return Index(None, _ZERO, _ZERO, None)
    weights = [questionnaire.dimension[each.dimension].weight for each in in_play]
    values = [each.score for each in in_play if each.score is not None]
    known = len(values) == len(in_play)
    lows = [each.low or _ZERO for each in in_play]
    highs = [each.high or _ZERO for each in in_play]
    low = geometric_mean(lows, weights)
    return Index(
        value=(low if values == lows else geometric_mean(values, weights)) if known else None,
        low=low,
        high=low if highs == lows else geometric_mean(highs, weights),
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
    degree = sum(weights)
    above, below, logarithm = 1, 1, 0.0
    for value, weight in zip(values, weights, strict=True):
        numerator, denominator = value.as_integer_ratio()
        if numerator > denominator:  # and not below the floor, which adds nothing
            above *= numerator**weight
            below *= denominator**weight
            logarithm += weight * log(numerator / denominator)
    guess = int(exp(logarithm / degree) * _PARTS)
    return Fraction(_root(above * _PARTS**degree // below, degree, guess), _PARTS)


def _root(number: int, degree: int, guess: int) -> int:
    """The whole part of a root: exact whatever the guess, and quick from a near one."""
    while guess**degree > number:
        guess -= 1
    while (guess + 1) ** degree <= number:
        guess += 1
    return guess


def _mean(values: Sequence[Fraction], weights: Sequence[int]) -> Fraction:
    above, below = 0, 1
    for value, weight in zip(values, weights, strict=True):
        numerator, denominator = value.as_integer_ratio()
        above = above * denominator + below * weight * numerator
        below *= denominator
    return Fraction(above, below * sum(weights))


# Thirds and weights are small, and so are the same percentages ever again.
@lru_cache(maxsize=4096)
def _percent(thirds: int, weight: int) -> Fraction:
    return Fraction(_PERCENT * thirds, _THIRDS_OF_ALL * weight)
