"""Two assessments side by side: their figures, and the answers and journeys that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from omniaudit.language import mark, say, say_as, say_count
from omniaudit.model.answers import Answered
from omniaudit.model.scorecard import JourneyResult, Standing
from omniaudit.report import wording
from omniaudit.report.document import Column, Row, Table
from omniaudit.report.findings.score_words import stage_between, stage_possible
from omniaudit.report.findings.standing_words import level_now
from omniaudit.report.reading import Reading

NOTHING = "\u2013"
_TENTHS = 10
_OPEN = frozenset({"unknown", "not-asked"})
Days = tuple[str, str]
Pair = tuple[Standing, Standing]
# Translators: this and the next three are headings over journeys
_PASS = mark("Pass now")
_BREAK = mark("Break now")
_ELSEWHERE = mark("Break at another step")
_WITHOUT = mark("Without a result now")


def figures(now: Reading, before: Reading, days: Days) -> Table:
    """Stage, index, dimensions and what they rest on, then and now."""
    columns = (
        Column("", 4),
        *(Column(each, 4) for each in days),
        Column(say("Difference"), 2, "right"),
    )
    return Table("", columns, tuple(map(Row, _figures(now, before))), small=True)


def _figures(now: Reading, before: Reading) -> Iterator[tuple[str, ...]]:
    pair = (before, now)
    yield say("Stage"), *map(_stage, pair), NOTHING
    indexes = [each.card.index for each in pair]
    yield (
        say("Index, 0 to 100"),
        *(_interval(each.value, each.low, each.high) for each in indexes),
        difference(indexes[0].value, indexes[1].value),
    )
    for dimension in now.questionnaire.dimensions:
        yield _dimension(dimension.id, dimension.name, pair)
    done = [each.card.completeness for each in pair]
    answered = (
        say("{answered} of {applicable}", answered=each.answered, applicable=each.applicable)
        for each in done
    )
    yield say("Practices answered"), *answered, NOTHING
    yield say("Confidence"), *(each.card.confidence.grade for each in pair), NOTHING
    if any(each.verdict for each in pair):
        yield say("Verdict on fit"), *map(_verdict, pair), NOTHING
    joined = [each.card.handoffs.index if each.card.handoffs else None for each in pair]
    if any(each is not None for each in joined):
        yield say("Handoff index"), *map(wording.known, joined), difference(*joined)


def _dimension(name: str, title: str, pair: tuple[Reading, Reading]) -> tuple[str, ...]:
    scores = [each.score.get(name) for each in pair]
    cells = [
        _interval(each.score, each.low, each.high)
        if each is not None and each.low is not None and each.high is not None
        else say("does not apply")
        for each in scores
    ]
    values = [None if each is None else each.score for each in scores]
    return title, cells[0], cells[1], difference(values[0], values[1])


def _stage(reading: Reading) -> str:
    stage = reading.card.stage
    if stage.confirmed == stage.potential:
        return reading.stage_title(stage.confirmed)
    words = stage_possible if stage.confirmed else stage_between
    return words(reading.stage_title(stage.confirmed), reading.stage(stage.potential))


def _verdict(reading: Reading) -> str:
    names = {each.id: each.name for each in reading.questionnaire.fit.verdicts}
    return names[reading.verdict] if reading.verdict else say(wording.NOT_KNOWN)


def _interval(value: Fraction | None, low: Fraction, high: Fraction) -> str:
    shown, span = wording.known(value), wording.span(low, high)
    return shown if shown == span else f"{shown} ({span})"


def difference(then: Fraction | None, today: Fraction | None) -> str:
    """Two values' difference, of what is printed of them, so that a reader can check it."""
    if then is None or today is None:
        return NOTHING
    found = Fraction(round(today * _TENTHS) - round(then * _TENTHS), _TENTHS)
    if found > 0:
        return f"+{wording.decimal(found)}"
    return f"\u2212{wording.decimal(-found)}" if found else wording.decimal(found)


def differences(now: Reading, before: Reading, days: Days) -> tuple[Table, ...]:
    """Tables of the practices and journeys that stand elsewhere than before; none if none do."""
    pairs = [
        (before.standing[each.capability], each)
        for each in now.card.standings
        if each.capability in before.standing
    ]
    found = (
        (say("Practices at another level"), say("Practice"), [*_levels(now, before, pairs)]),
        (
            say("Answers that came, went or were set aside"),
            say("Practice"),
            [*_answers(now, before, pairs)],
        ),
        (say("Journeys that ended otherwise"), say("Journey"), [*_journeys(now, before)]),
    )
    return tuple(
        Table(
            caption,
            (Column(what, 6), *(Column(each, 4) for each in days)),
            tuple(rows),
            small=True,
        )
        for caption, what, rows in found
        if rows
    )


