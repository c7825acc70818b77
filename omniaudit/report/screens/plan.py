"""A plan in a screenful: the steps, what cannot be left out and what costs the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from omniaudit.model.plan import Factor, Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.report import wording
from omniaudit.report.document import Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import next_commands, screen, stages

_FEW = 6
_BEST_OF_IT = "The steps below make the best of it: together they take"


def plan_summary(
    questionnaire: Questionnaire, before: Scorecard, card: Scorecard, plan: Plan
) -> Document:
    """The steps of a plan, what cannot be left out, and what a further stage would take."""
    reading = Reading(questionnaire, card)
    if card.completeness.applicable and not card.completeness.answered:
        nothing = Section("effort", "", "", (Prose(nothing_to_plan()),))
        return screen(questionnaire, title=f"{reading.name}: no answers yet", sections=(nothing,))
    sections = []
    if card is not before:
        now = stages(reading, before.stage.confirmed, before.stage.potential)
        then = stages(reading, card.stage.confirmed, card.stage.potential)
        assumed = f"As answered: {now}. With what was set: {then}."
        sections.append(Section("assumed", "", "", (Prose(assumed),)))
    sections.append(Section("effort", "", "", (Prose(_effort(reading, plan)),)))
    if plan.steps:
        blocks = (Prose(_legend(reading, plan)), _steps(reading, plan))
        sections.append(Section("steps", "", "", blocks))
    sections += _ties(reading, plan)
    if plan.steps:
        first = _short(reading, plan.steps[0].step.id).partition("@")[0]
        sections.append(next_commands(f"omniaudit questions show {first}"))
    return screen(questionnaire, title=_plan_title(reading, plan), sections=tuple(sections))


def _plan_title(reading: Reading, plan: Plan) -> str:
    if plan.origin >= plan.target:
        return f"{reading.name} is {reading.stage(plan.origin)} already: nothing to do."
    return f"{reading.name}: from {reading.stage(plan.origin)} to {reading.stage(plan.target)}"


def _effort(reading: Reading, plan: Plan) -> str:
    if plan.effort is None:
        return "Nothing that was asked applies to this business, so no steps lead there."
    sentences = _cost(reading, plan, plan.effort)
    if plan.effort_possible is not None and plan.effort_possible < plan.effort:
        possible = wording.person_weeks(plan.effort_possible)
        first = reading.card.stage.potential > reading.card.stage.confirmed
        sentences.append(at_best(possible, find_out_first=first))
    if plan.next_after is not None and plan.next_after.effort is not None:
        sentences.append(
            f"{wording.capital(reading.stage(plan.next_after.stage))} would take"
            f" {wording.person_weeks(plan.next_after.effort)} from today."
        )
    if plan.journeys_to_pass:
        names = [reading.journey(each) for each in plan.journeys_to_pass]
        sentences.append(f"Besides, {wording.listed(names)} must pass when tried out again.")
    return " ".join(sentences)


def _cost(reading: Reading, plan: Plan, effort: Fraction) -> list[str]:
    """What the plan takes, and how that compares to the budget."""
    if plan.origin >= plan.target:
        return []
    weeks = wording.person_weeks(effort)
    least = f"Least effort: {weeks}, by judgement ({_band(reading, plan)})."
    if plan.budget is None:
        return [least]
    budget = wording.person_weeks(plan.budget)
    if plan.reaches >= plan.target:
        return [least, f"The budget of {budget} is enough."]
    if not plan.steps:
        target = wording.capital(reading.stage(plan.target))
        return [f"{target} takes {_least(plan)}, and no step is as small as {budget}."]
    stays = "the stage stays" if plan.reaches == plan.origin else "the stage becomes"
    one = len(plan.steps) == 1
    best = "The step below makes the best of it: it takes" if one else _BEST_OF_IT
    target = wording.capital(reading.stage(plan.target))
    return [
        f"{target} takes {_least(plan)}; the budget of {budget} does not reach that far.",
        f"{best} {weeks}, and {stays} {reading.stage(plan.reaches)}.",
    ]


def _least(plan: Plan) -> str:
    return wording.person_weeks(plan.least_effort or Fraction(0))


def _band(reading: Reading, plan: Plan) -> str:
    """The sum of the effort bands for this size of business."""
    size = reading.questionnaire.size[reading.sheet.business.size]
    low, high = (
        sum(
            (Fraction(each.step.band.weeks[end] * size.effort, 10) for each in plan.steps),
            Fraction(0),
        )
        for end in (0, 1)
    )
    return f"bands add up to {wording.quantity(low)} to {wording.quantity(high)}"


def _legend(reading: Reading, plan: Plan) -> str:
    step = plan.steps[0].step
    name = reading.questionnaire.capability[step.capability].name
    others = "; the other steps read alike" if len(plan.steps) > 1 else ""
    return (
        f"{_short(reading, step.id)} lifts {name} to level {step.level}{others}. Effort in"
        " person-weeks, small to extra large (S, M, L, X); months count from the start."
    )


def _steps(reading: Reading, plan: Plan) -> Table:
    return Table(
        "",
        (
            Column("Step"),
            Column("What"),
            Column("Effort", align="right"),
            Column("Months", align="right"),
            Column("After"),
        ),
        tuple(
            Row(
                (
                    _short(reading, each.step.id),
                    each.step.title,
                    f"{each.step.band.id} {wording.quantity(each.effort)}",
                    f"{each.start}-{each.end}",
                    ", ".join(_short(reading, name) for name in each.requires),
                )
            )
            for each in sorted(plan.steps, key=lambda step: (step.start, step.end))
        ),
    )


def _short(reading: Reading, step: str) -> str:
    """A step as its capability's code and the level it reaches, such as `DS2@2`."""
    capability, _, level = step.partition("@")
    return f"{reading.code(capability)}@{level}"


def _ties(reading: Reading, plan: Plan) -> list[Section]:
    if plan.plans <= 1:
        return []
    preferred = "this one is preferred for the journeys it makes possible"
    lines = [f"{plan.plans} plans cost the same; {preferred}."]
    if len(plan.must) > _FEW:
        lines.append(f"{len(plan.must)} of the {len(plan.steps)} steps are in all of them.")
    elif plan.must:
        must = wording.listed([_short(reading, step) for step in plan.must])
        lines.append(f"In all of them: {must}.")
    lines += [_ways(reading, factor) for factor in plan.factors]
    return [Section("ties", "", "Equally good", (Bullets(tuple(lines)),))]


def _ways(reading: Reading, factor: Factor) -> str:
    def named(steps: Sequence[str], between: str) -> str:
        return between.join(_short(reading, step) for step in steps)

    choice = factor.choice
    if choice is not None:
        return f"Any {wording.number(choice.choose)} of: {named(choice.among, ', ')}."
    ways = "; or ".join(named(way, " + ") for way in factor.ways[:_FEW])
    more = len(factor.ways) - _FEW
    return f"One of: {ways}" + (f"; or {more} more." if more > 0 else ".")


def nothing_to_plan() -> str:
    """Say that there is no plan without an answer."""
    return "Nothing is planned yet: no question has an answer."


def at_best(weeks: str, *, find_out_first: bool) -> str:
    """The effort if every missing answer were good; some of them may change the stage."""
    end = "; so find out first." if find_out_first else "."
    return f"With every missing answer at its best: {weeks}{end}"
