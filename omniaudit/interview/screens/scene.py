"""What the screens of an interview show: the questionnaire, the answers, and who looks on."""

from __future__ import annotations

from math import ceil

from omniaudit.interview.agenda import Agenda, Question, seconds_left
from omniaudit.interview.screens.naming import grades_of
from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a screen needs to know."""

    questionnaire: Questionnaire
    sheet: AnswerSheet
    agenda: Agenda
    present: bool = False
    """Whether a client looks on: no notes, flags and grades are shown, and no result unasked."""

    quick: bool = False
    """Whether this is a first look, which goes on in full later."""

    pace: float = 1
    """How long answers take here, compared with the usual time."""

    @property
    def minutes_left(self) -> int:
        """About how long the open questions take, at least a minute when any is open."""
        return ceil(self.pace * seconds_left(self.sheet, self.agenda.questions) / 60)

    def grades(self, question: Question) -> tuple[str, ...]:
        """What an answer carries besides its level, for those who may see it."""
        return () if self.present else grades_of(self.sheet, question)

    def title_of(self, section: str) -> str:
        """A section by name."""
        named = {
            "business": say("The business"),
            "fit": say("What the business needs"),
            "handoffs": say("From channel to channel"),
            "journeys": say("Journeys"),
        }
        found = self.questionnaire.dimension.get(section)
        return found.name if found else named[section]

    def channel(self, channel: str) -> str:
        """A channel by name."""
        return self.questionnaire.channel[channel].name

    def number(self, question: Question) -> str:
        """A question's number, `-` for particulars."""
        return self.agenda.shown_number(question) or "-"
