"""Everything a document says, place by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from omniaudit.report.charts import Chart
from omniaudit.report.document import Block, Columns, Document, Picture, Section


def blocks(section: Section) -> Iterator[Block]:
    """The blocks of a section, columns unfolded."""
    yield from _unfolded(section.blocks)


def _unfolded(found: tuple[Block, ...]) -> Iterator[Block]:
    for block in found:
        if isinstance(block, Columns):
            yield from _unfolded(block.left)
            yield from _unfolded(block.right)
        else:
            yield block


def charts(document: Document) -> Iterator[Chart]:
    """Every chart of a document."""
    for section in document.sections:
        for block in blocks(section):
            if isinstance(block, Picture):
                yield block.chart


def strings(value: object, place: str = "document") -> Iterator[tuple[str, str]]:
    """Every string under a value with the way to it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple | list):
        for number, each in enumerate(value):
            yield from strings(each, f"{place}[{number}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name), f"{place}.{field.name}")


def said(value: object) -> str:
    """Everything under a value as one text."""
    return "\n".join(text for _, text in strings(value))


def section(document: Document, name: str) -> Section:
    """The section with an id."""
    (found,) = (each for each in document.sections if each.id == name)
    return found
