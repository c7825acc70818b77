"""Documents for a terminal: no cover, no running header, no pages."""

from __future__ import annotations

from omniaudit.language import say
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
        return say("{stage} confirmed", stage=reading.stage(confirmed))
    return say(
        "{stage} confirmed, {possible_stage} possible",
        stage=reading.stage(confirmed),
        possible_stage=reading.stage(potential),
    )


def no_answers_yet(business: str) -> str:
    """Title where there is nothing to tell."""
    return say("{business}: no answers yet", business=business)


def next_commands(*commands: str) -> Section:
    """What to type next."""
    return Section("next", "", say("Next"), tuple(Prose("  " + command(each)) for each in commands))
