"""The whole portfolio: from a tally to a worded document."""

from __future__ import annotations

from omniaudit.language import code, say, say_as, say_count
from omniaudit.model.brand import OWN, Brand
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report import wording
from omniaudit.report.portfolio.document import Chapter, PortfolioDocument
from omniaudit.report.portfolio.front import front_chapter, particulars, title
from omniaudit.report.portfolio.heat_map import heat_map_chapter
from omniaudit.report.portfolio.notes import notes_chapter
from omniaudit.report.portfolio.ranks import ranking_chapter
from omniaudit.report.portfolio.reading import Portfolio
from omniaudit.report.portfolio.spreads import quartiles_chapter
from omniaudit.report.portfolio.steps import steps_chapter
from omniaudit.report.portfolio.tally import Tally


def build_portfolio(
    questionnaire: Questionnaire, tally: Tally, brand: Brand = OWN
) -> PortfolioDocument:
    """Put a batch into words, in the language in force and in that of the questionnaire."""
    portfolio = Portfolio(questionnaire, tally)
    return PortfolioDocument(
        language=code(),
        title=title(portfolio),
        subject=_subject(tally.count),
        kicker=say("Portfolio: {questionnaire}", questionnaire=portfolio.questionnaire.title),
        particulars=particulars(portfolio),
        chapters=(front_chapter(portfolio), *_chapters(portfolio), notes_chapter()),
        confidentiality=say("Confidential: results of single businesses"),
        page_of=(
            say_as("before the number of a page", "Page"),
            say_as("between the number of a page and how many there are", "of"),
        ),
        created=tally.last_day,
        brand=brand,
    )


def _subject(count: int) -> str:
    return say_count(
        count,
        "Portfolio of one business",
        "Portfolio of {businesses} businesses",
        businesses=wording.figures(count),
    )


def _chapters(portfolio: Portfolio) -> tuple[Chapter, ...]:
    """What there is to show: nothing of no business, no steps without plans."""
    if not portfolio.tally.count:
        return ()
    return (
        heat_map_chapter(portfolio),
        ranking_chapter(portfolio),
        quartiles_chapter(portfolio),
        *((steps_chapter(portfolio),) if portfolio.tally.planned else ()),
    )
