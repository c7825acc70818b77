"""Colours as `#rrggbb`: how light they are, whether they can be read, and shades of one hue."""

from __future__ import annotations

import re
from collections.abc import Callable

BLACK, WHITE = "#000000", "#ffffff"
LEGIBLE = 4.5
"""The least contrast of text to its ground, by WCAG 2."""

_WRITTEN = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_STEPS = 255
_LINEAR_UP_TO = 0.04045


def is_colour(text: str) -> bool:
    """Whether a text is `#` and six hexadecimal digits."""
    return bool(_WRITTEN.fullmatch(text))


def luminance(colour: str) -> float:
    """How light a colour is, from 0 for black to 1 for white, as WCAG 2 reckons it.

    Raises:
        ValueError: it is no colour.
    """
    red, green, blue = (_linear(part / _STEPS) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 for the same to 21 for black on white.

    Raises:
        ValueError: one of them is no colour.
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, other: str, steps: int) -> str:
    """A colour with `steps` 255ths (0 to 255) of another one in it, written in small letters.

    Raises:
        ValueError: one of them is no colour.
    """
    parts = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * steps / _STEPS):02x}" for a, b in parts)


def shaded(colour: str, wanted: float) -> str:
    """The shade of a colour whose luminance comes nearest to `wanted`, 0 to 1.

    Raises:
        ValueError: it is no colour.
    """
    is_light = luminance(colour) > wanted
    end = BLACK if is_light else WHITE
    first = _first(lambda shade: (luminance(shade) <= wanted) is is_light, colour, end)
    near = [mixed(colour, end, steps) for steps in (max(first - 1, 0), first)]
    return min(near, key=lambda shade: abs(luminance(shade) - wanted))


def darkened(colour: str, ground: str = WHITE, least: float = LEGIBLE) -> str:
    """The colour itself if it can be read on a light ground, else its nearest darker shade.

    Raises:
        ValueError: one of them is no colour.
    """
    steps = _first(lambda shade: contrast(shade, ground) >= least, colour, BLACK)
    return mixed(colour, BLACK, steps)


def _first(holds: Callable[[str], bool], colour: str, end: str) -> int:
    """How few steps towards `end` make true what, once true, stays so."""
    low, high = 0, _STEPS
    while low < high:
        middle = (low + high) // 2
        if holds(mixed(colour, end, middle)):
            high = middle
        else:
            low = middle + 1
    return low


def _parts(colour: str) -> tuple[int, int, int]:
    if not is_colour(colour):
        raise ValueError(f"no colour: {colour}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_UP_TO else float(((part + 0.055) / 1.055) ** 2.4)
