"""Parts of a questionnaire that no business ever meets, and businesses that meet too little.

A requirement that is not asked of a profile is no obstacle to it: plans and journeys pass over it.
So only a requirement that is void for everybody is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from omniaudit.model.capability import Requirement
from omniaudit.model.flaw import Flaw, Path
from omniaudit.model.questionnaire import Questionnaire


def asking_flaws(questionnaire: Questionnaire) -> Iterator[Flaw]:
    """What nobody is asked, and what a profile is asked nothing of."""
    yield from _unasked(questionnaire)
    yield from _missing_dimensions(questionnaire)
    yield from _journeys(questionnaire)
    yield from _void_requirements(questionnaire)
    yield from _unused(questionnaire)


def _unasked(questionnaire: Questionnaire) -> Iterator[Flaw]:
    for capability in questionnaire.capabilities:
        if not capability.weights:
            details = {"value": capability.id, "profile": questionnaire.profiles[0].id}
            where = ("capabilities", capability.id, "profiles")
            yield Flaw("Q627", where, details, idle=True, is_named=True)
    for dimension in questionnaire.dimensions:
        if all(each.dimension != dimension.id for each in questionnaire.capabilities):
            yield Flaw("Q629", ("dimensions", dimension.id, "id"), {"value": dimension.id})


def _missing_dimensions(questionnaire: Questionnaire) -> Iterator[Flaw]:
    known = {each.dimension: None for each in questionnaire.capabilities if each.weights}
    for profile in questionnaire.profiles:
        asked = {each.dimension for each in questionnaire.capabilities_for(profile.id)}
        for dimension in known if asked else ():
            if dimension not in asked:
                details = {"value": profile.id, "dimension": dimension}
                yield Flaw("Q630", ("profiles", profile.id, "id"), details)


def _journeys(questionnaire: Questionnaire) -> Iterator[Flaw]:
    for journey in questionnaire.journeys:
        where: Path = ("journeys", journey.id)
        if not journey.profiles:
            details = {"value": journey.id, "profile": questionnaire.profiles[0].id}
            yield Flaw("Q628", (*where, "profiles"), details, idle=True, is_named=True)
        if not any(step.critical for step in journey.steps):
            yield Flaw("Q634", (*where, "steps"), {"value": journey.id})
        for profile in journey.default_for:
            if profile not in journey.profiles:
                details = {"value": profile, "journey": journey.id}
                yield Flaw("Q635", (*where, "default-for", profile), details, idle=True)


def _void_requirements(questionnaire: Questionnaire) -> Iterator[Flaw]:
    for capability in questionnaire.capabilities:
        for number, step in enumerate(capability.steps):
            way: Path = ("capabilities", capability.id, "steps", number, "requires")
            yield from _void(questionnaire, capability.weights, step.requires, way)
    for journey in questionnaire.journeys:
        for part in journey.steps:
            way = ("journeys", journey.id, "steps", part.id, "requires")
            yield from _void(questionnaire, journey.profiles, part.requires, way)


def _void(
    questionnaire: Questionnaire,
    profiles: Collection[str],
    requires: Sequence[Requirement],
    where: Path,
) -> Iterator[Flaw]:
    for need in requires:
        asked = questionnaire.capability[need.capability].weights
        if profiles and asked and not asked.keys() & set(profiles):
            details = {"value": need.id, "profiles": ", ".join(profiles)}
            yield Flaw("Q636", (*where, need.id), details, idle=True)


def _unused(questionnaire: Questionnaire) -> Iterator[Flaw]:
    bands = {step.band.id for step in questionnaire.step.values()}
    for band in questionnaire.bands:
        if band.id not in bands:
            yield Flaw("Q644", ("bands", band.id, "id"), {"value": band.id}, idle=True)
    if questionnaire.handoffs.levels:
        return
    channels = {step.channel for journey in questionnaire.journeys for step in journey.steps}
    for channel in questionnaire.channels:
        if channel.id not in channels:
            yield Flaw("Q644", ("channels", channel.id, "id"), {"value": channel.id}, idle=True)
