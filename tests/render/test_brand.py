"""A report in somebody's brand: colours that can be read, a logo as it should be, own fonts."""

from __future__ import annotations

import errno
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path
from typing import Any

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from omniaudit.load.brand import load_brand
from omniaudit.load.svg_logos import svg_size
from omniaudit.model.brand import OWN, Brand, Face, Logo
from omniaudit.model.colours import BLACK, WHITE, contrast, darkened, luminance, mixed, shaded
from omniaudit.problems import CannotWrite, InputRejected
from omniaudit.render import html, pdf
from omniaudit.render.letterhead import brand_assets, printed_size
from omniaudit.render.palette import Palette, palette
from omniaudit.report.document import Prose, Section
from tests.load.brand_files import INTER, ROOT, SVG, picture
from tests.render.sample import SAMPLE
from tests.render.test_html import HOSTILE, Page
from tests.report.cases import made

TEMPLATES = ROOT / "report_templates"
PAGES = replace(
    SAMPLE,
    sections=(
        Section("answer", "The answer", "What it is", (Prose("One sentence."),)),
        Section("scorecard", "Scorecard", "Why it is so", (Prose("Another one."),)),
    ),
)
EXAMPLE = load_brand(str(ROOT / "docs/brand/brand.yaml"))
LOGOS = {
    "png": Logo("png", picture("png", 900, 160, "RGBA"), 900, 160),
    "jpeg": Logo("jpeg", picture("jpeg", 200, 400), 200, 400),
    "svg": EXAMPLE.logo,
}
COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


