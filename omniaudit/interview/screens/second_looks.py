"""Levels that usually rest on others which are not there: shown, never forced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omniaudit.engine.contradictions import fragilities
from omniaudit.engine.standings import standings
from omniaudit.interview.agenda import Practice
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import value_of
from omniaudit.interview.screens.scene import Scene
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
    for fragility in here[:_MOST]:
        yield Line(_sentence(scene, fragility, counted), "  Look again: ")
    more = len(here) - _MOST
    if more > 0:
        yield Line(f"And {more} more; the report has them all.", "  ")


def _sentence(scene: Scene, fragility: Fragility, counted: Mapping[str, int | None]) -> str:
    needs = [
        f"{_called(scene, need.capability)} at {need.level}, which"
        f" {_stands(scene, need.capability, counted)}"
        for need in fragility.missing
    ]
    name, code = fragility.capability, scene.questionnaire.capability[fragility.capability].code
    level = counted[name]
    return (
        f"{_called(scene, name)} at {level} usually rests on {', and on '.join(needs)}."
        f" Both may be right; g {code} goes there."
    )


def _called(scene: Scene, capability: str) -> str:
    found = scene.questionnaire.capability[capability]
    return f"{found.name} ({found.code})"


def _stands(scene: Scene, capability: str, counted: Mapping[str, int | None]) -> str:
    """The level that was said, and what counts of it where that is less."""
    said = value_of(scene.sheet, Practice(scene.questionnaire.capability[capability]))
    counts = counted[capability]
    if counts is None or said == str(counts):
        return f"is at {said}"
    return f"is at {said} and counts as {counts}"
