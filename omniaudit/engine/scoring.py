"""The scorecard of a sheet: every number and the answers that decide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from omniaudit.engine import bounds, journeys
from omniaudit.engine.contradictions import contradictions, fragilities
from omniaudit.engine.fit import fit
from omniaudit.engine.gates import TOP, Conditions, best_levels, conditions, worst_levels
from omniaudit.engine.handoffs import handoffs
from omniaudit.engine.panel import merge, panel
from omniaudit.engine.relevance import relevant
from omniaudit.engine.standings import stand, standings
from omniaudit.model.answers import Answered, AnswerSheet
from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import (
    Completeness,
    Confidence,
    DecisiveAnswer,
    PanelResult,
    Scorecard,
    StageResult,
    Standing,
)

_LOWEST_GRADE = "D"


def score(
    questionnaire: Questionnaire, sheet: AnswerSheet, preset: Preset = "standard"
) -> Scorecard:
    """Everything that follows from one respondent's answers."""
    return _score(questionnaire, relevant(questionnaire, sheet), preset, None)


def score_panel(
    questionnaire: Questionnaire, sheets: Sequence[AnswerSheet], preset: Preset = "standard"
) -> Scorecard:
    """Everything that follows from several respondents' answers about one business."""
    if len(sheets) == 1:
        return score(questionnaire, sheets[0], preset)
    counting = [relevant(questionnaire, sheet) for sheet in sheets]
    agreed = panel(questionnaire, counting)
    card = _score(questionnaire, merge(questionnaire, counting), preset, agreed)
    return replace(card, respondents=len(sheets))


def _score(
    questionnaire: Questionnaire, sheet: AnswerSheet, preset: Preset, agreed: PanelResult | None
) -> Scorecard:
    standing = standings(questionnaire, sheet)
    walked = journeys.walk(questionnaire, sheet)
    walls = journeys.blockers(questionnaire.gates, questionnaire, walked)
    gates = conditions(questionnaire, standing, preset, walls)
    worst = worst_levels(standing)
    best = best_levels(standing)
    confirmed = gates.stage(worst)
    dimensions = bounds.dimension_scores(questionnaire, standing, gates)
    return Scorecard(
        sheet=sheet,
        stage=StageResult(
            confirmed=confirmed,
            potential=gates.stage(best),
            preset=preset,
            strict=conditions(questionnaire, standing, "strict", walls).stage(worst),
            lenient=conditions(questionnaire, standing, "lenient", walls).stage(worst),
        ),
        index=bounds.index(questionnaire, dimensions),
        completeness=_completeness(standing),
        confidence=_confidence(questionnaire, standing, agreed),
        dimensions=dimensions,
        standings=standing,
        blockers=gates.blockers(worst),
        deciding_unknowns=tuple(_deciding_unknowns(standing, gates, worst, confirmed)),
        decisive_answers=tuple(_decisive_answers(questionnaire, sheet, standing, gates, worst)),
        fit=fit(questionnaire.fit, sheet, confirmed),
        handoffs=handoffs(questionnaire.handoffs, sheet),
        journeys=walked,
        walls=walls,
        contradictions=contradictions(questionnaire, sheet, walked),
        fragilities=fragilities(questionnaire, standing),
        panel=agreed,
    )


def _completeness(standing: Sequence[Standing]) -> Completeness:
    states = [each.state for each in standing]
    not_applicable = states.count("not-applicable")
    return Completeness(
        applicable=len(states) - not_applicable,
        answered=states.count("answered"),
        unknown=states.count("unknown"),
        not_asked=states.count("not-asked"),
        not_applicable=not_applicable,
    )


def _confidence(
    questionnaire: Questionnaire, standing: Sequence[Standing], agreed: PanelResult | None
) -> Confidence:
    """The mean trust in the evidence, by weight; nothing is trusted where there is no answer."""
    applying = [each for each in standing if each.applies]
    weight = sum(each.weight for each in applying)
    trusted = sum(
        (each.weight * trust_of(questionnaire, each, agreed) for each in applying), Fraction(0)
    )
    value = trusted / weight if weight else Fraction(0)
    for letter, least in questionnaire.confidence_grades.items():
        if value * 100 >= least:
            return Confidence(value, letter)
    return Confidence(value, _LOWEST_GRADE)


def trust_of(
    questionnaire: Questionnaire, standing: Standing, agreed: PanelResult | None
) -> Fraction:
    """How far an answer is trusted, 0 to 1: its evidence, times r*wg where several answered."""
    if standing.evidence is None:
        return Fraction(0)
    trust = questionnaire.confidence[standing.evidence]
    for each in agreed.agreements if agreed else ():
        if each.capability == standing.capability:
            return trust * each.rwg
    return trust


def _deciding_unknowns(
    standing: Sequence[Standing], gates: Conditions, worst: Mapping[str, int], confirmed: int
) -> Iterator[str]:
    """Missing answers that change the stage alone when they turn out best."""
    for each in standing:
        if each.state in {"unknown", "not-asked"}:
            hoped = {**worst, each.capability: each.best}
            if gates.stage(hoped) != confirmed:
                yield each.capability


def _decisive_answers(
    questionnaire: Questionnaire,
    sheet: AnswerSheet,
    standing: Sequence[Standing],
    gates: Conditions,
    worst: Mapping[str, int],
) -> Iterator[DecisiveAnswer]:
    """Answers that change the stage when they are one level off; unknowns stay at worst."""
    confirmed = gates.stage(worst)
    caps = journeys.failure_caps(questionnaire, sheet)
    for each in standing:
        answer = sheet.answer(each.capability)
        if not isinstance(answer, Answered):
            continue
        capability = questionnaire.capability[each.capability]
        cap = caps.get(each.capability, (TOP, ()))
        for level in (answer.level - 1, answer.level + 1):
            if not 0 <= level <= TOP:
                continue
            other = stand(
                capability,
                each.weight,
                replace(answer, level=level),
                cap,
                is_audit=sheet.mode == "audit",
            )
            stage = gates.stage({**worst, each.capability: other.worst})
            if stage != confirmed:
                yield DecisiveAnswer(each.capability, answer.level, level, stage)
