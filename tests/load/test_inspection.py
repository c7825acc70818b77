"""All files of a questionnaire are looked at, and only what is wrong is told."""

from __future__ import annotations

import shutil
from pathlib import Path

from omniaudit.load.inspection import Inspection
from omniaudit.model.flaw import Flaw
from omniaudit.problems import Problem
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
    assert missing == ["Q615", "Q618", "Q618"]
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


def test_problems_come_file_by_file_the_own_one_first() -> None:
    problems: tuple[Problem, ...] = WRONG["all-files-at-once"].problems
    places = [(each.place.file, each.place.line) for each in problems]

    assert places[0][0].endswith("questionnaire.yaml")
    assert places[1:] == sorted(places[1:])


def drawing_line(file: Path) -> int:
    lines = file.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("draws-on:"))
