"""README.md and the pages it leads to say what is so: blocks run, tables match, links lead."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from omniaudit.cli import exits
from omniaudit.load.answers import FILE_KEYS, read_answers
from tests.cli.runner import QUESTIONNAIRE, SAMPLE, omniaudit, shop, write
from tests.goldens import FOLDER
from tests.interview.person import Person
from tests.migrations.counters import BAKERY, COUNTER

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
ANSWERS_PAGE = (ROOT / "docs" / "answers-file.md").read_text("utf-8")
JSON_PAGE = (ROOT / "docs" / "json.md").read_text("utf-8")
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README talks of."""
    monkeypatch.chdir(tmp_path)
    write("aurora.yaml", SAMPLE)
    write("aurora-2025.yaml", SAMPLE.replace(b"date: 2026", b"date: 2025"))
    (tmp_path / "answers").mkdir()
    write("answers/one.yaml", shop())
    return tmp_path


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def test_the_first_two_commands_are_all_a_visitor_needs() -> None:
    assert blocks(README, "sh")[:2] == ["make demo\n", "make test\n"]


def test_the_commands_are_those_of_the_help() -> None:
    (block,) = blocks(README, "text")

    assert block == "$ omniaudit --help\n" + omniaudit("--help").out


def commands() -> list[str]:
    """The command lines in indented blocks and in running text."""
    indented = re.findall(r"^ {4}(omniaudit .+)$", README, re.MULTILINE)
    inline = [each for each in re.findall(r"`(omniaudit [^`]+)`", README) if "COMMAND" not in each]
    return [*indented, *inline]


def test_every_command_runs(desk: Path) -> None:
    found = commands()

    assert len(found) > 8
    for command in found:
        words = shlex.split(command)[1:]
        if words[0] == "interview":
            assert left_at_once(*words[1:]) == 0
            continue
        if words[0] == "new":
            Path("aurora.yaml").unlink(missing_ok=True)
        if words == ["score", "--explain"]:
            words.append("aurora.yaml")
        done = omniaudit(*words)
        assert done.code == 0, f"{command}: {done.err}"
        if words[0] == "check":
            write("aurora.yaml", SAMPLE)  # somebody has filled it in
    assert Path("aurora.pdf").read_bytes().startswith(b"%PDF-")


def left_at_once(*arguments: str) -> int:
    with Person.interviewed(*arguments) as person:
        person.types("q")
        return person.leaves()


def test_every_option_named_is_in_a_help() -> None:
    for line in re.findall(r"`--[a-z-]+`", README):
        option = line.strip("`")
        helps = [path.read_text("utf-8") for path in FOLDER.glob("cli/help*.txt")]
        assert any(option in text for text in helps), option


def test_the_exits_are_all_there() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    known = {value for name, value in vars(exits).items() if name.isupper() and name[0] != "_"}

    assert len(told) > 6
    assert told == known


@pytest.mark.parametrize("page", [README, ANSWERS_PAGE], ids=["README", "answers-file"])
def test_the_answers_shown_can_be_scored(page: str, desk: Path) -> None:
    (example,) = blocks(page, "yaml")
    sheet = read_answers(example.encode(), "example.yaml", QUESTIONNAIRE)

    assert sheet.warnings == ()
    assert len(sheet.answers) > 3
    assert omniaudit("score", write("example.yaml", example)).code == 0
    assert omniaudit("plan", "example.yaml").code == 0


def test_the_python_shown_runs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks(README, "python")
    exec(compile(example, "README.md", "exec"), {})

    stages, steps = capsys.readouterr().out.splitlines()
    assert stages == "1 2"
    assert steps.startswith("['integration.")


def keys(table: str) -> set[str]:
    """What stands as code in the first column."""
    first = re.findall(r"^\| (`.+?`) \|", table, re.MULTILINE)
    return {key for cell in first for key in re.findall(r"`([a-z_]+)`", cell)}


def test_the_answers_page_names_every_key() -> None:
    assert keys(ANSWERS_PAGE) == set(FILE_KEYS)


def documents() -> Iterator[tuple[str, dict[str, object]]]:
    yield "score@1", omniaudit("score", "aurora.yaml", "--json", "--explain").document
    yield "plan@1", omniaudit("plan", "aurora.yaml", "--json").document
    omniaudit("report", "aurora.yaml", "-o", "aurora.json", "--force")
    yield "report@1", json.loads(Path("aurora.json").read_text("utf-8"))
    newer = ("--questionnaire", str(COUNTER / "2"))
    write("bakery.yaml", BAKERY.read_bytes())
    yield "migration@1", omniaudit("migrate", "bakery.yaml", "--json", *newer).document
    yield "problems@1", omniaudit("score", "nothing.yaml", "--json").document


def test_the_json_page_names_exactly_the_keys_of_the_documents(desk: Path) -> None:
    sections = dict(
        re.findall(r"^## omniaudit/(\S+)\n(.*?)(?=^## |\Z)", JSON_PAGE, re.MULTILINE | re.DOTALL)
    )

    assert set(sections) == {name for name, _ in documents()}
    for name, document in documents():
        named = keys(sections[name])
        assert named == set(document) - {"schema"}, name


def inner(value: object) -> Iterator[str]:
    """The keys inside a document."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from inner(part)


def test_no_key_of_the_json_page_is_made_up(desk: Path) -> None:
    page = JSON_PAGE.partition("\n| ")[2]
    real = {"file", "omnichannel"}
    for _, document in documents():
        real |= set(inner(document))
    words = set(re.findall(r"`([a-z]+_[a-z_0-9]+)`", page))

    assert len(words) > 15
    assert words <= real


def links() -> list[tuple[Path, str]]:
    return [
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
        if "://" not in link
    ]


def test_every_link_leads_somewhere() -> None:
    assert len(links()) > 5
    assert [(page.name, link) for page, link in links() if not (page.parent / link).exists()] == []


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_inside_a_page_leads_to_a_heading() -> None:
    for page in PAGES:
        for anchor in re.findall(r"\]\(#([^)]+)\)", page.read_text("utf-8")):
            assert anchor in anchors(page), f"{page.name}#{anchor}"


def test_the_readme_is_a_page_and_not_a_book() -> None:
    assert len(README.splitlines()) < 200
    assert max(len(line) for line in README.splitlines()) <= 120
