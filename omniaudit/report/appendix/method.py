"""Appendix B: how every number was found, with the numbers of this very assessment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from omniaudit import __version__
from omniaudit.model.answers import Mode
from omniaudit.report import wording
from omniaudit.report.appendix import sensitivity
from omniaudit.report.appendix.worked_lines import worked_lines
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Bullets, Column, Heading, Prose, Row, Section, Table
from omniaudit.report.findings.two_up import paired, two_up

BASES = {
    "seen": "Read in the source",
    "secondary": "Read about elsewhere",
    "memory": "From memory, to be checked before quoting",
}


def method_section(assessment: Assessment) -> Section:
    """Formulas, a worked line, sensitivity, versions, sources and limits."""
    return Section(
        id="method",
        label="Appendix B: method",
        title="How the result follows from the answers",
        blocks=tuple(_blocks(assessment)),
        own_page=False,
    )


def _blocks(assessment: Assessment) -> Iterator[Block]:
    yield _formulas(assessment)
    yield Heading("Worked with the numbers of this assessment")
    yield worked_lines(assessment)
    yield Heading("How sensitive the result is")
    yield from sensitivity.blocks(assessment)
    yield Heading("Limits")
    yield Bullets((checked(assessment.sheet.mode), *one_view(assessment), *limits(assessment.name)))
    yield Heading("Versions")
    yield Table(
        "", (Column("", 3), Column("Used here", 7)), tuple(_versions(assessment)), small=True
    )
    yield Heading("Sources")
    yield Prose(about_sources(), small=True)
    yield _sources(assessment)


def one_view(assessment: Assessment) -> tuple[str, ...]:
    """Say so when a single person answered."""
    if assessment.card.respondents > 1:
        return ()
    return ("One person answered for the whole business; somebody else may see it differently.",)


def _formulas(assessment: Assessment) -> Table:
    columns = (Column("Number", 2), Column("How it is found", 9))
    rules = [
        *score_formulas(),
        *stage_formulas(*_gates(assessment)),
        effort_formula(_values(assessment)),
    ]
    if assessment.card.handoffs is not None:
        scale = assessment.questionnaire.handoffs
        stages = assessment.stage(2), assessment.stage(3)
        rules.append(handoff_formula(scale.joined_cut, scale.full_cut, *stages))
    rows = tuple(Row(each) for each in rules)
    return Table("Rules", columns, rows, small=True)


def _gates(assessment: Assessment) -> tuple[int, str, str]:
    questionnaire = assessment.questionnaire
    grades = [f"{letter} from {least}" for letter, least in questionnaire.confidence_grades.items()]
    trust = [
        f"{term.name.lower()} {wording.hundredths(questionnaire.confidence[evidence])}"
        for evidence, term in questionnaire.evidence.items()
    ]
    percent = questionnaire.gates.presets[assessment.card.stage.preset]
    return percent, wording.listed(trust), wording.listed(grades)


def _values(assessment: Assessment) -> list[str]:
    """The planning values of the bands."""
    return [str(band.midpoint) for band in assessment.questionnaire.bands]


def _versions(assessment: Assessment) -> Iterator[Row]:
    questionnaire, sheet = assessment.questionnaire, assessment.sheet
    yield Row(("Questionnaire", f"{questionnaire.id} {questionnaire.version}"))
    yield Row(("SHA-256 of the questionnaire", questionnaire.sha256 or not_from_a_file()))
    label = "SHA-256 of the answers file"
    if assessment.card.respondents > 1:
        label = "SHA-256 of the first answers file"
    hidden = withheld() if assessment.edition.anonymous else not_from_a_file()
    yield Row((label, sheet.sha256 or hidden))
    yield Row(("Strictness of the gates", wording.capital(assessment.card.stage.preset)))
    yield Row(("Program", f"omniaudit {__version__}"))


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
            cited.setdefault(citation.source, []).append("advice")
    rows: list[Row] = []
    for basis, consulted in BASES.items():
        entries = [
            (source.reference, wording.capital(", ".join(dict.fromkeys(cited[source.id]))))
            for source in questionnaire.sources
            if source.id in cited and source.basis == basis
        ]
        if entries:
            rows += [Row((consulted,), group=True), *paired(entries)]
    columns = two_up((Column("Source", 8), Column("Cited for", 3)))
    return Table("", columns, tuple(rows), small=True)


def score_formulas() -> tuple[tuple[str, str], ...]:
    """The rules of levels, scores and index, in a line or two each."""
    return (
        (
            "Level that counts",
            (
                "The level stated; one less where it holds hardly anywhere or partly. In an "
                "audit, level 3 counts only if seen or tested, and a failed step of a journey "
                "takes what it needs down to the level below."
            ),
        ),
        (
            "Score of a dimension",
            (
                "100 \u00d7 sum of (weight \u00d7 level) / (3 \u00d7 sum of weights), over what "
                "was answered. Core practices weigh 2, optional ones 1. Where coverage was "
                "asked, the last level counts by 0, 1/3, 2/3 or all of it."
            ),
        ),
        (
            "Several people",
            (
                "Of practices, fit and handoffs the middle answer counts, or the lower of two in "
                "the middle. A step of a journey that failed for anybody failed. Where people "
                "differ is shown for practices only."
            ),
        ),
        (
            "Interval",
            "The same score with every missing answer at 0, and with every one at its best.",
        ),
        (
            "Index",
            (
                "The geometric mean of the dimension scores by weight, each at least 1. It never "
                "decides the stage."
            ),
        ),
    )


def stage_formulas(percent: int, trust: str, grades: str) -> tuple[tuple[str, str], ...]:
    """The rules of stage, confidence and plan, in a line or two each."""
    return (
        (
            "Stage",
            (
                "Stage k is given when, in every dimension, more than half of the weight is at "
                f"level k and at least {percent}\u00a0% at every level below; when its key "
                "practices are at level k; and when no journey condition fails. The stages are "
                "checked from below."
            ),
        ),
        (
            "Confidence",
            (
                "Mean trust in what the answers rest on, by weight, out of 100; a missing answer "
                "counts 0. Where several people answered, it is multiplied by their agreement. "
                f"Trust: {trust}. Grades: {grades}, otherwise the lowest."
            ),
        ),
        (
            "Plan",
            (
                "The set of steps with the least effort that meets all conditions and respects "
                "prerequisites, found exactly. Missing answers count at their worst."
            ),
        ),
    )


def effort_formula(values: list[str]) -> tuple[str, str]:
    """The rule of the effort of a step."""
    return (
        "Effort",
        (
            f"A planning value inside the band of each step ({wording.listed(values)} "
            "person-weeks), times a factor for the size of the business. From ten person-weeks "
            "on, the report rounds to whole ones."
        ),
    )


def handoff_formula(joined: int, full: int, second: str, third: str) -> tuple[str, str]:
    """The rule of the handoff index."""
    return (
        "Handoff index",
        (
            "100 \u00d7 sum of (traffic \u00d7 level) / (3 \u00d7 sum of traffic), over the pairs "
            f"rated. By handoffs alone a business is {second} when over {joined}\u00a0% of the "
            f"traffic is at level 2 or above, and {third} when over {full}\u00a0% is at level 3; "
            "the cuts are our judgement."
        ),
    )


def checked(mode: Mode) -> str:
    """Say how far the answers were checked."""
    match mode:
        case "self":
            return "The answers are self-declared; nobody checked them, and this is not an audit."
        case "interview":
            return (
                "The answers come from an interview. Only what is marked as seen or tested was "
                "looked at, and this is not an audit."
            )
        case "audit":
            return (
                "An assessor looked for proof, but only where the answers say seen or tested; "
                "the rest is what people said."
            )
        case _:
            assert_never(mode)


def limits(name: str) -> tuple[str, ...]:
    """What this assessment cannot do."""
    return (
        (
            "The questionnaire has not been reviewed by a panel of experts, and no pilot sample "
            "has been assessed with it."
        ),
        (
            "Weights, cuts, effort bands, months and trust in evidence are judgement without "
            "calibration data."
        ),
        (
            "An answer is as good as what it rests on. Where nobody has looked, the level is what "
            "somebody said, and people tend to rate their own practice well."
        ),
        f"The result describes practices of {name}, not sales or profit, and promises neither.",
        (
            "There is no comparison with other businesses, because no comparable figures exist "
            "on this scale."
        ),
        (
            "Payment security, accessibility, sustainability, the cost of the supply chain and "
            "protection against attacks are not assessed."
        ),
    )


def not_from_a_file() -> str:
    """A sheet that was not read from a file."""
    return "not read from a file"


def withheld() -> str:
    """What would tell an anonymous business by its file."""
    return "withheld"


def about_sources() -> str:
    """How far sources carry."""
    return (
        "Sources support what is asked and why; the wording of questions and levels is our own. "
        "How each was consulted is stated."
    )
