"""Advice that no business can ever be given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from omniaudit.engine.gates import TOP
from omniaudit.model.advice import (
    AdviceRule,
    AnyLevelIn,
    Condition,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire

_MOST_POINTS = 100
_WHOLE_LADDER = (0, TOP)

Ranges = Mapping[str, tuple[int, int]]
"""Capability to the lowest and highest level that a rule allows it."""


def advice_flaws(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """The rules whose conditions hold for no business of any profile, or for every one."""
    for rule in questionnaire.advice:
        if not rule.when:
            yield Flaw("Q649", ("advice", rule.id, "when"), {"value": rule.id}, idle=True)
        if not any(_may_hold(questionnaire, rule, each.id) for each in questionnaire.profiles):
            yield Flaw("Q643", ("advice", rule.id, "when"), {"value": rule.id}, idle=True)


def _may_hold(questionnaire: Questionnaire, rule: AdviceRule, profile: str) -> bool:
    ranges = _ranges(rule)
    verdicts = {each.verdict for each in rule.when if isinstance(each, VerdictIs)}
    if len(verdicts) > 1 or any(low > high for low, high in ranges.values()):
        return False
    asked = [each.id for each in questionnaire.capabilities_for(profile)]
    return all(_may(questionnaire, each, asked, ranges, profile) for each in rule.when)


def _ranges(rule: AdviceRule) -> Ranges:
    ranges: dict[str, tuple[int, int]] = {}
    for each in rule.when:
        if isinstance(each, LevelIs):
            low, high = ranges.get(each.capability, _WHOLE_LADDER)
            ranges[each.capability] = max(low, each.at_least), min(high, each.at_most)
    return ranges


def _may(
    questionnaire: Questionnaire,
    condition: Condition,
    asked: list[str],
    ranges: Ranges,
    profile: str,
) -> bool:
    match condition:
        case LevelIs(capability):
            return capability in asked
        case AnyLevelIn(dimension, at_least):
            return any(
                ranges.get(name, _WHOLE_LADDER)[1] >= at_least
                for name in _inside(questionnaire, asked, dimension)
            )
        case ScoreAhead(dimension, other, points):
            pair = (dimension, other)
            both = all(_inside(questionnaire, asked, each) for each in pair)
            return both and dimension != other and points < _MOST_POINTS
        case TargetAtLeast():
            return True
        case StepAdvised(capability, level):
            held = ranges.get(capability, _WHOLE_LADDER)[0]
            return capability in asked and held < (level or TOP)
        case FindingCount(finding, at_least):
            return _most_findings(questionnaire, asked, profile)[finding] >= at_least
        case VerdictIs():
            return bool(questionnaire.fit.items)
        case _:
            assert_never(condition)


def _inside(questionnaire: Questionnaire, asked: list[str], dimension: str) -> list[str]:
    return [name for name in asked if questionnaire.capability[name].dimension == dimension]


def _most_findings(
    questionnaire: Questionnaire, asked: list[str], profile: str
) -> Mapping[str, int]:
    """How many findings of each kind there can be at most."""
    journeys = questionnaire.journeys_for(profile)
    return {
        "fragile-foundation": sum(
            any(need.capability in asked for step in each.steps for need in step.requires)
            for each in questionnaire.capabilities_for(profile)
        ),
        "perception-gap": len(asked),
        "over-claim": sum(need.capability in asked for each in journeys for need in each.requires),
    }
