"""A portfolio as a tagged PDF in the looks of the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from omniaudit.model.brand import Brand
from omniaudit.render import pdf
from omniaudit.render.page import setting
from omniaudit.report.portfolio.document import PortfolioDocument
from omniaudit.resources import folder


def render(document: PortfolioDocument, brand: Brand | None = None) -> bytes:
    """Return the portfolio as PDF/UA-1, by default in the looks that it was worded for.

    Raises:
        Unavailable: a system library that WeasyPrint needs is missing.
        InputRejected: the logo of a brand cannot be drawn.
        CannotWrite: there is no room for fonts in the folder for temporary files.
    """
    branded = document if brand is None else replace(document, brand=brand)
    return pdf.printed(branded, _fill, folder("report_templates"))


def _fill(document: PortfolioDocument, templates: Path) -> str:
    page: str = (
        setting(templates, document.brand)
        .get_template("portfolio.html.j2")
        .render(document=document)
    )
    return page
