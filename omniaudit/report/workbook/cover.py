"""The first sheet: what this is about, how to use it, and what of it is our judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from omniaudit.language import mark, say
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Callout, Document
from omniaudit.report.findings import confidence, unasked
from omniaudit.report.findings.takes import takes
from omniaudit.report.pages.answer import worth_it
from omniaudit.report.pages.roadmap import reservation, roadmap_section
from omniaudit.report.workbook.sheets import Column, Sheet

# Translators: names of worksheets have at most 31 characters and none of []:*?/\
SHEETS = {
    mark("Action plan"): mark(
        "What to do, in order. Fill in owner, due and status; sort and filter freely."
    ),
    mark("Answers"): mark(
        "Every question about a practice with its answer, and what the answer rests on."
    ),
    mark("Fit"): mark("How far the business should go: every question with its answer."),
    mark("Journeys"): mark("The customer journeys that were tried out, step by step."),
    mark("Handoffs"): mark("How channels hand customers over, pair by pair."),
    mark("Scores"): mark("The index and the dimensions, with what missing answers still allow."),
    mark("Practices"): mark(
        "Every practice with its level today and the level that the plan leads to."
    ),
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
    return Sheet(say("About"), (Column("", 24), Column("", 96)), rows, plain=True)


def _what(assessment: Assessment, document: Document) -> Iterator[tuple[str, str]]:
    yield say("Business"), assessment.name
    yield say("Result"), f"{document.title}."
    yield from document.particulars
    yield say("Confidence"), confidence.in_full(assessment)
    effort = takes(assessment)
    if effort:
        yield say("What it takes"), effort
    if missed := unasked.need(assessment):
        yield worth_it(), missed
    warning = reservation(assessment)
    if warning:
        yield warning.title, above_the_plan()
    for block in roadmap_section(assessment).blocks:
        if isinstance(block, Callout) and block.tone == "caution" and block != warning:
            yield block.title, block.text


def _how_to_use(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    told = {say(title): say(contents) for title, contents in SHEETS.items()}
    yield say("How to use it"), copy_of_the_day()
    for each in sheets:
        yield each.title, told[each.title]


def _judgement() -> Iterator[tuple[str, str]]:
    yield say("By rule"), by_rule()
    yield say("Our judgement"), our_judgement()


def above_the_plan() -> str:
    """Say where it stands what is to be known of the plan."""
    return say("Read the first line of the action plan before the others.")


def copy_of_the_day() -> str:
    """Say what changes in this file do not do."""
    return say(
        "The action plan is yours to edit. The other sheets are a copy of the assessment: what is "
        "changed there does not change the result. To see a new result, change the answers and "
        "have the report made again."
    )


def by_rule() -> str:
    """Say what follows from the answers."""
    return say(
        "Stage, index and scores follow from the answers by fixed rules, and so do the steps "
        "that every plan of least effort holds."
    )


def our_judgement() -> str:
    """Say what does not."""
    return say(
        "Efforts and months are estimates for a business of this size, not a quotation. Months "
        "count from the day the work begins. What shows that a step is done is a proposal; agree "
        "on your own figures."
    )
