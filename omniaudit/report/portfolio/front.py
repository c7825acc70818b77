"""Page one: what a reader needs in a minute."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from omniaudit.language import say, say_as, say_count
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.document import Column, Figure, KeyFigures, Prose, Row, Table
from omniaudit.report.portfolio.document import Chapter, Part, StageBar, StageBars
from omniaudit.report.portfolio.quartiles import quartiles
from omniaudit.report.portfolio.reading import Portfolio, fewer, percent

_SHORT = 64
"""Characters of a particular that stand on page one in three lines at most."""


def front_chapter(portfolio: Portfolio) -> Chapter:
    """How many, at which stages, and the medians."""
    parts = tuple(_parts(portfolio)) if portfolio.tally.count else _nothing(portfolio)
    return Chapter("front", say("The picture"), "", parts)


def title(portfolio: Portfolio) -> str:
    """Where most businesses stand."""
    tally = portfolio.tally
    if not tally.count:
        return say("No business could be scored")
    most = max(map(tally.at_stage, LEVELS))
    stages = [portfolio.stage(each) for each in LEVELS if tally.at_stage(each) == most]
    named = wording.listed(stages)
    if most == tally.count:
        return say_count(
            most,
            "One business: {stage}",
            "All {all} businesses are {stage}",
            all=wording.figures(most),
            stage=named,
        )
    if len(stages) > 1:
        return say(
            "{all} businesses, most often {stages}", all=wording.figures(tally.count), stages=named
        )
    return say(
        "{number} of {all} businesses are {stage}",
        number=wording.figures(most),
        all=wording.figures(tally.count),
        stage=named,
    )


def particulars(portfolio: Portfolio) -> tuple[tuple[str, str], ...]:
    """What is known about the batch as such, each in a line or two."""
    ours, tally = portfolio.questionnaire, portfolio.tally
    modes = [each.name.lower() for mode, each in ours.modes.items() if tally.modes[mode]]
    known = (
        (say("Questionnaire"), f"{ours.id} {ours.version}"),
        (say("Gates"), _gates(portfolio)),
        (say_as("date", "Assessed"), _days(portfolio)),
        (say_as("kind of assessment", "How"), wording.capital(wording.listed(modes))),
        (say("Kinds of business"), wording.figures(len(portfolio.profiles))),
    )
    return tuple((label, wording.clipped(text, _SHORT)) for label, text in known if text)


def _gates(portfolio: Portfolio) -> str:
    presets = {"strict": say("strict"), "standard": say("standard"), "lenient": say("lenient")}
    used = [word for name, word in presets.items() if name in portfolio.tally.gates]
    return wording.capital(wording.listed(used))


def _days(portfolio: Portfolio) -> str:
    first, last = portfolio.tally.first_day, portfolio.tally.last_day
    if not first:
        return say("not dated") if portfolio.tally.count else ""
    days = [wording.day(dt.date.fromisoformat(each)) for each in (first, last)]
    return (
        days[0]
        if first == last
        else say_as("dates", "{first} to {last}", first=days[0], last=days[1])
    )


def _nothing(portfolio: Portfolio) -> tuple[Part, ...]:
    return (KeyFigures((_scored(portfolio), _failed(portfolio))),)


def _parts(portfolio: Portfolio) -> Iterator[Part]:
    yield _stages(portfolio)
    yield Prose(rising(portfolio), small=True)
    yield KeyFigures(
        (
            _scored(portfolio),
            _failed(portfolio),
            _index(portfolio),
            _rising(portfolio),
        )
    )
    yield from _dimensions(portfolio)
    yield _by_profile(portfolio)


def _stages(portfolio: Portfolio) -> StageBars:
    tally = portfolio.tally
    counts = [(tally.at_stage(each), tally.perhaps_at_stage(each)) for each in LEVELS]
    longest = max(max(pair) for pair in counts)
    bars = tuple(
        StageBar(
            portfolio.stage_title(each),
            _counted(confirmed, tally.count),
            _counted(possible, tally.count),
            confirmed / longest,
            possible / longest,
        )
        for each, (confirmed, possible) in zip(LEVELS, counts, strict=True)
    )
    told = [
        say(
            "{stage}: {confirmed} confirmed, {possible} possible",
            stage=each.name,
            confirmed=each.confirmed,
            possible=each.possible,
        )
        for each in bars
    ]
    return StageBars(f"{wording.item_by_item(told)}.", say("Confirmed"), say("Possible"), bars)


def _counted(count: int, of: int) -> str:
    return say("{count} ({share})", count=wording.figures(count), share=percent(count, of))


def rising(portfolio: Portfolio) -> str:
    """What confirmed and possible mean, and how many may stand higher already."""
    return say_count(
        portfolio.tally.may_rise,
        "Confirmed: every missing answer counts as the worst one. Possible: every missing answer"
        " counts as the best one. One business may stand higher already than is confirmed.",
        "Confirmed: every missing answer counts as the worst one. Possible: every missing answer"
        " counts as the best one. {businesses} businesses may stand higher already than is"
        " confirmed.",
        businesses=wording.figures(portfolio.tally.may_rise),
    )


def _scored(portfolio: Portfolio) -> Figure:
    tally = portfolio.tally
    files = tally.count + tally.files_failed
    return Figure(
        wording.figures(tally.count),
        say_as("beside a number", "businesses scored"),
        say_count(files, "of one file", "of {files} files", files=wording.figures(files)),
    )


def _failed(portfolio: Portfolio) -> Figure:
    failed = portfolio.tally.files_failed
    note = say("listed in failed.txt") if failed else say("every file could be read")
    return Figure(wording.figures(failed), say_as("beside a number", "files failed"), note)


def _index(portfolio: Portfolio) -> Figure:
    label = say("median index, 0 to 100")
    known = [each for _, figures in portfolio.profiles for each in figures.index]
    found = quartiles(known)
    if not found:
        return Figure("\u2013", label, fewer())
    note = say(
        "the middle half: {low} to {high}",
        low=wording.decimal(found.low),
        high=wording.decimal(found.high),
    )
    return Figure(wording.decimal(found.middle), label, note)


def _rising(portfolio: Portfolio) -> Figure:
    tally = portfolio.tally
    return Figure(
        wording.figures(tally.may_rise),
        say_as("beside a number", "may stand higher already"),
        say("{share} of all: answers are missing", share=percent(tally.may_rise, tally.count)),
    )


def _dimensions(portfolio: Portfolio) -> Iterator[Part]:
    """The median score of every dimension, if there are enough businesses to tell any."""
    figures = []
    for dimension in portfolio.questionnaire.dimensions:
        known = [
            each
            for _, profile in portfolio.profiles
            for each in profile.scores.get(dimension.id, ())
        ]
        found = quartiles(known)
        value = wording.decimal(found.middle) if found else "\u2013"
        note = _of(len(known)) if found else fewer()
        figures.append(Figure(value, say("median: {dimension}", dimension=dimension.name), note))
    if portfolio.tally.ranking.count and any(each.value != "\u2013" for each in figures):
        yield KeyFigures(tuple(figures))


def _of(count: int) -> str:
    return say("n = {count}", count=wording.figures(count))


def _by_profile(portfolio: Portfolio) -> Table:
    columns = (
        Column(say("Kind of business"), 8),
        Column(say_as("businesses", "n"), 2, "right"),
        *(Column(portfolio.stage_title(each), 4, "right") for each in LEVELS),
        Column(say("Median index"), 5, "right"),
    )
    rows = []
    for profile, figures in portfolio.profiles:
        groups = figures.groups
        counts = [groups[each].count if each in groups else 0 for each in LEVELS]
        found = quartiles(figures.index)
        rows.append(
            Row(
                (
                    profile.name,
                    wording.figures(figures.count),
                    *map(wording.figures, counts),
                    wording.decimal(found.middle) if found else fewer(),
                )
            )
        )
    return Table(say("Confirmed stages by kind of business"), columns, tuple(rows), small=True)
