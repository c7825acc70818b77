"""Quick commands load no heavy library."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = {"weasyprint", "jinja2", "highspy", "numpy", "krippendorff", "rich"}
LOOK = """
import sys
from omniaudit.cli.app import main
sys.argv = ["omniaudit", *sys.argv[1:]]
try:
    main()
except SystemExit as left:
    assert left.code == 0, left.code
print("loaded:", *sorted({name.partition(".")[0] for name in sys.modules}))
"""

MODULES = LOOK.replace('{name.partition(".")[0] for name in sys.modules}', "sys.modules")
HELP = {
    *("cli", "cli.app", "cli.exits", "cli.languages", "cli.later", "cli.streams"),
    *("language", "problems", "values"),
}
"""All of ours that help takes."""
NOT_OF_HELP = {"yaml", "babel", "json", "hashlib", "fractions", "tempfile", "logging", "asyncio"}
SCORE = {
    *("cli.app", "cli.exits", "cli.languages", "cli.later", "cli.options", "cli.questionnaires"),
    *("cli.score", "cli.streams", "render.terminal", "report.document", "report.findings"),
    *("report.findings.blockers", "report.findings.disagreement", "report.reading"),
    *("report.findings.share_sentences", "report.screens", "report.screens.frame"),
    *("report.screens.score", "report.wording"),
}
"""What is loaded of the rooms that tell."""
LEFT_OUT = {
    *("engine.explaining", "engine.planning", "engine.soundness", "model.plan", "model.migration"),
    *("load.inspection", "load.migrations", "load.brand", "load.declarations", "load.writing"),
    *("catalogue", "interview", "interview.line.letters"),
}
NOT_OF_A_SCORE = {
    "json",
    "babel",
    "tempfile",
    "logging",
    "asyncio",
    "concurrent",
    "multiprocessing",
}


def loaded(command: str, look: str = LOOK) -> set[str]:
    plain = {key: each for key, each in os.environ.items() if not key.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", look, *command.split()],
        env=plain,  # what measures coverage imports much itself
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("loaded: ")[2].split())


@pytest.mark.parametrize(
    "command",
    [
        "--help",
        "--version",
        "score --help",
        "score aurora.yaml",
        "score aurora.yaml --json --explain",
        "check aurora.yaml",
        "status aurora.yaml",
        "questions list",
        "questions show DS2",
        "new -",
        "batch aurora.yaml -o out -j 1 --data-only",
    ],
)
def test_quick_commands_load_nothing_heavy(command: str) -> None:
    found = loaded(command)

    assert {"omniaudit", "typer"} <= found
    assert not found & HEAVY


def ours(command: str) -> set[str]:
    """The modules of ours that a command loads, without the package's name."""
    found = loaded(command, MODULES)
    return {each.removeprefix("omniaudit.") for each in found if each.startswith("omniaudit.")}


@pytest.mark.parametrize("command", ["--help", "--version", "--lang en --help", ""])
def test_help_loads_no_command_and_nothing_that_a_command_needs(command: str) -> None:
    assert ours(command) == HELP
    assert not loaded(command) & (HEAVY | NOT_OF_HELP)


def test_help_in_another_language_adds_its_words_alone() -> None:
    assert ours("--lang it --help") == HELP | {"resources"}


def test_a_command_that_is_unknown_loads_none() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-X", "importtime", "-m", "omniaudit", "scor"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "omniaudit.cli.failures" in done.stderr
    assert "omniaudit.cli.score" not in done.stderr


def test_the_help_of_a_group_loads_none_of_its_commands() -> None:
    assert ours("questions --help") == HELP | {"cli.questions"}


def test_a_score_loads_what_it_takes_to_score_and_tell_it() -> None:
    found = ours("score aurora.yaml")

    telling = ("cli.", "report.", "render.", "forms.", "interview.", "batch.")
    assert {each for each in found if each.startswith(telling)} == SCORE
    assert {"engine.scoring", "load.assembly", "model.questionnaire"} <= found
    assert not found & LEFT_OUT
    assert not loaded("score aurora.yaml") & (HEAVY | NOT_OF_A_SCORE)


def test_a_score_as_json_is_not_put_into_words() -> None:
    found = ours("score aurora.yaml --json")

    assert "render.json" in found
    assert not {each for each in found if each.startswith("report.")}


def test_a_plan_loads_the_solver_and_no_renderer() -> None:
    found = loaded("plan aurora.yaml")

    assert "highspy" in found
    assert not found & {"weasyprint", "jinja2", "rich"}


def test_a_page_loads_no_pdf_library() -> None:
    found = loaded("report aurora.yaml -o report.html")

    assert "jinja2" in found
    assert not found & {"weasyprint", "rich"}
