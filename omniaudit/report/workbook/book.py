"""The whole workbook: from an assessment to sheets."""

from __future__ import annotations

from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Document
from omniaudit.report.workbook.action_plan import action_plan
from omniaudit.report.workbook.answers import answer_sheets
from omniaudit.report.workbook.cover import cover
from omniaudit.report.workbook.scores import levels, scores
from omniaudit.report.workbook.sheets import Workbook


def workbook(assessment: Assessment, document: Document) -> Workbook:
    """All sheets, with notes in full; a summary has the same ones, for there is nothing to print.

    The document gives title, particulars and closing lines.
    """
    sheets = (
        action_plan(assessment),
        scores(assessment),
        levels(assessment),
        *answer_sheets(assessment),
    )
    return Workbook(
        title=document.title,
        created=assessment.sheet.date,
        sheets=(cover(assessment, document, sheets), *sheets),
    )
