"""Wrong lines of NDJSON: small to describe, and large, slow or deadly to read carelessly."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.hostile.bombs import LIMIT

_GOOD: Mapping[str, object] = {
    "format": 1,
    "business": {"name": "Corner Bookshop", "profile": "retail", "size": "small"},
    "answers": {"data.history": 2},
}


def line(**more: object) -> bytes:
    """A good document with more in it, or with something else."""
    return json.dumps({**_GOOD, **more}).encode()


def note(text: str) -> bytes:
    """A good document with that note."""
    return line(answers={"data.history": {"level": 2, "note": text}})


_START = line()[:-1]

LINE_BOMBS: Mapping[str, bytes] = {
    "J251-cut-short": line()[:-9],
    "J251-cut-inside-a-text": line()[:40],
    "J251-two-documents": line() * 2,
    "J251-yaml": b"format: 1",
    "J251-quotes-of-python": str(dict(_GOOD)).encode(),
    "J251-comma-at-the-end": _START + b",}",
    "J251-comment": line() + b" // done",
    "J251-raw-escape": note("x").replace(b'"x"', b'"\x1b[31m"'),
    "J251-raw-nul": note("x").replace(b'"x"', b'"\0"'),
    "J251-unknown-escape": note("x").replace(b'"x"', b'"\\e[31m"'),
    "J251-escape-cut-short": note("x").replace(b'"x"', b'"\\u20"'),
    "J251-endless-quote": b'{"a": "' + b'\\"' * 125_000,
    "J251-endless-colons": b'{"a"' + b":" * 250_000,
    "J251-nothing-but-blanks-and-a-bracket": b" " * 250_000 + b"[",
    "J252-not-a-number": line(mode=float("nan")),
    "J252-without-end": line(mode=float("inf")),
    "J252-fraction": line(answers={"data.history": 2.5}),
    "J252-exponent": _START + b', "mode": 1e999}',
    "J253-twice": _START + b', "format": 1}',
    "J253-twice-by-an-escape": _START + b', "form\\u0061t": 1}',
    "J254-too-large": note("x" * LIMIT),
    "J255-latin-1": note("x").replace(b'"x"', b'"caf\xe9"'),
    "J255-utf-16": line().decode().encode("utf-16"),
    "J255-surrogate-bytes": note("x").replace(b'"x"', b'"\xed\xa0\x80"'),
    "J255-binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "J256-endless-list": b'{"answers": [' + b"1," * 120_000 + b"1]}",
    "J256-endless-group": b'{"answers": {'
    + b",".join(b'"a%d": 1' % n for n in range(20_000))
    + b"}}",
    "Y206-brackets": b'{"a": ' + b"[" * 100_000,
    "Y206-brackets-closed": b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "Y206-groups": b'{"a":' * 40_000,
    "Y206-nine-levels": b'{"a": ' * 9 + b"1" + b"}" * 9,
    "Y210-endless-text": _START + b', "mode": "' + b"x" * 200_000 + b'"}',
    "Y210-endless-number": _START + b', "mode": ' + b"9" * 200_000 + b"}",
    "Y210-endless-name": b'{"' + b"x" * 200_000 + b'": 1}',
    "J251-empty": b"",
    "S303-null": b"null",
    "S303-list": b"[1, 2]",
    "S303-text": b'"format: 1"',
    "S303-number": b"7",
    "A404-number-that-is-none": line(answers={"data.history": "9" * 4_000}),
    "A404-true": line(answers={"data.history": True}),
    "A404-formula": line(answers={"data.history": "=1+1"}),
    "A403-names-that-somebody-obeys": line(
        answers=dict.fromkeys(["__proto__", "../../etc/passwd", "\x1b[31m", "{{ 7*7 }}"], 1)
    ),
    "A422-escapes": note("a\x1b[31m\x9b\u202e\x00"),
    "J251-half-a-letter": note("a\\ud800").replace(b"\\\\u", b"\\u"),
    "A422-marks-out-of-order": note("a" + "\u0301" * 5_000 + "\u0323" * 4_999),
    "S301-path": line(**{"../../x": 1}),
    "F108-thousands-of-names": line(**{f"column-{number}": 1 for number in range(5_000)}),
    "F108-thousands-of-questions": line(answers={f"data.histor{n}": 1 for n in range(5_000)}),
}