@pytest.fixture(autouse=True, scope="module")
def nothing_passed_over() -> Iterator[None]:
    """A warning of WeasyPrint is a fault here, such as one about a picture that is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "SILENT", logging.WARNING)
        yield


def test_a_warning_of_weasyprint_would_be_seen() -> None:
    with pytest.raises(pdf.Fault):
        read(Brand(logo=Logo("png", b"no picture", 9, 9)))


def read(brand: Brand) -> PdfReader:
    document = replace(PAGES, brand=brand, confidentiality=brand.confidentiality or "Ours")
    return PdfReader(BytesIO(pdf.render(document, TEMPLATES)))


def words(reader: PdfReader, page: int = 0) -> str:
    return " ".join(reader.pages[page].extract_text().split())


def legible(found: Palette) -> None:
    """What is printed on what can be read, and the levels can be told in grey."""
    pairs = [(text, fill) for fill, text in found.levels]
    for text in (found.ink, found.muted, found.primary, found.accent, found.good):
        pairs += [(text, found.paper), (text, found.tint)]
    for text in (found.ink, found.accent):
        pairs += [(text, found.accent_tint)]
    pairs += [(found.paper, found.primary), (found.ink, found.good_tint)]
    assert min(contrast(*pair) for pair in pairs) >= 4.5
    assert min(contrast(each, found.paper) for each in (found.passed, found.failed)) >= 4.5
    assert contrast(found.accent_mark, found.paper) >= 2.7  # ours; a brand's has 4.5
    lights = [luminance(fill) for fill, _ in found.levels]
    assert all((one + 0.05) / (next_ + 0.05) > 1.5 for one, next_ in pairwise(lights))


def test_without_a_brand_the_colours_are_ours() -> None:
    assert palette(OWN) == Palette() == palette(Brand(name="A", logo=EXAMPLE.logo))


def test_every_colour_gives_a_legible_palette() -> None:
    steps = [f"{part:02x}" for part in range(0, 256, 51)]
    valid = [f"#{''.join(each)}" for each in product(steps, repeat=3)]
    valid = [each for each in valid if contrast(each, WHITE) >= 4.5]

    assert {BLACK, "#0000ff", "#990000", "#006600"} <= set(valid)
    for colour in valid:
        legible(palette(Brand(primary=colour, accent=colour)))
        legible(palette(Brand(primary=colour)))
        legible(palette(Brand(accent=colour)))


def test_what_passed_and_what_failed_looks_the_same_in_every_brand() -> None:
    ours, red = palette(OWN), palette(Brand(primary="#990000", accent="#0000ff"))

    assert (ours.passed, ours.failed) == (ours.primary, ours.accent)
    assert (red.passed, red.failed) == (ours.passed, ours.failed)
    assert "#990000" in {red.primary, *(fill for fill, _ in red.levels)}


def test_journeys_take_their_colours_from_what_passed_and_failed() -> None:
    drawing = (TEMPLATES / "charts/journeys.svg.j2").read_text("utf-8")
    document = replace(made("sample").document, brand=Brand(primary="#990000", accent="#0000ff"))
    strips = html.render(document, TEMPLATES).split('<div class="journey">')[1:]

    assert not re.findall(r"palette\.(?:primary|accent|good)", drawing)
    assert len(strips) > 1
    assert Palette().passed in "".join(strips)
    assert Palette().failed in "".join(strips)


@given(COLOURS, COLOURS)
def test_any_two_colours_give_a_legible_palette(primary: str, accent: str) -> None:
    legible(palette(Brand(primary=darkened(primary), accent=darkened(accent))))


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_and_another_becomes_just_dark_enough(colour: str) -> None:
    found = darkened(colour)

    assert contrast(found, WHITE) >= 4.5
    assert (found == colour) == (contrast(colour, WHITE) >= 4.5)
    assert found == colour or contrast(found, WHITE) < 4.75


@given(COLOURS, st.floats(0, 1))
def test_a_shade_is_as_light_as_it_should_be(colour: str, wanted: float) -> None:
    assert abs(luminance(shaded(colour, wanted)) - wanted) < 0.01


@given(COLOURS, COLOURS)
def test_a_mixture_goes_from_one_colour_to_the_other(one: str, other: str) -> None:
    assert (mixed(one, other, 0), mixed(one, other, 255)) == (one, other)


@pytest.mark.parametrize("colour", ["", "red", "#abc", "#0e5660;}", "#0e566g"])
def test_what_is_no_colour_never_gets_into_a_style(colour: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        luminance(colour)
    if colour:
        with pytest.raises(ValueError, match="no colour"):
            palette(Brand(primary=colour))


@pytest.mark.parametrize("kind", LOGOS)
def test_checkers_find_no_error(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf.render(replace(PAGES, brand=replace(EXAMPLE, logo=LOGOS[kind]))))

    assert outloud.check(str(file)).errors == 0
    assert not pdfua.validate(str(file)).findings


@pytest.mark.parametrize("kind", LOGOS)
def test_a_logo_is_on_the_first_page_and_nowhere_else(kind: str) -> None:
    reader = read(replace(EXAMPLE, logo=LOGOS[kind]))
    root: Any = reader.root_object
    figures = [
        node.get_object()
        for node in descendants(root["/StructTreeRoot"]["/K"])
        if node.get_object().get("/Alt") == "Logo of the consultancy"
    ]

    assert len(figures) == 1
    assert len(reader.pages) == 2
    assert figures[0].raw_get("/Pg") == reader.pages[0].indirect_reference
    assert len(reader.pages[0].images) == (0 if kind == "svg" else 1)


def descendants(node: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdf types no depth
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from descendants(child)
    elif hasattr(node, "get"):
        yield node
        if "/K" in node:
            yield from descendants(node["/K"])


def test_name_and_contact_are_on_the_first_page_and_the_line_is_on_all() -> None:
    reader = read(EXAMPLE)

    assert len(reader.pages) == 2
    assert f"{EXAMPLE.name} 14 Harbour Street, Ravenna office@" in words(reader)
    assert EXAMPLE.name not in words(reader, 1)
    for page in range(2):
        assert EXAMPLE.confidentiality in words(reader, page)


def test_the_longest_texts_of_a_brand_are_printed_whole() -> None:
    line = "Confidential and meant for nobody but the management " * 3
    longest = Brand(name=("Ab " * 27)[:80], confidentiality=line[:100], contact=("Xy " * 67)[:200])
    reader = read(longest)

    assert longest.confidentiality.strip() in words(reader, 1)
    assert longest.name.strip() in words(reader)
    assert longest.contact.strip() in words(reader)
    assert len(reader.pages) == 2


def test_a_page_carries_the_logo_inside_and_allows_no_other_source() -> None:
    source = html.render(replace(PAGES, brand=EXAMPLE), TEMPLATES)
    page = Page(source)
    (attributes,) = [attrs for tag, attrs in page.elements if tag == "img"]

    assert attributes["alt"] == "Logo of the consultancy"
    assert str(attributes["src"]).startswith("data:image/svg+xml;base64,")
    assert "font-src data:; img-src data:" in source
    assert "asset:" not in source
    assert not page.faults
    assert page.text.count("office@threeways.example") == 2


def test_without_a_logo_no_picture_is_allowed() -> None:
    source = html.render(replace(PAGES, brand=replace(EXAMPLE, logo=None)), TEMPLATES)

    assert EXAMPLE.name in source
    assert "<img" not in source
    assert "img-src" not in source


def test_without_a_brand_nothing_of_one_is_set() -> None:
    source = html.render(PAGES, TEMPLATES)

    assert "<h1" in source
    assert 'class="letterhead' not in source
    assert ".sender" not in source


@cache
def shape(brand: Brand) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The elements of a page with their attributes; what its styles say is left out for speed."""
    page = Page(html.render(replace(PAGES, brand=brand), TEMPLATES).partition("</style>")[2])
    return [(tag, sorted(attrs.items())) for tag, attrs in page.elements]


