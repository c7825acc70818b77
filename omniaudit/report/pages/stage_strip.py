"""The four stages with the confirmed one, the possible one and the target."""

from __future__ import annotations

from omniaudit.language import say
from omniaudit.report.assessment import Assessment
from omniaudit.report.charts import StageStrip


def stage_strip(assessment: Assessment) -> StageStrip:
    """The four stages with the confirmed one, the possible one and the target."""
    stage = assessment.card.stage
    if not assessment.card.completeness.answered:
        return _nothing_to_show(assessment)
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
        confirmed_label=confirmed_label(stage.confirmed, stage.potential),
        potential_label=say("At the most") if stage.confirmed == 0 else say("Possible"),
        target_label=target_label(target, stage.confirmed),
    )


def _nothing_to_show(assessment: Assessment) -> StageStrip:
    """The bare stages, where no answer tells of any."""
    return StageStrip(
        description=f"{strip_nothing()}.",
        stages=assessment.stage_titles,
        confirmed=-1,
        potential=-1,
        target=None,
        confirmed_label="",
        potential_label="",
        target_label="",
    )


def _target(assessment: Assessment) -> int | None:
    fit = assessment.card.fit
    return fit.target if fit and fit.verdict else None


def strip_nothing() -> str:
    """That no stage can be shown, for those who cannot see the strip."""
    return say("No stage is confirmed, as there is no answer")


def confirmed_label(confirmed: int, potential: int) -> str:
    """The mark of the confirmed stage; the lowest one is no finding while answers are missing."""
    if confirmed == potential:
        return say("Today")
    return say("Certain today") if confirmed else say("At the least")


def strip_confirmed(stage: str, number: int) -> str:
    """The confirmed stage for those who cannot see the strip."""
    return say("Confirmed stage: {stage} ({number} of 3)", stage=stage, number=number)


def strip_potential(stage: str, number: int) -> str:
    """The possible stage for those who cannot see the strip."""
    return say("possible stage: {stage} ({number} of 3)", stage=stage, number=number)


def strip_target(stage: str, number: int) -> str:
    """The target for those who cannot see the strip."""
    return say("target stage: {stage} ({number} of 3)", stage=stage, number=number)


def target_label(target: int | None, confirmed: int) -> str:
    """The mark of the target stage."""
    if target is None or target > confirmed:
        return say("Target")
    return say("Target: stay here") if target == confirmed else say("Enough for now")
