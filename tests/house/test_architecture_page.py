"""docs/architecture.md shows the house as it is."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
TREE = PAGE.partition("### What is in them")[2].split("```")[1]


def shown() -> set[str]:
    """The files in the page's tree, such as `load/fields.py`; indentation says what is in what."""
    found: set[str] = set()
    folders: list[str] = []
    for line in filter(str.strip, TREE.splitlines()):
        depth, name = (len(line) - len(line.lstrip())) // 2, line.split()[0]
        folders = folders[:depth]
        if name.endswith("/"):
            folders.append(name)
        else:
            found.add("".join(folders) + name)
    return found


def test_the_page_shows_every_file_and_no_other() -> None:
    package = ROOT / "omniaudit"
    there = {
        path.relative_to(package).as_posix()
        for path in package.glob("*/**/*.py")
        if path.name != "__init__.py"
    }

    assert len(there) > 20
    assert shown() == there


def test_the_page_shows_every_room() -> None:
    inside = {
        path.relative_to(ROOT / "omniaudit").parts[0] for path in ROOT.glob("omniaudit/**/*.py")
    }
    rooms = {name if name.endswith(".py") else f"{name}/" for name in inside - {"__init__.py"}}

    assert len(rooms) > 5
    assert not [room for room in rooms if f"`{room}` |" not in PAGE]
