"""The answer in one line: the title of the report."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings.blockers import fewest_to_pass

LONGEST_NAME = 120
"""Characters of a name that a title has room for."""


def headline(assessment: Assessment) -> str:
    """Return the result of the assessment as a title."""
    name, card = named(assessment), assessment.card
    if not card.completeness.applicable:
        return nothing_applies(name)
    if not card.completeness.answered:
        return nothing_answered(name, card.completeness.applicable)
    if card.stage.confirmed < card.stage.potential:
        return _open(assessment)
    return _settled(assessment)


def named(assessment: Assessment) -> str:
    """The business as the title has room for it."""
    return wording.clipped(assessment.name, LONGEST_NAME)


def _open(assessment: Assessment) -> str:
    name, stage = named(assessment), assessment.card.stage
    confirmed, potential = assessment.stage(stage.confirmed), assessment.stage(stage.potential)
    deciding = assessment.card.deciding_unknowns
    if stage.confirmed == 0:
        return between(name, confirmed, potential, assessment.missing)
    if not deciding:
        return together(name, confirmed, potential)
    reached = {assessment.stage_if(each, assessment.standing[each].best) for each in deciding}
    return one_decides(name, confirmed, assessment.stage(max(reached)), len(deciding))


def _settled(assessment: Assessment) -> str:
    name, confirmed = named(assessment), assessment.card.stage.confirmed
    stage = assessment.stage(confirmed)
    if assessment.enough:
        return enough(name, stage, confirmed, assessment.stage(1))
    if assessment.content:
        return content(name, stage, ahead=assessment.verdict == "ahead-of-need")
    if assessment.beyond_means:
        return means_first(name, stage)
    if confirmed == TOP:
        return at_the_top(name, stage)
    plan, target = assessment.plan, assessment.stage(assessment.plan.target)
    if plan.journeys_to_pass:
        broke, must = len(plan.journeys_to_pass), fewest_to_pass(assessment, plan.target)
        return held_by_journeys(name, stage, target, (must, broke), len(plan.steps))
    if not plan.steps or plan.reaches < plan.target:
        return just_the_stage(name, stage)
    return with_steps(name, stage, target, len(plan.steps))


def nothing_applies(name: str) -> str:
    """Title when every question was set aside."""
    return say("No question applies to {name}, so no stage can be given", name=name)


def nothing_answered(name: str, asked: int) -> str:
    """Title when there is no answer at all."""
    return say_count(
        asked,
        "Where {name} stands is not known yet: the only question has no answer",
        "Where {name} stands is not known yet: none of {count} questions has an answer",
        name=name,
    )


def between(name: str, confirmed: str, potential: str, missing: int) -> str:
    """Title when not even the first stage above the lowest is certain."""
    return say_count(
        missing,
        "{name} lies between {confirmed} and {potential} while {number} answer is missing",
        "{name} lies between {confirmed} and {potential} while {number} answers are missing",
        name=name,
        confirmed=confirmed,
        potential=potential,
        number=wording.number(missing),
    )


def one_decides(name: str, confirmed: str, reached: str, deciding: int) -> str:
    """Title when single missing answers may lift the stage."""
    return say_count(
        deciding,
        "{name} is {confirmed}; one answer may make it {reached}",
        "{name} is {confirmed}; any one of {number} answers may make it {reached}",
        name=name,
        confirmed=confirmed,
        number=wording.number(deciding),
        reached=reached,
    )


def together(name: str, confirmed: str, potential: str) -> str:
    """Title when only several missing answers together may lift the stage."""
    return say(
        "{name} is {confirmed}; several answers together may make it {potential}",
        name=name,
        confirmed=confirmed,
        potential=potential,
    )


def enough(name: str, stage: str, confirmed: int, needed: str) -> str:
    """Title when multichannel is enough."""
    if confirmed == 0:
        return say(
            "{name} is {stage}; {needed} would be enough for its customers",
            name=name,
            stage=stage,
            needed=needed,
        )
    if confirmed == 1:
        return say(
            "{name} is {stage}, and that is enough for its customers", name=name, stage=stage
        )
    return say(
        "{name} is {stage}, which is more than its customers ask for", name=name, stage=stage
    )


def at_the_top(name: str, stage: str) -> str:
    """Title when the highest stage is reached."""
    return say("{name} is {stage}, the highest of the four stages", name=name, stage=stage)


def content(name: str, stage: str, *, ahead: bool) -> str:
    """Title when the business is where it should be, or further."""
    if ahead:
        return say("{name} is {stage}, further than its customers ask for", name=name, stage=stage)
    return say("{name} is {stage}, about where it should be for now", name=name, stage=stage)


def means_first(name: str, stage: str) -> str:
    """Title when customers call for more than resources are enough for."""
    return say(
        "{name} is {stage}; its customers call for more, but resources come first",
        name=name,
        stage=stage,
    )


def held_by_journeys(
    name: str, stage: str, target: str, journeys: tuple[int, int], steps: int
) -> str:
    """Title when walked journeys bar the next stage: how many have to pass, of how many."""
    must, broke = journeys
    if not steps:
        return say_count(
            broke,
            "{name} is {stage}; {number} journey that broke keeps it from being {target}",
            "{name} is {stage}; {number} journeys that broke keep it from being {target}",
            name=name,
            stage=stage,
            number=wording.number(broke),
            target=target,
        )
    return say_count(
        steps,
        "{name} is {stage}; {number} step and {journeys} lead to {target}",
        "{name} is {stage}; {number} steps and {journeys} lead to {target}",
        name=name,
        stage=stage,
        number=wording.number(steps),
        journeys=journeys_wanted(must, broke),
        target=target,
    )


def journeys_wanted(must: int, broke: int) -> str:
    """How many journeys have to pass, and of how many if one of several does."""
    number = wording.number(must)
    if must == broke:
        # Translators: journeys that have to pass; stands after "two steps and"
        return say_count(must, "{number} journey", "{number} journeys", number=number)
    # Translators: journeys that have to pass; stands after "two steps and"
    return say_count(
        must,
        "{number} journey (of {broke} that broke)",
        "{number} journeys (of {broke} that broke)",
        number=number,
        broke=wording.number(broke),
    )


def just_the_stage(name: str, stage: str) -> str:
    """Title when no way leads on."""
    return say("{name} is {stage}", name=name, stage=stage)


def with_steps(name: str, stage: str, target: str, steps: int) -> str:
    """Title when the stage is certain and a plan leads on."""
    return say_count(
        steps,
        "{name} is {stage}; {number} step leads to {target}",
        "{name} is {stage}; {number} steps lead to {target}",
        name=name,
        stage=stage,
        number=wording.number(steps),
        target=target,
    )
