"""Markdown: everything is told, and nothing that somebody typed is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from omniaudit.render.markdown import render
from omniaudit.report.charts import Chart
from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    CapabilityCard,
    Column,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Row,
    Rung,
    Section,
    Table,
)
from tests.render.markup_and_formulas import FORMULAS, MARKUP
from tests.render.sample import SAMPLE
from tests.report.cases import CASES, made

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"heading", "paragraph", "list_item", "bullet_list", "ordered_list", "blockquote", "table"}
OURS |= {"thead", "tbody", "tr", "th", "td", "inline", "text", "code_inline", "strong", "softbreak"}
ADDRESS = re.compile(r"://|//|@|www\.|mailto:|\w\.[a-z]{2}", re.IGNORECASE)


def tokens(text: str) -> Iterator[Token]:
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def kinds(text: str) -> set[str]:
    return {re.sub("_(open|close)$", "", each.type) for each in tokens(text)}


def seen(text: str) -> str:
    """What a reader of the rendered page sees."""
    return " ".join(
        "".join(part.content for part in each.children or () if part.type != "softbreak")
        for each in READER.parse(text)
        if each.type == "inline"
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def poisoned(text: str) -> Document:
    """A document with a text in every place that takes one."""
    rungs = (Rung(1, text, text, "held"), Rung(2, text, text, "next"))
    blocks: tuple[Block, ...] = (
        Heading(text, text),
        Prose(text),
        Bullets((text, text)),
        Bullets((text,), numbered=True),
        Callout(text, text),
        KeyFigures((Figure(text, text, text),)),
        Table(text, (Column(text), Column("b")), (Row((text, text)), Row((text,), group=True))),
        CapabilityCard(text, text, text, 1, rungs, ((text, text),)),
        Columns((Prose(text),), (Prose(text),)),
    )
    section = Section("s", text, text, blocks, lead=text)
    return Document("en", text, text, text, ((text, text),), (section,), text, ("", ""))


@pytest.mark.parametrize("text", [*MARKUP, *FORMULAS])
def test_what_was_typed_stays_text(text: str) -> None:
    found = render(poisoned(text))
    harmless = render(poisoned("word"))

    assert kinds(found) <= OURS
    assert squeezed(seen(found)) == squeezed(seen(harmless)).replace("word", squeezed(text))
    same = [each.type for each in READER.parse(harmless)]
    assert [each.type for each in READER.parse(found)] == same


@pytest.mark.parametrize("text", MARKUP)
def test_no_renderer_finds_an_address_in_the_text(text: str) -> None:
    plain = [each.content for each in tokens(render(poisoned(text))) if each.type == "text"]

    assert plain
    assert [each for each in plain if ADDRESS.search(each)] == []


def test_a_guard_sees_addresses_where_they_are_not_set_as_code() -> None:
    assert "link" in kinds("<http://x.example>")
    assert "html_inline" in kinds("a <b>")
    assert ADDRESS.search("see x.example")


def test_an_address_is_code_without_the_stop_behind_it() -> None:
    found = render(replace(poisoned("see (www.x.example)."), sections=()))

    assert "see (`www.x.example`)." in found


@pytest.mark.parametrize("name", CASES)
def test_every_report_is_told_in_full(name: str) -> None:
    document = made(name).document
    found = render(document)
    read = squeezed(seen(found))

    assert kinds(found) <= OURS
    assert found.endswith("\n")
    assert not found.endswith("\n\n")
    for text in texts(document):
        assert squeezed(text) in read


def texts(document: Document) -> Iterator[str]:
    yield document.title
    for section in document.sections:
        yield section.lead
        for block in flat(section.blocks):
            match block:
                case Prose():
                    yield block.text
                case Bullets():
                    yield from block.items
                case Callout():
                    yield from (block.title, block.text)
                case Table():
                    yield from (cell for row in block.rows for cell in row.cells)
                case CapabilityCard():
                    yield from (block.name, block.standing, *(each.text for each in block.rungs))
                    yield from (text for _, text in block.facts)
                case _:
                    pass


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Columns):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def charts(document: Document) -> list[Chart]:
    return [
        block.chart
        for section in document.sections
        for block in flat(section.blocks)
        if isinstance(block, Picture)
    ]


def test_every_number_of_a_chart_is_there() -> None:
    found = [chart for name in CASES for chart in charts(made(name).document)]

    assert len({type(each) for each in found}) > 6
    for chart in found:
        alone = Section("s", "", "", (Picture(chart, ""),))
        told = render(Document("en", "", "", "", (), (alone,), "", ("", "")))
        missing = numbers(chart.description) - numbers(told)
        assert not missing, type(chart).__name__


def test_a_made_up_document_of_every_kind_is_told() -> None:
    assert len({type(each) for each in charts(SAMPLE)}) > 6
    assert kinds(render(SAMPLE)) <= OURS


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


@pytest.mark.parametrize("name", CASES)
def test_headings_go_down_step_by_step(name: str) -> None:
    levels = [
        int(each.tag[1])
        for each in READER.parse(render(made(name).document))
        if each.tag in {"h1", "h2", "h3", "h4"} and each.type == "heading_open"
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before < 2 for before, after in pairwise(levels))


def test_every_row_has_the_cells_of_its_table() -> None:
    document = made("sample").document
    lines = [line for line in render(document).splitlines() if line.startswith("|")]
    bodies = [each for each in tokens(render(document)) if each.type == "td_open"]

    assert len(lines) > 100
    assert len(bodies) == sum(
        line.replace("\\|", "").count("|") - 1 for line in lines if not is_head(line, lines)
    )


def is_head(line: str, lines: list[str]) -> bool:
    rule = re.fullmatch(r"\|( :?-+:? \|)+", line)
    place = lines.index(line)
    return bool(rule) or (
        place + 1 < len(lines) and bool(re.fullmatch(r"\|( :?-+:? \|)+", lines[place + 1]))
    )
