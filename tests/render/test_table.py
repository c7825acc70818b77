"""The flat table: a cell for every column, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest

from omniaudit.render import json, table
from tests.report.cases import CASES


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", CASES)
def test_a_row_fills_every_column(name: str) -> None:
    case = CASES[name]()
    row = table.row(case.questionnaire, case.card, "shop.yaml")
    cells = dict(zip(table.columns(case.questionnaire), row, strict=True))
    document = json.score(case.questionnaire, case.card)

    assert cells["stage"] == document["stage"]["confirmed"]
    assert cells["index"] == document["index"]["value"]
    assert cells["verdict"] == (document["fit"] or {}).get("verdict")
    for each in document["capabilities"]:
        answered = each["state"] == "answered"
        assert cells[f"level.{each['id']}"] == each["counted_level" if answered else "state"]
    for each in document["dimensions"]:
        assert cells[f"score.{each['id']}"] == each["score"]


def test_columns_have_different_names() -> None:
    columns = table.columns(CASES["sample"]().questionnaire)

    assert len(columns) == len(set(columns)) > 40


FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "\u00a0=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str) -> None:
    ((cell,),) = read(table.csv_text([[text]]))

    assert cell.startswith("'")
    assert cell.isprintable()


@pytest.mark.parametrize(
    "text", ["a=1", "1-2", "Libreria Aurora", "", "'quoted", "渋谷", 'a "b", c']
)
def test_other_text_stays(text: str) -> None:
    assert read(table.csv_text([[text, text]])) == [[text, text]]


def test_numbers_stay_numbers() -> None:
    cells: list[table.Cell] = [-1, 0, -0.5, json.number(Fraction(-2, 3)), None]

    assert table.csv_text([cells]) == "-1,0,-0.5,-0.6667,\n"


def test_a_text_with_line_breaks_is_one_cell_on_one_line() -> None:
    assert table.csv_text([["a\nb\r\nc\x1b[31m\udcff"]]) == "a b  c?[31m?\n"
