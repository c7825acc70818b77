"""Twelve texts that are hard to set, each as long as the reader of files takes a note."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle, islice

from omniaudit.load.clean_text import MAX_NOTE

_ARABIC = "\u0627\u0644\u0639\u0645\u064a\u0644"
_HEBREW = "\u05dc\u05e7\u05d5\u05d7"
_THAI = "\u0e25\u0e39\u0e01\u0e04\u0e49\u0e32\u0e17\u0e35\u0e48\u0e23\u0e49\u0e32\u0e19"
_FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
_MARKS = "\u0300\u0301\u0302\u0303\u0304\u0305"


def _long(*pieces: str) -> str:
    """The pieces in turn, cut at the longest note that is read."""
    whole = "".join(islice(cycle(pieces), MAX_NOTE))
    return whole[:MAX_NOTE]


def _letters(*starts: int, each: int) -> str:
    """The first letters of the blocks that begin at `starts`, a letter of each block in turn."""
    return _long(*(chr(start + place) for place in range(each) for start in starts))


LONG_TEXTS: Mapping[str, str] = {
    "prose": _long("The stock of the web shop is counted by hand on Mondays; who knows why? "),
    "one word": _long("Omnichannel"),
    "lines": _long("a\n\n"),
    "combining marks": _long(f"Z{_MARKS}a{_MARKS}"),
    "soft hyphens": _long("om\u00adni\u00adchan\u00adnel\u00ad"),
    "han": _letters(0x4E00, each=5_000),
    "right to left": _long(_ARABIC, " ", _HEBREW, ""),
    "thai": _long(_THAI),
    "joined emoji": _long(_FAMILY, "\U0001f1ee\U0001f1f9", "\u2764\ufe0f"),
    "spaces": _long("a\t\t\u00a0\u00a0\u2003\u2003 b"),
    "a script each letter": _letters(
        0x41, 0x410, 0x3B1, 0x5D0, 0x627, 0xE01, 0x905, 0x4E00, 0xAC00, 0x1F600, each=26
    ),
    "hyphens": _long("a-", "a/", "a\u2014"),
}
