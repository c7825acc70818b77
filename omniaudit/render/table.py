"""Scorecards as rows of one flat table, for spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import printable
from omniaudit.render.json import Document

_FORMULA_STARTS = (*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫")  # noqa: RUF001
_AFTER_SEMICOLON = re.compile(rf'(;[\s"]*)(?=[{re.escape("".join(_FORMULA_STARTS))}])')
"""Where a formula would begin in a country of decimal commas, whose cells end at semicolons."""
_QUOTE = '"'

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


def row(questionnaire: Questionnaire, document: Document) -> list[Cell]:
    """One business, by its `score@1` document and the name of its file.

    A capability's cell holds its counted level, or why it has none.
    """
    business, stage, index = document["business"], document["stage"], document["index"]
    complete, trust, fit = document["completeness"], document["confidence"], document["fit"]
    states = {
        each["id"]: each["state"] if each["counted_level"] is None else each["counted_level"]
        for each in document["capabilities"]
    }
    return [
        *(_name_of(document), business["name"], business["profile"], business["size"]),
        *(document["date"] or "", document["mode"], document["respondents"]),
        *(stage["confirmed"], stage["potential"], stage["strict"], stage["lenient"]),
        *(index["value"], index["low"], index["high"], index["arithmetic"]),
        *(complete["applicable"], complete["answered"], complete["unknown"]),
        *(complete["not_asked"], complete["not_applicable"]),
        *(trust["value"], trust["grade"]),
        fit["target"] if fit else None,
        fit["verdict"] if fit else None,
        *(each["score"] for each in document["dimensions"]),
        *(states.get(each.id, "not-in-profile") for each in questionnaire.capabilities),
    ]


def _name_of(document: Document) -> str:
    """The file of a result, with the line if it holds one a line."""
    file: str = document["file"]
    return f"{file}:{document['line']}" if "line" in document else file


def csv_text(rows: Iterable[Iterable[Cell]]) -> str:
    """Rows as CSV; no text can become a formula in whatever opens it."""
    return "".join(
        ",".join(
            [
                _field(cell) if isinstance(cell, str) else "" if cell is None else repr(cell)
                for cell in row
            ]
        )
        + "\n"
        for row in rows
    )


def _field(cell: str) -> str:
    if cell.isalnum() and cell.isascii():
        return cell
    text = printable(cell)
    if text.lstrip().startswith(_FORMULA_STARTS):
        text = f"'{text}"
    if ";" in text:
        text = _AFTER_SEMICOLON.sub(r"\1'", text)
    return f'"{text.replace(_QUOTE, 2 * _QUOTE)}"' if "," in text or _QUOTE in text else text
