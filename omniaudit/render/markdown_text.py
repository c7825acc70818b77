"""Text that stays text in Markdown: no link, picture, emphasis, heading, HTML or table break."""

from __future__ import annotations

import re

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "`": "&#96;"}
"""Signs before which not every renderer understands a backslash."""

_SIGN = re.compile(r"[\\*_\[\]{}|~$^<>`]|&(?=#?\w+;)|=(?==)|(?<!\S)#|#(?=#*$)")
_WORD = re.compile(r"[^\s|`\\]+")
_ADDRESS = re.compile(r"[:/]/|@|www\.|mailto:|\w\.[^\W\d_]{2}", re.IGNORECASE)
_BEFORE = "\"'([{\u201c\u2018"
_BEHIND = "\"')]}\u201d\u2019,.;:!?"
_OPENING = re.compile(r"(\d{1,9})([.)])(?=\s|$)|[-+](?=[-\s]|$)|[=:]")


def plain(text: str) -> str:
    """The text on one line, with everything escaped that Markdown would obey.

    What a renderer could take for an address stands as code, which none makes a link.
    """
    line = " ".join(text.split())
    parts: list[str] = []
    end = 0
    for word in _WORD.finditer(line):
        if _ADDRESS.search(word.group()):
            parts += [_escaped(line[end : word.start()]), _as_code(word.group())]
            end = word.end()
    return "".join([*parts, _escaped(line[end:])])


def opening(text: str) -> str:
    """The same for the beginning of a block: no list, rule or definition comes of it."""
    line = plain(text)
    found = _OPENING.match(line)
    if found is None:
        return line
    number, sign = found.groups()
    rest = line[found.end() :]
    return f"{number}\\{sign}{rest}" if number else f"\\{found.group()}{rest}"


def _escaped(text: str) -> str:
    return _SIGN.sub(lambda found: _ENTITIES.get(found.group(), f"\\{found.group()}"), text)


def _as_code(address: str) -> str:
    """The address as code; quotes, brackets and stops around it are not part of it."""
    bare = address.lstrip(_BEFORE)
    core = bare.rstrip(_BEHIND)
    before, behind = address[: -len(bare)], bare[len(core) :]
    return f"{_escaped(before)}`{core}`{_escaped(behind)}"
