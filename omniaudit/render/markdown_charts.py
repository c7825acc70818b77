"""Charts without drawing: the same numbers as tables, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omniaudit.language import say
from omniaudit.report.charts import (
    Dumbbell,
    Dumbbells,
    Gantt,
    GanttBar,
    HandoffCell,
    HandoffMatrix,
    HeatCell,
    Heatmap,
    IntervalBars,
    JourneyStrip,
)
from omniaudit.report.document import Block, Bullets, Column, Picture, Prose, Row, Table

_NOTHING = "\u2013"
_NUMBERS = re.compile(r"(?:^|; )\d+\. ")


def drawn(picture: Picture) -> Iterator[Block]:
    """What stands in a picture's place: blocks that hold every number of its chart."""
    chart = picture.chart
    match chart:
        case IntervalBars():
            yield _bars(chart)
        case Dumbbells():
            yield _dumbbells(chart)
            yield Prose(picture.caption, small=True)
        case Heatmap():
            yield _heat_map(chart)
            yield Prose(picture.caption, small=True)
        case HandoffMatrix():
            yield from _matrix(chart)
            yield Prose(picture.caption, small=True)
        case Gantt():
            yield _plan(chart)
            yield Prose(picture.caption, small=True)
        case JourneyStrip():  # its caption is about a drawing
            yield Bullets(_moments(chart), numbered=True)
        case _:
            yield Prose(chart.description)
            yield Prose(picture.caption, small=True)


def _bars(chart: IntervalBars) -> Table:
    columns = (Column(""), Column("", align="right"), Column(""))
    return Table("", columns, tuple(Row((each.label, each.text, each.note)) for each in chart.bars))


def _dumbbells(chart: Dumbbells) -> Table:
    columns = (
        Column(""),
        Column(""),
        Column(chart.current_label, align="right"),
        Column(chart.target_label, align="right"),
    )
    rows: list[Row] = []
    for group in chart.groups:
        rows.append(Row((group.label,), group=True))
        rows += [_dumbbell(chart, each) for each in group.dumbbells]
    return Table("", columns, tuple(rows))


def _dumbbell(chart: Dumbbells, each: Dumbbell) -> Row:
    if each.state == "not-applicable":
        return Row((each.code, each.label, _NOTHING, _NOTHING))
    current = chart.unknown_label if each.current is None else str(each.current)
    goal = _NOTHING if each.target is None else str(each.target)
    return Row((each.code, each.label, current, goal))


def _heat_map(chart: Heatmap) -> Table:
    columns = (Column(""), Column(""), Column("", align="right"), Column(""))
    rows: list[Row] = []
    for group in chart.groups:
        rows.append(Row((group.label,), group=True))
        rows += [_field(chart, each) for each in group.cells]
    return Table("", columns, tuple(rows))


def _field(chart: Heatmap, cell: HeatCell) -> Row:
    if cell.state == "not-applicable":
        return Row((cell.code, cell.label, _NOTHING, chart.not_applicable_label))
    if cell.level is None:
        return Row((cell.code, cell.label, "?", chart.unknown_label))
    return Row((cell.code, cell.label, str(cell.level), chart.levels[cell.level]))


def _moments(chart: JourneyStrip) -> tuple[str, ...]:
    """The steps as the description numbers them."""
    return tuple(each for each in _NUMBERS.split(chart.description) if each)


def _matrix(chart: HandoffMatrix) -> Iterator[Block]:
    corner = f"{chart.from_label} \u2193 {chart.to_label} \u2192"
    columns = (Column(corner), *(Column(each, align="centre") for each in chart.channels))
    rows = tuple(
        Row((channel, *(_pair(cell) for cell in cells)))
        for channel, cells in zip(chart.channels, chart.cells, strict=True)
    )
    yield Table("", columns, rows)
    yield Bullets(tuple(f"{level}: {text}" for level, text in enumerate(chart.levels)))
    yield Prose(in_brackets(), small=True)


def _pair(cell: HandoffCell | None) -> str:
    if cell is None:
        return ""
    return f"{_NOTHING if cell.level is None else cell.level} ({cell.traffic})"


def _plan(chart: Gantt) -> Table:
    codes = {each.id: each.code for each in chart.bars}
    titles = ("", "", chart.month_label, "", "", "")
    return Table(
        "", tuple(map(Column, titles)), tuple(_bar(chart, each, codes) for each in chart.bars)
    )


def _bar(chart: Gantt, bar: GanttBar, codes: dict[str, str]) -> Row:
    _, _, level = bar.id.partition("@")
    lifts = f"{bar.code} \u2192 {level}" if level else bar.code
    months = f"{bar.start}\u2013{bar.end}"
    waits = ", ".join(codes[each] for each in bar.after if each in codes)
    after = f"{chart.after_label} {waits}" if waits else ""
    kind = chart.must_label if bar.must else chart.choice_label
    return Row((lifts, bar.label, months, bar.effort, after, kind))


def in_brackets() -> str:
    """What stands in brackets in a matrix of handoffs."""
    return say("In brackets: how many customers go this way, from none (0) to very many (3).")
