"""Letters for terminals that have few of them: a text is shown as near as the encoding allows."""

from __future__ import annotations

import re
import unicodedata

from omniaudit.render.terminal import cells_wide

_NEAREST = {
    "→": "->",
    "←": "<-",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
    "\N{EN DASH}": "-",
    "—": "-",
    "\N{MINUS SIGN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "…": "...",
    "≥": ">=",
    "≤": "<=",
    "\N{MULTIPLICATION SIGN}": "x",
    "÷": "/",
    "·": "-",
    "•": "*",
    "✓": "+",
    "€": "EUR",
    "£": "GBP",
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "œ": "oe",
    "Œ": "OE",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "⏎": "|",
}
_KEY = re.compile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|O[ -~])")
"""What arrow and function keys send, and the brackets around a paste."""


def spelt(text: str, encoding: str) -> str:
    """The text with every letter that the encoding lacks spelt in those it has."""
    if _has(text, encoding):
        return text
    return "".join(each if _has(each, encoding) else _nearest(each) for each in text)


def in_place(text: str, encoding: str) -> str:
    """The same with every letter as wide as before, for a line whose columns are counted."""
    if _has(text, encoding):
        return text
    return "".join(
        each
        if _has(each, encoding)
        else _nearest(each).ljust(cells_wide(each), "?")[: cells_wide(each)]
        for each in text
    )


def heard(typed: bytes, encoding: str) -> str:
    """What was typed, whatever the locale: UTF-8 where it can be, else the terminal's encoding."""
    try:
        return typed.decode()
    except UnicodeDecodeError:
        return typed.decode(encoding, errors="replace")


def plain(text: str) -> str:
    """Text on one line without anything invisible: blanks become spaces, the rest goes."""
    if text.isprintable():
        return text
    text = _KEY.sub("", text)
    return "".join(each if each.isprintable() else " " if each.isspace() else "" for each in text)


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _nearest(letter: str) -> str:
    if letter in _NEAREST:
        return _NEAREST[letter]
    base = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return base or "?"
