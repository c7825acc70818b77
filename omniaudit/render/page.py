"""A document set on the page that browser and PDF share."""

from __future__ import annotations

import math
import re
from pathlib import Path

from omniaudit.render.letterhead import printed_size
from omniaudit.render.palette import palette
from omniaudit.render.templates import environment
from omniaudit.report.document import Document

SHORT_WORD = 8
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def fill(document: Document, templates: Path) -> str:
    """Return the page as HTML; its fonts are still named `asset:`, for the format to resolve."""
    jinja = environment(templates)
    jinja.filters.update(even=even, kind=kind, language_tag=language_tag, tied=tied)
    jinja.filters.update(printed_size=printed_size)
    jinja.globals.update(polar=polar, palette=palette(document.brand))
    page: str = jinja.get_template("report.html.j2").render(document=document)
    return page


def kind(value: object) -> str:
    """Return the name of the type: the macro that draws it bears the same."""
    return type(value).__name__


def even(count: int, most: int) -> int:
    """Return how many to set in a row, at most `most`, so that rows come out alike."""
    rows = max(1, math.ceil(count / most))
    return max(1, math.ceil(count / rows))


def tied(title: str) -> str:
    """Return the title with a short last word tied to the one before it."""
    head, space, last = title.rpartition(" ")
    return f"{head}\u00a0{last}" if space and len(last) <= SHORT_WORD else title


def language_tag(language: str) -> str:
    """Return the language if it is safe as a tag, else the tag for an undetermined one."""
    return language if LANGUAGE_TAG.fullmatch(language) else "und"


def polar(radius: float, turn: float) -> tuple[float, float]:
    """Return the point at `turn` (0 to 1, clockwise from the top) on a circle."""
    angle = 2 * math.pi * turn
    return round(float(radius) * math.sin(angle), 2), round(-float(radius) * math.cos(angle), 2)
