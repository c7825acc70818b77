"""The table of a batch as a workbook, written row by row, so that its length costs no memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from omniaudit.problems import printable
from omniaudit.render.table import Cell
from omniaudit.render.workbook import TEXT_STAYS_TEXT, shown

MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold."""
_CREATED = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the same table gives the same bytes
_FIXED = 2
_WIDE = 28


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write the first `MOST_ROWS` rows; no cell holds a formula or a link.

    Raises:
        OSError: when the disk does not let us.
    """
    import xlsxwriter  # noqa: PLC0415 - heavy

    options = {**TEXT_STAYS_TEXT, "constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(str(path), options) as file:
        file.set_properties({"title": "omniaudit", "created": _CREATED})
        page = file.add_worksheet("results")
        page.freeze_panes(1, _FIXED)
        page.set_column(0, _FIXED - 1, _WIDE)
        bold, quoted = file.add_format({"bold": True}), file.add_format({"quote_prefix": True})
        for place, name in enumerate(header):
            page.write_string(0, place, name, bold)
        last = 0
        for last, row in zip(range(1, MOST_ROWS + 1), rows, strict=False):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(last, place, shown(printable(cell)), quoted)
                elif cell is not None:
                    page.write_number(last, place, cell)
        page.autofilter(0, 0, last, len(header) - 1)
