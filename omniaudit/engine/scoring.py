"""The scorecard of a sheet: every number and the answers that decide it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from operator import mul

from omniaudit.engine import bounds, journeys
from omniaudit.engine.asked import Asked, asked
from omniaudit.engine.contradictions import contradictions, fragilities
from omniaudit.engine.fit import fit
from omniaudit.engine.handoffs import handoffs
from omniaudit.engine.panel import merge, panel
from omniaudit.engine.position import Position
from omniaudit.engine.relevance import relevant
from omniaudit.engine.standings import Stood, stood, tallies
from omniaudit.engine.tally import Tally, total
from omniaudit.model.answers import AnswerSheet
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
_PERCENT = 100


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
    asks = asked(questionnaire, sheet.business.profile)
    walked = journeys.walk(questionnaire, sheet)
    walls = journeys.blockers(questionnaire.gates, questionnaire, walked)
    answers = stood(questionnaire, asks, sheet)
    standing = tuple(each.standing for each in answers.values())
    sums = tallies(asks, answers)
    whole = total([*sums.values()])
    absent = _absent(standing) if whole.not_applicable else ()
    gates = asks.conditions(absent, preset, walls)
    position = Position(asks, gates, standing, sums)
    dimensions = bounds.scores_of(sums, gates)
    trust = _agreed_trust(questionnaire, standing, agreed) if agreed else _trust(asks, whole)
    return Scorecard(
        sheet=sheet,
        stage=StageResult(
            confirmed=position.stage,
            potential=position.potential(),
            preset=preset,
            strict=position.under(asks.conditions(absent, "strict")),
            lenient=position.under(asks.conditions(absent, "lenient")),
        ),
        index=bounds.index(questionnaire, dimensions),
        completeness=_completeness(whole),
        confidence=_confidence(questionnaire, trust),
        dimensions=dimensions,
        standings=standing,
        blockers=position.blockers(),
        deciding_unknowns=tuple(_deciding_unknowns(standing, position)),
        decisive_answers=tuple(_decisive_answers(answers, position)),
        fit=fit(questionnaire.fit, sheet, position.stage),
        handoffs=handoffs(questionnaire.handoffs, sheet),
        journeys=walked,
        walls=walls,
        contradictions=contradictions(questionnaire, sheet, walked),
        fragilities=fragilities(questionnaire, standing),
        panel=agreed,
    )


def _absent(standing: Iterable[Standing]) -> tuple[str, ...]:
    return tuple(each.capability for each in standing if not each.applies)


def _completeness(whole: Tally) -> Completeness:
    return Completeness(
        applicable=whole.answered + whole.unknown + whole.not_asked,
        answered=whole.answered,
        unknown=whole.unknown,
        not_asked=whole.not_asked,
        not_applicable=whole.not_applicable,
    )


def _trust(asks: Asked, whole: Tally) -> Fraction:
    """The mean trust in the evidence, by weight; nothing is trusted where there is no answer."""
    parts, of = asks.trust
    return Fraction(sum(map(mul, parts, whole.evidence)), of * whole.applying or 1)


def _agreed_trust(
    questionnaire: Questionnaire, standing: Iterable[Standing], agreed: PanelResult
) -> Fraction:
    """The same, less where respondents do not agree."""
    applying = [each for each in standing if each.applies]
    weight = sum(each.weight for each in applying)
    trusted = (each.weight * trust_of(questionnaire, each, agreed) for each in applying)
    return sum(trusted, Fraction(0)) / (weight or 1)


def _confidence(questionnaire: Questionnaire, value: Fraction) -> Confidence:
    above, below = value.as_integer_ratio()
    for letter, least in questionnaire.confidence_grades.items():
        if _PERCENT * above >= least * below:
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


def _deciding_unknowns(standing: Sequence[Standing], position: Position) -> Iterator[str]:
    """Missing answers that change the stage alone when they turn out best."""
    for each in standing:
        missing = each.state in {"unknown", "not-asked"}
        if missing and position.stage_if(each.capability, each.best) != position.stage:
            yield each.capability


def _decisive_answers(answers: Mapping[str, Stood], position: Position) -> Iterator[DecisiveAnswer]:
    """Answers that change the stage when they are one level off; unknowns stay at worst."""
    for name, each in answers.items():
        # One level less would still be at the stage, and the next one lacks nothing here.
        if each.standing.worst > position.stage:
            continue
        for level, other, counted in each.nearby:
            stage = position.stage_if(name, counted)
            if stage != position.stage:
                yield DecisiveAnswer(name, level, other, stage)
