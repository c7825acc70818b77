"""What the report says about fit in single sentences."""

from __future__ import annotations

from omniaudit.model.answers import Answered, NotAsked
from omniaudit.model.scorecard import FitResult
from omniaudit.report import wording
from omniaudit.report.assessment import ENOUGH, Assessment


def title(assessment: Assessment) -> str:
    """The heading of the section on fit."""
    fit, name = assessment.card.fit, assessment.business
    if fit is None:
        return not_asked_title(name)
    if fit.verdict is None or fit.needed_stage is None:
        return undecided_title(name)
    if fit.verdict == ENOUGH:
        return enough_title(name)
    return needs_title(name, assessment.stage(fit.needed_stage), fit.verdict)


def verdict(assessment: Assessment) -> str:
    """The verdict in a sentence or two, for the first page."""
    fit = assessment.card.fit
    if fit is None:
        return not_asked(assessment.business, len(assessment.questionnaire.fit.items))
    if fit.verdict is None or fit.needed_stage is None or fit.capacity_stage is None:
        return undecided(assessment.business)
    needed = assessment.stage(fit.needed_stage)
    if fit.verdict == ENOUGH:
        return enough(assessment.business, needed)
    if needed == assessment.stage(fit.capacity_stage) == target(assessment, fit):
        return all_alike(verdict_name(assessment, fit.verdict), assessment.business, needed)
    return judged(
        verdict_name(assessment, fit.verdict),
        assessment.business,
        needed,
        assessment.stage(fit.capacity_stage),
        target(assessment, fit),
    )


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
    return f"Whether {name} needs more was not asked"


def undecided_title(name: str) -> str:
    """Title when too little was answered."""
    return f"Too few answers say yet how far {name} should go"


def enough_title(name: str) -> str:
    """Title when multichannel is enough."""
    return f"Multichannel is enough for {name}"


def needs_title(name: str, needed: str, verdict_id: str) -> str:
    """Title when the need is above multichannel."""
    begin = wording.capital(name)
    if verdict_id == "resources-first":
        return f"{begin} would gain from being {needed}, but resources come first"
    if verdict_id == "ahead-of-need":
        return f"The channels of {name} are joined more closely than its customers ask for"
    if verdict_id == "fits":
        return f"{begin} needs to be {needed} and is about where it should be for now"
    return f"{begin} needs to be {needed} and has the means for the next step"


def not_asked(name: str, items: int) -> str:
    """Say on page one that fit was not asked."""
    return f"Not asked so far. The {items} questions on fit tell how far {name} should go."


def undecided(name: str) -> str:
    """Say on page one that too little was answered."""
    return f"The questions on fit have too few answers to say how far {name} should go."


def enough(name: str, needed: str) -> str:
    """Say plainly that multichannel is enough."""
    return (
        f"Multichannel is enough: {name} needs to be {needed}, and what its customers do and ask "
        "for, as the answers describe it, does not call for more."
    )


def all_alike(verdict_words: str, name: str, stage: str) -> str:
    """Say that need, means and target are the same stage."""
    return (
        f"Verdict: {verdict_words}. The customers of {name} call for it to be {stage}, and its "
        "resources allow that: the target for the next 12 to 18 months, by our judgement."
    )


def judged(verdict_words: str, name: str, needed: str, carried: str, aim: str) -> str:
    """Say what is needed, what can be carried and what to aim at."""
    return (
        f"Verdict: {verdict_words}. For its customers, {name} needs to be {needed}; with its "
        f"resources it can be {carried}. The target for the next 12 to 18 months is to be {aim}. "
        "This is a judgement."
    )


def at_least(low: str, high: str) -> str:
    """Say that the target depends on what is not known."""
    return f"{low}, or {high} if the open answers on fit turn out high"
