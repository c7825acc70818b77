"""Several respondents about one business: one sheet, and how far they agree.

Levels are ordinal, so the lower median stands for all: conservative when they split evenly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeVar, cast

from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    FitAnswer,
    Handoff,
    Mode,
    NotApplicable,
    NotAsked,
    Side,
    StepResult,
    Unknown,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Agreement, PanelResult
from omniaudit.model.terms import LEVELS

_CATEGORIES = len(LEVELS)
_MAX_VARIANCE = Fraction(_CATEGORIES - 1, 2) ** 2
"""Variance when half say 0 and half say 3: the reference of r*wg (Lindell and Brandt)."""
_DEVIATION_FLAG = Fraction(_CATEGORIES, 6)
_RANGE_FLAG = 2
_MODES: tuple[Mode, ...] = ("self", "interview", "audit")
_Value = TypeVar("_Value")


def lower_median(
    values: Sequence[_Value], key: Callable[[_Value], tuple[int, ...] | int] | None = None
) -> _Value:
    """The middle value, the lower one of two."""
    ordered = sorted(values, key=key) if key else sorted(values)  # type: ignore[type-var]
    return ordered[(len(ordered) - 1) // 2]


def merge(questionnaire: Questionnaire, sheets: Sequence[AnswerSheet]) -> AnswerSheet:
    """One sheet for several: lower medians of what was answered, the weakest mode."""
    first = sheets[0]
    channels = dict.fromkeys(name for each in sheets for name in each.business.channels)
    return replace(
        first,
        business=replace(first.business, channels=tuple(channels)),
        mode=min((each.mode for each in sheets), key=_MODES.index),
        answers={
            each.id: _merged([sheet.answer(each.id) for sheet in sheets])
            for each in questionnaire.capabilities
            if any(each.id in sheet.answers for sheet in sheets)
        },
        fit={
            item.id: cast(
                "FitAnswer", _merged([sheet.fit.get(item.id, NotAsked()) for sheet in sheets])
            )
            for item in questionnaire.fit.items
            if any(item.id in sheet.fit for sheet in sheets)
        },
        handoffs=_merged_handoffs(sheets),
        journeys=_merged_journeys(sheets),
        step_notes=_merged_step_notes(sheets),
        warnings=tuple(warning for sheet in sheets for warning in sheet.warnings),
    )


def _merged(answers: Sequence[Answer]) -> Answer:
    """The lower median of what was answered, else don't know before not applicable."""
    answered = [each for each in answers if isinstance(each, Answered)]
    others = (
        each for kind in (Unknown, NotApplicable) for each in answers if isinstance(each, kind)
    )
    found = lower_median(answered, _weakest_first) if answered else next(others, answers[0])
    note = _joined(each.note for each in answers)
    return replace(found, note=note, flagged=any(each.flagged for each in answers))


def _weakest_first(answer: Answered) -> tuple[int, ...]:
    coverage = 3 if answer.coverage is None else answer.coverage
    return answer.level, coverage, answer.evidence


def _joined(notes: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(note for note in notes if note))


def _merged_handoffs(sheets: Sequence[AnswerSheet]) -> Mapping[tuple[str, str], Handoff]:
    pairs = dict.fromkeys(pair for sheet in sheets for pair in sheet.handoffs)
    merged = {}
    for pair in pairs:
        given = [sheet.handoffs[pair] for sheet in sheets if pair in sheet.handoffs]
        levels = [each.level for each in given if each.level is not None]
        traffic = lower_median([each.traffic for each in given])
        note = _joined(each.note for each in given)
        applies = any(each.applies for each in given)
        merged[pair] = Handoff(lower_median(levels) if levels else None, traffic, note, applies)
    return merged


