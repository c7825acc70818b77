"""Every mistake in all the files of a questionnaire, in one go.

Loading stops at the first file that is wrong; here each is read for itself, and looked at for what
loading lets pass: words that are missing, left as they were, or that nothing declares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from omniaudit.load.files import read_bytes
from omniaudit.load.library import Folder, worded_profiles
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import place_of
from omniaudit.load.questionnaire import MAX_BYTES, MAX_DEPTH
from omniaudit.load.strict_yaml import Entries, Items, Node, Text, read
from omniaudit.load.translations import (
    check_declarations,
    check_ladders,
    check_sameness,
    check_trade,
    undeclared,
)
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place, Problem, problem
from omniaudit.resources import questionnaire_file


class Inspection:
    """What is wrong with the files of a questionnaire, and what it says in each language.

    `questionnaires` by language, its own first; none, when its own file cannot be read.
    """

    def __init__(self, name_or_path: str) -> None:
        """Read all files.

        Raises:
            UsageError: when there is no questionnaire of that name.
        """
        self.path = questionnaire_file(name_or_path)
        self.problems: dict[Problem, None] = {}
        self.questionnaires: dict[str, Questionnaire] = {}
        self._tree: Entries | None = None
        self._own: Entries | None = None
        self._collect(self._read_own)
        if self._own is not None:
            self._read_words(self._own)
            self._collect(self._read_all)

    @property
    def is_rejected(self) -> bool:
        """Whether anything was found with which the questionnaire cannot be used."""
        return any(each.severity == "error" for each in self.problems)

    def add(self, problems: Iterable[Problem]) -> None:
        """Add what was found elsewhere; nothing is told twice."""
        self.problems.update(dict.fromkeys(problems))

    def place(self, flaws: Iterable[Flaw]) -> None:
        """Add flaws of the questionnaire at their places; idle ones only where they are written."""
        if self._tree is None or self._own is None:
            return
        taken = set(_taken_over(self._own))
        for flaw in flaws:
            node = place_of(self._tree, flaw.where)
            if flaw.idle and (node.line, node.column) in taken:
                continue
            details = dict(flaw.details)
            if flaw.first:
                details["line"] = place_of(self._tree, flaw.first).line
            place = Place(str(self.path), node.line, node.column)
            self.add([problem(flaw.code, place, **details)])

    def _collect(self, task: Callable[[], None]) -> None:
        try:
            task()
        except InputRejected as rejected:
            self.add(rejected.problems)

    def _read_own(self) -> None:
        folder = Folder(self.path, "")
        self._own = folder.own
        self._check(lambda notebook: check_declarations(folder, notebook), str(self.path))
        self._check(lambda notebook: check_ladders(folder.own, notebook), str(self.path))
        ours = folder.questionnaire()
        self.add(folder.notebook.problems)
        self.questionnaires[ours.language] = ours
        self._tree = folder.tree()

    def _check(self, task: Callable[[Notebook], None], file: str) -> None:
        notebook = Notebook(file)
        self._collect(lambda: task(notebook))
        self.add(notebook.problems)

    def _read_words(self, own: Entries) -> None:
        """Compare every file of words with the questionnaire, each for itself."""
        first = Folder(self.path, "")
        profiles = worded_profiles(own)
        for folder in (first, *(Folder(self.path, each) for each in first.translations)):
            for profile in ("", *profiles) if folder.language != first.language else profiles:
                file = folder.file_of_words(profile)
                if Path(file).exists():
                    self._collect(lambda it=folder, who=profile: self._compare(it, who))  # type: ignore[misc]
                else:
                    self._miss(first, folder, profile, file)
        declared = {Path(each) for each in self._files(first, profiles)}
        for lying in undeclared(self.path.parent, declared):
            self.add([problem("Q616", Place(str(lying)), value=lying.name)])
