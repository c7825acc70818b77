"""Which edition of a report is printed: how much of the notes, whether anonymous, how long."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Literal, TypeVar

from omniaudit.language import say
from omniaudit.model.answers import Answer, AnswerSheet, Handoff, NotApplicable
from omniaudit.model.brand import Brand, without_identity
from omniaudit.problems import Place, Problem
from omniaudit.report import wording
from omniaudit.report.document import Document
from omniaudit.values import dataclass

Notes = Literal["none", "short", "all"]

SUMMARY = ("answer", "scorecard")
"""The sections that stand alone on two pages."""
SHORT = 160
"""Characters of a short note, its ellipsis included."""
_ELLIPSIS = "\u2026"
_SENTENCE = re.compile(r"[.!?][)\"\u201d\u2019]?(?= [^a-z])")
"""The end of a sentence, if no small letter follows."""
_JOINER = "\u200d"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_TAGS = ("\U000e0020", "\U000e007f")


Given = TypeVar("Given", bound=Answer | Handoff)
"""What a note belongs to."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What of an assessment a copy of its report shows."""

    notes: Notes = "all"
    anonymous: bool = False
    summary: bool = False


WHOLE = Edition()
"""Everything, as it was typed."""


def edited(sheet: AnswerSheet, edition: Edition) -> AnswerSheet:
    """The sheet as an edition may know it: what is to stay away is gone before anything is worded.

    Why a question was set aside is no note but evidence, and is withheld from strangers alone.
    """
    kept = sheet if edition.notes == "all" and not edition.anonymous else _noted(sheet, edition)
    return _nameless(kept) if edition.anonymous else kept


def branded(brand: Brand, edition: Edition) -> Brand:
    """The brand as an edition may show it: an anonymous one keeps what bears no name."""
    return without_identity(brand) if edition.anonymous else brand


def shortened(document: Document, edition: Edition) -> Document:
    """The document, or its first two pages where only these are wanted."""
    if not edition.summary:
        return document
    return replace(
        document, sections=tuple(each for each in document.sections if each.id in SUMMARY)
    )


def short(note: str, most: int = SHORT) -> str:
    """A note on one line and in so many characters, cut after a sentence or between words.

    A sentence that ends in the last half is the place, so that no half sentence misleads.
    A letter keeps its marks and a joined emoji its parts. Shortening again changes nothing.
    """
    line = wording.one_line(note)
    if len(line) <= most:
        return line
    ends = [each.end() for each in _SENTENCE.finditer(line, 0, most + 1)]
    if ends and most <= 2 * ends[-1] <= 2 * (most - len(_ELLIPSIS) - 1):
        return f"{line[: ends[-1]]} {_ELLIPSIS}"
    head = line[:most]
    words = head.rpartition(" ")[0]
    whole = head[: _whole(head, most - len(_ELLIPSIS))]
    cut = words if 2 * len(words) > most else whole
    return f"{cut.rstrip(' ,;:/')}{_ELLIPSIS}"


def stand_in() -> str:
    """What a business is called that is not to be named."""
    return say("Business A")


def reason_withheld() -> str:
    """What stands for the reason why a question does not apply."""
    return say("reason withheld")


def _noted(sheet: AnswerSheet, edition: Edition) -> AnswerSheet:
    """The sheet with as much of its notes as the edition shows; empty ones leave no trace."""
    bare = edition.notes == "none" or edition.anonymous
    steps = {} if bare else {way: short(note) for way, note in sheet.step_notes.items()}
    pairs = {pair: _cut(each, bare=bare) for pair, each in sheet.handoffs.items()}
    return replace(
        sheet,
        answers={name: _cut(each, bare=bare) for name, each in sheet.answers.items()},
        fit={name: _cut(each, bare=bare) for name, each in sheet.fit.items()},
        handoffs={pair: each for pair, each in pairs.items() if each.asked or each.note},
        step_notes=steps,
    )


def _cut(given: Given, *, bare: bool) -> Given:
    return replace(given, note="" if bare else short(given.note))


def _nameless(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without business, people, reasons, files and what a file is recognised by."""
    return replace(
        sheet,
        business=replace(sheet.business, name=stand_in()),
        respondent=replace(sheet.respondent, role=""),
        answers={name: _without_reason(each) for name, each in sheet.answers.items()},
        sha256="",
        warnings=tuple(_without_file(each) for each in sheet.warnings),
    )


def _without_reason(answer: Answer) -> Answer:
    if isinstance(answer, NotApplicable):
        return replace(answer, reason=reason_withheld())
    return answer


def _without_file(warning: Problem) -> Problem:
    return replace(warning, place=Place("answers", warning.place.line, warning.place.column))


def _whole(text: str, end: int) -> int:
    """The last place up to `end` that lies between two letters and inside none."""
    while end and _holds(text, end):
        end -= 1
    return end


def _holds(text: str, at: int) -> bool:
    """Whether the characters before and after a place belong to one letter."""
    before, after = text[at - 1], text[at]
    if _JOINER in {before, after} or unicodedata.category(after).startswith("M"):
        return True
    if _within(after, _SKIN_TONES) or _within(after, _TAGS):
        return True
    if not (_within(after, _FLAG_LETTERS) and _within(before, _FLAG_LETTERS)):
        return False
    run = text[:at]
    return (len(run) - len(run.rstrip(_flag_letters()))) % 2 == 1


def _within(letter: str, span: tuple[str, str]) -> bool:
    return span[0] <= letter <= span[1]


def _flag_letters() -> str:
    first, last = (ord(each) for each in _FLAG_LETTERS)
    return "".join(map(chr, range(first, last + 1)))
