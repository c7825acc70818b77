"""Walked journeys: passed, broken where, and what a failure caps."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from omniaudit.model.answers import AnswerSheet, StepResult
from omniaudit.model.gates import Gates
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import JourneyBlocker, JourneyResult
from omniaudit.model.walkthroughs import Journey


def walk(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[JourneyResult, ...]:
    """The results of all journeys that the sheet speaks of."""
    if not sheet.journeys:
        return ()
    return tuple(
        judge(journey, sheet.journeys[journey.id])
        for journey in questionnaire.journeys
        if journey.id in sheet.journeys
    )


def judge(journey: Journey, results: Mapping[str, StepResult]) -> JourneyResult:
    """Judge one journey: it fails with its first critical step, and passes when all passed.

    Steps that do not apply are left aside; a journey of which no critical step was tested, or
    not all were, is undecided. Progress counts the steps passed before the break.
    """
    passed_steps = tested = 0
    undecided = False
    break_step = None
    for step in journey.steps:
        result = results.get(step.id, "not-tested")
        if result == "not-applicable":
            continue
        tested += 1
        if break_step is None and step.critical and result == "fail":
            break_step = step.id
        if break_step is None and result == "pass":
            passed_steps += 1
        if step.critical and result == "not-tested":
            undecided = True
    critical_passed = any(
        step.critical and results.get(step.id) == "pass" for step in journey.steps
    )
    verdict = None if undecided or not critical_passed else True
    return JourneyResult(
        journey=journey.id,
        passed=False if break_step else verdict,
        progress=Fraction(passed_steps, tested) if tested else None,
        break_step=break_step,
    )


def failure_caps(
    questionnaire: Questionnaire, sheet: AnswerSheet
) -> Mapping[str, tuple[int, tuple[str, ...]]]:
    """In an audit: the level that failed steps leave to a capability, and the journeys.

    A failed critical step caps each capability it requires at one below the required level.
    """
    caps: dict[str, tuple[int, tuple[str, ...]]] = {}
    if sheet.mode != "audit":
        return caps
    for journey in questionnaire.journeys:
        results = sheet.journeys.get(journey.id, {})
        for step in journey.steps:
            if results.get(step.id) != "fail" or not step.critical:
                continue
            for need in step.requires:
                cap, journeys = caps.get(need.capability, (need.level, ()))
                if journey.id not in journeys:
                    journeys += (journey.id,)
                caps[need.capability] = (min(cap, need.level - 1), journeys)
    return caps


def blockers(
    gates: Gates, questionnaire: Questionnaire, walked: tuple[JourneyResult, ...]
) -> tuple[JourneyBlocker, ...]:
    """The journey conditions that do not hold. A journey without a verdict sets none."""
    verdicts = {each.journey: each.passed for each in walked if each.passed is not None}
    if not verdicts:
        return ()
    failed = tuple(journey for journey, passed in verdicts.items() if not passed)
    weight = {journey: questionnaire.journey[journey].weight for journey in verdicts}
    found = []
    for condition in gates.journeys:
        named = condition.any_passed or condition.all_passed or failed
        failed_here = tuple(journey for journey in named if journey in failed)
        if condition.any_passed:
            holds = any(verdicts.get(journey) for journey in named) or not failed_here
        elif condition.all_passed:
            holds = not failed_here
        else:
            share = condition.share_passed or 0
            passed = sum(weight[journey] for journey, good in verdicts.items() if good)
            holds = 100 * passed >= share * sum(weight.values())
        if not holds:
            found.append(JourneyBlocker(condition.stage, failed_here))
    return tuple(found)
