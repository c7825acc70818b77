"""Appendix B: how every number was found, with the numbers of this very assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from omniaudit import __version__
from omniaudit.language import mark, say
from omniaudit.model.answers import Mode
from omniaudit.report import wording
from omniaudit.report.appendix import sensitivity
from omniaudit.report.appendix.formulas import formulas
from omniaudit.report.appendix.worked_lines import worked_lines
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Section, Table
from omniaudit.report.findings import unasked
from omniaudit.report.findings.two_up import paired, two_up

BASES = {
    "seen": mark("Consulted in the original"),
    "secondary": mark("Cited after secondary literature"),
    "memory": mark("From general knowledge of the literature, not consulted anew"),
}


def method_section(assessment: Assessment) -> Section:
    """Formulas, a worked line, sensitivity, versions, sources and limits."""
    return Section(
        id="method",
        label=say("Appendix B: method"),
        title=say("How the result follows from the answers"),
        blocks=tuple(_blocks(assessment)),
        own_page=False,
    )


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield formulas(assessment)
    yield Heading(say("Worked with the numbers of this assessment"))
    yield worked_lines(assessment)
    yield Heading(say("How sensitive the result is"))
    yield from sensitivity.blocks(assessment)
    yield Heading(say("Limits"))
    sure = (checked(assessment.sheet.mode), *one_view(assessment))
    yield Bullets((*sure, *unasked.customers(assessment), *limits(assessment.name)))
    yield Heading(say("Versions"))
    yield Table(
        "", (Column("", 3), Column(say("Used here"), 7)), tuple(_versions(assessment)), small=True
    )
    yield Heading(say("Sources"))
    yield Prose(about_sources(), small=True)
    yield _sources(assessment)


def one_view(assessment: Assessment) -> tuple[str, ...]:
    """Say so when a single person answered."""
    if assessment.card.respondents > 1:
        return ()
    return (
        say("One person answered for the whole business; somebody else may see it differently."),
    )


def _versions(assessment: Assessment) -> Iterator[Row]:
    questionnaire, sheet = assessment.questionnaire, assessment.sheet
    yield Row((say("Questionnaire"), f"{questionnaire.id} {questionnaire.version}"))
    yield Row((say("SHA-256 of the questionnaire"), questionnaire.sha256 or not_from_a_file()))
    label = say("SHA-256 of the answers file")
    if assessment.card.respondents > 1:
        label = say("SHA-256 of the first answers file")
    hidden = withheld() if assessment.edition.anonymous else not_from_a_file()
    yield Row((label, sheet.sha256 or hidden))
    yield Row(
        (
            say("Strictness of the gates"),
            wording.capital(sensitivity.strictness(assessment.card.stage.preset)),
        )
    )
    yield Row((say("Program"), f"omniaudit {__version__}"))


def _sources(assessment: Assessment) -> Table:
    questionnaire = assessment.questionnaire
    cited: dict[str, list[str]] = {}
    for capability in questionnaire.capabilities:
        for citation in capability.sources:
            cited.setdefault(citation.source, []).append(capability.code)
    for journey in questionnaire.journeys:
        for citation in journey.sources:
            cited.setdefault(citation.source, []).append(journey.code)
    for rule in questionnaire.advice:
        for citation in rule.sources:
            cited.setdefault(citation.source, []).append(say("advice"))
    rows: list[Row] = []
    for basis, consulted in BASES.items():
        entries = [
            (source.reference, wording.capital(", ".join(dict.fromkeys(cited[source.id]))))
            for source in questionnaire.sources
            if source.id in cited and source.basis == basis
        ]
        if entries:
            rows += [Row((say(consulted),), group=True), *paired(entries)]
    columns = two_up((Column(say("Source"), 8), Column(say("Cited for"), 3)))
    return Table("", columns, tuple(rows), small=True)


def checked(mode: Mode) -> str:
    """Say how far the answers were checked."""
    match mode:
        case "self":
            return say(
                "The answers are self-declared; nobody checked them, and this is not an audit."
            )
        case "interview":
            return say(
                "The answers come from an interview. Only what is marked as seen or tested was "
                "looked at, and this is not an audit."
            )
        case "audit":
            return say(
                "An assessor looked for proof, but only where the answers say seen or tested; "
                "the rest is what people said."
            )
        case _:
            assert_never(mode)


def limits(name: str) -> tuple[str, ...]:
    """What this assessment cannot do."""
    return (
        say(
            "The questionnaire has not been reviewed by a panel of experts, and no pilot sample "
            "has been assessed with it."
        ),
        say(
            "Weights, cuts, effort bands, months and trust in evidence are judgement without "
            "calibration data."
        ),
        say(
            "An answer is as good as what it rests on. Where nobody has looked, the level is what "
            "somebody said, and people tend to rate their own practice well."
        ),
        say(
            "The result describes practices of {business}, not sales or profit, and promises "
            "neither.",
            business=name,
        ),
        say(
            "There is no comparison with other businesses, because no comparable figures exist "
            "on this scale."
        ),
        say(
            "Payment security, accessibility, sustainability, the cost of the supply chain and "
            "protection against attacks are not assessed."
        ),
    )


def not_from_a_file() -> str:
    """A sheet that was not read from a file."""
    return say("not read from a file")


def withheld() -> str:
    """What would tell an anonymous business by its file."""
    return say("withheld")


def about_sources() -> str:
    """How far sources carry."""
    return say(
        "Sources support what is asked and why; the wording of questions and levels is our own. "
        "How each was consulted is stated."
    )
