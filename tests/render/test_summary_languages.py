"""In Italian and Romanian, too, page one stands alone, whatever there is to say."""

from __future__ import annotations

import pytest

from omniaudit.language import speaking
from omniaudit.load.assembly import load_questionnaire
from omniaudit.report.build import planned
from omniaudit.resources import language
from tests.engine.sheets import QUESTIONNAIRE
from tests.languages.catalogues import LANGUAGES
from tests.render.test_summary import NAME, PLAIN, pages, summary_of, with_long_names
from tests.report.cases import CASES, Case, made
from tests.report.texts import said

WHOLE = tuple(name for name in CASES if made(name).questionnaire is QUESTIONNAIRE)
"""Cases of the questionnaire as it is shipped; of parts of it there is no translation."""


def translated(case: Case) -> Case:
    """The same case in the words of the language in force, steps of the plan and all."""
    ours = load_questionnaire()
    found = planned(ours, case.card)
    return Case(ours, case.card, found.plan, found.ambition)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_cases_are_told_in_the_language(code: str) -> None:
    assert len(WHOLE) > 30
    with speaking(language(code)):
        told = said(summary_of(translated(made("sample"))).sections)

    assert "at the counter" not in told
    assert {"it": "Certo oggi", "ro": "Sigur astăzi"}[code] in told


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", WHOLE)
def test_page_one_holds_what_it_says_of_a_long_name(code: str, name: str) -> None:
    with speaking(language(code)):
        found = pages(with_long_names(translated(made(name))))

    assert len(NAME) == 120
    assert found == [["answer"], ["scorecard"]]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", PLAIN)
def test_page_one_holds_what_it_says_of_a_short_name(code: str, name: str) -> None:
    with speaking(language(code)):
        assert pages(summary_of(translated(made(name)))) == [["answer"], ["scorecard"]]
