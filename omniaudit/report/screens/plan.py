"""A plan in a screenful: the steps, what cannot be left out and what costs the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from omniaudit.language import say, say_as, say_count
from omniaudit.model.plan import Factor, Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.report import wording
from omniaudit.report.document import Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.reading import Reading
from omniaudit.report.screens.frame import next_commands, no_answers_yet, screen, stages

_FEW = 6


def plan_summary(
    questionnaire: Questionnaire, before: Scorecard, card: Scorecard, plan: Plan, naming: str = ""
) -> Document:
    """The steps of a plan, what cannot be left out, and what a further stage would take.

    `naming` is what a further command has to say about the questionnaire.
    """
    reading = Reading(questionnaire, card)
    if card.completeness.applicable and not card.completeness.answered:
        nothing = Section("effort", "", "", (Prose(nothing_to_plan()),))
        return screen(questionnaire, title=no_answers_yet(reading.name), sections=(nothing,))
    sections = []
    if card is not before:
        now = stages(reading, before.stage.confirmed, before.stage.potential)
        then = stages(reading, card.stage.confirmed, card.stage.potential)
        assumed = say("As answered: {now}. With what was set: {then}.", now=now, then=then)
        sections.append(Section("assumed", "", "", (Prose(assumed),)))
    sections.append(Section("effort", "", "", (Prose(_effort(reading, plan)),)))
    if plan.steps:
        blocks = (Prose(_legend(reading, plan)), _steps(reading, plan))
        sections.append(Section("steps", "", "", blocks))
    sections += _ties(reading, plan)
    if plan.steps:
        first = _short(reading, plan.steps[0].step.id).partition("@")[0]
        sections.append(next_commands(f"omniaudit questions show {first}{_trade(reading)}{naming}"))
    return screen(questionnaire, title=_plan_title(reading, plan), sections=tuple(sections))


def _trade(reading: Reading) -> str:
    """The option by which a question is shown in the words of the business."""
    profile, usual = reading.sheet.business.profile, reading.questionnaire.profiles[0].id
    return "" if profile == usual else f" --profile {profile}"


def _plan_title(reading: Reading, plan: Plan) -> str:
    if plan.origin >= plan.target:
        return say(
            "{business} is {stage} already: nothing to do.",
            business=reading.name,
            stage=reading.stage(plan.origin),
        )
    return say(
        "{business}: from {stage} to {target}",
        business=reading.name,
        stage=reading.stage(plan.origin),
        target=reading.stage(plan.target),
    )


def _effort(reading: Reading, plan: Plan) -> str:
    if plan.effort is None:
        return say("Nothing that was asked applies to this business, so no steps lead there.")
    sentences = _cost(reading, plan, plan.effort)
    if plan.effort_possible is not None and plan.effort_possible < plan.effort:
        possible = wording.person_weeks(plan.effort_possible)
        first = reading.card.stage.potential > reading.card.stage.confirmed
        sentences.append(at_best(possible, find_out_first=first))
    if plan.next_after is not None and plan.next_after.effort is not None:
        sentences.append(
            say(
                "{stage} would take {effort} from today.",
                stage=wording.capital(reading.stage(plan.next_after.stage)),
                effort=wording.person_weeks(plan.next_after.effort),
            )
        )
    if plan.journeys_to_pass:
        names = wording.listed([reading.journey(each) for each in plan.journeys_to_pass])
        sentences.append(say("Besides, {journeys} must pass when tried out again.", journeys=names))
    return " ".join(sentences)


def _cost(reading: Reading, plan: Plan, effort: Fraction) -> list[str]:
    """What the plan takes, and how that compares to the budget."""
    if plan.origin >= plan.target:
        return []
    weeks = wording.person_weeks(effort)
    low, high = _bands(reading, plan)
    least = say(
        "Least effort: {effort}, by judgement (bands add up to {low} to {high}).",
        effort=weeks,
        low=low,
        high=high,
    )
    if plan.budget is None:
        return [least]
    budget = wording.person_weeks(plan.budget)
    if plan.reaches >= plan.target:
        return [least, say("The budget of {budget} is enough.", budget=budget)]
    target = wording.capital(reading.stage(plan.target))
    needed = wording.person_weeks(plan.least_effort or Fraction(0))
    if not plan.steps:
        return [no_step_so_small(target, needed, budget)]
    stage = reading.stage(plan.reaches)
    best = stage_stays if plan.reaches == plan.origin else stage_becomes
    return [out_of_reach(target, needed, budget), best(len(plan.steps), weeks, stage)]


def _bands(reading: Reading, plan: Plan) -> tuple[str, str]:
    """The sum of the effort bands for this size of business."""
    size = reading.questionnaire.size[reading.sheet.business.size]
    low, high = (
        sum(
            (Fraction(each.step.band.weeks[end] * size.effort, 10) for each in plan.steps),
            Fraction(0),
        )
        for end in (0, 1)
    )
    return wording.quantity(low), wording.quantity(high)


def _legend(reading: Reading, plan: Plan) -> str:
    step = plan.steps[0].step
    lifts = say_count(
        len(plan.steps),
        "{step} lifts {practice} to level {level}.",
        "{step} lifts {practice} to level {level}; the other steps read alike.",
        step=_short(reading, step.id),
        practice=reading.questionnaire.capability[step.capability].name,
        level=step.level,
    )
    return f"{lifts} {units()}"


def _steps(reading: Reading, plan: Plan) -> Table:
    return Table(
        "",
        (
            Column(say("Step")),
            Column(say_as("heading of a column: what to do", "What")),
            Column(say("Effort"), align="right"),
            Column(say("Months"), align="right"),
            Column(say_as("heading of a column: after which steps", "After")),
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
    walked = reading.asks_journeys
    lines = [(preferred if walked else preferred_by_index)(plan.plans)]
    if len(plan.must) > _FEW:
        lines.append(in_all_plans(len(plan.must), len(plan.steps)))
    elif plan.must:
        must = wording.listed([_short(reading, step) for step in plan.must])
        lines.append(say("In all of them: {steps}.", steps=must))
    lines += [_ways(reading, factor) for factor in plan.factors]
    return [Section("ties", "", say("Equally good"), (Bullets(tuple(lines)),))]


def _ways(reading: Reading, factor: Factor) -> str:
    def named(steps: Sequence[str], between: str) -> str:
        return between.join(_short(reading, step) for step in steps)

    choice = factor.choice
    if choice is not None:
        steps, number = named(choice.among, ", "), wording.number(choice.choose)
        return say("Any {number} of: {steps}.", number=number, steps=steps)
    # Translators: stands between ways to choose from, with its spaces
    ways = say("; or ").join(named(way, " + ") for way in factor.ways[:_FEW])
    more = len(factor.ways) - _FEW
    if more > 0:
        return say("One of: {ways}; or {more} more.", ways=ways, more=more)
    return say("One of: {ways}.", ways=ways)


def nothing_to_plan() -> str:
    """Say that there is no plan without an answer."""
    return say("Nothing is planned yet: no question has an answer.")


def at_best(weeks: str, *, find_out_first: bool) -> str:
    """The effort if every missing answer were good; some of them may change the stage."""
    if find_out_first:
        return say(
            "With every missing answer at its best: {effort}; so find out first.", effort=weeks
        )
    return say("With every missing answer at its best: {effort}.", effort=weeks)


def no_step_so_small(target: str, needed: str, budget: str) -> str:
    """Say that a budget buys nothing."""
    return say(
        "{target} takes {effort}, and no step is as small as {budget}.",
        target=target,
        effort=needed,
        budget=budget,
    )


def out_of_reach(target: str, needed: str, budget: str) -> str:
    """Say that a budget does not buy the stage aimed at."""
    return say(
        "{target} takes {effort}; the budget of {budget} does not reach that far.",
        target=target,
        effort=needed,
        budget=budget,
    )


def stage_stays(steps: int, weeks: str, stage: str) -> str:
    """What a budget buys that is too small for another stage."""
    return say_count(
        steps,
        "The step below makes the best of it: it takes {effort}, and the stage stays {stage}.",
        "The steps below make the best of it: together they take {effort}, and the stage stays "
        "{stage}.",
        effort=weeks,
        stage=stage,
    )


def stage_becomes(steps: int, weeks: str, stage: str) -> str:
    """What a budget buys that is enough for a lower stage than the one aimed at."""
    return say_count(
        steps,
        "The step below makes the best of it: it takes {effort}, and the stage becomes {stage}.",
        "The steps below make the best of it: together they take {effort}, and the stage becomes "
        "{stage}.",
        effort=weeks,
        stage=stage,
    )


def units() -> str:
    """How effort and months are to be read."""
    return say(
        "Effort in person-weeks, small to extra large (S, M, L, X); months count from the start."
    )


def preferred(plans: int) -> str:
    """Say why this plan is shown of several that are equally good."""
    return say_count(
        plans,
        "{count} plan costs the least; this one is preferred for the journeys it makes possible.",
        "{count} plans cost the same; this one is preferred for the journeys it makes possible.",
    )


def preferred_by_index(plans: int) -> str:
    """The same where no journey is asked."""
    return say_count(
        plans,
        "{count} plan costs the least; this one is preferred for what it adds to the index.",
        "{count} plans cost the same; this one is preferred for what it adds to the index.",
    )


def in_all_plans(must: int, steps: int) -> str:
    """How many steps no such plan does without."""
    return say_count(
        steps,
        "{must} of the {count} step is in all of them.",
        "{must} of the {count} steps are in all of them.",
        must=must,
    )
