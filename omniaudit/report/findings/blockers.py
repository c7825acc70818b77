"""What keeps the business at its stage, in practices where that is possible."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap

from omniaudit.engine import journeys
from omniaudit.language import say, say_count
from omniaudit.model.gates import JourneyCondition
from omniaudit.model.scorecard import KeyBlocker, ShareBlocker, Standing
from omniaudit.report import wording
from omniaudit.report.findings.share_sentences import share_in_practices, share_in_weight
from omniaudit.report.reading import TOP, Reading


def blockers(assessment: Reading) -> tuple[str, ...]:
    """Every condition of the next stage that is not met, each in a sentence."""
    found = []
    for blocker in assessment.card.blockers:
        if isinstance(blocker, ShareBlocker):
            found.append(_share(assessment, blocker))
        elif isinstance(blocker, KeyBlocker):
            found.append(_key(assessment, blocker))
    return (*found, *walls(assessment, assessment.card.stage.confirmed + 1))


def fewest_to_pass(assessment: Reading, target: int) -> int:
    """Of the journeys that broke, how many at least have to pass on the way to a stage."""
    walked = {each.journey: each.passed for each in assessment.card.journeys}
    weight = {name: assessment.questionnaire.journey[name].weight for name in walked}
    broke = sorted((name for name in walked if walked[name] is False), key=lambda n: -weight[n])
    stages = range(assessment.card.stage.confirmed + 1, target + 1)
    found = [condition for stage in stages for condition, _ in barred(assessment, stage)]
    needed = {name for each in found for name in each.all_passed if name in broke}
    for each in found:
        if each.any_passed and not needed.intersection(each.any_passed):
            needed.add(next(name for name in broke if name in each.any_passed))
    share = max((each.share_passed or 0 for each in found), default=0)
    judged = {name: weight[name] for name in walked if walked[name] is not None}
    passed = sum(judged[name] for name in judged if walked[name] or name in needed)
    for name in broke:
        if name not in needed and 100 * passed < share * sum(judged.values()):
            needed.add(name)
            passed += judged[name]
    return len(needed)


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
        asked = assessment.questionnaire.journeys_for(assessment.sheet.business.profile)
        walked = {each.id for each in asked}
        wanted = [assessment.journey(each) for each in condition.any_passed if each in walked]
        if len(wanted) == len(failed):
            return any_of_these_journeys(stage, failed)
        return any_journey(stage, wording.either(wanted), wording.listed(failed))
    if condition.all_passed:
        return every_journey(stage, failed)
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
            at_least(blocker.level),
            have=there,
            more=_more(inside, blocker),
            of=len(inside),
            unknown=len(open_ones),
        )
    (weight,) = weights
    return share_in_practices(
        dimension,
        at_least(blocker.level),
        have=blocker.have // weight,
        need=-(-blocker.need // weight),
        of=blocker.of // weight,
        unknown=len(open_ones),
    )


def _more(inside: list[Standing], blocker: ShareBlocker) -> int:
    """How many further practices are needed at the least: the heaviest that are not there."""
    lacking = sorted((each.weight for each in inside if each.worst < blocker.level), reverse=True)
    short, more = blocker.need - blocker.have, 0
    while short > 0 and more < len(lacking):
        short, more = short - lacking[more], more + 1
    return more


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


def at_least(level: int) -> str:
    """Say that a level is reached."""
    if level == TOP:
        # Translators: stands after the name of a practice, after "is", "must be" or "known"
        return say("at level {level}", level=level)
    # Translators: stands after the name of a practice, after "is", "must be" or "known"
    return say("at level {level} or above", level=level)


def key_alone(name: str, counted: int | None, level: int) -> str:
    """Say that one capability is a condition of its own."""
    there = at_least(level)
    if counted is None:
        return say(
            "{name} must be {there}, and where it stands has no answer yet.",
            name=name,
            there=there,
        )
    return say(
        "{name} must be {there} and is at level {level}.", name=name, there=there, level=counted
    )


def key_of_several(names: list[str], now: list[str], level: int) -> str:
    """Say that one of several capabilities must be at a level."""
    sentence = say(
        "{names} must be {there}; {now}.",
        names=wording.either(names),
        there=at_least(level),
        now=wording.listed(now),
    )
    return wording.capital(sentence)


def key_now(name: str, counted: int | None) -> str:
    """Say where a capability stands, beside others."""
    if counted is None:
        return say("{name} has no answer yet", name=name)
    return say("{name} is at level {level}", name=name, level=counted)


def any_of_these_journeys(stage: str, failed: list[str]) -> str:
    """Say that one of some journeys must pass, all of which broke."""
    if len(failed) == 1:
        return every_journey(stage, failed)
    named = wording.either(failed)
    if len(failed) == 2:  # noqa: PLR2004 - two are both
        return say(
            "To be {stage}, {journeys} must pass when tried out; both broke.",
            stage=stage,
            journeys=named,
        )
    return say(
        "To be {stage}, {journeys} must pass when tried out; all broke.",
        stage=stage,
        journeys=named,
    )


def any_journey(stage: str, wanted: str, failed: str) -> str:
    """Say that one of some journeys must pass, of which some broke and none passed."""
    # Translators: {journeys} are joined by "or", {broken} by "and"; either may be only one
    return say(
        "To be {stage}, {journeys} must pass when tried out; so far {broken} broke.",
        stage=stage,
        journeys=wanted,
        broken=failed,
    )


def every_journey(stage: str, failed: list[str]) -> str:
    """Say that journeys must all pass."""
    return say_count(
        len(failed),
        "To be {stage}, {journeys} must pass when tried out, and broke.",
        "To be {stage}, {journeys} must pass when tried out, and broke.",
        stage=stage,
        journeys=wording.listed(failed),
    )


def share_of_journeys(share: int, passed: int, of: int, stage: str) -> str:
    """Say how much of what was tried out must pass."""
    return say(
        "To be {stage}, {share}\u00a0% of the journeys tried out must pass, by weight; "
        "{passed} of {of} passed.",
        stage=stage,
        share=share,
        passed=passed,
        of=of,
    )
