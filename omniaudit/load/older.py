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
from omniaudit.load.tree import Entries, Text
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.migration import Ids, Kind, Migration, Version, way
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Channel, Profile, Size
from omniaudit.model.walkthroughs import FitItem, Journey, JourneyStep
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
        details = {"id": questionnaire.id, "start": str(end), "wanted": questionnaire.version}
        raise InputRejected([problem("M975", place, **details, major=end.major)])
    if not found and "." not in named.exact:
        return None
    asked = _as_asked(questionnaire, found[0].before, root) if found else questionnaire
    exact = named.exact if "." in named.exact else f"{named.version}.0.0"
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
    known: Mapping[Kind, list[str]] = {kind: sorted(names) for kind, names in ids.names.items()}
    weights = dict.fromkeys(known["profile"], 1)
    first = questionnaire.capabilities[0]
    return replace(
        questionnaire,
        profiles=tuple(Profile(name, "", "", "") for name in known["profile"]),
        sizes=tuple(Size(name, "", "", 1) for name in known["size"]),
        channels=tuple(Channel(name, "", "", "digital") for name in known["channel"]),
        capabilities=tuple(
            replace(first, id=name, weights=weights, code=name) for name in known["question"]
        ),
        fit=replace(
            questionnaire.fit,
            items=tuple(
                FitItem(name, "", "", "", "", (), is_reversed=False) for name in known["fit"]
            ),
        ),
        journeys=tuple(
            _journey(name, known["profile"], ids.steps[name], root) for name in known["journey"]
        ),
    )


def _journey(
    name: str, profiles: Sequence[str], steps: frozenset[str] | None, root: Entries
) -> Journey:
    """A journey with its steps; where nobody knows them, with those that the file names."""
    there = sorted(_steps_in(root, name) if steps is None else steps)
    asked = tuple(JourneyStep(each, "", "", None, critical=False, requires=()) for each in there)
    return Journey(name, name, "", "", tuple(profiles), (), 1, asked, ())


def _steps_in(root: Entries, journey: str) -> Sequence[str]:
    _, journeys = root.entries.get("journeys", (None, None))
    walked = journeys.entries.get(journey) if isinstance(journeys, Entries) else None
    return list(walked[1].entries) if walked and isinstance(walked[1], Entries) else []
