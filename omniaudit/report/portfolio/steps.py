"""The steps that occur in the most plans."""

from __future__ import annotations

from omniaudit.language import say, say_as, say_count
from omniaudit.report import wording
from omniaudit.report.document import Prose
from omniaudit.report.portfolio.document import Chapter, Part, StepBar, StepBars
from omniaudit.report.portfolio.reading import Portfolio, percent

SHOWN = 12
"""Steps that are shown at most."""


def steps_chapter(portfolio: Portfolio) -> Chapter:
    """The steps by the number of plans they occur in, the most frequent first."""
    order = {each.id: place for place, each in enumerate(portfolio.questionnaire.capabilities)}
    found = sorted(
        portfolio.tally.steps.items(), key=lambda each: (-each[1], order[each[0][0]], each[0][1])
    )
    parts: list[Part] = [Prose(_from_plans(portfolio))]
    if found:
        parts.append(_bars(portfolio, found[:SHOWN]))
    if len(found) > SHOWN:
        parts.append(Prose(_more(len(found) - SHOWN), small=True))
    return Chapter("steps", say("Steps"), _title(portfolio, found), tuple(parts))


def _title(portfolio: Portfolio, found: list[tuple[tuple[str, int], int]]) -> str:
    if not found:
        return say("No plan holds a step")
    (capability, level), most = found[0]
    practice = portfolio.questionnaire.capability[capability].name
    if [count for _, count in found].count(most) > 1:
        return say(
            "No step is in more plans: {practice} to level {level}", practice=practice, level=level
        )
    return say(
        "The step in more plans than any other: {practice} to level {level}",
        practice=practice,
        level=level,
    )


def _from_plans(portfolio: Portfolio) -> str:
    rule = say(
        "A plan is the least work that leads to the next stage; where several plans cost the same,"
        " one of them is taken. Where no work leads higher, the plan is empty and counts all the"
        " same. A step that many plans hold is work that many businesses could share or learn from"
        " one another; it is not more urgent for that."
    )
    return f"{_made(portfolio)} {rule}"


def _made(portfolio: Portfolio) -> str:
    """Of how many businesses plans were made; a batch has every so many-th file planned for."""
    planned, count = portfolio.tally.planned, portfolio.tally.count
    if planned < count:
        return say_count(
            count,
            "From the plans of {planned} of {all} business, drawn evenly over the files.",
            "From the plans of {planned} of {all} businesses, drawn evenly over the files.",
            planned=wording.figures(planned),
            all=wording.figures(count),
        )
    return say_count(
        count,
        "From the plan of the one business.",
        "From the plans of all {all} businesses.",
        all=wording.figures(count),
    )


def _bars(portfolio: Portfolio, found: list[tuple[tuple[str, int], int]]) -> StepBars:
    planned = portfolio.tally.planned
    bars = []
    for (name, level), count in found:
        capability = portfolio.questionnaire.capability[name]
        text = say("{count} ({share})", count=wording.figures(count), share=percent(count, planned))
        levels = f"{level - 1} \u2192 {level}"
        bars.append(StepBar(capability.code, capability.name, levels, text, count / planned))
    heads = (say("Practice"), say("Level"), say_as("holding a step", "Plans"))
    told = [f"{each.code} {each.levels}: {each.text}" for each in bars]
    return StepBars(f"{'; '.join(told)}.", heads, tuple(bars))


def _more(count: int) -> str:
    return say_count(
        count,
        "One more step occurs in as many plans or fewer.",
        "{count} more steps occur in as many plans or fewer.",
    )
