"""The front door: the public names, nothing behind them loaded before its time."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import omniaudit

SOURCE = Path(omniaudit.__file__).read_text("utf-8")
ROOMS: dict[str, str] = vars(omniaudit)["_ROOMS"]


def typed_names() -> set[str]:
    """What the door tells a type checker."""
    (block,) = (
        node
        for node in ast.parse(SOURCE).body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    )
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    return {name.asname or name.name for node in imports for name in node.names}


def test_the_public_names_are_those_that_load() -> None:
    assert len(ROOMS) > 30
    assert set(omniaudit.__all__) == {*ROOMS, "__version__"}
    assert typed_names() == set(ROOMS)
    assert dir(omniaudit) == sorted(omniaudit.__all__)
    assert len(set(omniaudit.__all__)) == len(omniaudit.__all__)


@pytest.mark.parametrize("name", ROOMS)
def test_every_name_loads_and_is_explained(name: str) -> None:
    value = getattr(omniaudit, name)
    room, _, other = ROOMS[name].partition(":")

    assert inspect.getdoc(value)
    assert value.__module__ == f"omniaudit.{room}"
    assert value.__name__ == (other or name)


def test_what_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(AttributeError, match="module 'omniaudit' has no attribute 'sccore'"):
        _ = omniaudit.sccore


def test_importing_costs_nothing() -> None:
    look = (
        "import importlib, sys, typing; before = set(sys.modules);"
        " import omniaudit; print(set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", look], capture_output=True, text=True, check=True
    )

    assert ast.literal_eval(done.stdout) == {"omniaudit"}


def test_the_example_in_its_docstring_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from omniaudit.resources import sample_file  # noqa: PLC0415 - a room, not the door

    monkeypatch.chdir(tmp_path)
    Path("aurora.yaml").write_bytes(sample_file().read_bytes())
    assert omniaudit.__doc__
    example = inspect.cleandoc(omniaudit.__doc__).split("\n\n", 1)[1].rpartition("\n\n")[0]
    lines = [line.removeprefix("    ") for line in example.splitlines()]
    exec(compile("import pathlib\n" + "\n".join(lines), "docstring", "exec"), {})

    assert Path("aurora.pdf").read_bytes().startswith(b"%PDF-")
