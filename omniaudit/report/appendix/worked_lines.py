"""The rules worked with the numbers of one assessment, so that they can be checked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.engine.explaining import explain
from omniaudit.language import say, say_as
from omniaudit.model.explanation import DimensionSum, Explanation, ShareCheck
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Column, Row, Table


def worked_lines(assessment: Assessment) -> Table:
    """One dimension, its stage, the index and the confidence, worked out."""
    explanation = explain(assessment.questionnaire, assessment.card)
    rows = tuple(Row(each) for each in _lines(assessment, explanation))
    columns = (Column(say_as("what is worked out", "Number"), 3), Column(say("Sum"), 7))
    return Table("", columns, rows or (Row((say("Score"), nothing_to_work())),), small=True)


def _lines(assessment: Assessment, explanation: Explanation) -> Iterator[tuple[str, str]]:
    known = [each for each in explanation.dimensions if each.possible]
    if known:
        name = assessment.questionnaire.dimension[known[0].dimension].name
        yield say("Score of {dimension}", dimension=name.lower()), _score(assessment, known[0])
        if known[0].possible < known[0].possible_with_unknowns:
            yield say("Its interval"), _interval(known[0])
        yield from _gate(assessment, explanation, known[0].dimension)
    yield from _index(assessment)
    yield from _confidence(assessment, explanation)


def _score(assessment: Assessment, found: DimensionSum) -> str:
    parts = [
        f"{each.standing.weight}\u00d7{wording.exact(each.standing.score)}"
        for each in found.summands
        if each.standing.score is not None
    ]
    codes = [
        assessment.code(each.standing.capability)
        for each in found.summands
        if each.standing.score is not None
    ]
    value = wording.decimal(100 * found.points / found.possible)
    weight = found.possible // TOP
    return (
        f"100 \u00d7 ({' + '.join(parts)}) / ({TOP} \u00d7 {weight}) = {value} ({', '.join(codes)})"
    )


def _interval(found: DimensionSum) -> str:
    weight = found.possible_with_unknowns // TOP
    points = wording.exact(found.low_points), wording.exact(found.high_points)
    low, high = (
        wording.decimal(100 * each / found.possible_with_unknowns)
        for each in (found.low_points, found.high_points)
    )
    # Translators: two sums
    return say(
        "from {lowest} to {highest}",
        lowest=f"100 \u00d7 {points[0]} / ({TOP} \u00d7 {weight}) = {low}",
        highest=f"100 \u00d7 {points[1]} / ({TOP} \u00d7 {weight}) = {high}",
    )


def _gate(
    assessment: Assessment, explanation: Explanation, dimension: str
) -> Iterator[tuple[str, str]]:
    """The shares of one dimension at the stage that was tried last."""
    tried = min(explanation.confirmed + 1, TOP)
    for stage in explanation.stages:
        for check in stage.checks:
            if (
                stage.stage == tried
                and isinstance(check, ShareCheck)
                and check.dimension == dimension
            ):
                label = say(
                    "Its share at level {level}, for {stage}",
                    level=check.level,
                    stage=assessment.stage(tried),
                )
                yield label, share(check.have, check.of, check.need, holds=check.holds)


def _index(assessment: Assessment) -> Iterator[tuple[str, str]]:
    index = assessment.card.index
    scores = [
        (max(each.score, Fraction(1)), assessment.questionnaire.dimension[each.dimension].weight)
        for each in assessment.card.dimensions
        if each.score is not None
    ]
    if index.value is None or not scores:
        return
    weights = sum(weight for _, weight in scores)
    product = " \u00d7 ".join(
        wording.exact(score) if weight == 1 else f"({wording.exact(score)})^{weight}"
        for score, weight in scores
    )
    yield say("Index"), index_sum(product, weights, wording.decimal(index.value))
    yield say("Plain mean"), wording.known(index.arithmetic)


def _confidence(assessment: Assessment, explanation: Explanation) -> Iterator[tuple[str, str]]:
    weight = sum(each.weight for each in explanation.trusts)
    if not weight:
        return
    trusted = sum((each.weight * each.trust for each in explanation.trusts), Fraction(0))
    value = wording.decimal(100 * explanation.confidence)
    grade = assessment.card.confidence.grade
    worked = f"100 \u00d7 {wording.exact(trusted)} / {weight} = {value}"
    yield say("Confidence"), say("{sum}, grade {grade}", sum=worked, grade=grade)


def nothing_to_work() -> str:
    """Say that there is nothing to work out."""
    return say("No practice was answered, so there is nothing to work out yet.")


def share(have: int, of: int, need: int, *, holds: bool) -> str:
    """A share that was checked."""
    if holds:
        return say("weight {have} of {of}, {need} needed: enough", have=have, of=of, need=need)
    return say("weight {have} of {of}, {need} needed: not enough", have=have, of=of, need=need)


def index_sum(product: str, degree: int, value: str) -> str:
    """The geometric mean, worked out."""
    if degree == 1:
        return f"{product} = {value}"
    return f"({product})^(1/{degree}) = {value}"