def _merged_journeys(sheets: Sequence[AnswerSheet]) -> Mapping[str, Mapping[str, StepResult]]:
    """A step that failed for anybody failed; the rest by the best that anybody saw."""
    order: tuple[StepResult, ...] = ("fail", "pass", "not-applicable", "not-tested")
    merged: dict[str, dict[str, StepResult]] = {}
    for sheet in sheets:
        for journey, results in sheet.journeys.items():
            mine = merged.setdefault(journey, {})
            for step, result in results.items():
                mine[step] = min(mine.get(step, result), result, key=order.index)
    return merged


def _merged_step_notes(sheets: Sequence[AnswerSheet]) -> Mapping[tuple[str, str], str]:
    ways = dict.fromkeys(way for sheet in sheets for way in sheet.step_notes)
    return {way: _joined(sheet.step_notes.get(way, "") for sheet in sheets) for way in ways}


def panel(questionnaire: Questionnaire, sheets: Sequence[AnswerSheet]) -> PanelResult:
    """How far the respondents agree, capability by capability and as a whole."""
    agreements = []
    for capability in questionnaire.capabilities:
        answers = [sheet.answer(capability.id) for sheet in sheets]
        levels = [each.level for each in answers if isinstance(each, Answered)]
        if levels:
            gap = _perception_gap(capability.id, sheets)
            agreements.append(agreement(capability.id, levels, gap))
    roles = tuple(sheet.respondent.role for sheet in sheets)
    return PanelResult(roles, _alpha(questionnaire, sheets), tuple(agreements))


def agreement(
    capability: str, levels: Sequence[int], perception_gap: Fraction | None = None
) -> Agreement:
    """Variance, r*wg and mean absolute deviation of the levels that respondents gave.

    Flagged when the deviation exceeds a sixth of the categories (Burke and Dunlap) or the
    levels are two or more apart.
    """
    count = len(levels)
    mean = Fraction(sum(levels), count)
    variance = sum(((level - mean) ** 2 for level in levels), Fraction(0)) / count
    deviation = sum((abs(level - mean) for level in levels), Fraction(0)) / count
    return Agreement(
        capability=capability,
        levels=tuple(levels),
        median=lower_median(levels),
        variance=variance,
        rwg=1 - variance / _MAX_VARIANCE,
        deviation=deviation,
        flagged=deviation > _DEVIATION_FLAG or max(levels) - min(levels) >= _RANGE_FLAG,
        perception_gap=perception_gap,
    )


def _perception_gap(capability: str, sheets: Sequence[AnswerSheet]) -> Fraction | None:
    head = _median_of(capability, sheets, "head-office")
    front = _median_of(capability, sheets, "frontline")
    return None if head is None or front is None else head - front


def _median_of(capability: str, sheets: Sequence[AnswerSheet], side: Side) -> Fraction | None:
    levels = sorted(
        answer.level
        for sheet in sheets
        if sheet.respondent.side == side
        for answer in [sheet.answer(capability)]
        if isinstance(answer, Answered)
    )
    if not levels:
        return None
    return Fraction(levels[(len(levels) - 1) // 2] + levels[len(levels) // 2], 2)


def _alpha(questionnaire: Questionnaire, sheets: Sequence[AnswerSheet]) -> float | None:
    rows = [
        [
            answer.level if isinstance(answer, Answered) else None
            for capability in questionnaire.capabilities
            for answer in [sheet.answer(capability.id)]
        ]
        for sheet in sheets
    ]
    return ordinal_alpha(rows)


def ordinal_alpha(rows: Sequence[Sequence[int | None]]) -> float | None:
    """Krippendorff's alpha for ordinal data, a row per respondent, None for no answer.

    None where it is undefined: nobody shares an item, or all answers are the same.
    """
    from krippendorff import alpha  # noqa: PLC0415 - loads numpy

    columns = [[each for each in column if each is not None] for column in zip(*rows, strict=True)]
    pairable = {each for column in columns if len(column) > 1 for each in column}
    if len(pairable) < 2:  # noqa: PLR2004 - one value has no variation
        return None
    data = [[float("nan") if each is None else each for each in row] for row in rows]
    return float(alpha(reliability_data=data, level_of_measurement="ordinal"))
