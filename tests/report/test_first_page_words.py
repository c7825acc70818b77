"""The first page says the same as the pages behind it, and no more than is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.report import wording
from omniaudit.report.charts import Dumbbells
from omniaudit.report.document import KeyFigures, Picture, Table
from omniaudit.report.screens.plan import plan_summary
from omniaudit.report.screens.score import score_summary
from tests.report.cases import made
from tests.report.texts import blocks, said, section


def first_page(name: str) -> str:
    return said(section(made(name).document, "answer"))


def caption_of_moves(name: str) -> str:
    (table,) = (
        each for each in blocks(section(made(name).document, "answer")) if isinstance(each, Table)
    )
    return table.caption


def test_where_resources_come_first_page_one_says_so() -> None:
    told = first_page("resources far below")

    assert made("resources far below").document.title.endswith(
        "its customers call for more, but resources come first"
    )
    assert "for when resources allow" in told
    assert "Whether more is needed" in told
    assert caption_of_moves("resources far below").endswith(", as resources allow")


def test_a_business_further_than_its_customers_ask_is_not_sent_back() -> None:
    told, case = first_page("ahead of need"), made("ahead of need")
    score = said(score_summary(case.questionnaire, case.card, "a.yaml"))

    assert "would be enough for the customers of Libreria Aurora" in told
    assert "Keep what works and add nothing" in told
    assert "The target" not in told
    assert "would be enough; keep what works, add nothing." in score
    assert "would be enough" in said(section(case.document, "fit"))


def test_where_it_fits_conditions_of_a_higher_stage_are_not_what_keeps_it() -> None:
    told = first_page("it fits")

    assert "What omnichannel would ask for (not advised)" in told
    assert "What keeps it" not in told
    assert "or as you can carry" not in said(section(made("it fits").document, "fit"))


def test_single_answers_that_hold_a_stage_up_are_told() -> None:
    told = first_page("all three and needed")

    assert "hold this stage up" in told
    assert "Nobody has seen any of them proved" in told
    assert "as sure as" not in told


def test_what_a_business_says_of_itself_is_called_its_own_account() -> None:
    case = made("example B")
    by_others = replace(case, card=replace(case.card, sheet=replace(case.card.sheet, mode="audit")))

    assert "by its own account, the 24 answers" in said(section(case.document, "terms"))
    assert "by its own account" not in said(section(by_others.document, "terms"))


def test_in_a_tiny_business_nobody_is_sent_to_a_manager() -> None:
    case = made("sample")
    sheet = case.card.sheet
    tiny = replace(sheet, business=replace(sheet.business, size="micro"))
    told = said(replace(case, card=replace(case.card, sheet=tiny)).document.sections)

    assert "the head of customer service" in said(case.document.sections)
    assert "Answer it yourself, or ask whoever does this." in told
    assert "You, or whoever does this" in told
    assert "Ask the head of customer service" not in told


def test_without_an_answer_neither_goal_nor_plan_is_given() -> None:
    case = made("nothing asked")
    (chart,) = (
        each.chart
        for each in blocks(section(case.document, "scorecard"))
        if isinstance(each, Picture) and isinstance(each.chart, Dumbbells)
    )
    goals = [each.target for group in chart.groups for each in group.dumbbells]
    score = said(score_summary(case.questionnaire, case.card, "a.yaml"))
    planned = said(plan_summary(case.questionnaire, case.card, case.card, case.plan))

    assert goals
    assert set(goals) == {None}
    assert "What keeps" not in score
    assert "Nothing is planned yet: no question has an answer." in planned
    assert "@" not in planned


def test_bands_are_whole_person_weeks() -> None:
    (figures,) = (
        each
        for each in blocks(section(made("local").document, "answer"))
        if isinstance(each, KeyFigures)
    )

    assert "." not in figures.figures[-1].value
    assert "person-weeks" in said(section(made("local").document, "roadmap"))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at level 3.", "at level\u00a03."),
        ("level 2 or above; levels 1 and 2", "level\u00a02 or above; levels\u00a01 and 2"),
        ("12 person-weeks instead of 6.", "12 person-weeks instead of\u00a06."),
        ("of 6 practices", "of 6 practices"),
        ("a level of its own", "a level of its own"),
    ],
)
def test_a_number_stays_with_the_word_before_it(text: str, bound: str) -> None:
    assert wording.together(text) == bound
