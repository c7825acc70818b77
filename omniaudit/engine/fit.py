"""Which stage the business needs, which it can carry, and what follows for its target.

The three factors are the trade's own; weights and cuts are our judgement and stand in the
questionnaire.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from omniaudit.model.answers import Answered, AnswerSheet, FitAnswer, NotAsked
from omniaudit.model.scorecard import DecisiveFitItem, FitResult, Verdict
from omniaudit.model.walkthroughs import Fit

_TOP = 3
_HUNDRED = 100

Means = Mapping[str, Fraction | None]


def fit(scale: Fit, sheet: AnswerSheet, stage: int) -> FitResult | None:
    """Judge fit against the confirmed stage; None when no item was answered or unknown."""
    answers = {item.id: sheet.fit.get(item.id, NotAsked()) for item in scale.items}
    if all(isinstance(each, NotAsked) for each in answers.values()):
        return None
    known = _means(scale, answers, unknown=None)
    need, needed = _needed(scale, known)
    capacity = _stage(known[scale.capacity], scale.capacity_cuts)
    target = _target(scale, _means(scale, answers, unknown=0), stage)
    verdict = _verdict(needed, capacity, stage, target)
    return FitResult(
        means=known,
        need=need,
        needed_stage=needed,
        capacity_stage=capacity,
        target=target,
        target_possible=_target(scale, _means(scale, answers, unknown=_TOP), stage),
        verdict=verdict,
        decisive=tuple(_decisive(scale, answers, stage, verdict)),
    )


def _means(scale: Fit, answers: Mapping[str, FitAnswer], *, unknown: int | None) -> Means:
    """Mean of each factor; `unknown` stands in for what is not known, None leaves it out."""
    means: dict[str, Fraction | None] = {}
    for factor in scale.factors:
        values = []
        for item in scale.items:
            answer = answers[item.id]
            if item.factor != factor.id:
                continue
            if isinstance(answer, Answered):
                values.append(_TOP - answer.level if item.is_reversed else answer.level)
            elif unknown is not None:
                values.append(unknown)
        means[factor.id] = Fraction(sum(values), len(values)) if values else None
    return means


def _needed(scale: Fit, means: Means) -> tuple[Fraction | None, int | None]:
    need = Fraction(0)
    for factor, percent in scale.need.items():
        mean = means[factor]
        if mean is None:
            return None, None
        need += mean * percent / _HUNDRED
    return need, _stage(need, scale.need_cuts)


def _stage(value: Fraction | None, cuts: tuple[int, int]) -> int | None:
    if value is None:
        return None
    return 1 + sum(value * _HUNDRED >= cut for cut in cuts)


def _target(scale: Fit, means: Means, stage: int) -> int:
    """The target of the next 12 to 18 months: needed, carried, and one stage up at most."""
    _, needed = _needed(scale, means)
    capacity = _stage(means[scale.capacity], scale.capacity_cuts)
    return min(needed or 1, capacity or 1, stage + 1)


def _verdict(needed: int | None, capacity: int | None, stage: int, target: int) -> Verdict | None:
    if needed is None or capacity is None:
        return None
    if needed == 1:
        return "multichannel-is-enough"
    if needed > capacity:
        return "resources-first"
    if stage < target:
        return "room-to-grow"
    return "fits" if stage == target else "ahead-of-need"


def _decisive(
    scale: Fit, answers: Mapping[str, FitAnswer], stage: int, verdict: Verdict | None
) -> list[DecisiveFitItem]:
    """Answers that change the verdict when they are one level off."""
    found = []
    for item in scale.items:
        answer = answers[item.id]
        if not isinstance(answer, Answered):
            continue
        for other in (answer.level - 1, answer.level + 1):
            if not 0 <= other <= _TOP:
                continue
            changed = {**answers, item.id: Answered(other)}
            known = _means(scale, changed, unknown=None)
            target = _target(scale, _means(scale, changed, unknown=0), stage)
            capacity = _stage(known[scale.capacity], scale.capacity_cuts)
            new = _verdict(_needed(scale, known)[1], capacity, stage, target)
            if new is not None and new != verdict:
                found.append(DecisiveFitItem(item.id, answer.level, other, new))
    return found
