"""Documents for a terminal: no cover, no running header, no pages."""

from __future__ import annotations

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.document import Document, Section


def command(words: str) -> str:
    """A command that no line breaks, so that it can be copied whole."""
    return words.replace(" ", "\u00a0")


def screen(questionnaire: Questionnaire, *, title: str, sections: tuple[Section, ...]) -> Document:
    """A document of sections under a title."""
    return Document(
        language=questionnaire.language,
        title=title,
        subject="",
        kicker="",
        particulars=(),
        sections=sections,
        confidentiality="",
        page_of=("", ""),
    )
