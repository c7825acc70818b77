"""Files that are small to describe and large, slow or deadly to read carelessly."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from omniaudit.resources import sample_file
from tests.render.long_texts import LONG_TEXTS

HEAD = b"""format: 1
business:
  name: Corner Bookshop
  profile: retail
  size: small
"""
LIMIT = 256 * 1024
SAMPLE = sample_file().read_bytes()


def lines(pattern: str, count: int) -> bytes:
    """So many lines, each with its number in it."""
    return "".join(f"{pattern.format(number)}\n" for number in range(count)).encode()


def notes(text: str) -> bytes:
    """A good file with this text as the note of as many answers as one file may have."""
    head = HEAD + b"answers:\n"
    lines = [
        f'  {name}: {{level: 2, note: "{_on_a_line(text)}"}}\n'.encode() for name in _QUESTIONS
    ]
    room = (LIMIT - len(head)) // len(lines[0])
    return head + b"".join(lines[:room])


def _on_a_line(text: str) -> str:
    return text.replace("\n", "\\n").replace("\t", "\\t").replace('"', "'")


_QUESTIONS = tuple(
    f"{dimension}.{capability}"
    for dimension, capabilities in {
        "integration": "coverage fulfilment continuity assisted-selling after-sales ownership",
        "data": "identity history availability master-data synchronisation consent",
        "personalisation": "offers segmentation orchestration recognition insight",
        "consistency": "brand content pricing policy service frontline",
    }.items()
    for capability in capabilities.split()
)
_NO_CHARACTERS = {"nul": b"\0", "escape": b"\x1b[31m", "c1": b"\xc2\x9b31m", "delete": b"\x7f"}
_TAGS = {
    "date": b"!!timestamp x",
    "empty-number": b"!!int ''",
    "number": b"!!int x",
    "fraction": b"!!float x",
    "switch": b"!!bool x",
    "bytes": b"!!binary x",
    "name": b"!!python/name:os.system",
    "module": b"!!python/module:os",
    "of-its-own": b"!mine x",
    "verbatim": b"!<tag:yaml.org,2002:str> x",
    "bare": b"! x",
}
_FOREIGN = {
    "gzip": b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
    "zip": b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00\xb5",
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "elf": b"\x7fELF\x02\x01\x01\x00",
    "utf-16-of-the-other-kind": HEAD.decode().encode("utf-16-be"),
    "utf-32-unmarked": HEAD.decode().encode("utf-32-le"),
    "utf-7-and-a-half": b"mode: \xff\xfe",
    "wide-picture": b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + zlib.compress(b"\0" * 4000),
}

ANSWER_BOMBS: Mapping[str, bytes] = {
    "F104-huge": HEAD + b"# " + b"x" * 256 * 1024,
    "F105-binary": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "F105-utf-16": HEAD.decode().encode("utf-16"),
    "F105-utf-16-unmarked": HEAD.decode().encode("utf-16-le"),
    "F105-utf-32": HEAD.decode().encode("utf-32"),
    "F105-nul": HEAD + b"mode: au\0dit\n",
    "F108-wrong-file": HEAD + lines("column-{}: 1", 5_000),
    "F108-every-line-twice": lines("a: {}", 5_000),
    "F108-nearly-ids": HEAD + b"answers:\n" + lines("  integration.coverag{}: 1", 9_000),
    "F108-long-nearly-ids": HEAD + b"answers:\n" + lines("  " + "a." * 38 + "{:04}: 1", 2_000),
    "Y201-quote-of-a-quarter-megabyte": b'a: "' + b'\\"' * 125_000,
    "Y204-tag-lines": lines("%TAG !a{}! tag:example.org:", 7_000),
    "Y204-tag-lines-after-a-mark": b"\xef\xbb\xbf\xef\xbb\xbf" + lines("%TAG !a{}! tag:x:", 9_000),
    "Y204-tag-lines-after-the-end": HEAD + b"...\n" + lines("%TAG !a{}! tag:x:", 9_000),
    "Y206-brackets": b"[" * 25_000,
    "Y206-brackets-to-the-limit": b"[" * 256 * 1024,
    "Y206-braces": b"{" * 25_000,
    "Y206-hyphens": b"- " * 25_000,
    "Y206-question-marks": b"? " * 25_000,
    "Y206-items": b"[1," * 25_000,
    "Y206-keys-of-keys": b"{? " * 25_000,
    "Y209-endless-list": HEAD + b"answers: [" + b"x, " * 80_000 + b"]\n",
    "Y209-endless-list-of-nothing": HEAD + b"answers:\n" + b"- \n" * 80_000,
    "Y210-endless-text": HEAD + b"mode: " + b"x" * 200_000 + b"\n",
    "Y210-endless-name": HEAD + b"? " + b"x" * 200_000 + b"\n: 1\n",
    "A411-arrows": HEAD + b"handoffs:\n" + b'  ? "' + b"->" * 4_900 + b' x"\n  : 1\n',
    "A422-marks-out-of-order": notes("a" + "\u0301" * 5_000 + "\u0323" * 4_999),
    "A422-marks-in-turn": notes("a" + "\u0323\u0301" * 4_999),
    "A422-marks-that-double": notes("\u0344\u0f73" * 5_000),
    "A422-invisible-letters": notes("a" + "\u200b\u00ad" * 4_999),
    "A422-private-letters": notes("a" + "\ue000\uf8ff" * 4_999),
    "A422-other-directions": notes("a" + "\u202e\u2066\u202c\u2069" * 2_499),
    "A422-escapes": notes("a" + "\\e[31m" * 1_900),
    **{
        f"A422-note-of-{kind.replace(' ', '-')}": notes(text)
        for kind, text in LONG_TEXTS.items()
        if kind in {"combining marks", "joined emoji", "soft hyphens"}
    },
    **{f"Y203-tag-{name}": HEAD + b"mode: " + text for name, text in _TAGS.items()},
    **{f"F105-{name}": data for name, data in _FOREIGN.items() if name != "pdf"},
    "F105-begins-like-a-pdf": _FOREIGN["pdf"],
    "F105-nul-at-the-end": SAMPLE + b"\0",
    "F104-one-byte-too-many": HEAD + b"#" * (LIMIT + 1 - len(HEAD)),
    "F106-nothing-but-comments": lines("# {}", 20_000),
    "F106-nothing-but-ends-of-lines": b"\n" * LIMIT,
    "F106-nothing-but-other-ends-of-lines": b"\r" * LIMIT,
    "F106-nothing-but-blanks": b" " * LIMIT,
    "F106-nothing-but-marks": b"\xef\xbb\xbf",
    "Y201-nothing-but-tabs": b"\t" * LIMIT,
    "Y210-nothing-but-colons": b":" * LIMIT,
    "Y201-nothing-but-backquotes": b"`" * LIMIT,
    "Y201-nothing-but-brackets-closed": b"]" * LIMIT,
    "Y210-nothing-but-marks-of-order": b"\xef\xbb\xbf" * (LIMIT // 3),
    "Y201-quotes-without-end": HEAD + b"mode: '" + b"''" * 120_000,
    "Y201-lines-without-a-colon": HEAD + b"x\n" * 100_000,
    "Y206-deeper-line-by-line": b"".join(b" " * number + b"a:\n" for number in range(600)),
    "Y202-anchors": HEAD + b"answers: [" + b"&a x, " * 40_000 + b"]\n",
    "Y202-aliases": HEAD + b"answers: [" + b"*a, " * 50_000 + b"]\n",
    "Y202-anchor-of-great-length": HEAD + b"mode: &" + b"a" * 200_000 + b" x\n",
    "Y203-tag-of-great-length": HEAD + b"mode: !" + b"a" * 200_000 + b" x\n",
    "Y203-tag-in-percent-signs": HEAD + b"mode: !<" + b"%41" * 80_000 + b"> x\n",
    "Y204-directive-of-great-length": b"%" + b"x" * 200_000,
    "Y205-documents": b"---\na: 1\n" * 25_000,
    "Y206-mixed": b"[{a: " * 20_000,
    "Y206-short-groups": b"? - " * 20_000,
    "F108-one-name-for-ever": HEAD + b"mode: self\n" * 20_000,
    "Y208-lists-as-names": HEAD + b"? [a]\n: 1\n" * 20_000,
    "Y209-endless-group": HEAD + b"answers:\n" + lines("  a{}: 1", 20_000),
    "Y209-empty-groups": HEAD + b"answers: [" + b"{}, " * 60_000 + b"]\n",
    "Y209-empty-texts": HEAD + b"answers: [" + b"'', " * 60_000 + b"]\n",
    "Y210-block-without-end": HEAD + b"mode: |\n" + b"  x\n" * 60_000,
    "Y210-folded-without-end": HEAD + b"mode: >\n" + b"  x\n\n" * 50_000,
    "Y210-plain-over-many-lines": HEAD + b"mode: x\n" + b"  y\n" * 60_000,
    "Y210-codes-without-end": HEAD + b'mode: "' + b"\\x41" * 60_000 + b'"\n',
    "F108-names-of-all-scripts": HEAD
    + b"answers:\n"
    + "".join(f"  {chr(0x4E00 + number)}: 1\n" for number in range(9_000)).encode(),
    "A404-note-instead-of-a-level": HEAD + b"answers:\n  data.history: " + b"x" * 9_900 + b"\n",
    "A418-date-of-great-length": HEAD + b"date: " + b"2" * 9_900 + b"\n",
    "Y201-names-of-great-length": HEAD
    + b"".join(b"a%d" % n + b"b" * 9_000 + b": 1\n" for n in range(25)),
    "S305-profile-of-great-length": HEAD.replace(b"retail", b"retail" * 1_600),
    "F108-thousands-of-channels": HEAD + b"  channels: [" + b"stores, " * 15_000 + b"]\n",
    "F108-one-channel-for-ever": HEAD + b"  channels: [" + b"web, " * 15_000 + b"]\n",
}

_STEP = "- {{id: a.c{}, steps: [{{to: 1, requires: [a.c{}@1]}}]}}"
QUESTIONNAIRE_BOMBS: Mapping[str, bytes] = {
    "F104-huge-questionnaire": b"# " + b"x" * 1024 * 1024,
    "F106-empty-questionnaire": b"# nothing\n",
    "F108-chain-of-steps": b"capabilities:\n"
    + "".join(f"{_STEP.format(number, number + 1)}\n" for number in range(1_500)).encode(),
    "F108-thousands-of-unknown-sources": b"sources:\n"
    + lines("- id: source-{}", 2_500)
    + b"journeys:\n- id: j\n  sources:\n"
    + lines("  - ref: sourcd-{}", 2_500),
}
