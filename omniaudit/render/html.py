"""A document as one HTML file that needs nothing beside it."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

from omniaudit.render.addresses import ASSET
from omniaudit.render.letterhead import TYPES, Asset, brand_assets
from omniaudit.render.page import fill
from omniaudit.render.templates import answered_for, found
from omniaudit.report.document import Document
from omniaudit.resources import folder

ENDINGS = {".jpg": "jpeg", ".ttf": "truetype", ".otf": "opentype"}


def render(document: Document, templates: Path | None = None) -> str:
    """Return the document as HTML with style and fonts inside, by default in our own style.

    Raises:
        InputRejected: a mistake in templates of one's own.
    """
    templates = templates or folder("report_templates")
    with answered_for(templates):
        page = _rendered(document, templates)
        page.encode()  # a template of one's own may put out what no file can hold
        return page


def _rendered(document: Document, templates: Path) -> str:
    own = brand_assets(document.brand)

    def embedded(found: re.Match[str]) -> str:
        name = found[1]
        return f'"{address(own.get(name) or part(templates, name))}"'

    return ASSET.sub(embedded, fill(document, templates))


def part(templates: Path, name: str) -> Asset:
    """Return a font or picture of a folder of templates.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    if not (path := found(templates, name)):
        raise FileNotFoundError(name)
    return Asset(TYPES[ENDINGS.get(path.suffix, path.suffix[1:])], path.read_bytes())


def address(asset: Asset) -> str:
    """Return an address that carries the file whole."""
    return f"data:{asset.type};base64,{b64encode(asset.content).decode('ascii')}"
