"""The interview as a state machine: a typed line gives a turn. No terminal, no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from omniaudit.interview import answering, changing, moves
from omniaudit.interview.agenda import HandoffRow, Question, state_of
from omniaudit.interview.answering import Refused, added_note
from omniaudit.interview.commands import Letter, read_command
from omniaudit.interview.particulars import Particular
from omniaudit.interview.screens import ending, overviews, questions
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.naming import called, value_of
from omniaudit.interview.state import Conversation, Offer, Turn, Wants, told
from omniaudit.interview.wayfinding import end_of_note
from omniaudit.load.clean_text import clean
from omniaudit.load.strict_yaml import MAX_TEXT
from omniaudit.model.answers import AnswerSheet

_ASKED_FOR: Mapping[Wants, Letter] = {"reason": "n", "evidence": "e", "coverage": "c"}
_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
"""Two words make more than a slip of the keys."""
_KEEP = frozenset({"", "y", "yes"})
_DECLINE = frozenset({"x", "n", "no"})


def take(conversation: Conversation, line: str, pasted: tuple[str, ...] = ()) -> Turn:
    """What comes of a typed line; further lines that were pasted with it are never answers."""
    text = clean(line, limit=MAX_TEXT)
    extra = clean("\n".join(pasted), limit=MAX_TEXT)
    if conversation.wants == "note":
        return _noted(conversation, f"{text}\n{extra}".strip())
    if conversation.offer is not None:
        return _offered(conversation, conversation.offer, f"{text}\n{extra}".strip())
    if conversation.wants == "answer":
        turn = _answered(conversation, text)
    else:
        turn = _detailed(conversation, text)
    return _with_offer(conversation, turn, extra) if extra else turn


def leaving(conversation: Conversation) -> Conversation:
    """The conversation as it is saved when it is broken off: what was offered is kept."""
    if conversation.offer is None:
        return conversation
    return _kept(conversation, conversation.offer).conversation


def _answered(conversation: Conversation, text: str) -> Turn:
    question, command = conversation.question, read_command(text)
    if question is None:
        return _at_the_end(conversation, text)
    is_text = isinstance(question, Particular) and not question.options
    is_row = isinstance(question, HandoffRow) and answering.is_row(question, text)
    if command is not None and not is_row and (len(text) == 1 or not is_text):
        return _commanded(conversation, *command)
    if not text:
        return _entered(conversation, question)
    taken = answering.take(conversation.sheet, question, text)
    if isinstance(taken, Refused):
        return _refused(conversation, question, text, taken)
    return _changed(conversation, taken.sheet, moves_on=True, note=bool(taken.note))


def _at_the_end(conversation: Conversation, text: str) -> Turn:
    command = read_command(text)
    if not text:
        return Turn(conversation, left="finished")
    if command is not None:
        return _commanded(conversation, *command)
    return moves.go(conversation, text)


def _entered(conversation: Conversation, question: Question) -> Turn:
    """Enter alone keeps what there is."""
    is_optional = isinstance(question, Particular) and not question.required
    if is_optional or state_of(conversation.sheet, question) != "open":
        return moves.onward(conversation)
    return told(conversation, f"No answer yet. {questions.how_to_answer(question)}")


def _refused(conversation: Conversation, question: Question, text: str, refused: Refused) -> Turn:
    """What was typed is shown again, and kept for a note when it is more than a slip."""
    said = f"\u201c{text}\u201d is no answer here. {refused.why} ? shows all keys."
    if isinstance(question, Particular) or not _WORDS.search(text):
        return told(conversation, said)
    return told(replace(conversation, offer=Offer(text, moves_on=False)), said)


def _changed(
    conversation: Conversation,
    sheet: AnswerSheet,
    *,
    moves_on: bool,
    note: bool = False,
    said: str = "",
) -> Turn:
    """A turn that changed the sheet, with what the change gives cause to say."""
    question, before = conversation.question, conversation.sheet
    if question is None or (sheet == before and not moves_on):
        return Turn(conversation)
    if sheet == before:
        turn = moves.onward(conversation)
        stays = Line(f"{called(question)} stays {value_of(sheet, question)}.")
        return replace(turn, told=(stays, *turn.told))
    past = (*conversation.past, (before, conversation.at))
    after = replace(conversation, sheet=sheet, wants="answer", past=past)
    turn = moves.onward(after) if moves_on else Turn(after)
    remarks = changing.remarks(conversation.questionnaire, before, sheet, question)
    kept = said or changing.acknowledged(before, sheet, question, note=note)
    return replace(turn, kept=kept, told=(*remarks, *turn.told))


# What belongs to an answer


def _detailed(conversation: Conversation, text: str) -> Turn:
    """What was asked for after n, e or c: a reason or a grade."""
    asked = replace(conversation, wants="answer")
    if not text:
        return told(asked, "It stays as it was.")
    if text in {"b", "q"}:
        return _commanded(asked, *(read_command(text) or ("q", "")))
    return _commanded(asked, _ASKED_FOR[conversation.wants], text)


def _noted(conversation: Conversation, text: str) -> Turn:
    """A line of a note: kept at once; an empty one ends the note."""
    if not text:
        return Turn(replace(conversation, wants="answer"), again=True)
    turn = _add_note(conversation, text)
    return replace(turn, conversation=replace(turn.conversation, wants="note"))


def _add_note(conversation: Conversation, text: str, *, moves_on: bool = False) -> Turn:
    question = conversation.question
    if question is None:
        return Turn(conversation)
    end, words = end_of_note(question, text)
    sheet = added_note(conversation.sheet, question, words, end)
    said = f"{called(question)}: note kept."
    return _changed(conversation, sheet, moves_on=moves_on, said=said)


# Text that came without being an answer


def _with_offer(conversation: Conversation, turn: Turn, extra: str) -> Turn:
    """A turn that came with more lines: its question stays until they are decided on."""
    question, after = conversation.question, turn.conversation
    if question is None or isinstance(question, Particular):
        said = Line(f"Only the first line was taken. Left out: \u201c{extra}\u201d")
        return replace(turn, told=(*turn.told, said))
    earlier = f"{after.offer.text}\n" if after.offer is not None else ""
    offer = Offer(f"{earlier}{extra}", moves_on=after.at != conversation.at)
    stays = replace(
        after,
        at=conversation.at,
        trail=conversation.trail,
        ahead=conversation.ahead,
        wants="answer",
        offer=offer,
    )
    return replace(turn, conversation=stays, again=False, left="")


def _offered(conversation: Conversation, offer: Offer, text: str) -> Turn:
    """The answer to an offer; an answer to the question takes the text along as its note."""
    without = replace(conversation, offer=None)
    if text.lower() in _KEEP:
        return _kept(conversation, offer)
    if text.lower() in _DECLINE:
        turn = moves.onward(without) if offer.moves_on else Turn(without)
        return replace(turn, told=(Line("Left out."), *turn.told))
    if not offer.moves_on:
        return _answered_with(conversation, offer, text)
    if text == "q":
        return replace(_kept(conversation, offer), left="paused")
    if not _WORDS.search(text):
        return told(conversation, "First the note: Enter keeps it, x leaves it out.")
    more = replace(conversation, offer=Offer(f"{offer.text}\n{text}", offer.moves_on))
    return told(more, "That is added to the note.")


def _answered_with(conversation: Conversation, offer: Offer, text: str) -> Turn:
    """What follows text that was no answer: the answer takes it along, a command keeps it."""
    question, kept = conversation.question, _kept(conversation, offer)
    if question is None or read_command(text) is not None:
        turn = take(kept.conversation, text)
        return replace(turn, kept=f"{kept.kept} {turn.kept}".rstrip())
    taken = answering.take(conversation.sheet, question, text)
    if isinstance(taken, Refused):
        more = replace(conversation, offer=Offer(f"{offer.text}\n{text}", offer.moves_on))
        return told(more, "That is added to the note.")
    end, words = end_of_note(question, offer.text)
    sheet = added_note(taken.sheet, question, words, end)
    return _changed(replace(conversation, offer=None), sheet, moves_on=True, note=True)


def _kept(conversation: Conversation, offer: Offer) -> Turn:
    return _add_note(replace(conversation, offer=None), offer.text, moves_on=offer.moves_on)


# Commands


def _commanded(conversation: Conversation, letter: Letter, rest: str) -> Turn:
    done: Mapping[Letter, Callable[[], Turn]] = {
        "b": lambda: moves.back(conversation),
        "g": lambda: moves.go(conversation, rest),
        "u": lambda: moves.undo(conversation),
        "q": lambda: Turn(conversation, left="paused"),
        "l": lambda: Turn(conversation, overviews.listed(conversation.scene)),
        "/": lambda: Turn(conversation, overviews.found(conversation.scene, rest)),
        "v": lambda: Turn(conversation, ending.result(conversation.scene)),
        "?": lambda: Turn(conversation, questions.keys()),
    }
    if letter in done:
        return done[letter]()
    question = conversation.question
    if question is None:
        return told(conversation, "First go to a question: type its number.")
    if letter == "h":
        return Turn(conversation, questions.explained(conversation.scene, question))
    return _change(conversation, question, letter, rest)


def _change(conversation: Conversation, question: Question, letter: Letter, rest: str) -> Turn:
    """A command that concerns the question asked now."""
    if letter == "s":
        return _skipped(conversation, question, rest)
    if letter == "m" and not rest and not isinstance(question, Particular):
        return Turn(replace(conversation, wants="note"))
    change = changing.change(conversation.sheet, question, letter, rest)
    if isinstance(change, changing.Asks):
        return Turn(replace(conversation, wants=change.wants))
    if isinstance(change, Refused):
        return told(conversation, change.why)
    return _changed(conversation, change.sheet, moves_on=change.moves_on, said=change.said)


def _skipped(conversation: Conversation, question: Question, note: str) -> Turn:
    if isinstance(question, Particular) and question.required:
        return told(conversation, "This is needed to know what to ask.")
    if note and not isinstance(question, Particular):
        return _add_note(conversation, note, moves_on=True)
    turn = moves.onward(conversation)
    if state_of(conversation.sheet, question) != "open" or isinstance(question, Particular):
        return turn
    said = Line("Skipped: it stays open and comes back at the end.")
    return replace(turn, told=(said, *turn.told))
