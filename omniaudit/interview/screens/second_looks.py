"""Levels that usually rest on others which are not there: shown, never forced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omniaudit.engine.contradictions import fragilities
from omniaudit.engine.standings import standings
from omniaudit.interview.agenda import Practice
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import value_of
from omniaudit.interview.screens.scene import Scene
from omniaudit.language import say, say_count
from omniaudit.model.scorecard import Fragility

_MOST = 3


def second_looks(scene: Scene, section: str) -> Iterator[Line]:
    """What is worth a second look now that a section has been asked, a few at most."""
    inside = {each.key for each in scene.agenda.section(section) if isinstance(each, Practice)}
    held = standings(scene.questionnaire, scene.sheet)
    here = [
        each
        for each in fragilities(scene.questionnaire, held)
        if each.capability in inside or inside & {need.capability for need in each.missing}
    ]
    counted = {each.capability: each.counted for each in held}
    label = say("Look again:")
    for fragility in here[:_MOST]:
        yield Line(_sentence(scene, fragility, counted), f"  {label} ")
    more = len(here) - _MOST
    if more > 0:
        rest = say_count(
            more,
            "And {count} more; the report has them all.",
            "And {count} more; the report has them all.",
        )
        yield Line(rest, "  ")


def _sentence(scene: Scene, fragility: Fragility, counted: Mapping[str, int | None]) -> str:
    first, *others = (
        _need(scene, each.capability, each.level, counted) for each in fragility.missing
    )
    needs = first
    for each in others:
        # Translators: stands after "usually rests on"
        needs = say("{needs}, and on {need}", needs=needs, need=each)
    return say(
        "{practice} at {level} usually rests on {needs}. Both may be right; g {code} goes there.",
        practice=_called(scene, fragility.capability),
        level=counted[fragility.capability],
        needs=needs,
        code=scene.questionnaire.capability[fragility.capability].code,
    )


def _called(scene: Scene, capability: str) -> str:
    found = scene.questionnaire.capability[capability]
    return f"{found.name} ({found.code})"


def _need(scene: Scene, capability: str, level: int, counted: Mapping[str, int | None]) -> str:
    """What a level rests on, the level that was said, and what counts of it where that is less."""
    said = value_of(scene.sheet, Practice(scene.questionnaire.capability[capability]))
    counts = counted[capability]
    named = _called(scene, capability)
    if counts is None or said == str(counts):
        # Translators: stands after "usually rests on"; value is an answer
        return say(
            "{practice} at {level}, which is at {value}", practice=named, level=level, value=said
        )
    # Translators: stands after "usually rests on"
    return say(
        "{practice} at {level}, which is at {value} and counts as {counts}",
        practice=named,
        level=level,
        value=said,
        counts=counts,
    )
