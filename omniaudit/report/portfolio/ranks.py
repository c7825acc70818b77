"""The ranking: by confirmed stage first, because gates decide and not the average."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.language import say, say_as, say_count
from omniaudit.report import wording
from omniaudit.report.document import Column, Prose, Row, Table
from omniaudit.report.portfolio.document import Chapter
from omniaudit.report.portfolio.ranking import LISTED, PRECISE, Entry
from omniaudit.report.portfolio.reading import Portfolio, fitted, named

_ROOM, _KIND = 28, 28
"""Letters of a name, and of a kind of business, that stand on one line."""
_NONE = "\u2013"


def ranking_chapter(portfolio: Portfolio) -> Chapter:
    """Every business while they are few, else those at either end."""
    ranking = portfolio.tally.ranking
    parts = [Prose(_rule()), *([Prose(_unplaced(ranking.unplaced))] if ranking.unplaced else [])]
    if ranking.count <= LISTED:
        rows = sorted(ranking.rows, key=lambda each: each.index is None)
        return Chapter(
            "ranking",
            say("Ranking"),
            say("Stage first, then index"),
            (*parts, _table(portfolio, "", rows)),
        )
    return Chapter(
        "ranking",
        say("Ranking"),
        say("Stage first, then index: both ends"),
        (*parts, *_ends(portfolio)),
    )


def _ends(portfolio: Portfolio) -> Iterator[Table]:
    """The first and the last of those that have a place; nothing of nobody."""
    ranking = portfolio.tally.ranking
    placed = wording.figures(ranking.count - ranking.unplaced)
    if ranking.first:
        first = say("The first {number} of {all}", number=len(ranking.first), all=placed)
        yield _table(portfolio, first, ranking.first)
    if ranking.last:
        last = say("The last {number} of {all}", number=len(ranking.last), all=placed)
        yield _table(portfolio, last, ranking.last)


def _unplaced(count: int) -> str:
    return say_count(
        count,
        "One business has no index, because a whole dimension has no answer, and no place.",
        "{businesses} businesses have no index, because a whole dimension has no answer,"
        " and no place.",
        businesses=wording.figures(count),
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
            wording.figures(place) if place else _NONE,
            named(entry.name, _ROOM),
            fitted(portfolio.questionnaire.profile[entry.profile].name, _KIND),
            portfolio.stage_title(entry.stage),
            portfolio.stage_title(entry.possible) if entry.possible > entry.stage else "",
            _NONE if index is None else wording.decimal(index),
            wording.span(low, high) if low < high else "",
        )
    )
