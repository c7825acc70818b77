"""The flat table: a cell for every column, and no text that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json as standard
from fractions import Fraction

import pytest

from omniaudit.render import json, table
from tests.report.cases import CASES


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("name", CASES)
def test_a_row_fills_every_column(name: str) -> None:
    case = CASES[name]()
    card = case.card
    document = {"file": "shop.yaml", **json.score(case.questionnaire, card)}
    row = table.row(case.questionnaire, document)
    cells = dict(zip(table.columns(case.questionnaire), row, strict=True))

    assert cells["file"] == "shop.yaml"
    assert cells["name"] == card.sheet.business.name
    assert cells["date"] == (card.sheet.date.isoformat() if card.sheet.date else "")
    assert cells["stage"] == card.stage.confirmed
    assert cells["index"] == json.number(card.index.value)
    assert cells["not_applicable"] == card.completeness.not_applicable
    assert cells["target"] == (card.fit.target if card.fit else None)
    assert cells["verdict"] == (card.fit.verdict if card.fit else None)
    levels = {each.capability: each for each in card.standings}
    for capability in case.questionnaire.capabilities:
        cell = cells[f"level.{capability.id}"]
        each = levels.get(capability.id)
        if each is None:
            assert cell == "not-in-profile"
        else:
            assert cell == (each.counted if each.state == "answered" else each.state)
    for score in card.dimensions:
        assert cells[f"score.{score.dimension}"] == json.number(score.score)


@pytest.mark.parametrize("name", CASES)
def test_a_document_that_was_kept_gives_the_same_row(name: str) -> None:
    case = CASES[name]()
    document = {"file": "shop.yaml", **json.score(case.questionnaire, case.card)}
    kept = standard.loads(json.text(document, indent=None))

    assert table.row(case.questionnaire, kept) == table.row(case.questionnaire, document)


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
    "\u3000\uff1d1",
    "\ufe661",
    "\ufe621",
    "\ufe631",
    "\ufe6b1",
    "\x0b\x0c=1",
    "\u2028=1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str) -> None:
    ((cell,),) = read(table.csv_text([[text]]))

    assert cell.startswith("'")
    assert cell.isprintable()


@pytest.mark.parametrize("text", ["\x00=1", "\ufeff=1", "\u200b=1", "\x1b=1", "\udcff=1"])
def test_what_cannot_be_seen_hides_no_formula(text: str) -> None:
    assert read(table.csv_text([[text]])) == [["?=1"]]


@pytest.mark.parametrize("text", ["x;=1", "x; ;+1", 'x;"=1', 'x;";"=1', "x,=1;@2", "x;\uff1d1"])
@pytest.mark.parametrize("first", [True, False])
def test_a_semicolon_begins_no_formula_where_it_ends_a_cell(text: str, *, first: bool) -> None:
    """A spreadsheet of a country with decimal commas reads the table so."""
    line = table.csv_text([[text, 1] if first else [1, text]])
    cells = next(csv.reader(io.StringIO(line), delimiter=";"))

    assert "'" in line
    assert not any(cell.lstrip().startswith(("=", "+", "@", "\uff1d")) for cell in cells)
    assert len(read(line)[0]) == 2


@pytest.mark.parametrize(
    "text", ["a=1", "1-2", "Libreria Aurora", "", "'quoted", "渋谷", 'a "b", c', "a; b"]
)
def test_other_text_stays(text: str) -> None:
    assert read(table.csv_text([[text, text]])) == [[text, text]]


def test_numbers_stay_numbers() -> None:
    cells: list[table.Cell] = [-1, 0, -0.5, json.number(Fraction(-2, 3)), None]

    assert table.csv_text([cells]) == "-1,0,-0.5,-0.6667,\n"


def test_a_text_with_line_breaks_is_one_cell_on_one_line() -> None:
    assert table.csv_text([["a\nb\r\nc\x1b[31m\udcff"]]) == "a b  c?[31m?\n"
