"""A portfolio in words: what its pages show, ordered, worded and rounded."""

from __future__ import annotations

from typing import Literal

from omniaudit.model.brand import OWN, Brand
from omniaudit.report.document import Bullets, Callout, Heading, KeyFigures, Prose, Table
from omniaudit.values import dataclass

Sign = Literal["level", "band", "unknown", "not-asked", "not-applicable", "not-in-profile", "few"]
"""What a field of a map is: a level, a band of shares, or why it holds neither."""


@dataclass(frozen=True, slots=True)
class StageBar:
    """How many businesses are at a stage; lengths are 0 to 1, of the longest bar."""

    name: str
    confirmed: str
    possible: str
    confirmed_length: float
    possible_length: float


@dataclass(frozen=True, slots=True)
class StageBars:
    """The businesses by stage: confirmed, and with every missing answer at its best."""

    description: str
    confirmed_label: str
    possible_label: str
    bars: tuple[StageBar, ...]


@dataclass(frozen=True, slots=True)
class Swatch:
    """A field as the key of a map shows it."""

    sign: Sign
    shade: int
    """0 to 3, of a level or a band."""
    text: str
    """What is printed in it."""
    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a map."""

    sign: Sign
    shade: int
    text: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of a map; a group's heading has a label alone."""

    label: str
    count: str = ""
    """How many businesses it is of, on maps of groups."""
    fields: tuple[Field, ...] = ()
    instead: str = ""
    """What stands there where there are no fields to show."""
    description: str = ""
    group: bool = False


@dataclass(frozen=True, slots=True)
class MapHead:
    """The practices of a dimension, over their columns."""

    label: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows of fields under the codes of practices; what the fields mean stands in the key."""

    description: str
    row_label: str
    count_label: str
    """Over the column of counts; empty where there is none."""
    key: tuple[Swatch, ...]
    heads: tuple[MapHead, ...]
    rows: tuple[MapRow, ...]

    @property
    def width(self) -> int:
        """How many practices it shows."""
        return sum(len(each.codes) for each in self.heads)


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """The practices of a dimension: code and name."""

    label: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """What the codes over the columns of a map stand for."""

    caption: str
    groups: tuple[CodeGroup, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle half of a group on a scale of 0 to 100, or why it is not told."""

    label: str
    count: str
    low: float = 0.0
    middle: float = 0.0
    high: float = 0.0
    texts: tuple[str, str, str] = ("", "", "")
    """Lower quartile, median and upper quartile as words."""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class SpreadGroup:
    """One figure, such as the index, of every profile."""

    label: str
    spreads: tuple[Spread, ...]


@dataclass(frozen=True, slots=True)
class Spreads:
    """Quartiles of the index and the dimensions, by profile."""

    description: str
    heads: tuple[str, str, str, str, str]
    """Kind of business, count, lower quartile, median, upper quartile."""
    groups: tuple[SpreadGroup, ...]


@dataclass(frozen=True, slots=True)
class StepBar:
    """A step and in how many plans it is; `length` is 0 to 1, of all plans."""

    code: str
    label: str
    levels: str
    text: str
    length: float


@dataclass(frozen=True, slots=True)
class StepBars:
    """The steps that occur in the most plans."""

    description: str
    heads: tuple[str, str, str]
    """Practice, levels, plans."""
    bars: tuple[StepBar, ...]


Part = (
    Heading
    | Prose
    | Bullets
    | Callout
    | KeyFigures
    | Table
    | StageBars
    | HeatMap
    | Codes
    | Spreads
    | StepBars
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the portfolio with its own heading; `title` states what it shows."""

    id: str
    label: str
    title: str
    parts: tuple[Part, ...]
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class PortfolioDocument:
    """Everything a reader is told of a batch, in order."""

    language: str
    title: str
    subject: str
    """What it is of, for the header and the metadata."""
    kicker: str
    particulars: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    confidentiality: str
    page_of: tuple[str, str]
    """The words around page numbers: `Page` and `of`."""
    created: str = ""
    """Day of the latest assessment, `2026-03-14`, for the metadata; empty where none has one."""
    brand: Brand = OWN
