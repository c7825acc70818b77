"""Bad answers files: told in plain words, exit 4, and nothing is written or overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import SAMPLE, Run, omniaudit, shop, write

WRONG: dict[str, tuple[str | bytes, set[str] | None]] = {
    "an empty file": (b"", {"F106"}),
    "only comments": (b"# nothing\n", {"F106"}),
    "a binary": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", {"F105"}),
    "cut short by a line": (SAMPLE.removesuffix(b"end: true\n"), {"F107"}),
    "cut short by half": (SAMPLE[: len(SAMPLE) // 2], None),
    "cut inside a word": (SAMPLE[:2000], None),
    "an unknown question": (shop(extra="  data.histroy: 2"), {"A403"}),
    "an unknown profile": (shop(profile="reatil"), {"S305"}),
    "an unknown journey": (shop(tail="journeys:\n  walk: {step: pass}"), {"A415"}),
    "an unknown fit item": (shop(tail="fit:\n  resources.money: 2"), {"A409"}),
    "level 4": (shop("4" + "2" * 23), {"A404"}),
    "level -1": (shop("." * 24, extra="  data.history: -1"), {"A404"}),
    "level 2.5": (shop("." * 24, extra="  data.history: 2.5"), {"A404"}),
    "level yes": (shop("." * 24, extra="  data.history: yes"), {"A404"}),
    "a fit level of 4": (shop(tail="fit:\n  resources.budget: 4"), {"A410"}),
    "not applicable without a reason": (
        shop("." * 24, extra="  data.history: {not-applicable: }"),
        {"A405"},
    ),
    "a handoff to itself": (shop(tail="handoffs:\n  web -> web: 2"), {"A412"}),
    "a handoff to a channel that is not there": (
        shop(tail="handoffs:\n  web -> market: 2"),
        {"S305"},
    ),
    "a question answered twice": (
        shop("." * 24, extra="  data.history: 2\n  data.history: 2"),
        {"Y207"},
    ),
    "an alias bomb": (b"a: &a [x]\nb: [*a, *a]\n", {"Y202"}),
}
COMMANDS = {
    "check": "check {}",
    "check --json": "check {} --json",
    "status": "status {}",
    "score": "score {}",
    "score --json": "score {} --json",
    "score --explain": "score {} --explain",
    "plan": "plan {}",
    "plan --json": "plan {} --json",
    "report .html": "report {} -o kept.html --force",
    "report .pdf": "report {} -o fresh.pdf",
    "batch": "batch {} -o results",
    "a panel": "score aurora.yaml {}",
}


def assert_refused(done: Run, codes: set[str] | None, file: str) -> None:
    told = done.out if "check" in done.command else done.err
    assert done.code == (3 if "batch" in done.command else 4)
    assert done.codes
    assert codes is None or set(done.codes) == codes
    if "--json" in done.command:
        assert {each["file"] for each in done.document["problems"]} == {file}
    else:
        assert f"{file}:" in told
        assert "Traceback" not in told


@pytest.mark.parametrize("name", WRONG)
def test_every_command_refuses(name: str) -> None:
    data, codes = WRONG[name]
    write("wrong.yaml", data)
    kept = write("kept.html", b"an older report\r\n")
    before = sorted(Path().iterdir())
    for command in COMMANDS.values():
        assert_refused(omniaudit(*command.format("wrong.yaml").split()), codes, "wrong.yaml")

    assert Path(kept).read_bytes() == b"an older report\r\n"
    assert sorted(Path().iterdir()) == sorted([*before, Path("results")])
    assert Path("results/results.jsonl").read_text("utf-8") == ""
    assert Path("results/failed.txt").read_text("utf-8") == f"{Path('wrong.yaml').resolve()}\n"


@pytest.mark.parametrize("command", [each for each in COMMANDS if each != "batch"])
def test_every_command_refuses_what_is_no_file(command: str) -> None:
    for name, code in (("nothing.yaml", "F101"), (".", "F102"), ("x" * 300, "F103")):
        done = omniaudit(*COMMANDS[command].format(name).split())

        assert (done.code, done.codes) == (4, [code])
    assert [each.name for each in Path().iterdir()] == ["aurora.yaml"]


@pytest.mark.parametrize("command", [each for each in COMMANDS if each != "batch"])
def test_standard_input_is_refused_alike(command: str) -> None:
    done = omniaudit(*COMMANDS[command].format("-").split(), stdin=b"")

    assert (done.code, done.codes) == (4, ["F106"])


def test_every_problem_of_a_file_is_told_at_once() -> None:
    write("wrong.yaml", shop("4" * 24, profile="reatil"))

    assert omniaudit("score", "wrong.yaml").codes == ["S305", *["A404"] * 24]


def test_every_truncation_of_what_the_program_writes_is_refused() -> None:
    for end in range(0, len(SAMPLE) - len("end: true\n"), 97):
        done = omniaudit("check", "-", "--json", stdin=SAMPLE[:end])
        assert done.code == 4, end
