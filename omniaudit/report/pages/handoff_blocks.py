"""How channels hand customers over: the figures, the matrix, the islands and the weak ways."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.engine.handoffs import FULL, JOINED
from omniaudit.language import say, say_as, say_count
from omniaudit.model.answers import Handoff
from omniaudit.model.scorecard import HandoffResult
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import HandoffCell, HandoffMatrix
from omniaudit.report.document import Block, Figure, KeyFigures, Picture
from omniaudit.report.findings.weak_ways import way_called, weak_ways
from omniaudit.report.pages.island_blocks import islands


def handoffs(assessment: Assessment, result: HandoffResult) -> Iterator[Block]:
    """The handoffs as a matrix, as islands and in words."""
    matrix = _matrix(assessment)
    yield _figures(assessment, result)
    yield Picture(matrix, matrix_caption(matrix))
    yield from weak_ways(assessment, result)
    yield from islands(assessment, result, _channels(assessment))


def pairs_that_apply(assessment: Assessment) -> int:
    """How many ways from channel to channel customers could take."""
    channels = len(assessment.sheet.business.channels)
    closed = sum(not each.applies for each in assessment.sheet.handoffs.values())
    return channels * (channels - 1) - closed


def _figures(assessment: Assessment, result: HandoffResult) -> KeyFigures:
    rated = sum(each.level is not None for each in assessment.sheet.handoffs.values())
    unrated = without_a_rating(list(_without_rating(assessment)))
    return KeyFigures(
        (
            Figure(
                wording.known(result.index),
                say("handoff index, 0 to 100"),
                say("busy ways count more"),
            ),
            Figure(
                _share(result.density_2),
                say("traffic that moves with its case"),
                _of(assessment, JOINED),
            ),
            Figure(
                _share(result.density_3),
                say("traffic that repeats nothing"),
                _of(assessment, FULL),
            ),
            Figure(
                say("{part} of {whole}", part=rated, whole=pairs_that_apply(assessment)),
                say("ways rated"),
                unrated,
            ),
        )
    )


def _without_rating(assessment: Assessment) -> Iterator[str]:
    """The channels to and from which nobody rated a way."""
    rated = [pair for pair, each in assessment.sheet.handoffs.items() if each.level is not None]
    for channel in assessment.sheet.business.channels:
        if not any(channel in pair for pair in rated):
            yield assessment.channel(channel)


def _share(density: Fraction | None) -> str:
    if density is None:
        return say(wording.NOT_KNOWN)
    return say("{share}\u00a0%", share=wording.decimal(density))


def _of(assessment: Assessment, level: int) -> str:
    rated = [each for each in assessment.sheet.handoffs.values() if each.level is not None]
    part = sum(each.traffic for each in rated if (each.level or 0) >= level)
    return traffic_points(part, sum(each.traffic for each in rated))


def _channels(assessment: Assessment) -> list[str]:
    """The channels that a way was given for, in the order of their numbers."""
    given = assessment.sheet.handoffs
    return [
        each for each in assessment.sheet.business.channels if any(each in pair for pair in given)
    ]


def _matrix(assessment: Assessment) -> HandoffMatrix:
    given, channels = assessment.sheet.handoffs, _channels(assessment)
    cells = tuple(tuple(_cell(given.get((start, end))) for end in channels) for start in channels)
    first, second, third, fourth = assessment.questionnaire.handoffs.levels
    return HandoffMatrix(
        description=_described(assessment),
        channels=tuple(assessment.channel(each) for each in channels),
        from_label=say_as("channel", "From"),
        to_label=say_as("channel", "To"),
        levels=(first, second, third, fourth),
        cells=cells,
        traffic_label=traffic_label(),
    )


def _cell(handoff: Handoff | None) -> HandoffCell | None:
    """What a field shows; a way that customers cannot go has no traffic."""
    if handoff is None:
        return None
    return HandoffCell(handoff.level, handoff.traffic * handoff.applies, handoff.applies)


def _described(assessment: Assessment) -> str:
    told = [
        f"{way_called(assessment, *pair)}: {_level(assessment, each)}"
        for pair, each in assessment.sheet.handoffs.items()
    ]
    return f"{'; '.join(told)}."


def _level(assessment: Assessment, handoff: Handoff) -> str:
    if not handoff.applies:
        return say("does not apply")
    level = say("not rated")
    if handoff.level is not None:
        level = say("level {level}", level=handoff.level)
    people = assessment.questionnaire.handoffs.traffic[handoff.traffic]
    return f"{level}, {people} ({handoff.traffic})"


def matrix_caption(matrix: HandoffMatrix) -> str:
    """How to read the matrix, with the marks that it holds."""
    marks = []
    cells = [cell for row in matrix.cells for cell in row if cell is not None]
    if any(cell.level is None and cell.applies for cell in cells):
        marks.append(say("? was not rated"))
    if any(not cell.applies for cell in cells):
        marks.append(say("\u2013 does not apply"))
    marks.append(say("an empty field was not asked about"))
    fields = len(matrix.channels) * (len(matrix.channels) - 1)
    last = marks if len(cells) < fields else marks[:-1]
    return "; ".join((say("From the channel on the left to the channel above"), *last)) + "."


def without_a_rating(channels: list[str]) -> str:
    """Name the channels of which nothing was rated, if there are any."""
    return say("{channels} not rated", channels=wording.listed(channels)) if channels else ""


def traffic_label() -> str:
    """What the dots mean."""
    return say("dots: how many customers go this way, from none to three")


def traffic_points(part: int, whole: int) -> str:
    """The numbers behind a share of the traffic."""
    return say_count(
        whole,
        "{part} of {count} point of traffic",
        "{part} of {count} points of traffic",
        part=part,
    )
