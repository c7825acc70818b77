"""The sentences of the roadmap."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.plan import Plan
from omniaudit.report import wording


def answers_first_title() -> str:
    """Title while most answers are missing."""
    return "A roadmap needs the answers first"


def answers_first(missing: int, plan: Plan, target: str) -> str:
    """Say that a plan is a guess while most answers are missing."""
    begin = wording.capital(wording.numbered(missing, "answer is", "answers are"))
    if plan.effort is None or plan.effort_possible is None:
        return f"{begin} missing, more than half of all. A plan now would be a guess."
    best, worst = wording.weeks(plan.effort_possible), wording.work(plan.effort)
    return (
        f"{begin} missing, more than half of all. Depending on them, becoming {target} takes "
        f"between {best} and {worst}, so a plan now would be a guess."
    )


def not_advised(name: str, target: str) -> str:
    """Say that a plan is for comparison only."""
    return (
        f"By the verdict on fit, {name} does not need to become {target} now. The way there is "
        "laid out for comparison, so that it can be judged when needs change."
    )


def nothing_to_add(name: str, stage: str) -> str:
    """Say that a business at the highest stage needs nothing more."""
    return f"{name} is {stage} already. Keep what works; there is nothing to add."


def too_much(carried: str, target: str) -> str:
    """Say that a plan goes beyond what resources carry."""
    return (
        f"By the answers on fit, today\u2019s resources are enough for {carried}. The least effort "
        f"to become {target} is laid out below; take a step only with a partner or a ready-made "
        "service, or when resources grow."
    )


def content_title(target: str, weeks: str) -> str:
    """Title where no step is advised."""
    return f"No step is advised now; becoming {target} would take about {weeks}"


def housekeeping_title(name: str) -> str:
    """Title where multichannel is enough."""
    return f"{name} can leave integration aside and keep good order"


def top_title(name: str) -> str:
    """Title at the highest stage."""
    return f"There is no higher stage for {name} to reach"


def no_way_title(name: str) -> str:
    """Title where nothing leads on."""
    return f"No step can be planned for {name}, because no practice applies"


def only_journeys_title(target: str) -> str:
    """Title where only walked journeys are in the way."""
    return f"No step is missing for {target}, but journeys have to pass"


def no_step_title(target: str) -> str:
    """Title where the target is already reached."""
    return f"No step is needed to be {target}"


def budget_title(steps: int, weeks: str, reached: str, target: str) -> str:
    """Title where the budget does not reach the target."""
    return (
        f"{wording.capital(wording.numbered(steps, 'step', 'steps'))} of {weeks} fit the budget; "
        f"they lead towards {target}, and the stage stays {reached}"
    )


def steps_title(steps: int, weeks: str, target: str) -> str:
    """Title with the steps and the effort."""
    verb = wording.numbered(steps, "step leads", "steps lead")
    return f"{wording.capital(verb)} to {target}: about {weeks}"


def several_plans() -> str:
    """Say that steps of the plan can be exchanged for others at the same cost."""
    return (
        "No plan takes less effort than this one. Some of its steps can be exchanged for others "
        "of the same effort; these were picked for the customer journeys they make possible, "
        "then for what they add to the index."
    )


def the_least_effort() -> str:
    """Say that the plan is the cheapest."""
    return "No other set of steps gets there with so little effort."


def conditions_heading(stage: str) -> str:
    """Heading over the conditions of the next stage."""
    return f"What {stage} asks for that is still open"


def would_ask_heading(stage: str) -> str:
    """Heading over the conditions of a stage that is not aimed at."""
    return f"What {stage} would ask for (not advised)"


def besides_heading(journeys: int) -> str:
    """Heading over the journeys that bar a stage."""
    if journeys == 1:
        return "A journey that must pass besides"
    return "Journeys that must pass besides"


def must_pass(journeys: list[str], target: str) -> str:
    """Say which journeys broke and that steps do not mend them."""
    return (
        f"Steps alone do not lead to {target}. {wording.listed(journeys)} broke and must be tried "
        "out again; the conditions say what has to pass."
    )


def one_must_pass(journeys: list[str], target: str) -> str:
    """Say that one of the journeys that broke has to pass, and that steps do not mend them."""
    broke = "Both" if len(journeys) == 2 else "All"  # noqa: PLR2004 - two are both
    return (
        f"Steps alone do not lead to {target}: {wording.either(journeys)} must pass when tried "
        f"out again. {broke} broke; any one of them is enough."
    )


def turns_out_well(effort: Fraction, *, find_out_first: bool) -> str:
    """The effort if every missing answer were good; some of them may change the stage."""
    begin = "The plan counts every missing answer at its worst. If all of them turned out best,"
    end = ", so finding out comes first." if find_out_first else "."
    if effort == 0:
        return f"{begin} no step would be needed{end}"
    return f"{begin} {wording.work(effort)} would do{end}"


def nothing_left() -> str:
    """Say that no housekeeping is left."""
    return "No step of this kind is left; what is in order should be kept so."


def no_hurry() -> str:
    """Introduce the steps of housekeeping."""
    return (
        "These steps keep prices, promises and permissions in order. They can be taken one by "
        "one, as time allows; none of them joins channels."
    )


def builds_on(missing: list[str]) -> str:
    """Name what steps of housekeeping build on."""
    return (
        "Some of them build on practices outside this list that are not known to be there yet: "
        f"{wording.listed(missing)}. Do these first in a simple form, or leave those steps."
    )


def keep_up(name: str) -> str:
    """What is left to do at the highest stage."""
    return (
        f"What {name} has built needs upkeep: try the main journeys out twice a year, as a "
        "customer would, and answer the questions again every year."
    )


def beyond_heading(stage: str) -> str:
    """Heading over the way to the ambition."""
    return f"How far it is to {stage}"


def beyond(name: str, steps: int, weeks: str) -> str:
    """The way to the ambition in a sentence."""
    return (
        f"From today, {name} would need {wording.counted(steps, 'step', 'steps')} for that, about "
        f"{weeks} in all, the way to the next stage included. This is a comparison, not advice."
    )


def nothing_leads_on() -> str:
    """Say that there is nothing to plan."""
    return "Every practice was set aside, so there is nothing to plan."
