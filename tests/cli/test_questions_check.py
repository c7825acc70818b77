"""`questions check` tells every mistake of a questionnaire, and what it is when there is none."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from omniaudit.resources import shipped_questionnaires
from tests.authoring.wrong_questionnaires import FOLDER, WRONG
from tests.cli.runner import omniaudit

SHIPPED = sorted(name for name in shipped_questionnaires() if "@" not in name)
SUMMARY = re.compile(
    r"\S+questionnaire\.yaml: can be used: \d+ questions, \d+ journeys?, \d languages?,"
    r" \d+ trades?, \d+ cases? holds?\."
)


def test_two_questionnaires_are_shipped() -> None:
    assert SHIPPED == ["omnichannel", "omnichannel-pulse"]


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_is_sound(name: str) -> None:
    done = omniaudit("questions", "check", name, columns=200)

    assert SUMMARY.fullmatch(done.out.strip())
    assert done.code == 0


def test_the_summary_counts_what_there_is() -> None:
    done = omniaudit("questions", "check", "omnichannel")

    assert "24 questions, 18 journeys, 3 languages, 5 trades, " in done.out


def test_a_wrong_questionnaire_is_rejected_with_every_mistake() -> None:
    wrong = WRONG["all-files-at-once"]
    done = omniaudit("questions", "check", str(wrong.folder))

    assert done.code == 4
    assert done.codes == [each.code for each in wrong.problems]
    assert done.out.splitlines()[0].endswith("cannot be used, 9 errors.")


def test_what_may_be_meant_is_told_and_can_be_used() -> None:
    done = omniaudit("questions", "check", str(FOLDER / "Q644-band-and-channel-without-use"))

    assert done.code == 0
    assert "1 journey, 1 language" in done.out
    assert done.codes == ["Q644", "Q644"]


def test_problems_are_one_document_with_json() -> None:
    wrong = WRONG["Q639-midpoint-outside-its-weeks"]
    done = omniaudit("questions", "check", str(wrong.folder / "questionnaire.yaml"), "--json")

    assert done.code == 4
    assert done.document["schema"] == "omniaudit/problems@1"
    assert [(each["code"], each["line"]) for each in done.document["problems"]] == [("Q639", 7)]


def test_a_case_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    draws = "questionnaire: ours\nversion: 1.0.0\nlanguage: en\ndraws-on: omnichannel@1\n"
    (tmp_path / "questionnaire.yaml").write_text(draws, "utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "odd.yaml").write_text("case: Odd\n", "utf-8")
    done = omniaudit("questions", "check", str(tmp_path))

    assert done.code == 4
    assert done.codes
    assert "cases/odd.yaml:" in done.out


def test_a_case_that_does_not_hold_is_told_and_not_counted() -> None:
    done = omniaudit("questions", "check", str(FOLDER / "C555-case-that-does-not-hold"))

    assert done.code == 4
    assert done.codes == ["C555"]
    assert "can be used, but 1 case does not hold." in done.out


def test_a_map_that_is_wrong_is_told_and_the_questionnaire_can_be_used(tmp_path: Path) -> None:
    ours = Path(shutil.copytree(FOLDER / "M964-map-of-another-name", tmp_path / "ours"))
    done = omniaudit("questions", "check", str(ours))
    shutil.copytree(FOLDER / "C555-case-that-does-not-hold/cases", ours / "cases")
    both = omniaudit("questions", "check", str(ours))

    assert done.code == both.code == 4
    assert done.codes == ["M964"]
    assert "can be used, but 1 map from an older version cannot be used." in done.out
    assert both.codes == ["C555", "M964"]
    assert "but 1 case does not hold and 1 map from an older version cannot" in both.out


def test_one_case_that_holds_is_counted(tmp_path: Path) -> None:
    wrong = FOLDER / "C555-case-that-does-not-hold"
    case = (wrong / "cases/stranger.yaml").read_text("utf-8")
    right = case.replace("confirmed: siloed", "confirmed: omnichannel")
    assert right != case
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/right.yaml").write_text(right, "utf-8")
    own = (wrong / "questionnaire.yaml").read_text("utf-8")
    (tmp_path / "questionnaire.yaml").write_text(own, "utf-8")
    done = omniaudit("questions", "check", str(tmp_path))

    assert done.code == 0
    assert done.out.endswith("1 case holds.\n")


def test_a_questionnaire_that_is_not_there_is_a_wrong_call() -> None:
    done = omniaudit("questions", "check", "omnichanel")

    assert done.code == 2
    assert done.codes == ["U702"]
