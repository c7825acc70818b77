"""Where a capability stands, in words."""

from __future__ import annotations

from typing import Literal, assert_never

from omniaudit.language import say
from omniaudit.model.answers import NotAsked, Unknown
from omniaudit.model.scorecard import Standing

ChartState = Literal["answered", "unknown", "not-applicable"]


def chart_state(standing: Standing) -> ChartState:
    """The state as charts draw it: what was not asked is not known."""
    match standing.state:
        case "answered" | "unknown" | "not-applicable":
            return standing.state
        case "not-asked":
            return "unknown"
        case _:
            assert_never(standing.state)


def level_now(standing: Standing) -> str:
    """The level that counts, or why there is none."""
    match standing.state:
        case "answered":
            return say("level {level}", level=standing.counted)
        case "unknown":
            return say("not known")
        case "not-asked":
            return say("not asked yet")
        case "not-applicable":
            return say("does not apply")
        case _:
            assert_never(standing.state)


def no_answer(answer: Unknown | NotAsked) -> str:
    """What stands in the place of an answer that there is not."""
    return say("Not known") if isinstance(answer, Unknown) else say("Not asked yet")


def unknown_label() -> str:
    """What a hatched field means."""
    return say("Not known or not asked")
