"""The colours of a page, named once: style sheets take them as variables, charts as attributes."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.model.brand import Brand
from omniaudit.model.colours import darkened, mixed, shaded
from omniaudit.values import dataclass

INK, PAPER = "#15242c", "#ffffff"
TINTED = 13
"""255ths of the first colour in the ground of a box."""
LIGHT, MIDDLE, DEEP, DARK = 0.8, 0.5, 0.155, 0.035
"""How light the levels 0 to 3 are in a brand's colour: far enough apart to be told in grey."""
ACCENT_TINT = 0.91


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`; text colours have a contrast of 4.5 to 1 at least on their ground."""

    ink: str = INK
    muted: str = "#52626b"
    line: str = "#d3dbde"
    tint: str = "#f3f6f6"
    paper: str = PAPER
    primary: str = "#0e5660"
    accent: str = "#9a5406"
    accent_mark: str = "#d98a1f"
    accent_tint: str = "#fcf4e6"
    good: str = "#2f6b3a"
    good_tint: str = "#eef5ee"
    passed: str = "#0e5660"
    """What worked; like `failed` it stays as it is, for a brand's red must not praise."""
    failed: str = "#9a5406"
    levels: tuple[tuple[str, str], ...] = (
        ("#e2e9e9", INK),
        ("#9cc4c6", INK),
        ("#2f7780", PAPER),
        ("#0b3a42", PAPER),
    )
    """Levels 0 to 3: a fill that reads in greyscale, and the text printed on it."""


def palette(brand: Brand) -> Palette:
    """The colours for a brand: ours, shaded anew where it has its own.

    Raises:
        ValueError: a colour of the brand is none.
    """
    ours = Palette()
    if brand.primary:
        ours = _with_primary(ours, brand.primary)
    return _with_accent(ours, brand.accent) if brand.accent else ours


def _with_primary(ours: Palette, colour: str) -> Palette:
    tint = mixed(PAPER, colour, TINTED)
    return replace(
        ours,
        tint=tint,
        primary=darkened(colour, tint),
        levels=(
            (shaded(colour, LIGHT), INK),
            (shaded(colour, MIDDLE), INK),
            (shaded(colour, DEEP), PAPER),
            (shaded(colour, DARK), PAPER),
        ),
    )


def _with_accent(ours: Palette, colour: str) -> Palette:
    """Marks take the colour itself; where it is text on a tint it may have to be darker."""
    tint = shaded(colour, ACCENT_TINT)
    return replace(
        ours,
        accent=darkened(darkened(colour, tint), ours.tint),
        accent_mark=darkened(colour),
        accent_tint=tint,
    )
