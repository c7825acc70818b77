"""Which advice rules of the questionnaire hold for a business."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from omniaudit.engine.gates import Levels, worst_levels
from omniaudit.model.advice import (
    AdviceRule,
    AnyLevelIn,
    Condition,
    FindingCount,
    LevelIs,
    ScoreAhead,
    StepAdvised,
    StepScope,
    TargetAtLeast,
    VerdictIs,
)
from omniaudit.model.capability import Step
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard


def advice(questionnaire: Questionnaire, card: Scorecard, plan: Plan) -> tuple[AdviceRule, ...]:
    """The rules all of whose conditions hold, in order."""
    return tuple(
        rule
        for rule in questionnaire.advice
        if all(_holds(condition, questionnaire, card, plan) for condition in rule.when)
    )


def advisable_steps(
    questionnaire: Questionnaire, card: Scorecard, scope: StepScope
) -> tuple[Step, ...]:
    """The steps not yet done that stay advisable under a restriction."""
    worst = worst_levels(card.standings)
    return tuple(
        step
        for step in questionnaire.step.values()
        if step.capability in worst
        and worst[step.capability] < step.level <= scope.up_to
        and (
            step.capability in scope.capabilities
            or questionnaire.capability[step.capability].dimension in scope.dimensions
        )
    )


def _holds(condition: Condition, questionnaire: Questionnaire, card: Scorecard, plan: Plan) -> bool:
    counted = _counted(card)
    match condition:
        case LevelIs(capability, at_least, at_most):
            return capability in counted and at_least <= counted[capability] <= at_most
        case AnyLevelIn(dimension, at_least):
            return any(
                level >= at_least
                for capability, level in counted.items()
                if questionnaire.capability[capability].dimension == dimension
            )
        case ScoreAhead(dimension, other, points):
            scores = {each.dimension: each for each in card.dimensions}
            ahead, behind = scores[dimension].low, scores[other].high
            return ahead is not None and behind is not None and ahead > behind + points
        case TargetAtLeast(stage):
            return (card.fit.target if card.fit else plan.target) >= stage
        case StepAdvised(capability, level):
            return any(
                each.step.capability == capability and level in {None, each.step.level}
                for each in plan.steps
            )
        case FindingCount(finding, at_least):
            return _findings(card)[finding] >= at_least
        case VerdictIs(verdict):
            return card.fit is not None and card.fit.verdict == verdict
        case _:
            assert_never(condition)


def _findings(card: Scorecard) -> Mapping[str, int]:
    gaps = [each.perception_gap for each in card.panel.agreements] if card.panel else []
    return {
        "fragile-foundation": len(card.fragilities),
        "perception-gap": sum(gap is not None and abs(gap) >= 1 for gap in gaps),
        "over-claim": sum(each.kind == "over-claim" for each in card.contradictions),
    }


def _counted(card: Scorecard) -> Levels:
    """What counts of each capability that was answered."""
    return {each.capability: each.worst for each in card.standings if each.state == "answered"}
