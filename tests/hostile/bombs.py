"""Files that are small to describe and large, slow or deadly to read carelessly."""

from __future__ import annotations

from collections.abc import Mapping

HEAD = b"""format: 1
business:
  name: Corner Bookshop
  profile: retail
  size: small
"""


def lines(pattern: str, count: int) -> bytes:
    """So many lines, each with its number in it."""
    return "".join(f"{pattern.format(number)}\n" for number in range(count)).encode()


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
