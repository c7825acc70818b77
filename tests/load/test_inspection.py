"""All files of a questionnaire are looked at, and only what is wrong is told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from omniaudit.load.inspection import Inspection
from omniaudit.model.flaw import Flaw
from omniaudit.problems import Problem, UsageError
from tests.authoring.wrong_questionnaires import WRONG

HEAD = "questionnaire: corner-shops\nlanguage: it\n"


def copied(name: str, folder: Path) -> Path:
    """A wrong questionnaire in a folder where it can be changed."""
    return Path(shutil.copytree(WRONG[name].folder, folder / "ours"))


def codes(found: Inspection) -> list[str]:
    return [each.code for each in found.problems]


def test_what_another_language_says_otherwise_may_be_the_same_in_the_original(
    tmp_path: Path,
) -> None:
    ours = copied("Q618-trade-says-the-same", tmp_path)
    before = codes(Inspection(str(ours)))
    own = (ours / "questionnaire.yaml").read_text("utf-8")
    (ours / "questionnaire.yaml").write_text(f"{own}translations: [it]\n", "utf-8")
    for_all = (WRONG["Q619-trade-words-not-translated"].folder / "it.yaml").read_text("utf-8")
    levels = "handoffs:\n  levels: [rotto, a mano, unito, fluido]\n"
    (ours / "it.yaml").write_text(for_all + levels, "utf-8")
    missing = codes(Inspection(str(ours)))
    (ours / "profiles/corner.it.yaml").write_text(
        f"{HEAD}profile: corner\n"
        "handoffs:\n  levels: [rotto, al telefono, unito, fluido]\n"
        "capabilities:\n  - id: data.loyalty\n    question: All'angolo si conosce la carta?\n"
        "    levels: [Nessuno la conosce., Il negozio la conosce., Ogni canale la conosce.,"
        " Ogni canale la usa.]\n",
        "utf-8",
    )

    assert before == ["Q618", "Q618"]
    assert missing == ["Q646", "Q618", "Q618"]
    assert codes(Inspection(str(ours))) == ["Q618"]


def test_a_part_that_the_original_lacks_is_not_missed_in_a_translation() -> None:
    found = WRONG["all-files-at-once"].problems

    assert any(each.code == "Q604" for each in found)
    assert "Q619" not in {each.code for each in found}


def test_flaws_are_placed_once_and_idle_ones_only_where_they_are_written() -> None:
    found = Inspection("omnichannel-pulse")
    taken = Flaw("Q644", ("bands", "S", "id"), {"value": "S"}, idle=True)
    other = Flaw("Q629", ("dimensions", "data", "id"), {"value": "data"})
    found.place([taken, other, other])

    assert codes(found) == ["Q629"]
    assert found.problems[0].place.line == drawing_line(found.path)


def test_drawn_parts_that_nobody_meets_are_told_where_their_id_is_written() -> None:
    found = Inspection("omnichannel-pulse")
    flaw = Flaw(
        "Q627", ("capabilities", "data.history", "profiles"), {"value": "x", "profile": "y"}
    )
    found.place([replace(flaw, idle=True)])
    silent = codes(found)
    found.place([replace(flaw, idle=True, is_named=True)])

    assert silent == []
    assert codes(found) == ["Q627"]


def test_that_there_are_more_problems_comes_last() -> None:
    found = WRONG["F108-more-than-forty"].problems

    assert len(found) == 41
    assert [each.code for each in found[-2:]] == ["Q604", "F108"]


def test_words_are_told_by_what_would_declare_them(tmp_path: Path) -> None:
    ours = copied("Q648-trade-words-not-declared", tmp_path)
    words = (ours / "profiles/banking.yaml").read_text("utf-8")
    (ours / "profiles/banking.it.yaml").write_text(words, "utf-8")
    (ours / "de.yaml").write_text(words, "utf-8")
    found = Inspection(str(ours)).problems

    assert [(each.code, Path(each.place.file).name) for each in found] == [
        ("Q616", "de.yaml"),
        ("Q616", "banking.it.yaml"),
        ("Q648", "banking.yaml"),
    ]
    assert "`de`" in found[0].remedy
    assert "`it`" in found[1].remedy


@pytest.mark.parametrize("file", ["it.yaml", "profiles/corner.it.yaml"])
def test_a_file_of_words_is_no_questionnaire(file: str) -> None:
    folder = WRONG["Q619-trade-words-not-translated"].folder
    with pytest.raises(UsageError) as refused:
        Inspection(str(folder / file))

    (problem,) = refused.value.problems
    assert problem.code == "U704"
    assert str(folder) in problem.remedy


def test_a_questionnaire_of_any_name_is_one(tmp_path: Path) -> None:
    ours = copied("Q618-trade-says-the-same", tmp_path)
    (ours / "questionnaire.yaml").rename(ours / "ours.yaml")
    alone = codes(Inspection(str(ours / "ours.yaml")))
    (ours / "questionnaire.yaml").write_text("questionnaire: other\n", "utf-8")

    assert alone == codes(Inspection(str(ours / "ours.yaml"))) == ["Q618", "Q618"]


def test_problems_come_file_by_file_the_own_one_first() -> None:
    problems: tuple[Problem, ...] = WRONG["all-files-at-once"].problems
    places = [(each.place.file, each.place.line) for each in problems]

    assert places[0][0].endswith("questionnaire.yaml")
    assert places[1:] == sorted(places[1:])


def drawing_line(file: Path) -> int:
    lines = file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("draws-on:"))
