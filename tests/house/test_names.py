"""Small files and functions, named in the words of the trade, each explained in a sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "omniaudit"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8")) for path in SOURCES}

SAYS_NOTHING = re.compile(r"utils?|helpers?|common|managers?|handlers?|data|info")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function


def functions() -> Iterator[tuple[str, Function]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, type_of_function):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}", node


def length(function: Function) -> int:
    """Lines from `def` to the end, the docstring not counted."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None:
        return lines
    return lines - ((first.end_lineno or 0) - first.lineno + 1)


def public(node: Documented, place: str) -> Iterator[tuple[str, Documented]]:
    """The node and everything public in it; what is inside a function is nobody's business."""
    yield place, node
    if isinstance(node, type_of_function):
        return
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            yield from public(child, f"{place} {child.name}")


def test_names_say_something() -> None:
    seen = [
        path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if "__pycache__" not in path.parts
    ]

    assert len(seen) > 20
    words = [(str(path), word) for path in seen for word in path.stem.split("_")]
    assert not [path for path, word in words if SAYS_NOTHING.fullmatch(word)]


def test_files_are_short() -> None:
    lines = {
        str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines())
        for path in SOURCES
    }

    assert len(lines) > 20
    assert not {name: count for name, count in lines.items() if count > LONGEST_FILE}


def test_functions_are_short() -> None:
    lengths = {name: length(function) for name, function in functions()}

    assert len(lengths) > 100
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}


def test_everything_public_is_explained() -> None:
    seen = [
        found for path in SOURCES for found in public(TREES[path], str(path.relative_to(PACKAGE)))
    ]

    assert len(seen) > 100
    assert not [place for place, node in seen if not ast.get_docstring(node)]
