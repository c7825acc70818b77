"""The questionnaire for reading: an overview, and everything about one question."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.language import mark, say
from omniaudit.model.capability import Capability, Step
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Citation
from omniaudit.model.walkthroughs import FitItem, Journey
from omniaudit.report import wording
from omniaudit.report.document import Block, Bullets, Column, Document, Prose, Row, Section, Table
from omniaudit.report.screens.frame import screen

_WEIGHTS = {
    2: (mark("core for everybody"), mark("core for {profiles}")),
    1: (mark("optional for everybody"), mark("optional for {profiles}")),
}


def overview(questionnaire: Questionnaire, profile: str | None) -> Document:
    """All questions with their ids, by dimension; for one profile or for all."""
    capabilities = (
        questionnaire.capabilities_for(profile) if profile else questionnaire.capabilities
    )
    journeys = questionnaire.journeys_for(profile) if profile else questionnaire.journeys
    parts = [
        (
            dimension.id,
            dimension.name,
            [(c.code, c.id, c.name) for c in capabilities if c.dimension == dimension.id],
        )
        for dimension in questionnaire.dimensions
    ]
    fit = [(item.id, item.name) for item in questionnaire.fit.items]
    walks = [(each.code, each.id, each.name) for each in journeys]
    lists: list[tuple[str, str, Sequence[tuple[str, ...]]]] = [
        *parts,
        ("fit", say("Is omnichannel right for the business?"), fit),
        ("journeys", say("Journeys"), walks),
    ]
    return screen(
        questionnaire,
        title=f"{questionnaire.title} {questionnaire.version}",
        sections=tuple(
            Section(name, "", title, (_index(rows),)) for name, title, rows in lists if rows
        ),
    )


def _index(rows: Sequence[tuple[str, ...]]) -> Table:
    return Table("", tuple(Column("") for _ in rows[0]), tuple(Row(row) for row in rows))


def question(questionnaire: Questionnaire, name: str) -> Document | None:
    """Everything about a capability, a fit item or a journey; None when there is none."""
    if name in questionnaire.capability:
        return _capability(questionnaire, questionnaire.capability[name])
    if name in questionnaire.journey:
        return _journey(questionnaire, questionnaire.journey[name])
    for item in questionnaire.fit.items:
        if item.id == name:
            return _fit_item(questionnaire, item)
    return None


def _capability(questionnaire: Questionnaire, capability: Capability) -> Document:
    levels = capability.levels
    example = capability.example
    asking: list[Block] = [Prose(capability.question)]
    asking += [Prose(f"  {level}  {text}") for level, text in enumerate(levels)]
    if example:
        asking.append(Prose(say("In this trade: {example}", example=example)))
    hints: list[Block] = [
        Prose(say("Why we ask: {reason}", reason=capability.why)),
        Prose(say("Who usually knows: {people}", people=capability.who)),
        *_proofs(capability),
        *_measures(capability),
        Prose(say("Weight: {weights}", weights=_weights(questionnaire, capability))),
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


def _proofs(capability: Capability) -> tuple[Prose, ...]:
    proofs = wording.item_by_item(capability.evidence)
    return (Prose(say("What to look at: {proofs}.", proofs=proofs)),) if proofs else ()


def _measures(capability: Capability) -> tuple[Prose, ...]:
    kpis = wording.item_by_item(capability.kpis)
    return (Prose(say("How it is measured: {measures}.", measures=kpis)),) if kpis else ()


def _step(step: Step) -> Section:
    """What lifts the capability by a level."""
    (low, high), (first, last) = step.band.weeks, step.horizon
    effort = say(
        "Effort {band}: {low} to {high} person-weeks in a medium business (judgement); usually "
        "between month {first} and {last}.",
        band=step.band.name,
        low=low,
        high=high,
        first=first,
        last=last,
    )
    lines = [step.action, effort, say("Done when: {criterion}.", criterion=step.kpi)]
    if step.requires:
        lines.append(say("Needs: {steps}", steps=", ".join(each.id for each in step.requires)))
    title = f"{step.id}  {step.title}"
    return Section(step.id, "", title, tuple(Prose(each) for each in lines))


def _weights(questionnaire: Questionnaire, capability: Capability) -> str:
    """Who counts the capability in full, and who at half weight."""
    parts = []
    for weight, (for_everybody, for_some) in _WEIGHTS.items():
        profiles = [
            each.id for each in questionnaire.profiles if capability.weights.get(each.id) == weight
        ]
        if profiles:
            everybody = len(profiles) == len(questionnaire.profiles)
            some = say(for_some, profiles=wording.listed(profiles))
            parts.append(say(for_everybody) if everybody else some)
    return "; ".join(parts)


def _journey(questionnaire: Questionnaire, journey: Journey) -> Document:
    steps = []
    for step in journey.steps:
        name = say("{step}, critical", step=step.id) if step.critical else step.id
        told = f"{name}: {step.criterion}"
        if step.requires:
            needs = say("Needs {steps}.", steps=", ".join(each.id for each in step.requires))
            told = f"{told} {needs}"
        steps.append(told)
    names = [questionnaire.profile[each].name for each in journey.profiles]
    return screen(
        questionnaire,
        title=f"{journey.code}  {journey.name} ({journey.id})",
        sections=(
            Section("story", "", "", (Prose(journey.story), Bullets(tuple(steps), numbered=True))),
            Section(
                "profiles",
                "",
                "",
                (Prose(say("For: {profiles}.", profiles=wording.listed(names))),),
            ),
            _sources(questionnaire, journey.sources),
        ),
    )


def _fit_item(questionnaire: Questionnaire, item: FitItem) -> Document:
    answers = [Prose(f"  {level}  {text}") for level, text in enumerate(item.answers)]
    why = say("Why we ask: {reason}", reason=item.why)
    if item.is_reversed:
        reverse = say("The answer counts reversed: 3 less its level.")
        why = f"{why} {reverse}"
    return screen(
        questionnaire,
        title=f"{item.name} ({item.id})",
        sections=(
            Section("question", "", "", (Prose(item.question), *answers)),
            Section("why", "", "", (Prose(why),)),
        ),
    )


def _sources(questionnaire: Questionnaire, citations: tuple[Citation, ...]) -> Section:
    references = {each.id: each.reference for each in questionnaire.sources}
    if not citations:
        return Section("sources", "", "", (Prose(say("Source: our judgement.")),))
    lines = tuple(
        f"{references[each.source]} ({each.support})" if each.support else references[each.source]
        for each in citations
    )
    return Section("sources", "", say("Sources"), (Bullets(lines),))
