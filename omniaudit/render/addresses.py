"""What a page made with templates of one's own asks for: our assets and its own parts, or nothing.

It is read as a browser would read it, before fonts and pictures are put in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path

from omniaudit.language import mark
from omniaudit.render.templates import PARTS, Refused, found

ASSET = re.compile(rf'(?<=url\(|src=)"asset:({PARTS.pattern}|brand/[a-z0-9-]+)"')
"""Only templates can contain this: a quote in a document's text is escaped."""
_ASKING = frozenset(
    {"src", "srcset", "href", "xlink:href", "data", "poster", "background", "action", "formaction"}
    | {"manifest", "ping"}
)
_FOLLOWED_ONLY = frozenset({"a", "area"})
"""What asks for nothing until somebody follows it."""
_RUNNING = frozenset({"script", "iframe", "object", "embed"})
_NOTHING_RUNS = mark("`{address}` is refused: nothing runs in a page")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IN_STYLE = re.compile(
    r"""url\(\s*+(?:"([^"]*+)"|'([^']*+)'|([^)]*+))|@import\s*+["']([^"']*+)""", re.IGNORECASE
)


def check(page: str, templates: Path, own: Collection[str]) -> None:
    """Let a page pass that asks for assets that are there; `own` are those of a brand.

    Raises:
        Refused: it asks for anything else, or runs anything.
    """
    for asset in ASSET.finditer(page):
        if asset[1] not in own and not found(templates, asset[1]):
            raise Refused(f"asset:{asset[1]}", mark("`{address}` is missing"))
    reader = _Reader()
    reader.feed(ASSET.sub('""', page))
    reader.close()
    for address in reader.asked:
        if address and not address.startswith("#"):
            why = mark("`{address}` is refused: a page may ask for nothing but its own assets")
            raise Refused(address, why)


class _Reader(HTMLParser):
    """Gathers every address that a browser would load."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and its attributes.

        Raises:
            Refused: it would run something.
        """
        self.in_style = tag == "style"
        given = {name: value or "" for name, value in attrs}
        if tag in _RUNNING or given.get("http-equiv", "").lower() == "refresh":
            raise Refused(f"<{tag}", _NOTHING_RUNS)
        for name, value in given.items():
            if name.startswith("on"):
                raise Refused(name, _NOTHING_RUNS)
            if name in _ASKING and not (name == "href" and tag in _FOLLOWED_ONLY):
                self.asked.append(value.strip())
            elif "url(" in value.lower():
                self.asked += _in_style(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element that closes itself."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Leave a style sheet."""
        if tag == "style":
            self.in_style = False

    def handle_data(self, data: str) -> None:
        """Look at a style sheet; other text asks for nothing."""
        if self.in_style:
            self.asked += _in_style(data)


def _in_style(style: str) -> Iterator[str]:
    for found_in in _IN_STYLE.finditer(_COMMENT.sub(" ", style)):
        yield next((each for each in found_in.groups() if each), "").strip()
