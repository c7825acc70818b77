"""A talk with the conversation alone: no terminal, no file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from omniaudit.interview import prompts
from omniaudit.interview.conversation import leaving, take
from omniaudit.interview.screens.lines import laid_out
from omniaudit.interview.session import begun, narrowed
from omniaudit.interview.state import Conversation, Turn
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import AnswerSheet, Business
from omniaudit.model.questionnaire import Questionnaire

QUESTIONNAIRE = load_questionnaire()
BOOKSHOP = Business("Libreria Aurora", "retail", "medium", ("store", "web", "phone"))
DAY = dt.date(2026, 11, 21)
WIDTH = 88


class Talk:
    """Somebody who types lines, and what is said to them."""

    def __init__(
        self,
        sheet: AnswerSheet | None = None,
        *,
        only: str = "",
        questionnaire: Questionnaire = QUESTIONNAIRE,
    ) -> None:
        self.now: Conversation = begun(questionnaire, sheet, DAY)
        if only:
            chosen = narrowed(self.now, only)
            assert chosen is not None
            self.now = chosen
        self.turn = Turn(self.now)
        self.said = ""

    def types(self, *lines: str, pasted: tuple[str, ...] = ()) -> Talk:
        """Type lines; `pasted` comes with the last one."""
        for line in lines:
            self.turn = take(self.now, line, pasted if line is lines[-1] else ())
            self.now = self.turn.conversation
            told = laid_out(self.turn.told, WIDTH)
            question = laid_out(prompts.put(self.now), WIDTH) if self.turn.again else ""
            self.said = " ".join(f"{self.turn.kept} {told} {question}".split())
        return self

    def leaves(self) -> Talk:
        """Break off, as by Ctrl-C."""
        self.now = leaving(self.now)
        return self

    @property
    def sheet(self) -> AnswerSheet:
        """The answers so far."""
        return self.now.sheet

    @property
    def at(self) -> str:
        """The key of the question asked now."""
        return self.now.at

    @property
    def prompt(self) -> str:
        """What stands before the cursor."""
        return prompts.prompt(self.now)


def bookshop(**parts: object) -> Talk:
    """An interview of a bookshop whose particulars are known."""
    return Talk(replace(AnswerSheet(BOOKSHOP, mode="interview"), **parts))  # type: ignore[arg-type]
