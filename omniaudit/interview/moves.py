"""Moves from question to question: onward, back, to another one, and undoing."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.interview import wayfinding
from omniaudit.interview.agenda import section_of, state_of
from omniaudit.interview.screens import overviews
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, value_of
from omniaudit.interview.state import THE_END, Conversation, Turn, told


def onward(conversation: Conversation) -> Turn:
    """To where a detour began, else to the next question; a section left behind is summed up."""
    at, ahead = conversation.at, conversation.ahead
    if ahead:
        ahead, to = ahead[:-1], ahead[-1]
    else:
        asked = conversation.agenda
        to = wayfinding.next_key(asked, conversation.sheet, at, conversation.only)
    trail = (*conversation.trail, at) if at else conversation.trail
    there = replace(conversation, at=to, wants="answer", offer=None, trail=trail, ahead=ahead)
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
    asked = conversation.agenda
    trail = tuple(key for key in conversation.trail if key in asked.question)
    if trail:
        trail, to = trail[:-1], trail[-1]
    else:
        before = asked.before(conversation.at)
        if not before:
            return told(conversation, "This is the first question.")
        to = before[0].key
    ahead = (*conversation.ahead, conversation.at)
    there = replace(conversation, at=to, wants="answer", trail=trail, ahead=ahead)
    return Turn(there, again=True)


def go(conversation: Conversation, word: str) -> Turn:
    """To the question a word means; from an answered one it goes back to where it was."""
    at, asked = conversation.at, conversation.agenda
    found = wayfinding.find(asked, conversation.sheet, word)
    if found is None:
        return _elsewhere(conversation, word)
    returns = at == THE_END or state_of(conversation.sheet, found) != "open"
    there = replace(
        conversation,
        at=found.key,
        wants="answer",
        trail=(*conversation.trail, at) if at else conversation.trail,
        ahead=(*conversation.ahead, at) if returns else (),
    )
    return Turn(there, again=True)


def _elsewhere(conversation: Conversation, word: str) -> Turn:
    """To a journey that is not walked by default."""
    profile = conversation.sheet.business.profile
    journey = wayfinding.journey_named(conversation.questionnaire, profile, word)
    if journey is None or journey in conversation.more:
        return told(conversation, wayfinding.not_found(conversation.agenda, word))
    return go(replace(conversation, more=(*conversation.more, journey)), word)


def undo(conversation: Conversation) -> Turn:
    """Back to the sheet before the last change, at the question where it was made."""
    if not conversation.past:
        return told(conversation, "There is nothing to undo.")
    sheet, at = conversation.past[-1]
    before = replace(conversation, sheet=sheet, at=at, wants="answer", past=conversation.past[:-1])
    question = before.question
    if question is None:
        return Turn(before, kept="Undone.", again=True)
    value = value_of(sheet, question)
    kept = f"Undone: {called(question)} {f'= {value} again' if value else 'is open again'}."
    return Turn(before, kept=kept, again=True)
