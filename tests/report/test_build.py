"""A document for every kind of assessment: complete, in plain words, nothing lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.load.assembly import load_questionnaire
from omniaudit.report import wording
from omniaudit.report.build import build_report
from tests.engine.sheets import QUESTIONNAIRE
from tests.report.cases import CASES, Case, made, sample
from tests.report.rules import faults
from tests.report.texts import said, section


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    name: str = request.param
    return made(name)


def test_every_section_is_there_and_worded(case: Case) -> None:
    assert not faults(case.document, case.questionnaire)


def test_the_same_input_gives_the_same_document(case: Case) -> None:
    assert case.document == case.document


def test_every_note_is_in_the_appendix(case: Case) -> None:
    sheet = case.card.sheet
    told = said(section(case.document, "answers"))
    notes = [each.note for each in (*sheet.answers.values(), *sheet.fit.values())]
    notes += [each.note for each in sheet.handoffs.values()]

    assert not [note for note in notes if wording.one_line(note) not in told]


def test_every_question_is_in_the_appendix(case: Case) -> None:
    told = said(section(case.document, "answers"))
    profile = case.card.sheet.business.profile
    asked = case.questionnaire.in_words_of(profile).capabilities_for(profile)

    assert asked
    assert not [each.id for each in asked if each.question not in told]


def test_the_business_is_named_on_the_first_page(case: Case) -> None:
    assert case.card.sheet.business.name in case.document.title
    assert case.document.sections[0].title == case.document.title


def test_a_report_plans_by_itself() -> None:
    example = sample()

    assert build_report(QUESTIONNAIRE, example.card) == example.document


TITLES = {
    "example A": "Libreria Aurora is multichannel; one answer may make it cross-channel",
    "example B": "Libreria Aurora is multichannel; seven steps lead to cross-channel",
    "nothing asked": "Where Libreria Aurora stands is not known yet: none of 24 questions has an "
    "answer",
    "nothing applies": "No question applies to Libreria Aurora, so no stage can be given",
    "one answer": "Libreria Aurora lies between siloed and omnichannel while 23 answers are "
    "missing",
    "one channel": "Libreria Aurora is siloed; one step leads to multichannel",
    "all three": "Libreria Aurora is omnichannel, the highest of the four stages",
    "several decide together": "Libreria Aurora is multichannel; several answers together may make "
    "it cross-channel",
    "several decide alone": "Libreria Aurora is multichannel; any one of two answers may make it "
    "cross-channel",
    "cannot decide": "Libreria Aurora is multichannel; 15 steps lead to cross-channel",
    "enough": "Libreria Aurora is multichannel, and that is enough for its customers",
    "enough and nothing left": "Libreria Aurora is cross-channel, which is more than its customers "
    "ask for",
    "enough but siloed": "Libreria Aurora is siloed; multichannel would be enough for its "
    "customers",
    "it fits": "Libreria Aurora is cross-channel, about where it should be for now",
    "ahead of need": "Libreria Aurora is omnichannel, further than its customers ask for",
    "audit with failed journeys": "Libreria Aurora is multichannel; one step and one journey (of "
    "two that broke) lead to cross-channel",
    "third stage walls": "Libreria Aurora is cross-channel; two journeys that broke keep it from "
    "being omnichannel",
    "journeys alone": "Libreria Aurora is multichannel; one journey that broke keeps it from being "
    "cross-channel",
    "a small budget": "Libreria Aurora is multichannel",
}


@pytest.mark.parametrize(("name", "title"), TITLES.items())
def test_the_title_states_the_result(name: str, title: str) -> None:
    assert made(name).document.title == title


def test_the_way_on_is_told_in_the_words_of_the_business() -> None:
    shipped, given = load_questionnaire(), sample().card.sheet
    card = score(shipped, replace(given, business=replace(given.business, profile="local")))
    told = said(section(build_report(shipped, card), "roadmap"))
    ours, for_all = shipped.in_words_of("local").step, shipped.step
    planned = [each.step.id for each in plan(shipped, card).steps]

    assert [each for each in planned if ours[each].title != for_all[each].title]
    assert not [each for each in planned if ours[each].title not in told]
