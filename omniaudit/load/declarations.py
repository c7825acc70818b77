"""What a questionnaire says of its other files: translations, trades, and what it draws on."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from omniaudit.language import say
from omniaudit.load.assembly import MOST_TRANSLATIONS, Folder, is_language
from omniaudit.load.clean_text import shown
from omniaudit.load.drawing import PICKED
from omniaudit.load.fields import Fields, text_of
from omniaudit.load.nodes import entry_of, list_of, word_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import place_of
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.problems import Place, Problem, UsageError, problem

_FILE = "questionnaire.yaml"
_TRADES = "profiles"
_TWO_LETTERS = re.compile(r"[a-z]{2}(-[A-Za-z0-9]{2,8})?")


def check_declarations(folder: Folder, notebook: Notebook) -> None:
    """Note what is declared that is not there, or cannot be."""
    root = Fields(folder.own, notebook, "the file", folder.own.entries)
    for text in _translations(root, folder, notebook):
        _check_file(folder.spoken(text.value), "", text, notebook)
    folders = [folder, *(folder.spoken(language) for language in folder.translations)]
    for part in _parts(folder.own, "profiles"):
        profile = Fields(part, notebook, "profiles", part.entries)
        name = place_of(part, ("id",))
        if profile.yes_no("words", default=False) and isinstance(name, Text):
            for there in folders:
                _check_file(there, name.value, place_of(part, ("words",)), notebook)


def _translations(root: Fields, folder: Folder, notebook: Notebook) -> Iterator[Text]:
    """The languages that are declared, those alone that can be."""
    seen: set[str] = set()
    items = root.items("translations", required=False)
    if len(items) > MOST_TRANSLATIONS:
        wanted = say("at most {most}", most=MOST_TRANSLATIONS)
        details = {"key": "translations", "wanted": wanted, "found": len(items)}
        notebook.note("Q602", items[MOST_TRANSLATIONS], **details)
    for item in items[:MOST_TRANSLATIONS]:
        text = text_of(item, notebook, "translations")
        if text is None:
            continue
        details = {"value": shown(text.value)}
        if not is_language(text.value):
            notebook.note("Q622", text, **details)
        elif text.value == folder.language:
            notebook.note("Q621", text, **details)
        elif text.value in seen:
            notebook.note("S307", text, **details)
        else:
            _check_drawn(folder, text, notebook)
            yield text
        seen.add(text.value)


def _check_drawn(folder: Folder, text: Text, notebook: Notebook) -> None:
    """Note where what is drawn on has no words in a language."""
    other = folder.spoken(text.value).other
    if other and other.language != text.value:
        value = word_of(folder.own, "draws-on")
        notebook.note("Q620", text, value=value, language=text.value, other=other.language)


def _check_file(folder: Folder, profile: str, place: Node, notebook: Notebook) -> None:
    code = "Q646" if profile else "Q615"
    details = {"value": profile or folder.language}
    file = Path(folder.file_of_words(profile))
    if not os.path.exists(file):  # noqa: PTH110 - unlike a Path, never raises
        notebook.note(code, place, file=file.relative_to(folder.path.parent), **details)


def check_is_whole(folder: Folder) -> None:
    """That the file is a questionnaire.

    Raises:
        UsageError: when it holds words of one that lies beside it.
    """
    here = folder.path.parent
    home = here.parent if here.name == _TRADES else here
    whole = home / _FILE
    is_there = os.path.exists(whole)  # noqa: PTH110 - unlike a Path, never raises
    if "version" not in folder.own.entries and whole != folder.path and is_there:
        at = Place(str(folder.path))
        raise UsageError([problem("U704", at, folder=home)])


def undeclared(folder: Folder, declared: Collection[Path]) -> Iterator[Problem]:
    """Tell of files that look like words of the questionnaire, and that it does not declare."""
    languages = (folder.language, *folder.translations)
    for each in _lying(folder, declared):
        place, value = Place(str(each)), each.relative_to(folder.path.parent).as_posix()
        profile, _, language = each.stem.partition(".")
        if each.parent == folder.path.parent:
            profile, language = "", each.stem
        if language and language not in languages:
            yield problem("Q616", place, value=shown(value), language=shown(language))
        else:
            yield problem("Q648", place, value=shown(value), profile=shown(profile))


def _lying(folder: Folder, declared: Collection[Path]) -> list[Path]:
    here = folder.path.parent
    languages = (each for each in here.glob("*.y*ml") if _TWO_LETTERS.fullmatch(each.stem))
    trades = (here / _TRADES).glob("*.y*ml")
    lying = {*languages, *trades}.difference(declared, [folder.path])
    return sorted(lying)


def taken_over(own: Entries) -> set[tuple[int, int]]:
    """The places where parts of another questionnaire are taken over; whole parts of one's own too.

    What is wrong in a part of one's own has a place further inside.
    """
    places = [node for key in PICKED for node in list_of(own, key)]
    return drawing_place(own) | {(each.line, each.column) for each in places}


def drawing_place(own: Entries) -> set[tuple[int, int]]:
    """The place of everything that is taken over without being named, if anything is."""
    node = entry_of(own, "draws-on")
    return {(node.line, node.column)} if node else set()


def _parts(root: Entries, key: str) -> list[Entries]:
    return [each for each in list_of(root, key) if isinstance(each, Entries)]
