"""The fields of the heat maps, and the keys that say what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from omniaudit.language import say
from omniaudit.model.capability import Capability
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.portfolio.document import Field, MapRow, Sign, Swatch
from omniaudit.report.portfolio.quartiles import LEAST
from omniaudit.report.portfolio.ranking import Entry
from omniaudit.report.portfolio.reading import Portfolio, fewer, named, whole_percent
from omniaudit.report.portfolio.tally import Group

_ROOM = 34
"""Letters of a name beside a map."""
_OUTSIDE = Field("not-in-profile", 0, "")
_FEW = Field("few", 0, "")
_WITHOUT_LEVEL = {
    "?": Field("unknown", 0, "?"),
    ".": Field("not-asked", 0, "\u00b7"),
    "-": Field("not-applicable", 0, "\u2013"),
    "": _OUTSIDE,
}
_BANDS = (0, 25, 50, 75)
"""The least percentage of each of the four shades."""


def business_row(entry: Entry, across: Sequence[Capability]) -> MapRow:
    """A business: the level of every practice, or why there is none."""
    fields = tuple(_level(entry.levels.get(each.id, "")) for each in across)
    name = named(entry.name, _ROOM)
    return MapRow(name, fields=fields, description=_described(name, across, fields))


def _level(sign: str) -> Field:
    return _WITHOUT_LEVEL[sign] if sign in _WITHOUT_LEVEL else Field("level", int(sign), sign)


def group_row(profile: str, stage: str, group: Group, across: Sequence[Capability]) -> MapRow:
    """The businesses of a profile at a stage: the share at level 2 or more of every practice."""
    count = wording.figures(group.count)
    if group.count < LEAST:
        return MapRow(stage, count, instead=fewer())
    fields = tuple(_share(profile, group, each) for each in across)
    return MapRow(stage, count, fields, description=_described(stage, across, fields))


def _share(profile: str, group: Group, capability: Capability) -> Field:
    if profile not in capability.weights:
        return _OUTSIDE
    return _banded(group.able[capability.id], group.known[capability.id])


def _banded(able: int, known: int) -> Field:
    if known < LEAST:
        return _FEW
    share = whole_percent(able, known)
    band = sum(share >= least for least in _BANDS) - 1
    return Field("band", band, str(share))


def whole_row(stage: str, groups: Sequence[Group], across: Sequence[Capability]) -> MapRow:
    """The businesses of all profiles at a stage; those of a small profile cannot be reckoned back.

    Taking away what the rows of the profiles tell must not leave fewer than `LEAST`.
    """
    total = sum(each.count for each in groups)
    if total < LEAST:
        return MapRow(stage, wording.figures(total), instead=fewer())
    fields = tuple(_whole(groups, each.id) for each in across)
    described = _described(stage, across, fields)
    return MapRow(stage, wording.figures(total), fields, description=described)


def _whole(groups: Sequence[Group], capability: str) -> Field:
    known = [each.known[capability] for each in groups]
    untold = sum(
        count
        for count, each in zip(known, groups, strict=True)
        if count < LEAST or each.count < LEAST
    )
    if 0 < untold < LEAST:
        return _FEW
    return _banded(sum(each.able[capability] for each in groups), sum(known))


def _described(label: str, across: Sequence[Capability], fields: Sequence[Field]) -> str:
    """The row in one line, for those who cannot see it."""
    told = [
        f"{each.code} {field.text}".rstrip() for each, field in zip(across, fields, strict=True)
    ]
    return f"{label}: {', '.join(told)}"


def key_of_levels(portfolio: Portfolio, rows: Iterable[MapRow]) -> tuple[Swatch, ...]:
    """The four levels, and what else occurs."""
    levels = [Swatch("level", each, str(each), portfolio.stage_title(each)) for each in LEVELS]
    return (*levels, *_others(rows))


def key_of_groups(rows: Iterable[MapRow]) -> tuple[Swatch, ...]:
    """The four bands of shares, and what else occurs."""
    ends = [*(each - 1 for each in _BANDS[1:]), 100]
    bands = [
        Swatch("band", shade, str(least), say("{low} to {high}\u00a0%", low=least, high=most))
        for shade, (least, most) in enumerate(zip(_BANDS, ends, strict=True))
    ]
    return (*bands, *_others(rows))


def _others(rows: Iterable[MapRow]) -> list[Swatch]:
    seen = {each.sign: each for row in rows for each in row.fields}
    names: dict[Sign, str] = {
        "unknown": say("Not known"),
        "not-asked": say("Not asked yet"),
        "not-applicable": say("Does not apply"),
        "not-in-profile": say("Not asked of this kind"),
        "few": say("Too few to tell"),
    }
    return [Swatch(sign, 0, seen[sign].text, name) for sign, name in names.items() if sign in seen]
