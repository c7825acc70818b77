"""Answer sheets in short, for the tests of the engine.

Levels stand as one sign for each capability of a dimension, in questionnaire order: `0` to `3`,
`?` unknown, `.` not asked, `-` not applicable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from omniaudit.load.questionnaire import read_questionnaire
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Business,
    FitAnswer,
    Handoff,
    Mode,
    NotApplicable,
    NotAsked,
    StepResult,
    Unknown,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard, Standing
from omniaudit.resources import questionnaire_file

_PATH = questionnaire_file()
QUESTIONNAIRE = read_questionnaire(_PATH.read_bytes(), str(_PATH))
DIMENSIONS = tuple(each.id for each in QUESTIONNAIRE.dimensions)

ZEROS = "000000 000000 000000 000000"
ONES = "111111 111111 111111 111111"
TWOS = "222222 222222 222222 222222"
THREES = "333333 333333 333333 333333"

SIGNS: Mapping[str, Answer] = {
    "?": Unknown(),
    ".": NotAsked(),
    "-": NotApplicable("we have none"),
    **{str(level): Answered(level) for level in range(4)},
}


def answers(levels: str, questionnaire: Questionnaire = QUESTIONNAIRE) -> dict[str, Answer]:
    """The answers that the signs stand for, dimension after dimension."""
    signs = levels.replace(" ", "")
    names = [each.id for each in questionnaire.capabilities]
    return {name: SIGNS[sign] for name, sign in zip(names, signs, strict=True)}


def sheet(  # noqa: PLR0913 - one for each part of a sheet
    levels: str | Mapping[str, Answer] = ZEROS,
    *,
    profile: str = "retail",
    size: str = "medium",
    mode: Mode = "self",
    channels: tuple[str, ...] = (),
    fit: Mapping[str, FitAnswer] | None = None,
    handoffs: Mapping[tuple[str, str], Handoff] | None = None,
    journeys: Mapping[str, Mapping[str, StepResult]] | None = None,
    questionnaire: Questionnaire = QUESTIONNAIRE,
) -> AnswerSheet:
    """A sheet of a medium shop, or of whatever is given."""
    return AnswerSheet(
        Business("Libreria Aurora", profile, size, channels),
        mode=mode,
        answers=answers(levels, questionnaire) if isinstance(levels, str) else levels,
        fit=fit or {},
        handoffs=handoffs or {},
        journeys=journeys or {},
    )


def but(sheet: AnswerSheet, **changes: Answer | int) -> AnswerSheet:
    """The sheet with some answers changed; `data_history` stands for `data.history`."""
    changed = {
        name.replace("_", ".", 1).replace("_", "-"): Answered(to) if isinstance(to, int) else to
        for name, to in changes.items()
    }
    assert set(changed) <= set(QUESTIONNAIRE.capability)
    return replace(sheet, answers={**sheet.answers, **changed})


def standing(card: Scorecard, capability: str) -> Standing:
    """Where a capability stands."""
    (found,) = (each for each in card.standings if each.capability == capability)
    return found


def smaller(*capabilities: str, questionnaire: Questionnaire = QUESTIONNAIRE) -> Questionnaire:
    """The questionnaire with some of its capabilities only, and what still makes sense of it."""
    kept = tuple(
        replace(
            each,
            steps=tuple(
                replace(
                    step, requires=tuple(r for r in step.requires if r.capability in capabilities)
                )
                for step in each.steps
            ),
        )
        for each in questionnaire.capabilities
        if each.id in capabilities
    )
    assert len(kept) == len(capabilities)
    keys = (
        replace(key, any_of=tuple(name for name in key.any_of if name in capabilities))
        for key in questionnaire.gates.keys
    )
    return replace(
        questionnaire,
        capabilities=kept,
        gates=replace(questionnaire.gates, keys=tuple(key for key in keys if key.any_of)),
        journeys=tuple(
            journey
            for journey in questionnaire.journeys
            if all(need.capability in capabilities for need in journey.requires)
        ),
    )
