"""The first moves: what to find out, what advice puts first, then the plan."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.engine.advice import advisable_steps
from omniaudit.engine.scheduling import schedule
from omniaudit.language import say, say_as
from omniaudit.model.advice import AdviceRule, LevelIs
from omniaudit.model.capability import Step
from omniaudit.model.plan import PlannedStep
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Column, Row, Table
from omniaudit.report.findings import breaks, finding_out
from omniaudit.report.findings.move_sentences import (
    answer_first,
    answers_missing,
    as_means_allow,
    before_the_plan,
    caption,
    check_first,
    either_or,
    find_out,
    find_out_all,
    good_order,
    lifts,
    mend,
    mend_reason,
    not_estimated,
    not_in_the_plan,
    talk,
    they_may_lift,
    upkeep,
    upkeep_reason,
)
from omniaudit.values import dataclass

MOST_MOVES = 3


@dataclass(frozen=True, slots=True)
class Move:
    """Something to do first, why, and what it takes."""

    title: str
    reason: str
    effort: str


def first_moves(assessment: Assessment) -> tuple[Move, ...]:
    """Three moves at most: questions, journeys and advice first, then steps, musts in front.

    A step of the plan is always among them if one is advised, or one that does as well.
    """
    if assessment.barely_answered:
        done = assessment.card.completeness
        return (Move(answer_first(), answers_missing(assessment.missing, done.applicable), talk()),)
    rules = assessment.advice("first")
    advised = [each for rule in rules for each in advised_steps(assessment, rule)]
    covered = {each for step in advised for each in (step, *stands_in_for(assessment, step))}
    planned = [] if assessment.content else [*planned_in_order(assessment)]
    must = () if assessment.only_housekeeping else assessment.plan.must
    planned = sorted(planned, key=lambda each: each.step.id not in must)
    steps = [_step(assessment, each) for each in planned if each.step.id not in covered]
    before = [_advised(assessment, each) for each in rules]
    if not assessment.only_housekeeping:
        questions = list(_questions(assessment))
        journeys = [_journey(assessment, each) for each in to_mend(assessment)]
        before = [*questions, *journeys, *before]
    return tuple([*before[: MOST_MOVES - bool(steps)], *steps][:MOST_MOVES])


def stands_in_for(assessment: Assessment, step: str) -> tuple[str, ...]:
    """The step of the plan that this one replaces, where either of them alone is enough."""
    planned = {each.step.id for each in assessment.plan.steps}
    for factor in () if assessment.only_housekeeping else assessment.plan.factors:
        if step not in planned and (step,) in factor.ways:
            return tuple(way[0] for way in factor.ways if len(way) == 1 and way[0] in planned)
    return ()


def to_mend(assessment: Assessment) -> tuple[str, ...]:
    """The broken journey that is a move of its own, if one is."""
    if assessment.barely_answered or assessment.only_housekeeping:
        return ()
    return assessment.plan.journeys_to_pass[:1]


def advised_steps(assessment: Assessment, rule: AdviceRule) -> tuple[str, ...]:
    """The steps on the roadmap, or equal to some of them, that do what an advice asks for."""
    about = {each.capability for each in rule.when if isinstance(each, LevelIs)}
    planned = [each.step.id for each in planned_in_order(assessment)]
    options = (
        [] if assessment.only_housekeeping else [each.step for each in assessment.plan.options]
    )
    known = dict.fromkeys([*planned, *options])
    return tuple(name for name in known if assessment.questionnaire.step[name].capability in about)[
        :1
    ]


def moves_table(assessment: Assessment) -> Table | None:
    """The first moves as a table, if there are any."""
    moves = first_moves(assessment)
    if not moves:
        return None
    columns = (
        Column(say_as("heading of a column: something to do", "Move"), 4),
        Column(say("Why"), 7),
        Column(say("Person-weeks"), 2),
    )
    rows = tuple(Row((move.title, move.reason, move.effort)) for move in moves)
    return Table(_caption(assessment, len(moves)), columns, rows, small=True)


def _caption(assessment: Assessment, count: int) -> str:
    if assessment.barely_answered:
        return caption(count)
    if assessment.content:
        return upkeep(count)
    if assessment.only_housekeeping:
        return good_order(count)
    return as_means_allow(count) if assessment.beyond_means else caption(count)


def planned_in_order(assessment: Assessment) -> tuple[PlannedStep, ...]:
    """The steps of the roadmap, what begins and ends first in front."""
    steps = housekeeping(assessment) if assessment.only_housekeeping else assessment.plan.steps
    return tuple(sorted(steps, key=lambda each: (each.start, each.end)))


def goal(assessment: Assessment, capability: str) -> int | None:
    """The level to which the roadmap takes a capability, if it does and is advised."""
    steps = () if assessment.content else planned_in_order(assessment)
    levels = [each.step.level for each in steps if each.step.capability == capability]
    return max(levels, default=None)


def housekeeping(assessment: Assessment) -> tuple[PlannedStep, ...]:
    """The steps that stay advisable where multichannel is enough."""
    scopes = [rule.only for rule in assessment.rules if rule.only]
    ids = {
        step.id
        for scope in scopes
        for step in advisable_steps(assessment.questionnaire, assessment.card, scope)
    }
    return schedule(assessment.questionnaire, ids, assessment.sheet.business.size)


def besides_the_plan(assessment: Assessment) -> tuple[PlannedStep, ...]:
    """Housekeeping besides a plan, where multichannel would be enough but is not reached."""
    if not assessment.enough or assessment.only_housekeeping:
        return ()
    planned = {each.step.id for each in assessment.plan.steps}
    return tuple(each for each in housekeeping(assessment) if each.step.id not in planned)


def _questions(assessment: Assessment) -> Iterator[Move]:
    """The first deciding question, or all missing answers where only several decide."""
    card = assessment.card
    if card.deciding_unknowns:
        yield _question(assessment, card.deciding_unknowns[0])
    elif card.stage.potential > card.stage.confirmed:
        potential = assessment.stage(card.stage.potential)
        reason = they_may_lift(potential, told_below=not assessment.edition.summary)
        yield Move(find_out_all(assessment.missing), reason, talk())


def _question(assessment: Assessment, capability: str) -> Move:
    decides = finding_out.consequence(assessment, capability)
    reason = f"{decides}. {finding_out.whom(assessment, capability)}"
    return Move(find_out(assessment.called(capability)), reason, talk())


def _journey(assessment: Assessment, journey: str) -> Move:
    where = breaks.break_point(assessment, journey)
    reason = upkeep_reason(where) if assessment.content else mend_reason(where)
    return Move(mend(assessment.journey(journey)), reason, not_estimated())


def _advised(assessment: Assessment, rule: AdviceRule) -> Move:
    reason = f"{rule.text.partition('. ')[0].rstrip('.')}."
    steps = [assessment.questionnaire.step[each] for each in advised_steps(assessment, rule)]
    if not steps:
        told = reason if assessment.content else f"{reason} {before_the_plan()}"
        return Move(rule.title, told, not_estimated())
    return Move(rule.title, f"{reason} {_does(assessment, steps[0])}", assessment.band(steps[0]))


def _does(assessment: Assessment, step: Step) -> str:
    """What an advised step lifts, and what it may take the place of."""
    if any(each.step.id == step.id for each in planned_in_order(assessment)):
        return lifts(assessment.lifts(step))
    instead = stands_in_for(assessment, step.id)
    if instead:
        found = assessment.questionnaire.step[instead[0]]
        return either_or(assessment.lifts(step), found.title, assessment.code(found.capability))
    return not_in_the_plan(assessment.lifts_briefly(step))


def _step(assessment: Assessment, planned: PlannedStep) -> Move:
    step = planned.step
    reason = lifts(assessment.lifts(step))
    if assessment.standing[step.capability].counted is None:
        reason = f"{reason} {check_first()}"
    return Move(step.title, reason, assessment.band(step))
