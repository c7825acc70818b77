"""The sentences of the roadmap."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_count
from omniaudit.model.plan import Plan
from omniaudit.report import wording


def answers_first_title() -> str:
    """Title while most answers are missing."""
    return say("A roadmap needs the answers first")


def answers_first(missing: int, plan: Plan, target: str) -> str:
    """Say that a plan is a guess while most answers are missing."""
    begin = say_count(
        missing,
        "{number} answer is missing, more than half of all.",
        "{number} answers are missing, more than half of all.",
        number=wording.number(missing),
    )
    if plan.effort is None or plan.effort_possible is None:
        end = say("A plan now would be a guess.")
    else:
        end = say(
            "Depending on them, becoming {target} takes between {least} and {most_weeks}, so a "
            "plan now would be a guess.",
            target=target,
            least=wording.weeks(plan.effort_possible),
            most_weeks=wording.work(plan.effort),
        )
    return f"{wording.capital(begin)} {end}"


def not_advised(name: str, target: str) -> str:
    """Say that a plan is for comparison only."""
    return say(
        "By the verdict on fit, {business} does not need to become {target} now. The way there is "
        "laid out for comparison, so that it can be judged when needs change.",
        business=name,
        target=target,
    )


def nothing_to_add(name: str, stage: str) -> str:
    """Say that a business at the highest stage needs nothing more."""
    return say(
        "{business} is {stage} already. Keep what works; there is nothing to add.",
        business=name,
        stage=stage,
    )


def too_much(carried: str, target: str) -> str:
    """Say that a plan goes beyond what resources carry."""
    return say(
        "By the answers on fit, today\u2019s resources are enough for {stage}. The least effort "
        "to become {target} is laid out below; take a step only with a partner or a ready-made "
        "service, or when resources grow.",
        stage=carried,
        target=target,
    )


def content_title(target: str, weeks: str) -> str:
    """Title where no step is advised."""
    return say(
        "No step is advised now; becoming {target} would take about {weeks}",
        target=target,
        weeks=weeks,
    )


def housekeeping_title(name: str) -> str:
    """Title where multichannel is enough."""
    return say("{business} can leave integration aside and keep good order", business=name)


def top_title(name: str) -> str:
    """Title at the highest stage."""
    return say("There is no higher stage for {business} to reach", business=name)


def no_way_title(name: str) -> str:
    """Title where nothing leads on."""
    return say("No step can be planned for {business}, because no practice applies", business=name)


def only_journeys_title(target: str) -> str:
    """Title where only walked journeys are in the way."""
    return say("No step is missing for {target}, but journeys have to pass", target=target)


def no_step_title(target: str) -> str:
    """Title where the target is already reached."""
    return say("No step is needed to be {target}", target=target)


def budget_title(steps: int, weeks: str, reached: str, target: str) -> str:
    """Title where the budget does not reach the target."""
    title = say_count(
        steps,
        "{number} step of {weeks} fits the budget; it leads towards {target}, and the stage stays "
        "{stage}",
        "{number} steps of {weeks} fit the budget; they lead towards {target}, and the stage stays "
        "{stage}",
        number=wording.number(steps),
        weeks=weeks,
        target=target,
        stage=reached,
    )
    return wording.capital(title)


def steps_title(steps: int, weeks: str, target: str) -> str:
    """Title with the steps and the effort."""
    title = say_count(
        steps,
        "{number} step leads to {target}: about {weeks}",
        "{number} steps lead to {target}: about {weeks}",
        number=wording.number(steps),
        target=target,
        weeks=weeks,
    )
    return wording.capital(title)


def several_plans() -> str:
    """Say that steps of the plan can be exchanged for others at the same cost."""
    return say(
        "No plan takes less effort than this one. Others take the same effort; this one was picked "
        "for the customer journeys it makes possible, then for what it adds to the index."
    )


def several_plans_by_index() -> str:
    """The same where no journey is asked."""
    return say(
        "No plan takes less effort than this one. Others take the same effort; this one was picked "
        "for what it adds to the index."
    )


def the_least_effort() -> str:
    """Say that the plan is the cheapest."""
    return say("No other set of steps gets there with so little effort.")


def conditions_heading(stage: str) -> str:
    """Heading over the conditions of the next stage."""
    return say("What {stage} asks for that is still open", stage=stage)


def would_ask_heading(stage: str) -> str:
    """Heading over the conditions of a stage that is not aimed at."""
    return say("What {stage} would ask for (not advised)", stage=stage)


def besides_heading(journeys: int) -> str:
    """Heading over the journeys that bar a stage."""
    return say_count(
        journeys, "A journey that must pass besides", "Journeys that must pass besides"
    )


def must_pass(journeys: list[str], target: str) -> str:
    """Say which journeys broke and that steps do not mend them."""
    return say_count(
        len(journeys),
        "Steps alone do not lead to {target}. {journeys} broke and must be tried out again; the "
        "conditions say what has to pass.",
        "Steps alone do not lead to {target}. {journeys} broke and must be tried out again; the "
        "conditions say what has to pass.",
        target=target,
        journeys=wording.listed(journeys),
    )


def one_must_pass(journeys: list[str], target: str) -> str:
    """Say that one of the journeys that broke has to pass, and that steps do not mend them."""
    begin = say(
        "Steps alone do not lead to {target}: {journeys} must pass when tried out again.",
        target=target,
        journeys=wording.either(journeys),
    )
    if len(journeys) == 2:  # noqa: PLR2004 - two are both
        # Translators: two journeys
        end = say("Both broke; any one of them is enough.")
    else:
        # Translators: three or more journeys
        end = say("All broke; any one of them is enough.")
    return f"{begin} {end}"


def turns_out_well(effort: Fraction, *, find_out_first: bool) -> str:
    """The effort if every missing answer were good; some of them may change the stage."""
    begin = say("The plan counts every missing answer at its worst.")
    weeks = wording.work(effort)
    if effort == 0 and find_out_first:
        end = say(
            "If all of them turned out best, no step would be needed, so finding out comes first."
        )
    elif effort == 0:
        end = say("If all of them turned out best, no step would be needed.")
    elif find_out_first:
        end = say(
            "If all of them turned out best, {weeks} would do, so finding out comes first.",
            weeks=weeks,
        )
    else:
        end = say("If all of them turned out best, {weeks} would do.", weeks=weeks)
    return f"{begin} {end}"


def nothing_left() -> str:
    """Say that no housekeeping is left."""
    return say("No step of this kind is left; what is in order should be kept so.")


def no_hurry() -> str:
    """Introduce the steps of housekeeping."""
    return say(
        "These steps keep prices, promises and permissions in order. They can be taken one by "
        "one, as time allows; none of them joins channels."
    )


def builds_on(missing: list[str]) -> str:
    """Name what steps of housekeeping build on."""
    return say(
        "Some of them build on practices outside this list that are not known to be there yet: "
        "{practices}. Do these first in a simple form, or leave those steps.",
        practices=wording.listed(missing),
    )


def keep_up(name: str) -> str:
    """What is left to do at the highest stage."""
    return say(
        "What {business} has built needs upkeep: try the main journeys out twice a year, as a "
        "customer would, and answer the questions again every year.",
        business=name,
    )


def beyond_heading(stage: str) -> str:
    """Heading over the way to the ambition."""
    return say("How far it is to {stage}", stage=stage)


def beyond(name: str, steps: int, weeks: str) -> str:
    """The way to the ambition in a sentence."""
    return say_count(
        steps,
        "From today, {business} would need {count} step for that, about {weeks} in all, the way to "
        "the next stage included. This is a comparison, not advice.",
        "From today, {business} would need {count} steps for that, about {weeks} in all, the way "
        "to the next stage included. This is a comparison, not advice.",
        business=name,
        weeks=weeks,
    )


def nothing_leads_on() -> str:
    """Say that there is nothing to plan."""
    return say("Every practice was set aside, so there is nothing to plan.")
