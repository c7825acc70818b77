"""What can be typed instead of an answer, at every question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

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
        gap = "" if self.letter == "/" or not self.follows else " "
        return f"{self.letter}{gap}{self.follows}"


COMMANDS: tuple[Command, ...] = (
    Command("b", "back", "", "back to the question before; Enter keeps what was answered"),
    Command("s", "skip", "", "skip for now: the question stays open and comes back at the end"),
    Command("d", "unknown", "", "don't know: results show what is confirmed and what is possible"),
    Command("n", "not-applicable", "REASON", "not applicable: leaves the score, with the reason"),
    Command("m", "note", "TEXT", "note; m alone for several lines, `m -` removes it"),
    Command("f", "flag", "", "flag for follow-up, or take the flag away"),
    Command("e", "evidence", "seen", "what the answer rests on: said, example, seen or tested"),
    Command(
        "c", "coverage", "largely", "in how much of the business: none, partly, largely, fully"
    ),
    Command("h", "help", "", "why we ask, what to look at, who usually knows"),
    Command("g", "go", "DS2", "go to a question by code, number or name"),
    Command("l", "list", "", "list all questions and their state"),
    Command("/", "search", "word", "search the questions"),
    Command("v", "result", "", "the result so far"),
    Command("u", "undo", "", "undo the last change"),
    Command("q", "quit", "", "leave; everything is saved"),
    Command("?", "keys", "", "these keys"),
)
_MORE_WORDS: Mapping[str, Letter] = {
    **dict.fromkeys(("exit", "bye"), "q"),
    **dict.fromkeys(("unsure", "don't know", "dont know", "i don't know", "no idea"), "d"),
    "not applicable": "n",
    "find": "/",
}
_LETTERS: Mapping[str, Letter] = {
    **_MORE_WORDS,
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
    whole = _LETTERS.get(line.lower().replace("\u2019", "'"))
    if whole is not None:
        return whole, ""
    word, _, rest = line.partition(" ")
    letter = _LETTERS.get(word.lower())
    rest = rest.strip()
    is_prose = letter is not None and letter in _ONE_WORD and " " in rest
    if letter is None or is_prose or (rest and letter in _ALONE):
        return None
    return letter, rest
