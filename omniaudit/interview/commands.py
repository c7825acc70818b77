"""What can be typed instead of an answer, at every question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from omniaudit.interview import typed_words
from omniaudit.interview.grading import Kind, graded
from omniaudit.language import mark, say
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.values import dataclass

Letter = Literal["b", "g", "l", "/", "s", "d", "n", "m", "f", "e", "c", "h", "v", "u", "q", "?"]


@dataclass(frozen=True, slots=True)
class Command:
    """A key, the words typed for it, what may follow it, and what it does."""

    letter: Letter
    words: str
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
    Command(
        "b",
        typed_words.BACK,
        "",
        mark("back to the question before; Enter keeps what was answered"),
    ),
    Command(
        "s",
        typed_words.SKIP,
        "",
        mark("skip for now: the question stays open and comes back at the end"),
    ),
    Command(
        "d",
        typed_words.UNKNOWN,
        "",
        mark("don't know: results show what is confirmed and what is possible"),
    ),
    Command(
        "n",
        typed_words.NOT_CONCERNED,
        mark("REASON"),
        mark("not applicable: leaves the score, with the reason"),
    ),
    Command(
        "m",
        typed_words.NOTE,
        mark("TEXT"),
        mark("note; m alone for several lines, `m -` removes it"),
    ),
    Command("f", typed_words.FLAG, "", mark("flag for follow-up, or take the flag away")),
    Command(
        "e",
        typed_words.EVIDENCE,
        "seen",
        mark("what the answer rests on: said, example, seen or tested"),
    ),
    Command(
        "c",
        typed_words.COVERAGE,
        "largely",
        mark("in how much of the business: none, partly, largely, fully"),
    ),
    Command("h", typed_words.HELP, "", mark("why we ask, what to look at, who usually knows")),
    Command("g", typed_words.GO, "DS2", mark("go to a question by code, number or name")),
    Command("l", typed_words.LIST, "", mark("list all questions and their state")),
    Command("/", typed_words.SEARCH, mark("word"), mark("search the questions")),
    Command("v", typed_words.RESULT, "", mark("the result so far")),
    Command("u", typed_words.UNDO, "", mark("undo the last change")),
    Command("q", typed_words.QUIT, "", mark("leave; everything is saved")),
    Command("?", typed_words.KEYS, "", mark("these keys")),
)
_LETTERS: Mapping[str, Letter] = {each.letter: each.letter for each in COMMANDS}
_ALONE = frozenset("blhvuq?")
"""Commands that nothing follows; with more words behind it, a line is something else."""

_GRADES: Mapping[Letter, Kind] = {"e": "e", "c": "c"}
"""Commands that a grade follows; before other words, a line is something else."""


def read_command(line: str, ours: Questionnaire) -> tuple[Letter, str] | None:
    """The command of a line and what follows it; None when the line is no command."""
    if line.startswith("/") and len(line) > 1:
        return "/", line[1:].strip()
    whole = _letter(line) or _said(line)
    if whole is not None:
        return whole, ""
    word, _, rest = line.partition(" ")
    letter, rest = _letter(word), rest.strip()
    if letter is None or (rest and letter in _ALONE):
        return None
    kind = _GRADES.get(letter)
    if kind and " " in rest and graded(ours, kind, rest) is None:
        return None
    return letter, rest


def _letter(word: str) -> Letter | None:
    """The key that is typed, or that a word stands for, in English or the language in force."""
    typed = word.lower()
    if typed in _LETTERS:
        return _LETTERS[typed]
    return next((each.letter for each in COMMANDS if typed_words.means(word, each.words)), None)


def _said(line: str) -> Letter | None:
    """The command that a line says in a few words."""
    if typed_words.means(line, typed_words.NOT_KNOWN):
        return "d"
    return "n" if typed_words.means(line, typed_words.NOT_APPLICABLE) else None
