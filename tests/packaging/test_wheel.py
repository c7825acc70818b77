"""The wheel holds all that a user needs, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENTRY = "from omniaudit.cli.app import main; main()"


def run(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python; away from the coverage of the tests, which is about the checkout."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COV")}
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=cwd,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = run("-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert build.returncode == 0, build.stdout + build.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel alone in it; the packages it needs are this environment's."""
    folder = tmp_path_factory.mktemp("installed")
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")
    install = run("-m", "pip", "install", *options, "--target", folder, wheel, cwd=folder)
    assert install.returncode == 0, install.stdout + install.stderr
    return folder


def test_the_wheel_holds_program_questionnaires_and_templates(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())

    program = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("omniaudit/**/*.py")}
    shipped = {
        f"omniaudit/_data/{path.relative_to(ROOT).as_posix()}"
        for folder in ("questionnaires", "report_templates")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert len(program) > 20
    assert "omniaudit/_data/questionnaires/omnichannel/1/questionnaire.yaml" in shipped
    assert "omniaudit/_data/report_templates/report.html.j2" in shipped
    assert program | shipped | {"omniaudit/py.typed"} <= held


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    held = [Path(name) for name in zipfile.ZipFile(wheel).namelist()]

    assert {path.parts[0].partition("-")[0] for path in held} == {"omniaudit"}
    assert not [path for path in held if path.suffix == ".pyc" or "tests" in path.parts]


def test_the_installed_wheel_makes_the_demo_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = run(
        "-c", "import omniaudit; print(omniaudit.__file__)", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(where.stdout.strip()).is_relative_to(installed), where.stderr

    demo = run("-c", ENTRY, "demo", "-o", "out", cwd=tmp_path, PYTHONPATH=str(installed))

    assert demo.returncode == 0, demo.stdout + demo.stderr
    made = {path.suffix for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {".pdf", ".html", ".yaml"} <= made