@pytest.mark.parametrize("poison", HOSTILE)
def test_hostile_texts_of_a_brand_stay_texts(poison: str) -> None:
    good = Brand(name="A", contact="B", confidentiality="C", typeface="D", logo=LOGOS["png"])
    bad = replace(good, name=poison, contact=poison, typeface=poison)

    assert len(shape(good)) > 40
    assert shape(bad) == shape(good)
    assert " ".join(poison.split())[:20] in words(read(bad)).replace("\u00a0", " ")


def test_nothing_but_the_files_of_the_brand_is_served() -> None:
    fetcher = pdf.asset_fetcher(TEMPLATES, EXAMPLE)

    assert set(brand_assets(EXAMPLE)) == {"brand/logo"}
    assert fetcher.fetch("asset:brand/logo").read() == EXAMPLE.logo.content if EXAMPLE.logo else 0
    for address in ("asset:brand/font-400", "asset:brand/../fonts", "asset:brand/logo.svg"):
        with pytest.raises(ValueError, match="refused"):
            fetcher.fetch(address)


@pytest.mark.parametrize(
    ("kind", "width", "height", "printed"),
    [
        ("svg", 60, 20, (42.0, 14.0)),
        ("svg", 1000, 100, (50.0, 5.0)),
        ("svg", 0.2, 0.4, (7.0, 14.0)),
        ("png", 4000, 1000, (50.0, 12.5)),
        ("jpeg", 20, 20, (5.29, 5.29)),
    ],
)
def test_a_logo_is_printed_within_its_frame(
    kind: Any,  # noqa: ANN401 - one of the kinds of a Logo
    width: float,
    height: float,
    printed: tuple[float, float],
) -> None:
    assert printed_size(Logo(kind, b"", width, height)) == printed


def test_own_fonts_are_embedded_and_ours_help_out() -> None:
    faces = (Face(400, "woff2", INTER.read_bytes()), Face(600, "woff2", INTER.read_bytes()))
    brand = Brand(typeface="Mine", faces=faces)
    source = html.render(replace(PAGES, brand=brand), TEMPLATES)
    names = set()
    pages: list[Any] = list(read(brand).pages)
    for page in pages:
        names |= {
            str(font.get_object()["/BaseFont"]).split("+")[1]
            for font in page["/Resources"].get_object()["/Font"].values()
        }

    assert "Mine" not in source
    assert len(re.findall(r"@font-face \{ font-family: Brand;", source)) == 2
    assert names
    assert not [name for name in names if "Display" in name or "Inter-Semi" in name]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M.5.5-1-1a2 2 0 012 2A1 1 0 1 1 3,4Z"/><polygon points="1,2"/>',
        '<rect width="0" height="9" fill="foo" stroke="url(#nowhere)" clip-path="url(#nowhere)"/>',
        '<g transform="scale(0)" opacity="-1"><circle r="-5%" stroke-width="1e6mm"/></g>',
        '<clipPath id="a"/><linearGradient id="b"/><rect clip-path="url(#a)" fill="url(#b)"/>',
        '<radialGradient id="b"><stop/></radialGradient><rect fill="url(#b)" width="9"/>',
        '<ellipse style="fill:rgb(300%,-1,0);opacity:.5" transform="matrix(0 0 0 0 0 0)" rx="1"/>',
    ],
)
def test_an_odd_svg_that_is_taken_is_drawn(inside: str) -> None:
    content = f"{SVG}{inside}</svg>".encode()

    assert read(Brand(logo=Logo("svg", content, *svg_size(content)))).pages


def test_a_logo_that_cannot_be_drawn_is_told() -> None:
    squeezed = (
        '<linearGradient id="b" gradientTransform="matrix(0 0 0 0 0 0)">'
        '<stop/><stop offset="1"/></linearGradient>'
    )
    content = f'{SVG}{squeezed}<rect fill="url(#b)" width="9" height="9"/></svg>'.encode()

    with pytest.raises(InputRejected, match=r"--brand: B918"):
        read(Brand(logo=Logo("svg", content, *svg_size(content))))


def test_fonts_without_room_are_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pdf, "describe", full)
    with pytest.raises(CannotWrite, match=r"\(TMPDIR\) cannot be written: No space"):
        read(EXAMPLE)
