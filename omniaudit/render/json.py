"""Scorecards and problems as JSON documents with a versioned schema.

Keys are only ever added. Numbers are rounded half-even to four decimals from exact values.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, assert_never

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

SCORE_SCHEMA = "omniaudit/score@1"
PROBLEMS_SCHEMA = "omniaudit/problems@1"
_SCALE = 10_000
"""Numbers are whole multiples of one part of it: four decimals."""

Document = dict[str, Any]


def text(document: Document, *, indent: int | None = 2, ascii_only: bool = False) -> str:
    """A document as text; the same document is always the same text.

    What a terminal would obey or could not show, and a byte of a file's name that is no text,
    stands as JSON's escape of four hexadecimal digits.
    """
    found = _encoder(indent, ascii_only=ascii_only).encode(document)
    # Of ASCII, JSON itself escapes all that is not printable but DEL: that is soon looked up.
    if (found.isascii() and "\x7f" not in found) or found.replace("\n", "").isprintable():
        return found
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in found
    )


def line(document: Document) -> str:
    """A new `score@1` document on one line: what `text` gives without an indent, only sooner."""
    # Within a text each quotation mark follows a backslash, so this stands nowhere else.
    whole = text({**document, "capabilities": []}, indent=None)
    parts = ", ".join([each.line for each in document["capabilities"]])
    return whole.replace('"capabilities": []', f'"capabilities": [{parts}]', 1)


@cache
def _encoder(indent: int | None, *, ascii_only: bool) -> json.JSONEncoder:
    return json.JSONEncoder(
        ensure_ascii=ascii_only, indent=indent, allow_nan=False, check_circular=False
    )


def number(value: Fraction | float | None) -> float | None:
    """A number as it is printed; whole numbers keep their point."""
    if value is None:
        return None
    above, below = value.as_integer_ratio()
    whole, rest = divmod(above * _SCALE, below)
    if 2 * rest > below or (2 * rest == below and whole % 2):
        whole += 1
    return whole / _SCALE


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
