"""What is to be done, as lines of the action plan: questions, journeys, advice, then steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.model.advice import AdviceRule, LevelIs
from omniaudit.model.plan import PlannedStep
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings import breaks, finding_out, mending, move_sentences, moves
from omniaudit.report.pages.roadmap import reservation
from omniaudit.report.workbook import task_words
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the action plan."""

    title: str
    action: str
    reason: str
    done: str
    capabilities: tuple[str, ...] = ()
    level: int | None = None
    """The level to reach, 1 to 3, where there is one."""
    effort: str = ""
    """The band of effort with its weeks, where it is known."""
    planned: PlannedStep | None = None
    open: bool = True
    """Whether it is to do; what is only laid out for comparison is not."""


def notices(assessment: Assessment, todo: Sequence[Task]) -> Iterator[Task]:
    """What is to be read before the tasks; where there is none, that there is none."""
    warning = reservation(assessment)
    if warning:
        yield Task(warning.title, warning.text, task_words.read_first(), "")
    elif not todo:
        yield Task(
            task_words.nothing_title(), task_words.nothing_to_do(), task_words.read_first(), ""
        )


def tasks(assessment: Assessment) -> Iterator[Task]:
    """Everything to do, what comes before the plan in front."""
    if not assessment.only_housekeeping:
        yield from _questions(assessment)
        yield from _journeys(assessment)
    if assessment.barely_answered:
        return
    on_plan = {each.step.id for each in moves.planned_in_order(assessment)}
    for rule in assessment.advice("first"):
        if not on_plan.intersection(moves.advised_steps(assessment, rule)):
            yield _advised(assessment, rule)
    for planned in moves.planned_in_order(assessment):
        yield _step(assessment, planned, _reason(assessment, planned))
    for planned in moves.besides_the_plan(assessment):
        yield _step(assessment, planned, task_words.housekeeping())


def _questions(assessment: Assessment) -> Iterator[Task]:
    deciding = assessment.card.deciding_unknowns
    missing = [
        each.capability for each in assessment.card.standings if each.applies and each.level is None
    ]
    for capability in missing if assessment.barely_answered else deciding:
        told = [finding_out.whom(assessment, capability)]
        if capability in deciding:
            told.insert(0, f"{finding_out.consequence(assessment, capability)}.")
        title = move_sentences.find_out(assessment.called(capability))
        reason = task_words.may_decide() if capability in deciding else task_words.no_answer()
        yield Task(title, " ".join(told), reason, task_words.answered(), (capability,))


def _journeys(assessment: Assessment) -> Iterator[Task]:
    if assessment.barely_answered:
        return
    for journey in assessment.plan.journeys_to_pass:
        needs = breaks.needs(assessment, journey)
        levels = {each.level for each in needs}
        where = breaks.break_point(assessment, journey)
        why = move_sentences.upkeep_reason if assessment.content else move_sentences.mend_reason
        yield Task(
            move_sentences.mend(assessment.journey(journey)),
            f"{why(where)} {_how(assessment, journey)}",
            _why_mend(assessment),
            task_words.passed(),
            tuple(each.capability for each in needs),
            *levels if len(levels) == 1 else (),
        )


def _how(assessment: Assessment, journey: str) -> str:
    """What should happen where a journey broke, and what that rests on."""
    (broke,) = (each.break_step for each in assessment.card.journeys if each.journey == journey)
    steps = assessment.questionnaire.journey[journey].steps
    wanted = next(step.criterion for step in steps if step.id == broke)
    return f"{task_words.should_happen(wanted)} {mending.resting(assessment, journey)}".rstrip()


def _why_mend(assessment: Assessment) -> str:
    if assessment.content:
        return task_words.upkeep()
    several = mending.alternatives(assessment)
    return task_words.one_must_pass(len(several)) if several else task_words.must_pass()


def _advised(assessment: Assessment, rule: AdviceRule) -> Task:
    """Advice that is no step of the plan, with the step that does what it asks for, if one does."""
    text, questionnaire = rule.text, assessment.questionnaire
    names = (*moves.advised_steps(assessment, rule), *_asked_for(assessment, rule))
    if not names:
        return Task(rule.title, text, task_words.comes_first(), task_words.no_longer_advised())
    step = questionnaire.step[names[0]]
    instead = [questionnaire.step[each].title for each in moves.stands_in_for(assessment, step.id)]
    reason = task_words.either_or(instead[0]) if instead else task_words.comes_first()
    about, band = (step.capability,), assessment.band(step)
    return Task(rule.title, text, reason, step.kpi, about, step.level, band)


def _asked_for(assessment: Assessment, rule: AdviceRule) -> Iterator[str]:
    """The next steps of the practices whose low level is the reason for an advice."""
    for each in rule.when:
        standing = assessment.standing.get(each.capability) if isinstance(each, LevelIs) else None
        if standing and standing.counted is not None and standing.counted < TOP:
            yield f"{standing.capability}@{standing.counted + 1}"


def _step(assessment: Assessment, planned: PlannedStep, reason: str) -> Task:
    step = planned.step
    unknown = assessment.standing[step.capability].counted is None
    return Task(
        step.title,
        f"{step.action} {move_sentences.check_first()}" if unknown else step.action,
        reason,
        step.kpi,
        (step.capability,),
        step.level,
        assessment.band(step),
        planned,
        open=reason != task_words.for_comparison(),
    )


def _reason(assessment: Assessment, planned: PlannedStep) -> str:
    if assessment.only_housekeeping:
        return task_words.housekeeping()
    if assessment.content:
        return task_words.for_comparison()
    if planned.step.id in assessment.plan.must or not assessment.plan.factors:
        return task_words.must()
    return task_words.chosen()
