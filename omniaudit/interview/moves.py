"""Moves from question to question: onward, back, to another one, and undoing."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.interview import wayfinding
from omniaudit.interview.agenda import section_of, state_of
from omniaudit.interview.particulars import Particular
from omniaudit.interview.screens import overviews
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, value_of
from omniaudit.interview.state import THE_END, Conversation, Turn, told
from omniaudit.language import say


def arrived(
    conversation: Conversation, to: str, trail: tuple[str, ...], ahead: tuple[str, ...]
) -> Conversation:
    """The conversation at a question; ways that lead nowhere or here again are forgotten."""
    asked = conversation.agenda.question
    return replace(
        conversation,
        at=to,
        wants="answer",
        offer=None,
        trail=tuple(each for each in trail if each in asked and each != to),
        ahead=tuple(each for each in ahead if (each in asked or each == THE_END) and each != to),
    )


def onward(conversation: Conversation) -> Turn:
    """To where a detour began, else to the next question; a section left behind is summed up."""
    at, asked, sheet = conversation.at, conversation.agenda, conversation.sheet
    ahead = [each for each in conversation.ahead if each in asked.question or each == THE_END]
    to = ahead.pop() if ahead else wayfinding.next_key(asked, sheet, at, conversation.only)
    there = arrived(conversation, to, (*conversation.trail, at), tuple(ahead))
    return Turn(there, () if conversation.ahead else _summed_up(conversation, there), again=True)


def _summed_up(before: Conversation, after: Conversation) -> tuple[Line, ...]:
    if before.question is None:
        return ()
    section = section_of(before.question)
    if after.question is not None and section_of(after.question) == section:
        return ()
    return overviews.section_summary(after.scene, section)


def back(conversation: Conversation) -> Turn:
    """To the question that led here, else to the one before in order."""
    asked, at = conversation.agenda, conversation.at
    trail = [each for each in conversation.trail if each in asked.question and each != at]
    before = asked.before(at)
    if not trail and not before:
        return told(conversation, say("This is the first question."))
    to = trail.pop() if trail else before[0].key
    ahead = conversation.ahead  # where a detour began is gone back to by ending the detour
    ahead = ahead[: ahead.index(to)] if to in ahead else (*ahead, at)
    there = arrived(conversation, to, tuple(trail), ahead)
    return Turn(there, again=True)


def go(conversation: Conversation, word: str) -> Turn:
    """To the question a word means; from an answered one it goes back to where it was."""
    at, asked = conversation.at, conversation.agenda
    found = wayfinding.find(asked, conversation.sheet, word)
    if found is None:
        return _elsewhere(conversation, word)
    unknown = wayfinding.still_unknown(asked, conversation.sheet)
    if unknown is not None and not isinstance(found, Particular):
        first = say("First the business: {question}", question=unknown.question)
        return told(conversation, first)
    is_aside = conversation.only is not None and found.key not in conversation.only
    returns = is_aside or at == THE_END or state_of(conversation.sheet, found) != "open"
    ahead = (*conversation.ahead, at) if returns else ()
    return Turn(arrived(conversation, found.key, (*conversation.trail, at), ahead), again=True)


def _elsewhere(conversation: Conversation, word: str) -> Turn:
    """To a journey that is not walked by default."""
    profile = conversation.sheet.business.profile
    journey = wayfinding.journey_named(conversation.words, profile, word)
    if journey is None or journey in conversation.more:
        return told(conversation, wayfinding.not_found(conversation.agenda, word))
    return go(replace(conversation, more=(*conversation.more, journey)), word)


def undo(conversation: Conversation) -> Turn:
    """Back to the sheet before the last change, at the question where it was made."""
    if not conversation.past:
        return told(conversation, say("There is nothing to undo."))
    sheet, at = conversation.past[-1]
    before = replace(conversation, sheet=sheet, past=conversation.past[:-1])
    there = arrived(before, at, conversation.trail, conversation.ahead)
    return Turn(there, kept=_undone(conversation, there), again=at != conversation.at)


def _undone(after: Conversation, before: Conversation) -> str:
    question = before.agenda.question[before.at]
    value, was = value_of(before.sheet, question), value_of(after.sheet, question)
    if value == was:
        return say("Undone: what was added to {question} is gone.", question=called(question))
    if not value:
        return say("Undone: {question} is open again.", question=called(question))
    return say("Undone: {question} = {value} again.", question=called(question), value=value)
