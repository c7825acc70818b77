"""Whose report it is: the name, logo, colours, typeface and lines of whoever hands it over."""

from __future__ import annotations

from typing import Literal

from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was checked before anybody decodes it; its size is in its own units."""

    kind: Literal["png", "jpeg", "svg"]
    content: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Face:
    """A font file for one weight of a typeface."""

    weight: Literal[400, 500, 600]
    kind: Literal["woff2", "woff", "truetype", "opentype"]
    content: bytes


@dataclass(frozen=True, slots=True)
class Brand:
    """What a brand file sets; what is empty stays as omniaudit has it.

    Colours are `#rrggbb` and dark enough to be read on white.
    """

    name: str = ""
    logo: Logo | None = None
    primary: str = ""
    accent: str = ""
    typeface: str = ""
    """A family that omniaudit ships, or the name of the one in `faces`."""
    faces: tuple[Face, ...] = ()
    confidentiality: str = ""
    contact: str = ""


OWN = Brand()
"""omniaudit's own looks."""


def without_identity(brand: Brand) -> Brand:
    """What of a brand an anonymous copy may bear: its colours, and a typeface that we ship.

    A typeface of one's own bears a name, in every file that embeds it.
    """
    typeface = "" if brand.faces else brand.typeface
    return Brand(primary=brand.primary, accent=brand.accent, typeface=typeface)
