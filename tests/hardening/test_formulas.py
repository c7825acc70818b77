"""More than forty formulas, in every text that a spreadsheet is given: all stay texts."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path
from typing import Any

import pytest

from omniaudit.load.writing import quoted
from tests.cli.runner import QUESTIONNAIRE, omniaudit, shop, write
from tests.hardening.harmful import FORMULA_STARTS, FORMULAS, OBEYED

calamine: Any = importlib.import_module("python_calamine")  # has no types
ZIP: Any = importlib.import_module("zipfile").ZipFile


def with_text(text: str) -> str:
    """A file whose texts are all this one."""
    one, two, three = (each.id for each in QUESTIONNAIRE.capabilities[:3])
    words = quoted(text)
    extra = (
        f"  {one}: {{level: 1, note: {words}, flag: yes}}\n  {two}: {{not-applicable: {words}}}\n"
        f"  {three}: {{level: unknown, note: {words}}}"
    )
    head = f"respondent: {{role: {words}}}"
    tail = f"handoffs:\n  store -> web: {{level: 1, note: {words}}}"
    return shop("..." + "2" * 21, name=words, head=head, extra=extra, tail=tail)


def test_there_are_more_than_forty() -> None:
    assert len(FORMULAS) == len(set(FORMULAS)) > 40


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one batch makes of a business for each formula, in a file of that name where it can."""
    folder = tmp_path_factory.mktemp("formulas")
    (folder / "in").mkdir()
    for number, text in enumerate(FORMULAS):
        name = "".join(each for each in text if each.isprintable() and each != "/")
        (folder / "in" / f"{name}{number:02}.yaml").write_text(with_text(text), "utf-8")
    done = omniaudit("batch", str(folder / "in"), "-o", str(folder / "out"), "-j", "1")
    assert done.code == 0, done.err
    return folder / "out"


def test_no_cell_of_the_table_is_a_formula(results: Path) -> None:
    with (results / "results.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file)]

    assert len(rows) == len(FORMULAS) + 1
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert sum(cell.startswith("'") for cell in cells) > len(FORMULAS) / 2
    for cell in cells:
        assert not cell.strip().startswith(FORMULA_STARTS), cell
        assert not OBEYED.search(cell.replace("\n", "?")), cell


def sheets(book: Path) -> str:
    """The XML of all sheets."""
    with ZIP(book) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert names
        return "".join(parts.read(name).decode() for name in names)


def ours_in(book: Path) -> int:
    """How many cells say what begins one of the formulas; in all, none links anywhere."""
    with ZIP(book) as parts:
        assert not [name for name in parts.namelist() if "externalLink" in name]
        links = [name for name in parts.namelist() if name.startswith("xl/worksheets/_rels")]
        assert not [name for name in links if b"External" in parts.read(name)]
    found = calamine.CalamineWorkbook.from_path(str(book))
    rows = [row for name in found.sheet_names for row in found.get_sheet_by_name(name).to_python()]
    starts = tuple(each for each in FORMULA_STARTS if each.isprintable())
    return sum(str(cell).strip(" '").startswith(starts) for row in rows for cell in row)


def test_no_cell_of_the_results_is_a_formula(results: Path) -> None:
    book = results / "results.xlsx"

    assert "<f>" not in sheets(book)
    assert ours_in(book) > len(FORMULAS) / 2


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_workbook_is_a_formula(text: str) -> None:
    """The workbook has formulas of its own, the same whatever is in its texts."""
    write("plain.yaml", with_text("x1+1"))
    write("shop.yaml", with_text(text))
    for name in ("plain", "shop"):
        done = omniaudit("report", f"{name}.yaml", "-o", f"{name}.xlsx", "--force")
        assert done.code in {0, 4}, done.err
    if done.code:
        assert not text.strip("\t\r\n \x00\u200b\ufeff\u2028\u00a0"), done.err
        return
    plain, book = sheets(Path("plain.xlsx")), sheets(Path("shop.xlsx"))

    assert book.count("<f>") == plain.count("<f>")
    assert book.count("hyperlink") == plain.count("hyperlink")
    assert ours_in(Path("shop.xlsx")) >= ours_in(Path("plain.xlsx"))
