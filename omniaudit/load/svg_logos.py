"""Logos in SVG: read with an allow-list, and never changed. What is not on the list is refused."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.svg_grammar import (
    ATTRIBUTES,
    ELEMENTS,
    NAMESPACE,
    NUMBER,
    PROPERTIES,
    REFERENCE,
    declarations,
    written_right,
)

MAX_BYTES = 256 * 1024
MAX_ELEMENTS = 2_000
MAX_DEPTH = 16
MAX_EFFECTS = 200
"""Gradients, clipping and see-through, counted where they are used: each is a picture in itself."""
MAX_REPEATED = 5_000
"""How often a part of a gradient or of a clipping path may be drawn, at the most."""
PART = 64
"""Characters of a path that count as one part."""
LEAST_SIDE, LARGEST_RATIO = 0.01, 100


class SvgRefused(ValueError):
    """What is not allowed in a logo, and the line of the picture where it stands."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.what = what
        self.line = line


def svg_size(content: bytes) -> tuple[float, float]:
    """The width and height of a logo, in its own units, once all of it was found harmless.

    Raises:
        SvgRefused: it is too large, is no SVG, or has something in it that is not on the list.
    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - for logos only
    from defusedxml.sax import parseString  # noqa: PLC0415 - for logos only

    if len(content) > MAX_BYTES:
        raise SvgRefused(say("more than {limit} kB", limit=MAX_BYTES // 1024), 1)
    reader = _Reader()
    try:
        parseString(content, reader, forbid_dtd=True)
    except SAXParseException as error:
        line = error.getLineNumber() or 1
        what = say("a fault of XML ({fault})", fault=shown(error.getMessage()))
        raise SvgRefused(what, line) from None
    except SvgRefused:
        raise
    except (DefusedXmlException, LookupError, ValueError) as error:
        is_typed = isinstance(error, DefusedXmlException)
        what = say("a `<!DOCTYPE>`") if is_typed else say("its encoding")
        raise SvgRefused(what, reader.line) from None
    return reader.size


class _Reader(ContentHandler):
    """Looks at each element as it comes, so that reading ends where something is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.size = (0.0, 0.0)
        self.open: list[str] = []
        self.elements = self.repeatable = self.effects = 0
        self.clips = False
        self.locator: Any = None

    @property
    def line(self) -> int:
        return int(self.locator.getLineNumber() or 1) if self.locator else 1

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: ANN401, N802 - SAX calls it so
        """Keep what knows the line."""
        self.locator = locator

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: ANN401, N802 - SAX calls it so
        """Look at an element and its attributes."""
        self.elements += 1
        self.clips = name == "clipPath" or "clipPath" in self.open
        if name not in ELEMENTS or (name == "svg") == bool(self.open):
            raise self.refused(f"`<{shown(name)}>`")
        if self.elements > MAX_ELEMENTS or len(self.open) == MAX_DEPTH:
            raise self.refused(say("so many elements, or so many in one another,"))
        if name == "stop" or self.clips:
            drawn = max(len(attrs.get(key, "")) for key in ("d", "points"))
            self.repeatable += 1 + drawn // PART
        for key, value in attrs.items():
            self.attribute(key, value)
        if self.effects > MAX_EFFECTS or self.repeatable * self.effects > MAX_REPEATED:
            raise self.refused(say("using gradients, clipping and opacity so often"))
        if not self.open:
            self.size = self.measured(dict(attrs.items()))
        self.open.append(name)

    def endElement(self, name: str) -> None:  # noqa: N802 - SAX calls it so
        """Leave an element."""
        del name
        self.open.pop()

    def processingInstruction(self, target: str, data: str) -> None:  # noqa: N802 - SAX calls it so
        """Refuse what could name a style sheet."""
        del data
        raise self.refused(f"`<?{shown(target)}?>`")

    def attribute(self, key: str, value: str) -> None:
        """Look at an attribute; a style is as good as the attributes that it stands for."""
        if key.startswith("xmlns:"):
            return
        if key != "style":
            self.value(key, value, ATTRIBUTES)
            return
        for name, worth in declarations(value):
            self.value(name, worth, PROPERTIES)

    def value(self, key: str, value: str, known: Collection[str]) -> None:
        """Look at a value, and count what it refers to."""
        if key not in known or not written_right(key, value):
            raise self.refused(f'`{shown(key)}="{shown(value)}"`')
        is_reference = bool(REFERENCE.search(value))
        self.effects += is_reference or key == "opacity"
        if is_reference and self.clips:
            raise self.refused(say("a reference inside a clipping path"))

    def measured(self, attributes: dict[str, str]) -> tuple[float, float]:
        """Width and height by the `viewBox`, else by `width` and `height` in pixels."""
        if attributes.get("xmlns") != NAMESPACE:
            raise self.refused(
                say("`<svg>` without `{attribute}`", attribute=f'xmlns="{NAMESPACE}"')
            )
        box = NUMBER.findall(attributes.get("viewBox", ""))[2:]
        sides = box or [attributes.get(key, "").removesuffix("px") for key in ("width", "height")]
        if not all(NUMBER.fullmatch(side) for side in sides):
            raise self.refused(say("`<svg>` without a `viewBox`"))
        width, height = (float(side) for side in sides)
        least, most = sorted((width, height))
        if least < LEAST_SIDE or most > LARGEST_RATIO * least:
            size = {"width": f"{width:g}", "height": f"{height:g}"}
            raise self.refused(say("a size of {width} by {height}", **size))
        return width, height

    def refused(self, what: str) -> SvgRefused:
        """The refusal of something in the line that is being read."""
        return SvgRefused(what, self.line)
