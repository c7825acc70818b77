"""Every number of a scorecard with the sum it comes from, line by line."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.explanation import (
    DimensionSum,
    Explanation,
    KeyCheck,
    ShareCheck,
    StageCheck,
    Summand,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.report import wording
from omniaudit.report.document import Document, Prose, Section
from omniaudit.report.findings.blockers import walls
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import screen

_HOLDS = {True: "holds", False: "FAILS"}
_REASONS = {
    "coverage": "holds in part of the business",
    "evidence": "not seen in the audit",
}
_LEFT_OUT = {
    "unknown": "unknown, left out of the score",
    "not-asked": "not asked, left out of the score",
    "not-applicable": "not applicable, left out altogether",
}


def explained(questionnaire: Questionnaire, card: Scorecard, explanation: Explanation) -> Document:
    """The sums behind dimensions, index, stage and confidence; they add up as they stand."""
    reading = Reading(questionnaire, card)
    sections = [_dimension(reading, each) for each in explanation.dimensions]
    sections.append(_index(questionnaire, card))
    sections += [_stage(reading, each) for each in explanation.stages]
    sections.append(_confirmed(questionnaire, card))
    sections.append(_confidence(questionnaire, explanation, card.confidence.grade))
    title = f"{card.sheet.business.name}: how every number follows from the answers"
    return screen(questionnaire, title=title, sections=tuple(sections))


def exact(value: Fraction) -> str:
    """A number without rounding: whole, or with a fraction."""
    whole, rest = divmod(value, 1)
    if not rest:
        return str(whole)
    return f"{whole} {rest}" if whole else str(rest)


def _dimension(reading: Reading, dimension: DimensionSum) -> Section:
    lines = [_summand(reading, each) for each in dimension.summands]
    points, possible = exact(dimension.points), dimension.possible
    if dimension.possible:
        score = 100 * dimension.points / dimension.possible
        lines.append(f"Score: 100 x {points} / {possible} = {wording.decimal(score)}")
    if dimension.possible_with_unknowns > dimension.possible:
        whole = dimension.possible_with_unknowns
        for name, part in (("Lowest", dimension.low_points), ("Highest", dimension.high_points)):
            value = wording.decimal(100 * part / whole)
            lines.append(
                f"{name}, missing answers included: 100 x {exact(part)} / {whole} = {value}"
            )
    name = reading.questionnaire.dimension[dimension.dimension].name
    return _section(name, lines)


def _summand(reading: Reading, summand: Summand) -> str:
    standing = summand.standing
    capability = reading.questionnaire.capability[standing.capability]
    name = f"{capability.code} {capability.name}"
    why = "; ".join(
        _REASONS.get(each) or f"{reading.journey(each)} failed" for each in standing.capped_by
    )
    if standing.score is None or summand.points is None:
        best = f"; at best level {standing.best} ({why})" if why else ""
        return f"{name}: {_LEFT_OUT[standing.state]}{best}"
    less = standing.counted != standing.level
    counted = f", counts as {standing.counted} for the stage" if less else ""
    counted += f" ({why})" if why else ""
    return (
        f"{name}: level {standing.level}{counted}; weight {standing.weight}"
        f" x score {exact(standing.score)} = {exact(summand.points)}"
    )


def _index(questionnaire: Questionnaire, card: Scorecard) -> Section:
    in_play = [each for each in card.dimensions if each.in_play]
    lines = []
    if card.index.value is None or card.index.arithmetic is None:
        lines.append("No value: a dimension has no answer yet.")
    else:
        weights = [questionnaire.dimension[each.dimension].weight for each in in_play]
        scores = [each.score for each in in_play if each.score is not None]
        terms = [
            f"{float(score):.4f}" + (f"^{weight}" if weight > 1 else "")
            for score, weight in zip(scores, weights, strict=True)
        ]
        plain = [
            (f"{weight} x " if weight > 1 else "") + f"{float(score):.4f}"
            for score, weight in zip(scores, weights, strict=True)
        ]
        degree = sum(weights)
        lines.append(
            f"Geometric mean, each score at least 1: ({' x '.join(terms)}) ^ (1/{degree})"
            f" = {wording.decimal(card.index.value)}"
        )
        lines.append(
            f"Arithmetic mean: ({' + '.join(plain)}) / {degree}"
            f" = {wording.decimal(card.index.arithmetic)}"
        )
    low, high = wording.decimal(card.index.low), wording.decimal(card.index.high)
    lines.append(
        f"Interval: the same geometric mean of the dimensions' lowest, and of their highest, each"
        f" at least 1: {low} to {high}"
    )
    return _section("Index", lines)


def _stage(reading: Reading, stage: StageCheck) -> Section:
    lines = [_check(reading.questionnaire, each) for each in stage.checks]
    lines += [f"Journeys: {each.rstrip('.')}: FAILS" for each in walls(reading, stage.stage)]
    name = reading.stage_title(stage.stage)
    return _section(f"Conditions of stage {stage.stage}, {name}: {_HOLDS[stage.holds]}", lines)


def _check(questionnaire: Questionnaire, check: ShareCheck | KeyCheck) -> str:
    if isinstance(check, KeyCheck):
        names = wording.either([questionnaire.capability[each].name for each in check.any_of])
        met = wording.listed([questionnaire.capability[each].code for each in check.met_by])
        found = f"met by {met}" if met else "met by none"
        return f"Key: {names} at level {check.stage}: {found}: {_HOLDS[check.holds]}"
    name = questionnaire.dimension[check.dimension].name
    return (
        f"{name}: weight {check.have} of {check.of} at level {check.level},"
        f" {check.need} needed: {_HOLDS[check.holds]}"
    )


def _confirmed(questionnaire: Questionnaire, card: Scorecard) -> Section:
    confirmed = questionnaire.stages[card.stage.confirmed].name
    potential = questionnaire.stages[card.stage.potential].name
    lines = [
        f"Confirmed: the last stage before the first that fails, missing answers at 0: {confirmed}",
        f"Possible: the same with missing answers at their best: {potential}",
    ]
    return _section("Stage", lines)


def _confidence(questionnaire: Questionnaire, explanation: Explanation, grade: str) -> Section:
    lines = [
        f"{questionnaire.capability[each.capability].code}: weight {each.weight}"
        f" x trust {exact(each.trust)} = {exact(each.weight * each.trust)}"
        for each in explanation.trusts
    ]
    total = sum((each.weight * each.trust for each in explanation.trusts), Fraction(0))
    weight = sum(each.weight for each in explanation.trusts)
    if weight:
        value = wording.decimal(100 * explanation.confidence)
        lines.append(f"Confidence: 100 x {exact(total)} / {weight} = {value}, grade {grade}")
        grades = [f"{name} from {least}" for name, least in questionnaire.confidence_grades.items()]
        lines.append(f"Grades: {wording.listed(grades)}; below, D")
    return _section("Confidence", lines)


def _section(title: str, lines: list[str]) -> Section:
    return Section("", "", title, tuple(Prose(f"  {line}") for line in lines))
