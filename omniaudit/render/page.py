"""A document set on the page that browser and PDF share."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from omniaudit.model.brand import Brand
from omniaudit.render import addresses
from omniaudit.render.cards import card_columns
from omniaudit.render.letterhead import brand_assets, printed_size
from omniaudit.render.palette import palette
from omniaudit.render.templates import environment, is_ours
from omniaudit.report import wording
from omniaudit.report.document import Document

SHORT_WORD = 8
_COUNT = re.compile(r"(?<!\S)(\d+) (?=[^\W\d_]{2})")
_HYPHENATED = re.compile(r"[^\s-]+(?:-[^\s-]+)+")
_SHORT_PART, _SHORT_WHOLE = 3, 20
"""Letters of a part that makes no line, as in `e-mail` and `s-au`; of a word that is kept whole."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def fill(document: Document, templates: Path) -> str:
    """Return the page as HTML; its fonts are still named `asset:`, for the format to resolve.

    Raises:
        Refused: templates of one's own ask for anything but what is there.
    """
    page: str = (
        setting(templates, document.brand).get_template("report.html.j2").render(document=document)
    )
    if not is_ours(templates):
        addresses.check(page, templates, brand_assets(document.brand))
    return page


def setting(templates: Path, brand: Brand) -> Any:  # noqa: ANN401 - its class exists only after the import
    """What pages are set with: the templates, our filters, and the colours of a brand."""
    jinja = environment(templates)
    jinja.filters.update(even=even, kind=kind, language_tag=language_tag, tied=tied, whole=whole)
    jinja.filters.update(card_columns=card_columns, printed_size=printed_size)
    jinja.finalize = bound
    jinja.globals.update(polar=polar, palette=palette(brand))
    return jinja


def kind(value: object) -> str:
    """Return the name of the type: the macro that draws it bears the same."""
    return type(value).__name__


def even(count: int, most: int) -> int:
    """Return how many to set in a row, at most `most`, so that rows come out alike."""
    rows = max(1, math.ceil(count / most))
    return max(1, math.ceil(count / rows))


def tied(title: str) -> str:
    """Return the text with its last word tied to the one before, if it is short or counted.

    Every number is tied to what it counts.
    """
    title = _COUNT.sub("\\1\u00a0", title)
    head, space, last = title.rpartition(" ")
    short = len(last) <= SHORT_WORD or head[-1:].isdigit()
    return f"{head}\u00a0{last}" if space and short else title


def whole(text: str) -> Any:  # noqa: ANN401 - its class exists only after the import
    """Return the text as markup in which no line ends at the hyphen of a word such as `e-mail`."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - comes with Jinja2

    together, parts, end = wording.together(text), [], 0
    for found in _HYPHENATED.finditer(together):
        word = found[0]
        if len(word) <= _SHORT_WHOLE and min(map(_letters, word.split("-"))) <= _SHORT_PART:
            parts += [escape(together[end : found.start()])]
            parts += [Markup('<span class="whole-word">{}</span>').format(word)]
            end = found.end()
    return Markup("").join([*parts, escape(together[end:])])


def _letters(part: str) -> int:
    """Letters of a part of a word, without the signs around it."""
    return sum(map(str.isalpha, part))


def bound(value: object) -> object:
    """Return a text with its numbers bound to the words that they belong to, all else as it is."""
    return wording.together(value) if type(value) is str else value


def language_tag(language: str) -> str:
    """Return the language if it is safe as a tag, else the tag for an undetermined one."""
    return language if LANGUAGE_TAG.fullmatch(language) else "und"


def polar(radius: float, turn: float) -> tuple[float, float]:
    """Return the point at `turn` (0 to 1, clockwise from the top) on a circle."""
    angle = 2 * math.pi * turn
    return round(float(radius) * math.sin(angle), 2), round(-float(radius) * math.cos(angle), 2)
