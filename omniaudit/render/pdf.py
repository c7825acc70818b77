"""A document as a tagged PDF, the same bytes for the same document."""

from __future__ import annotations

import ctypes.util
import gc
import io
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

from omniaudit.problems import Place, Unavailable, problem
from omniaudit.render.page import fill
from omniaudit.report.document import Document
from omniaudit.resources import folder

ASSET = re.compile(r"asset:(fonts/[A-Za-z-]+\.woff2)")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def render(document: Document, templates: Path | None = None) -> bytes:
    """Return the document as PDF/UA-1, by default in our own style.

    Raises:
        Unavailable: a system library that WeasyPrint needs is missing.
    """
    templates = templates or folder("report_templates")
    weasyprint = load_weasyprint()
    source = weasyprint.HTML(
        string=fill(document, templates),
        base_url="asset:",
        url_fetcher=asset_fetcher(templates),
    )
    with without_collection():
        pages = source.render(pdf_variant="pdf/ua-1")
        describe(pages.metadata, document)
        pdf: bytes = pages.write_pdf(pdf_variant="pdf/ua-1", finisher=scope_headers)
    return pdf


def scope_headers(_pages: object, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Say of each table header what it heads, which WeasyPrint leaves out.

    A cell's parent is its row, the row's parent the part of the table.
    """
    for cell in pdf.objects:
        if getattr(cell, "get", None) and cell.get("S") == "/TH":
            row = pdf.objects[number(cell["P"])]
            part = pdf.objects[number(row["P"])]
            cell["A"]["Scope"] = "/Column" if part["S"] == "/THead" else "/Row"


def number(reference: bytes) -> int:
    """Return the number of the object that a reference such as `b"12 0 R"` names."""
    return int(reference.split()[0])


def describe(metadata: Any, document: Document) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Say what the file is, with no word from the clock or the machine."""
    metadata.description = document.subject
    metadata.created = document.created if DAY.fullmatch(document.created) else None


def asset_fetcher(templates: Path) -> Any:  # noqa: ANN401 - its class exists only after the import
    """Return a fetcher that serves our own fonts, refuses all else and keeps what was asked."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - heavy

    class AssetFetcher(URLFetcher):  # type: ignore[misc]
        """Deny everything but the fonts."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.asked: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ANN401, ARG002
            """Return one of our fonts.

            Raises:
                ValueError: the address is not one of our fonts.
            """
            self.asked.append(url)
            if not (asset := ASSET.fullmatch(url)):
                raise ValueError(f"refused: {url}")
            return URLFetcherResponse(url, (templates / asset[1]).read_bytes())

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
            why = f"a system library is missing ({error})"
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
