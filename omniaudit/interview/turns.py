"""Turns that change an answer, or what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from omniaudit.interview import changing, moves
from omniaudit.interview.agenda import Question, state_of
from omniaudit.interview.answering import Refused
from omniaudit.interview.commands import Letter
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import added_note
from omniaudit.interview.remarks import remarks
from omniaudit.interview.screens import questions
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, value_of
from omniaudit.interview.state import Conversation, Offer, Turn, Wants, told
from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.terms import Term

WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
"""Two words make more than a slip of the keys."""


def changed(
    conversation: Conversation,
    question: Question,
    sheet: AnswerSheet,
    *,
    moves_on: bool,
    said: str = "",
) -> Turn:
    """A turn that changed the sheet, with what the change gives cause to say."""
    before = conversation.sheet
    if sheet == before:
        value = value_of(sheet, question)
        turn = moves.onward(conversation) if moves_on else Turn(conversation)
        stays = say("{question} stays {value}.", question=called(question), value=value)
        return replace(turn, told=(Line(stays if value else say("Nothing changes.")), *turn.told))
    past = (*conversation.past, (before, conversation.at))
    after = replace(conversation, sheet=sheet, wants="answer", past=past)
    turn = moves.onward(after) if moves_on else Turn(after)
    kept = said or changing.acknowledged(before, sheet, question)
    remarked = remarks(conversation.words, before, sheet, question)
    return replace(turn, kept=kept, told=(*remarked, *turn.told))


def add_note(
    conversation: Conversation, question: Question, text: str, *, moves_on: bool = False
) -> Turn:
    """A turn that adds a text to a question's note.

    Raises:
        NoteFull: when the note would be longer than an answers file can hold.
    """
    sheet = added_note(conversation.sheet, question, text)
    said = say("{question}: note kept.", question=called(question))
    return changed(conversation, question, sheet, moves_on=moves_on, said=said)


def commanded(conversation: Conversation, question: Question, letter: Letter, rest: str) -> Turn:
    """A command that concerns the question asked now."""
    if letter == "s":
        return _skipped(conversation, question, rest)
    if letter == "m" and not rest and not isinstance(question, Particular):
        return Turn(replace(conversation, wants="note"))
    change = changing.change(conversation.words, conversation.sheet, question, letter, rest)
    if isinstance(change, changing.Asks):
        return _asks(conversation, change)
    if isinstance(change, Refused):
        return refused(conversation, question, rest, change.why)
    sheet, moves_on = change.sheet, change.moves_on
    return changed(conversation, question, sheet, moves_on=moves_on, said=change.said)


def refused(conversation: Conversation, question: Question, text: str, why: str) -> Turn:
    """A turn that took nothing; text that is more than a slip is kept for a note."""
    if isinstance(question, Particular) or not WORDS.search(text):
        return told(conversation, why)
    return told(replace(conversation, offer=Offer(text, moves_on=False)), why)


def _asks(conversation: Conversation, change: changing.Asks) -> Turn:
    ours = conversation.words
    shown: Mapping[Wants, Iterable[Term]] = {
        "evidence": ours.evidence.values(),
        "coverage": ours.coverage.values(),
    }
    grades = questions.grades(tuple(shown.get(change.wants, ())))
    return Turn(replace(conversation, wants=change.wants), grades)


def _skipped(conversation: Conversation, question: Question, note: str) -> Turn:
    if isinstance(question, Particular) and question.required:
        return told(conversation, say("This is needed to know what to ask."))
    if note and not isinstance(question, Particular):
        return add_note(conversation, question, note, moves_on=True)
    turn = moves.onward(conversation)
    if state_of(conversation.sheet, question) != "open" or isinstance(question, Particular):
        return turn
    said = Line(say("Skipped: it stays open and comes back at the end."))
    return replace(turn, told=(said, *turn.told))
