"""Words that are typed for a key or an answer: the English ones, and those of the language.

The keys themselves are the same in every language.
"""

from __future__ import annotations

import re
import unicodedata

from omniaudit.language import mark, say

# Translators: typed words that say yes to the offer of keeping a note, separated by |
YES = mark("y|yes")
# Translators: typed words that decline it, separated by |; x and u are keys
NO = mark("x|no|u|undo")
# Translators: typed words that end the interview when all is answered, separated by |
FINISH = mark("done|finish|finished|yes|y|ok")
# Translators: typed words for a step of a journey that passed, separated by |
PASSED = mark("pass|passes|passed|yes")
# Translators: typed words for a step of a journey that failed, separated by |
FAILED = mark("fail|fails|failed|no")
# Translators: typed words for not knowing the answer, separated by |
NOT_KNOWN = mark("unsure|don't know|dont know|i don't know|no idea")
NOT_APPLICABLE = mark("not applicable")

# Translators: the next ones are typed whole for the keys b, s, d, n, m, f, e, c, h, g, l, /, v, u,
# q and ?, each list separated by |; the first of each is shown in the help
BACK = mark("back|previous")
SKIP = mark("skip|skipped")
UNKNOWN = mark("unknown|not known")
NOT_CONCERNED = mark("not-applicable|n/a")
NOTE = mark("note|memo")
# Translators: typed for the key f, and behind a plus, as in "2 +seen +flag"
FLAG = mark("flag|flagged")
EVIDENCE = mark("evidence|proof")
COVERAGE = mark("coverage|extent")
HELP = mark("help|explain")
GO = mark("go|goto")
LIST = mark("list|overview")
SEARCH = mark("search|find")
RESULT = mark("result|score so far")
UNDO = mark("undo|revert")
QUIT = mark("quit|exit|bye")
KEYS = mark("keys|commands")

# Translators: typed between two levels, as in "1 or 2" and "2 to 3"; separated by |
_OR = mark("or|to|and")
# Translators: typed before two levels, as in "between 1 and 2"; separated by |
_BETWEEN = mark("between")


def means(typed: str, words: str) -> bool:
    """Whether what was typed is one of some words here; capitals and accents do not matter."""
    return bare(typed) in map(bare, every(words))


def every(words: str) -> tuple[str, ...]:
    """Each of some words here, in English and in the language in force."""
    return (*words.split("|"), *say(words).split("|"))


def shown(words: str) -> str:
    """The first of some words here in the language in force."""
    return say(words).partition("|")[0]


def is_between_levels(typed: str) -> bool:
    """Whether a line names two levels, or something between them, such as `1-2` or `2.5`."""
    before, between = f"{_BETWEEN}|{say(_BETWEEN)}", rf"[-/\u2013]|{_OR}|{say(_OR)}"
    pattern = rf"(?:(?:{before})\s+)?[0-3](?:[.,]\d|½|\+(?![A-Za-z])|\s*(?:{between})\s*[0-3]).*"
    return re.fullmatch(pattern, typed, re.DOTALL | re.IGNORECASE) is not None


def bare(word: str) -> str:
    """Small letters without accents, which many keyboards make hard to type, and single blanks."""
    letters = unicodedata.normalize("NFKD", word.replace("\u2019", "'").lower())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(plain.split())