def _levels(now: Reading, before: Reading, pairs: list[Pair]) -> Iterator[Row]:
    known = [pair for pair in pairs if all(each.state == "answered" for each in pair)]
    higher = [pair for pair in known if _height(pair[0]) < _height(pair[1])]
    lower = [pair for pair in known if _height(pair[0]) > _height(pair[1])]
    for title, found in ((higher_title(len(higher)), higher), (lower_title(len(lower)), lower)):
        if found:
            yield Row((title,), group=True)
        for then, today in found:
            cells = _level(before, then), _level(now, today)
            yield Row((now.called(today.capability), *cells))


def _height(standing: Standing) -> tuple[int, int]:
    return standing.counted or 0, standing.thirds or 0


def _level(reading: Reading, standing: Standing) -> str:
    """The level that counts, with what makes it count less or more."""
    words = [wording.capital(level_now(standing))]
    if standing.level != standing.counted:
        words.append(say("level {level} stated", level=standing.level))
    answer = reading.answer(standing.capability)
    if isinstance(answer, Answered) and answer.coverage is not None:
        words.append(holds(reading.questionnaire.coverage[answer.coverage].name))
    return ", ".join(words)


def _answers(now: Reading, before: Reading, pairs: list[Pair]) -> Iterator[Row]:
    kinds: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
        (say("Known now"), lambda then, today: then in _OPEN and today == "answered"),
        (say("No longer known"), lambda then, today: then == "answered" and today in _OPEN),
        (say("Set aside now"), lambda then, today: then != today == "not-applicable"),
        (say("Set aside then"), lambda then, today: today != then == "not-applicable"),
    )
    for title, holds_for in kinds:
        found = [pair for pair in pairs if holds_for(pair[0].state, pair[1].state)]
        if found:
            yield Row((title,), group=True)
        for then, today in found:
            cells = _level(before, then), _level(now, today)
            yield Row((now.called(today.capability), *cells))


def _journeys(now: Reading, before: Reading) -> Iterator[Row]:
    walked = [{each.journey: each for each in reading.card.journeys} for reading in (before, now)]
    ours = [each for each in now.questionnaire.journeys if each.id in walked[0] | walked[1]]
    for kind in (_PASS, _BREAK, _ELSEWHERE, _WITHOUT):
        rows = []
        for journey in ours:
            then, today = (each.get(journey.id) for each in walked)
            cells = _outcome(before, then), _outcome(now, today)
            if cells[0] != cells[1] and _kind(then, today) == kind:
                rows.append(Row((journey.name, *cells)))
        if rows:
            yield Row((say(kind),), group=True)
            yield from rows


def _kind(then: JourneyResult | None, today: JourneyResult | None) -> str:
    """How a journey that ended otherwise than before is listed."""
    if today is None or today.passed is None:
        return _WITHOUT
    if today.passed:
        return _PASS
    return _ELSEWHERE if then and then.passed is False else _BREAK


def _outcome(reading: Reading, result: JourneyResult | None) -> str:
    if result is None:
        return say("Not tried out")
    if result.passed is None:
        return say("Tried out, without a result")
    if result.passed:
        return say_as("a journey", "Passed")
    steps = reading.questionnaire.journey[result.journey].steps
    return broke_at(next(each.name for each in steps if each.id == result.break_step))


def higher_title(count: int) -> str:
    """Over the practices that rose."""
    return say_count(
        count,
        "{number} practice higher",
        "{number} practices higher",
        number=wording.capital(wording.number(count)),
    )


def lower_title(count: int) -> str:
    """Over the practices that fell."""
    return say_count(
        count,
        "{number} practice lower",
        "{number} practices lower",
        number=wording.capital(wording.number(count)),
    )


def holds(coverage: str) -> str:
    """In how much of the business a level holds."""
    return say("holds: {coverage}", coverage=coverage.lower())


def broke_at(step: str) -> str:
    """How a journey ended that broke."""
    return say("Broke at \u201c{step}\u201d", step=step)
