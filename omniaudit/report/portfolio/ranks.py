"""The ranking: by confirmed stage first, because gates decide and not the average."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_as
from omniaudit.report import wording
from omniaudit.report.document import Column, Prose, Row, Table
from omniaudit.report.portfolio.document import Chapter
from omniaudit.report.portfolio.ranking import EDGE, LISTED, PRECISE, Entry
from omniaudit.report.portfolio.reading import Portfolio, fitted, named

_ROOM, _KIND = 28, 28
"""Letters of a name, and of a kind of business, that stand on one line."""


def ranking_chapter(portfolio: Portfolio) -> Chapter:
    """Every business while they are few, else those at either end."""
    ranking, count = portfolio.tally.ranking, portfolio.tally.count
    parts = [Prose(_rule())]
    if count <= LISTED:
        return Chapter(
            "ranking",
            say("Ranking"),
            say("Stage first, then index"),
            (*parts, _table(portfolio, "", ranking.rows)),
        )
    first = say("The first {number} of {all}", number=EDGE, all=wording.figures(count))
    last = say("The last {number} of {all}", number=EDGE, all=wording.figures(count))
    return Chapter(
        "ranking",
        say("Ranking"),
        say("Stage first, then index: both ends"),
        (*parts, _table(portfolio, first, ranking.first), _table(portfolio, last, ranking.last)),
    )


def _rule() -> str:
    return say(
        "Gates, not the average, decide: a business at a higher confirmed stage stands before one"
        " with a higher index. Within a stage the index counts, with the one decimal that is"
        " printed. Businesses that are equal in both share a place and stand by name."
    )


def _table(portfolio: Portfolio, caption: str, entries: list[Entry]) -> Table:
    columns = (
        Column(say_as("in a ranking", "Place"), 3, "right"),
        Column(say("Business"), 14),
        Column(say("Kind of business"), 13),
        Column(say("Stage"), 7),
        Column(say("Possible stage"), 7),
        Column(say("Index"), 4, "right"),
        Column(say("Possible index"), 6, "right"),
    )
    rows = tuple(
        _row(portfolio, place, each) for place, each in portfolio.tally.ranking.places(entries)
    )
    return Table(caption, columns, rows, small=True)


def _row(portfolio: Portfolio, place: int, entry: Entry) -> Row:
    low, high = Fraction(entry.low, PRECISE), Fraction(entry.high, PRECISE)
    index = None if entry.index is None else Fraction(entry.index, PRECISE)
    return Row(
        (
            wording.figures(place),
            named(entry.name, _ROOM),
            fitted(portfolio.questionnaire.profile[entry.profile].name, _KIND),
            portfolio.stage_title(entry.stage),
            portfolio.stage_title(entry.possible) if entry.possible > entry.stage else "",
            wording.known(index),
            wording.span(low, high) if low < high else "",
        )
    )
