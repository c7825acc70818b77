"""Where an interview is, and what comes of a typed line."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from omniaudit.interview.agenda import Agenda, Question, agenda
from omniaudit.interview.screens.lines import Line
from omniaudit.interview.screens.scene import Scene
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.values import dataclass

THE_END = ""
"""Where a conversation is when every question was asked: at its check list."""

Wants = Literal["answer", "reason", "note", "evidence", "coverage"]
Left = Literal["", "paused", "finished"]


@dataclass(frozen=True, slots=True)
class Offer:
    """Text that came without being an answer; it becomes a note unless that is declined."""

    text: str
    moves_on: bool
    """Whether the question it came with has been answered."""


@dataclass(frozen=True)
class Conversation:
    """Where an interview is; every move gives a new one."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    at: str = THE_END
    """The key of the question asked now."""
    wants: Wants = "answer"
    offer: Offer | None = None
    only: tuple[str, ...] | None = None
    """The questions to ask, by key; None for all that are open."""
    present: bool = False
    """Whether a client looks on: no notes, flags and grades are shown, and no result unasked."""
    quick: bool = False
    """Whether this is a first look, which goes on in full later."""
    pace: float = 1
    """How long answers take here, compared with the usual time."""
    more: tuple[str, ...] = ()
    """Journeys to walk besides the default ones."""
    trail: tuple[str, ...] = ()
    """The questions that led here, for going back."""
    ahead: tuple[str, ...] = ()
    """Where to return to, last first."""
    past: tuple[tuple[AnswerSheet, str], ...] = ()
    """Every sheet before a change, and where it was made, for undoing."""

    @cached_property
    def words(self) -> Questionnaire:
        """The questionnaire in the words of this kind of business."""
        return self.questionnaire.in_words_of(self.sheet.business.profile)

    @cached_property
    def agenda(self) -> Agenda:
        """What is asked of this business."""
        return agenda(self.words, self.sheet, self.more)

    @cached_property
    def scene(self) -> Scene:
        """What the screens show."""
        return Scene(self.words, self.sheet, self.agenda, self.present, self.quick, self.pace)

    @property
    def question(self) -> Question | None:
        """The question asked now; None at the end."""
        return self.agenda.question.get(self.at)


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of a line."""

    conversation: Conversation
    told: tuple[Line, ...] = ()
    kept: str = ""
    """What was changed, to be said when it is saved."""
    again: bool = False
    """Whether the question is put in full."""
    left: Left = ""


def told(conversation: Conversation, text: str) -> Turn:
    """A turn that only says something."""
    return Turn(conversation, (Line(text),))
