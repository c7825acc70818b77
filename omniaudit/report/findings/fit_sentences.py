"""What the report says about fit in single sentences."""

from __future__ import annotations

from typing import assert_never

from omniaudit.language import say, say_count
from omniaudit.model.answers import Answered, NotAsked
from omniaudit.model.scorecard import FitResult
from omniaudit.report import wording
from omniaudit.report.assessment import ENOUGH, Assessment
from omniaudit.report.findings import unasked


def title(assessment: Assessment) -> str:
    """The heading of the section on fit."""
    fit, name = assessment.card.fit, assessment.business
    if fit is None:
        return not_asked_title(name)
    if fit.verdict is None or fit.needed_stage is None:
        return undecided_title(name)
    if fit.verdict == ENOUGH:
        return enough_title(name)
    needed = assessment.stage(fit.needed_stage)
    if fit.verdict == "room-to-grow" and barely_carried(assessment, fit):
        return just_enough_title(name, needed)
    return needs_title(name, needed, fit.verdict)


def barely_carried(assessment: Assessment, fit: FitResult) -> bool:
    """Whether one lower answer on resources would leave less than the target."""
    scale = assessment.questionnaire.fit
    on_means = {item.id for item in scale.items if item.factor == scale.capacity}
    return any(each.item in on_means and each.other < each.level for each in fit.decisive)


def verdict(assessment: Assessment) -> str:
    """The verdict in a sentence or two, for the first page."""
    fit, name = assessment.card.fit, assessment.business
    if not assessment.questionnaire.asks_fit:
        return unasked.need(assessment)
    if fit is None:
        return not_asked(name, len(assessment.questionnaire.fit.items))
    if fit.verdict is None or fit.needed_stage is None or fit.capacity_stage is None:
        return undecided(name)
    needed, carried = assessment.stage(fit.needed_stage), assessment.stage(fit.capacity_stage)
    match fit.verdict:
        case "multichannel-is-enough":
            return enough(name, needed)
        case "ahead-of-need":
            return more_than_enough(name, assessment.stage(fit.target))
        case "fits":
            aim = target(assessment, fit)
            return as_it_should_be(name, needed) if aim == needed else may_stay(name, needed, aim)
        case "resources-first":
            return means_first(name, needed, carried, target(assessment, fit))
        case "room-to-grow":
            return room_to_grow(name, needed, target(assessment, fit))
        case _:
            assert_never(fit.verdict)


def target(assessment: Assessment, fit: FitResult) -> str:
    """The target stage, and the other one if answers are missing."""
    if fit.target == fit.target_possible:
        return assessment.stage(fit.target)
    return at_least(assessment.stage(fit.target), assessment.stage(fit.target_possible))


def verdict_name(assessment: Assessment, verdict_id: str) -> str:
    """A verdict's name as used inside a sentence."""
    names = {each.id: each.name for each in assessment.questionnaire.fit.verdicts}
    return names[verdict_id].lower()


def answers(assessment: Assessment) -> tuple[int, int, int]:
    """How many items were answered, not known and not asked."""
    items = assessment.questionnaire.fit.items
    given = [assessment.sheet.fit.get(item.id, NotAsked()) for item in items]
    answered = sum(isinstance(each, Answered) for each in given)
    not_asked_yet = sum(isinstance(each, NotAsked) for each in given)
    return answered, len(items) - answered - not_asked_yet, not_asked_yet


def not_asked_title(name: str) -> str:
    """Title when fit was not asked."""
    return say("Whether {name} needs more was not asked", name=name)


def undecided_title(name: str) -> str:
    """Title when too little was answered."""
    return say("Too few answers say yet how far {name} should go", name=name)


def enough_title(name: str) -> str:
    """Title when multichannel is enough."""
    return say("Multichannel is enough for {name}", name=name)


