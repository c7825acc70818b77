"""The colours of a brand file, and those that YAML took for a comment for want of quotes."""

from __future__ import annotations

import re

from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Text
from omniaudit.model.colours import LEGIBLE, WHITE, contrast, darkened, is_colour
from omniaudit.problems import InputRejected, Place, problem

KEYS = ("primary", "accent")
_BARE = re.compile(
    rf"^[^#\n]*?(?<![\w.-])[\"']?(?P<key>colours|{'|'.join(KEYS)})[\"']?[ \t]*+:[ \t]++"
    r"(?P<found>#[^\s,}]++)",
    re.MULTILINE,
)
_CLOSED = re.compile(r"[\"'\]}]")


def read_colours(fields: Fields, notebook: Notebook, source: str) -> dict[str, str]:
    """The colours that are given, by key, as `#rrggbb`; the source is what was typed."""
    if "colours" not in fields:
        _note_bare(fields, notebook, source)
        return {}
    group = fields.group("colours", KEYS)
    _note_bare(group, notebook, source)
    return {key: _colour(group.text(key, default=""), notebook) for key in KEYS}


def _note_bare(group: Fields, notebook: Notebook, source: str) -> None:
    for bare in _BARE.finditer(source):
        key, _ = group.written.get(bare["key"], (None, None))
        if key and key.value not in group and key.line == _place("", source, bare).line:
            notebook.note("B914", key, **_told(bare))


def without_quotes(file: str, source: str, rejected: InputRejected) -> InputRejected:
    """The reason behind a complaint about brackets: a colour that swallowed what comes after it."""
    bare = _BARE.search(source)
    if not bare or [each.code for each in rejected.problems] != ["Y201"]:
        return rejected
    return InputRejected([problem("B914", _place(file, source, bare), **_told(bare))])


def _told(bare: re.Match[str]) -> dict[str, str]:
    key, value = bare["key"], shown(_CLOSED.split(bare["found"])[0])
    right = f'{key}: "{value}"' if key in KEYS else f'{key}: {{primary: "{value}"}}'
    return {"key": key, "value": value, "right": right}


def _place(file: str, source: str, bare: re.Match[str]) -> Place:
    at = bare.start("found")
    return Place(file, source.count("\n", 0, at) + 1, at - source.rfind("\n", 0, at))


def _colour(text: Text | None, notebook: Notebook) -> str:
    """A colour that can be read on white, in small letters; else empty."""
    if text is None:
        return ""
    colour = text.value.strip().lower()
    if not is_colour(colour):
        notebook.note("B901", text, value=shown(text.value))
        return ""
    found = contrast(colour, WHITE)
    if found < LEGIBLE:
        # Rounded down, for 4.49 is not 4.5.
        tenths = int(found * 10) / 10
        notebook.note("B902", text, value=colour, contrast=tenths, darker=darkened(colour))
        return ""
    return colour
