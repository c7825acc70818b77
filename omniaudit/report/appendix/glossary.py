"""Appendix C: the words of the trade."""

from __future__ import annotations

from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Column, Row, Section, Table


def glossary_section(assessment: Assessment) -> Section:
    """Every term with its meaning, in alphabetical order."""
    terms = sorted(assessment.questionnaire.glossary, key=lambda term: term.name.lower())
    rows = tuple(Row((wording.capital(term.name), term.meaning)) for term in terms)
    columns = (Column("Term", 3), Column("Meaning", 9))
    return Section(
        "glossary",
        "Appendix C: glossary",
        "What the words mean",
        (Table("", columns, rows, small=True),),
    )
