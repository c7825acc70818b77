"""What keeps the business at its stage, in practices where that is possible."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap

from omniaudit.engine import journeys
from omniaudit.model.gates import JourneyCondition
from omniaudit.model.scorecard import KeyBlocker, ShareBlocker, Standing
from omniaudit.report import wording
from omniaudit.report.assessment import TOP
from omniaudit.report.reading import Reading


def blockers(assessment: Reading) -> tuple[str, ...]:
    """Every condition of the next stage that is not met, each in a sentence."""
    found = []
    for blocker in assessment.card.blockers:
        if isinstance(blocker, ShareBlocker):
            found.append(_share(assessment, blocker))
        elif isinstance(blocker, KeyBlocker):
            found.append(_key(assessment, blocker))
    return (*found, *walls(assessment, assessment.card.stage.confirmed + 1))


def in_points(assessment: Reading) -> bool:
    """Whether a condition counts points, because its practices weigh differently."""
    return any(
        isinstance(each, ShareBlocker) and len(_weights(assessment, each)) > 1
        for each in assessment.card.blockers[:3]
    )


def walls(assessment: Reading, stage: int) -> tuple[str, ...]:
    """The journey conditions of a stage that do not hold, each in a sentence."""
    return tuple(sentence for _, sentence in barred(assessment, stage))


def barred(assessment: Reading, stage: int) -> tuple[tuple[JourneyCondition, str], ...]:
    """The journey conditions of a stage that do not hold, each with its sentence."""
    questionnaire, walked = assessment.questionnaire, assessment.card.journeys
    found = []
    for condition in questionnaire.gates.journeys:
        alone = replace(questionnaire.gates, journeys=(condition,))
        for wall in journeys.blockers(alone, questionnaire, walked):
            if wall.stage == stage:
                failed = [assessment.journey(each) for each in wall.journeys]
                found.append((condition, _wall(assessment, condition, failed)))
    return tuple(found)


def _wall(assessment: Reading, condition: JourneyCondition, failed: list[str]) -> str:
    stage = assessment.stage(condition.stage)
    if condition.any_passed:
        wanted = [assessment.journey(each) for each in condition.any_passed]
        if len(wanted) == len(failed):
            return any_of_these_journeys(stage, failed)
        return any_journey(stage, wording.either(wanted), wording.listed(failed))
    if condition.all_passed:
        return every_journey(stage, wording.listed(failed))
    verdicts = [each for each in assessment.card.journeys if each.passed is not None]
    passed = sum(each.passed is True for each in verdicts)
    return share_of_journeys(condition.share_passed or 0, passed, len(verdicts), stage)


def _share(assessment: Reading, blocker: ShareBlocker) -> str:
    dimension = assessment.questionnaire.dimension[blocker.dimension].name
    inside = [each for each in assessment.inside(blocker.dimension) if each.applies]
    weights = _weights(assessment, blocker)
    open_ones = _open(inside, blocker.level)
    if len(weights) > 1:
        there = sum(each.worst >= blocker.level for each in inside)
        return share_in_weight(
            dimension,
            blocker.level,
            practices=(there, len(inside)),
            have=blocker.have,
            need=blocker.need,
            of=blocker.of,
            unknown=sum(each.weight for each in open_ones),
        )
    (weight,) = weights
    return share_in_practices(
        dimension,
        blocker.level,
        have=blocker.have // weight,
        need=-(-blocker.need // weight),
        of=blocker.of // weight,
        unknown=len(open_ones),
    )


def _weights(assessment: Reading, blocker: ShareBlocker) -> set[int]:
    return {each.weight for each in assessment.inside(blocker.dimension) if each.applies}


def _open(inside: list[Standing], level: int) -> list[Standing]:
    """Those of which it is not known whether they are at the level."""
    return [each for each in inside if each.worst < level <= each.best]


def _key(assessment: Reading, blocker: KeyBlocker) -> str:
    counted = [assessment.standing[each].counted for each in blocker.any_of]
    names = [assessment.called(each) for each in blocker.any_of]
    if len(names) == 1:
        return key_alone(names[0], counted[0], blocker.level)
    codes = [assessment.code(each) for each in blocker.any_of]
    now = list(starmap(key_now, zip(codes, counted, strict=True)))
    return key_of_several(names, now, blocker.level)


def share_in_practices(  # noqa: PLR0913 - a sentence with six values
    dimension: str, level: int, *, have: int, need: int, of: int, unknown: int
) -> str:
    """Say how many practices are at a level and how many are needed."""
    there = at_least(level)
    if of == 1:
        begin = f"{dimension}: the only practice is not known to be {there}"
        return f"{begin}." if unknown else f"{dimension}: the only practice is not {there}."
    if unknown:
        asked = "1 more has no answer yet" if unknown == 1 else f"{unknown} have no answer yet"
        if have == 0:
            return (
                f"{dimension}: of {of} practices, none is known to be {there}; "
                f"{needed(need)}, and {asked}."
            )
        return (
            f"{dimension}: {have} of {of} practices "
            f"{'is' if have == 1 else 'are'} known to be {there}; {needed(need)}, and {asked}."
        )
    if have == 0:
        return f"{dimension}: none of {of} practices is {there}; {needed(need)}."
    verb = "is" if have == 1 else "are"
    return f"{dimension}: {have} of {of} practices {verb} {there}; {needed(need)}."


def share_in_weight(  # noqa: PLR0913 - a sentence with seven values
    dimension: str,
    level: int,
    *,
    practices: tuple[int, int],
    have: int,
    need: int,
    of: int,
    unknown: int,
) -> str:
    """Say how many practices are at a level, and how many of how many points they make."""
    there, among = practices
    if there:
        verb, makes = ("is", "makes") if there == 1 else ("are", "make")
        verb = f"{verb} known to be" if unknown else verb
        begin = (
            f"{dimension}: {there} of {among} practices {verb} {at_least(level)} and {makes} "
            f"{have} of {of} points; {needed(need)}"
        )
    else:
        points = wording.counted(need, "point is", "points are")
        verb = "is known to be" if unknown else "is"
        begin = f"{dimension}: none of {among} practices {verb} {at_least(level)}; {points} needed"
    asked = "1 has" if unknown == 1 else f"{unknown} have"
    return f"{begin}, and {asked} no answer yet." if unknown else f"{begin}."


def what_points_are() -> str:
    """What a point is, where conditions count in points."""
    return "A practice that is core to this kind of business counts 2 points, any other 1."


def needed(need: int) -> str:
    """Say how many are needed."""
    return "1 is needed" if need == 1 else f"{need} are needed"


def at_least(level: int) -> str:
    """Say that a level is reached."""
    return f"at level {level}" if level == TOP else f"at level {level} or above"


def key_alone(name: str, counted: int | None, level: int) -> str:
    """Say that one capability is a condition of its own."""
    if counted is None:
        return f"{name} must be {at_least(level)}, and where it stands has no answer yet."
    return f"{name} must be {at_least(level)} and is at level {counted}."


def key_of_several(names: list[str], now: list[str], level: int) -> str:
    """Say that one of several capabilities must be at a level."""
    return (
        f"{wording.capital(wording.either(names))} must be {at_least(level)}; "
        f"{wording.listed(now)}."
    )


def key_now(name: str, counted: int | None) -> str:
    """Say where a capability stands, beside others."""
    return f"{name} has no answer yet" if counted is None else f"{name} is at level {counted}"


def any_of_these_journeys(stage: str, failed: list[str]) -> str:
    """Say that one of some journeys must pass, all of which broke."""
    if len(failed) == 1:
        return f"To be {stage}, {failed[0]} must pass when tried out, and broke."
    so_far = "both" if len(failed) == 2 else "all"  # noqa: PLR2004 - two are both
    return f"To be {stage}, {wording.either(failed)} must pass when tried out; {so_far} broke."


def any_journey(stage: str, wanted: str, failed: str) -> str:
    """Say that one of some journeys must pass, of which some broke and none passed."""
    return f"To be {stage}, {wanted} must pass when tried out; so far {failed} broke."


def every_journey(stage: str, failed: str) -> str:
    """Say that journeys must all pass."""
    return f"To be {stage}, {failed} must pass when tried out, and broke."


def share_of_journeys(share: int, passed: int, of: int, stage: str) -> str:
    """Say how much of what was tried out must pass."""
    return (
        f"To be {stage}, {share}\u00a0% of the journeys tried out must pass, by weight; "
        f"{passed} of {of} passed."
    )
