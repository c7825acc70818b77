"""What is said about two assessments of a business, in single sentences."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.report import wording


def since(day: str) -> str:
    """Title of the changes."""
    if not day:
        return say("Changes since the assessment before")
    return say("Changes since {day}", day=day)


def at_first(day: str) -> str:
    """When the assessment before was made, at the start of a sentence; it may have no day."""
    # Translators: starts a sentence, stands before "the confirmed stage of … was …"
    return say("On {day}", day=day) if day else say("In the assessment before")


def at_last(day: str) -> str:
    """When the assessment at hand was made, within a sentence; it may have no day."""
    # Translators: follows ";", stands before "it is …"
    return say("on {day}", day=day) if day else say("in this one")


def nothing_then(then: str) -> str:
    """Say that there is no stage to compare with."""
    return say(
        "{on_that_day} no practice was answered yet, so there is no stage to compare with.",
        on_that_day=then,
    )


def nothing_now(name: str, before: str, then: str, today: str) -> str:
    """Say that there is a stage to compare with, and none to compare."""
    return say(
        "{on_that_day} the confirmed stage of {business} was {stage}; "
        "{on_this_day} no practice is answered yet.",
        on_that_day=then,
        business=name,
        stage=before,
        on_this_day=today,
    )


def same_stage(name: str, stage: str, then: str, today: str) -> str:
    """Say that the stage is the same."""
    return say(
        "{on_that_day} the confirmed stage of {business} was {stage}; {on_this_day} it still is.",
        on_that_day=then,
        business=name,
        stage=stage,
        on_this_day=today,
    )


def other_stage(name: str, before: str, stage: str, then: str, today: str) -> str:
    """Say that the stage moved."""
    return say(
        "{on_that_day} the confirmed stage of {business} was {stage}; "
        "{on_this_day} it is {other_stage}.",
        on_that_day=then,
        business=name,
        stage=before,
        on_this_day=today,
        other_stage=stage,
    )


def intervals(*, apart: bool) -> str:
    """Say how far a difference of the index can be trusted."""
    if apart:
        return say(
            "The intervals of the index do not overlap: it moved, whatever the missing answers are."
        )
    return say(
        "Where intervals overlap, or the answers rest on words alone, read a small difference of "
        "scores as none."
    )


def why(up: int) -> str:
    """Heading over the conditions; `up` is by how many stages the business rose."""
    if not up:
        return say("Why the stage is the same")
    return say("Why the stage is higher") if up > 0 else say("Why the stage is lower")


def met_since(count: int) -> str:
    """Introduce conditions that are met by now, as they stood."""
    return say_count(
        count,
        "This condition was open then and is met now. As it stood then:",
        "These conditions were open then and are met now. As they stood then:",
    )


def open_since(count: int) -> str:
    """Introduce conditions that are open by now."""
    return say_count(
        count,
        "This condition was not in the way then and is open now:",
        "These conditions were not in the way then and are open now:",
    )


def still_open(count: int) -> str:
    """Caption over conditions that are open in both."""
    return say_count(count, "Open then and now", "Open then and now, condition by condition")


def nothing_open() -> str:
    """Say that no condition was in the way."""
    return say("No condition was open then, and none is now.")


def nothing_differs() -> str:
    """Say that the answers are the same."""
    return say("No practice stands elsewhere than before, and no journey ended otherwise.")


def no_practice_differs() -> str:
    """Say that the answers are the same where no journey is asked."""
    return say("No practice stands elsewhere than before.")


def same_rules(version: str, preset: str) -> str:
    """Say that both were worked out alike."""
    return say(
        "Both are worked out by the same questionnaire, {questionnaire}, and the same {strictness} "
        "gates; what differs comes from the answers.",
        questionnaire=version,
        strictness=preset,
    )


def other_questionnaire(then: str, today: str) -> str:
    """Say that the questions are not the same."""
    return say(
        "The questionnaire was {then} then and is {today} now; part of a difference may come from "
        "the questions.",
        then=then,
        today=today,
    )


def other_gates(then: str, today: str) -> str:
    """Say that the stage was not judged alike."""
    return say(
        "The stage was judged by {strictness} gates then and is by {other_strictness} ones now; "
        "part of a difference may come from that.",
        strictness=then,
        other_strictness=today,
    )


def differs(what: str, then: str, today: str) -> str:
    """Say that something which should be the same is not."""
    return say(
        "{what}: {then} then, {today} now; part of a difference may come from that.",
        what=what,
        then=then,
        today=today,
    )


def asked_once(count: int) -> str:
    """Say that some practices cannot be compared."""
    return say_count(
        count,
        "{number} practice was asked about in one of the two assessments only.",
        "{number} practices were asked about in one of the two assessments only.",
        number=wording.capital(wording.number(count)),
    )
