"""The interview as a state machine: a typed line gives a turn. No terminal, no file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from omniaudit.interview import answering, moves, turns, typed_words
from omniaudit.interview.agenda import HandoffRow, Question, state_of
from omniaudit.interview.answering import Refused
from omniaudit.interview.commands import Letter, read_command
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import NoteFull, added_note
from omniaudit.interview.remarks import remarks
from omniaudit.interview.screens import ending, overviews, questions
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.state import Conversation, Offer, Turn, Wants, told
from omniaudit.interview.wayfinding import still_unknown
from omniaudit.language import mark, say
from omniaudit.load.clean_text import MAX_NOTE, clean
from omniaudit.report import wording

_ASKED_FOR: Mapping[Wants, Letter] = {"reason": "n", "evidence": "e", "coverage": "c"}
_ABOUT_AN_ANSWER = frozenset("sdnmfec")
_TOO_LONG = mark(
    "That is too long: a note holds {most} characters, and nothing of this was kept. Shorten it."
)


def take(conversation: Conversation, line: str, pasted: tuple[str, ...] = ()) -> Turn:
    """What comes of a typed line; further lines that were pasted with it are never answers."""
    text = clean(line, limit=MAX_NOTE)
    extra = clean("\n".join(pasted), limit=MAX_NOTE)
    if len(line) + sum(map(len, pasted)) > MAX_NOTE:
        return _too_long(conversation)
    try:
        return _taken(conversation, text, extra)
    except NoteFull:
        return _too_long(conversation)


def _too_long(conversation: Conversation) -> Turn:
    return told(conversation, say(_TOO_LONG, most=wording.number(MAX_NOTE)))


def _taken(conversation: Conversation, text: str, extra: str) -> Turn:
    question, both = conversation.question, f"{text}\n{extra}".strip()
    if question is None:
        return _at_the_end(conversation, text)
    if conversation.wants == "note":
        return _noted(conversation, question, both)
    if conversation.offer is not None:
        return _offered(conversation, question, conversation.offer, both)
    if conversation.wants != "answer":
        return _detailed(conversation, " ".join(both.split("\n")))
    if extra and not isinstance(question, Particular):
        return _pasted(conversation, question, text, extra)
    turn = _answered(conversation, question, text)
    if extra:
        left_out = say("Only the first line was taken. Left out: “{text}”", text=extra)
        turn = replace(turn, told=(Line(left_out), *turn.told))
    return turn


def leaving(conversation: Conversation) -> Conversation:
    """The conversation as it is saved when it is broken off: what was offered is kept."""
    question, offer = conversation.question, conversation.offer
    if question is None or offer is None:
        return conversation
    try:
        return _kept(conversation, question, offer).conversation
    except NoteFull:
        return conversation


def _answered(conversation: Conversation, question: Question, text: str) -> Turn:
    command = read_command(text, conversation.words)
    if command is not None and not _is_answer(conversation, question, text, command):
        return _commanded(conversation, *command)
    if not text:
        return _entered(conversation, question)
    taken = answering.take(conversation.words, conversation.sheet, question, text)
    if isinstance(taken, Refused):
        why = say("“{text}” was not taken. {why} ? shows all keys.", text=text, why=taken.why)
        return turns.refused(conversation, question, text, why)
    return turns.changed(conversation, question, taken, moves_on=True)


def _is_answer(
    conversation: Conversation, question: Question, text: str, command: tuple[Letter, str]
) -> bool:
    """Whether a line that could be a command is an answer here, such as a name or `d 0`."""
    letter, rest = command
    if isinstance(question, HandoffRow):
        return answering.is_row(question, text)
    if not isinstance(question, Particular) or question.options or len(text) == 1:
        return False
    if letter == "g":
        return not moves.go(conversation, rest).again
    return letter in _ABOUT_AN_ANSWER


def _at_the_end(conversation: Conversation, text: str) -> Turn:
    unknown = still_unknown(conversation.agenda, conversation.sheet)
    if unknown is not None:
        return moves.go(conversation, unknown.key)
    if not text or typed_words.means(text, typed_words.FINISH):
        return Turn(conversation, left="finished")
    return _commanded(conversation, *(read_command(text, conversation.words) or ("g", text)))


def _entered(conversation: Conversation, question: Question) -> Turn:
    """Enter alone keeps what there is."""
    is_optional = isinstance(question, Particular) and not question.required
    if is_optional or state_of(conversation.sheet, question) != "open":
        return moves.onward(conversation)
    how = questions.how_to_answer(question)
    return told(conversation, say("No answer yet. {how_to_answer}", how_to_answer=how))


# What belongs to an answer


def _detailed(conversation: Conversation, text: str) -> Turn:
    """What was asked for after n, e or c: a reason or a grade."""
    asked = replace(conversation, wants="answer")
    if not text:
        return told(asked, say("It stays as it was."))
    command = read_command(text, conversation.words)
    if command is not None and command[0] in "bqu?" and not command[1]:
        return _commanded(asked, *command)
    return _commanded(asked, _ASKED_FOR[conversation.wants], text)


def _noted(conversation: Conversation, question: Question, text: str) -> Turn:
    """A line of a note: kept at once; an empty one ends the note."""
    if not text:
        return Turn(replace(conversation, wants="answer"), again=True)
    turn = turns.add_note(conversation, question, text)
    return replace(turn, conversation=replace(turn.conversation, wants="note"))


# Text that came without being an answer


def _pasted(conversation: Conversation, question: Question, text: str, extra: str) -> Turn:
    """An answer that came with more lines stays until they are decided on.

    When the first line is no answer, all of them are a note: nothing pasted is a command.
    """
    turn = _answered(conversation, question, text)
    after = turn.conversation
    if after.at == conversation.at or not _is_reply(conversation, question, text):
        offer = Offer(f"{text}\n{extra}".strip(), moves_on=False)
        return told(replace(conversation, offer=offer), say("None of these lines was taken."))
    stays = replace(
        conversation, sheet=after.sheet, past=after.past, offer=Offer(extra, moves_on=True)
    )
    remarked = remarks(conversation.questionnaire, conversation.sheet, after.sheet, question)
    return Turn(stays, remarked, turn.kept)


def _is_reply(conversation: Conversation, question: Question, text: str) -> bool:
    """Whether a line that led on is an answer, as `2`, `d` and `n REASON` are, and `b` is not."""
    if isinstance(question, HandoffRow) and answering.is_row(question, text):
        return True
    command = read_command(text, conversation.words)
    return bool(text) and (command is None or command[0] in "dn")


def _offered(conversation: Conversation, question: Question, offer: Offer, text: str) -> Turn:
    """The answer to an offer; an answer to the question takes the text along as its note."""
    without = replace(conversation, offer=None)
    if not text or typed_words.means(text, typed_words.YES):
        return _kept(conversation, question, offer)
    if typed_words.means(text, typed_words.NO):
        turn = moves.onward(without) if offer.moves_on else Turn(without)
        return replace(turn, told=(Line(say("Left out.")), *turn.told))
    command = read_command(text, conversation.words)
    if command == ("q", "") or (command is not None and not offer.moves_on):
        return _after_keeping(conversation, question, offer, text)
    if not offer.moves_on:
        taken = answering.take(conversation.words, conversation.sheet, question, text)
        if not isinstance(taken, Refused):
            sheet = added_note(taken, question, offer.text)
            return turns.changed(without, question, sheet, moves_on=True)
    if command is not None or not turns.WORDS.search(text):
        return told(conversation, say("First the note: Enter keeps it, x leaves it out."))
    more = replace(conversation, offer=replace(offer, text=f"{offer.text}\n{text}"))
    return told(more, say("That is added to the note."))


def _after_keeping(conversation: Conversation, question: Question, offer: Offer, text: str) -> Turn:
    """A command at an offer keeps the note first."""
    kept = _kept(conversation, question, replace(offer, moves_on=False))
    turn = _taken(kept.conversation, text, "")
    return replace(turn, kept=f"{kept.kept} {turn.kept}".rstrip())


def _kept(conversation: Conversation, question: Question, offer: Offer) -> Turn:
    without = replace(conversation, offer=None)
    return turns.add_note(without, question, offer.text, moves_on=offer.moves_on)


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
        "?": lambda: Turn(conversation, questions.keys(conversation.question)),
    }
    if letter in done:
        return done[letter]()
    question = conversation.question
    if question is None:
        return told(conversation, say("First go to a question: type its number."))
    if letter == "h":
        return Turn(conversation, questions.explained(conversation.scene, question))
    return turns.commanded(conversation, question, letter, rest)
