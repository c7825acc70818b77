"""Quick commands load no heavy library."""

from __future__ import annotations

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


def loaded(command: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOOK, *command.split()],
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
        "batch aurora.yaml -o out",
    ],
)
def test_quick_commands_load_nothing_heavy(command: str) -> None:
    found = loaded(command)

    assert {"omniaudit", "typer"} <= found
    assert not found & HEAVY


def test_a_plan_loads_the_solver_and_no_renderer() -> None:
    found = loaded("plan aurora.yaml")

    assert "highspy" in found
    assert not found & {"weasyprint", "jinja2", "rich"}


def test_a_page_loads_no_pdf_library() -> None:
    found = loaded("report aurora.yaml -o report.html")

    assert "jinja2" in found
    assert not found & {"weasyprint", "rich"}
