"""The four figures of page one: index, answers, confidence, and what the way on takes."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.language import say, say_count
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
                say("{part} of {whole}", part=done.answered, whole=done.applicable),
                say("practices answered"),
                answered_note(done.unknown, done.not_asked, done.not_applicable),
            ),
            Figure(
                assessment.card.confidence.grade, say("confidence"), confidence.in_short(assessment)
            ),
            _effort(assessment),
        )
    )


def _index(assessment: Assessment) -> Figure:
    index, label = assessment.card.index, say("index, 0 to 100")
    if not assessment.card.completeness.answered:
        return Figure(say(wording.NOT_KNOWN), label, no_answer())
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
        return Figure("0", say("person-weeks to a higher stage"), say("there is none"))
    if plan.effort is None:
        return Figure("\u2013", say("no way to a higher stage"), say("no practice applies"))
    return Figure(
        effort_range(plan.effort_possible, plan.effort),
        person_weeks_to(assessment.stage(plan.target)),
        effort_note(assessment, plan),
    )


def _guess(assessment: Assessment) -> Figure:
    """What missing answers leave open, once there is any answer to begin from."""
    plan, answered = assessment.plan, assessment.card.completeness.answered
    if not answered or plan.effort is None or plan.effort_possible is None:
        return Figure("\u2013", say("no plan yet"), too_few_answers())
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
    return say("person-weeks to {stage}", stage=stage)


def effort_note(assessment: Assessment, plan: Plan) -> str:
    """The note under the effort: the highest stage, beside the next one."""
    if assessment.content:
        return say("not advised now")
    if assessment.beyond_means:
        return say("for when resources allow")
    if plan.journeys_to_pass:
        return and_journeys(fewest_to_pass(assessment, plan.target))
    if assessment.enough or plan.next_after is None or plan.next_after.effort is None:
        return say("our judgement")
    effort = wording.weeks(plan.next_after.effort)
    return weeks_to(effort, assessment.stage(plan.next_after.stage))


def and_journeys(must: int) -> str:
    """How many journeys have to pass besides."""
    return say_count(
        must,
        "and {number} journey that must pass",
        "and {number} journeys that must pass",
        number=wording.number(must),
    )


def weeks_to(weeks: str, stage: str) -> str:
    """The effort to the stage after the next one."""
    # Translators: person-weeks, under the figure "person-weeks to cross-channel"
    return say("{weeks} to {stage}", weeks=weeks, stage=stage)


def index_note(low: Fraction, high: Fraction, missing: int) -> str:
    """The interval and why there is one."""
    if not missing:
        return say("no answer is missing")
    return say_count(
        missing,
        "{span}, as {number} answer is missing",
        "{span}, as {number} answers are missing",
        span=wording.span(low, high),
        number=wording.number(missing),
    )


def no_answer() -> str:
    """Why there is no index at all."""
    return say("no answer yet")


def answered_note(unknown: int, not_asked: int, not_applicable: int) -> str:
    """What happened to the other questions."""
    parts = [
        *([not_known(unknown)] if unknown else []),
        *([not_asked_yet(not_asked)] if not_asked else []),
        *([inapplicable(not_applicable)] if not_applicable else []),
    ]
    return wording.listed(parts) or say("none left open")


def not_known(count: int) -> str:
    """How many practices nobody knew about."""
    # Translators: practices, in a list under "12 of 18 practices answered"
    return say_count(count, "{count} not known", "{count} not known")


def not_asked_yet(count: int) -> str:
    """How many practices were not asked about."""
    # Translators: practices, in a list under "12 of 18 practices answered"
    return say_count(count, "{count} not asked", "{count} not asked")


def inapplicable(count: int) -> str:
    """How many practices do not apply."""
    # Translators: practices, in a list under "12 of 18 practices answered"
    return say_count(count, "{count} not applicable", "{count} not applicable")


def too_few_answers() -> str:
    """Why there is no plan yet."""
    return say("more than half of the answers are missing")


def housekeeping_label() -> str:
    """What the effort is for where multichannel is enough."""
    return say("person-weeks of housekeeping")


def housekeeping_note(steps: int) -> str:
    """How many steps of housekeeping there are."""
    if not steps:
        return say("nothing is left to do")
    return say_count(
        steps, "{count} step, none of them urgent", "{count} steps, none of them urgent"
    )
