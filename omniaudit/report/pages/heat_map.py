"""The heat map: all levels as one pattern."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_as, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import Axis, HeatCell, HeatGroup, Heatmap, Radar
from omniaudit.report.document import Block, Column, Columns, Picture, Prose, Row, Section, Table
from omniaudit.report.findings.score_words import score_with_interval, scored, stage_words
from omniaudit.report.findings.standing_words import chart_state, level_now, unknown_label

LEAST_AXES = 3


def heat_map_section(assessment: Assessment) -> Section:
    """All levels as one pattern; under the few words on fit where that was not asked."""
    level = assessment.aim
    answered = [each for each in assessment.card.standings if each.counted is not None]
    reached = sum((each.counted or 0) >= level for each in answered)
    return Section(
        "heat-map",
        say("Heat map"),
        heat_title(reached, len(answered), level),
        (
            Picture(_heat_map(assessment), heat_caption()),
            Prose(_reading(assessment)),
            *_ornament(assessment),
        ),
        own_page=assessment.card.fit is not None or not assessment.questionnaire.asks_fit,
    )


def _ornament(assessment: Assessment) -> tuple[Block, ...]:
    table = _score_table(assessment)
    known = [each for each in scored(assessment) if each[1].score is not None]
    if len(known) < LEAST_AXES:
        return (table,)
    axes = tuple(
        Axis(
            dimension.name,
            None if score.score is None else float(round(score.score, 1)),
            float(round(score.low or Fraction(0), 1)),
            float(round(score.high or Fraction(0), 1)),
            score_with_interval(score),
        )
        for dimension, score in known
    )
    described = " ".join(f"{axis.label}: {axis.text}." for axis in axes)
    return (Columns((Picture(Radar(described, axes), ""),), (table,)),)


def _score_table(assessment: Assessment) -> Table:
    columns = (
        Column(say("Dimension"), 4),
        Column(say("Stage"), 5),
        Column(say_as("practices", "Answered"), 3, "right"),
    )
    rows = []
    for dimension in assessment.questionnaire.dimensions:
        score = assessment.score[dimension.id]
        inside = [each for each in assessment.inside(dimension.id) if each.applies]
        answered = sum(each.counted is not None for each in inside)
        rows.append(
            Row(
                (dimension.name, stage_words(assessment, score), answered_of(answered, len(inside)))
            )
        )
    return Table(say("Stage of each dimension"), columns, tuple(rows), small=True)


def _heat_map(assessment: Assessment) -> Heatmap:
    groups = []
    for dimension in assessment.questionnaire.dimensions:
        cells = tuple(
            HeatCell(
                assessment.code(each.capability),
                assessment.questionnaire.capability[each.capability].name,
                each.counted,
                chart_state(each),
            )
            for each in assessment.inside(dimension.id)
        )
        if cells:
            groups.append(HeatGroup(dimension.name, cells))
    described = "; ".join(
        f"{assessment.code(each.capability)} {level_now(each)}"
        for each in assessment.card.standings
    )
    states = [each.state for each in assessment.card.standings]
    return Heatmap(
        description=f"{described}.",
        levels=assessment.stage_titles,
        unknown_label=unknown_label() if assessment.missing else "",
        not_applicable_label=say("Does not apply") if "not-applicable" in states else "",
        groups=tuple(groups),
    )


def _reading(assessment: Assessment) -> str:
    levels = [each.counted for each in assessment.card.standings if each.counted is not None]
    if not levels:
        return nothing_to_read()
    return " ".join((counts_of(levels), imbalance(assessment)))


def imbalance(assessment: Assessment) -> str:
    """Say how uneven the dimensions are."""
    index = assessment.card.index
    if index.value is None or index.arithmetic is None:
        return say("The index stays open as long as a whole dimension has no answer.")
    return say(
        "The plain mean of the dimensions is {mean}; the index, which favours balance, is {index}.",
        mean=wording.decimal(index.arithmetic),
        index=wording.decimal(index.value),
    )


def counts_of(levels: list[int]) -> str:
    """Say how often each level occurs."""
    if len(levels) == 1:
        return say("The one known level is {level}.", level=levels[0])
    found = sorted(set(levels), reverse=True)
    if len(found) == 1:
        return say_count(
            len(levels),
            "All {count} known levels are {level}.",
            "All {count} known levels are {level}.",
            level=found[0],
        )
    first, *others = [(levels.count(level), level) for level in found]
    parts = [first_part(*first), *[other_part(*each) for each in others]]
    return say_count(
        len(levels),
        "Of the {count} known levels, {parts}.",
        "Of the {count} known levels, {parts}.",
        parts=wording.listed(parts),
    )


def first_part(count: int, level: int) -> str:
    """How many levels are the highest one that occurs."""
    # Translators: stands after "Of the 12 known levels,"
    return say_count(count, "{count} is level {level}", "{count} are level {level}", level=level)


def other_part(count: int, level: int) -> str:
    """How many levels are another one."""
    # Translators: stands after "Of the 12 known levels, 3 are level 2,"
    return say("{count} level {level}", count=count, level=level)


def nothing_to_read() -> str:
    """Say that there is no level yet."""
    return say("No level is known yet.")


def heat_title(reached: int, of: int, level: int) -> str:
    """Title of the heat map."""
    if of == 0:
        return say("The map is still empty")
    told = say_count(
        reached,
        "{number} of {practices} has reached level {level}",
        "{number} of {practices} have reached level {level}",
        number=wording.number(reached),
        practices=known_practices(of),
        level=level,
    )
    return wording.capital(told)


def known_practices(count: int) -> str:
    """How many practices have an answer."""
    # Translators: stands after "three of"
    return say_count(count, "{count} known practice", "{count} known practices")


def heat_caption() -> str:
    """How to read the heat map."""
    return say("The number in each field is the level that counts, 0 to 3.")


def answered_of(answered: int, of: int) -> str:
    """How many were answered."""
    if not of:
        return say("does not apply")
    return say("{answered} of {of} answered", answered=answered, of=of)
