"""A PDF as its reader sees it: pages of lines, with header and footer told from the body."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

# Not by `import`: mypy would read a megabyte of functions without types.
pymupdf: Any = importlib.import_module("pymupdf")

WORDS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES
"""Text outside the page is read too."""

PAGE_OF = re.compile(r"(?:Page|Pagina) (\d+) (?:of|di|din) (\d+)")
SMALLEST = 1.0
"""Points; smaller letters are not for the eye."""


@dataclass(frozen=True)
class Line:
    """Letters on one line, in points from the upper left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool

    def is_below(self, other: Line) -> bool:
        """Below in the same column, be it wider or narrower."""
        return self.top >= other.bottom - 1 and self.left < other.right and self.right > other.left

    def is_beside(self, other: Line) -> bool:
        return self != other and self.top < other.bottom - 1 and self.bottom > other.top + 1


@dataclass(frozen=True)
class Page:
    """One page: what stands in its margins, and what between them."""

    number: int
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    footer: tuple[Line, ...]
    opens_chapter: bool
    """Whether a chapter begins at its top."""

    @property
    def frame(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of what the body may fill, by where the margins begin.

        The footer is as wide as the body. The first page has no header; its text may rise to as
        far from the upper edge as the footer's lower side is from the lower one.
        """
        left, right = (
            min(line.left for line in self.footer),
            max(line.right for line in self.footer),
        )
        top = max((line.bottom for line in self.header), default=30.0)
        return left, top, right, min(line.top for line in self.footer)

    @property
    def fill(self) -> float:
        """How far down the body reaches, 0 to 1."""
        _, top, _, bottom = self.frame
        return (max((line.bottom for line in self.body), default=top) - top) / (bottom - top)


class Print:
    """A PDF file, opened."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.document = pymupdf.open(file)

    @cached_property
    def outline(self) -> list[tuple[int, str, int, float]]:
        """Bookmarks: depth, words, page, and how far from its top in points."""
        return [
            (depth, words, page, place["to"].y)
            for depth, words, page, place in self.document.get_toc(simple=False)
        ]

    @cached_property
    def fonts(self) -> dict[str, str]:
        """Fonts by name without the prefix of a subset, each with the kind that is embedded."""
        found = {font for page in self.document for font in page.get_fonts(full=True)}
        return {name.split("+")[-1]: kind for _, kind, _, name, *_ in found}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return tuple(self._page(number) for number in range(1, self.document.page_count + 1))

    @cached_property
    def glyphs(self) -> Counter[tuple[int, bool]]:
        """How often each character was drawn, and whether its font has no picture of it."""
        drawn = (
            (code, glyph == 0)
            for page in self.document
            for span in page.get_texttrace()
            for code, glyph, *_ in span["chars"]
        )
        return Counter(drawn)

    def text(self, number: int) -> str:
        """The words of a page in the order in which they are drawn."""
        words: str = self.document[number - 1].get_text(flags=WORDS)
        return words

    def unpacked(self) -> bytes:
        """The whole file with nothing compressed: metadata, structure, fonts and drawings."""
        whole: bytes = self.document.tobytes(expand=255, use_objstms=0, garbage=0)
        return whole

    def without(self, *keys: str) -> bytes:
        """The file without some entries of its catalogue."""
        damaged = pymupdf.open(self.file)
        for key in keys:
            assert damaged.xref_get_key(damaged.pdf_catalog(), key)[0] != "null", key
            damaged.xref_set_key(damaged.pdf_catalog(), key, "null")
        whole: bytes = damaged.tobytes()
        return whole

    def _page(self, number: int) -> Page:
        lines = tuple(self._lines(number))
        footer_at = [line for line in lines if PAGE_OF.fullmatch(line.text.strip())]
        assert footer_at, f"page {number} has no `Page {number} of`"
        footer = tuple(line for line in lines if line.top >= footer_at[-1].top - 1)
        above = [line for line in lines if line not in footer]
        # The header's letters are as small as the footer's and stand above all else.
        header = tuple(
            line
            for line in above
            if number > 1 and line.bottom < 60 and line.size == footer_at[-1].size
        )
        begins = any(page == number and top < 120 for _, _, page, top in self.outline)
        body = tuple(line for line in above if line not in header)
        return Page(number, header, body, footer, begins)

    def _lines(self, number: int) -> Iterator[Line]:
        for block in self.document[number - 1].get_text("dict", flags=WORDS)["blocks"]:
            for line in block["lines"]:
                spans = [
                    each
                    for each in line["spans"]
                    if each["text"].strip() and each["size"] > SMALLEST
                ]
                if spans:
                    left, top, right, bottom = line["bbox"]
                    yield Line(
                        "".join(each["text"] for each in spans),
                        left,
                        top,
                        right,
                        bottom,
                        max(each["size"] for each in spans),
                        all("Semi-Bold" in each["font"] for each in spans),
                    )
