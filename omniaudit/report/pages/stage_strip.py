"""The four stages with the confirmed one, the possible one and the target."""

from __future__ import annotations

from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import StageStrip


def stage_strip(assessment: Assessment) -> StageStrip:
    """The four stages with the confirmed one, the possible one and the target."""
    stage = assessment.card.stage
    target = _target(assessment)
    words = [strip_confirmed(assessment.stage(stage.confirmed), stage.confirmed)]
    if stage.potential > stage.confirmed:
        words.append(strip_potential(assessment.stage(stage.potential), stage.potential))
    if target is not None:
        words.append(strip_target(assessment.stage(target), target))
    return StageStrip(
        description=f"{'; '.join(words)}.",
        stages=assessment.stage_titles,
        confirmed=stage.confirmed,
        potential=stage.potential,
        target=target,
        confirmed_label="Certain today" if stage.confirmed < stage.potential else "Today",
        potential_label="Possible",
        target_label=target_label(target, stage.confirmed),
    )


def _target(assessment: Assessment) -> int | None:
    fit = assessment.card.fit
    return fit.target if fit and fit.verdict else None


def strip_confirmed(stage: str, number: int) -> str:
    """The confirmed stage for those who cannot see the strip."""
    return f"Confirmed stage: {stage} ({number} of 3)"


def strip_potential(stage: str, number: int) -> str:
    """The possible stage for those who cannot see the strip."""
    return f"possible stage: {stage} ({number} of 3)"


def strip_target(stage: str, number: int) -> str:
    """The target for those who cannot see the strip."""
    return f"target stage: {stage} ({number} of 3)"


def target_label(target: int | None, confirmed: int) -> str:
    """The mark of the target stage."""
    if target is None or target > confirmed:
        return "Target"
    return "Target: stay here" if target == confirmed else "Enough for now"
