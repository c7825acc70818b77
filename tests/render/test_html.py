"""The page: every kind of block and chart, hostile text, no address, legible colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from omniaudit.render import html
from omniaudit.render.page import even, language_tag, tied
from omniaudit.render.palette import Palette
from omniaudit.report.charts import Chart
from omniaudit.report.document import Block, Callout, Picture, Prose
from omniaudit.report.wording import together
from tests.render.sample import MOVES, SAMPLE

TEMPLATES = Path(__file__).parents[2] / "report_templates"
VOID = {"meta", "col", "br", "link", "img", "input", "hr"}
DRAWN = {"path", "rect", "circle"}

HOSTILE = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "{% include 'styles/page.css' %}",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "</style><style>*{display:none}",
    "javascript:alert(1)",
    "file:///etc/passwd",
    'url("asset:fonts/Inter-Regular.woff2")',
    "&lt;b&gt; & <!-- -->",
    "%s %d %n",
)


class Page(HTMLParser):
    """What a browser would see: elements with attributes, texts, and what each svg starts with."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.after_svg: list[str] = []
        self.faults: list[str] = []
        self.feed(source)
        self.close()
        self.text = " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.elements and self.elements[-1][0] == "svg":
            self.after_svg.append(tag)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.texts.append(data)


@pytest.fixture(scope="module")
def source() -> str:
    return html.render(SAMPLE, TEMPLATES)


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def parts(value: object) -> Iterator[Any]:
    """Every dataclass and every text inside a document."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))
    elif isinstance(value, str):
        yield value


CHOICES = {"id", "mark", "tone", "align", "state", "result", "language", "created"}
"""Fields that are not set as text."""


def texts(value: object, name: str = "") -> Iterator[str]:
    """Every text of a document that a reader must find."""
    if isinstance(value, str):
        if value and name not in CHOICES:
            yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, name)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "after":
                yield from texts(getattr(value, field.name), field.name)


def poisoned(value: Any, poison: str, name: str = "") -> Any:  # noqa: ANN401
    """The same document with the poison in every text."""
    if isinstance(value, str):
        return value if not value or name in CHOICES else poison
    if isinstance(value, tuple):
        return tuple(poisoned(item, poison, name) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: poisoned(getattr(value, f.name), poison, f.name) for f in fields(value)}
        return replace(value, **{k: v for k, v in changes.items() if k != "after"})
    return value


def test_sample_has_every_kind() -> None:
    kinds = {type(part) for part in parts(SAMPLE)}
    assert len(get_args(Block)) >= 9
    assert len(get_args(Chart)) >= 9
    assert set(get_args(Block)) <= kinds
    assert set(get_args(Chart)) <= kinds


@pytest.mark.parametrize("kind", get_args(Block) + get_args(Chart), ids=lambda kind: kind.__name__)
def test_every_kind_is_drawn(kind: type) -> None:
    item: Any = next(part for part in parts(SAMPLE) if isinstance(part, kind))
    block = Picture(item, "") if kind in get_args(Chart) else item
    section = replace(SAMPLE.sections[0], blocks=(block,))
    alone = Page(html.render(replace(SAMPLE, sections=(section,)), TEMPLATES))
    wanted = list(texts(item))
    assert wanted
    for text in wanted:
        assert " ".join(text.split()) in alone.text.replace("\u00a0", " ")


def test_unknown_kind_is_an_error() -> None:
    unknown: Any = object()
    section = replace(SAMPLE.sections[0], blocks=(unknown,))
    with pytest.raises(Exception, match="object"):
        html.render(replace(SAMPLE, sections=(section,)), TEMPLATES)


def test_elements_are_closed_in_order(page: Page) -> None:
    assert len(page.elements) > 500
    assert not page.faults
    assert not page.open


def test_svg_starts_with_its_title(page: Page) -> None:
    assert len(page.after_svg) == len([tag for tag, _ in page.elements if tag == "svg"]) > 50
    assert set(page.after_svg) == {"title"}


def test_every_chart_says_its_description(source: str) -> None:
    titles = set(re.findall(r"<svg[^>]*><title>([^<]*)</title>", source))
    described = [part for part in parts(SAMPLE) if isinstance(part, get_args(Chart))]
    assert len(described) == 9
    for chart in described:
        assert together(chart.description) in titles


def test_no_address_but_fonts_and_own_places(page: Page, source: str) -> None:
    links = [value for _, attrs in page.elements for k, value in attrs.items() if k == "href"]
    assert links == [f"#section-{n}" for n in range(1, len(SAMPLE.sections) + 1)]
    assert not [tag for tag, _ in page.elements if tag in {"link", "img", "script", "iframe"}]
    addresses = re.findall(r'url\("?([^")]{0,40})', source)
    assert len(addresses) == 4
    assert all(address.startswith("data:font/woff2;base64,") for address in addresses)
    assert "asset:" not in source
    assert "@import" not in source


def test_headings_do_not_skip_a_level(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("poison", HOSTILE)
def test_hostile_text_stays_text(poison: str, page: Page) -> None:
    hurt = Page(html.render(poisoned(SAMPLE, poison), TEMPLATES))
    assert hurt.text.count(" ".join(poison.split())) > 100
    assert not hurt.faults

    def shape(one: Page) -> set[tuple[str, tuple[str, ...]]]:
        return {(tag, tuple(sorted(attrs))) for tag, attrs in one.elements}

    assert shape(hurt) <= shape(page)
    for tag, attrs in hurt.elements:
        if tag not in DRAWN:
            assert not any(poison in (value or "") for value in attrs.values())


def test_unsafe_language_is_left_out() -> None:
    assert language_tag("ro") == "ro"
    assert language_tag("pt-BR") == "pt-BR"
    assert language_tag('en" onload="x') == "und"


def test_same_document_same_page(source: str) -> None:
    assert html.render(SAMPLE, TEMPLATES) == source


def test_first_title_is_not_said_twice() -> None:
    first = replace(SAMPLE.sections[0], title=SAMPLE.title)
    said = html.render(replace(SAMPLE, sections=(first,)), TEMPLATES)
    assert said.count("Libreria Aurora is multichannel") == 2  # in the head and as the heading


def test_rows_come_out_alike() -> None:
    assert [even(count, 5) for count in (0, 1, 5, 6, 7, 10, 11)] == [1, 1, 5, 3, 4, 5, 4]


def test_short_last_word_is_tied() -> None:
    assert tied("nothing ready in the shop") == "nothing ready in the\u00a0shop"
    assert tied("One") == "One"
    assert tied("and synchronisation") == "and synchronisation"


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_text_is_legible() -> None:
    palette = Palette()
    pairs = [(text, fill) for fill, text in palette.levels]
    for text in (palette.ink, palette.muted, palette.primary, palette.accent):
        pairs += [(text, palette.paper), (text, palette.tint)]
    pairs += [
        (palette.accent, palette.accent_tint),
        (palette.ink, palette.accent_tint),
        (palette.ink, palette.good_tint),
        (palette.paper, palette.primary),
    ]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


def test_levels_read_in_greyscale() -> None:
    greys = [luminance(fill) for fill, _ in Palette().levels]
    assert greys == sorted(greys, reverse=True)
    for lighter, darker in pairwise(greys):
        assert (lighter + 0.05) / (darker + 0.05) > 1.5


def test_long_text_and_empty_parts_are_set() -> None:
    blocks = (
        Prose("x" * 2000),
        Callout("", ""),
        replace(MOVES, caption=""),
    )
    bare = replace(SAMPLE, particulars=(), sections=(replace(SAMPLE.sections[0], blocks=blocks),))
    assert "x" * 2000 in html.render(bare, TEMPLATES)
