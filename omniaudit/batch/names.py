"""Names of files that a batch writes about businesses: plain letters, whatever these are called."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 80
"""Letters of a slug: with key and suffix far below what any file system takes."""
_KEY_DIGITS = 12
_NAMELESS = "business"
_OTHER = re.compile(r"[^a-z0-9]+")
_MARKS = re.compile("[\u0300-\u036f]+")
_DEVICE = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Windows opens these in every folder."""
_SPELLED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
"""Latin letters that are no letter with a mark, after small letters were made."""


def slug(text: str) -> str:
    """A text as part of a file name: 1 to 80 of `a` to `z`, `0` to `9` and single hyphens.

    What is written in no Latin letters is `business`, and no name is one of Windows' devices.
    """
    small = unicodedata.normalize("NFKD", text).casefold().translate(_SPELLED)
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", small))
    found = _OTHER.sub("-", plain).strip("-")[:LONGEST].rstrip("-")
    if not found:
        return _NAMELESS
    return f"{_NAMELESS}-{found}" if _DEVICE.fullmatch(found) else found


def file_name(name: str, key: str, suffix: str) -> str:
    """A name for a file about something of that name; the key, a digest in hex, tells namesakes.

    Raises:
        ValueError: the key is no digest.
    """
    digits = bytes.fromhex(key).hex()[:_KEY_DIGITS]
    if len(digits) < _KEY_DIGITS:
        raise ValueError("a key has twelve digits at least")
    return f"{slug(name)}-{digits}{suffix}"
