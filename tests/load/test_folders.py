"""A folder may hold anything: what cannot be read, or what nobody reads, is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from omniaudit.load import folders
from omniaudit.load.assembly import MOST_TRANSLATIONS
from omniaudit.load.cases import read_cases
from omniaudit.load.folders import MAX_FILES, files_in, not_too_many
from omniaudit.load.inspection import Inspection
from omniaudit.load.migrations import read_migrations
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem
from tests.authoring.wrong_questionnaires import WRONG
from tests.cli.runner import omniaudit
from tests.hostile.cases import questionnaire
from tests.migrations.counters import copied, counter

LONG = "x" * 300
READERS: dict[str, Callable[[Path, Questionnaire], object]] = {
    "cases": lambda folder, ours: read_cases(folder / "cases", ours),
    "migrations": read_migrations,
}


def fill(folder: Path, number: int, text: str = "") -> None:
    folder.mkdir(exist_ok=True)
    for each in range(number):
        (folder / f"f{each:04}.yaml").write_text(text, "utf-8")


def flaw(severity: str, number: int) -> Problem:
    return Problem("X", Place("a", number), "", "", "error" if severity == "error" else "warning")


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [each.code for each in problems]


def test_files_are_listed_by_name_and_ending(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt"):
        (tmp_path / name).touch()

    assert [each.name for each in files_in(tmp_path, (".yaml", ".yml"))] == ["a.yml", "b.yaml"]
    assert files_in(tmp_path / "nothing", (".yaml",)) == []
    assert files_in(tmp_path / LONG, (".yaml",)) == []


@pytest.mark.parametrize("name", READERS)
def test_a_folder_that_cannot_be_read_is_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    newer = copied(tmp_path)
    (newer / name).mkdir(exist_ok=True)
    read = READERS[name]
    monkeypatch.setattr(Path, "iterdir", refuse)

    with pytest.raises(InputRejected) as rejected:
        read(newer, counter(2))

    (told,) = rejected.value.problems
    assert (told.code, told.place.file) == ("F103", str(newer / name))
    assert "Permission denied" in told.message


def test_a_folder_of_too_many_files_is_told_and_not_read(tmp_path: Path) -> None:
    fill(tmp_path / "cases", MAX_FILES)
    assert len(files_in(tmp_path / "cases", (".yaml",))) == MAX_FILES
    (tmp_path / "cases/one-more.yaml").touch()

    with pytest.raises(InputRejected) as rejected:
        read_cases(tmp_path / "cases", questionnaire())

    assert codes(rejected.value.problems) == ["F109"]


def test_a_folder_that_is_too_full_spoils_nothing_but_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 2)
    wrong = WRONG["C555-case-that-does-not-hold"]
    ours = Path(shutil.copytree(wrong.folder, tmp_path / "ours"))
    fill(ours / "cases", 3)

    done = omniaudit("questions", "check", str(ours))

    assert (done.code, done.codes) == (4, ["F109"])
    assert "can be used, but 1 case does not hold." in done.out


def test_no_more_problems_of_cases_are_told_than_anybody_reads(tmp_path: Path) -> None:
    fill(tmp_path / "cases", 50)

    with pytest.raises(InputRejected) as rejected:
        read_cases(tmp_path / "cases", questionnaire())

    assert codes(rejected.value.problems) == ["F106"] * MAX_PROBLEMS + ["F106"]
    fill(tmp_path / "cases", 50, "case: x\n")
    with pytest.raises(InputRejected) as rejected:
        read_cases(tmp_path / "cases", questionnaire())
    assert len(rejected.value.problems) == MAX_PROBLEMS + 1
    assert rejected.value.problems[-1].code == "F108"


def test_no_more_problems_of_maps_are_told_either(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    fill(newer / "migrations", 60)

    with pytest.raises(InputRejected) as rejected:
        read_migrations(newer, counter(2))

    assert codes(rejected.value.problems) == ["F106"] * MAX_PROBLEMS + ["F108"]


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_that_there_are_more_is_as_bad_as_the_worst(severity: str) -> None:
    many = [flaw("warning", each) for each in range(60)] + [flaw(severity, 60)]

    told = not_too_many(many, Place("here"))

    assert len(told) == MAX_PROBLEMS + 1
    assert (told[-1].code, told[-1].severity) == ("F108", severity)
    assert not_too_many(many[:41], Place("here")) == tuple(many[:41])


def test_of_words_that_nothing_declares_only_some_are_told(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    fill(newer / "profiles", 60)

    found = Inspection(str(newer))

    assert codes(found.problems) == ["Q648"] * MAX_PROBLEMS + ["F108"]
    assert found.errors == 0


def test_of_many_translations_only_some_are_read(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = [f"{one}{two}{three}" for one in letters for two in letters for three in letters]
    own = newer / "questionnaire.yaml"
    text = own.read_text("utf-8")
    own.write_text(f"{text}translations: [{', '.join(many[:15_000])}]\n", "utf-8")

    found = Inspection(str(newer))

    assert len(found.languages) == 1 + MOST_TRANSLATIONS
    told = {each.code: each.message for each in found.problems}
    assert told["Q602"] == "`translations` needs at most 50 entries and has 15000."

    own.write_text(f"{text}translations: [it, it, it, ../it, Italian]\n", "utf-8")
    assert Inspection(str(newer)).languages == ("en", "it")


def test_names_that_no_file_can_have_are_told(tmp_path: Path) -> None:
    ours = Path(shutil.copytree(WRONG["Q646-trade-words-missing"].folder, tmp_path / "ours"))
    (ours / "profiles").mkdir(exist_ok=True)
    own = ours / "questionnaire.yaml"
    text = own.read_text("utf-8")
    for before, after in {r"\bcorner\b": LONG, r"\[it\]": f"[{LONG}]"}.items():
        assert re.search(before, text)
        text = re.sub(before, after, text)
    own.write_text(text, "utf-8")

    told = codes(Inspection(str(ours)).problems)

    assert {"Q622", "Q646"} <= set(told)
