"""The summary: page one stands alone, the scorecard is page two, whatever there is to say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from omniaudit.model.answers import Respondent
from omniaudit.render import pdf
from omniaudit.render.page import fill
from omniaudit.report.document import Document
from omniaudit.report.edition import Edition, shortened
from omniaudit.resources import folder
from tests.report.cases import CASES, made

TEMPLATES = folder("report_templates")
NAME = (
    "Libreria Internazionale e Cartolibreria Aurora di Montebelluna con Succursali, Caffetteria "
    "e Servizi per le Scuole S.r.l"
)
ROLE = "regional director for marketplaces, telephone sales, franchise shops and after-sales care"
PLAIN = ("sample", "local", "enough", "journeys alone", "nothing asked", "a panel of three")


def pages(document: Document) -> list[list[str]]:
    """The ids of the sections that stand on each page of the summary."""
    summary = shortened(document, Edition(summary=True))
    source: Any = pdf.load_weasyprint().HTML(
        string=fill(summary, TEMPLATES),
        base_url="asset:",
        url_fetcher=pdf.asset_fetcher(TEMPLATES),
    )
    ids = {f"section-{number}": each.id for number, each in enumerate(summary.sections, 1)}
    return [[ids[name] for name in page.anchors if name in ids] for page in source.render().pages]


def with_long_names(name: str) -> Document:
    case = made(name)
    sheet = case.card.sheet
    long = replace(
        sheet,
        business=replace(sheet.business, name=NAME),
        respondent=Respondent(ROLE, "head-office"),
    )
    panel = case.card.panel
    many = panel and replace(panel, roles=(ROLE,) * 12)
    return replace(case, card=replace(case.card, sheet=long, panel=many)).document


@pytest.mark.parametrize("name", PLAIN)
def test_a_summary_has_two_pages(name: str) -> None:
    assert pages(made(name).document) == [["answer"], ["scorecard"]]


@pytest.mark.parametrize("name", CASES)
def test_long_names_do_not_push_page_one_over(name: str) -> None:
    assert len(NAME) == 120

    assert pages(with_long_names(name)) == [["answer"], ["scorecard"]]
