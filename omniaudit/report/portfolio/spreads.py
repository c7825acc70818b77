"""Quartiles of the index and of every dimension, by profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from omniaudit.language import say, say_as
from omniaudit.report import wording
from omniaudit.report.document import Prose
from omniaudit.report.portfolio.document import Chapter, Spread, SpreadGroup, Spreads
from omniaudit.report.portfolio.quartiles import LEAST, quartiles
from omniaudit.report.portfolio.reading import Portfolio, fewer
from omniaudit.report.portfolio.tally import Profiled

_MANY = 4
"""Kinds of business whose bars take most of a page."""
Figures = Callable[[Profiled], Iterable[int]]


def quartiles_chapter(portfolio: Portfolio) -> Chapter:
    """Where the middle half of every group lies; nothing of groups that are too small."""
    title = say("Where the middle half of each kind lies")
    label = say("Quartiles")
    if portfolio.tally.count < LEAST:
        return Chapter("quartiles", label, title, (Prose(too_few()),))
    parts = (Prose(_definition()), _spreads(portfolio))
    fills_a_page = len(_kinds(portfolio)) >= _MANY
    return Chapter("quartiles", label, title, parts, own_page=fills_a_page)


def too_few() -> str:
    """Why there are no quartiles."""
    return say(
        "There are fewer than {least} businesses. Quartiles of so few would tell of single"
        " businesses and not of a group, so none are given.",
        least=LEAST,
    )


def _definition() -> str:
    return say(
        "A bar reaches from the lower quartile to the upper one, and the line in it is the median."
        " Sorted from the lowest to the highest, n businesses stand at places 1 to n; the quartiles"
        " are at the places 1 + (n \u2212 1)/4, 1 + (n \u2212 1)/2 and 1 + 3(n \u2212 1)/4, and"
        " between two places in proportion. Groups of fewer than {least} are not told: their"
        " figures would be somebody's.",
        least=LEAST,
    )


def _spreads(portfolio: Portfolio) -> Spreads:
    index = _group(portfolio, say("Index"), lambda each: each.index)
    dimensions = (
        _group(portfolio, each.name, partial(_scores, dimension=each.id))
        for each in portfolio.questionnaire.dimensions
    )
    return Spreads(
        description=say("A scale from 0 to 100"),
        heads=(
            say("Kind of business"),
            say_as("businesses", "n"),
            say("Lower quartile"),
            say("Median"),
            say("Upper quartile"),
        ),
        groups=(index, *dimensions),
    )


def _scores(profile: Profiled, dimension: str) -> Iterable[int]:
    return profile.scores.get(dimension, ())


def _group(portfolio: Portfolio, label: str, figures: Figures) -> SpreadGroup:
    several = len(portfolio.profiles) > 1
    everybody = [value for _, each in portfolio.profiles for value in figures(each)]
    whole = (_spread(say("All businesses"), everybody),) if several else ()
    kinds = (_spread(name, figures(each)) for name, each in _kinds(portfolio))
    return SpreadGroup(label, (*whole, *kinds))


def _kinds(portfolio: Portfolio) -> list[tuple[str, Profiled]]:
    """The kinds of which a row tells something; the only one in any case."""
    several = len(portfolio.profiles) > 1
    return [
        (profile.name, each)
        for profile, each in portfolio.profiles
        if not several or max(map(len, (each.index, *each.scores.values()))) >= LEAST
    ]


def _spread(label: str, figures: Iterable[int]) -> Spread:
    known = list(figures)
    count = wording.figures(len(known))
    found = quartiles(known)
    if found is None:
        return Spread(label, count, instead=fewer())
    exact = (found.low, found.middle, found.high)
    low, middle, high = (float(round(each, 1)) for each in exact)
    first, second, third = map(wording.decimal, exact)
    return Spread(label, count, low, middle, high, (first, second, third))
