"""What can be typed instead of an answer, at every question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from omniaudit.interview import typed_words
from omniaudit.language import mark, say

Letter = Literal["b", "g", "l", "/", "s", "d", "n", "m", "f", "e", "c", "h", "v", "u", "q", "?"]


@dataclass(frozen=True, slots=True)
class Command:
    """A key, what may follow it, and what it does."""

    letter: Letter
    word: str
    follows: str
    does: str

    @property
    def typed(self) -> str:
        """How it is typed, such as `g DS2`."""
        if not self.follows:
            return self.letter
        gap = "" if self.letter == "/" else " "
        return f"{self.letter}{gap}{say(self.follows)}"


COMMANDS: tuple[Command, ...] = (
    Command("b", "back", "", mark("back to the question before; Enter keeps what was answered")),
    Command(
        "s", "skip", "", mark("skip for now: the question stays open and comes back at the end")
    ),
    Command(
        "d", "unknown", "", mark("don't know: results show what is confirmed and what is possible")
    ),
    Command(
        "n",
        "not-applicable",
        mark("REASON"),
        mark("not applicable: leaves the score, with the reason"),
    ),
    Command("m", "note", mark("TEXT"), mark("note; m alone for several lines, `m -` removes it")),
    Command("f", "flag", "", mark("flag for follow-up, or take the flag away")),
    Command(
        "e", "evidence", "seen", mark("what the answer rests on: said, example, seen or tested")
    ),
    Command(
        "c",
        "coverage",
        "largely",
        mark("in how much of the business: none, partly, largely, fully"),
    ),
    Command("h", "help", "", mark("why we ask, what to look at, who usually knows")),
    Command("g", "go", "DS2", mark("go to a question by code, number or name")),
    Command("l", "list", "", mark("list all questions and their state")),
    Command("/", "search", mark("word"), mark("search the questions")),
    Command("v", "result", "", mark("the result so far")),
    Command("u", "undo", "", mark("undo the last change")),
    Command("q", "quit", "", mark("leave; everything is saved")),
    Command("?", "keys", "", mark("these keys")),
)
_LETTERS: Mapping[str, Letter] = {
    "exit": "q",
    "bye": "q",
    "find": "/",
    **{each.word: each.letter for each in COMMANDS},
    **{each.letter: each.letter for each in COMMANDS},
}
_ALONE = frozenset("blhvuq?")
"""Commands that nothing follows; with more words behind it, a line is something else."""

_ONE_WORD = frozenset("ec")
"""Commands that one word follows at most."""


def read_command(line: str) -> tuple[Letter, str] | None:
    """The command of a line and what follows it; None when the line is no command."""
    if line.startswith("/") and len(line) > 1:
        return "/", line[1:].strip()
    whole = _LETTERS.get(line.lower()) or _said(line)
    if whole is not None:
        return whole, ""
    word, _, rest = line.partition(" ")
    letter = _LETTERS.get(word.lower())
    rest = rest.strip()
    is_prose = letter is not None and letter in _ONE_WORD and " " in rest
    if letter is None or is_prose or (rest and letter in _ALONE):
        return None
    return letter, rest


def _said(line: str) -> Letter | None:
    """The command that a line says in words."""
    if typed_words.means(line, typed_words.NOT_KNOWN):
        return "d"
    return "n" if typed_words.means(line, typed_words.NOT_APPLICABLE) else None
