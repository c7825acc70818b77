"""Charts as worded data. Every number they draw also stands in `description`."""

from __future__ import annotations

from typing import Literal

from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class StageStrip:
    """The four stages with the confirmed one, the possible one and the target."""

    description: str
    stages: tuple[str, str, str, str]
    confirmed: int
    """0 to 3, as `potential`; both are -1 where nothing can be told."""
    potential: int
    target: int | None
    confirmed_label: str
    potential_label: str
    target_label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with its interval, 0 to 100; `text` is the value as words."""

    label: str
    value: float | None
    low: float
    high: float
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class IntervalBars:
    """Bars with a thin line for the interval."""

    description: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Where a capability is and where the plan takes it, 0 to 3; None is unknown, or no plan."""

    code: str
    label: str
    current: int | None
    target: int | None
    state: Literal["answered", "unknown", "not-applicable"]


@dataclass(frozen=True, slots=True)
class DumbbellGroup:
    """The dumbbells of one dimension, widest gap first."""

    label: str
    dumbbells: tuple[Dumbbell, ...]


@dataclass(frozen=True, slots=True)
class Dumbbells:
    """Current level and target of every capability."""

    description: str
    levels: tuple[str, str, str, str]
    current_label: str
    target_label: str
    unknown_label: str
    groups: tuple[DumbbellGroup, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a radar, 0 to 100; `text` is the value as words."""

    label: str
    value: float | None
    low: float
    high: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Radar:
    """A small radar of the dimensions."""

    description: str
    axes: tuple[Axis, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A capability in the heat map."""

    code: str
    label: str
    level: int | None
    state: Literal["answered", "unknown", "not-applicable"]


@dataclass(frozen=True, slots=True)
class HeatGroup:
    """A dimension's row of the heat map."""

    label: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Heatmap:
    """Levels of all capabilities, the value in every cell, unknown hatched, n/a blank."""

    description: str
    levels: tuple[str, str, str, str]
    unknown_label: str
    not_applicable_label: str
    groups: tuple[HeatGroup, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step of a walked journey."""

    label: str
    result: Literal["pass", "fail", "not-applicable", "not-tested"]
    critical: bool
    is_break: bool


@dataclass(frozen=True, slots=True)
class JourneyStrip:
    """A walked journey up to its break point."""

    description: str
    moments: tuple[Moment, ...]
    break_label: str


@dataclass(frozen=True, slots=True)
class HandoffCell:
    """A pair of channels; `level` is None where nobody rated it or customers cannot go this way."""

    level: int | None
    traffic: int
    applies: bool = True


@dataclass(frozen=True, slots=True)
class HandoffMatrix:
    """From every channel (rows) to every channel (columns)."""

    description: str
    channels: tuple[str, ...]
    from_label: str
    to_label: str
    levels: tuple[str, str, str, str]
    cells: tuple[tuple[HandoffCell | None, ...], ...]
    traffic_label: str = ""
    """What the small squares under a level mean; no legend without it."""


@dataclass(frozen=True, slots=True)
class IslandNode:
    """A channel of a network; those of one island bear the same number and stand together."""

    number: int
    """What is printed in the node."""
    label: str
    island: int
    """0, 1, 2 and so on, never falling from node to node."""
    group: str
    """What is written over the names of an island."""


@dataclass(frozen=True, slots=True)
class IslandLink:
    """A way between two nodes, which are named by their places."""

    start: int
    end: int
    level: int
    """0 to 3; of a way that is open in both directions the lower one."""
    both: bool


@dataclass(frozen=True, slots=True)
class Islands:
    """Channels as a network: islands are groups inside which a case moves both ways."""

    description: str
    nodes: tuple[IslandNode, ...]
    links: tuple[IslandLink, ...]
    full_label: str
    joined_label: str
    one_way_label: str
    weak_label: str = ""
    """What a thick line, a thin one, one with an arrow and a dotted one mean."""


@dataclass(frozen=True, slots=True)
class GanttBar:
    """A step of the plan, in months from now."""

    id: str
    code: str
    label: str
    start: int
    end: int
    effort: str
    after: tuple[str, ...]
    """Ids of the bars it waits for."""
    must: bool


@dataclass(frozen=True, slots=True)
class Gantt:
    """The plan over its horizons."""

    description: str
    months: int
    month_label: str
    horizons: tuple[tuple[int, str], ...]
    """Last month and name of each horizon."""
    bars: tuple[GanttBar, ...]
    effort_label: str = ""
    """The unit of the effort, over the column of efforts."""
    after_label: str = "after"
    """Set before the codes of what a bar waits for."""
    must_label: str = ""
    choice_label: str = ""
    """What a filled and an open bar mean; no legend unless both are given."""


Chart = (
    StageStrip
    | IntervalBars
    | Dumbbells
    | Radar
    | Heatmap
    | JourneyStrip
    | HandoffMatrix
    | Islands
    | Gantt
)
