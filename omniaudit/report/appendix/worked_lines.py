"""The rules worked with the numbers of one assessment, so that they can be checked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.engine.explaining import explain
from omniaudit.model.explanation import DimensionSum, Explanation, ShareCheck
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Column, Row, Table


def worked_lines(assessment: Assessment) -> Table:
    """One dimension, its stage, the index and the confidence, worked out."""
    explanation = explain(assessment.questionnaire, assessment.card)
    rows = tuple(Row(each) for each in _lines(assessment, explanation))
    columns = (Column("Number", 3), Column("Sum", 7))
    return Table("", columns, rows or (Row(("Score", nothing_to_work())),), small=True)


def _lines(assessment: Assessment, explanation: Explanation) -> Iterator[tuple[str, str]]:
    known = [each for each in explanation.dimensions if each.possible]
    if known:
        name = assessment.questionnaire.dimension[known[0].dimension].name
        yield f"Score of {name.lower()}", _score(assessment, known[0])
        if known[0].possible < known[0].possible_with_unknowns:
            yield "Its interval", _interval(known[0])
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
    return (
        f"from 100 \u00d7 {points[0]} / ({TOP} \u00d7 {weight}) = {low} to "
        f"100 \u00d7 {points[1]} / ({TOP} \u00d7 {weight}) = {high}"
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
                label = f"Its share at level {check.level}, for {assessment.stage(tried)}"
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
    yield "Index", index_sum(product, weights, wording.decimal(index.value))
    yield "Plain mean", wording.known(index.arithmetic)


def _confidence(assessment: Assessment, explanation: Explanation) -> Iterator[tuple[str, str]]:
    weight = sum(each.weight for each in explanation.trusts)
    if not weight:
        return
    trusted = sum((each.weight * each.trust for each in explanation.trusts), Fraction(0))
    value = wording.decimal(100 * explanation.confidence)
    grade = assessment.card.confidence.grade
    yield "Confidence", f"100 \u00d7 {wording.exact(trusted)} / {weight} = {value}, grade {grade}"


def nothing_to_work() -> str:
    """Say that there is nothing to work out."""
    return "No practice was answered, so there is nothing to work out yet."


def share(have: int, of: int, need: int, *, holds: bool) -> str:
    """A share that was checked."""
    result = "enough" if holds else "not enough"
    return f"weight {have} of {of}, {need} needed: {result}"


def index_sum(product: str, degree: int, value: str) -> str:
    """The geometric mean, worked out."""
    if degree == 1:
        return f"{product} = {value}"
    return f"({product})^(1/{degree}) = {value}"
