"""A document: sections of worded blocks. Formats know these values and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from omniaudit.model.brand import OWN, Brand
from omniaudit.values import dataclass

if TYPE_CHECKING:
    from omniaudit.report.charts import Chart

Tone = Literal["plain", "good", "caution", "accent"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: str
    note: str = ""
    """Set small beside the heading, such as a score."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; `tone` may set it off from the text around."""

    text: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, numbered where the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed statement."""

    title: str
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that is worth its own place."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few numbers side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width."""

    title: str
    share: int = 1
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a group row has one cell and spans the table."""

    cells: tuple[str, ...]
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header repeats on every page."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of a ladder, and how it stands to today."""

    level: int
    name: str
    text: str
    mark: Literal["held", "next", "target", "other"]


@dataclass(frozen=True, slots=True)
class CapabilityCard:
    """Where one capability is and what the next level looks like."""

    code: str
    name: str
    standing: str
    """Such as `Level 2 of 3, cross-channel`."""
    level: int | None
    rungs: tuple[Rung, ...]
    facts: tuple[tuple[str, str], ...]
    """Label and text: evidence, note, coverage, disagreement, what to do."""
    applicable: bool = True
    """Whether it applies at all; without a level it is then not known."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its caption."""

    chart: Chart
    caption: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Two groups of blocks side by side."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


Block = (
    Heading | Prose | Bullets | Callout | KeyFigures | Table | CapabilityCard | Picture | Columns
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document with its own heading; `title` states what it shows."""

    id: str
    label: str
    """Short name for bookmarks and the running header, such as `Scorecard`."""
    title: str
    blocks: tuple[Block, ...]
    lead: str = ""
    own_page: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a reader is told, in order."""

    language: str
    title: str
    subject: str
    """The business, for the header and the metadata."""
    kicker: str
    """A line above the title, such as the kind of report."""
    particulars: tuple[tuple[str, str], ...]
    """Label and text of what is known about the assessment: date, profile, how, version."""
    sections: tuple[Section, ...]
    confidentiality: str
    page_of: tuple[str, str]
    """The words around page numbers: `Page` and `of`."""
    created: str = ""
    """Day of the assessment, `2026-03-14`, for the metadata; empty where it is not known."""
    brand: Brand = OWN
