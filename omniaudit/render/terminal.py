"""A document as plain text, line by line, for any terminal, pipe or screen reader."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from typing import assert_never

from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    CapabilityCard,
    Column,
    Columns,
    Document,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Section,
    Table,
)

_GAP = "  "
_NARROW_TABLE = 60
_NARROWEST = 40
_WIDEST = 100


def screen_width() -> int:
    """Columns to write in: the terminal's now, within reason."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))


def harmless(text: str) -> str:
    """The text without anything that a terminal would obey; its lines stay."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        each if each == "\n" or each.isprintable() else " " if each.isspace() else "?"
        for each in text
    )


def render(document: Document, width: int) -> str:
    """The document in lines of at most `width` columns, as far as words allow.

    A space that does not break, as in commands, keeps its line whole; it is written as a space.
    """
    lines: list[str] = []
    if document.title:
        lines += [*wrap(document.title, width), ""]
    for section in document.sections:
        lines += _section(section, width)
    return "\n".join(lines).rstrip().replace("\u00a0", " ") + "\n"


def _section(section: Section, width: int) -> Iterator[str]:
    if section.title:
        yield from wrap(section.title, width)
    if section.lead:
        yield from wrap(section.lead, width)
    for block in section.blocks:
        yield from _block(block, width)
    yield ""


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield ""
            yield from wrap(f"{block.text}  {block.note}".rstrip(), width)
        case Prose():
            yield from wrap(block.text, width)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield from wrap(item, width, f"  {number}. " if block.numbered else "  - ")
        case Callout():
            yield ""
            yield from wrap(f"{block.title}: {block.text}" if block.title else block.text, width)
        case KeyFigures():
            for figure in block.figures:
                note = f" ({figure.note})" if figure.note else ""
                yield from wrap(f"{figure.label}: {figure.value}{note}", width)
        case Table():
            yield from _table(block, width)
        case CapabilityCard():
            yield from _card(block, width)
        case Picture():
            yield from wrap(block.chart.description, width)
        case Columns():
            for inner in (*block.left, *block.right):
                yield from _block(inner, width)
        case _:
            assert_never(block)


def _card(card: CapabilityCard, width: int) -> Iterator[str]:
    yield ""
    yield from wrap(f"{card.code}  {card.name}. {card.standing}", width)
    for rung in card.rungs:
        mark = ">" if rung.mark == "held" else " "
        yield from wrap(rung.text, width, f" {mark} {rung.level}  ")
    for label, text in card.facts:
        yield from wrap(f"{label}: {text}", width, "  ")


def _table(table: Table, width: int) -> Iterator[str]:
    if table.caption:
        yield from wrap(table.caption, width)
    widths = _column_widths(table, width)
    if widths is None:
        yield from _stacked(table, width)
        return
    if any(column.title for column in table.columns):
        yield from _row([column.title for column in table.columns], table.columns, widths)
    for row in table.rows:
        if row.group:
            yield from wrap(row.cells[0], width)
        else:
            yield from _row(row.cells, table.columns, widths)


def _column_widths(table: Table, width: int) -> list[int] | None:
    """Natural widths, the widest column narrowed to fit; None when it cannot be read so."""
    rows = [[column.title for column in table.columns]]
    rows += [list(row.cells) for row in table.rows if not row.group]
    widths = [max(cells_wide(row[place]) for row in rows) for place in range(len(table.columns))]
    spare = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare:
        widest = max(range(len(widths)), key=lambda place: widths[place])
        others = sum(widths) - widths[widest]
        if spare - others < min(_NARROW_TABLE // 3, widths[widest]):
            return None
        widths[widest] = spare - others
    return widths


def _row(cells: Sequence[str], columns: Sequence[Column], widths: list[int]) -> Iterator[str]:
    wrapped = [_fill(cell, wide, most=wide) for cell, wide in zip(cells, widths, strict=True)]
    for line in range(max(len(each) for each in wrapped)):
        parts = []
        for lines, column, wide in zip(wrapped, columns, widths, strict=True):
            text = lines[line] if line < len(lines) else ""
            space = " " * (wide - cells_wide(text))
            parts.append(space + text if column.align == "right" else text + space)
        yield _GAP.join(parts).rstrip()


def _stacked(table: Table, width: int) -> Iterator[str]:
    """A table on a narrow terminal: a line for every cell that says something."""
    for row in table.rows:
        if row.group:
            yield from wrap(row.cells[0], width)
            continue
        for number, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            label = f"{column.title}: " if column.title and number else ""
            if cell:
                yield from wrap(f"{label}{cell}", width, "" if not number else "    ")


def cells_wide(text: str) -> int:
    """Columns that a text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(each) in {"Mn", "Me"} else 1 + _is_wide(each) for each in text
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def wrap(text: str, width: int, start: str = "") -> list[str]:
    """Wrapped lines; what is indented at its beginning stays so on the lines that follow."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        indent = " " * (len(paragraph) - len(paragraph.lstrip(" ")))
        first = (" " * len(start) if lines else start) + indent
        rest = " " * len(start) + (f"{indent}  " if indent else "")
        lines += _fill(paragraph, width, first, rest)
    return lines


def _fill(
    text: str, width: int, first: str = "", rest: str = "", most: int | None = None
) -> list[str]:
    """Lines of at most `width` columns; only a word longer than `most`, if given, is broken."""
    lines, line, begun = [], first, False
    for gap, word in re.findall("( *)([^ ]+)", text):
        for number, part in enumerate(_parts(word, most)):
            joined = part if number or not begun else gap + part
            if begun and cells_wide(line + joined) > width:
                lines.append(line.rstrip())
                line = rest + part
            else:
                line += joined
            begun = True
    return [*lines, line.rstrip()]


def _parts(word: str, most: int | None) -> Iterator[str]:
    """The parts of a word between which a line may end: wide characters need no spaces."""
    part, length = "", 0
    for each in word:
        wide = cells_wide(each)
        at_wide = wide > 1 or (wide and part and _is_wide(part[-1]))
        if part and (at_wide or (most is not None and length + wide > most)):
            yield part
            part, length = "", 0
        part, length = part + each, length + wide
    if part:
        yield part
