"""`omniaudit interview` as a whole program: how it begins, and every way it can end."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from omniaudit.forms.blank import blank_answers
from omniaudit.load.files import load_answers
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import Answered, AnswerSheet
from tests.cli.runner import omniaudit
from tests.interview.person import HOUSE, UNMEASURED, Person
from tests.interview.talk import BOOKSHOP, DAY, QUESTIONNAIRE

FIRST = QUESTIONNAIRE.capabilities[0].id


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file whose particulars are known."""
    sheet = AnswerSheet(BOOKSHOP, date=DAY, mode="interview")
    text = answers_text(sheet, QUESTIONNAIRE, tool="omniaudit 1.0")
    (tmp_path / "aurora.yaml").write_text(text, "utf-8")
    return tmp_path


def answered(folder: Path) -> AnswerSheet:
    return load_answers(folder / "aurora.yaml", QUESTIONNAIRE)


@pytest.mark.parametrize(
    "words", ["aurora.yaml < /dev/null", "aurora.yaml --no-input", "- < /dev/null"]
)
def test_without_a_terminal_it_says_what_to_use_instead(words: str, folder: Path) -> None:
    command = f"{sys.executable} -P -m omniaudit interview {words}"
    done = subprocess.run(
        ["sh", "-c", f"printf '2\\n2\\n' | {command}"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert "needs a terminal" in done.stderr
    assert "omniaudit new FILE" in done.stderr


def test_refusing_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert omniaudit("interview", "aurora.yaml").code == 2
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_before_the_first_answer(tmp_path: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=tmp_path) as person:
        person.types("q")
        assert person.leaves() == 0

    assert list(tmp_path.iterdir()) == []


def test_a_killed_beginning_goes_on_with_what_is_missing(tmp_path: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=tmp_path, environment=UNMEASURED) as person:
        person.types("Libreria Aurora")
        person.sees("Name = Libreria Aurora. Saved")
        person.gets(signal.SIGKILL)
        assert person.leaves() == 137
    assert omniaudit("score", str(tmp_path / "aurora.yaml")).codes == ["S302", "S302"]
    with Person.interviewed("aurora.yaml", folder=tmp_path) as person:
        person.sees("What kind of business is it?")


def test_a_file_of_new_is_filled_in_and_keeps_its_comments(tmp_path: Path) -> None:
    blank = blank_answers(QUESTIONNAIRE, "retail", "Libreria Aurora")
    (tmp_path / "aurora.yaml").write_text(blank, "utf-8")
    with Person.interviewed("aurora.yaml", folder=tmp_path) as person:
        person.types("1 11")
        for line in ("", "", ""):
            person.types(line)
        person.types("2")
        person.types("q")
        assert person.leaves() == 0

    text = (tmp_path / "aurora.yaml").read_text("utf-8")
    comments = [line for line in blank.splitlines() if line.strip().startswith("#")]
    assert [line for line in comments if line not in text.splitlines()] == []
    assert answered(tmp_path).answer(FIRST) == Answered(2)
    assert (tmp_path / "aurora.yaml.bak").read_text("utf-8") == blank


def test_a_finished_file_opens_at_its_check_list(tmp_path: Path) -> None:
    answers = {each.id: Answered(1) for each in QUESTIONNAIRE.capabilities}
    sheet = AnswerSheet(BOOKSHOP, answers=answers)
    (tmp_path / "aurora.yaml").write_text(
        answers_text(sheet, QUESTIONNAIRE, tool="omniaudit 1.0"), "utf-8"
    )
    with Person.interviewed(
        "aurora.yaml", "--only", "data", "--go", "DS2", folder=tmp_path
    ) as person:
        person.sees("DS2 was 1. Enter keeps it")
        for _ in range(5):
            person.types("")
        person.sees("Check your answers")
        person.types("")
        assert person.leaves() == 0


def test_going_on_asks_the_same_questions_and_begins_where_they_stand(folder: Path) -> None:
    with Person.interviewed(
        "aurora.yaml", "--only", "data", "--go", "DS2", folder=folder
    ) as person:
        person.types("2")
        person.sees("Saved")
        person.types("q")
        assert person.leaves() == 0
        assert "omniaudit interview aurora.yaml --only data\n" in person.transcript
        assert "omniaudit score aurora.yaml\n" in person.transcript


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--go", "DS9"), "There is no question “DS9”. Did you mean"),
        (("--only", "nonsense"), "`nonsense` means no questions"),
        (("--only", "flagged"), "nothing is flagged"),
        (("--lang", "klingon"), "there is no language `klingon`"),
    ],
)
def test_a_wrong_option_is_refused(arguments: tuple[str, str], words: str, folder: Path) -> None:
    with Person.interviewed("aurora.yaml", *arguments, folder=folder) as person:
        assert person.leaves() == 2
        assert words in " ".join(person.transcript.split())


