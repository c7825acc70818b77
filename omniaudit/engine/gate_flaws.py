"""Gates that a profile can never pass, or that are void for it.

Shares are of what a profile is asked and never more than all of it, so weights alone keep nobody
from the top; a profile that is asked nothing has no stage at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.engine.gates import TOP
from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, AnswerSheet, Business, Evidence
from omniaudit.model.flaw import Flaw
from omniaudit.model.gates import JourneyCondition
from omniaudit.model.questionnaire import Questionnaire


def gate_flaws(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """Profiles that nothing leads to the top, and conditions that hold for nobody."""
    for profile in questionnaire.profiles:
        stage = highest_stage(questionnaire, profile.id)
        if stage < TOP:
            details = {"value": profile.id, "stage": questionnaire.stages[stage].id}
            yield Flaw("Q631", ("profiles", profile.id, "id"), details)
    yield from _void_keys(questionnaire)
    for number, condition in enumerate(questionnaire.gates.journeys):
        if _is_void(questionnaire, condition):
            where = ("gates", "journeys", number)
            yield Flaw("Q633", where, {"stage": questionnaire.stages[condition.stage].id})


def highest_stage(questionnaire: Questionnaire, profile: str) -> int:
    """The stage of a business of a profile with everything at the top and every journey passed."""
    sheet = AnswerSheet(
        Business("", profile, questionnaire.sizes[0].id),
        mode="audit",
        answers={
            each.id: Answered(TOP, evidence=Evidence.TESTED)
            for each in questionnaire.capabilities_for(profile)
        },
        journeys={
            journey.id: {step.id: "pass" for step in journey.steps}
            for journey in questionnaire.journeys_for(profile)
        },
    )
    return score(questionnaire, sheet, "strict").stage.confirmed


def _void_keys(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """Key conditions of which a profile is asked nothing, so that they bar it from nothing."""
    asked = {
        profile.id: {each.id for each in questionnaire.capabilities_for(profile.id)}
        for profile in questionnaire.profiles
    }
    for number, key in enumerate(questionnaire.gates.keys):
        spared = [name for name, ids in asked.items() if ids and ids.isdisjoint(key.any_of)]
        if spared:
            details = {
                "stage": questionnaire.stages[key.stage].id,
                "profiles": ", ".join(spared),
                "known": ", ".join(key.any_of),
            }
            yield Flaw("Q632", ("gates", "keys", number, "any-of"), details)


def _is_void(questionnaire: Questionnaire, condition: JourneyCondition) -> bool:
    """Whether no walk of any business can ever make or break a condition."""
    named = condition.any_passed or condition.all_passed or tuple(questionnaire.journey)
    journeys = [questionnaire.journey[name] for name in named]
    counts_weight = condition.share_passed is not None
    return not any(
        journey.profiles
        and any(step.critical for step in journey.steps)
        and (journey.weight or not counts_weight)
        for journey in journeys
    )
