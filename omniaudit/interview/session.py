"""An interview as it is held: a conversation between a terminal and a file."""

from __future__ import annotations

import datetime as dt
import signal
from collections.abc import Callable, Iterable
from dataclasses import replace

from omniaudit.interview import prompts
from omniaudit.interview.agenda import pace, seconds_left, usual_pace
from omniaudit.interview.conversation import leaving, take
from omniaudit.interview.drafts import Draft
from omniaudit.interview.screens import ending, overviews
from omniaudit.interview.screens.lines import Line, laid_out
from omniaudit.interview.state import Conversation, Left, Turn
from omniaudit.interview.terminal import Terminal
from omniaudit.interview.wayfinding import chosen, next_key
from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet, Business
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite, Ended
from omniaudit.values import dataclass

_KEPT_ELSEWHERE = {"O805", "O806"}
"""Problems of saving that leave the answers on the disk all the same, and say where."""


def begun(questionnaire: Questionnaire, sheet: AnswerSheet | None, today: dt.date) -> Conversation:
    """The conversation about a sheet at its first open question; about a new one without a sheet.

    A sheet without a date gets today's.
    """
    known = sheet or AnswerSheet(Business("", "", ""), mode="interview")
    dated = known if known.date else replace(known, date=today)
    start = Conversation(questionnaire, dated, pace=usual_pace(questionnaire))
    return replace(start, at=next_key(start.agenda, dated, start.at, None))


def narrowed(conversation: Conversation, only: str) -> Conversation | None:
    """The conversation about some questions only; None for a word that means none."""
    keys = chosen(conversation.agenda, conversation.sheet, only)
    if keys is None:
        return None
    return replace(conversation, only=keys, at=next(iter(keys), ""))


@dataclass(frozen=True, slots=True)
class Onwards:
    """How to go on, as it is typed: the file, empty when it is not shown, and what comes behind."""

    file: str
    again: str = ""
    """What every further command has to say."""
    only: str = ""
    """What goes on with the same questions alone."""

    @property
    def typed(self) -> str:
        """What every further command is given."""
        return f"{self.file}{self.again}" if self.file else ""


class Session:
    """One sitting."""

    def __init__(
        self,
        conversation: Conversation,
        terminal: Terminal,
        draft: Draft,
        *,
        onwards: Onwards,
        clock: Callable[[], dt.datetime],
    ) -> None:
        self._conversation = conversation
        self._saved = conversation.sheet
        self._terminal = terminal
        self._draft = draft
        self._onwards = onwards
        self._clock = clock
        self._begun = clock()
        self._usual = conversation.pace
        self._planned = seconds_left(conversation.sheet, conversation.agenda.questions)

    def hold(self) -> None:
        """Ask until everything is answered or somebody leaves.

        Raises:
            CannotWrite: when an answer could not be saved.
            Ended: when a signal or Ctrl-C ended it; what was answered is saved.
        """
        try:
            self._show((*self._opening(), *prompts.put(self._conversation)))
            left: Left = ""
            while not left:
                left = self._turn()
            if left == "finished":
                self._show(ending.finished(self._conversation.scene, self._onwards.typed))
            else:
                self._take_leave()
        except (KeyboardInterrupt, Ended) as ended:
            self._break_off()
            raise ended if isinstance(ended, Ended) else Ended(signal.SIGINT) from None

    def _opening(self) -> tuple[Line, ...]:
        scene = self._conversation.scene
        if self._draft.sheet is None:
            return overviews.opening(scene, self._onwards.file)
        warned = () if scene.present else scene.sheet.warnings
        warnings = [Line(str(each)) for each in warned]
        return (*warnings, *overviews.resumed(scene))

    def _turn(self) -> Left:
        """A line is asked for and taken; what it changed is saved before anything is said."""
        try:
            typed = self._terminal.ask(prompts.prompt(self._conversation))
        except EOFError:
            self._conversation = leaving(self._conversation)
            self._save("")
            return "paused"
        turn = take(self._paced(), typed.line, typed.pasted)
        self._conversation = turn.conversation
        self._save(turn.kept)
        self._tell(turn)
        return turn.left

    def _paced(self) -> Conversation:
        """The conversation with the pace of this sitting."""
        now = self._conversation
        planned = self._planned - seconds_left(now.sheet, now.agenda.questions)
        elapsed = (self._clock() - self._begun).total_seconds()
        return replace(now, pace=pace(planned, elapsed, self._usual))

    def _save(self, kept: str) -> None:
        """Save what has changed; `kept` says what it was."""
        sheet = self._conversation.sheet
        if sheet == self._saved:
            return
        try:
            with self._terminal.held():
                self._draft.save(sheet)
                self._saved = sheet
        except CannotWrite as error:
            if kept and error.problems[0].code not in _KEPT_ELSEWHERE:
                self._show([Line(say("Not saved: {what}", what=kept))])
            raise

    def _tell(self, turn: Turn) -> None:
        offer = turn.conversation.offer
        lines = list(turn.told)
        if turn.kept:
            saved = say("Saved {time}.", time=f"{self._clock():%H:%M:%S}")
            lines.insert(0, Line(f"{turn.kept} {saved}"))
        if offer is not None and turn.kept:
            lines.append(Line(say("More came with it: “{text}”", text=offer.text)))
        if turn.again and not turn.left:
            lines += prompts.put(turn.conversation)
        self._show(lines)

    def _break_off(self) -> None:
        """Save what is not saved yet, and say how to go on."""
        self._conversation = leaving(self._conversation)
        self._save("")
        self._take_leave()

    def _take_leave(self) -> None:
        scene, is_saved = self._conversation.scene, self._draft.sheet is not None
        only = self._onwards.only if self._conversation.question else ""
        self._show(ending.paused(scene, self._onwards.typed, only=only, is_saved=is_saved))

    def _show(self, lines: Iterable[Line]) -> None:
        text = laid_out(lines, self._terminal.width)
        if text:
            self._terminal.show(text)
