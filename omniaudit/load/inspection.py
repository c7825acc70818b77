"""Every mistake in all the files of a questionnaire, in one go.

Loading stops at the first file that is wrong; here each is read for itself, and looked at for what
loading lets pass: words that are missing, left as they were, or that nothing declares.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from omniaudit.load.assembly import Folder, worded_profiles
from omniaudit.load.declarations import (
    check_declarations,
    check_is_whole,
    drawing_place,
    taken_over,
    undeclared,
)
from omniaudit.load.folders import not_too_many
from omniaudit.load.ladders import check_ladders
from omniaudit.load.migrations import read_migrations
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import place_of
from omniaudit.load.trade_words import check_both_languages, check_otherwise, check_translated
from omniaudit.load.tree import Entries
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place, Problem, problem
from omniaudit.resources import questionnaire_file

_TOO_MANY = "F108"
_LAST = f"{os.sep}\U0010ffff"


class Inspection:
    """What is wrong with the files of a questionnaire, and what it says."""

    def __init__(self, name_or_path: str) -> None:
        """Read all files.

        Raises:
            UsageError: when there is no questionnaire of that name, or nothing but its words.
        """
        self.path = questionnaire_file(name_or_path)
        self.found: dict[Problem, None] = {}
        self.questionnaire: Questionnaire | None = None
        """In its own language; None when its own file cannot be read."""
        self.languages: tuple[str, ...] = ()
        self._tree = self._own = Entries({}, 0, 0)
        with self._collecting():
            self._read(Folder(self.path, ""))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found, file by file in the order of its lines, the own file first."""
        return tuple(sorted(self.found, key=self._rank))

    def _rank(self, each: Problem) -> tuple[bool, str, Place]:
        """That there are more problems than are told comes after those of the file or folder."""
        file = each.place.file
        last = _LAST if each.code == _TOO_MANY else ""
        return file != str(self.path), f"{file}{last}", each.place

    @property
    def errors(self) -> int:
        """How many of the problems bar the questionnaire from being used."""
        return sum(each.severity == "error" for each in self.found)

    def files_with_errors_in(self, folder: str) -> int:
        """How many files of a folder beside the questionnaire have errors."""
        inside = self.path.parent / folder
        files = {Path(each.place.file) for each in self.found if each.severity == "error"}
        return sum(each.parent == inside for each in files) or int(inside in files)

    def errors_but_in(self, *folders: str) -> bool:
        """Whether there are errors elsewhere than in these folders beside the questionnaire."""
        spared = {self.path.parent / each for each in folders}
        return any(
            each.severity == "error" and spared.isdisjoint((file, file.parent))
            for each in self.found
            for file in [Path(each.place.file)]
        )

    def add(self, problems: Iterable[Problem]) -> None:
        """Add what was found elsewhere; nothing is told twice."""
        self.found.update(dict.fromkeys(problems))

    def place(self, flaws: Iterable[Flaw]) -> None:
        """Add flaws of the questionnaire at their places; idle ones only where they are written."""
        taken, drawing = taken_over(self._own), drawing_place(self._own)
        for flaw in flaws:
            node = place_of(self._tree, flaw.where)
            silent = drawing if flaw.is_named else taken
            if flaw.idle and (node.line, node.column) in silent:
                continue
            details = dict(flaw.details)
            if flaw.first:
                details["line"] = place_of(self._tree, flaw.first).line
            place = Place(str(self.path), node.line, node.column)
            self.add([problem(flaw.code, place, **details)])

    def _read(self, folder: Folder) -> None:
        self._own = folder.own
        check_is_whole(folder)
        self.languages = (folder.language, *folder.translations)
        with self._collecting(), self._noting(str(self.path)) as notebook:
            check_declarations(folder, notebook)
        with self._noting(str(self.path)) as notebook:
            check_ladders(folder.own, notebook)
        folders = [folder.spoken(each) for each in self.languages]
        for each in folders:
            self._read_words(folders, each)
        strange = undeclared(folder, [Path(file) for file in _files_of_words(folders)])
        self.add(not_too_many(list(strange), Place(str(self.path.parent))))
        with self._collecting():
            self.questionnaire = folder.questionnaire()
            self._tree = folder.tree()
            read_migrations(self.path.parent, self.questionnaire)
        self.add(folder.notebook.problems)

    def _read_words(self, folders: Sequence[Folder], folder: Folder) -> None:
        """Compare each file of words in one language with the questionnaire."""
        for profile in _worded(folder):
            file = folder.file_of_words(profile)
            if not os.path.exists(file):  # noqa: PTH110 - unlike a Path, never raises
                continue
            with self._collecting():
                folder.with_words(folder.own, profile)
            with self._collecting(), self._noting(file) as notebook:
                words = folder.words(profile)
                check_ladders(words, notebook)
                if not profile:
                    check_translated(folder.own, words, notebook)
                elif folder.is_original:
                    check_otherwise(folders, profile, notebook)
                else:
                    check_both_languages(folders[0], profile, words, notebook)
        self.add(folder.warnings)

    @contextmanager
    def _collecting(self) -> Iterator[None]:
        try:
            yield
        except InputRejected as rejected:
            self.add(rejected.problems)

    @contextmanager
    def _noting(self, file: str) -> Iterator[Notebook]:
        notebook = Notebook(file)
        try:
            yield notebook
        finally:
            self.add(notebook.problems)


def _worded(folder: Folder) -> tuple[str, ...]:
    """Whose words stand in files of a language: everybody's, as an empty name, and trades'."""
    everybody = () if folder.is_original else ("",)
    return *everybody, *worded_profiles(folder.own)


def _files_of_words(folders: Iterable[Folder]) -> Iterator[str]:
    for folder in folders:
        yield from (folder.file_of_words(profile) for profile in _worded(folder))
