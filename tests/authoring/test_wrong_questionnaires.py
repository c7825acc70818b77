"""Whatever is wrong with a questionnaire is told with its line and remedy, in all its files."""

from __future__ import annotations

import re

import pytest

from omniaudit.catalogue import CATALOGUE
from tests.authoring.wrong_questionnaires import WRONG, Wrong

FIRST_BY_CHECK = "Q615"
"""Codes from here on are found by `questions check` alone; loading finds those before."""


@pytest.fixture(params=list(WRONG))
def wrong(request: pytest.FixtureRequest) -> Wrong:
    return WRONG[request.param]


def test_every_word_is_as_expected(wrong: Wrong) -> None:
    """After a change of words: `python -m tests.authoring.wrong_questionnaires` writes them."""
    assert wrong.told == wrong.expected.read_text("utf-8")


def test_a_folder_shows_what_its_name_says(wrong: Wrong) -> None:
    codes = {each.code for each in wrong.problems}

    assert codes
    if re.fullmatch(r"[A-Z]\d{3}", wrong.code):
        assert wrong.code in codes


def test_every_place_is_a_place_in_its_file(wrong: Wrong) -> None:
    for each in wrong.problems:
        lines = (wrong.folder / each.place.file).read_text("utf-8").splitlines()

        assert 0 <= each.place.line <= len(lines) + 1
        if 0 < each.place.line <= len(lines):
            assert each.place.column <= len(lines[each.place.line - 1])


def test_thirty_questionnaires_and_more_cause_every_code_of_the_check() -> None:
    codes = {code for code in CATALOGUE if code[0] == "Q" and code >= FIRST_BY_CHECK}
    caused = {each.code for wrong in WRONG.values() for each in wrong.problems}

    assert len(WRONG) >= 40
    assert len(codes) >= 30
    assert codes <= caused


def test_all_files_are_told_in_one_run() -> None:
    files = {each.place.file for each in WRONG["all-files-at-once"].problems}

    assert len(files) == 4
