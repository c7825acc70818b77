"""Scorecards and problems as JSON documents with a versioned schema.

Keys are only ever added. Numbers are rounded half-even to four decimals from exact values.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import (
    Blocker,
    FitResult,
    HandoffResult,
    JourneyBlocker,
    KeyBlocker,
    PanelResult,
    Scorecard,
    ShareBlocker,
)
from omniaudit.problems import Problem
from omniaudit.render.json_text import Document, line, number, text

__all__ = [
    "PROBLEMS_SCHEMA",
    "SCORE_SCHEMA",
    "Document",
    "line",
    "number",
    "problems",
    "score",
    "text",
]

SCORE_SCHEMA = "omniaudit/score@1"
PROBLEMS_SCHEMA = "omniaudit/problems@1"
_THIRDS = [number(Fraction(thirds, 3)) for thirds in range(10)]
"""Scores of capabilities, as they are printed."""


def score(questionnaire: Questionnaire, card: Scorecard) -> Document:
    """A scorecard as `omniaudit/score@1`."""
    return {
        "schema": SCORE_SCHEMA,
        "questionnaire": {
            "id": questionnaire.id,
            "version": questionnaire.version,
            "sha256": questionnaire.sha256,
        },
        **_particulars(card.sheet),
        "respondents": card.respondents,
        **_totals(questionnaire, card),
        "dimensions": _dimensions(questionnaire, card),
        "capabilities": _capabilities(questionnaire, card),
        "blockers": [_blocker(each) for each in card.blockers],
        "deciding_unknowns": list(card.deciding_unknowns),
        "decisive_answers": [
            {"id": each.capability, "from": each.level, "to": each.other, "stage": each.stage}
            for each in card.decisive_answers
        ],
        "fit": _fit(card.fit),
        "handoffs": _handoffs(card.handoffs),
        "journeys": _journeys(card),
        "contradictions": [
            {
                "kind": each.kind,
                "capability": each.capability,
                "journey": each.journey,
                "step": each.step,
            }
            for each in card.contradictions
        ],
        "panel": _panel(card.panel),
        "warnings": [_problem(each) for each in card.sheet.warnings],
    }


def _particulars(sheet: AnswerSheet) -> Document:
    return {
        "business": {
            "name": sheet.business.name,
            "profile": sheet.business.profile,
            "size": sheet.business.size,
            "channels": list(sheet.business.channels),
        },
        "date": sheet.date.isoformat() if sheet.date else None,
        "mode": sheet.mode,
    }


def _totals(questionnaire: Questionnaire, card: Scorecard) -> Document:
    stage, index, complete = card.stage, card.index, card.completeness
    return {
        "stage": {
            "confirmed": stage.confirmed,
            "potential": stage.potential,
            "id": questionnaire.stages[stage.confirmed].id,
            "gate": stage.preset,
            "strict": stage.strict,
            "lenient": stage.lenient,
        },
        "index": {
            "value": number(index.value),
            "low": number(index.low),
            "high": number(index.high),
            "arithmetic": number(index.arithmetic),
            "imbalance": number(index.imbalance),
        },
        "completeness": {
            "applicable": complete.applicable,
            "answered": complete.answered,
            "unknown": complete.unknown,
            "not_asked": complete.not_asked,
            "not_applicable": complete.not_applicable,
        },
        "confidence": {"value": number(card.confidence.value), "grade": card.confidence.grade},
    }


def _dimensions(questionnaire: Questionnaire, card: Scorecard) -> list[Document]:
    return [
        {
            "id": each.dimension,
            "code": questionnaire.dimension[each.dimension].code,
            "score": number(each.score),
            "low": number(each.low),
            "high": number(each.high),
            "stage": each.stage,
            "potential_stage": each.potential,
            "reduced": each.reduced,
        }
        for each in card.dimensions
    ]


class _Kept(Document):
    """A part of many documents, and how it stands in a line; it is never changed."""

    __slots__ = ("line",)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.line = text(document, indent=None)


def _capabilities(questionnaire: Questionnaire, card: Scorecard) -> list[_Kept]:
    capability = questionnaire.capability
    return [
        _capability(
            each.capability,
            capability[each.capability].code,
            each.state,
            each.level,
            each.counted,
            each.thirds,
            each.weight,
        )
        for each in card.standings
    ]


@lru_cache(maxsize=4096)
def _capability(  # noqa: PLR0913, PLR0917 - a key each
    name: str,
    code: str,
    state: str,
    level: int | None,
    counted: int | None,
    thirds: int | None,
    weight: int,
) -> _Kept:
    """A capability of a document: a batch has the same few thousands again and again."""
    return _Kept(
        {
            "id": name,
            "code": code,
            "state": state,
            "level": level,
            "counted_level": counted,
            "score": None if thirds is None else _THIRDS[thirds],
            "weight": weight,
        }
    )


def _blocker(blocker: Blocker) -> Document:
    match blocker:
        case ShareBlocker():
            return {
                "stage": blocker.stage,
                "kind": "share",
                "dimension": blocker.dimension,
                "level": blocker.level,
                "have": blocker.have,
                "need": blocker.need,
                "of": blocker.of,
            }
        case KeyBlocker():
            return {
                "stage": blocker.stage,
                "kind": "key",
                "any_of": list(blocker.any_of),
                "level": blocker.level,
            }
        case JourneyBlocker():
            journeys = list(blocker.journeys)
            return {"stage": blocker.stage, "kind": "journey", "journeys": journeys}
        case _:
            assert_never(blocker)


def _fit(fit: FitResult | None) -> Document | None:
    if fit is None:
        return None
    return {
        **{factor: number(mean) for factor, mean in fit.means.items()},
        "need": number(fit.need),
        "needed_stage": fit.needed_stage,
        "capacity_stage": fit.capacity_stage,
        "target": fit.target,
        "target_possible": fit.target_possible,
        "verdict": fit.verdict,
    }


def _handoffs(handoffs: HandoffResult | None) -> Document | None:
    if handoffs is None:
        return None
    return {
        "index": number(handoffs.index),
        "density_2": number(handoffs.density_2),
        "density_3": number(handoffs.density_3),
        "stage": handoffs.stage,
        "islands": [list(island) for island in handoffs.islands],
        "asymmetries": [list(pair) for pair in handoffs.asymmetries],
        "detours": [
            {"direct": each.direct, "widest": each.widest, "route": list(each.route)}
            for each in handoffs.detours
        ],
    }


def _journeys(card: Scorecard) -> list[Document]:
    return [
        {
            "id": each.journey,
            "passed": each.passed,
            "progress": number(each.progress),
            "break_step": each.break_step,
        }
        for each in card.journeys
    ]


def _panel(panel: PanelResult | None) -> Document | None:
    if panel is None:
        return None
    return {
        "roles": list(panel.roles),
        "alpha": number(panel.alpha),
        "agreement": [
            {
                "id": each.capability,
                "levels": list(each.levels),
                "median": each.median,
                "variance": number(each.variance),
                "rwg": number(each.rwg),
                "deviation": number(each.deviation),
                "flagged": each.flagged,
                "perception_gap": number(each.perception_gap),
            }
            for each in panel.agreements
        ],
    }


def problems(found: Sequence[Problem]) -> Document:
    """Problems as `omniaudit/problems@1`."""
    return {"schema": PROBLEMS_SCHEMA, "problems": [_problem(each) for each in found]}


def _problem(problem: Problem) -> Document:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "message": problem.message,
        "remedy": problem.remedy,
    }
