"""What a logo in SVG may say: its elements, its attributes, and how their values are written.

All patterns run through a value once and never turn back, however long it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMESPACE = "http://www.w3.org/2000/svg"
DRAWN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
ELEMENTS = DRAWN | {
    *("svg", "g", "defs", "title", "desc"),
    *("linearGradient", "radialGradient", "stop", "clipPath"),
}
LONGEST_VALUE = 64 * 1024
LARGEST_NUMBER = 1e6

NUMBER = re.compile(r"(?>[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)")
REFERENCE = re.compile(r"url\(#([A-Za-z_][A-Za-z0-9_.-]{0,80}+)\)")

_N = NUMBER.pattern
_S = r"[ \t\r\n,]*+"


def _numbers(least: int, most: int | None = None) -> str:
    return rf"(?:{_S}{_N}){{{least},{most or least}}}+"


_ARC = rf"{_S}{_N}{_S}{_N}{_S}{_N}{_S}[01]{_S}[01]{_S}{_N}{_S}{_N}"
_COMMANDS = "|".join(
    (
        rf"[MmLlTt](?:{_numbers(2)})++",
        rf"[HhVv](?:{_numbers(1)})++",
        rf"[Cc](?:{_numbers(6)})++",
        rf"[SsQq](?:{_numbers(4)})++",
        rf"[Aa](?:{_ARC})++",
        r"[Zz]",
    )
)
_PATH = rf"{_S}(?:(?=[Mm])(?:(?:{_COMMANDS}){_S})++)?"
_TURNS = "|".join(
    (
        rf"matrix{_S}\({_numbers(6)}{_S}\)",
        rf"(?:translate|scale){_S}\({_numbers(1, 2)}{_S}\)",
        rf"rotate{_S}\({_numbers(1)}(?:{_numbers(2)})?+{_S}\)",
        rf"skew[XY]{_S}\({_numbers(1)}{_S}\)",
    )
)
_TRANSFORM = rf"{_S}(?:(?:{_TURNS}){_S})*+"
_LENGTH = rf"{_N}(?:px|pt|pc|mm|cm|in|em|%)?"
_SHARE = rf"{_N}%?"
_COLOUR = (
    r"[A-Za-z]{3,24}|#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}"
    rf"|rgba?\((?:{_S}{_N}%?){{3,4}}{_S}\)|{REFERENCE.pattern}"
)
_UNITS = "userSpaceOnUse|objectBoundingBox"
_ANY = r"(?s:.)*+"

PROPERTIES: Mapping[str, str] = {
    **dict.fromkeys(("fill", "stroke", "color"), _COLOUR),
    "stop-color": f"(?!(?i:currentColor|inherit))(?:{_COLOUR})",
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity", "stop-opacity"), _SHARE),
    "stroke-width": _LENGTH,
    "stroke-miterlimit": _N,
    **dict.fromkeys(("fill-rule", "clip-rule"), "nonzero|evenodd"),
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "clip-path": rf"none|{REFERENCE.pattern}",
}
"""What may stand as an attribute and in a `style` attribute alike."""

ATTRIBUTES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        **PROPERTIES,
        **dict.fromkeys(("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"), _LENGTH),
        **dict.fromkeys(("x1", "y1", "x2", "y2", "fx", "fy"), _LENGTH),
        "offset": _SHARE,
        "d": _PATH,
        "points": rf"(?:{_numbers(2)})++{_S}",
        **dict.fromkeys(("transform", "gradientTransform"), _TRANSFORM),
        "viewBox": rf"{_numbers(4)}{_S}",
        "preserveAspectRatio": r"none|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)(?: meet| slice)?",
        **dict.fromkeys(("gradientUnits", "clipPathUnits"), _UNITS),
        "spreadMethod": "pad",
        "version": r"[0-9.]{1,5}",
        "baseProfile": "[a-z]{1,8}",
        "xmlns": re.escape(NAMESPACE),
        "xml:space": "default|preserve",
        **dict.fromkeys(("id", "class", "data-name", "role"), _ANY),
        **dict.fromkeys(("aria-label", "aria-labelledby", "aria-hidden"), _ANY),
    }.items()
}


def written_right(name: str, value: str) -> bool:
    """Whether a value is written as its attribute wants it, with no number beyond all measure."""
    pattern = ATTRIBUTES[name]
    if len(value) > LONGEST_VALUE or not pattern.fullmatch(value.strip()):
        return False
    if pattern.pattern == _ANY:
        return True
    return all(abs(float(each)) <= LARGEST_NUMBER for each in NUMBER.findall(value))


def declarations(style: str) -> list[tuple[str, str]]:
    """The properties of a `style` attribute with their values; what has no colon has no value."""
    pairs = (each.partition(":") for each in style.split(";") if each.strip())
    return [(name.strip(), value.strip()) for name, _, value in pairs]
