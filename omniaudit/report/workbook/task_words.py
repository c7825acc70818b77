"""Sentences of the action plan: why a task is there, and when it is done."""

from __future__ import annotations

from omniaudit.language import say, say_count
from omniaudit.report import wording


def must() -> str:
    """A step that no cheapest plan does without."""
    return say("Must: in every plan of least effort")


def chosen() -> str:
    """A step that another of the same effort could stand in for."""
    return say("Choice: picked among steps of the same effort")


def housekeeping() -> str:
    """A step that leads to no stage."""
    return say("Good housekeeping")


def for_comparison() -> str:
    """A step of a plan that is not advised."""
    return say("For comparison: not advised now")


def comes_first() -> str:
    """Advice that is no step of the plan."""
    return say("Comes before the plan")


def may_decide() -> str:
    """A question whose answer may change the stage."""
    return say("The answer may change the stage")


def no_answer() -> str:
    """A question that has to be answered before there is a plan."""
    return say("There is no answer yet")


def must_pass() -> str:
    """A journey that bars the stage."""
    return say("Must: no step can make up for it")


def answered() -> str:
    """When a question is done."""
    return say("The level is known, and the report has been made again with it")


def passed() -> str:
    """When a journey is mended."""
    return say("The journey goes through when it is tried out again")


def no_longer_advised() -> str:
    """When advice is followed that is no step."""
    return say("The report, made again, no longer advises it")


def should_happen(criterion: str) -> str:
    """What should happen at the step where a journey broke."""
    return say("What should happen there: {criterion}.", criterion=criterion.rstrip("."))


def one_must_pass(journeys: int) -> str:
    """Journeys of which one bars the stage."""
    return say_count(
        journeys,
        "Must: this journey has to pass",
        "Must: one of these {number} journeys has to pass",
        number=wording.number(journeys),
    )


def upkeep() -> str:
    """A journey that broke where no higher stage is wanted."""
    return say("Upkeep: customers may meet it every day")


def either_or(step: str) -> str:
    """Advice that takes the place of a step of the plan."""
    return say("Choice: either this or \u201c{step}\u201d, not both", step=step)


def read_first() -> str:
    """A line that is no task."""
    return say("To be read first")


def nothing_title() -> str:
    """Title of the only line of an empty plan."""
    return say("Nothing to do")


def nothing_to_do() -> str:
    """Say that there is no task."""
    return say("The assessment asks for no step now. Keep what works.")
