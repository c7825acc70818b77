"""Whatever is wrong with a file, exactly that is said about it, at its place and in plain words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from omniaudit.catalogue import CATALOGUE
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.files import load_answers
from omniaudit.problems import MAX_PROBLEMS, InputRejected
from tests.hostile.cases import EXPECTED, LINE, Case, cases, told
from tests.interview.person import UNMEASURED

CASES = {case.name: case for case in cases()}
ROOT = Path(__file__).resolve().parents[2]
MOST = 1.5
"""Times what PyYAML takes to parse a good file as large as may be: under 200 ms where it was
measured."""
# No content of a file causes these: the first three are about its name, the others about several
# files, the call or the output. The tests of the commands cover them.
WITHOUT_A_FILE = {
    "F101",
    "F102",
    "F103",
    *(code for code in CATALOGUE if code[0] in "PTUOW"),
    "F109",  # a folder: test_folders.py
    *(code for code in CATALOGUE if code.startswith("B")),  # brand files: test_brand.py
    *(code for code in CATALOGUE if code.startswith("M")),  # maps: tests/migrations
    *(code for code in CATALOGUE if "Q611" <= code < "Q700"),  # test_assembly.py, tests/authoring
    *(code for code in CATALOGUE if code.startswith("C")),  # cases: test_cases.py
}
TOO_MANY = "F108"


@pytest.fixture(params=list(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def test_says_its_code_and_no_other(case: Case) -> None:
    codes = {each.code for each in case.problems}

    assert case.code in codes
    assert case.code == TOO_MANY or codes == case.codes


def test_points_at_the_marked_lines(case: Case) -> None:
    lines = {each.place.line for each in case.problems}

    assert case.marked_lines <= lines
    if case.name.startswith("answers/") and case.marked_lines:
        assert lines == case.marked_lines


def test_a_line_of_many_is_named_by_its_number(case: Case) -> None:
    assert not case.is_line or {each.place.line for each in case.problems} <= {0, LINE}


def test_says_nothing_twice(case: Case) -> None:
    problems = case.problems

    assert len(set(problems)) == len(problems) <= MAX_PROBLEMS + 1


def test_says_nothing_that_harms_a_terminal(case: Case) -> None:
    for each in case.problems:
        assert str(each).isprintable()
        assert len(each.message) <= 1_000
        assert len(each.remedy) <= 1_000
        assert each.place.file == case.name


def test_every_word_is_as_expected() -> None:
    """After a change of words: `python -m tests.hostile.cases` writes them."""
    assert "\n".join(told(case) for case in CASES.values()) == EXPECTED.read_text("utf-8")


def test_every_code_has_a_file() -> None:
    covered = {case.code for case in CASES.values()}

    assert len(CASES) > 300
    assert covered | WITHOUT_A_FILE == set(CATALOGUE)
    assert not covered & WITHOUT_A_FILE


def test_no_file_takes_long_or_much_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.costs"],
        env={**os.environ, **UNMEASURED},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    shares = json.loads(done.stdout)

    assert set(shares) == set(CASES)
    assert max(shares.values()) > 0.05
    assert {name: share for name, share in shares.items() if share > MOST} == {}


def test_every_stored_file_says_what_it_is() -> None:
    stored = [case for case in CASES.values() if not case.name.startswith(("bombs/", "lines/"))]

    assert len(stored) > 100
    for case in stored:
        assert re.fullmatch(r"(answers|questionnaires)/[A-Z]\d{3}(-[a-z0-9]+)+\.yaml", case.name)


def test_texts_of_the_catalogue_are_sentences() -> None:
    for code, kind in CATALOGUE.items():
        if code == "U701":  # brings its own texts
            continue
        assert kind.message[0].isupper() or kind.message[0] in "`{", code
        assert kind.message.removesuffix("{hint}").endswith("."), code
        assert kind.remedy.endswith("."), code


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputRejected) as rejected:
        load_answers(tmp_path, load_questionnaire())

    assert [each.code for each in rejected.value.problems] == ["F102"]
