"""Scores of dimensions, with interval and stage, in words."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say
from omniaudit.model.scorecard import DimensionScore
from omniaudit.model.terms import Dimension
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment


def scored(assessment: Assessment) -> list[tuple[Dimension, DimensionScore]]:
    """The dimensions in which anything applies, with their scores."""
    return [
        (assessment.questionnaire.dimension[each.dimension], each)
        for each in assessment.card.dimensions
        if each.in_play
    ]


def score_with_interval(score: DimensionScore) -> str:
    """A score with its interval, if that is wider than the score."""
    words = wording.span(score.low or Fraction(0), score.high or Fraction(0))
    shown = wording.known(score.score)
    return shown if words == shown else f"{shown} ({words})"


def stage_words(assessment: Assessment, score: DimensionScore) -> str:
    """The stage of a dimension, and the possible one if it differs."""
    if score.stage is None or score.potential is None:
        return say("does not apply")
    if score.stage == score.potential:
        return assessment.stage_title(score.stage)
    if score.stage == 0:
        return stage_between(assessment.stage_title(0), assessment.stage(score.potential))
    return stage_possible(assessment.stage_title(score.stage), assessment.stage(score.potential))


def stage_between(low: str, high: str) -> str:
    """A dimension whose lowest stage is open."""
    # Translators: two stages; what follows the comma may be left out, so keep the comma
    return say("{lowest} to {highest}, not known yet", lowest=low, highest=high)


def stage_possible(confirmed: str, potential: str) -> str:
    """A dimension that may be higher."""
    # Translators: two stages; what follows the comma may be left out, so keep the comma
    return say("{stage}, possibly {potential}", stage=confirmed, potential=potential)
