"""The summary: page one stands alone, the scorecard is page two, whatever there is to say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from omniaudit.model.answers import Respondent
from omniaudit.render import pdf
from omniaudit.render.page import fill
from omniaudit.report.build import assess, build
from omniaudit.report.document import Document
from omniaudit.report.edition import Edition, shortened
from omniaudit.resources import folder
from tests.report.cases import CASES, Case, made
from tests.report.texts import said

TEMPLATES = folder("report_templates")
NAME = (
    "Libreria Internazionale e Cartolibreria Aurora di Montebelluna con Succursali, Caffetteria "
    "e Servizi per le Scuole S.r.l"
)
ROLE = "regional director for marketplaces, telephone sales, franchise shops and after-sales care"
PLAIN = ("sample", "local", "enough", "journeys alone", "nothing asked", "a panel of three")


def summary_of(case: Case) -> Document:
    """The summary of a case, worded as one."""
    edition = Edition(summary=True)
    found = assess(case.questionnaire, case.card, case.plan, case.ambition)
    return shortened(build(replace(found, edition=edition)), edition)


def pages(summary: Document) -> list[list[str]]:
    """The ids of the sections that stand on each page of the summary."""
    source: Any = pdf.load_weasyprint().HTML(
        string=fill(summary, TEMPLATES),
        base_url="asset:",
        url_fetcher=pdf.asset_fetcher(TEMPLATES),
    )
    ids = {f"section-{number}": each.id for number, each in enumerate(summary.sections, 1)}
    return [[ids[name] for name in page.anchors if name in ids] for page in source.render().pages]


def with_long_names(case: Case) -> Document:
    sheet = case.card.sheet
    long = replace(
        sheet,
        business=replace(sheet.business, name=NAME),
        respondent=Respondent(ROLE, "head-office"),
    )
    panel = case.card.panel
    many = panel and replace(panel, roles=(ROLE,) * 12)
    return summary_of(replace(case, card=replace(case.card, sheet=long, panel=many)))


@pytest.mark.parametrize("name", PLAIN)
def test_a_summary_has_two_pages(name: str) -> None:
    assert pages(summary_of(made(name))) == [["answer"], ["scorecard"]]


def test_a_summary_says_what_the_stages_mean() -> None:
    told = said(summary_of(made("sample")).sections)

    assert "Multichannel: several channels work, each on its own" in told
    assert "several channels work, each on its own" not in said(
        made("sample").document.sections[:2]
    )


@pytest.mark.parametrize("name", CASES)
def test_long_names_do_not_push_page_one_over(name: str) -> None:
    assert len(NAME) == 120

    assert pages(with_long_names(made(name))) == [["answer"], ["scorecard"]]
