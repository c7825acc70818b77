"""Appendix D: what changed since the assessment before, and why the stage moved or did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omniaudit.language import say, say_as
from omniaudit.model.gates import JourneyCondition
from omniaudit.model.scorecard import KeyBlocker, ShareBlocker
from omniaudit.report import wording
from omniaudit.report.appendix import change_sentences as sentences
from omniaudit.report.appendix.change_tables import differences, figures
from omniaudit.report.appendix.sensitivity import strictness
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Section, Table
from omniaudit.report.findings.blockers import barred, blockers
from omniaudit.report.reading import Reading

Condition = tuple[int, str | tuple[str, ...], int] | JourneyCondition


def changes_section(now: Reading, before: Reading) -> Section:
    """What an earlier assessment of the same business came to, and what differs since."""
    return Section(
        id="changes",
        label=say("Appendix D: changes"),
        title=sentences.since(_day(before)),
        lead=_moved(now, before),
        blocks=tuple(_blocks(now, before)),
    )


def _day(reading: Reading) -> str:
    """The day of an assessment in words; empty where it has none."""
    return wording.day(reading.sheet.date) if reading.sheet.date else ""


def _moved(now: Reading, before: Reading) -> str:
    then, today = before.card.stage.confirmed, now.card.stage.confirmed
    days = sentences.at_first(_day(before)), sentences.at_last(_day(now))
    if not before.card.completeness.answered:
        return sentences.nothing_then(days[0])
    if not now.card.completeness.answered:
        return sentences.nothing_now(now.name, before.stage(then), *days)
    if then == today:
        return sentences.same_stage(now.name, now.stage(today), *days)
    return sentences.other_stage(now.name, before.stage(then), now.stage(today), *days)


def _blocks(now: Reading, before: Reading) -> Iterator[Block]:
    columns = (
        _day(before) or say_as("heading of a column", "Then"),
        _day(now) or say_as("heading of a column", "Now"),
    )
    yield figures(now, before, columns)
    then, today = before.card.index, now.card.index
    if None not in {then.value, today.value} and then.value != today.value:
        apart = max(then.low, today.low) > min(then.high, today.high)
        yield Prose(sentences.intervals(apart=apart), small=True)
    yield from _why(now, before, columns)
    yield Heading(say("What differs"))
    yield from differences(now, before, columns) or (Prose(_nothing_differs(now)),)
    yield Heading(say("How far the two can be compared"))
    yield Bullets(tuple(_alike(now, before)))


def _nothing_differs(now: Reading) -> str:
    return sentences.nothing_differs() if now.asks_journeys else sentences.no_practice_differs()


def _why(now: Reading, before: Reading, columns: tuple[str, str]) -> Iterator[Block]:
    """The conditions of the next stage that were open then, are open now, or both."""
    then, today = _open(before), _open(now)
    up = now.card.stage.confirmed - before.card.stage.confirmed
    met = tuple(text for each, text in then.items() if each not in today)
    new = tuple(text for each, text in today.items() if each not in then)
    yield Heading(sentences.why(up))
    if up >= 0 and met:
        yield Prose(sentences.met_since(len(met)))
        yield Bullets(met)
    if up <= 0 and new:
        yield Prose(sentences.open_since(len(new)))
        yield Bullets(new)
    rows = tuple(Row((then[each], today[each])) for each in then if each in today)
    if rows:
        yield Table(sentences.still_open(len(rows)), tuple(map(Column, columns)), rows, small=True)
    if not (then or today):
        yield Prose(sentences.nothing_open())


def _open(reading: Reading) -> Mapping[Condition, str]:
    """The conditions of the next stage that are not met, each with its sentence."""
    found: list[Condition] = []
    for each in reading.card.blockers:
        if isinstance(each, ShareBlocker):
            found.append((each.stage, each.dimension, each.level))
        elif isinstance(each, KeyBlocker):
            found.append((each.stage, each.any_of, each.level))
    found += [condition for condition, _ in barred(reading, reading.card.stage.confirmed + 1)]
    return dict(zip(found, blockers(reading), strict=True))


def _alike(now: Reading, before: Reading) -> Iterator[str]:
    """How far the two assessments can be compared."""
    versions = [f"{each.questionnaire.id} {each.questionnaire.version}" for each in (before, now)]
    presets = [strictness(each.card.stage.preset) for each in (before, now)]
    if versions[0] != versions[1]:
        yield sentences.other_questionnaire(*versions)
    if presets[0] != presets[1]:
        yield sentences.other_gates(*presets)
    if versions[0] == versions[1] and presets[0] == presets[1]:
        yield sentences.same_rules(versions[0], presets[0])
    for then, today in zip(_circumstances(before), _circumstances(now), strict=True):
        if then != today:
            yield sentences.differs(then[0], then[1], today[1])
    asked_once = len(set(now.standing) ^ set(before.standing))
    if asked_once:
        yield sentences.asked_once(asked_once)


def _circumstances(reading: Reading) -> tuple[tuple[str, str], ...]:
    """What two assessments should have in common, by its name."""
    ours, business = reading.questionnaire, reading.sheet.business
    channels = [reading.channel(each) for each in sorted(business.channels)]
    return (
        (say("How it was done"), ours.modes[reading.sheet.mode].name.lower()),
        (say("People who answered"), wording.number(reading.card.respondents)),
        (say("Kind of business"), ours.profile[business.profile].name.lower()),
        (say("Size"), ours.size[business.size].name.lower()),
        (say("Channels"), wording.listed(channels) or say("not given")),
    )
