"""How channels hand customers over: the matrix, the islands, and where it is lopsided."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.engine.handoffs import FULL, JOINED
from omniaudit.model.answers import Handoff
from omniaudit.model.scorecard import Detour, HandoffResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import HandoffCell, HandoffMatrix
from omniaudit.report.document import Block, Bullets, Figure, KeyFigures, Picture, Prose

BUSY = 2
"""Traffic from which a poor handoff is worth a word."""


def handoffs(assessment: Assessment, result: HandoffResult) -> Iterator[Block]:
    """The handoffs as a matrix and in words."""
    yield _figures(assessment, result)
    yield Picture(_matrix(assessment), matrix_caption())
    yield Prose(_islands(assessment, result))
    found = [*_weak(assessment), *_lopsided(assessment, result), *_roundabout(assessment, result)]
    if found:
        yield Bullets(tuple(found))
    yield Prose(not_in_the_stage(), small=True)


def _figures(assessment: Assessment, result: HandoffResult) -> KeyFigures:
    stage = wording.NOT_KNOWN if result.stage is None else assessment.stage_title(result.stage)
    return KeyFigures(
        (
            Figure(wording.known(result.index), "handoff index, 0 to 100", "busy ways count more"),
            Figure(
                _share(result.density_2),
                "of the traffic moves with its case",
                _of(assessment, JOINED),
            ),
            Figure(
                _share(result.density_3), "of the traffic repeats nothing", _of(assessment, FULL)
            ),
            Figure(stage, "stage by handoffs alone", "a second opinion"),
        )
    )


def _share(density: Fraction | None) -> str:
    return wording.NOT_KNOWN if density is None else f"{wording.decimal(density)}\u00a0%"


def _of(assessment: Assessment, level: int) -> str:
    rated = [each for each in assessment.sheet.handoffs.values() if each.level is not None]
    part = sum(each.traffic for each in rated if (each.level or 0) >= level)
    return traffic_points(part, sum(each.traffic for each in rated))


def _matrix(assessment: Assessment) -> HandoffMatrix:
    given = assessment.sheet.handoffs
    channels = [
        each for each in assessment.sheet.business.channels if any(each in pair for pair in given)
    ]
    cells = tuple(tuple(_cell(given.get((start, end))) for end in channels) for start in channels)
    first, second, third, fourth = assessment.questionnaire.handoffs.levels
    return HandoffMatrix(
        description=_described(assessment),
        channels=tuple(assessment.channel(each) for each in channels),
        from_label="From",
        to_label="To",
        levels=(first, second, third, fourth),
        cells=cells,
        traffic_label=traffic_label(),
    )


def _cell(handoff: Handoff | None) -> HandoffCell | None:
    return None if handoff is None else HandoffCell(handoff.level, handoff.traffic)


def _described(assessment: Assessment) -> str:
    traffic = assessment.questionnaire.handoffs.traffic
    told = [
        f"{_way(assessment, *pair)}: {_level(each)}, {traffic[each.traffic]} ({each.traffic})"
        for pair, each in assessment.sheet.handoffs.items()
    ]
    return f"{'; '.join(told)}."


def _level(handoff: Handoff) -> str:
    if not handoff.applies:
        return "does not apply"
    return "not rated" if handoff.level is None else f"level {handoff.level}"


def _way(assessment: Assessment, start: str, end: str) -> str:
    return f"{assessment.channel(start)} to {assessment.channel(end)}"


def _islands(assessment: Assessment, result: HandoffResult) -> str:
    groups = [
        wording.listed([assessment.channel(each) for each in island]) for island in result.islands
    ]
    together = [
        group for group, island in zip(groups, result.islands, strict=True) if len(island) > 1
    ]
    alone = [
        group for group, island in zip(groups, result.islands, strict=True) if len(island) == 1
    ]
    if len(groups) == 1:
        return one_whole(groups[0])
    if not together:
        return all_alone(wording.listed(alone))
    return islands(together, alone)


def _weak(assessment: Assessment) -> list[str]:
    traffic = assessment.questionnaire.handoffs.traffic
    return [
        weak_way(_way(assessment, *pair), each.level, traffic[each.traffic])
        for pair, each in assessment.sheet.handoffs.items()
        if each.level is not None and each.level < JOINED and each.traffic >= BUSY
    ]


def _lopsided(assessment: Assessment, result: HandoffResult) -> list[str]:
    level = {pair: each.level for pair, each in assessment.sheet.handoffs.items()}
    return [
        lopsided(
            _way(assessment, start, end),
            level[start, end],
            _way(assessment, end, start),
            level[end, start],
        )
        for start, end in result.asymmetries
    ]


def _roundabout(assessment: Assessment, result: HandoffResult) -> list[str]:
    given = assessment.sheet.handoffs
    return [
        _detour(assessment, each)
        for each in result.detours
        if each.widest >= JOINED or given[each.start, each.end].traffic >= BUSY
    ]


def _detour(assessment: Assessment, detour: Detour) -> str:
    middle = [assessment.channel(each) for each in detour.route[1:-1]]
    way = _way(assessment, detour.start, detour.end)
    return detour_words(way, detour.direct, wording.listed(middle), detour.widest)


def matrix_caption() -> str:
    """How to read the matrix."""
    return "From the channel on the left to the channel above; an empty field was not rated."


def traffic_label() -> str:
    """What the dots mean."""
    return "dots: how many customers go this way, from none to three"


def traffic_points(part: int, whole: int) -> str:
    """The numbers behind a share of the traffic."""
    return f"{part} of {wording.counted(whole, 'point', 'points')} of traffic"


def one_whole(channels: str) -> str:
    """Say that all channels hang together."""
    return (
        f"{channels} form one whole: a customer can go from any of them to any other without "
        "starting again."
    )


def all_alone(channels: str) -> str:
    """Say that every channel is alone."""
    return f"Each channel stands alone: {channels}. A case does not move both ways between any two."


def islands(together: list[str], alone: list[str]) -> str:
    """Say which channels form islands and which stand outside."""
    form = "forms an island" if len(together) == 1 else "form islands"
    groups = "; ".join(together)
    begin = f"One group of channels {form}" if len(together) == 1 else f"Groups of channels {form}"
    inside = f"{begin}, inside which a customer\u2019s case moves both ways: {groups}."
    if not alone:
        return inside
    verb = "stands" if len(alone) == 1 else "stand"
    return f"{inside} {wording.listed(alone)} {verb} outside."


def weak_way(way: str, level: int, traffic: str) -> str:
    """A busy way with a poor handoff."""
    return f"{way} is at level {level}, although {traffic} go this way."


def lopsided(way: str, level: int | None, back: str, level_back: int | None) -> str:
    """A way that is much better than the way back."""
    return (
        f"{way} is at level {level}, {back} only at level {level_back}: usually a system that can "
        "be read but not written to."
    )


def detour_words(way: str, direct: int, over: str, widest: int) -> str:
    """A way that is better over other channels."""
    return f"{way} works better by way of {over} (level {widest}) than directly (level {direct})."


def not_in_the_stage() -> str:
    """Say what handoffs do not do."""
    return "Handoffs are a second look at the same business; they change neither stage nor index."
