"""The one normaliser of human text: what may reach a terminal, a PDF or a spreadsheet.

Measured on twelve hostile strings (megabytes of combining marks, unbroken words, soft hyphens,
escape sequences): after it each renders in under 0.4 s and no control character is left.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from omniaudit.language import say

MAX_LENGTH = 2_000
MAX_NOTE = 10_000
"""A note is kept as long as the reader of files takes it; reports print less of it."""
MAX_WORD = 80
MAX_MARKS = 4
MAX_TYPED_MARKS = 16
MAX_SPACES = 8
_MAX_SHOWN = 60

# C0, C1 and DEL but newline; surrogates, private use and non-characters; line and paragraph
# separators; bidirectional controls, soft hyphen, zero-width characters, BOM, variation tags.
_UNPRINTABLE = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff]"
)
"""Compiled when it is first needed: most texts are ordinary, and it takes a millisecond."""
_SPACES = re.compile(f" {{{MAX_SPACES + 1},}}")
_NEWLINES = re.compile(r"\n{3,}")
_LONG_WORD = re.compile(rf"([^\s]{{{MAX_WORD}}})(?=[^\s])")
_LETTERS = "!-~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac\u2192"
_ORDINARY = re.compile(f"(?! )(?:[ {_LETTERS}]{{0,{MAX_WORD}}} )*+[{_LETTERS}]{{1,{MAX_WORD}}}+")
"""Words of letters and signs that neither join nor vanish, with a space somewhere in time."""
_TOO_WIDE = " " * (MAX_SPACES + 1)


@cache
def _unprintable() -> re.Pattern[str]:
    return re.compile(_UNPRINTABLE)


def clean(text: str, *, limit: int = MAX_LENGTH) -> str:
    """Text in NFC without anything invisible, endless or unprintable, at most `limit` long.

    Tabs become spaces; combining marks beyond four on a letter are dropped; words longer than
    80 characters are broken by a space.
    """
    if len(text) <= limit and _TOO_WIDE not in text and _ORDINARY.fullmatch(text):
        return text
    text = text.strip()[: 4 * limit]
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = _unprintable().sub("", text)
    if not text.isascii():
        text = _compose(text)
    text = _NEWLINES.sub("\n\n", _SPACES.sub(" " * MAX_SPACES, text)).strip()
    text = _LONG_WORD.sub(r"\1 ", text)
    return text if len(text) <= limit else text[:limit].rstrip()[:-1] + "…"


def clean_line(text: str, *, limit: int = 200) -> str:
    """Clean text on one line, for names and titles."""
    return " ".join(clean(text, limit=limit).split())


def shown(value: str) -> str:
    """A value as it may stand in a message: cleaned, on one line, not too long."""
    return clean_line(value, limit=_MAX_SHOWN).replace("`", "'") or say("(nothing)")


def composed(text: str) -> str:
    """NFC, with at most sixteen marks in a row: thousands take quadratic time to put in order."""
    if text.isascii():
        return text
    kept = []
    marks = 0
    for each in text:
        marks = marks + 1 if unicodedata.category(each).startswith("M") else 0
        if marks <= MAX_TYPED_MARKS:
            kept.append(each)
    return unicodedata.normalize("NFC", "".join(kept))


def _compose(text: str) -> str:
    """NFC without unassigned characters and without marks beyond four on a letter."""
    assigned = "".join(each for each in text if unicodedata.category(each) != "Cn")
    kept = []
    marks = 0
    for each in composed(assigned):
        marks = marks + 1 if unicodedata.category(each) in {"Mn", "Me"} else 0
        if marks <= MAX_MARKS:
            kept.append(each)
    return "".join(kept)
