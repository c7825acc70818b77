"""One section per dimension: its score, its strengths and gaps, and a card per capability."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.language import say, say_as
from omniaudit.model.capability import Capability
from omniaudit.model.scorecard import DimensionScore, Standing
from omniaudit.model.terms import Dimension
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import (
    Block,
    Bullets,
    Columns,
    Figure,
    Heading,
    KeyFigures,
    Prose,
    Section,
)
from omniaudit.report.findings.blockers import at_least
from omniaudit.report.findings.standing_words import level_now
from omniaudit.report.pages.capability_cards import card

MOST_NAMES = 3
"""So many practices are named on one line; the cards below name all of them."""


def dimension_sections(assessment: Assessment) -> Iterator[Section]:
    """A section for every dimension that has capabilities for this kind of business."""
    for dimension in assessment.questionnaire.dimensions:
        if assessment.inside(dimension.id):
            yield _section(assessment, dimension)


def _section(assessment: Assessment, dimension: Dimension) -> Section:
    score = assessment.score[dimension.id]
    return Section(
        id=f"dimension-{dimension.id}",
        label=dimension.name,
        title=_title(assessment, dimension.name, score),
        blocks=tuple(_blocks(assessment, dimension, score)),
        lead=dimension.meaning,
    )


def _title(assessment: Assessment, name: str, score: DimensionScore) -> str:
    if score.stage is None or score.potential is None:
        return does_not_apply_title(name)
    if score.score is None:
        return nothing_known_title(name)
    points = wording.decimal(score.score)
    if score.stage == 0:
        if score.potential == 0:
            return not_yet_title(name, assessment.stage(1), points)
        return open_title(name, assessment.stage(0), assessment.stage(score.potential), points)
    if score.stage < score.potential:
        return may_be_title(
            name, assessment.stage(score.stage), assessment.stage(score.potential), points
        )
    return reached_title(name, assessment.stage(score.stage), points)


def _blocks(assessment: Assessment, dimension: Dimension, score: DimensionScore) -> Iterator[Block]:
    standings = assessment.inside(dimension.id)
    if score.score is not None:
        yield _figures(assessment, score, standings)
        yield Columns(_strengths(assessment, standings), _gaps(assessment, standings))
    if score.reduced:
        yield Prose(reduced())
    for standing in standings:
        yield card(assessment, standing)


def _figures(
    assessment: Assessment, score: DimensionScore, standings: tuple[Standing, ...]
) -> KeyFigures:
    applying = [each for each in standings if each.applies]
    answered = sum(each.counted is not None for each in applying)
    level = assessment.aim
    there = sum((each.counted or 0) >= level for each in applying)
    return KeyFigures(
        (
            Figure(wording.known(score.score), say_as("points", "of 100"), _interval(score)),
            Figure(_stage(assessment, score), say("stage of this dimension")),
            Figure(
                so_many(there, len(applying)),
                at_least(level) if answered == len(applying) else known_at_least(level),
            ),
            Figure(so_many(answered, len(applying)), say_as("practices", "answered")),
        )
    )


def _interval(score: DimensionScore) -> str:
    """The interval of a score; nothing where it is the score itself."""
    low, high = score.low or Fraction(0), score.high or Fraction(0)
    if wording.decimal(low) == wording.decimal(high):
        return ""
    return interval_note(wording.span(low, high))


def _stage(assessment: Assessment, score: DimensionScore) -> str:
    """The stage of a dimension in so few words that they fit a figure."""
    lowest, highest = score.stage or 0, score.potential or 0
    if lowest == 0 < highest:
        return stage_range(assessment.stage_title(lowest), assessment.stage(highest))
    return assessment.stage_title(lowest)


def _strengths(assessment: Assessment, standings: tuple[Standing, ...]) -> tuple[Block, ...]:
    level = assessment.aim
    strong = [each for each in standings if each.counted is not None and each.counted >= level]
    strong.sort(key=lambda each: -(each.counted or 0))
    if not strong:
        return (Heading(say("Strengths")), Prose(no_strength(level)))
    return (Heading(say("Strengths")), Bullets(tuple(_by_level(assessment, strong))))


def _gaps(assessment: Assessment, standings: tuple[Standing, ...]) -> tuple[Block, ...]:
    level = assessment.aim
    weak = [each for each in standings if each.counted is not None and each.counted < level]
    weak.sort(key=lambda each: each.counted or 0)
    missing = [each for each in standings if each.state in {"unknown", "not-asked"}]
    heading = Heading(gaps_heading(gaps=bool(weak), missing=bool(missing)))
    if not weak and not missing:
        return (heading, Prose(no_gap(level)))
    return (heading, Bullets(tuple(_by_level(assessment, [*weak, *missing]))))


def _by_level(assessment: Assessment, standings: list[Standing]) -> Iterator[str]:
    """One line for each level, in the order given; many practices by their codes alone."""
    at: dict[str, list[Capability]] = {}
    for each in standings:
        capability = assessment.questionnaire.capability[each.capability]
        at.setdefault(level_now(each), []).append(capability)
    for level, those in at.items():
        if len(those) > MOST_NAMES:
            yield practices_by_code(level, [each.code for each in those])
        else:
            yield practices_at(level, [each.name for each in those])


def does_not_apply_title(name: str) -> str:
    """Title when nothing in the dimension applies."""
    return say("{dimension} does not apply to this business", dimension=name)


def nothing_known_title(name: str) -> str:
    """Title when nothing was answered."""
    return say("{dimension}: nothing is known yet", dimension=name)


def not_yet_title(name: str, first: str, points: str) -> str:
    """Title when the lowest stage is certain."""
    return say(
        "{dimension} is not {stage} yet, at {points} of 100",
        dimension=name,
        stage=first,
        points=points,
    )


def open_title(name: str, low: str, high: str, points: str) -> str:
    """Title when not even the first stage is certain."""
    return say(
        "{dimension} lies between {low} and {high}, at {points} of 100 so far",
        dimension=name,
        low=low,
        high=high,
        points=points,
    )


def may_be_title(name: str, stage: str, potential: str, points: str) -> str:
    """Title when missing answers may lift the dimension."""
    return say(
        "{dimension} is {stage} and may be {potential}, at {points} of 100",
        dimension=name,
        stage=stage,
        potential=potential,
        points=points,
    )


def reached_title(name: str, stage: str, points: str) -> str:
    """Title when the stage of the dimension is certain."""
    return say(
        "{dimension} is {stage}, at {points} of 100", dimension=name, stage=stage, points=points
    )


def so_many(part: int, whole: int) -> str:
    """How many practices of all."""
    return say("{part} of {whole}", part=part, whole=whole)


def known_at_least(level: int) -> str:
    """What the number of practices at a level means while answers are missing."""
    if level == TOP:
        return say("known at level {level}", level=level)
    return say("known at level {level} or above", level=level)


def stage_range(low: str, high: str) -> str:
    """The stages between which a dimension lies."""
    # Translators: two stages, such as "Siloed to cross-channel"
    return say("{low} to {high}", low=low, high=high)


def interval_note(span: str) -> str:
    """The interval of a score."""
    return say("interval {span}", span=span)


def practices_by_code(level: str, codes: list[str]) -> str:
    """The practices at a level, by their codes."""
    return f"{wording.capital(level)}: {wording.listed(codes)}"


def practices_at(level: str, names: list[str]) -> str:
    """The practices at a level; their names may hold commas."""
    return f"{wording.capital(level)}: {'; '.join(names)}"


def reduced() -> str:
    """Say that much of the dimension was set aside."""
    return say(
        "More than 40\u00a0% of the weight of this dimension does not apply, so it is assessed "
        "on a reduced basis."
    )


def no_strength(level: int) -> str:
    """Say that nothing has reached the level of the next stage."""
    return say("No practice is known to be at level {level} or above yet.", level=level)


def gaps_heading(*, gaps: bool, missing: bool) -> str:
    """Heading over what is low and what is not known, kept apart in words."""
    if not missing:
        return say("Gaps")
    return say("Gaps and open questions") if gaps else say("Open questions")


def no_gap(level: int) -> str:
    """Say that nothing is below the level of the next stage."""
    return say("No practice is below level {level}.", level=level)
