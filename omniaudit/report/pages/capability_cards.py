"""A card per capability: where it is, what the next level looks like, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from omniaudit.language import say, say_as
from omniaudit.model.answers import Answered, NotApplicable
from omniaudit.model.capability import Capability
from omniaudit.model.scorecard import Agreement, Standing
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import CapabilityCard, Rung
from omniaudit.report.edition import short
from omniaudit.report.findings import disagreement
from omniaudit.report.findings.moves import goal, planned_in_order

NOTE = 120
"""Characters of a note on a card; the whole of it stands in appendix A."""

Fact = tuple[str, str]


def card(assessment: Assessment, standing: Standing) -> CapabilityCard:
    """The card of one capability."""
    capability = assessment.questionnaire.capability[standing.capability]
    return CapabilityCard(
        code=capability.code,
        name=capability.name,
        standing=_standing(assessment, standing),
        level=standing.counted,
        rungs=_rungs(assessment, capability, standing),
        facts=tuple(_facts(assessment, capability, standing)),
        applicable=standing.applies,
    )


def _standing(assessment: Assessment, standing: Standing) -> str:
    match standing.state:
        case "not-applicable":
            return say("Does not apply")
        case "unknown":
            return say("Not known")
        case "not-asked":
            return say("Not asked yet")
        case _:
            return _level(assessment, standing.level or 0, standing.counted or 0)


def _level(assessment: Assessment, level: int, counted: int) -> str:
    if counted < level:
        return claimed_and_counted(level, counted)
    return level_of(level, assessment.stage(level))


def _rungs(assessment: Assessment, capability: Capability, standing: Standing) -> tuple[Rung, ...]:
    """The level that counts and the next one; where nothing is known, the whole ladder."""
    if not standing.applies:
        return ()
    texts = capability.levels
    if standing.counted is None:
        return tuple(
            Rung(level, assessment.stage_title(level), texts[level], "other") for level in LEVELS
        )
    today = Rung(standing.counted, today_label(), texts[standing.counted], "held")
    if standing.counted == TOP:
        return (today,)
    after = standing.counted + 1
    aim = None if assessment.barely_answered else goal(assessment, capability.id)
    if aim is not None and aim >= after:
        label = planned_label(after, assessment.stage(after))
        return (today, Rung(after, label, texts[after], "target"))
    return (today, Rung(after, next_label(after, assessment.stage(after)), texts[after], "next"))


def _facts(assessment: Assessment, capability: Capability, standing: Standing) -> Iterator[Fact]:
    answer = assessment.answer(capability.id)
    if isinstance(answer, NotApplicable):
        yield say("Reason"), short(answer.reason, NOTE) or say_as("reason", "none given")
    if standing.state in {"unknown", "not-asked"}:
        yield say("Whom to ask"), wording.capital(assessment.whom(capability.id))
    if isinstance(answer, Answered):
        yield say_as("label of evidence", "Rests on"), _grounds(assessment, answer)
    if standing.capped_by:
        yield say("Why less counts"), why_less(list(_caps(assessment, standing)))
    if answer.note.strip():
        yield say("Note"), short(answer.note, NOTE)
    yield from _panel(assessment, capability.id)
    yield from _foundation(assessment, capability.id)
    yield from _in_the_plan(assessment, capability.id)


def _grounds(assessment: Assessment, answer: Answered) -> str:
    evidence = assessment.questionnaire.evidence[answer.evidence].name.lower()
    if answer.coverage is None:
        return evidence
    return evidence_and_extent(evidence, assessment.questionnaire.coverage[answer.coverage].name)


def _caps(assessment: Assessment, standing: Standing) -> Iterator[str]:
    """Every cause of its own; only where it is the one that decides does coverage name a sum."""
    for reason in standing.capped_by:
        if reason == "coverage":
            alone = len(standing.capped_by) == 1
            score = wording.hundredths(standing.score or Fraction(0))
            yield capped_by_coverage(score if alone else "")
        elif reason == "evidence":
            yield capped_by_evidence()
        else:
            yield capped_by_journey(assessment.journey(reason), standing.counted or 0)


def _panel(assessment: Assessment, capability: str) -> Iterator[Fact]:
    found = _agreement(assessment, capability)
    if found is None or len(found.levels) == 1:
        return
    if len(set(found.levels)) > 1:
        yield say("Views differ"), disagreement.in_full(found)


def _agreement(assessment: Assessment, capability: str) -> Agreement | None:
    panel = assessment.card.panel
    found = [each for each in panel.agreements if each.capability == capability] if panel else []
    return found[0] if found else None


def _foundation(assessment: Assessment, capability: str) -> Iterator[Fact]:
    for each in assessment.card.fragilities:
        if each.capability == capability:
            needs = [
                needed(assessment.called(need.capability), need.level) for need in each.missing
            ]
            yield say_as("label of practices", "Builds on"), missing_below(needs)


def _in_the_plan(assessment: Assessment, capability: str) -> Iterator[Fact]:
    no_plan = assessment.content or assessment.barely_answered
    steps = () if no_plan else planned_in_order(assessment)
    titles = [each.step.title for each in steps if each.step.capability == capability]
    if titles:
        yield say("In the plan"), wording.item_by_item(titles)


def today_label() -> str:
    """Over the level that counts today."""
    return say("Today")


def planned_label(level: int, stage: str) -> str:
    """Over the level that comes next and that the plan leads to."""
    return say("In the plan: level {level}, {stage}", level=level, stage=stage)


def next_label(level: int, stage: str) -> str:
    """Over the level that comes next."""
    return say("Next: level {level}, {stage}", level=level, stage=stage)


def evidence_and_extent(evidence: str, extent: str) -> str:
    """What an answer rests on, and in how much of the business it holds."""
    return say("{evidence}; holds {extent}", evidence=evidence, extent=extent.lower())


def level_of(level: int, stage: str) -> str:
    """A level and the stage it belongs to."""
    return say("Level {level} of {highest}, {stage}", level=level, highest=TOP, stage=stage)


def claimed_and_counted(level: int, counted: int) -> str:
    """A level of which less counts."""
    return say("Level {level} stated, level {counted} counts", level=level, counted=counted)


def why_less(reasons: list[str]) -> str:
    """Why less counts than was stated."""
    return wording.capital("; ".join(reasons))


def capped_by_coverage(score: str) -> str:
    """Say that small coverage takes something off, and what is left if nothing else does."""
    if not score:
        return say("it does not hold everywhere")
    return say("it does not hold everywhere, so {score} of 3 enters the score", score=score)


def capped_by_evidence() -> str:
    """Say that missing proof takes something off."""
    return say("the highest level was not seen or tested, so 2 counts")


def capped_by_journey(journey: str, counted: int) -> str:
    """Say that a failed journey takes something off."""
    return say(
        "the journey {journey} failed at a step that needs it, so {counted} counts",
        journey=journey,
        counted=counted,
    )


def needed(practice: str, level: int) -> str:
    """A practice with the level that another one needs of it."""
    # Translators: a practice that is needed, in a list
    return say("{practice} at level {level}", practice=practice, level=level)


def missing_below(needs: list[str]) -> str:
    """Say what a level rests on that is missing."""
    return say("{practices}, not there yet", practices=wording.listed(needs))
