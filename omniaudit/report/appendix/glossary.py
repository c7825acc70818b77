"""Appendix C: the words of the trade."""

from __future__ import annotations

from omniaudit.language import say
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Column, Section, Table
from omniaudit.report.findings.two_up import paired, two_up


def glossary_section(assessment: Assessment) -> Section:
    """Every term with its meaning, in alphabetical order."""
    terms = sorted(assessment.questionnaire.glossary, key=lambda term: term.name.lower())
    entries = [(wording.capital(term.name), term.meaning) for term in terms]
    columns = two_up((Column(say("Term"), 3), Column(say("Meaning"), 8)))
    return Section(
        "glossary",
        say("Appendix C: glossary"),
        say("What the words mean"),
        (Table("", columns, paired(entries), small=True),),
        own_page=False,
    )
