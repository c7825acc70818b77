"""A document as one HTML file that needs nothing beside it."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

from omniaudit.render.page import fill
from omniaudit.report.document import Document
from omniaudit.resources import folder

ASSET = re.compile(r'url\("asset:(fonts/[A-Za-z-]+\.woff2)"\)')
"""Only our style sheet can contain this: a quote in a document's text is escaped."""


def render(document: Document, templates: Path | None = None) -> str:
    """Return the document as HTML with style and fonts inside, by default in our own style."""
    templates = templates or folder("report_templates")
    return ASSET.sub(lambda asset: embedded(templates / asset[1]), fill(document, templates))


def embedded(font: Path) -> str:
    """Return the font as a CSS address that carries it whole."""
    return f'url("data:font/woff2;base64,{b64encode(font.read_bytes()).decode("ascii")}")'
