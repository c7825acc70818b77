"""The steps that most plans share."""

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
    (capability, level), _ = found[0]
    return say(
        "The step that most plans share: {practice} to level {level}",
        practice=portfolio.questionnaire.capability[capability].name,
        level=level,
    )


def _from_plans(portfolio: Portfolio) -> str:
    tally = portfolio.tally
    made = say_count(
        tally.count,
        "From the plan of the one business.",
        "From the plans of {planned} of {all} businesses.",
        planned=wording.figures(tally.planned),
        all=wording.figures(tally.count),
    )
    rule = say(
        "A plan is the least work that leads to the next stage. A step that many plans hold is"
        " work that many businesses could share or learn from one another; it is not more urgent"
        " for that."
    )
    return f"{made} {rule}"


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
