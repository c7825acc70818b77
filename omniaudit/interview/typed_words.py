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

# Translators: typed between two levels, as in "1 or 2" and "2 to 3"; separated by |
_OR = mark("or|to|and")
# Translators: typed before two levels, as in "between 1 and 2"; separated by |
_BETWEEN = mark("between")


def means(typed: str, words: str) -> bool:
    """Whether what was typed is one of some words here; capitals and accents do not matter."""
    return _bare(typed) in map(_bare, (*words.split("|"), *say(words).split("|")))


def is_between_levels(typed: str) -> bool:
    """Whether a line names two levels, or something between them, such as `1-2` or `2.5`."""
    before, between = f"{_BETWEEN}|{say(_BETWEEN)}", rf"[-/\u2013]|{_OR}|{say(_OR)}"
    pattern = rf"(?:(?:{before})\s+)?[0-3](?:[.,]\d|½|\+(?![A-Za-z])|\s*(?:{between})\s*[0-3]).*"
    return re.fullmatch(pattern, typed, re.DOTALL | re.IGNORECASE) is not None


def _bare(word: str) -> str:
    """Small letters without accents, which many keyboards make hard to type."""
    letters = unicodedata.normalize("NFKD", word.replace("\u2019", "'").lower())
    return "".join(each for each in letters if not unicodedata.combining(each))
