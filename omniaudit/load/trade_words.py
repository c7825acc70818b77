"""Words that add nothing to the original, and words of a trade that only one language has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from omniaudit.load.assembly import Folder
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import place_of, texts_of
from omniaudit.load.tree import Entries, Text
from omniaudit.model.flaw import Path as TreePath
from omniaudit.problems import InputRejected

_FEW = 3
"""So many words may well be the same in two languages, such as names and terms of the trade."""


def check_translated(own: Entries, words: Entries, notebook: Notebook) -> None:
    """Note every longer text of a translation that reads like the original."""
    for key, text in _repeated(own, words).values():
        if len(text.value.split()) > _FEW:
            notebook.note("Q617", text, key=key)


def check_otherwise(folders: Sequence[Folder], profile: str, notebook: Notebook) -> None:
    """Note what the words of a trade say like the original, the first of the folders.

    A ladder or list is said as a whole, so parts of it may well be the same; and what another
    language has to say otherwise, in another gender for instance, must be said in the original too.
    """
    original, words = folders[0].own, folders[0].words(profile)
    otherwise = {path for each in folders for path in _otherwise(each, profile)}
    same = {whole_of(path): key for path, (key, _) in _repeated(original, words).items()}
    for path, key in same.items():
        if path not in otherwise:
            notebook.note("Q618", place_of(words, path), key=key)


def _otherwise(folder: Folder, profile: str) -> set[TreePath]:
    """What the words of a trade say otherwise in one language; nothing where they are not there."""
    try:
        words = folder.words(profile)
        everybody = folder.own if folder.is_original else folder.words()
    except InputRejected:
        return set()
    repeated = _repeated(everybody, words)
    return {whole_of(path) for path, _, _ in texts_of(words) if path not in repeated}


def _repeated(own: Entries, words: Entries) -> Mapping[TreePath, tuple[str, Text]]:
    """The texts that are the same as in the original, by their paths, with their keys."""
    original = {path: text.value.split() for path, _, text in texts_of(own)}
    return {
        path: (key, text)
        for path, key, text in texts_of(words)
        if text.value.split() == original.get(path)
    }


def check_both_languages(own: Folder, profile: str, words: Entries, notebook: Notebook) -> None:
    """Note what the words of a profile say otherwise in the original alone."""
    try:
        theirs = own.words(profile)
    except InputRejected:
        return
    file = Path(own.file_of_words(profile)).relative_to(own.path.parent)
    there = {whole_of(path) for path, _, _ in texts_of(words)}
    known = {whole_of(path) for path, _, _ in texts_of(own.own)}
    for path in dict.fromkeys(whole_of(path) for path, _, _ in texts_of(theirs)):
        if path in known - there:
            part = ": ".join(map(str, path))
            notebook.note("Q619", place_of(words, path), value=part, file=file)


def whole_of(path: TreePath) -> TreePath:
    """The path to a list, of the path to one of its texts; any other as it is."""
    return path[:-1] if isinstance(path[-1], int) else path
