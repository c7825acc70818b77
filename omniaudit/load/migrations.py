"""The maps beside a questionnaire, by which answers to its older versions are moved to it.

    my-own/2/questionnaire.yaml
    my-own/2/migrations/from-1.yaml      from any version 1
    my-own/2/migrations/from-2.0.yaml    from 2.0 to a later minor version

Where the older version lies beside, as `my-own/1/`, its own maps lead on from still older ones,
and the ids of a map are compared with what it really asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from omniaudit.language import mark, say
from omniaudit.load import strict_yaml
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.clean_text import shown
from omniaudit.load.files import read_bytes
from omniaudit.load.folders import files_in, not_too_many
from omniaudit.load.migration_entries import MapFile, version_in
from omniaudit.load.notebook import Notebook
from omniaudit.load.questionnaire import MAX_BYTES, MAX_DEPTH
from omniaudit.load.tree import Text
from omniaudit.model.migration import Ids, Kind, Migration, Move, Version, way
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place, Problem

FOLDER = "migrations"
_FILE = "questionnaire.yaml"
_KINDS: dict[Kind, str] = {
    # Translators: each stands before an id, as "question" in "There was no question `data.x` …"
    "question": mark("question"),
    "fit": mark("fit item"),
    "channel": mark("channel"),
    "journey": mark("journey"),
    "step": mark("step of a journey"),
    "profile": mark("profile"),
    "size": mark("size"),
}


def read_migrations(
    folder: Path, questionnaire: Questionnaire, oldest: int | None = None
) -> tuple[Migration, ...]:
    """The maps that lead to a questionnaire, which lies in `folder`, the newest first.

    Older versions are read as far as maps lead from them, but none before the major version
    `oldest`; without it, none before those that the maps of `folder` itself lead from.

    Raises:
        InputRejected: with every problem of all maps of a folder.
    """
    found: tuple[Migration, ...] = ()
    for version in reversed(_versions(_Version(folder, questionnaire), oldest)):
        found = _maps_of(version, found)
    return found


def _versions(newest: _Version, oldest: int | None) -> list[_Version]:
    """The versions between which maps lead, the newest first."""
    versions = [newest]
    while (last := versions[-1]).files:
        if oldest is None:
            oldest = min((each.start.major for each in last.files if each.start), default=0)
        last.older = _older(last, oldest)
        if last.older is None:
            break
        versions.append(last.older)
    return versions


def _maps_of(version: _Version, older: tuple[Migration, ...]) -> tuple[Migration, ...]:
    """The maps of one version with those that lead to it, `older`."""
    problems = list(version.problems)
    found: list[Migration] = []
    for file in sorted(version.files, key=lambda each: each.start or Version(0), reverse=True):
        try:
            found.append(_Check(file, version, [*found, *older]).migration())
        except InputRejected as rejected:
            problems.extend(rejected.problems)
        else:
            problems.extend(file.notebook.problems)
    if any(each.severity == "error" for each in problems):
        place = Place(str(version.folder / FOLDER))
        raise InputRejected(not_too_many(sorted(problems, key=lambda each: each.place), place))
    ours = {each.start for each in found}
    return (*found, *(each for each in older if each.start not in ours))


class _Version:
    """One version of a questionnaire, with the maps beside it."""

    def __init__(self, folder: Path, questionnaire: Questionnaire) -> None:
        self.folder = folder
        self.questionnaire = questionnaire
        self.older: _Version | None = None
        self.problems: list[Problem] = []
        self.files: list[MapFile] = []
        try:
            paths = files_in(folder / FOLDER, (".yaml",))
            for path in paths:
                self._read(path)
        except InputRejected as rejected:
            self.problems.extend(rejected.problems)

    def _read(self, path: Path) -> None:
        try:
            self.files.append(_map_file(path))
        except InputRejected as rejected:
            self.problems.extend(rejected.problems)


def ids_of(questionnaire: Questionnaire) -> Ids:
    """Everything that an answers file of a questionnaire may name."""
    return Ids(
        {
            "question": frozenset(questionnaire.capability),
            "fit": frozenset(each.id for each in questionnaire.fit.items),
            "channel": frozenset(questionnaire.channel),
            "journey": frozenset(questionnaire.journey),
            "profile": frozenset(questionnaire.profile),
            "size": frozenset(questionnaire.size),
        },
        {each.id: frozenset(step.id for step in each.steps) for each in questionnaire.journeys},
        is_whole=True,
    )


def version_of(questionnaire: Questionnaire) -> Version:
    """The first two numbers of a questionnaire's version."""
    return version_in(questionnaire.version.rpartition(".")[0]) or Version(0)


def _map_file(path: Path) -> MapFile:
    data = read_bytes(str(path), MAX_BYTES)
    root = strict_yaml.read(data, str(path), max_depth=MAX_DEPTH, max_bytes=MAX_BYTES)
    return MapFile(root, Notebook(str(path)))


def _older(newer: _Version, oldest: int) -> _Version | None:
    """The nearest older version that lies beside, in a folder named after its major number."""
    ours = version_of(newer.questionnaire).major
    here = newer.folder.resolve()
    if here.name != str(ours):
        return None
    for major in range(ours - 1, oldest - 1, -1):
        beside = here.parent / str(major)
        if os.path.isfile(beside / _FILE):  # noqa: PTH113 - unlike a Path, never raises
            older = load_questionnaire(str(beside / _FILE), newer.questionnaire.language)
            is_ours = older.id == newer.questionnaire.id and version_of(older).major == major
            return _Version(beside, older) if is_ours else None
    return None