def needs_title(name: str, needed: str, verdict_id: str) -> str:
    """Title when the need is above multichannel."""
    if verdict_id == "ahead-of-need":
        return say(
            "The channels of {name} are joined more closely than its customers ask for", name=name
        )
    begin = wording.capital(name)
    if verdict_id == "resources-first":
        return say(
            "{name} would gain from being {needed}, but resources come first",
            name=begin,
            needed=needed,
        )
    if verdict_id == "fits":
        return say(
            "{name} needs to be {needed} and is about where it should be for now",
            name=begin,
            needed=needed,
        )
    return say(
        "{name} needs to be {needed} and has the means for the next step",
        name=begin,
        needed=needed,
    )


def just_enough_title(name: str, needed: str) -> str:
    """Title when the means for the next step are barely there."""
    return say(
        "{name} needs to be {needed}, with just enough means for the next step",
        name=wording.capital(name),
        needed=needed,
    )


def not_asked(name: str, items: int) -> str:
    """Say on page one that fit was not asked."""
    return say_count(
        items,
        "Not asked so far. The {count} question on fit tells how far {name} should go.",
        "Not asked so far. The {count} questions on fit tell how far {name} should go.",
        name=name,
    )


def undecided(name: str) -> str:
    """Say on page one that too little was answered."""
    return say(
        "The questions on fit have too few answers to say how far {name} should go.", name=name
    )


def enough(name: str, needed: str) -> str:
    """Say plainly that multichannel is enough."""
    return say(
        "Multichannel is enough: {name} needs to be {needed}, and what its customers do and ask "
        "for, as the answers describe it, does not call for more.",
        name=name,
        needed=needed,
    )


def more_than_enough(name: str, target: str) -> str:
    """Say that the channels are joined more closely than is needed."""
    sentences = say(
        "{target} would be enough for the customers of {name}, as the answers describe them. Keep "
        "what works and add nothing; this is our judgement.",
        target=target,
        name=name,
    )
    return wording.capital(sentences)


def as_it_should_be(name: str, needed: str) -> str:
    """Say that what is there is what is needed."""
    return say(
        "The customers of {name} call for it to be {needed}, and that it is. The target for the "
        "next 12 to 18 months is to stay so, by our judgement.",
        name=name,
        needed=needed,
    )


def may_stay(name: str, needed: str, target: str) -> str:
    """Say that what is there will do until open answers on fit are known."""
    return say(
        "The customers of {name} call for it to be {needed}. The target for the next 12 to 18 "
        "months is {target}, by our judgement.",
        name=name,
        needed=needed,
        target=target,
    )


def means_first(name: str, needed: str, carried: str, target: str) -> str:
    """Say that customers call for more than resources are enough for."""
    if carried == target:
        return say(
            "The customers of {name} call for it to be {needed}; today\u2019s resources are enough "
            "for {carried}, and that is the target for the next 12 to 18 months.",
            name=name,
            needed=needed,
            carried=carried,
        )
    return say(
        "The customers of {name} call for it to be {needed}; today\u2019s resources are enough for "
        "{carried}. The target for the next 12 to 18 months is {target}.",
        name=name,
        needed=needed,
        carried=carried,
        target=target,
    )


def room_to_grow(name: str, needed: str, target: str) -> str:
    """Say that there is a way to go and the means for it."""
    if needed == target:
        return say(
            "The customers of {name} call for it to be {needed}, and its resources allow that. It "
            "is the target for the next 12 to 18 months, by our judgement.",
            name=name,
            needed=needed,
        )
    return say(
        "The customers of {name} call for it to be {needed}, and its resources allow that. The "
        "target for the next 12 to 18 months is {target}, by our judgement.",
        name=name,
        needed=needed,
        target=target,
    )


def at_least(low: str, high: str) -> str:
    """Say that the target depends on what is not known."""
    # Translators: two stages, within a sentence
    return say("{low}, or {high} if the open answers on fit turn out high", low=low, high=high)
