"""What the way on takes, in work and in months."""

from __future__ import annotations

from fractions import Fraction

from omniaudit.engine.scheduling import HORIZONS
from omniaudit.language import say, say_count
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings.moves import besides_the_plan, housekeeping


def takes(assessment: Assessment) -> str:
    """What the next stage takes, beside the highest one; nothing where nothing can be said."""
    if assessment.barely_answered:
        return ""
    if assessment.only_housekeeping:
        steps = housekeeping(assessment)
        weeks = wording.work(sum((each.effort for each in steps), Fraction(0)))
        return good_order(len(steps), weeks) if steps else ""
    if assessment.content or assessment.plan.effort is None:
        return ""
    if assessment.card.stage.confirmed == TOP:
        return ""
    if assessment.beyond_means:
        return _when_means_allow(assessment, assessment.plan.effort)
    parts = (_effort(assessment, assessment.plan.effort), _besides(assessment), months(assessment))
    return " ".join(each for each in parts if each)


def _when_means_allow(assessment: Assessment, effort: Fraction) -> str:
    possible, target = assessment.plan.effort_possible, assessment.stage(assessment.plan.target)
    least = effort if possible is None else possible
    return when_means_allow(target, least, effort)


def months(assessment: Assessment) -> str:
    """How long the plan is, where it is longer than the months of a target."""
    plan, fit = assessment.plan, assessment.card.fit
    silent = assessment.content or assessment.only_housekeeping or assessment.barely_answered
    end = 0 if silent else max((each.end for each in plan.steps), default=0)
    if end <= HORIZONS[-1]:
        return ""
    if fit is None or fit.verdict is None or fit.target < plan.target:
        return runs_to(end)
    return longer_than_the_target(end)


def _effort(assessment: Assessment, effort: Fraction) -> str:
    plan, after = assessment.plan, assessment.plan.next_after
    target = assessment.stage(plan.target)
    if after is None or after.effort is None or assessment.enough:
        return next_alone(target, wording.work(effort)) if effort else only_journeys(target)
    beyond = assessment.stage(after.stage)
    if not effort:
        return only_beyond(beyond, wording.work(after.effort))
    near, far = wording.weeks(effort), wording.weeks(after.effort)
    times = round(Fraction(far) / Fraction(near))  # of the numbers that are told
    return both(target, wording.work(effort), beyond, far, times)


def _besides(assessment: Assessment) -> str:
    """Where multichannel would be enough but is not reached: the housekeeping beside the plan."""
    steps = besides_the_plan(assessment)
    if not steps:
        return ""
    return housekeeping_besides(wording.work(sum((each.effort for each in steps), Fraction(0))))


def when_means_allow(target: str, least: Fraction, most: Fraction) -> str:
    """What the next stage takes, where resources are not enough for it."""
    return say_count(
        int(wording.weeks(most)),
        "The way to {target}, for when resources allow: {weeks} person-week, by our judgement.",
        "The way to {target}, for when resources allow: {weeks} person-weeks, by our judgement.",
        target=target,
        weeks=wording.weeks_between(least, most),
    )


def good_order(steps: int, weeks: str) -> str:
    """What housekeeping takes where multichannel is enough."""
    return say_count(
        steps,
        "The housekeeping that is advised takes about {weeks} in {number} step; this is our "
        "judgement, not a quotation.",
        "The housekeeping that is advised takes about {weeks} in {number} steps; this is our "
        "judgement, not a quotation.",
        weeks=weeks,
        number=wording.number(steps),
    )


def housekeeping_besides(weeks: str) -> str:
    """What housekeeping takes beside a plan."""
    return say("Good housekeeping besides takes about {weeks}.", weeks=weeks)


def runs_to(month: int) -> str:
    """How long the plan is."""
    return say("The plan runs to about month {month}.", month=month)


def longer_than_the_target(month: int) -> str:
    """How long the plan is, against the months of the target."""
    return say(
        "The plan runs to about month {month}, so the 12 to 18 months of the target are the "
        "direction, not the finish.",
        month=month,
    )


def only_journeys(target: str) -> str:
    """What is left where no step is."""
    return say(
        "No step is missing for being {target}; what broke must pass when tried out again.",
        target=target,
    )


def only_beyond(stage: str, weeks: str) -> str:
    """The highest stage, where the next one takes no step."""
    return say(
        "Getting as far as {stage} would take about {weeks} from today. Efforts are our "
        "judgement, not a quotation.",
        stage=stage,
        weeks=weeks,
    )


def next_alone(target: str, weeks: str) -> str:
    """The next stage, where there is nothing to set beside it."""
    return say(
        "From today, becoming {target} takes about {weeks}; this is our judgement, not a "
        "quotation.",
        target=target,
        weeks=weeks,
    )


def both(target: str, weeks: str, beyond: str, far: str, times: int) -> str:
    """The next stage and the highest one."""
    # Translators: {far} is a number of person-weeks, without the unit
    return say_count(
        max(times, 1),
        "From today, becoming {target} takes about {weeks}, becoming {beyond} {far}, by our "
        "judgement.",
        "From today, becoming {target} takes about {weeks}, becoming {beyond} {far}, about "
        "{count} times as much, by our judgement.",
        target=target,
        weeks=weeks,
        beyond=beyond,
        far=far,
    )
