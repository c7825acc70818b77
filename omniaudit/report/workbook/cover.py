"""The first sheet: what this is about, how to use it, and what of it is our judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Callout, Document
from omniaudit.report.findings import confidence
from omniaudit.report.findings.takes import takes
from omniaudit.report.pages.roadmap import reservation, roadmap_section
from omniaudit.report.workbook.sheets import Column, Sheet

SHEETS = {
    "Action plan": "What to do, in order. Fill in owner, due and status; sort and filter freely.",
    "Answers": "Every question about a practice with its answer, and what the answer rests on.",
    "Fit": "How far the business should go: every question with its answer.",
    "Journeys": "The customer journeys that were tried out, step by step.",
    "Handoffs": "How channels hand customers over, pair by pair.",
    "Scores": "The index and the dimensions, with what missing answers still allow.",
    "Practices": "Every practice with its level today and the level that the plan leads to.",
}
"""What the sheets hold, by title."""


def cover(assessment: Assessment, document: Document, sheets: Sequence[Sheet]) -> Sheet:
    """Labels and texts about the workbook and the sheets that it has."""
    rows = (
        *_what(assessment, document),
        *_how_to_use(sheets),
        *_judgement(),
        *(("", line) for line in (document.confidentiality, document.brand.contact) if line),
    )
    return Sheet("About", (Column("", 24), Column("", 96)), rows, plain=True)


def _what(assessment: Assessment, document: Document) -> Iterator[tuple[str, str]]:
    yield "Business", assessment.name
    yield "Result", f"{document.title}."
    yield from document.particulars
    yield "Confidence", confidence.in_full(assessment)
    effort = takes(assessment)
    if effort:
        yield "What it takes", effort
    warning = reservation(assessment)
    if warning:
        yield warning.title, above_the_plan()
    for block in roadmap_section(assessment).blocks:
        if isinstance(block, Callout) and block.tone == "caution" and block != warning:
            yield block.title, block.text


def _how_to_use(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    yield "How to use it", copy_of_the_day()
    for each in sheets:
        yield each.title, SHEETS[each.title]


def _judgement() -> Iterator[tuple[str, str]]:
    yield "By rule", by_rule()
    yield "Our judgement", our_judgement()


def above_the_plan() -> str:
    """Say where it stands what is to be known of the plan."""
    return "Read the first line of the action plan before the others."


def copy_of_the_day() -> str:
    """Say what changes in this file do not do."""
    return (
        "The action plan is yours to edit. The other sheets are a copy of the assessment: what is "
        "changed there does not change the result. To see a new result, change the answers and "
        "have the report made again."
    )


def by_rule() -> str:
    """Say what follows from the answers."""
    return (
        "Stage, index and scores follow from the answers by fixed rules, and so do the steps "
        "that every plan of least effort holds."
    )


def our_judgement() -> str:
    """Say what does not."""
    return (
        "Efforts and months are estimates for a business of this size, not a quotation. Months "
        "count from the day the work begins. What shows that a step is done is a proposal; agree "
        "on your own figures."
    )
