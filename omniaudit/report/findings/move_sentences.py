"""The sentences of the first moves."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.report import wording


def caption(count: int) -> str:
    """Caption of the table."""
    return say_count(
        count, "The first move", "The first {number} moves", number=wording.number(count)
    )


def upkeep(count: int) -> str:
    """Caption of the table where no step is advised."""
    return say_count(
        count, "Upkeep of what is there", "Upkeep of what is there, first things first"
    )


def good_order(count: int) -> str:
    """Caption of the table where only good housekeeping is advised."""
    return say_count(
        count,
        "Good housekeeping: the first move",
        "Good housekeeping: the first {number} moves",
        number=wording.number(count),
    )


def as_means_allow(count: int) -> str:
    """Caption of the table where resources come first."""
    return say_count(
        count,
        "The first move, as resources allow",
        "The first {number} moves, as resources allow",
        number=wording.number(count),
    )


def find_out(capability: str) -> str:
    """Say that an answer is to be found."""
    return say("Find out about {practice}", practice=capability)


def find_out_all(missing: int) -> str:
    """Say that several answers are to be found."""
    return say_count(
        missing,
        "Find out the missing answer",
        "Find out the {number} missing answers",
        number=wording.number(missing),
    )


def they_may_lift(potential: str, *, told_below: bool) -> str:
    """Say what several answers may do together, and where it stands whom to ask."""
    told = say("Together they may make the stage {stage}.", stage=potential)
    if not told_below:
        return told
    heading = say("What we do not know yet")
    whom = say("Whom to ask stands under \u201c{heading}\u201d.", heading=heading)
    return f"{told} {whom}"


def check_first() -> str:
    """Say that a step may not be needed."""
    return say("First find out whether it is there already; there is no answer yet.")


def mend(journey: str) -> str:
    """Say that a journey is to be mended."""
    return say("Mend the journey {journey} and try it out again", journey=journey)


def mend_reason(where: str) -> str:
    """Say why a journey comes first."""
    return say(
        "It broke at {step} when it was tried out, and no step can make up for that.", step=where
    )


def upkeep_reason(where: str) -> str:
    """Say why a journey is to be mended where no higher stage is wanted."""
    return say(
        "It broke at {step} when it was tried out; customers may meet that every day.", step=where
    )


def either_or(lifted: str, step: str, code: str) -> str:
    """Say that a step takes the place of one of the plan."""
    return say(
        "Lifts {practice_to_level}. Either this or \u201c{step}\u201d ({code}), not both: each "
        "alone is enough.",
        practice_to_level=lifted,
        step=step,
        code=code,
    )


def lifts(lifted: str) -> str:
    """Say what a step does."""
    return say("Lifts {practice_to_level}.", practice_to_level=lifted)


def not_in_the_plan(lifted: str) -> str:
    """Say that what is advised is no step of the plan, but could be."""
    return say(
        "Not a step of this plan; another of the same effort has it ({practice_to_level}).",
        practice_to_level=lifted,
    )


def before_the_plan() -> str:
    """Say that what is advised is no step of the plan."""
    return say("This comes before the plan and is not a step of it.")


def answer_first() -> str:
    """Say that answers come before any plan."""
    return say("Answer the open questions")


def answers_missing(missing: int, of: int) -> str:
    """Say why answers come first."""
    return say_count(
        of,
        "{missing} of {count} practices have no answer yet. Until then, neither the stage nor a "
        "plan means much.",
        "{missing} of {count} practices have no answer yet. Until then, neither the stage nor a "
        "plan means much.",
        missing=missing,
    )


def talk() -> str:
    """What a question takes."""
    return say("A conversation")


def not_estimated() -> str:
    """What is not a step takes."""
    return say("Not estimated")
