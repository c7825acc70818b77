"""What `new` writes: a file that passes as it is, with everything that is asked in it."""

from __future__ import annotations

import re

import pytest

from omniaudit.forms.blank import blank_answers, name_from
from omniaudit.load.answers import read_answers
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.model.answers import AnswerSheet, NotAsked
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected
from tests.cli.runner import QUESTIONNAIRE

PROFILES = list(QUESTIONNAIRE.profile)


def read(text: str, questionnaire: Questionnaire = QUESTIONNAIRE) -> AnswerSheet:
    return read_answers(text.encode(), "shop.yaml", questionnaire)


def said(text: str) -> str:
    """The comments as running text."""
    lines = (line.strip().removeprefix("#") for line in text.splitlines() if "#" in line)
    return " ".join(" ".join(lines).split())


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("profile", PROFILES)
def test_it_passes_as_it_is_with_every_answer_open(profile: str) -> None:
    text = blank_answers(QUESTIONNAIRE, profile, "Corner Bookshop")
    sheet = read(text)

    assert sheet.warnings == ()
    assert (sheet.business.name, sheet.business.profile) == ("Corner Bookshop", profile)
    assert all(isinstance(sheet.answer(name), NotAsked) for name in QUESTIONNAIRE.capability)
    assert not any(sheet.journeys.values())
    assert len(text.encode()) < MAX_BYTES


@pytest.mark.parametrize("profile", PROFILES)
def test_every_question_ladder_and_hint_stands_in_it(profile: str) -> None:
    text = blank_answers(QUESTIONNAIRE, profile, "Corner Bookshop")
    comments = said(text)
    ours = QUESTIONNAIRE.in_words_of(profile)
    asked = ours.capabilities_for(profile)

    assert len(asked) > 20
    for each in asked:
        assert f"\n  {each.id}:\n" in text
        hints = [each.question, *each.levels, *each.evidence]
        for hint in [*hints, each.name, each.example]:
            assert plain(hint) in comments
    for item in ours.fit.items:
        assert f"\n  {item.id}:\n" in text
        for hint in (item.question, *item.answers):
            assert plain(hint) in comments
    for hint in (*ours.handoffs.levels, *ours.handoffs.traffic):
        assert plain(hint) in comments


@pytest.mark.parametrize("profile", PROFILES)
def test_the_journeys_of_the_profile_stand_in_it(profile: str) -> None:
    text = blank_answers(QUESTIONNAIRE, profile, "Corner Bookshop")
    ours = QUESTIONNAIRE.in_words_of(profile)
    usual = [each for each in ours.journeys if profile in each.default_for]

    assert usual
    for journey in ours.journeys:
        assert (f"\n  {journey.id}:\n" in text) == (journey in usual)
    for journey in usual:
        for step in journey.steps:
            assert f"\n    {step.id}:\n" in text
            assert plain(step.criterion) in said(text)


@pytest.mark.parametrize("profile", PROFILES)
def test_it_can_be_filled_in_where_it_is_empty(profile: str) -> None:
    text = blank_answers(QUESTIONNAIRE, profile, "Corner Bookshop")
    filled = re.sub(r"^(  [a-z-]+\.[a-z-]+):$", r"\1: 2", text, flags=re.MULTILINE)
    filled = filled.replace("channels: []", "channels: [store, web]")
    filled = filled.replace("handoffs:\n", "handoffs:\n  store -> web: 2\n")
    filled = filled.replace("# respondent", "respondent").replace("# date", "date")
    sheet = read(filled)

    assert sheet.warnings == ()
    assert len(sheet.answers) == len(QUESTIONNAIRE.capabilities_for(profile))
    assert len(sheet.fit) == len(QUESTIONNAIRE.fit.items)
    assert len(sheet.handoffs) == 1
    assert (str(sheet.date), sheet.respondent.role) == ("2026-11-21", "sales manager")


@pytest.mark.parametrize("profile", PROFILES)
def test_lines_fit_an_editor(profile: str) -> None:
    text = blank_answers(QUESTIONNAIRE, profile, "Corner Bookshop")

    assert max(len(line) for line in text.splitlines()) <= 100
    assert text.isascii() or text == text.encode().decode()
    assert text.endswith(":\n")


NAMES = {
    "corner-bookshop.yaml": "Corner Bookshop",
    "a/b/il_caffe.yml": "Il Caffe",
    "-": "Name of the business",
    ".yaml": ".Yaml",
    "": "Name of the business",
    'a "b" \\ c: {d}.yaml': 'A "B" \\ C: {D}',
    "#1 & *2 !3 %4.yaml": "#1 & *2 !3 %4",
    "no.yaml": "No",
    "null.yaml": "Null",
    "a\x1b[31m\x9b\u202e\nb.yaml": "A[31M B",
    "caf\udce9.yaml": "Caf",
    "渋谷.yaml": "渋谷",
    "{{7*7}} <b>.yaml": "{{7*7}} <B>",
}


@pytest.mark.parametrize("file", NAMES)
def test_a_business_may_have_any_file_name(file: str) -> None:
    name = name_from(file)

    assert name == NAMES[file]
    assert read(blank_answers(QUESTIONNAIRE, "retail", name)).business.name == name


def test_a_very_long_file_name_makes_a_name_that_passes() -> None:
    name = name_from("x" * 5_000 + ".yaml")

    try:
        read(blank_answers(QUESTIONNAIRE, "retail", name))
    except InputRejected as rejected:
        pytest.fail(str(rejected))
