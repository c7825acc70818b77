"""The scorecard: scores by dimension, and every capability with where the plan takes it."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_count
from omniaudit.model.scorecard import DimensionScore, Standing
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.charts import (
    Bar,
    Dumbbell,
    DumbbellGroup,
    Dumbbells,
    IntervalBars,
)
from omniaudit.report.document import Picture, Prose, Section
from omniaudit.report.findings.moves import goal
from omniaudit.report.findings.score_words import score_with_interval, scored
from omniaudit.report.findings.standing_words import chart_state, unknown_label

_COMPARABLE = 50
"""Points of interval beyond which a dimension's score is no ground for a ranking."""


def scorecard_section(assessment: Assessment) -> Section:
    """Scores by dimension, and every capability with where the roadmap takes it."""
    dumbbells = Picture(_dumbbells(assessment), _caption(assessment))
    bars = Picture(_bars(assessment), bars_caption())
    blocks = (bars, dumbbells) if scored(assessment) else (Prose(no_score()), dumbbells)
    return Section("scorecard", say("Scorecard"), _title(assessment), blocks)


def _caption(assessment: Assessment) -> str:
    if not assessment.card.completeness.answered:
        return nothing_planned_caption()
    keeps = assessment.content or assessment.card.stage.confirmed == TOP
    return keeping_caption() if keeps and not assessment.missing else dumbbells_caption()


def _title(assessment: Assessment) -> str:
    known = [
        (score.score, each.name)
        for each, score in scored(assessment)
        if score.score is not None and _width(score) <= _COMPARABLE
    ]
    if len(known) < max(2, len(scored(assessment))):
        return too_little_title(assessment.business)
    low, high = min(score for score, _ in known), max(score for score, _ in known)
    weakest = [name for score, name in known if score == low]
    strongest = [name for score, name in known if score == high]
    if low == high:
        return level_title(assessment.business, wording.decimal(low))
    return range_title(weakest, wording.decimal(low), strongest, wording.decimal(high))


def _width(score: DimensionScore) -> Fraction:
    return (score.high or Fraction(0)) - (score.low or Fraction(0))


def _bars(assessment: Assessment) -> IntervalBars:
    bars = tuple(_bar(dimension.name, score) for dimension, score in scored(assessment))
    described = " ".join(
        f"{dimension.name}: {score_with_interval(score)}."
        for dimension, score in scored(assessment)
    )
    return IntervalBars(described, bars)


def _bar(label: str, score: DimensionScore) -> Bar:
    low, high = score.low or Fraction(0), score.high or Fraction(0)
    value = None if score.score is None else float(round(score.score, 1))
    span = wording.span(low, high)
    return Bar(
        label,
        value,
        float(round(low, 1)),
        float(round(high, 1)),
        wording.known(score.score),
        possible_note(span) if low != high else "",
    )


def _dumbbells(assessment: Assessment) -> Dumbbells:
    groups = tuple(
        DumbbellGroup(dimension.name, _by_gap(assessment, assessment.inside(dimension.id)))
        for dimension in assessment.questionnaire.dimensions
        if assessment.inside(dimension.id)
    )
    described = "; ".join(_told(each) for group in groups for each in group.dumbbells)
    return Dumbbells(
        description=f"{described}.",
        levels=assessment.stage_titles,
        current_label=say("Today"),
        target_label=say("Goal"),
        unknown_label=unknown_label() if assessment.missing else "",
        groups=groups,
    )


def _told(each: Dumbbell) -> str:
    if each.state == "not-applicable":
        return say("{code} does not apply", code=each.code)
    today = say(wording.NOT_KNOWN) if each.current is None else str(each.current)
    if each.target is None:
        return say("{code} today {level}", code=each.code, level=today)
    return say("{code} today {level}, goal {goal}", code=each.code, level=today, goal=each.target)


def _by_gap(assessment: Assessment, standings: tuple[Standing, ...]) -> tuple[Dumbbell, ...]:
    dumbbells = [_dumbbell(assessment, each) for each in standings]
    return tuple(sorted(dumbbells, key=_gap, reverse=True))


def _gap(dumbbell: Dumbbell) -> int:
    if dumbbell.state == "not-applicable" or dumbbell.target is None:
        return -1
    return dumbbell.target - (dumbbell.current or 0)


def _dumbbell(assessment: Assessment, standing: Standing) -> Dumbbell:
    capability = assessment.questionnaire.capability[standing.capability]
    current = standing.counted
    fallback = assessment.aim if current is None else current
    planned = goal(assessment, standing.capability) or fallback
    target = planned if assessment.card.completeness.answered else None
    return Dumbbell(capability.code, capability.name, current, target, chart_state(standing))


def no_score() -> str:
    """Say that there is no score."""
    return say("No practice applies, so there is no score.")


def too_little_title(name: str) -> str:
    """Title when dimensions cannot be compared."""
    return say("Too little is known to compare the dimensions of {name}", name=name)


def level_title(name: str, score: str) -> str:
    """Title when all dimensions score the same."""
    return say(
        "{Business} is even: every dimension scored stands at {score} of 100",
        Business=wording.capital(name),
        score=score,
    )


def range_title(weakest: list[str], low: str, strongest: list[str], high: str) -> str:
    """Title with the weakest and the strongest dimension."""
    names = wording.listed([name.lower() for name in weakest])
    if len(strongest) > 1:
        title = say_count(
            len(weakest),
            "{weakest} is weakest at {low}; the strongest stand at {high}",
            "{weakest} are weakest at {low}; the strongest stand at {high}",
            weakest=names,
            low=low,
            high=high,
        )
    else:
        title = say_count(
            len(weakest),
            "{weakest} is weakest at {low}, {strongest} strongest at {high}",
            "{weakest} are weakest at {low}, {strongest} strongest at {high}",
            weakest=names,
            low=low,
            strongest=strongest[0].lower(),
            high=high,
        )
    return wording.capital(title)


def bars_caption() -> str:
    """How to read the bars."""
    return say(
        "0 to 100. Bar and dot: score of what was answered. Thin line: what missing answers allow."
    )


def dumbbells_caption() -> str:
    """How to read the dumbbells."""
    return say(
        "Goal: the level the plan reaches; for a missing answer, the level needed. Widest gap "
        "first."
    )


def keeping_caption() -> str:
    """How to read the dumbbells where no step is advised."""
    return say("Goal: today\u2019s level, which is to be kept.")


def nothing_planned_caption() -> str:
    """How to read the dumbbells where there is no answer."""
    return say("No practice has an answer yet, so nothing is planned.")


def possible_note(span: str) -> str:
    """The interval beside a score."""
    return say("possible: {span}", span=span)
