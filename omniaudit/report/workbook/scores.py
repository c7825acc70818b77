"""Scores and levels: the result in numbers, and for every practice where the plan takes it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.language import mark, say, say_as
from omniaudit.model.scorecard import DimensionScore, Standing
from omniaudit.report.assessment import Assessment
from omniaudit.report.findings.moves import goal
from omniaudit.report.workbook.answers import asked
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, table


def scores(assessment: Assessment) -> Sheet:
    """Index, dimensions and handoffs with their intervals and stages."""
    columns = (
        Column(say_as("heading of a column: what is scored", "What"), 30),
        Column(say("Score, 0 to 100"), 10, "number", decimals=1),
        Column(say("Lowest possible"), 10, "number", decimals=1),
        Column(say("Highest possible"), 10, "number", decimals=1),
        Column(say("Stage, confirmed"), 18),
        Column(say("Stage, possible"), 18),
        Column(say("Practices answered"), 11, "number"),
        Column(say("Practices that apply"), 11, "number"),
    )
    return table(say("Scores"), columns, [*_rows(assessment)])


def _rows(assessment: Assessment) -> Iterator[tuple[Cell, ...]]:
    card = assessment.card
    yield (
        say("The business as a whole (index)"),
        *(_tenths(card.index.value), _tenths(card.index.low), _tenths(card.index.high)),
        *(_stage(assessment, card.stage.confirmed), _stage(assessment, card.stage.potential)),
        *(card.completeness.answered, card.completeness.applicable),
    )
    for each in card.dimensions:
        yield _dimension(assessment, each)
    if card.handoffs:
        own = _stage(assessment, card.handoffs.stage)
        index = _tenths(card.handoffs.index)
        yield (say("Handoffs (a second opinion)"), index, None, None, own, None, None, None)


def _dimension(assessment: Assessment, score: DimensionScore) -> tuple[Cell, ...]:
    inside = [each for each in assessment.inside(score.dimension) if each.applies]
    return (
        assessment.questionnaire.dimension[score.dimension].name,
        *(_tenths(score.score), _tenths(score.low), _tenths(score.high)),
        *(_stage(assessment, score.stage), _stage(assessment, score.potential)),
        *(sum(each.state == "answered" for each in inside), len(inside)),
    )


def levels(assessment: Assessment) -> Sheet:
    """Every practice with its level today and the level the plan leads to."""
    columns = (
        Column(say("Code"), 8),
        Column(say("Practice"), 40),
        Column(say("Dimension"), 20),
        Column(say("Weight"), 8, "number"),
        Column(say("State"), 16),
        Column(say("Level stated"), 11, "number"),
        Column(say("Level that counts"), 8, "number"),
        Column(say("Goal"), 10, "number"),
        Column(say("Gap"), 8, "number"),
        Column(say("Lowest answer"), 8, "number", spare=True),
        Column(say("Highest answer"), 8, "number", spare=True),
        Column(say("Disputed"), 12, spare=True),
    )
    rows = [_practice(assessment, each) for each in asked(assessment)]
    return table(say("Practices"), columns, rows, fixed=2)


def _practice(assessment: Assessment, standing: Standing) -> tuple[Cell, ...]:
    capability = assessment.questionnaire.capability[standing.capability]
    aim = _goal(assessment, standing)
    return (
        capability.code,
        capability.name,
        assessment.questionnaire.dimension[capability.dimension].name,
        standing.weight,
        say(STATES[standing.state]),
        standing.level,
        standing.counted,
        aim,
        None if aim is None or standing.counted is None else aim - standing.counted,
        *_agreement(assessment, standing.capability),
    )


def _goal(assessment: Assessment, standing: Standing) -> int | None:
    """Where the plan leads; with neither answer nor step, the level of the stage aimed at."""
    if not standing.applies:
        return None
    fallback = assessment.aim if standing.counted is None else standing.counted
    return goal(assessment, standing.capability) or fallback


def _agreement(assessment: Assessment, capability: str) -> tuple[Cell, Cell, Cell]:
    panel = assessment.card.panel
    for each in panel.agreements if panel else ():
        if each.capability == capability and each.levels:
            return min(each.levels), max(each.levels), say("yes") if each.flagged else None
    return None, None, None


STATES = {
    "answered": mark("Answered"),
    "unknown": mark("Not known"),
    "not-asked": mark("Not asked yet"),
    "not-applicable": mark("Not applicable"),
}


def _stage(assessment: Assessment, stage: int | None) -> Cell:
    return None if stage is None else assessment.stage_title(stage)


def _tenths(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 1))
