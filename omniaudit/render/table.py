"""Scorecards as rows of one flat table, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.problems import printable
from omniaudit.render.json import number

_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001

Cell = str | int | float | None


def columns(questionnaire: Questionnaire) -> list[str]:
    """The names of the columns."""
    return [
        *("file", "name", "profile", "size", "date", "mode", "respondents"),
        *("stage", "stage_potential", "stage_strict", "stage_lenient"),
        *("index", "index_low", "index_high", "index_arithmetic"),
        *("applicable", "answered", "unknown", "not_asked", "not_applicable"),
        *("confidence", "confidence_grade", "target", "verdict"),
        *(f"score.{each.id}" for each in questionnaire.dimensions),
        *(f"level.{each.id}" for each in questionnaire.capabilities),
    ]


def row(questionnaire: Questionnaire, card: Scorecard, file: str) -> list[Cell]:
    """One business; a capability's cell holds its counted level, or why it has none."""
    business, complete = card.sheet.business, card.completeness
    states = {
        each.capability: each.state if each.counted is None else each.counted
        for each in card.standings
    }
    return [
        *(file, business.name, business.profile, business.size),
        *(card.sheet.date.isoformat() if card.sheet.date else "", card.sheet.mode),
        card.respondents,
        *(card.stage.confirmed, card.stage.potential, card.stage.strict, card.stage.lenient),
        *(number(card.index.value), number(card.index.low), number(card.index.high)),
        number(card.index.arithmetic),
        *(complete.applicable, complete.answered, complete.unknown),
        *(complete.not_asked, complete.not_applicable),
        *(number(card.confidence.value), card.confidence.grade),
        card.fit.target if card.fit else None,
        card.fit.verdict if card.fit else None,
        *(number(each.score) for each in card.dimensions),
        *(states.get(each.id, "not-in-profile") for each in questionnaire.capabilities),
    ]


def csv_text(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows as CSV; no text can become a formula in whatever opens it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for each in rows:
        writer.writerow([_harmless(cell) for cell in each])
    return buffer.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = printable(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text
