"""What must be done, and what can be chosen at the same effort."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say, say_count
from omniaudit.model.plan import Choice, Factor
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Table
from omniaudit.report.findings.moves import advised_steps

MOST_MUSTS = 6
"""Steps of every plan that are listed; more are left to the chart, which marks them."""
MOST_WAYS = 6


def choices(assessment: Assessment) -> Iterator[Block]:
    """The steps of every cheapest plan, then what can be chosen; nothing without a choice."""
    plan = assessment.plan
    if not plan.factors:
        return
    if 0 < len(plan.must) <= MOST_MUSTS:
        yield Heading(say("What must be done"))
        yield Bullets(tuple(assessment.titled(each) for each in plan.must))
    yield Heading(say("What can be chosen"))
    if not plan.must and len(plan.factors) > 1:
        yield Prose(no_must())
    elif len(plan.must) > MOST_MUSTS:
        yield Prose(many_musts(len(plan.must)))
    simple = [each.choice for each in plan.factors if each.choice is not None]
    if simple:
        yield Bullets(tuple(_any_of(assessment, each) for each in simple))
    if len(simple) < len(plan.factors):
        yield Prose(see_ways(len(plan.factors) - len(simple)))


def _any_of(assessment: Assessment, choice: Choice) -> str:
    among = [assessment.titled(each) for each in choice.among]
    return any_of(choice.choose, among)


def ways(assessment: Assessment) -> Iterator[Block]:
    """Choices between sets of steps, each as a table of its ways."""
    for factor in assessment.plan.factors:
        if factor.choice is None:
            yield _ways(assessment, factor)
            if len(factor.ways) > MOST_WAYS:
                yield Prose(more_ways(len(factor.ways) - MOST_WAYS), small=True)


def also(assessment: Assessment) -> Iterator[Block]:
    """What advice would have chosen, where the plan chose otherwise."""
    plan = assessment.plan
    if not plan.factors:
        return
    chosen = {each.step.id for each in plan.steps}
    for rule in assessment.advice("first"):
        better = [each for each in advised_steps(assessment, rule) if each not in chosen]
        if better:
            yield Prose(also_advised(assessment.questionnaire.step[better[0]].title, rule.title))


def _ways(assessment: Assessment, factor: Factor) -> Table:
    """A row for each step, a column for each way; the way that the plan takes comes first."""
    chosen = {each.step.id for each in assessment.plan.steps}
    shown = sorted(factor.ways, key=lambda way: not chosen.issuperset(way))[:MOST_WAYS]
    columns = (
        Column(say("Step"), 9),
        *(Column(way_name(number), 1, "centre") for number in range(1, len(shown) + 1)),
    )
    steps = [step for step in factor.steps if any(step in way for way in shown)]
    rows = tuple(
        Row((assessment.titled(step), *("\u2713" if step in way else "\u2013" for way in shown)))
        for step in steps
    )
    return Table(one_way_of(len(factor.ways)), columns, rows, small=True)


def also_advised(step: str, advice: str) -> str:
    """Point to a choice that follows an advice as well."""
    return say(
        "\u201c{step}\u201d also follows the advice \u201c{advice}\u201d. The plan does not take "
        "it, but it may well be the better choice.",
        step=step,
        advice=advice,
    )


def no_must() -> str:
    """Say that every step has an alternative."""
    return say("No step is part of every plan; each can be replaced by another of the same effort.")


def many_musts(steps: int) -> str:
    """Say that many steps are part of every plan, and where they are marked."""
    sentences = say_count(
        steps,
        "{number} step is part of every plan; it is filled in the chart below. The others can be "
        "chosen.",
        "{number} steps are part of every plan; they are filled in the chart below. The others "
        "can be chosen.",
        number=wording.number(steps),
    )
    return wording.capital(sentences)


def any_of(choose: int, among: list[str]) -> str:
    """A choice of some among several, whose titles may hold commas."""
    return say(
        "Any {choose} of these {of}: {steps}.",
        choose=wording.number(choose),
        of=wording.number(len(among)),
        steps="; ".join(among),
    )


def see_ways(tables: int) -> str:
    """Point to the tables of ways."""
    return say_count(
        tables,
        "Some steps belong together and can only be exchanged as a set; the table of ways at "
        "the end of the plan shows the sets.",
        "Some steps belong together and can only be exchanged as sets; the tables of ways at the "
        "end of the plan show the sets.",
    )


def one_way_of(ways: int) -> str:
    """Introduce a choice between sets of steps; the plan takes the first."""
    return say(
        "One of {number} ways of the same effort; the plan takes way 1",
        number=wording.number(ways),
    )


def way_name(number: int) -> str:
    """The head of a way's column."""
    # Translators: heads a narrow column of a table, so keep it short
    return say("Way {number}", number=number)


def more_ways(more: int) -> str:
    """Say that not all ways are listed."""
    sentence = say_count(
        more,
        "{number} further way costs the same effort.",
        "{number} further ways cost the same effort.",
        number=wording.number(more),
    )
    return wording.capital(sentence)
