"""Islands of channels: groups inside which a customer's case moves both ways, as a network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from omniaudit.engine.handoffs import FULL, JOINED
from omniaudit.language import say, say_as, say_count
from omniaudit.model.scorecard import HandoffResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import IslandLink, IslandNode, Islands
from omniaudit.report.document import Block, Heading, Picture, Prose

PAIR = 2
"""Channels of which the matrix says all that there is to say."""
FEW = 6
"""Channels up to which weak ways are drawn as well; beyond, they would hide the islands."""


def islands(
    assessment: Assessment, result: HandoffResult, channels: Sequence[str]
) -> Iterator[Block]:
    """The islands in a sentence and as a network, if there can be any.

    `channels` stand in the order of their numbers.
    """
    if len(channels) > PAIR:
        yield Heading(say("Islands of channels"))
        yield Prose(_sentence(assessment, result))
        yield Picture(_network(assessment, result, channels), "")


def _network(assessment: Assessment, result: HandoffResult, channels: Sequence[str]) -> Islands:
    nodes = tuple(_nodes(assessment, result, channels))
    ring = [channels[node.number - 1] for node in nodes]
    few = len(channels) <= FEW
    links = [each for each in _links(assessment, ring) if few or each.level >= JOINED]
    told = [_link_words(assessment, ring, each) for each in links]
    unrated = [each.label for each in nodes if each.group == without_rating()]
    told += [nobody_rated(wording.listed(unrated))] if unrated else []
    weak = any(each.level < JOINED for each in links)
    return Islands(
        description=" ".join((_sentence(assessment, result), *told)),
        nodes=nodes,
        links=tuple(links),
        full_label=full_label(),
        joined_label=joined_label(),
        one_way_label=one_way_label(),
        weak_label=weak_label() if weak else "",
    )


def _nodes(
    assessment: Assessment, result: HandoffResult, channels: Sequence[str]
) -> Iterator[IslandNode]:
    """The channels island by island; those of ways that nobody rated come last."""
    rated = [channel for island in result.islands for channel in island]
    joined = [island for island in result.islands if len(island) > 1]
    single = [each for each in channels if (each,) in result.islands]
    outside = [*single, *(each for each in channels if each not in rated)]
    groups = [*joined, *((each,) for each in outside)]
    for place, group in enumerate(groups):
        if len(group) > 1:
            name = island_name(place + 1, len(joined), len(groups))
        else:
            name = on_their_own(len(single)) if group[0] in rated else without_rating()
        for channel in sorted(group, key=channels.index):
            yield IslandNode(channels.index(channel) + 1, assessment.channel(channel), place, name)


def _links(assessment: Assessment, ring: Sequence[str]) -> Iterator[IslandLink]:
    given = assessment.sheet.handoffs
    level = {pair: each.level for pair, each in given.items() if each.level is not None}
    for start, end in combinations(range(len(ring)), 2):
        there = level.get((ring[start], ring[end]), -1)
        back = level.get((ring[end], ring[start]), -1)
        if min(there, back) >= JOINED:
            yield IslandLink(start, end, min(there, back), both=True)
        elif max(there, back) >= JOINED:
            way = (start, end) if there > back else (end, start)
            yield IslandLink(*way, max(there, back), both=False)
        elif max(there, back) >= 0:
            yield IslandLink(start, end, max(there, back), both=False)


def _link_words(assessment: Assessment, ring: Sequence[str], link: IslandLink) -> str:
    start, end = assessment.channel(ring[link.start]), assessment.channel(ring[link.end])
    if link.both:
        return both_ways(start, end, link.level)
    return one_way(start, end, link.level) if link.level >= JOINED else weak(start, end, link.level)


def _sentence(assessment: Assessment, result: HandoffResult) -> str:
    order = assessment.sheet.business.channels.index
    groups = [
        wording.listed([assessment.channel(each) for each in sorted(island, key=order)])
        for island in result.islands
    ]
    sizes = [len(island) for island in result.islands]
    together = [group for group, size in zip(groups, sizes, strict=True) if size > 1]
    single = sorted((island[0] for island in result.islands if len(island) == 1), key=order)
    alone = [assessment.channel(each) for each in single]
    if len(groups) == 1:
        return one_whole(groups[0])
    return form_islands(together, alone) if together else all_alone(wording.listed(alone))


def one_whole(channels: str) -> str:
    """Say that all channels hang together."""
    return say(
        "{channels} form one whole: a customer can go from any of them to any other without "
        "starting again.",
        channels=channels,
    )


def all_alone(channels: str) -> str:
    """Say that every channel is alone."""
    return say(
        "Each channel stands alone: {channels}. A case does not move both ways between any two.",
        channels=channels,
    )


def form_islands(together: list[str], alone: list[str]) -> str:
    """Say which channels form islands and which stand outside."""
    inside = say_count(
        len(together),
        "One group of channels forms an island: {groups}. Inside, a case moves both ways, "
        "directly or by way of another channel.",
        "Groups of channels form islands: {groups}. Inside, a case moves both ways, directly or "
        "by way of another channel.",
        groups="; ".join(together),
    )
    return f"{inside} {stand_outside(alone)}" if alone else inside


def stand_outside(alone: list[str]) -> str:
    """Name the channels outside every island."""
    return say_count(
        len(alone),
        "{channels} stands outside.",
        "{channels} stand outside.",
        channels=wording.listed(alone),
    )


def island_name(place: int, together: int, groups: int) -> str:
    """What stands over the names of an island."""
    if groups == 1:
        return say("One whole")
    return say("Island") if together == 1 else say("Island {number}", number=place)


def on_their_own(channels: int) -> str:
    """What stands over the names of channels outside every island."""
    return say("On its own") if channels == 1 else say("On their own")


def without_rating() -> str:
    """What stands over the names of channels whose ways nobody rated."""
    return say_as("channel", "Not rated")


def nobody_rated(channels: str) -> str:
    """Name the channels whose ways nobody rated."""
    return say("No way was rated for {channels}.", channels=channels)


def full_label() -> str:
    """What a thick line means."""
    return say("both ways at level {level}", level=FULL)


def joined_label() -> str:
    """What a thin line means."""
    return say("both ways at level {level} or above", level=JOINED)


def one_way_label() -> str:
    """What an arrow means."""
    return say("only this way")


def weak_label() -> str:
    """What a dotted line means."""
    return say("below level {level} in both directions", level=JOINED)


def both_ways(start: str, end: str, level: int) -> str:
    """A link in words."""
    return say(
        "{start} and {end}: both ways at level {level} or above.",
        start=start,
        end=end,
        level=level,
    )


def one_way(start: str, end: str, level: int) -> str:
    """A link that runs one way."""
    return say("{start} to {end}: level {level}, only this way.", start=start, end=end, level=level)


def weak(start: str, end: str, level: int) -> str:
    """A link that is hardly one."""
    return say("{start} and {end}: level {level} at best.", start=start, end=end, level=level)
