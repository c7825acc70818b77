"""An earlier assessment is one of the same business, on a day before."""

from __future__ import annotations

from pathlib import Path

import pytest

from omniaudit.load.answers import read_answers
from omniaudit.load.files import load_earlier
from omniaudit.problems import InputRejected
from tests.hostile.cases import questionnaire

SHOP = "format: 1\nbusiness: {name: Corner Bookshop, profile: retail, size: micro}\n"


def compared(folder: Path, before: str, after: str) -> str:
    """The day of the earlier assessment, or what is wrong with it and what helps."""
    file = folder / "before.yaml"
    file.write_text(SHOP + before, "utf-8")
    later = read_answers((SHOP + after).encode(), "after.yaml", questionnaire())
    try:
        return str(load_earlier(file, questionnaire(), later).date)
    except InputRejected as rejected:
        (problem,) = rejected.problems
        assert problem.place.file == str(file)
        return f"{problem.code} {problem.message} {problem.remedy}"


def test_a_day_before_is_earlier(tmp_path: Path) -> None:
    assert compared(tmp_path, "date: 2026-11-20\n", "date: 2026-11-21\n") == "2026-11-20"


@pytest.mark.parametrize(
    ("before", "after", "remedy"),
    [
        ("", "date: 2026-11-21\n", "rite `date` in both files"),
        ("date: 2026-11-21\n", "", "rite `date` in both files"),
        ("", "", "rite `date` in both files"),
        ("date: 2026-11-21\n", "date: 2026-11-21\n", "orrect `date` in one of the files"),
        ("date: 2026-11-22\n", "date: 2026-11-21\n", "wap the files"),
    ],
)
def test_any_other_day_is_told_with_what_helps(
    before: str, after: str, remedy: str, tmp_path: Path
) -> None:
    told = compared(tmp_path, before, after)

    assert told.startswith("P505")
    assert remedy in told
    for day in (before, after):
        assert (day.removeprefix("date: ").strip() or "not at all") in told


def test_another_business_is_told(tmp_path: Path) -> None:
    file = tmp_path / "before.yaml"
    file.write_text(SHOP.replace("Corner", "Other") + "date: 2026-11-20\n", "utf-8")
    later = read_answers(f"{SHOP}date: 2026-11-21\n".encode(), "after.yaml", questionnaire())
    with pytest.raises(InputRejected) as rejected:
        load_earlier(file, questionnaire(), later)

    (problem,) = rejected.value.problems
    assert problem.code == "P504"
    assert "Other Bookshop" in str(problem)
    assert "Corner Bookshop" in str(problem)
