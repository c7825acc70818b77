"""Ways from channel to channel that are worth mending first, and those that are lopsided."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.engine.handoffs import JOINED
from omniaudit.language import say, say_as, say_count
from omniaudit.model.scorecard import HandoffResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Prose, Row, Table
from omniaudit.values import dataclass

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
        Column(say("From channel to channel"), 5),
        Column(say("Level"), 1, "right"),
        Column(say("How many customers"), 4),
        Column(say("Works better by way of"), 4),
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
    first, last = assessment.channel(start), assessment.channel(end)
    # Translators: stands in a table and within sentences, also at their beginning
    return say_as("a way between two channels", "{start} to {end}", start=first, end=last)


def way_round(over: str, level: int) -> str:
    """The channels over which a way works better, and how well."""
    return say("{channels} (level {level})", channels=over, level=level)


def ways_caption(ways: int) -> str:
    """Caption over the ways to mend, of which not all may be listed."""
    if ways > MOST_WAYS:
        told, found = wording.number(MOST_WAYS), wording.number(ways)
        return say(
            "The {told} ways to mend first, of {found} that are weak for their traffic",
            told=told,
            found=found,
        )
    return say_count(ways, "The way to mend first", "The ways to mend first")


def why_lopsided(told: int, of: int) -> str:
    """Introduce ways that are much better than the way back."""
    if told == of:
        said = say_count(
            of,
            "One way is much better than the way back:",
            "{number} ways are much better than the way back:",
            number=wording.number(of),
        )
    else:
        said = say_count(
            of,
            "{number} way is much better than the way back; the {told} busiest are these:",
            "{number} ways are much better than the way back; the {told} busiest are these:",
            number=wording.number(of),
            told=wording.number(told),
        )
    return wording.capital(said)


def lopsided(way: str, level: int | None, back: str, level_back: int | None) -> str:
    """A way that is much better than the way back."""
    return say(
        "{way} is at level {level}, {back} only at level {level_back}.",
        way=way,
        level=level,
        back=back,
        level_back=level_back,
    )
