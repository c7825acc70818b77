"""Ways from channel to channel that are worth mending first, and those that are lopsided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from omniaudit.engine.handoffs import JOINED
from omniaudit.model.scorecard import HandoffResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Prose, Row, Table

BUSY = 2
"""Traffic from which a poor handoff is worth a word."""

MOST_WAYS = 4
MOST_LOPSIDED = 3


@dataclass(frozen=True, slots=True)
class _Way:
    """A way that hands customers over badly, and the channels over which it goes better."""

    pair: tuple[str, str]
    level: int
    traffic: int
    over: str


def weak_ways(assessment: Assessment, result: HandoffResult) -> Iterator[Block]:
    """The busiest and worst ways as a table, then ways that are much better than the way back."""
    found = sorted(
        _found(assessment, result), key=lambda each: (-each.traffic, each.level, each.pair)
    )
    if found:
        yield _table(assessment, found[:MOST_WAYS], ways_caption(len(found)))
    yield from _lopsided(assessment, result)


def _found(assessment: Assessment, result: HandoffResult) -> Iterator[_Way]:
    """Busy ways below a level at which cases move, and used ones with a good way round."""
    better = {(each.start, each.end): each for each in result.detours}
    for pair, each in assessment.sheet.handoffs.items():
        if each.level is None or not each.traffic:
            continue
        detour = better.get(pair)
        good = detour is not None and detour.widest >= JOINED > each.level
        if not good and (each.level >= JOINED or each.traffic < BUSY):
            continue
        over = ""
        if detour is not None:
            middle = [assessment.channel(name) for name in detour.route[1:-1]]
            over = way_round(wording.listed(middle), detour.widest)
        yield _Way(pair, each.level, each.traffic, over)


def _table(assessment: Assessment, ways: list[_Way], caption: str) -> Table:
    columns = (
        Column("From channel to channel", 5),
        Column("Level", 1, "right"),
        Column("How many customers", 4),
        Column("Works better by way of", 4),
    )
    traffic = assessment.questionnaire.handoffs.traffic
    rows = tuple(
        Row(
            (
                way_called(assessment, *each.pair),
                str(each.level),
                wording.capital(traffic[each.traffic]),
                each.over or "\u2013",
            )
        )
        for each in ways
    )
    return Table(caption, columns, rows, small=True)


def _lopsided(assessment: Assessment, result: HandoffResult) -> Iterator[Block]:
    given = assessment.sheet.handoffs
    level = {pair: each.level for pair, each in given.items()}
    busiest = sorted(
        result.asymmetries, key=lambda pair: -(given[pair].traffic + given[pair[::-1]].traffic)
    )[:MOST_LOPSIDED]
    if not busiest:
        return
    yield Prose(why_lopsided(len(busiest), len(result.asymmetries)))
    yield Bullets(
        tuple(
            lopsided(
                way_called(assessment, start, end),
                level[start, end],
                way_called(assessment, end, start),
                level[end, start],
            )
            for start, end in busiest
        )
    )


def way_called(assessment: Assessment, start: str, end: str) -> str:
    """A way by the names of its channels."""
    return f"{assessment.channel(start)} to {assessment.channel(end)}"


def way_round(over: str, level: int) -> str:
    """The channels over which a way works better, and how well."""
    return f"{over} (level {level})"


def ways_caption(ways: int) -> str:
    """Caption over the ways to mend, of which not all may be listed."""
    if ways > MOST_WAYS:
        told, found = wording.number(MOST_WAYS), wording.number(ways)
        return f"The {told} ways to mend first, of {found} that are weak for their traffic"
    return "The way to mend first" if ways == 1 else "The ways to mend first"


def why_lopsided(told: int, of: int) -> str:
    """Introduce ways that are much better than the way back."""
    if of == 1:
        begin = "One way is much better than the way back"
    else:
        begin = f"{wording.capital(wording.number(of))} ways are much better than the way back"
        begin += "" if told == of else f"; the {wording.number(told)} busiest are these"
    return f"{begin}:"


def lopsided(way: str, level: int | None, back: str, level_back: int | None) -> str:
    """A way that is much better than the way back."""
    return f"{way} is at level {level}, {back} only at level {level_back}."
