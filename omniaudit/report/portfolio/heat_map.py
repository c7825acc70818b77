"""The heat map: business by practice, or of many businesses profile and stage by practice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil

from omniaudit.language import say, say_as, say_count
from omniaudit.model.capability import Capability
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.document import Prose
from omniaudit.report.portfolio.document import (
    Chapter,
    CodeGroup,
    Codes,
    HeatMap,
    MapHead,
    MapRow,
    Part,
)
from omniaudit.report.portfolio.fields import (
    business_row,
    group_row,
    key_of_groups,
    key_of_levels,
    whole_row,
)
from omniaudit.report.portfolio.quartiles import LEAST
from omniaudit.report.portfolio.ranking import LISTED
from omniaudit.report.portfolio.reading import Portfolio

WIDEST = 24
"""Practices side by side, up to which the sign in a field can be read."""
_LETTERS = 4
"""Letters of a dimension's name that stand over one column; a longer name gives way to its code."""
Across = Sequence[Capability]


def heat_map_chapter(portfolio: Portfolio) -> Chapter:
    """All practices of all businesses as one pattern, with what the codes stand for."""
    ours = portfolio.capabilities
    maps = ceil(len(ours) / WIDEST)
    wide = ceil(len(ours) / maps)
    parts: list[Part] = [Prose(_caption(portfolio))]
    for start in range(0, len(ours), wide):
        across = ours[start : start + wide]
        parts.append(
            _by_business(portfolio, across) if _listed(portfolio) else _by_group(portfolio, across)
        )
    heading = _title(portfolio)
    return Chapter("heat-map", say("Heat map"), heading, (*parts, _codes(portfolio)), own_page=True)


def _listed(portfolio: Portfolio) -> bool:
    return portfolio.tally.count <= LISTED


def _title(portfolio: Portfolio) -> str:
    if _listed(portfolio):
        return say("What every business does, practice by practice")
    return say("How far the businesses of each kind and stage have got")


def _caption(portfolio: Portfolio) -> str:
    if _listed(portfolio):
        return say(
            "A row is a business, a column a practice. The number is the level that counts, 0 to 3."
            " Businesses stand in the order of the ranking; those without an index are the last of"
            " their stage."
        )
    return say(
        "With more than {most} businesses a row is no longer one business, but all of a kind that"
        " are confirmed at a stage. The number is the share, in per cent, of those whose level is"
        " known that are at level 2 or more. Where fewer than {least} are known, nothing is told,"
        " nor for all kinds together where the rest could be worked out from it.",
        most=LISTED,
        least=LEAST,
    )


def _heads(portfolio: Portfolio, across: Across) -> tuple[MapHead, ...]:
    heads = []
    for name, inside in groupby(across, key=lambda each: each.dimension):
        codes = tuple(each.code for each in inside)
        dimension = portfolio.questionnaire.dimension[name]
        fits = len(dimension.name) <= _LETTERS * len(codes)
        heads.append(MapHead(dimension.name if fits else dimension.code, codes))
    return tuple(heads)


def _by_business(portfolio: Portfolio, across: Across) -> HeatMap:
    rows: list[MapRow] = []
    entries = portfolio.tally.ranking.rows
    for stage, group in groupby(entries, key=lambda each: each.stage):
        inside = [business_row(each, across) for each in group]
        rows += [_heading(portfolio.stage_title(stage), len(inside)), *inside]
    return HeatMap(
        description=say("Levels of the practices {codes}", codes=_listed_codes(across)),
        row_label=say("Business"),
        count_label="",
        key=key_of_levels(portfolio, rows),
        heads=_heads(portfolio, across),
        rows=tuple(rows),
    )


def _by_group(portfolio: Portfolio, across: Across) -> HeatMap:
    rows = tuple(_grouped(portfolio, across))
    return HeatMap(
        description=say(
            "Shares of businesses at level 2 or more in the practices {codes}",
            codes=_listed_codes(across),
        ),
        row_label=say("Kind of business and stage"),
        count_label=say_as("businesses", "n"),
        key=key_of_groups(rows),
        heads=_heads(portfolio, across),
        rows=rows,
    )


def _grouped(portfolio: Portfolio, across: Across) -> Iterator[MapRow]:
    if len(portfolio.profiles) > 1:
        yield from _whole(portfolio, across)
    for profile, figures in portfolio.profiles:
        yield _heading(profile.name, figures.count)
        for stage in LEVELS:
            if stage in figures.groups:
                name = portfolio.stage_title(stage)
                yield group_row(profile.id, name, figures.groups[stage], across)


def _whole(portfolio: Portfolio, across: Across) -> Iterator[MapRow]:
    yield _heading(say("All kinds"), portfolio.tally.count)
    for stage in LEVELS:
        found = [each.groups[stage] for _, each in portfolio.profiles if stage in each.groups]
        if found:
            yield whole_row(portfolio.stage_title(stage), found, across)


def _listed_codes(across: Across) -> str:
    return ", ".join(each.code for each in across)


def _heading(name: str, count: int) -> MapRow:
    told = say_count(
        count,
        "{group}: {businesses} business",
        "{group}: {businesses} businesses",
        group=name,
        businesses=wording.figures(count),
    )
    return MapRow(told, group=True)


def _codes(portfolio: Portfolio) -> Codes:
    groups = tuple(
        CodeGroup(
            portfolio.questionnaire.dimension[name].name,
            tuple((each.code, each.name) for each in inside),
        )
        for name, inside in groupby(portfolio.capabilities, key=lambda each: each.dimension)
    )
    return Codes(say("What the codes stand for"), groups)
