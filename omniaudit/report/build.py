"""The whole report: from a scorecard and its plans to a worded document."""

from __future__ import annotations

from dataclasses import replace

from omniaudit.engine import planning
from omniaudit.engine.advice import advice
from omniaudit.language import code, say, say_as
from omniaudit.model.brand import OWN, Brand
from omniaudit.model.plan import Plan
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.report.appendix.answers import answers_section
from omniaudit.report.appendix.changes import changes_section
from omniaudit.report.appendix.glossary import glossary_section
from omniaudit.report.appendix.method import method_section
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.document import Document
from omniaudit.report.findings.headline import headline
from omniaudit.report.findings.moves import housekeeping
from omniaudit.report.pages.answer import answer_section
from omniaudit.report.pages.customer import asked_of_customers, customer_section
from omniaudit.report.pages.dimensions import dimension_sections
from omniaudit.report.pages.fit import fit_section
from omniaudit.report.pages.heat_map import heat_map_section
from omniaudit.report.pages.restraint import restraint_section
from omniaudit.report.pages.roadmap import roadmap_section
from omniaudit.report.pages.scorecard import scorecard_section
from omniaudit.report.pages.terms import particulars, terms_section
from omniaudit.report.pages.unknowns import unknowns_section
from omniaudit.report.reading import Reading


def build(assessment: Assessment, brand: Brand = OWN, before: Reading | None = None) -> Document:
    """Put an assessment into words; `before` is an earlier one, for what changed since."""
    day = assessment.sheet.date
    return Document(
        language=code(),
        title=headline(assessment),
        subject=assessment.name,
        kicker=assessment.questionnaire.title,
        particulars=particulars(assessment),
        sections=(
            answer_section(assessment),
            scorecard_section(assessment),
            terms_section(assessment),
            *((fit_section(assessment),) if assessment.questionnaire.asks_fit else ()),
            heat_map_section(assessment),
            *((customer_section(assessment),) if asked_of_customers(assessment) else ()),
            *dimension_sections(assessment),
            roadmap_section(assessment),
            unknowns_section(assessment),
            restraint_section(assessment),
            answers_section(assessment),
            method_section(assessment),
            glossary_section(assessment),
            *(() if before is None else (changes_section(assessment, before),)),
        ),
        confidentiality=brand.confidentiality or confidential(assessment.name),
        page_of=(
            say_as("before the number of a page", "Page"),
            say_as("between the number of a page and how many there are", "of"),
        ),
        created=day.isoformat() if day else "",
        brand=brand,
    )


def assess(
    questionnaire: Questionnaire, card: Scorecard, plan: Plan, ambition: Plan | None = None
) -> Assessment:
    """Gather what a report is about; advice is about the steps that the roadmap shows.

    `plan` leads to the next stage; `ambition`, if given, to a stage beyond it, for comparison.
    """
    ours = questionnaire.in_words_of(card.sheet.business.profile)
    assessment = Assessment(ours, card, plan, ambition, advice(ours, card, plan))
    if not assessment.only_housekeeping:
        return assessment
    shown = replace(plan, steps=housekeeping(assessment))
    return replace(assessment, rules=advice(ours, card, shown))


def planned(questionnaire: Questionnaire, card: Scorecard) -> Assessment:
    """Plan the way to the next stage and to the highest one, and gather what they are about."""
    ours = questionnaire.in_words_of(card.sheet.business.profile)
    todo = planning.plan(ours, card)
    beyond = planning.plan(ours, card, TOP) if todo.target < TOP else None
    return assess(ours, card, todo, beyond)


def build_report(questionnaire: Questionnaire, card: Scorecard, brand: Brand = OWN) -> Document:
    """Plan the way on and put all of it into words."""
    return build(planned(questionnaire, card), brand)


def confidential(name: str) -> str:
    """The line at the foot of every page."""
    return say("Confidential: prepared for {name}", name=name)
