"""The four figures of page one: index, answers, confidence, and what the way on takes."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.model.plan import Plan
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Figure, KeyFigures
from omniaudit.report.findings import confidence
from omniaudit.report.findings.blockers import fewest_to_pass
from omniaudit.report.findings.moves import housekeeping


def key_figures(assessment: Assessment) -> KeyFigures:
    """Index with its interval, answers, confidence, and the next stage against the highest."""
    done = assessment.card.completeness
    return KeyFigures(
        (
            _index(assessment),
            Figure(
                f"{done.answered} of {done.applicable}",
                "practices answered",
                answered_note(done.unknown, done.not_asked, done.not_applicable),
            ),
            Figure(assessment.card.confidence.grade, "confidence", confidence.in_short(assessment)),
            _effort(assessment),
        )
    )


def _index(assessment: Assessment) -> Figure:
    index, label = assessment.card.index, "index, 0 to 100"
    if not assessment.card.completeness.answered:
        return Figure(wording.NOT_KNOWN, label, no_answer())
    return Figure(
        wording.known(index.value), label, index_note(index.low, index.high, assessment.missing)
    )


def _effort(assessment: Assessment) -> Figure:
    plan = assessment.plan
    if assessment.barely_answered:
        return _guess(assessment)
    if assessment.only_housekeeping:
        steps = housekeeping(assessment)
        effort = sum((each.effort for each in steps), Fraction(0))
        return Figure(wording.weeks(effort), housekeeping_label(), housekeeping_note(len(steps)))
    if assessment.card.stage.confirmed == TOP:
        return Figure("0", "person-weeks to a higher stage", "there is none")
    if plan.effort is None:
        return Figure("\u2013", "no way to a higher stage", "no practice applies")
    return Figure(
        effort_range(plan.effort_possible, plan.effort),
        person_weeks_to(assessment.stage(plan.target)),
        effort_note(assessment, plan),
    )


def _guess(assessment: Assessment) -> Figure:
    """What missing answers leave open, once there is any answer to begin from."""
    plan, answered = assessment.plan, assessment.card.completeness.answered
    if not answered or plan.effort is None or plan.effort_possible is None:
        return Figure("\u2013", "no plan yet", too_few_answers())
    return Figure(
        effort_range(plan.effort_possible, plan.effort),
        person_weeks_to(assessment.stage(plan.target)),
        too_few_answers(),
    )


def effort_range(possible: Fraction | None, effort: Fraction) -> str:
    """The effort, from the best to the worst that missing answers allow."""
    return wording.weeks_between(effort if possible is None else possible, effort)


def person_weeks_to(stage: str) -> str:
    """The unit under the effort, and how far it leads."""
    return f"person-weeks to {stage}"


def effort_note(assessment: Assessment, plan: Plan) -> str:
    """The note under the effort: the highest stage, beside the next one."""
    if assessment.content:
        return "not advised now"
    if assessment.beyond_means:
        return "for when resources allow"
    if plan.journeys_to_pass:
        must = wording.numbered(fewest_to_pass(assessment, plan.target), "journey", "journeys")
        return f"and {must} that must pass"
    if assessment.enough or plan.next_after is None or plan.next_after.effort is None:
        return "our judgement"
    effort = wording.weeks(plan.next_after.effort)
    return f"{effort} to {assessment.stage(plan.next_after.stage)}"


def index_note(low: Fraction, high: Fraction, missing: int) -> str:
    """The interval and why there is one."""
    if not missing:
        return "no answer is missing"
    answers = wording.numbered(missing, "answer is", "answers are")
    return f"{wording.span(low, high)}, as {answers} missing"


def no_answer() -> str:
    """Why there is no index at all."""
    return "no answer yet"


def answered_note(unknown: int, not_asked: int, not_applicable: int) -> str:
    """What happened to the other questions."""
    parts = [
        *([f"{unknown} not known"] if unknown else []),
        *([f"{not_asked} not asked"] if not_asked else []),
        *([f"{not_applicable} not applicable"] if not_applicable else []),
    ]
    return wording.listed(parts) or "none left open"


def too_few_answers() -> str:
    """Why there is no plan yet."""
    return "more than half of the answers are missing"


def housekeeping_label() -> str:
    """What the effort is for where multichannel is enough."""
    return "person-weeks of housekeeping"


def housekeeping_note(steps: int) -> str:
    """How many steps of housekeeping there are."""
    return (
        f"{wording.counted(steps, 'step', 'steps')}, none of them urgent"
        if steps
        else "nothing is left to do"
    )
