"""A page that teaches by doing, played in an empty folder.

A block of YAML names its file in its first line, as a comment: `# FILE` is a new file, `# FILE, at
the end` goes on with it, `# FILE, instead of LINE` stands for a line of it. In a block `console` a
line with `$` is a command, and what follows is what it prints; a line `[...]` stands for any lines.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.cli.runner import omniaudit

_BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(
    r"# (?P<file>[\w./-]+\.yaml)(?:, (?P<end>at the end)|, instead of `(?P<old>.+)`)?"
)
LEFT_OUT = "[...]"


@dataclass(frozen=True)
class Shown:
    """A command as the page shows it, and what it really prints."""

    command: str
    shown: str
    printed: str

    @property
    def holds(self) -> bool:
        """Whether it prints what the page shows."""
        parts = (re.escape(each) for each in self.shown.split(f"{LEFT_OUT}\n"))
        return re.fullmatch("(?:.*\n)*".join(parts), self.printed) is not None


def play(page: str) -> list[Shown]:
    """Write every file of a page here, and run every command, in order."""
    shown: list[Shown] = []
    for language, block in _BLOCK.findall(page):
        if language == "yaml":
            _write(block)
        else:
            shown += _run(block)
    return shown


def files(page: str) -> list[str]:
    """The files that a page writes, in order."""
    blocks = (block for language, block in _BLOCK.findall(page) if language == "yaml")
    return [_place(block)["file"] for block in blocks]


def _place(block: str) -> dict[str, str]:
    first = block.partition("\n")[0]
    match = _PLACE.fullmatch(first)
    assert match, f"a block names no file: {first}"
    return match.groupdict()


def _write(block: str) -> None:
    place = _place(block)
    path = Path(place["file"])
    if place["end"]:
        path.write_text(path.read_text("utf-8") + block, "utf-8")
    elif place["old"]:
        before, old = path.read_text("utf-8"), f"\n{place['old']}\n"
        assert before.count(old) == 1, place
        path.write_text(before.replace(old, f"\n{block}"), "utf-8")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, "utf-8")


def _run(block: str) -> Iterator[Shown]:
    for part in block.removeprefix("$ ").split("\n$ "):
        command, _, shown = part.partition("\n")
        name, *words = shlex.split(command)
        assert name == "omniaudit", command
        done = omniaudit(*words)
        yield Shown(command, f"{shown.rstrip()}\n" if shown.strip() else "", done.out + done.err)
