"""Every number of a scorecard with the sum it comes from, line by line."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import mark, say
from omniaudit.model.explanation import (
    DimensionSum,
    Explanation,
    KeyCheck,
    ShareCheck,
    StageCheck,
    Summand,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard, Standing
from omniaudit.report import wording
from omniaudit.report.document import Document, Prose, Section
from omniaudit.report.findings.blockers import walls
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import screen

# Translators: the outcome of a check; stands after a colon
_HOLDS = {True: mark("holds"), False: mark("FAILS")}
_REASONS = {
    "coverage": mark("holds in part of the business"),
    "evidence": mark("not seen in the audit"),
}
_LEFT_OUT = {
    "unknown": mark("unknown, left out of the score"),
    "not-asked": mark("not asked, left out of the score"),
    "not-applicable": mark("not applicable, left out altogether"),
}


def explained(questionnaire: Questionnaire, card: Scorecard, explanation: Explanation) -> Document:
    """The sums behind dimensions, index, stage and confidence; they add up as they stand."""
    reading = Reading(questionnaire, card)
    sections = [_dimension(reading, each) for each in explanation.dimensions]
    sections.append(_index(questionnaire, card))
    sections += [_stage(reading, each) for each in explanation.stages]
    sections.append(_confirmed(questionnaire, card))
    sections.append(_confidence(questionnaire, explanation, card.confidence.grade))
    title = say(
        "{business}: how every number follows from the answers", business=card.sheet.business.name
    )
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
        worked = f"100 x {points} / {possible} = {wording.decimal(score)}"
        lines.append(say("Score: {sum}", sum=worked))
    if dimension.possible_with_unknowns > dimension.possible:
        whole = dimension.possible_with_unknowns
        for text, part in (
            (mark("Lowest, missing answers included: {sum}"), dimension.low_points),
            (mark("Highest, missing answers included: {sum}"), dimension.high_points),
        ):
            value = wording.decimal(100 * part / whole)
            lines.append(say(text, sum=f"100 x {exact(part)} / {whole} = {value}"))
    name = reading.questionnaire.dimension[dimension.dimension].name
    return _section(name, lines)


def _summand(reading: Reading, summand: Summand) -> str:
    standing = summand.standing
    capability = reading.questionnaire.capability[standing.capability]
    name = f"{capability.code} {capability.name}"
    why = "; ".join(
        say(_REASONS[each])
        if each in _REASONS
        else say("{journey} failed", journey=reading.journey(each))
        for each in standing.capped_by
    )
    if standing.score is None or summand.points is None:
        state = say(_LEFT_OUT[standing.state])
        if why:
            state = say(
                "{left_out}; at best level {level} ({reasons})",
                left_out=state,
                level=standing.best,
                reasons=why,
            )
        return f"{name}: {state}"
    level = _level(standing)
    return say(
        "{practice}: {level}; weight {weight} x score {score} = {points}",
        practice=name,
        level=f"{level} ({why})" if why else level,
        weight=standing.weight,
        score=exact(standing.score),
        points=exact(summand.points),
    )


def _level(standing: Standing) -> str:
    if standing.counted == standing.level:
        return say("level {level}", level=standing.level)
    return say(
        "level {level}, counts as {counted} for the stage",
        level=standing.level,
        counted=standing.counted,
    )


def _index(questionnaire: Questionnaire, card: Scorecard) -> Section:
    in_play = [each for each in card.dimensions if each.in_play]
    lines = []
    if card.index.value is None or card.index.arithmetic is None:
        lines.append(say("No value: a dimension has no answer yet."))
    else:
        weights = [questionnaire.dimension[each.dimension].weight for each in in_play]
        scores = [each.score for each in in_play if each.score is not None]
        terms = [
            wording.ten_thousandths(score) + (f"^{weight}" if weight > 1 else "")
            for score, weight in zip(scores, weights, strict=True)
        ]
        plain = [
            (f"{weight} x " if weight > 1 else "") + wording.ten_thousandths(score)
            for score, weight in zip(scores, weights, strict=True)
        ]
        degree = sum(weights)
        geometric = f"({' x '.join(terms)}) ^ (1/{degree}) = {wording.decimal(card.index.value)}"
        arithmetic = f"({' + '.join(plain)}) / {degree} = {wording.decimal(card.index.arithmetic)}"
        lines.append(say("Geometric mean, each score at least 1: {sum}", sum=geometric))
        lines.append(say("Arithmetic mean: {sum}", sum=arithmetic))
    low, high = wording.decimal(card.index.low), wording.decimal(card.index.high)
    lines.append(
        say(
            "Interval: the same geometric mean of the dimensions' lowest, and of their highest, "
            "each at least 1: {low} to {high}",
            low=low,
            high=high,
        )
    )
    return _section(say("Index"), lines)


def _stage(reading: Reading, stage: StageCheck) -> Section:
    lines = [_check(reading.questionnaire, each) for each in stage.checks]
    lines += [
        say("Journeys: {condition}: FAILS", condition=each.rstrip("."))
        for each in walls(reading, stage.stage)
    ]
    title = say(
        "Conditions of stage {number}, {stage}: {outcome}",
        number=stage.stage,
        stage=reading.stage_title(stage.stage),
        outcome=say(_HOLDS[stage.holds]),
    )
    return _section(title, lines)


def _check(questionnaire: Questionnaire, check: ShareCheck | KeyCheck) -> str:
    if isinstance(check, KeyCheck):
        names = wording.either([questionnaire.capability[each].name for each in check.any_of])
        met = wording.listed([questionnaire.capability[each].code for each in check.met_by])
        return say(
            "Key: {practices} at level {level}: {found}: {outcome}",
            practices=names,
            level=check.stage,
            # Translators: a condition
            found=say("met by {practices}", practices=met) if met else say("met by none"),
            outcome=say(_HOLDS[check.holds]),
        )
    name = questionnaire.dimension[check.dimension].name
    return say(
        "{dimension}: weight {have} of {of} at level {level}, {need} needed: {outcome}",
        dimension=name,
        have=check.have,
        of=check.of,
        level=check.level,
        need=check.need,
        outcome=say(_HOLDS[check.holds]),
    )


def _confirmed(questionnaire: Questionnaire, card: Scorecard) -> Section:
    confirmed = questionnaire.stages[card.stage.confirmed].name
    potential = questionnaire.stages[card.stage.potential].name
    lines = [
        say(
            "Confirmed: the last stage before the first that fails, missing answers at 0: {stage}",
            stage=confirmed,
        ),
        say("Possible: the same with missing answers at their best: {stage}", stage=potential),
    ]
    return _section(say("Stage"), lines)


def _confidence(questionnaire: Questionnaire, explanation: Explanation, grade: str) -> Section:
    lines = [
        say(
            "{practice}: weight {weight} x trust {trust} = {points}",
            practice=questionnaire.capability[each.capability].code,
            weight=each.weight,
            trust=exact(each.trust),
            points=exact(each.weight * each.trust),
        )
        for each in explanation.trusts
    ]
    total = sum((each.weight * each.trust for each in explanation.trusts), Fraction(0))
    weight = sum(each.weight for each in explanation.trusts)
    if weight:
        value = wording.decimal(100 * explanation.confidence)
        worked = f"100 x {exact(total)} / {weight} = {value}"
        lines.append(say("Confidence: {sum}, grade {grade}", sum=worked, grade=grade))
        grades = [
            say("{grade} from {least}", grade=name, least=least)
            for name, least in questionnaire.confidence_grades.items()
        ]
        lines.append(say("Grades: {grades}; below, D", grades=wording.listed(grades)))
    return _section(say("Confidence"), lines)


def _section(title: str, lines: list[str]) -> Section:
    return Section("", "", title, tuple(Prose(f"  {line}") for line in lines))
