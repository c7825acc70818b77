"""An answers file to an older version of a questionnaire, read without that version.

What the maps to the newer version name is taken to have been asked, besides what still is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import shown
from omniaudit.load.migration_entries import version_in
from omniaudit.load.migrations import version_of
from omniaudit.load.strict_yaml import Entries, Text
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.migration import Ids, Kind, Migration, Version, way
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import Journey, JourneyStep
from omniaudit.problems import InputRejected, Place, problem


@dataclass(frozen=True)
class Outdated:
    """The answers of a file, and the maps on their way to the newer version.

    There are none where only the last numbers of its version differ.
    """

    sheet: AnswerSheet
    version: str
    """As the file names it."""
    way: tuple[Migration, ...]


def read_outdated(
    data: bytes, file: str, questionnaire: Questionnaire, maps: Sequence[Migration]
) -> Outdated | None:
    """The answers of a file to an older version; None when it answers this one.

    Raises:
        InputRejected: with every problem of the file, or because no map leads on from its version.
    """
    root = strict_yaml.read(data, file)
    named = _Named(root, file, questionnaire)
    if named.exact == questionnaire.version:
        return None
    ours, found = version_of(questionnaire), way(maps, named.version)
    place = named.place
    if (named.version.major, named.version.minor or 0) > (ours.major, ours.minor or 0):
        details = {"value": named.exact, "wanted": questionnaire.version}
        raise InputRejected([problem("M976", place, **details)])
    end = found[-1].end if found else named.version
    if end.major != ours.major:
        details = {"id": questionnaire.id, "start": end, "wanted": questionnaire.version}
        raise InputRejected([problem("M975", place, **details, major=end.major)])
    if not found and "." not in named.exact:
        return None
    asked = _as_asked(questionnaire, found[0].before, root) if found else questionnaire
    exact = named.exact if named.exact.count(".") == 2 else f"{named.version.major}.0.0"  # noqa: PLR2004 - three numbers
    asked = replace(asked, version=exact, quick="")
    return Outdated(read_answers(data, file, asked, draft=True), named.exact, found)


class _Named:
    """The version of the questionnaire that a file names."""

    def __init__(self, root: Entries, file: str, questionnaire: Questionnaire) -> None:
        key, text = root.entries.get("questionnaire", (None, None))
        value = text.value if isinstance(text, Text) else ""
        at = text or key or root
        self.place = Place(file, at.line, at.column)
        name, _, self.exact = value.partition("@")
        if name and name != questionnaire.id:
            details = {"value": shown(name), "wanted": questionnaire.id}
            raise InputRejected([problem("A402", self.place, **details)])
        version = version_in(".".join(self.exact.split(".")[:2]))
        if version is None:
            raise InputRejected([problem("M974", self.place, id=questionnaire.id)])
        self.version: Version = version


def _as_asked(questionnaire: Questionnaire, ids: Ids, root: Entries) -> Questionnaire:
    """The newer questionnaire under the ids of an older one, just good enough to read by."""
    ours = questionnaire
    known: Mapping[Kind, frozenset[str]] = ids.names
    weights = dict.fromkeys(known["profile"], 1)
    return replace(
        ours,
        profiles=_under(ours.profiles, known["profile"]),
        sizes=_under(ours.sizes, known["size"]),
        channels=_under(ours.channels, known["channel"]),
        capabilities=tuple(
            replace(ours.capabilities[0], id=name, weights=weights, code=name)
            for name in sorted(known["question"])
        ),
        fit=replace(ours.fit, items=_under(ours.fit.items, known["fit"])),
        journeys=tuple(
            _journey(name, tuple(weights), ids.steps[name] or _steps_in(root, name))
            for name in sorted(known["journey"])
        ),
    )
