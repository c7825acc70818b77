"""The comments of an answers file that went over to a newer version, and what it keeps as such."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.language import say
from omniaudit.load.comments import FILE_END, HANDOFFS, Comments, Margin, Path
from omniaudit.load.replies import pair_of
from omniaudit.load.writing import reply_text
from omniaudit.model.migration import Kept, Kind, Migration

_JOURNEYS = "journeys"
_KINDS: dict[str, Kind] = {"answers": "question", "fit": "fit", _JOURNEYS: "journey"}


def taken_over(
    comments: Comments, way: Sequence[Migration], kept: Sequence[Kept], questionnaire: str
) -> Comments:
    """The comments at the ids of the newer version, and before the end a line for all that is kept.

    Of a question that was split, they stand at the first new one. `questionnaire` is its id.
    """
    margins: dict[Path, Margin] = {}
    for path, margin in comments.margins.items():
        new = _newest(path, way)
        margins[new] = _both(margins[new], margin) if new in margins else margin
    if kept:
        lines = tuple(_line(each, questionnaire) for each in kept)
        end = margins.get(FILE_END, Margin())
        margins[FILE_END] = Margin((*end.before, "", *lines), end.beside, end.at_end)
    return Comments(margins)


def _line(kept: Kept, questionnaire: str) -> str:
    version = f"{questionnaire}@{kept.version}"
    said = reply_text(kept.reply) if kept.reply else ""
    entry = f"{kept.name}: {said}" if said else kept.name
    line = say("Kept from {version}: {entry}", version=version, entry=entry)
    return f"# {line} ({kept.why})" if kept.why else f"# {line}"


def _newest(path: Path, way: Sequence[Migration]) -> Path:
    for migration in way:
        path = _moved(path, migration)
    return path


def _moved(path: Path, migration: Migration) -> Path:
    """The path of an entry after a map; where the map has no place for it, as it was."""
    section, *keys = path
    if section == HANDOFFS and keys:
        ends = [migration.heirs("channel", each) for each in pair_of(keys[0])]
        return (section, " -> ".join(each[0] for each in ends)) if all(ends) else path
    if section == _JOURNEYS and len(keys) > 1:
        heirs = migration.heirs("step", "/".join(keys))
        return (section, *heirs[0].split("/")) if heirs else path
    if section in _KINDS and keys:
        heirs = migration.heirs(_KINDS[section], keys[0])
        return (section, heirs[0]) if heirs else path
    return path


def _both(first: Margin, second: Margin) -> Margin:
    """Two margins of one entry; only one comment can stand beside it."""
    beside = [first.beside] if first.beside and second.beside else []
    return Margin(
        (*first.before, *beside, *second.before),
        second.beside or first.beside,
        (*first.at_end, *second.at_end),
    )
