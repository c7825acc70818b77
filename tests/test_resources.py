"""Where a questionnaire is found: shipped ones by name, others by a file or folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from omniaudit.problems import UsageError
from omniaudit.resources import folder, questionnaire_file, sample_file


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_shipped_one_is_found_by_name() -> None:
    assert questionnaire_file() == questionnaire_file("omnichannel")
    assert questionnaire_file().parent.name == "1"
    assert sample_file().parent == questionnaire_file().parent
    assert (folder("report_templates") / "report.html.j2").is_file()


def test_ones_own_by_its_file_or_folder(desk: Path) -> None:
    (desk / "mine").mkdir()
    shutil.copy(questionnaire_file(), desk / "mine" / "questionnaire.yaml")
    shutil.copy(questionnaire_file(), desk / "other.yaml")

    assert questionnaire_file("mine") == Path("mine/questionnaire.yaml")
    assert questionnaire_file(str(desk / "mine")) == desk / "mine" / "questionnaire.yaml"
    assert questionnaire_file("other.yaml") == Path("other.yaml")


def test_a_folder_that_lies_here_never_takes_the_place_of_a_shipped_one(desk: Path) -> None:
    """A client's folder could hold one of that name; whoever means it says so."""
    (desk / "omnichannel").mkdir()
    (desk / "omnichannel" / "questionnaire.yaml").touch()

    assert questionnaire_file("omnichannel").stat().st_size > 0
    assert questionnaire_file("./omnichannel") == Path("omnichannel/questionnaire.yaml")


@pytest.mark.parametrize("name", ["omnichanel", "x" * 300, "a\0b", "../nowhere"])
def test_there_is_no_other(name: str) -> None:
    with pytest.raises(UsageError) as refused:
        questionnaire_file(name)

    (problem,) = refused.value.problems
    assert problem.code == "U702"
    assert "Installed are: omnichannel, omnichannel-pulse;" in problem.remedy


def test_a_folder_without_a_questionnaire_tells_of_those_below(desk: Path) -> None:
    for name in ("two", "one"):
        (desk / "shelf" / name).mkdir(parents=True)
        (desk / "shelf" / name / "questionnaire.yaml").touch()
    (desk / "empty").mkdir()

    assert refusal("shelf") == (
        "U703",
        "The folder `shelf` holds no questionnaire.yaml. There is one in shelf/one, shelf/two.",
    )
    assert refusal("empty") == ("U703", "The folder `empty` holds no questionnaire.yaml.")


def refusal(name: str) -> tuple[str, str]:
    with pytest.raises(UsageError) as refused:
        questionnaire_file(name)
    (problem,) = refused.value.problems
    return problem.code, problem.message


def test_in_a_wheel_they_lie_inside_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path("site-packages/omniaudit").resolve()
    (package / "_data" / "questionnaires").mkdir(parents=True)
    monkeypatch.setattr("omniaudit.resources._PACKAGE", package)

    assert folder("questionnaires") == package / "_data" / "questionnaires"
    assert folder("report_templates") == package.parent / "report_templates"