def test_it_speaks_the_language_asked_for(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", "--lang", "it", folder=folder) as person:
        person.sees("domande")
        person.types("q")
        assert person.leaves() == 0


def test_a_broken_file_is_refused_with_line_and_remedy(folder: Path) -> None:
    file = folder / "aurora.yaml"
    before = file.read_bytes().replace(b"retail", b"retial")
    file.write_bytes(before)
    with Person.interviewed("aurora.yaml", folder=folder) as person:
        assert person.leaves() == 4
        assert "aurora.yaml:6:12: error S305" in person.transcript
    assert file.read_bytes() == before


def test_a_shared_screen_shows_neither_notes_nor_paths(folder: Path) -> None:
    file = folder / "aurora.yaml"
    hidden = b"journeys: {app-to-branch: {start-in-app: pass}}\nend: true"
    file.write_bytes(file.read_bytes().replace(b"end: true", hidden))
    with Person.interviewed("aurora.yaml", "--present", folder=folder) as person:
        person.types("2 the owner is tired of it")
        person.types("b")
        person.sees("CI1 was 2. Enter keeps it")
        assert "tired" not in person.transcript.split("Saved")[1]
        person.types("g J2")
        person.types("q")
        assert person.leaves() == 0
        assert "aurora" not in person.transcript


def test_the_second_to_open_a_file_is_told_who_has_it(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=folder) as first:
        first.waits()
        with Person.interviewed("aurora.yaml", folder=folder) as second:
            assert second.leaves() == 5
            assert str(first.process) in second.transcript
        first.types("2")
        first.types("q")
        assert first.leaves() == 0
    assert answered(folder).answer(FIRST) == Answered(2)


def test_after_a_kill_the_file_is_free_at_once(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=folder, environment=UNMEASURED) as first:
        first.types("2")
        first.sees("CI1 = 2. Saved")
        first.gets(signal.SIGKILL)
        first.leaves()
    with Person.interviewed("aurora.yaml", folder=folder) as second:
        second.sees("Libreria Aurora: 1 of 42 answered")
    assert not list(folder.glob("*.tmp")) + list(folder.glob(".*.tmp"))


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_signals_at_any_moment_lose_nothing(number: int, code: int, folder: Path) -> None:
    dice = random.Random(2026)
    for level in (2, 0, 3, 1, 2):
        with Person.interviewed("aurora.yaml", "--only", "data", folder=folder) as person:
            person.types(str(level))
            person.sees("Saved")
            person.pauses(dice.random() / 20)
            person.gets(number)
            assert person.leaves() == code
            assert person.settings_after == person.settings_before
            assert "Traceback" not in person.transcript
        found = answered(folder).answer("data.identity")
        assert found == Answered(level)


def test_what_was_offered_as_a_note_is_kept_at_ctrl_c(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=folder) as person:
        person.pastes("2 first\nsecond\n")
        person.sees("Keep it as the note of CI1?")
        person.presses_control("c")
        assert person.leaves() == 130
    assert answered(folder).answer(FIRST) == Answered(2, note="first\nsecond")


def test_leaving_puts_no_further_question(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=folder) as person:
        person.pastes("2\nwhat was said\n")
        person.types("q")
        assert person.leaves() == 0
        assert "CI2" not in person.transcript
        assert "See the score: omniaudit score aurora.yaml" in person.transcript
    assert answered(folder).answer(FIRST) == Answered(2, note="what was said")


def test_nothing_is_said_to_be_saved_that_is_not(tmp_path: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=tmp_path) as person:
        person.presses_control("c")
        assert person.leaves() == 130
        assert "Nothing was answered, so nothing was written." in person.transcript
        assert "omniaudit score" not in person.transcript
    assert list(tmp_path.iterdir()) == []


def test_a_forgotten_ending_is_asked_about(folder: Path) -> None:
    with Person.interviewed("aurora", folder=folder) as person:
        assert person.leaves() == 2
        assert "There is no aurora, but there is aurora.yaml." in person.transcript


def test_closing_the_window_saves(folder: Path) -> None:
    with Person.interviewed("aurora.yaml", folder=folder) as person:
        person.types("2")
        person.sees("Saved")
        assert person.closes_the_window() == 129
    assert answered(folder).answer(FIRST) == Answered(2)


def test_a_disk_that_takes_no_more_leaves_the_answer_on_the_screen(folder: Path) -> None:
    before = (folder / "aurora.yaml").read_bytes()
    program = f"ulimit -f 1; exec {sys.executable} -P -m omniaudit interview aurora.yaml"
    with Person("bash", "-c", program, folder=folder, environment=UNMEASURED) as person:
        person.types("2 " + "what was said at length " * 60)
        assert person.leaves() == 6
        assert "Not saved: CI1 = 2, note kept." in person.transcript
        assert "what was said at length" in person.transcript
    assert (folder / "aurora.yaml").read_bytes() == before
    assert not list(folder.glob(".*.tmp"))


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(folder: Path) -> None:
    file = folder / "aurora.yaml"
    with Person.interviewed("aurora.yaml", folder=folder) as person:
        person.types("2")
        person.sees("Saved")
        edited = file.read_bytes().replace(b"coverage: 2", b"coverage: 3")
        file.write_bytes(edited)
        person.types("1")
        assert person.leaves() == 6
        assert "aurora.mine.yaml" in person.transcript
        assert "Not saved" not in person.transcript
    assert file.read_bytes() == edited
    mine = load_answers(folder / "aurora.mine.yaml", QUESTIONNAIRE)
    assert mine.answer(QUESTIONNAIRE.capabilities[1].id) == Answered(1)


def test_a_name_that_begins_like_an_option_is_told_so_that_it_can_be_typed(tmp_path: Path) -> None:
    with Person.interviewed("--", "-aurora.yaml", folder=tmp_path) as person:
        person.types("Libreria Aurora")
        person.types("q")
        assert person.leaves() == 0
        assert "omniaudit interview ./-aurora.yaml" in person.transcript
