"""A document as Markdown: CommonMark with pipe tables, readable as plain text too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from omniaudit.render.markdown_charts import drawn
from omniaudit.render.markdown_text import opening, plain
from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    CapabilityCard,
    Columns,
    Document,
    Heading,
    KeyFigures,
    Picture,
    Prose,
    Rung,
    Section,
    Table,
)

_RULES = {"left": "---", "right": "--:", "centre": ":-:"}
_MARKS = {"held": "✓", "next": "→", "target": "○", "other": ""}


def render(document: Document) -> str:
    """The document as Markdown, the same text for the same document.

    Nothing of its words becomes a link, a picture, HTML or a table of its own.
    """
    parts = [*_head(document)]
    for section in document.sections:
        parts += _section(section, document.title)
    parts += [opening(line) for line in (document.confidentiality, document.brand.contact) if line]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(document: Document) -> Iterator[str]:
    yield opening(" \u00b7 ".join(each for each in (document.brand.name, document.kicker) if each))
    if document.title:
        yield f"# {opening(document.title)}"
    yield _pairs(document.particulars)


def _section(section: Section, above: str) -> Iterator[str]:
    title = section.label if section.title in {"", above} else section.title
    if title:
        yield f"## {opening(title)}"
    yield opening(section.lead)
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            note = f" ({plain(block.note)})" if block.note else ""
            yield f"### {opening(block.text)}{note}"
        case Prose():
            yield opening(block.text)
        case Bullets():
            yield _list(block)
        case Callout():
            yield _callout(block)
        case KeyFigures():
            notes = [f" ({each.note})" if each.note else "" for each in block.figures]
            told = [f"{each.value}{note}" for each, note in zip(block.figures, notes, strict=True)]
            labels = [each.label for each in block.figures]
            yield _pairs(tuple(zip(labels, told, strict=True)))
        case Table():
            yield from _table(block)
        case CapabilityCard():
            yield from _card(block)
        case Picture():
            for part in drawn(block):
                yield from _block(part)
        case Columns():
            for inner in (*block.left, *block.right):
                yield from _block(inner)
        case _:
            assert_never(block)


def _list(bullets: Bullets) -> str:
    signs = [f"{each}." if bullets.numbered else "-" for each in range(1, len(bullets.items) + 1)]
    return "\n".join(
        f"{sign} {opening(item)}" for sign, item in zip(signs, bullets.items, strict=True)
    )


def _callout(callout: Callout) -> str:
    title = _strong(callout.title) if callout.title else ""
    lines = [each for each in (title, opening(callout.text)) if each]
    return "\n>\n".join(f"> {each}" for each in lines)


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"- {_strong(label)}: {plain(text)}" for label, text in pairs)


def _strong(text: str) -> str:
    """The words set off; nothing where there are none, which would be mere stars."""
    found = plain(text)
    return f"**{found}**" if found else ""


def _card(card: CapabilityCard) -> Iterator[str]:
    yield f"### {opening(f'{card.code} {card.name}')}"
    yield opening(card.standing)
    yield "\n".join(f"- {plain(_rung(rung))}" for rung in card.rungs)
    yield _pairs(card.facts)


def _rung(rung: Rung) -> str:
    return f"{_MARKS[rung.mark]} {rung.level} {rung.name}: {rung.text}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _strong(table.caption)
    lines = [
        _row([plain(column.title) for column in table.columns]),
        _row([_RULES[column.align] for column in table.columns]),
    ]
    for row in table.rows:
        if row.group:
            rest = [""] * (len(table.columns) - 1)
            lines.append(_row([_strong(row.cells[0]), *rest]))
        else:
            lines.append(_row([plain(cell) for cell in row.cells]))
    yield "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
