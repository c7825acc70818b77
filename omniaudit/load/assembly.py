"""The files of a questionnaire as one tree: its own, its translations, the words of its trades.

    questionnaire.yaml            what is asked and how it is judged
    it.yaml                       all its texts in Italian, for `translations: [it]`
    profiles/hospitality.yaml     the texts that a profile with `words: yes` says otherwise
    profiles/hospitality.it.yaml  the same in Italian

A questionnaire that `draws-on` another takes from it whatever it does not say itself.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from omniaudit import language
from omniaudit.load import questionnaire as reader
from omniaudit.load import strict_yaml
from omniaudit.load.clean_text import shown
from omniaudit.load.drawing import drawn, left_behind
from omniaudit.load.fields import YES, Fields
from omniaudit.load.files import read_bytes
from omniaudit.load.nodes import list_of, value_of, word_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import moved_group
from omniaudit.load.rewording import reworded
from omniaudit.load.tree import Entries, Text
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import Problem
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, questionnaire_file, shipped_questionnaires

_HEAD = ("questionnaire", "language", "profile")
"""What a file of words says of itself."""

MOST_TRANSLATIONS = 50
"""More than one business speaks; whatever else is listed is not read."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_FILE_NAME = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*", re.ASCII)


def load_questionnaire(
    name_or_path: str = DEFAULT_QUESTIONNAIRE, in_language: str | None = None
) -> Questionnaire:
    """The questionnaire of a shipped name, a file, or a folder that holds one.

    It is in the language that is asked for, or else in force, if it is translated into it, and
    otherwise in its own.

    Raises:
        UsageError: when there is none of that name.
        InputRejected: with every problem of one of its files.
    """
    return Folder(questionnaire_file(name_or_path), in_language or language.code()).questionnaire()


