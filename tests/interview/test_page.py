"""docs/interview.md shows a sitting that was really held, and every key that there is."""

from __future__ import annotations

import re
from pathlib import Path

from omniaudit.interview.commands import COMMANDS
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import Answered, AnswerSheet
from tests.goldens import HOW_TO_RENEW, Goldens
from tests.interview.person import HOUSE, Person
from tests.interview.talk import BOOKSHOP, DAY, QUESTIONNAIRE

PAGE = HOUSE / "docs" / "interview.md"
BLOCK = re.compile(r"(?<=^```text\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
CLOCK = re.compile(r"\d\d:\d\d:\d\d")
TYPED = ("1", "2 only four people have a login", "b", "3", "7", "d ask the web team")


def sitting(folder: Path) -> str:
    """The sitting that the page shows, with the clock stopped."""
    answers = {each.id: Answered(2) for each in QUESTIONNAIRE.capabilities[:6]}
    known = AnswerSheet(BOOKSHOP, date=DAY, mode="interview", answers=answers)
    text = answers_text(known, QUESTIONNAIRE, tool="omniaudit 1.0")
    (folder / "aurora.yaml").write_text(text, "utf-8")
    with Person.interviewed("aurora.yaml", "--plain", columns=88, folder=folder) as person:
        for line in TYPED:
            person.types(line)
        person.presses_control("c")
        assert person.leaves() == 130
    shown = CLOCK.sub("14:02:11", person.transcript).strip("\n")
    return f"$ omniaudit interview aurora.yaml\n{shown}\n"


def test_the_sitting_shown_was_held(tmp_path: Path, goldens: Goldens) -> None:
    held = sitting(tmp_path)
    page = PAGE.read_text("utf-8")
    if goldens.renew:
        PAGE.write_text(BLOCK.sub(lambda _: held, page, count=1), "utf-8")
        return

    assert len(held.splitlines()) >= 60
    assert BLOCK.findall(page) == [held], HOW_TO_RENEW


def test_the_page_has_every_key() -> None:
    page = PAGE.read_text("utf-8")

    assert len(COMMANDS) > 12
    for each in COMMANDS:
        assert f"| `{each.typed}` |" in page, each.typed
