"""What a questionnaire says of its other files: translations, trades, and what it draws on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from omniaudit.load.clean_text import shown
from omniaudit.load.drawing import PICKED
from omniaudit.load.fields import Fields, text_of
from omniaudit.load.library import Folder
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import place_of
from omniaudit.load.strict_yaml import Entries, Items, Node, Text

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
_TWO_LETTERS = re.compile(r"[a-z]{2}(-[A-Za-z0-9]{2,8})?")


def check_declarations(folder: Folder, notebook: Notebook) -> None:
    """Note what is declared that is not there, or cannot be."""
    root = Fields(folder.own, notebook, "the file", folder.own.entries)
    for text in _translations(root, folder, notebook):
        _check_file(Folder(folder.path, text.value), "", text, "translations", notebook)
    for part in _parts(folder.own, "profiles"):
        profile = Fields(part, notebook, "profiles", part.entries)
        name = place_of(part, ("id",))
        if profile.yes_no("words", default=False) and isinstance(name, Text):
            for language in (folder.language, *folder.translations):
                there = Folder(folder.path, language)
                _check_file(there, name.value, place_of(part, ("words",)), "words", notebook)


def _translations(root: Fields, folder: Folder, notebook: Notebook) -> Iterator[Text]:
    """The languages that are declared, those alone that can be."""
    seen: set[str] = set()
    for item in root.items("translations", required=False):
        text = text_of(item, notebook, "translations")
        if text is None:
            continue
        details = {"value": shown(text.value)}
        if _LANGUAGE.fullmatch(text.value) is None:
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
    other = Folder(folder.path, text.value).other
    if other and other.language != text.value:
        drawn = place_of(folder.own, ("draws-on",))
        value = drawn.value if isinstance(drawn, Text) else ""
        notebook.note("Q620", text, value=value, language=text.value, other=other.language)


def _check_file(folder: Folder, profile: str, place: Node, key: str, notebook: Notebook) -> None:
    file = Path(folder.file_of_words(profile))
    if not file.exists():
        notebook.note("Q615", place, file=file.relative_to(folder.path.parent), key=key)


def undeclared(folder: Folder, declared: Collection[Path]) -> list[Path]:
    """Files beside the questionnaire that look like words of it, and that it does not declare."""
    here = folder.path.parent
    languages = (each for each in here.glob("*.y*ml") if _TWO_LETTERS.fullmatch(each.stem))
    trades = (here / "profiles").glob("*.y*ml")
    lying = {*languages, *trades}.difference(declared, [folder.path])
    return sorted(lying)


def taken_over(own: Entries) -> set[tuple[int, int]]:
    """The places where parts of another questionnaire are taken over."""
    places = [node for key, (_, node) in own.entries.items() if key == "draws-on"]
    for key in PICKED:
        places += [each for each in _items(own, key) if isinstance(each, Text)]
    return {(each.line, each.column) for each in places}


def _items(root: Entries, key: str) -> list[Node]:
    node = place_of(root, (key,))
    return node.items if isinstance(node, Items) else []


def _parts(root: Entries, key: str) -> list[Entries]:
    return [each for each in _items(root, key) if isinstance(each, Entries)]
