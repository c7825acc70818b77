"""Logos in SVG, up to the edges of what is taken."""

from __future__ import annotations

import pytest

from omniaudit.load.svg_grammar import ATTRIBUTES, written_right
from omniaudit.load.svg_logos import SvgRefused, svg_size
from tests.load.brand_files import SVG


def refused(content: str) -> str:
    """What is not allowed in a logo."""
    with pytest.raises(SvgRefused) as refusal:
        svg_size(content.encode())
    return refusal.value.what


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 60 20"', (60.0, 20.0)),
        ('viewBox="5,5,1e2,1" width="9px" height="9px"', (100.0, 1.0)),
        ('width="30px" height="20"', (30.0, 20.0)),
        ('viewBox="0 0 .01 .01"', (0.01, 0.01)),
    ],
)
def test_a_logo_has_the_size_that_it_says(attributes: str, size: tuple[float, float]) -> None:
    start = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}'

    assert svg_size(f"{start}/>".encode()) == size


@pytest.mark.parametrize("box", ["0 0 .009 .009", "0 0 101 1", "0 0 1 101", "0 0 0 0"])
def test_a_logo_is_neither_a_thread_nor_a_point(box: str) -> None:
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"/>'

    assert refused(start).startswith("a size of ")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (f'<?xml-stylesheet href="a.css"?>{SVG}</svg>', "`<?xml-stylesheet?>`"),
        (f"{SVG}<script/></svg>", "`<script>`"),
        (f'{SVG}<g onload="x"/></svg>', '`onload="x"`'),
        (f'{SVG}<g style="background:red"/></svg>', '`background="red"`'),
        ('<svg viewBox="0 0 1 1"/>', '`<svg>` without `xmlns="http://www.w3.org/2000/svg"`'),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="1"/>', "`<svg>` without a `viewBox`"),
        (f'<!DOCTYPE svg PUBLIC "a" "b">{SVG}</svg>', "a `<!DOCTYPE>`"),
        (f'<?xml version="1.0" encoding="utf-7"?>{SVG}</svg>', "its encoding"),
    ],
)
def test_what_is_not_allowed_is_named(content: str, what: str) -> None:
    assert refused(content) == what


def test_a_logo_may_have_so_many_elements() -> None:
    rest = 2_000 - 1

    assert svg_size(f"{SVG}{'<g/>' * rest}</svg>".encode()) == (60, 20)
    assert "so many elements" in refused(f"{SVG}{'<g/>' * (rest + 1)}</svg>")


def test_elements_may_stand_so_deep_in_one_another() -> None:
    rest = 16 - 1

    assert svg_size(f"{SVG}{'<g>' * rest}{'</g>' * rest}</svg>".encode()) == (60, 20)
    assert "in one another" in refused(f"{SVG}{'<g>' * (rest + 1)}{'</g>' * (rest + 1)}</svg>")


def test_a_logo_may_have_so_many_effects() -> None:
    often = '<g opacity=".5"/>' * 200

    assert svg_size(f"{SVG}{often}</svg>".encode()) == (60, 20)
    assert "opacity so often" in refused(f'{SVG}{often}<g opacity=".5"/></svg>')


@pytest.mark.parametrize(
    ("drawn", "parts"),
    [("<rect/>", 1), (f'<path d="M{"1 " * 31}1"/>', 2), (f'<path d="M{"1 " * 28}11 111"/>', 1)],
)
def test_what_is_clipped_is_drawn_as_often_as_it_has_parts(drawn: str, parts: int) -> None:
    clip = f'<clipPath id="a">{drawn * (49 // parts)}</clipPath>'
    uses = 5_000 // (1 + 49 // parts * parts)
    often = '<g clip-path="url(#a)"/>' * uses

    assert svg_size(f"{SVG}{clip}{often}</svg>".encode()) == (60, 20)
    assert "so often" in refused(f'{SVG}{clip}{often}<g clip-path="url(#a)"/></svg>')


def test_what_is_clipped_is_drawn_five_thousand_times_at_the_most() -> None:
    """One clip of 3 + 2 · 832 parts that is used three times is once too many."""
    uses = '<g clip-path="url(#a)"/>' * 3

    def clip(parts: int) -> str:
        path = f'<path d="M{"1 " * 32 * parts}"/>'
        return f'{SVG}<clipPath id="a">{path}{path}</clipPath>{uses}</svg>'

    assert svg_size(clip(831).encode()) == (60, 20)
    assert "so often" in refused(clip(832))


