"""Sessions that answer questions in order, for the tests of the file edge."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from omniaudit.interview.drafts import Draft
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import Answered, AnswerSheet, Business

QUESTIONNAIRE = load_questionnaire()
QUESTIONS = tuple(each.id for each in QUESTIONNAIRE.capabilities)
NOW = dt.datetime(2026, 11, 21, 14, 2, tzinfo=dt.UTC)


def sheet(answered: int = 0) -> AnswerSheet:
    """A sheet with the first questions answered."""
    return AnswerSheet(
        Business("Libreria Aurora", "retail", "small"),
        mode="interview",
        answers={name: Answered(2) for name in QUESTIONS[:answered]},
    )


def open_draft(file: Path) -> Draft:
    """A session on the file."""
    return Draft(file, QUESTIONNAIRE, now=NOW)


def answered(file: Path) -> int:
    """How many questions the file answers, as the next session reads it."""
    with open_draft(file) as draft:
        return 0 if draft.sheet is None else len(draft.sheet.answers)


def beside(file: Path) -> list[str]:
    """The names of all files in the folder, the hidden ones first."""
    return sorted(each.name for each in file.parent.iterdir())
