"""What a brand brings to a page beside colours: the logo, as large as it is printed, and fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from omniaudit.model.brand import Brand, Logo
from omniaudit.values import dataclass

ADDRESS = re.compile(r"asset:(brand/(?:logo|font-[456]00))")
WIDEST, HIGHEST = 50.0, 14.0
"""Millimetres that a logo may take on the first page."""
PIXEL = 25.4 / 96
"""Millimetres of a pixel on paper; a picture is never made larger than that, for it would blur."""
TYPES: Mapping[str, str] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "truetype": "font/ttf",
    "opentype": "font/otf",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that a page refers to, with its media type."""

    type: str
    content: bytes


def brand_assets(brand: Brand) -> dict[str, Asset]:
    """The files of a brand by the names that the page has for them, such as `brand/logo`."""
    assets = {
        f"brand/font-{face.weight}": Asset(TYPES[face.kind], face.content) for face in brand.faces
    }
    if brand.logo:
        assets["brand/logo"] = Asset(TYPES[brand.logo.kind], brand.logo.content)
    return assets


def printed_size(logo: Logo) -> tuple[float, float]:
    """Width and height of a logo in millimetres: as large as it may be, in its own proportions."""
    scale = min(WIDEST / logo.width, HIGHEST / logo.height)
    if logo.kind != "svg":
        scale = min(scale, PIXEL)
    return round(logo.width * scale, 2), round(logo.height * scale, 2)
