"""Sentences of the action plan: why a task is there, and when it is done."""

from __future__ import annotations

from omniaudit.report import wording


def must() -> str:
    """A step that no cheapest plan does without."""
    return "Must: in every plan of least effort"


def chosen() -> str:
    """A step that another of the same effort could stand in for."""
    return "Choice: picked among steps of the same effort"


def housekeeping() -> str:
    """A step that leads to no stage."""
    return "Good housekeeping"


def for_comparison() -> str:
    """A step of a plan that is not advised."""
    return "For comparison: not advised now"


def comes_first() -> str:
    """Advice that is no step of the plan."""
    return "Comes before the plan"


def may_decide() -> str:
    """A question whose answer may change the stage."""
    return "The answer may change the stage"


def no_answer() -> str:
    """A question that has to be answered before there is a plan."""
    return "There is no answer yet"


def must_pass() -> str:
    """A journey that bars the stage."""
    return "Must: no step can make up for it"


def answered() -> str:
    """When a question is done."""
    return "The level is known, and the report has been made again with it"


def passed() -> str:
    """When a journey is mended."""
    return "The journey goes through when it is tried out again"


def no_longer_advised() -> str:
    """When advice is followed that is no step."""
    return "The report, made again, no longer advises it"


def should_happen(criterion: str) -> str:
    """What should happen at the step where a journey broke."""
    return f"What should happen there: {criterion.rstrip('.')}."


def one_must_pass(journeys: int) -> str:
    """Journeys of which one bars the stage."""
    return f"Must: one of these {wording.number(journeys)} journeys has to pass"


def upkeep() -> str:
    """A journey that broke where no higher stage is wanted."""
    return "Upkeep: customers may meet it every day"


def either_or(step: str) -> str:
    """Advice that takes the place of a step of the plan."""
    return f"Choice: either this or \u201c{step}\u201d, not both"


def read_first() -> str:
    """A line that is no task."""
    return "To be read first"


def nothing_title() -> str:
    """Title of the only line of an empty plan."""
    return "Nothing to do"


def nothing_to_do() -> str:
    """Say that there is no task."""
    return "The assessment asks for no step now. Keep what works."
