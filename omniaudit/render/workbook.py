"""A workbook as an .xlsx file: every text stays text, and the same book gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

from omniaudit.render.palette import Palette
from omniaudit.report.workbook.sheets import Cell, Column, Sheet, Workbook

if TYPE_CHECKING:
    from xlsxwriter import Workbook as File
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_UNDATED = dt.date(1980, 1, 1)
_LONGEST = 32_767
"""Characters that a cell can hold."""
_ROOM = 50
"""Rows below the last one in which a choice or a day can be entered too."""
_A4 = 9
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001
_NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT_STAYS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""What keeps xlsxwriter from guessing."""
_DAY = "yyyy-mm-dd"


def render(workbook: Workbook) -> bytes:
    """The workbook as the bytes of a file; no cell holds a formula or a link."""
    import xlsxwriter  # noqa: PLC0415 - heavy

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {**TEXT_STAYS_TEXT, "in_memory": True}) as file:
        midnight = dt.datetime.combine(workbook.created or _UNDATED, dt.time())
        file.set_properties({"title": shown(workbook.title)[:255], "created": midnight})
        looks = _Looks(file)
        for sheet in workbook.sheets:
            _write(file.add_worksheet(sheet.title), sheet, looks)
    return buffer.getvalue()


def shown(text: str) -> str:
    """The text as a cell can hold it: not too long, and without what XML cannot say."""
    kept = _NOT_IN_XML.sub("", text)
    if kept.startswith("<r>") and kept.endswith("</r>"):
        kept += " "  # xlsxwriter would take it for markup of its own
    return kept if len(kept) <= _LONGEST else f"{kept[: _LONGEST - 1]}\u2026"


class _Looks:
    """The formats of a file, each made once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def of(self, **properties: object) -> Format:
        """The format with these properties besides those that all cells share."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            shared = {"valign": "top", "text_wrap": True, "font_size": 10}
            self._made[key] = self._file.add_format({**shared, **properties})
        return self._made[key]


def _write(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    colours = Palette()
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, looks.of())
    if sheet.plain:
        _write_rows(page, sheet, looks, 0)
    else:
        title = looks.of(bold=True, font_color=colours.paper, bg_color=colours.primary, border=1)
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, column.title, title)
        _write_rows(page, sheet, looks, 1)
        page.freeze_panes(1, sheet.fixed)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
        page.repeat_rows(0)
        for place, column in enumerate(sheet.columns):
            _take_only(page, place, column, len(sheet.rows) + _ROOM)
    _set_up_print(page)


def _write_rows(page: Worksheet, sheet: Sheet, looks: _Looks, first: int) -> None:
    for number, row in enumerate(sheet.rows, first):
        for place, (cell, column) in enumerate(zip(row, sheet.columns, strict=True)):
            look = _look(cell, column)
            if sheet.plain and place == 0:
                look["bold"] = True
            _write_cell(page, (number, place), cell, looks.of(**look))
    if sheet.rows:  # a list of steps such as `3` is no number that went wrong
        last = first + len(sheet.rows) - 1
        page.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})


def _look(cell: Cell, column: Column) -> dict[str, object]:
    if column.holds == "day":
        return {"num_format": _DAY}
    if column.holds == "number":
        return {"num_format": "0" if not column.decimals else f"0.{'0' * column.decimals}"}
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(_FORMULA_STARTS):
        return {"quote_prefix": True}
    return {}


def _write_cell(page: Worksheet, place: tuple[int, int], cell: Cell, look: Format) -> None:
    if cell is None or cell == "":
        page.write_blank(*place, None, look)
    elif isinstance(cell, str):
        page.write_string(*place, shown(cell), look)
    else:
        page.write_number(*place, cell, look)


def _take_only(page: Worksheet, place: int, column: Column, last: int) -> None:
    """Let a column take only what it is for, a little below the last row too."""
    if column.holds == "choice":
        allowed = {"validate": "list", "source": list(column.options)}
        page.data_validation(1, place, last, place, allowed)
    if column.holds == "day":
        page.data_validation(
            1, place, last, place, {"validate": "date", "criteria": ">", "value": _UNDATED}
        )


def _set_up_print(page: Worksheet) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&A&R&P / &N")
