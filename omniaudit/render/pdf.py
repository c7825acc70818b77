"""A document as a tagged PDF, the same bytes for the same document."""

from __future__ import annotations

import ctypes.util
import gc
import io
import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, Protocol, TypeVar

from omniaudit.language import say
from omniaudit.model.brand import OWN, Brand
from omniaudit.problems import CannotWrite, InputRejected, Place, Problem, Unavailable, problem
from omniaudit.render import tags, typesetting
from omniaudit.render.html import part
from omniaudit.render.letterhead import ADDRESS, brand_assets
from omniaudit.render.page import fill
from omniaudit.render.templates import PARTS, answered_for, found, is_ours
from omniaudit.report.document import Document
from omniaudit.resources import folder

ASSET = re.compile(rf"asset:({PARTS.pattern})")
SILENT = logging.ERROR
"""Below this WeasyPrint says nothing, such as of every sign that no font has."""
UNDRAWN = "Failed to render SVG image"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Printable(Protocol):
    """What is printed says whose it is and when it was made, wherever its words come from."""

    @property
    def subject(self) -> str:
        """Whom it is about."""

    @property
    def created(self) -> str:
        """The day it is of, `2026-03-14`, or nothing."""

    @property
    def brand(self) -> Brand:
        """Whose name and looks it bears."""


Printed = TypeVar("Printed", bound=Printable)


def render(document: Document, templates: Path | None = None) -> bytes:
    """Return the document as PDF/UA-1, by default in our own style.

    Raises:
        Unavailable: a system library that WeasyPrint needs is missing.
        InputRejected: a mistake in templates of one's own, or a logo that cannot be drawn.
        CannotWrite: there is no room for fonts in the folder for temporary files.
    """
    return printed(document, fill, templates or folder("report_templates"))


def printed(document: Printed, fill: Callable[[Printed, Path], str], templates: Path) -> bytes:
    """Return what `fill` sets on a page as PDF/UA-1; raises what `render` does."""
    with without_collection():
        load_weasyprint()
        with answered_for(templates):
            page = fill(document, templates)
            try:
                return _rendered(page, document, templates)
            except Undrawable:
                if not document.brand.logo:
                    raise
                raise InputRejected([problem("B918", Place("--brand"))]) from None
            except OSError as error:
                raise CannotWrite([_no_room(error)]) from None


def _no_room(error: OSError) -> Problem:
    """Fonts are unpacked into the folder for temporary files, the one place we write to."""
    why = error.strerror or say("there is no room")
    file = say("The folder for temporary files (TMPDIR)")
    return problem("O802", Place("PDF"), file=file, why=why)


def _rendered(page: str, document: Printable, templates: Path) -> bytes:
    fetcher = asset_fetcher(templates, document.brand)
    with without_faults(fetcher), typesetting.fonts() as fonts:
        source = typesetting.source_of(page, fetcher, ours=is_ours(templates))
        pages = source.render(font_config=fonts, pdf_variant="pdf/ua-1")
        describe(pages.metadata, document)
        pdf: bytes = pages.write_pdf(pdf_variant="pdf/ua-1", finisher=tags.complete)
    return pdf


def describe(metadata: Any, document: Printable) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Say what the file is, with no word from the clock or the machine."""
    metadata.description = document.subject
    metadata.created = document.created if DAY.fullmatch(document.created) else None


def asset_fetcher(templates: Path, brand: Brand = OWN) -> Any:  # noqa: ANN401 - its class exists only after the import
    """Return a fetcher of our own fonts and a brand's files; it keeps what was asked."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - heavy

    own = brand_assets(brand)

    class AssetFetcher(URLFetcher):  # type: ignore[misc]
        """Deny everything but fonts and pictures of the templates, and the files of a brand."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.asked: list[str] = []
            self.refused: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
            """Return one of our own files.

            Raises:
                ValueError: the address is none of them.
            """
            self.asked.append(url)
            self.refused.append(url)  # until it is served: WeasyPrint passes over what fails here
            if (branded := ADDRESS.fullmatch(url)) and (owned := own.get(branded[1])):
                served = owned
            elif (asset := ASSET.fullmatch(url)) and found(templates, asset[1]):
                served = part(templates, asset[1])
            else:
                raise ValueError(f"refused: {url}")
            self.refused.pop()
            return URLFetcherResponse(url, served.content, {"Content-Type": served.type})

    return AssetFetcher()


def load_weasyprint() -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """Import WeasyPrint.

    Raises:
        Unavailable: a system library is missing; the problem names it.
    """
    with direct_library_names(), redirect_stdout(io.StringIO()):
        try:
            import weasyprint  # noqa: PLC0415 - takes a second
        except OSError as error:
            why = say("a system library is missing ({error})", error=error)
            raise Unavailable([problem("O803", Place("PDF"), why=why)]) from error
    return weasyprint


@contextmanager
def direct_library_names() -> Iterator[None]:
    """On Linux, let libraries be found by file name alone.

    WeasyPrint first tries names that do not exist on Linux, and for each of them Python starts
    ldconfig, gcc and ld: 54 processes in all.
    """
    find_library = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = find_library


class Fault(RuntimeError):
    """A page that is no page of ours: it asked for what it must not have, or lost a part."""


class Undrawable(Fault):
    """A page with a picture that WeasyPrint could not draw."""


@contextmanager
def without_faults(fetcher: Any) -> Iterator[None]:  # noqa: ANN401 - WeasyPrint has no types
    """Let no page pass that asked for anything but our own files, or that WeasyPrint left gaps in.

    Raises:
        Fault: naming the first of these.
    """
    said: list[str] = []
    keeper = logging.Handler(SILENT)
    keeper.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    before = logger.level
    logger.addHandler(keeper)
    logger.setLevel(SILENT)
    try:
        yield
    finally:
        logger.removeHandler(keeper)
        logger.setLevel(before)
    if faults := [*(f"refused: {url}" for url in fetcher.refused), *said]:
        raise (Undrawable if faults[0].startswith(UNDRAWN) else Fault)(faults[0])


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep the collector of cycles from walking millions of boxes again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
