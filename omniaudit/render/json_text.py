"""Documents as JSON text, and exact numbers as they stand there."""

from __future__ import annotations

import json
from fractions import Fraction
from functools import cache
from typing import Any

_SCALE = 10_000
"""Numbers are whole multiples of one part of it: four decimals."""

Document = dict[str, Any]


def text(document: Document, *, indent: int | None = 2, ascii_only: bool = False) -> str:
    """A document as text; the same document is always the same text.

    What a terminal would obey or could not show, and a byte of a file's name that is no text,
    stands as JSON's escape of four hexadecimal digits.
    """
    found = _encoder(indent, ascii_only=ascii_only).encode(document)
    # Of ASCII, JSON itself escapes all that is not printable but DEL: that is soon looked up.
    if (found.isascii() and "\x7f" not in found) or found.replace("\n", "").isprintable():
        return found
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in found
    )


def line(document: Document) -> str:
    """A new `score@1` document on one line: what `text` gives without an indent, only sooner."""
    # Within a text each quotation mark follows a backslash, so this stands nowhere else.
    whole = text({**document, "capabilities": []}, indent=None)
    parts = ", ".join([each.line for each in document["capabilities"]])
    return whole.replace('"capabilities": []', f'"capabilities": [{parts}]', 1)


@cache
def _encoder(indent: int | None, *, ascii_only: bool) -> json.JSONEncoder:
    return json.JSONEncoder(
        ensure_ascii=ascii_only, indent=indent, allow_nan=False, check_circular=False
    )


def number(value: Fraction | float | None) -> float | None:
    """A number as it is printed; whole numbers keep their point."""
    if value is None:
        return None
    above, below = value.as_integer_ratio()
    whole, rest = divmod(above * _SCALE, below)
    if 2 * rest > below or (2 * rest == below and whole % 2):
        whole += 1
    return whole / _SCALE
