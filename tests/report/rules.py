"""What must hold for every document, whatever it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.charts import (
    Chart,
    Dumbbells,
    Gantt,
    HandoffMatrix,
    Heatmap,
    IntervalBars,
    Islands,
    JourneyStrip,
    Radar,
    StageStrip,
)
from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    CapabilityCard,
    Document,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Row,
    Table,
)
from tests.report.texts import blocks, charts, strings

SECTIONS = (
    "answer",
    "scorecard",
    "terms",
    "fit",
    "heat-map",
    "customer",
    "roadmap",
    "unknowns",
    "restraint",
    "answers",
    "method",
    "glossary",
)
SLIPS = re.compile(
    r"  |\.\.|,,| [,.;:]|\bNone\b(?! of| or|;)|Fraction\(|\bTrue\b|\bFalse\b|<|\{|\}|"
    r"(?<![\d.,@])\b1 (?:steps|person-weeks|answers|practices|journeys|levels|points|weeks)\b|"
    r"\b[Oo]ne (?:steps|answers|practices|journeys|plans|ways|changes|journeys)\b"
)
OWNER = "Owner"


def faults(document: Document, questionnaire: Questionnaire) -> list[str]:
    """Every breach of the rules, with its place."""
    return [
        *_structure(document),
        *_empty(document),
        *_slips(document, questionnaire),
        *_undescribed(document),
    ]


def _structure(document: Document) -> Iterator[str]:
    ids = [each.id for each in document.sections]
    yield from (f"no section {name}" for name in SECTIONS if name not in ids)
    if len(set(ids)) != len(ids):
        yield f"sections twice: {ids}"
    for each in document.sections:
        if not (each.id and each.label and each.title and each.blocks):
            yield f"section {each.id} lacks something"
        if each.title.endswith("."):
            yield f"a title ends in a full stop: {each.title}"


def _empty(document: Document) -> Iterator[str]:
    for section in document.sections:
        for block in blocks(section):
            if not all(_must(block)):
                yield f"{section.id}: something is empty in {block}"


def _must(block: Block) -> Iterator[bool]:
    match block:
        case Heading(text) | Prose(text):
            yield bool(text)
        case Bullets(items):
            yield bool(items) and all(items)
        case Callout(title, text):
            yield bool(title and text)
        case KeyFigures(figures):
            yield bool(figures) and all(each.value and each.label for each in figures)
        case Table():
            yield bool(block.rows) and all(_rows(block))
        case CapabilityCard():
            yield bool(block.name and block.standing) and all(a and b for a, b in block.facts)
            yield bool(block.rungs) is block.applicable
        case Picture():
            yield bool(block.chart.description)


def _rows(table: Table) -> Iterator[bool]:
    for row in table.rows:
        if row.group:
            yield len(row.cells) == 1 and bool(row.cells[0])
        else:
            yield len(row.cells) == len(table.columns)
            cells = zip(_entry(row, table), table.columns, strict=False)
            yield all(cell or column.title == OWNER for cell, column in cells)


def _entry(row: Row, table: Table) -> tuple[str, ...]:
    """The cells of a row; of a table with two entries in a row, the first if there is no second."""
    half = len(table.columns) // 2
    titles = [column.title for column in table.columns]
    alone = half and titles[:half] == titles[half:] and not any(row.cells[half:])
    return row.cells[:half] if alone else row.cells


def _slips(document: Document, questionnaire: Questionnaire) -> Iterator[str]:
    """Unfinished sentences, wrong plurals, values and ids where words are due."""
    ids = {
        *questionnaire.capability,
        *questionnaire.step,
        *(item.id for item in questionnaire.fit.items),
        *(journey.id for journey in questionnaire.journeys),
        *(
            step.id
            for journey in questionnaire.journeys
            for step in journey.steps
            if "-" in step.id
        ),
        *(verdict.id for verdict in questionnaire.fit.verdicts if "-" in verdict.id),
        *(source.id for source in questionnaire.sources),
    }
    known = re.compile(r"(?<![\w.@-])(?:" + "|".join(map(re.escape, sorted(ids))) + r")(?![\w@-])")
    for place, text in strings(document):
        if (
            place.endswith((".id", ".state", ".result", ".after[0]", ".subject"))
            or ".after[" in place
        ):
            continue
        found = SLIPS.search(text) or known.search(text)
        if found:
            yield f"{place}: {found[0]!r} in {text!r}"
        if text != text.strip():
            yield f"{place}: blank at the end of {text!r}"


def _undescribed(document: Document) -> Iterator[str]:
    for chart in charts(document):
        for number in _numbers(chart):
            if not re.search(rf"(?<![\w.]){re.escape(number)}(?![\w])", chart.description):
                yield f"{type(chart).__name__}: {number!r} is not in {chart.description!r}"


def _numbers(chart: Chart) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each chart
    """Every number and state that a chart draws, as its description says it."""
    match chart:
        case StageStrip():
            drawn = (chart.confirmed, chart.potential, chart.target)
            told = [each for each in drawn if each is not None and each >= 0]
            yield from (f"{number} of 3" for number in told)
        case IntervalBars():
            for bar in chart.bars:
                yield from (
                    f"{each:.1f}"
                    for each in (bar.value, bar.low, bar.high)
                    if each is not None and bar.low != bar.high
                )
                yield f"{bar.label}: {bar.text}"
        case Radar():
            yield from (f"{axis.label}: {axis.text}" for axis in chart.axes)
        case Dumbbells():
            for group in chart.groups:
                for each in group.dumbbells:
                    if each.state == "not-applicable":
                        yield f"{each.code} does not apply"
                    else:
                        now = "not known" if each.current is None else each.current
                        goal = "" if each.target is None else f", goal {each.target}"
                        yield f"{each.code} today {now}{goal}"
        case Heatmap():
            for row in chart.groups:
                for cell in row.cells:
                    yield cell.code if cell.level is None else f"{cell.code} level {cell.level}"
        case JourneyStrip():
            for number, moment in enumerate(chart.moments, 1):
                yield f"{number}. {moment.label}"
        case HandoffMatrix():
            yield from _pairs(chart)
        case Islands():
            yield from _links(chart)
        case Gantt():
            for step in chart.bars:
                yield f"months {step.start} to {step.end}, {step.effort.split()[0]} person-week"[
                    :-12
                ]


def _pairs(chart: HandoffMatrix) -> Iterator[str]:
    for start, row in zip(chart.channels, chart.cells, strict=True):
        for end, cell in zip(chart.channels, row, strict=True):
            if cell is not None:
                level = "not rated" if cell.level is None else f"level {cell.level}"
                yield f"{start} to {end}: {level}"


def _links(chart: Islands) -> Iterator[str]:
    yield from (node.label for node in chart.nodes)
    for link in chart.links:
        start, end = chart.nodes[link.start].label, chart.nodes[link.end].label
        if link.both:
            yield f"{start} and {end}: both ways at level {link.level}"
        else:
            yield f"{start} {'to' if link.level > 1 else 'and'} {end}: level {link.level}"
