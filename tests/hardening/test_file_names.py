"""More than forty file names, to be read, written or never to be: each ends in plain words."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from omniaudit.batch.names import file_name
from tests.cli.runner import SAMPLE, Run, omniaudit, shop, write
from tests.hardening.harmful import ESCAPES, NAMES, is_plain

READ = (
    "check {}",
    "check {} --json",
    "score {}",
    "plan {}",
    "status {}",
    "report {} -o made.md",
    "migrate {} --dry-run",
    "interview {} --no-input",
    "questions check {}",
    "batch {} -o made --data-only -j 1",
    "batch @{} -o made --data-only -j 1",
    "score aurora.yaml --questionnaire {}",
    "report aurora.yaml -o made.md --brand {}",
    "report aurora.yaml -o made.md --template {} --trust",
)
WRITTEN = (
    "new {}",
    "report aurora.yaml -o {}",
    "report aurora.yaml -o {}.md",
    "migrate aurora.yaml -o {}",
    "batch aurora.yaml -o {} --data-only -j 1",
)
ENDINGS = {0, 2, 3, 4, 6, 8}
SIMPLE = [
    each
    for each in NAMES
    if each.isprintable() and "/" not in each and 0 < len(each) < 200 and each not in {".", ".."}
]

TYPED = [each for each in NAMES if "\0" not in each and not each.startswith("/")]
"""No command line can hold a zero byte, and no test writes outside its own folder."""


def words(command: str, name: str) -> list[str]:
    return [word.replace("{}", name) for word in command.split()]


def assert_told(done: Run) -> None:
    assert done.code in ENDINGS, done.transcript
    assert is_plain(done), done.transcript
    if done.code not in {0, 3} and "--json" not in done.command:
        assert "\n    " in done.out + done.err, done.transcript  # a remedy, below what is wrong


def test_there_are_more_than_forty() -> None:
    assert len(NAMES) == len(set(NAMES)) > 40
    assert len(SIMPLE) > 30


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder deep in another, so that a name may lead out of it."""
    desk = tmp_path / "one" / "two" / "three"
    desk.mkdir(parents=True)
    (desk / "aurora.yaml").write_bytes(SAMPLE)
    monkeypatch.chdir(desk)
    return desk


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_not_there_is_told(name: str, inside: Path) -> None:
    for command in READ:
        done = omniaudit(*words(command, name))

        assert_told(done)
        assert done.code or name in {".", "..", "", "--help", "/dev/null"} or "made" in command
    assert {path.name for path in inside.iterdir()} <= {"aurora.yaml", "made", "made.md"}


@pytest.mark.parametrize("name", SIMPLE)
def test_a_file_of_any_name_is_read_and_named_so_that_a_shell_finds_it(name: str) -> None:
    Path(name).write_bytes(SAMPLE)
    typed = f"./{name}" if name.startswith("-") else name
    done = omniaudit("check", typed, "--json")
    scored = omniaudit("score", typed)

    assert (done.code, scored.code) == (0, 0)
    assert done.document["files"] == [typed] if "files" in done.document else done.out
    (again,) = [line for line in scored.out.splitlines() if "omniaudit report" in line]
    assert shlex.split(again)[2] == typed


def there(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_written_is_written_there_or_refused(name: str, inside: Path) -> None:
    outside = inside.parents[2]
    for command in WRITTEN:
        before = there(outside)
        done = omniaudit(*words(command, name))

        assert_told(done)
        (asked,) = [word.replace("{}", name) for word in command.split() if "{}" in word]
        for path in there(outside) - before:
            place = os.path.realpath(asked)
            assert str(path.parent) in {place, os.path.dirname(place)}, done.command  # noqa: PTH120
            assert path.stat().st_mode & 0o777 == 0o600
            path.unlink()
    assert (inside / "aurora.yaml").read_bytes() == SAMPLE


@pytest.mark.parametrize("name", [*NAMES, *ESCAPES.values()])
def test_the_name_of_a_business_is_a_plain_name_of_a_file(name: str) -> None:
    found = file_name(name, "0123456789abcdef", ".pdf")

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-01234567[89a-f]*\.pdf", found)
    assert len(found) <= 80 + len("-0123456789abcdef.pdf")


def test_a_business_with_the_name_of_a_path_stays_in_the_folder(inside: Path) -> None:
    outside = inside.parents[2]
    write("shop.yaml", shop(name="../../../etc/passwd"))
    before = there(outside)
    done = omniaudit("batch", "shop.yaml", "-o", "made", "--data-only", "-j", "1", "--reports")

    assert done.code == 0, done.err
    made = there(outside) - before
    assert any(path.name.startswith("etc-passwd-") for path in made)
    assert {path.parent for path in made} <= {inside / "made", inside / "made" / "reports"}
    assert {path.stat().st_mode & 0o777 for path in made} == {0o600}
