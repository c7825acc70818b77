"""A whole interview at a real terminal, from nothing to the finish, in two sittings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from omniaudit.load.files import load_answers
from omniaudit.model.answers import Answered, Unknown
from tests.goldens import Goldens
from tests.interview.person import ASCII, UTF_8, Person
from tests.interview.talk import QUESTIONNAIRE

FIRST_SITTING = (
    "Libreria Aurora",
    "1",
    "3",
    "1 11 8",
    "store manager",
    "2",
    "",
    "2 only four people have a login",
    "1",
    "b",
    "",
    "7",
    "b",
    "2 +seen",
    "u",
    "1",
    "f",
    "n",
    "no returns: everything is made to measure",
    "d ask the e-commerce team, è tardi",
    "g DS2",
    "2",
    "b",
    "e",
    "1",
)
SECOND_SITTING = (
    *("1", "1"),
    *("2", "1", "2", "3"),
    *("1", "2", "0", "1", "2", "3"),
    *("2", "2", "1", "1", "0", "1"),
    *("1", "1", "2", "1", "2", "2", "3", "1", "2", "2", "2", "2"),
    *("2/3 1", "3n", "d 0"),
    *("1", "1", "0 nobody knew the order number", "d", "n"),
    *("1", "1", "1", "1", "0", "1"),
    *("1", "1", "0", "d"),
)
TERMINALS: Mapping[str, tuple[int, Mapping[str, str]]] = {
    "narrow": (40, UTF_8),
    "usual": (80, UTF_8),
    "wide": (200, UTF_8),
    "ASCII": (80, ASCII),
    "dumb": (80, {**UTF_8, "TERM": "dumb"}),
    "without colour": (80, {**UTF_8, "NO_COLOR": "1"}),
}


@pytest.mark.parametrize("terminal", TERMINALS)
def test_the_same_keys_give_the_same_answers_on_every_terminal(
    terminal: str, tmp_path: Path, goldens: Goldens
) -> None:
    columns, environment = TERMINALS[terminal]
    with Person.interviewed(
        "aurora.yaml", columns=columns, folder=tmp_path, environment=environment
    ) as person:
        for line in FIRST_SITTING:
            person.types(line)
        person.sees("DS2: evidence example. Saved")
        person.types("")
        person.pastes("0 the list is long\nfirst the shop\nthen the stock\n")
        person.sees("Keep these 2 lines as the note of DS3?")
        person.types("")
        person.presses_control("c")
        assert person.leaves() == 130
        assert "Go on:" in person.transcript
        assert person.sheet.strange == []
        assert person.settings_after == person.settings_before
    with Person.interviewed(
        "aurora.yaml", columns=columns, folder=tmp_path, environment=environment
    ) as person:
        person.sees("Libreria Aurora: 6 of 42 answered, 1 flagged")
        for line in SECOND_SITTING:
            person.types(line)
        person.sees("Check your answers")
        person.types("")
        assert person.leaves() == 0
        assert "What holds it there:" in person.transcript
        assert "omniaudit report aurora.yaml -o report.pdf" in " ".join(person.transcript.split())
        assert person.sheet.strange == []

    text = (tmp_path / "aurora.yaml").read_text("utf-8")
    goldens.compare(
        "interview/answers.yaml",
        re.sub(r"^date: .*$", "date: 2026-11-21", text, flags=re.MULTILINE),
    )
    assert {each.name for each in tmp_path.iterdir()} == {"aurora.yaml", "aurora.yaml.bak"}


def test_the_answers_of_the_interview_are_what_was_typed(goldens: Goldens) -> None:
    sheet = load_answers(goldens.folder / "interview" / "answers.yaml", QUESTIONNAIRE)

    assert len(sheet.answers) == 24
    assert len(sheet.fit) == 12
    assert len(sheet.handoffs) == 6
    assert len(sheet.journeys) == 3
    assert sheet.answer("integration.coverage") == Answered(2, note="only four people have a login")
    assert sheet.answer("integration.assisted-selling") == Unknown(
        "ask the e-commerce team, è tardi"
    )
    assert (
        sheet.answer("data.availability").note == "the list is long\nfirst the shop\nthen the stock"
    )
