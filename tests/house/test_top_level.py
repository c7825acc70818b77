"""What lies at the top of the checkout is what a visitor sees first."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "benchmarks",
    "docs",
    "omniaudit",
    "pyproject.toml",
    "questionnaires",
    "report_templates",
    "tests",
}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only git knows what belongs here")
def test_nothing_new_lies_at_the_top() -> None:
    # safe.directory: in a container the checkout often belongs to somebody else.
    listing = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    files = [Path(name) for name in listing.split("\0") if name and (ROOT / name).exists()]
    top = {file.parts[0] for file in files}

    assert {"omniaudit", "pyproject.toml", "tests"} <= top
    assert {name for name in top if not name.startswith(".")} <= EXPECTED
