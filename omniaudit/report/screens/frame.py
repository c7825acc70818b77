"""Documents for a terminal: no cover, no running header, no pages."""

from __future__ import annotations

from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.document import Document, Prose, Section
from omniaudit.report.reading import Reading


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


def stages(reading: Reading, confirmed: int, potential: int) -> str:
    """The confirmed stage, and the possible one where it differs."""
    if confirmed == potential:
        return f"{reading.stage(confirmed)} confirmed"
    return f"{reading.stage(confirmed)} confirmed, {reading.stage(potential)} possible"


def next_commands(*commands: str) -> Section:
    """What to type next."""
    return Section("next", "", "Next", tuple(Prose("  " + command(each)) for each in commands))