def test_a_logo_is_read_up_to_its_last_allowed_byte() -> None:
    start, end = SVG, "</svg>"
    longest = start + " " * (256 * 1024 - len(start) - len(end)) + end

    assert svg_size(longest.encode()) == (60, 20)
    assert refused(longest + " ") == "more than 256 kB"


def test_the_value_of_an_attribute_is_not_endless() -> None:
    assert written_right("id", "x" * 64 * 1024)
    assert not written_right("id", "x" * (64 * 1024 + 1))


def test_numbers_are_within_measure() -> None:
    assert written_right("x", "1000000")
    assert written_right("x", "-1e6")
    assert not written_right("x", "1000001")
    assert not written_right("x", "-1e7")
    assert written_right("id", "1e99")


RIGHT = {
    "fill": ["red", "#abc", "#AABBCC", "rgb(1 2 3)", "rgba(1,2,3,50%)", "url(#a)", "currentColor"],
    "stop-color": ["red", "#abc", "rgb(1,2,3)"],
    "opacity": ["1", ".5", "50%"],
    "stroke-width": ["1", "2px", "1pt", "1pc", "1mm", "1cm", "1in", "1em", "5%", "-1.5e-3px"],
    "stroke-miterlimit": ["4"],
    "fill-rule": ["nonzero", "evenodd"],
    "stroke-linecap": ["butt", "round", "square"],
    "stroke-linejoin": ["miter", "round", "bevel"],
    "clip-path": ["none", "url(#a-1.b_c)"],
    "d": ["", "M0 0", "m1,1l2 2h1v1 1z", "M0 0C1 2 3 4 5 6S1 2 3 4Q1 2 3 4T1 2Z"],
    "points": ["0 0", "1,2 3,4 "],
    "transform": [
        *("", "matrix(1 2 3 4 5 6)", "translate(1)", "scale(1 2) skewX(3)"),
        *("rotate(1)", "rotate(1 2 3)", "skewY (1)"),
    ],
    "viewBox": ["0 0 1 1", " 1,2,3,4 "],
    "preserveAspectRatio": ["none", "xMidYMax", "xMinYMin meet", "xMaxYMid slice"],
    "gradientUnits": ["userSpaceOnUse", "objectBoundingBox"],
    "spreadMethod": ["pad"],
    "version": ["1", "1.1"],
    "baseProfile": ["tiny", "full"],
    "xml:space": ["default", "preserve"],
    "class": ["", "any thing: url(x)"],
}
WRONG = {
    "fill": ["re", "#abcd", "rgb(1 2)", "rgb(1 2 3 4 5)", "url(a)", "url(#1)", "x" * 25, ""],
    "stop-color": ["currentColor", "inherit", "CURRENTCOLOR"],
    "opacity": ["half", "1px", ""],
    "stroke-width": ["1vw", "px"],
    "stroke-miterlimit": ["4px"],
    "fill-rule": ["odd"],
    "clip-path": ["all", f"url(#{'a' * 82})"],
    "d": ["0 0", "M0", "M0 0C1 2 3 4 5", "M0 0A1 1 0 2 0 1 1", "M0 0X", "L1 1", "M0 0H"],
    "points": ["", "1", "1 2 3"],
    "transform": [
        *("matrix(1 2 3 4 5)", "translate()", "translate(1 2 3)", "rotate(1 2)"),
        *("rotate(1 2 3 4)", "skewX(1 2)", "skew(1)", "url(#a)"),
    ],
    "viewBox": ["0 0 1", "0 0 1 1 1"],
    "preserveAspectRatio": ["xMidYMax  meet", "xMidYmid"],
    "gradientUnits": ["px"],
    "spreadMethod": ["reflect", "repeat"],
    "version": ["", "1.1.1.", "v1"],
    "baseProfile": ["", "ninechars"],
}


@pytest.mark.parametrize("name", RIGHT)
def test_the_values_of_an_attribute_are_written_in_its_way(name: str) -> None:
    assert name in ATTRIBUTES
    assert [each for each in RIGHT[name] if not written_right(name, each)] == []
    assert [each for each in WRONG.get(name, ()) if written_right(name, each)] == []


def test_attributes_of_one_kind_are_written_alike() -> None:
    for names in (
        ("fill", "stroke", "color"),
        ("opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "offset"),
        ("stroke-width", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"),
        ("x", "x1", "y1", "x2", "y2", "fx", "fy"),
        ("fill-rule", "clip-rule"),
        ("transform", "gradientTransform"),
        ("gradientUnits", "clipPathUnits"),
        ("id", "class", "data-name", "role", "aria-label", "aria-labelledby", "aria-hidden"),
    ):
        assert len({ATTRIBUTES[name].pattern for name in names}) == 1