class Folder:
    """The files of one questionnaire, in one language."""

    def __init__(self, path: Path, wanted: str, same: Folder | None = None) -> None:
        """Read the questionnaire's own file, unless the `same` folder has been read already."""
        self.path = path
        self.data: bytes = same.data if same else read_bytes(str(path), reader.MAX_BYTES)
        self.own: Entries = same.own if same else _tree(self.data, str(path))
        self.notebook = Notebook(str(path))
        self._trees: dict[str, Entries] = {}
        self._words: dict[str, Entries] = {}
        self.warnings: list[Problem] = []
        """What was noticed in the files of words that were read, and let pass."""
        self.language = wanted if wanted in self.translations else word_of(self.own, "language")

    @cached_property
    def sha256(self) -> str:
        """Of everything that is asked and how it is judged; words of other files do not count."""
        theirs = self.other.sha256 if self.other else ""
        return hashlib.sha256(self.data + theirs.encode()).hexdigest()

    @cached_property
    def translations(self) -> tuple[str, ...]:
        """The languages besides its own in which the questionnaire has words."""
        named = dict.fromkeys(value_of(each) for each in list_of(self.own, "translations"))
        return tuple(each for each in named if is_language(each))[:MOST_TRANSLATIONS]

    def spoken(self, wanted: str) -> Folder:
        """The same files in another language, if they are translated into it."""
        return type(self)(self.path, wanted, self)

    def questionnaire(self) -> Questionnaire:
        """What the files say.

        Raises:
            InputRejected: with every problem of one of them.
        """
        root = self.tree()
        left = left_behind(self.other.tree(), root) if self.other else {}
        found = reader.read_tree(root, self.notebook, self.sha256, _Trades(self), left)
        return replace(found, is_first_look=self.is_first_look)

    def tree(self, profile: str = "") -> Entries:
        """Everything as one tree, in the words of a profile where it has words of its own."""
        if profile not in self._trees:
            self._trees[profile] = self._whole(profile)
        return self._trees[profile]

    def _whole(self, profile: str) -> Entries:
        root = self._translated
        if profile in worded_profiles(root):
            root = self.with_words(root, profile)
        if self.other is None:
            return root
        _, place = self.own.entries["draws-on"]
        return drawn(moved_group(self.other.tree(profile), place), root, self.notebook)

    @cached_property
    def _translated(self) -> Entries:
        if not self._ending:
            return self.own
        root = self.with_words(self.own)
        place, language = root.entries["language"]
        named = Text(self.language, language.line, language.column)
        return Entries({**root.entries, "language": (place, named)}, root.line, root.column)

    @property
    def is_first_look(self) -> bool:
        """Whether the questionnaire that it draws on has it asked for a first look."""
        if self.other is None:
            return False
        return word_of(self.other.own, "quick") == word_of(self.own, "questionnaire")

    @property
    def is_original(self) -> bool:
        """Whether it is in the questionnaire's own language."""
        return not self._ending

    @property
    def _ending(self) -> str:
        """What the names of files in another language end in."""
        return "" if self.language == word_of(self.own, "language") else f".{self.language}"

    def file_of_words(self, profile: str = "") -> str:
        """The file that holds our language's words, or those of a profile in it."""
        name = f"profiles/{profile}{self._ending}" if profile else self.language
        return str(self.path.parent / f"{name}.yaml")

    def words(self, profile: str = "") -> Entries:
        """What that file says, without its head.

        Raises:
            InputRejected: when it cannot be read.
        """
        words = self._written(profile)
        said = {key: each for key, each in words.entries.items() if key not in _HEAD}
        return Entries(said, words.line, words.column)

    def _written(self, profile: str) -> Entries:
        """That file as a tree, read once."""
        if profile not in self._words:
            file = self.file_of_words(profile)
            self._words[profile] = _tree(read_bytes(file, reader.MAX_BYTES), file)
        return self._words[profile]

    def with_words(self, root: Entries, profile: str = "") -> Entries:
        """The tree with the words of our language, or of a profile, from their own file.

        Raises:
            InputRejected: with every problem of that file.
        """
        words = self._written(profile)
        notebook = Notebook(self.file_of_words(profile))
        head = {"questionnaire": word_of(self.own, "questionnaire"), "language": self.language}
        if profile:
            head["profile"] = profile
        fields = Fields(words, notebook, "the file", (*words.entries, *head))
        for key, wanted in head.items():
            text = fields.text(key)
            if text is not None and text.value != wanted:
                notebook.note("Q612", text, key=key, value=shown(text.value), wanted=wanted)
        rest = {key: entry for key, entry in words.entries.items() if key not in head}
        said = Entries(rest, words.line, words.column)
        found = reworded(root, said, notebook, whole=not profile)
        self.warnings.extend(notebook.warnings_or_raise())
        return found

    @cached_property
    def other(self) -> Folder | None:
        """The files of the questionnaire that this one draws on, if it does.

        Raises:
            InputRejected: when there is none, or when it draws on another itself.
        """
        name = word_of(self.own, "draws-on")
        if not name:
            return None
        _, text = self.own.entries["draws-on"]
        shipped = shipped_questionnaires()
        if name not in shipped:
            self.notebook.note_unknown("Q613", Text(name, text.line, text.column), tuple(shipped))
            self.notebook.warnings_or_raise()
        other = type(self)(shipped[name], self.language)
        if other.other:
            self.notebook.note("Q614", text, value=shown(name))
            self.notebook.warnings_or_raise()
        return other


class _Trades(Mapping[str, Questionnaire]):
    """The questionnaire in the words of each profile that has its own, read when asked for."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.found: dict[str, Questionnaire] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        return worded_profiles(self.folder.tree())

    def __getitem__(self, profile: str) -> Questionnaire:
        if profile not in self.names:
            raise KeyError(profile)
        if profile not in self.found:
            root, notebook = self.folder.tree(profile), Notebook(str(self.folder.path))
            found = reader.read_tree(root, notebook, self.folder.sha256)
            self.found[profile] = replace(found, is_first_look=self.folder.is_first_look)
        return self.found[profile]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def worded_profiles(root: Entries) -> tuple[str, ...]:
    """The profiles that say some texts otherwise, by `words: yes`."""
    parts = list_of(root, "profiles")
    named = (word_of(each, "id") for each in parts if word_of(each, "words") in YES)
    return tuple(each for each in named if is_file_name(each))


def is_language(name: str) -> bool:
    """Whether a word is the code of a language, such as `it` or `pt-BR`."""
    return _LANGUAGE.fullmatch(name) is not None


def is_file_name(name: str) -> bool:
    """Whether an id or a language may become a part of a file's name: it leads nowhere else."""
    return _FILE_NAME.fullmatch(name) is not None


def _tree(data: bytes, file: str) -> Entries:
    return strict_yaml.read(data, file, max_depth=reader.MAX_DEPTH, max_bytes=reader.MAX_BYTES)
