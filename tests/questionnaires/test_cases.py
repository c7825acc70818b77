"""The stories of the trade come out as those who know it would judge them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from omniaudit.engine.expectations import unmet
from omniaudit.load.cases import read_case
from omniaudit.load.expectations import KEYS
from omniaudit.model.cases import Expectation
from omniaudit.resources import questionnaire_file
from tests.questionnaires.case_files import questionnaire, shipped

ROOT = Path(__file__).resolve().parents[2]
CASES = shipped()
FULL = {name: case for name, (case, _) in CASES.items() if name.startswith("omnichannel: ")}
PAGE = (ROOT / "docs/cases.md").read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_what_a_case_expects_comes_out(name: str) -> None:
    case, ours = CASES[name]

    assert case.expectations
    assert [str(each.problem) for each in unmet(case, ours)] == []


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_told_in_sentences(name: str) -> None:
    case, _ = CASES[name]

    assert re.fullmatch(r"[A-Z].{20,100}[^.]", case.name)
    assert case.story.endswith(".")
    assert len(case.story.split()) > 20
    assert not case.sheet.warnings


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_short_enough_to_see_its_point(name: str) -> None:
    lines = Path(CASES[name][0].place.file).read_text("utf-8").splitlines()

    assert len(lines) < 50
    assert max(map(len, lines)) <= 100


def test_every_kind_of_business_has_its_stories() -> None:
    profiles = Counter(case.sheet.business.profile for case in FULL.values())

    assert len(FULL) >= 26
    assert set(profiles) == set(questionnaire(questionnaire_file()).profile)
    assert min(profiles.values()) >= 3


def test_every_stage_and_every_verdict_is_somebody_s() -> None:
    ours = questionnaire(questionnaire_file())
    wanted = {
        (each.result, word)
        for case in FULL.values()
        for each in case.expectations
        for word in each.wanted
    }

    assert {("confirmed", each.id) for each in ours.stages} <= wanted
    told = {word for result, word in wanted if result == "fit"}
    assert told >= {"room-to-grow", "ahead-of-need", "resources-first", "multichannel-is-enough"}


def test_every_kind_of_expectation_is_used() -> None:
    used = {each.result for case in FULL.values() for each in case.expectations}

    assert used == set(KEYS)


@pytest.mark.parametrize("name", FULL)
def test_every_expectation_could_fail(name: str) -> None:
    """None is so worded that it holds whatever comes out."""
    case, ours = CASES[name]
    wrong = tuple(_otherwise(each) for each in case.expectations)

    noticed = unmet(replace(case, expectations=wrong), ours)
    assert [each.expectation for each in noticed] == list(wrong)


def _otherwise(expectation: Expectation) -> Expectation:
    wanted = ("0", "1") if expectation.result == "index" else (*expectation.wanted, "other")
    return replace(expectation, wanted=wanted)


def test_the_example_of_the_page_holds() -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    ours = questionnaire(questionnaire_file())
    case = read_case(example.encode(), "example.yaml", ours)

    assert len(case.expectations) == 3
    assert unmet(case, ours) == ()
    changed = example.replace("data.history: 1", "data.history: 2")
    assert len(unmet(read_case(changed.encode(), "example.yaml", ours), ours)) == 3


def test_the_page_explains_every_expectation() -> None:
    explained = re.findall(r"^\| (`.+?) \|", PAGE, re.MULTILINE)

    assert sorted(re.findall(r"`(.+?)`", " ".join(explained))) == sorted(KEYS)
