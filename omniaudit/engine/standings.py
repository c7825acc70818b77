"""Where each capability stands: what was claimed, and what of it counts."""

from __future__ import annotations

from omniaudit.engine.journeys import failure_caps
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.capability import Capability
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Standing, State

TOP = 3
_THIRDS = 3
"""Thirds in a level; coverage counts in them: none 0, partly 1, largely 2, fully 3."""


def standings(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[Standing, ...]:
    """Where every capability of the business's profile stands."""
    caps = failure_caps(questionnaire, sheet)
    is_audit = sheet.mode == "audit"
    nothing: tuple[int, tuple[str, ...]] = (TOP, ())
    return tuple(
        stand(
            capability,
            capability.weights[sheet.business.profile],
            sheet.answer(capability.id),
            caps.get(capability.id, nothing),
            is_audit=is_audit,
        )
        for capability in questionnaire.capabilities_for(sheet.business.profile)
    )


def stand(
    capability: Capability,
    weight: int,
    answer: Answer,
    failed: tuple[int, tuple[str, ...]],
    *,
    is_audit: bool,
) -> Standing:
    """Where one capability stands; `failed` is the cap of failed journeys and their ids."""
    cap, journeys = failed
    if isinstance(answer, NotApplicable):
        return Standing(capability.id, "not-applicable", weight)
    if isinstance(answer, Unknown | NotAsked):
        state: State = "unknown" if isinstance(answer, Unknown) else "not-asked"
        return Standing(capability.id, state, weight, best=cap, capped_by=journeys)
    counted, thirds = _covered(answer)
    reasons = ["coverage"] if counted < answer.level or thirds < _THIRDS * answer.level else []
    if is_audit and answer.level == TOP and answer.evidence < Evidence.SEEN:
        if counted == TOP or thirds > _THIRDS * (TOP - 1):
            reasons.append("evidence")
        counted, thirds = min(counted, TOP - 1), min(thirds, _THIRDS * (TOP - 1))
    if counted > cap or thirds > _THIRDS * cap:
        reasons.extend(journeys)
        counted, thirds = min(counted, cap), min(thirds, _THIRDS * cap)
    return Standing(
        capability.id,
        "answered",
        weight,
        level=answer.level,
        counted=counted,
        thirds=thirds,
        worst=counted,
        best=counted,
        evidence=answer.evidence,
        capped_by=tuple(reasons),
    )


def _covered(answer: Answered) -> tuple[int, int]:
    """The level that counts and the score in thirds, after coverage (ISO/IEC 33020 bands)."""
    if answer.coverage is None or answer.level == 0:
        return answer.level, _THIRDS * answer.level
    counted = answer.level - (answer.coverage < Coverage.LARGELY)
    return counted, _THIRDS * (answer.level - 1) + answer.coverage
