"""Which stage the business needs, which it can carry, and what follows for its target.

The three factors are the trade's own; weights and cuts are our judgement and stand in the
questionnaire.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from omniaudit.model.answers import Answered, AnswerSheet, FitAnswer, NotAsked
from omniaudit.model.scorecard import DecisiveFitItem, FitResult, Verdict
from omniaudit.model.walkthroughs import Fit, FitItem

_TOP = 3
_HUNDRED = 100


class Sum(NamedTuple):
    """The answers to the items of a factor: their sum, how many there are, and of how many."""

    total: int
    answered: int
    items: int

    def with_unknown(self, level: int) -> Sum:
        """The same when whatever is not known is at a level."""
        return Sum(self.total + level * (self.items - self.answered), self.items, self.items)


Sums = Mapping[str, Sum]
Ratio = tuple[int, int]
"""A number as two integers, not in lowest terms: it is only compared."""


def fit(scale: Fit, sheet: AnswerSheet, stage: int) -> FitResult | None:
    """Judge fit against the confirmed stage; None when no item was answered or unknown."""
    answers = {item.id: sheet.fit[item.id] for item in scale.items if item.id in sheet.fit}
    if all(isinstance(each, NotAsked) for each in answers.values()):
        return None
    known = {factor.id: _sum(scale, factor.id, answers) for factor in scale.factors}
    need = _need(scale, known)
    return FitResult(
        means={
            name: Fraction(each.total, each.answered) if each.answered else None
            for name, each in known.items()
        },
        need=None if need is None else Fraction(need[0], need[1] * _HUNDRED),
        needed_stage=_stage(need, scale.need_cuts),
        capacity_stage=_capacity(scale, known),
        target=_target(scale, known, 0, stage),
        target_possible=_target(scale, known, _TOP, stage),
        verdict=_verdict(scale, known, stage),
        decisive=tuple(_decisive(scale, answers, known, stage)),
    )


def _sum(scale: Fit, factor: str, answers: Mapping[str, FitAnswer]) -> Sum:
    items = [item for item in scale.items if item.factor == factor]
    values = [
        _value(item, answer.level)
        for item in items
        if isinstance(answer := answers.get(item.id), Answered)
    ]
    return Sum(sum(values), len(values), len(items))


def _value(item: FitItem, level: int) -> int:
    return _TOP - level if item.is_reversed else level


def _need(scale: Fit, sums: Sums) -> Ratio | None:
    """What is needed, in hundredths of a stage; None where a factor has no answer."""
    above, below = 0, 1
    for factor, percent in scale.need.items():
        total, answered, _ = sums[factor]
        if not answered:
            return None
        above = above * answered + below * percent * total
        below *= answered
    return above, below


def _capacity(scale: Fit, sums: Sums) -> int | None:
    """The stage that resources carry."""
    total, answered, _ = sums[scale.capacity]
    return _stage((_HUNDRED * total, answered) if answered else None, scale.capacity_cuts)


def _stage(hundredths: Ratio | None, cuts: tuple[int, int]) -> int | None:
    if hundredths is None:
        return None
    above, below = hundredths
    second, third = cuts
    return 1 + (above >= second * below) + (above >= third * below)


def _target(scale: Fit, known: Sums, unknown: int, stage: int) -> int:
    """The target of the next 12 to 18 months: needed, carried, and one stage up at most.

    `unknown` stands in for what is not known.
    """
    sums = {name: each.with_unknown(unknown) for name, each in known.items()}
    needed = _stage(_need(scale, sums), scale.need_cuts)
    return min(needed or 1, _capacity(scale, sums) or 1, stage + 1)


def _verdict(scale: Fit, known: Sums, stage: int) -> Verdict | None:
    needed = _stage(_need(scale, known), scale.need_cuts)
    capacity = _capacity(scale, known)
    if needed is None or capacity is None:
        return None
    if needed == 1:
        return "multichannel-is-enough"
    if needed > capacity:
        return "resources-first"
    target = _target(scale, known, 0, stage)
    if stage < target:
        return "room-to-grow"
    return "fits" if stage == target else "ahead-of-need"


def _decisive(
    scale: Fit, answers: Mapping[str, FitAnswer], known: Sums, stage: int
) -> Iterator[DecisiveFitItem]:
    """Answers that change the verdict when they are one level off."""
    verdict = _verdict(scale, known, stage)
    for item in scale.items:
        answer = answers.get(item.id)
        if not isinstance(answer, Answered):
            continue
        was = known[item.factor]
        for other in (answer.level - 1, answer.level + 1):
            if not 0 <= other <= _TOP:
                continue
            total = was.total + _value(item, other) - _value(item, answer.level)
            new = _verdict(scale, {**known, item.factor: was._replace(total=total)}, stage)
            if new is not None and new != verdict:
                yield DecisiveFitItem(item.id, answer.level, other, new)
