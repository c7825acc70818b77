"""Imports go down the floors of the house; the contracts stand in pyproject.toml."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "omniaudit"
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"


def lint(checkout: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-c", LINT, "--no-logo", "--no-cache", *options],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / "omniaudit", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def contract(name: str) -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found = {each["id"]: each for each in settings["tool"]["importlinter"]["contracts"]}
    known: dict[str, list[str]] = found[name]
    return known


def rooms() -> set[str]:
    """What stands directly in omniaudit/, folders that hold Python and single files alike."""
    inside = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py")}
    return {name.removesuffix(".py") for name in inside} - {"__init__"}


def test_every_contract_is_kept() -> None:
    run = lint(ROOT)

    assert run.returncode == 0, run.stdout + run.stderr
    analysed = run.stdout.partition("Analyzed ")[2].split()[0]
    assert int(analysed) >= len(list(PACKAGE.rglob("*.py"))) > len(rooms()) > 5


def test_every_room_has_a_floor() -> None:
    floors = {
        room.strip(" ()") for floor in contract("floors")["layers"] for room in floor.split("|")
    }

    assert {"cli", "engine", "model", "problems"} <= rooms()
    assert rooms() <= floors


def test_a_new_room_without_a_floor_is_noticed(copy: Path) -> None:
    (copy / "omniaudit" / "utils.py").touch()

    run = lint(copy, "--contract", "floors")

    assert run.returncode == 1
    assert "omniaudit.utils" in run.stdout


def test_an_import_that_climbs_is_noticed(copy: Path) -> None:
    with (copy / "omniaudit" / "problems.py").open("a") as problems:
        problems.write("\nimport omniaudit.engine\n")

    run = lint(copy, "--contract", "floors")

    assert run.returncode == 1
    assert "omniaudit.problems is not allowed to import omniaudit.engine" in run.stdout


def test_nobody_climbs_through_the_front_door() -> None:
    taken = {
        (str(path.relative_to(ROOT)), name.name)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "omniaudit"
        for name in node.names
    }

    assert len(list(PACKAGE.rglob("*.py"))) > 5
    assert not {(path, name) for path, name in taken if name not in {"__version__", *rooms()}}
