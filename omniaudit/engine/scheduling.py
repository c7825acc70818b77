"""When the steps of a plan can be done, and where the business stands on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from omniaudit.engine import bounds
from omniaudit.engine.gates import conditions, worst_levels
from omniaudit.model.capability import Requirement, Step
from omniaudit.model.gates import Preset
from omniaudit.model.plan import Milestone, PlannedStep
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Standing

HORIZONS = (3, 9, 18)
"""Last months of the near, middle and far horizon."""
TENTHS = 10
"""Effort is counted in tenths of a person-week."""


def effort_tenths(step: Step, factor: int) -> int:
    """Effort in tenths of a person-week for a size of business (its factor is in tenths)."""
    return step.band.midpoint * factor


def prerequisites(step: Step) -> tuple[str, ...]:
    """The ids of the steps that come before a step, its own ladder included."""
    own = [Requirement(step.capability, step.level - 1)] if step.level > 1 else []
    return tuple(need.id for need in (*own, *step.requires))


def schedule(
    questionnaire: Questionnaire, steps: Iterable[str], size: str
) -> tuple[PlannedStep, ...]:
    """Give every step its months: its own window, moved until what it waits for is done."""
    names = frozenset(steps)
    chosen = [step for name, step in questionnaire.step.items() if name in names]
    planned: dict[str, PlannedStep] = {}

    def place(step: Step) -> PlannedStep:
        if step.id not in planned:
            waits = tuple(name for name in prerequisites(step) if name in names)
            free = max((place(questionnaire.step[name]).end for name in waits), default=0)
            start = max(step.horizon[0], free)
            planned[step.id] = PlannedStep(
                step=step,
                effort=Fraction(effort_tenths(step, questionnaire.size[size].effort), TENTHS),
                requires=waits,
                start=start,
                end=start + step.horizon[1] - step.horizon[0],
            )
        return planned[step.id]

    return tuple(place(step) for step in chosen)


def after(standings: Sequence[Standing], steps: Iterable[Step]) -> tuple[Standing, ...]:
    """The standings when steps are done everywhere in the business and seen to work."""
    reached: dict[str, int] = {}
    for step in steps:
        reached[step.capability] = max(step.level, reached.get(step.capability, 0))
    return tuple(
        replace(
            each,
            state="answered",
            level=level,
            counted=level,
            thirds=3 * level,
            worst=level,
            best=level,
            capped_by=(),
        )
        if (level := reached.get(each.capability, 0)) > each.worst
        else each
        for each in standings
    )


def milestones(
    questionnaire: Questionnaire,
    standings: Sequence[Standing],
    plan: Sequence[PlannedStep],
    preset: Preset,
) -> tuple[Milestone, ...]:
    """Stage and index after each horizon and at the end, recomputed like any other."""
    end = max((each.end for each in plan), default=0)
    months = [month for month in HORIZONS if month < end]
    found = []
    for month in [*months, end] if plan else []:
        done = [each.step for each in plan if each.end <= month]
        then = after(standings, done)
        gates = conditions(questionnaire, then, preset)
        scores = bounds.dimension_scores(questionnaire, then, gates)
        stage = gates.stage(worst_levels(then))
        index = bounds.index(questionnaire, scores).value
        found.append(Milestone(month, tuple(step.id for step in done), stage, index))
    return tuple(found)


def levels_after(levels: Mapping[str, int], steps: Iterable[Step]) -> dict[str, int]:
    """Levels when steps are done."""
    reached = dict(levels)
    for step in steps:
        reached[step.capability] = max(step.level, reached[step.capability])
    return reached
