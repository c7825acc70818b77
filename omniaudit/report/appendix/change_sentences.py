"""What is said about two assessments of a business, in single sentences."""

from __future__ import annotations

from omniaudit.report import wording


def since(day: str) -> str:
    """Title of the changes."""
    return f"Changes since {day}" if day else "Changes since the assessment before"


def on(day: str) -> str:
    """The day of an assessment within a sentence; empty where it has none."""
    return f"on {day}" if day else ""


def nothing_then(day: str) -> str:
    """Say that there is no stage to compare with."""
    return f"{_begin(day)} no practice was answered yet, so there is no stage to compare with."


def nothing_now(name: str, before: str, then: str, today: str) -> str:
    """Say that there is a stage to compare with, and none to compare."""
    return f"{_was(name, before, then)}; {today or 'in this one'} no practice is answered yet."


def same_stage(name: str, stage: str, then: str, today: str) -> str:
    """Say that the stage is the same."""
    return f"{_was(name, stage, then)}; {today or 'in this one'} it still is."


def other_stage(name: str, before: str, stage: str, then: str, today: str) -> str:
    """Say that the stage moved."""
    return f"{_was(name, before, then)}; {today or 'in this one'} it is {stage}."


def intervals(*, apart: bool) -> str:
    """Say how far a difference of the index can be trusted."""
    if apart:
        return (
            "The intervals of the index do not overlap: it moved, whatever the missing answers are."
        )
    return (
        "Where intervals overlap, or the answers rest on words alone, read a small difference of "
        "scores as none."
    )


def why(up: int) -> str:
    """Heading over the conditions; `up` is by how many stages the business rose."""
    if not up:
        return "Why the stage is the same"
    return f"Why the stage is {'higher' if up > 0 else 'lower'}"


def met_since(count: int) -> str:
    """Introduce conditions that are met by now, as they stood."""
    if count == 1:
        return "This condition was open then and is met now. As it stood then:"
    return "These conditions were open then and are met now. As they stood then:"


def open_since(count: int) -> str:
    """Introduce conditions that are open by now."""
    if count == 1:
        return "This condition was not in the way then and is open now:"
    return "These conditions were not in the way then and are open now:"


def still_open(count: int) -> str:
    """Caption over conditions that are open in both."""
    return "Open then and now" if count == 1 else "Open then and now, condition by condition"


def nothing_open() -> str:
    """Say that no condition was in the way."""
    return "No condition was open then, and none is now."


def nothing_differs() -> str:
    """Say that the answers are the same."""
    return "No practice stands elsewhere than before, and no journey ended otherwise."


def same_rules(version: str, preset: str) -> str:
    """Say that both were worked out alike."""
    return (
        f"Both are worked out by the same questionnaire, {version}, and the same {preset} gates; "
        "what differs comes from the answers."
    )


def other_questionnaire(then: str, today: str) -> str:
    """Say that the questions are not the same."""
    return (
        f"The questionnaire was {then} then and is {today} now; part of a difference may come from "
        "the questions."
    )


def other_gates(then: str, today: str) -> str:
    """Say that the stage was not judged alike."""
    return (
        f"The stage was judged by {then} gates then and is by {today} ones now; part of a "
        "difference may come from that."
    )


def differs(what: str, then: str, today: str) -> str:
    """Say that something which should be the same is not."""
    return f"{what}: {then} then, {today} now; part of a difference may come from that."


def asked_once(count: int) -> str:
    """Say that some practices cannot be compared."""
    practices = wording.numbered(count, "practice was", "practices were")
    return f"{wording.capital(practices)} asked about in one of the two assessments only."


def _was(name: str, stage: str, day: str) -> str:
    return f"{_begin(day)} the confirmed stage of {name} was {stage}"


def _begin(day: str) -> str:
    return wording.capital(day) or "In the assessment before"
