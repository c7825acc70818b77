"""What must be done, and what can be chosen at the same effort."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.model.plan import Factor
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Heading, Prose
from omniaudit.report.findings.moves import advised_steps

MOST_WAYS = 6


def choices(assessment: Assessment) -> Iterator[Block]:
    """The steps of every cheapest plan, then what can be chosen."""
    plan = assessment.plan
    if plan.must:
        yield Heading("What must be done")
        yield Bullets(tuple(assessment.titled(each) for each in plan.must))
    if not plan.factors:
        return
    yield Heading("What can be chosen")
    if not plan.must:
        yield Prose(no_must())
    for factor in plan.factors:
        yield from _factor(assessment, factor)
    chosen = {each.step.id for each in plan.steps}
    for rule in assessment.advice("first"):
        better = [each for each in advised_steps(assessment, rule) if each not in chosen]
        if better:
            yield Prose(also_advised(assessment.questionnaire.step[better[0]].title, rule.title))


def _factor(assessment: Assessment, factor: Factor) -> Iterator[Block]:
    choice = factor.choice
    if choice is not None:
        yield Prose(any_of(choice.choose, len(choice.among)))
        yield Bullets(tuple(assessment.titled(each) for each in choice.among))
        return
    yield Prose(one_way_of(len(factor.ways)))
    ways = [wording.listed([_quoted(assessment, step) for step in way]) for way in factor.ways]
    more = len(ways) - MOST_WAYS
    shown = ways[:MOST_WAYS] if more > 0 else ways
    yield Bullets((*shown, more_ways(more)) if more > 0 else tuple(shown))


def also_advised(step: str, advice: str) -> str:
    """Point to a choice that follows an advice as well."""
    return (
        f"Among these, \u201c{step}\u201d also follows the advice \u201c{advice}\u201d. The plan "
        "laid out below does not take it, but it may well be the better choice."
    )


def _quoted(assessment: Assessment, step: str) -> str:
    found = assessment.questionnaire.step[step]
    lifted = f"{assessment.code(found.capability)} to level {found.level}"
    return f"\u201c{found.title}\u201d ({lifted})"


def no_must() -> str:
    """Say that every step has an alternative."""
    return "No step is part of every plan; each can be replaced by another of the same effort."


def any_of(choose: int, of: int) -> str:
    """Introduce a choice of some among several."""
    return f"Any {wording.number(choose)} of these {wording.number(of)}:"


def one_way_of(ways: int) -> str:
    """Introduce a choice between sets of steps."""
    return f"One of these {wording.number(ways)} ways, each of the same effort:"


def more_ways(more: int) -> str:
    """Say that not all ways are listed."""
    return f"{wording.numbered(more, 'further way', 'further ways')} of the same effort"