class _Check:
    """Compares one map with the versions it leads from and to."""

    def __init__(
        self,
        file: MapFile,
        version: _Version,
        newer: Sequence[Migration],
    ) -> None:
        self.file = file
        self.notebook = file.notebook
        self.questionnaire = version.questionnaire
        self.moves = tuple(each.move for each in file.drafted)
        self.start = file.start or Version(0)
        self.end = file.end or Version(0)
        following = way(newer, self.end)
        self.after = following[0].before if following else ids_of(self.questionnaire)
        exact = _exact(version.older, self.start)
        self.before = exact or _named(self.after, self.moves)

    def migration(self) -> Migration:
        """The map, with what is wrong with it in its notebook."""
        if self.file.start and self.file.end:
            self._check_versions()
        self._check_doubles()
        for drafted in self.file.drafted:
            self._check_old(drafted.move, drafted.old)
            self._check_new(drafted.move, drafted.new)
        if self.before.is_whole:
            self._check_left_over()
        return Migration(self.start, self.end, self.moves, self.before)

    def _check_versions(self) -> None:
        start, end, ours = self.start, self.end, version_of(self.questionnaire)
        if not _is_newer(end, start):
            self.notebook.note("M962", self.file.place_of("to"), start=start, end=end)
        elif (end.major, end.minor or 0) > (ours.major, ours.minor or 0):
            wanted = self.questionnaire.version
            self.notebook.note("M963", self.file.place_of("to"), end=end, wanted=wanted)
        name = Path(self.notebook.file).name
        if name != f"from-{start}.yaml":
            details = {"name": shown(name), "start": start}
            self.notebook.note("M964", self.file.place_of("from"), **details)

    def _check_doubles(self) -> None:
        """An old id goes one way, and a new one gets answers by one entry."""
        for code, places in (("M967", self._olds()), ("M968", self._news())):
            lines: dict[tuple[Kind, str], int] = {}
            for kind, text in places:
                if (kind, text.value) in lines:
                    line = lines[kind, text.value]
                    self.notebook.note(code, text, value=shown(text.value), line=line)
                lines.setdefault((kind, text.value), text.line)

    def _olds(self) -> Iterator[tuple[Kind, Text]]:
        return ((each.move.kind, text) for each in self.file.drafted for text in each.old)

    def _news(self) -> Iterator[tuple[Kind, Text]]:
        return ((each.move.kind, text) for each in self.file.drafted for text in each.new)

    def _check_old(self, move: Move, names: Sequence[Text]) -> None:
        for name in names:
            if not self.before.has(move.kind, name.value):
                self._note_unknown("M965", move.kind, name, self.before, self.start)
            elif move.how == "removed" and self.after.has(move.kind, name.value):
                self.notebook.note("M971", name, value=shown(name.value), version=self.end)

    def _check_new(self, move: Move, names: Sequence[Text]) -> None:
        for name in names:
            if not self.after.has(move.kind, name.value):
                self._note_unknown("M966", move.kind, name, self.after, self.end)

    def _note_unknown(self, code: str, kind: Kind, name: Text, ids: Ids, version: Version) -> None:
        details = {"what": say(_KINDS[kind]), "value": shown(name.value), "version": version}
        hint = self.notebook.hint(name.value, sorted(_all(ids, kind)))
        self.notebook.note(code, name, hint=hint, **details)

    def _check_left_over(self) -> None:
        """Every old id that the newer version lacks is in the map."""
        for kind, called in _KINDS.items():
            moved = {old for move in self.moves if move.kind == kind for old in move.old}
            for name in sorted(_all(self.before, kind) - moved):
                if not self._goes_on(kind, name):
                    details = {"what": say(called), "value": shown(name), "version": self.start}
                    self.notebook.note("M972", self.file.root, **details)

    def _goes_on(self, kind: Kind, name: str) -> bool:
        """Whether an id that no entry names has a place in the newer version."""
        if kind != "step":
            return self.after.has(kind, name)
        journey, _, step = name.partition("/")
        for move in self.moves:
            if move.kind == "journey" and journey in move.old:
                return not move.new or self.after.has("step", f"{move.new[0]}/{step}")
        return journey not in self.after.steps or self.after.has("step", name)


def _exact(older: _Version | None, start: Version) -> Ids | None:
    """The ids of the older version, if it is the one that a map starts from."""
    if older is None:
        return None
    theirs = version_of(older.questionnaire)
    fits = start.major == theirs.major and start.minor in {None, theirs.minor}
    return ids_of(older.questionnaire) if fits else None


def _named(after: Ids, moves: Sequence[Move]) -> Ids:
    """What an older version may have asked, as far as the map to the next one names it."""
    names = {
        kind: known | {old for move in moves if move.kind == kind for old in move.old}
        for kind, known in after.names.items()
    }
    steps = dict(after.steps)
    for move in moves:
        if move.kind == "journey":
            for old in move.old:
                steps[old] = after.steps.get(move.new[0], None) if move.new else None
    for move in moves:
        if move.kind == "step":
            for old in move.old:
                journey, _, step = old.partition("/")
                known = steps.get(journey, frozenset())
                steps[journey] = None if known is None else known | {step}
    return Ids(names, steps, is_whole=False)


def _all(ids: Ids, kind: Kind) -> frozenset[str]:
    if kind != "step":
        return ids.names[kind]
    return frozenset(
        f"{journey}/{step}" for journey, steps in ids.steps.items() for step in steps or ()
    )


def _is_newer(end: Version, start: Version) -> bool:
    if end.major != start.major:
        return end.major > start.major
    return start.minor is not None and (end.minor or 0) > start.minor
