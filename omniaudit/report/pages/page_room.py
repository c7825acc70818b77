"""How much room page one has, so that what it says can be cut to it.

Heights are in points and reckoned from the style sheets, with lines taken a little shorter than
they are: what fits here fits in print, also in a typeface somewhat wider than ours.
"""

from __future__ import annotations

from collections.abc import Iterable

from omniaudit.report.document import (
    Block,
    Bullets,
    Columns,
    Figure,
    Heading,
    KeyFigures,
    Prose,
    Table,
)

ROOM = 730.0
"""Height of page one between its margins, less a reserve."""
TITLES = ((72, 31, 31.0), (116, 38.5, 25.0), (400, 49, 20.2))
"""Up to so many characters a title has so many letters to a line of such a height."""
_MASTHEAD = 69.0
_STRIP = 84.0
_LINE, _COLUMN, _PAGE = 13.9, 44.0, 80.0
_CELL, _ROW = 11.2, 107
_CAPTION, _OVER = 13.4, 76.0
_HEAD, _HEADS = 9.1, 121
_SMALL = 95.0
_BOLD = 0.87
"""How many of a heading's letters stand where one of the text stands."""
_FIGURE = 24.5
_PARTICULAR, _ACROSS = 19.5, 5
_SLIM = "ijlftrI\u00ec\u00ee\u021b.,;:'!|-()[]\u2018\u2019\u201c\u201d\u201e"
_NARROW, _BROAD = 0.52, 1.3


def fits(title: str, particulars: Iterable[str], blocks: Iterable[Block]) -> bool:
    """Whether a title, the particulars and the stage strip leave room for the blocks."""
    head = _MASTHEAD + _title(title) + _particulars(tuple(particulars)) + _STRIP
    return head + sum(_height(each, _PAGE) for each in blocks) <= ROOM


def lines(text: str, across: float) -> int:
    """How many lines a text fills where `across` middling letters stand side by side."""
    count, used = 1, 0.0
    for word in text.split():
        wide = sum(map(_width, word))
        if used and used + _NARROW + wide > across:
            count, used = count + 1, wide
        else:
            used += wide + (_NARROW if used else 0)
        while used > across:
            count, used = count + 1, used - across
    return count


def _width(letter: str) -> float:
    """How wide a letter is against a middling one."""
    if letter in _SLIM:
        return _NARROW
    return _BROAD if letter.isupper() or letter in "mw@%\u2026\u2013" else 1


def _title(title: str) -> float:
    across, line = next((each[1:] for each in TITLES if len(title) <= each[0]), TITLES[-1][1:])
    return line * lines(title, across)


def _particulars(texts: tuple[str, ...]) -> float:
    rows = [texts[first : first + _ACROSS] for first in range(0, len(texts), _ACROSS)]
    return sum(17.5 + 10.7 * max(lines(each, _PARTICULAR) for each in row) for row in rows)


def _height(block: Block, across: float) -> float:
    match block:
        case Heading(text=text):
            return 22.6 + _LINE * lines(text, _BOLD * across)
        case Prose(text=text, small=True):
            return 6.9 + _CELL * lines(text, _SMALL)
        case Prose(text=text):
            return 6.9 + _LINE * lines(text, across)
        case Bullets(items=items):
            return 8.3 + sum(2.4 + _LINE * lines(each, across - 3) for each in items)
        case Columns(left=left, right=right):
            return max(sum(_height(each, _COLUMN) for each in side) for side in (left, right))
        case KeyFigures(figures=figures):
            return max(_figure(each) for each in figures)
        case Table():
            return _table(block)
        case _:
            return 0.0


def _figure(figure: Figure) -> float:
    return 55.0 + 11.2 * lines(figure.label, _FIGURE) + 10.2 * lines(figure.note, _FIGURE)


def _table(table: Table) -> float:
    total = sum(each.share for each in table.columns)
    across = [_ROW * each.share / total for each in table.columns]
    titles = max(lines(each.title, _HEADS * each.share / total - 3) for each in table.columns)
    rows = (
        max(lines(cell, width - 3) for cell, width in zip(row.cells, across, strict=True))
        for row in table.rows
    )
    caption = lines(table.caption, _OVER)
    head = 24.7 + _CAPTION * caption + _HEAD * titles
    return head + sum(7.5 + _CELL * row for row in rows)
