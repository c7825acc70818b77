"""The questionnaire for reading: an overview, and everything about one question."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.model.capability import Capability, Step
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Citation
from omniaudit.model.walkthroughs import FitItem, Journey
from omniaudit.report import wording
from omniaudit.report.document import Block, Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.screens.frame import screen

_WEIGHTS = {2: "core", 1: "optional"}


def overview(questionnaire: Questionnaire, profile: str | None) -> Document:
    """All questions with their ids, by dimension; for one profile or for all."""
    capabilities = (
        questionnaire.capabilities_for(profile) if profile else questionnaire.capabilities
    )
    journeys = questionnaire.journeys_for(profile) if profile else questionnaire.journeys
    sections = [
        Section(
            dimension.id,
            "",
            dimension.name,
            (
                _index(
                    [
                        (each.code, each.id, each.name)
                        for each in capabilities
                        if each.dimension == dimension.id
                    ]
                ),
            ),
        )
        for dimension in questionnaire.dimensions
    ]
    fit = _index([(item.id, item.name) for item in questionnaire.fit.items])
    walks = _index([(each.code, each.id, each.name) for each in journeys])
    return screen(
        questionnaire,
        title=f"{questionnaire.title} {questionnaire.version}",
        sections=(
            *sections,
            Section("fit", "", "Is omnichannel right for the business?", (fit,)),
            Section("journeys", "", "Journeys", (walks,)),
        ),
    )


def _index(rows: Sequence[tuple[str, ...]]) -> Table:
    return Table("", tuple(Column("") for _ in rows[0]), tuple(Row(row) for row in rows))


def question(questionnaire: Questionnaire, name: str, profile: str | None) -> Document | None:
    """Everything about a capability, a fit item or a journey; None when there is none."""
    if name in questionnaire.capability:
        return _capability(questionnaire, questionnaire.capability[name], profile)
    if name in questionnaire.journey:
        return _journey(questionnaire, questionnaire.journey[name])
    for item in questionnaire.fit.items:
        if item.id == name:
            return _fit_item(questionnaire, item)
    return None


def _capability(
    questionnaire: Questionnaire, capability: Capability, profile: str | None
) -> Document:
    levels = capability.levels_for(profile or "")
    example = capability.example_for(profile or "")
    asking: list[Block] = [Prose(capability.question_for(profile or ""))]
    asking += [Prose(f"  {level}  {text}") for level, text in enumerate(levels)]
    if example:
        asking.append(Prose(f"In this trade: {example}"))
    hints: list[Block] = [
        Prose(f"Why we ask: {capability.why}"),
        Prose(f"Who usually knows: {capability.who}"),
        Prose(f"What to look at: {'; '.join(capability.evidence)}"),
        Prose(f"How it is measured: {'; '.join(capability.kpis)}"),
        Prose(f"Weight: {_weights(questionnaire, capability)}"),
    ]
    return screen(
        questionnaire,
        title=f"{capability.code}  {capability.name} ({capability.id})",
        sections=(
            Section("question", "", "", tuple(asking)),
            Section("hints", "", "", tuple(hints)),
            *(_step(each) for each in capability.steps),
            _sources(questionnaire, capability.sources),
        ),
    )


def _step(step: Step) -> Section:
    """What lifts the capability by a level."""
    low, high = step.band.weeks
    effort = f"{low} to {high} person-weeks in a medium business (judgement)"
    months = f"usually between month {step.horizon[0]} and {step.horizon[1]}"
    lines = [
        step.action,
        f"Effort {step.band.name}: {effort}; {months}.",
        f"Done when: {step.kpi}.",
    ]
    if step.requires:
        lines.append(f"Needs: {', '.join(each.id for each in step.requires)}")
    title = f"{step.id}  {step.title}"
    return Section(step.id, "", title, tuple(Prose(each) for each in lines))


def _weights(questionnaire: Questionnaire, capability: Capability) -> str:
    """Who counts the capability in full, and who at half weight."""
    parts = []
    for weight, name in _WEIGHTS.items():
        profiles = [
            each.id for each in questionnaire.profiles if capability.weights.get(each.id) == weight
        ]
        if profiles:
            everybody = len(profiles) == len(questionnaire.profiles)
            parts.append(f"{name} for {'everybody' if everybody else wording.listed(profiles)}")
    return "; ".join(parts)


def _journey(questionnaire: Questionnaire, journey: Journey) -> Document:
    steps = []
    for step in journey.steps:
        critical = ", critical" if step.critical else ""
        needs = ", ".join(each.id for each in step.requires)
        steps.append(
            f"{step.id}{critical}: {step.criterion}" + (f" Needs {needs}." if needs else "")
        )
    names = [questionnaire.profile[each].name for each in journey.profiles]
    return screen(
        questionnaire,
        title=f"{journey.code}  {journey.name} ({journey.id})",
        sections=(
            Section("story", "", "", (Prose(journey.story), Bullets(tuple(steps), numbered=True))),
            Section("profiles", "", "", (Prose(f"For: {wording.listed(names)}."),)),
            _sources(questionnaire, journey.sources),
        ),
    )


def _fit_item(questionnaire: Questionnaire, item: FitItem) -> Document:
    answers = [Prose(f"  {level}  {text}") for level, text in enumerate(item.answers)]
    reverse = "The answer counts reversed: 3 less its level." if item.is_reversed else ""
    return screen(
        questionnaire,
        title=f"{item.name} ({item.id})",
        sections=(
            Section("question", "", "", (Prose(item.question), *answers)),
            Section("why", "", "", (Prose(f"Why we ask: {item.why} {reverse}".strip()),)),
        ),
    )


def _sources(questionnaire: Questionnaire, citations: tuple[Citation, ...]) -> Section:
    references = {each.id: each.reference for each in questionnaire.sources}
    if not citations:
        return Section("sources", "", "", (Prose("Source: our judgement."),))
    lines = tuple(
        f"{references[each.source]} ({each.support})" if each.support else references[each.source]
        for each in citations
    )
    return Section("sources", "", "Sources", (Bullets(lines),))
