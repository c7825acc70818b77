"""Outputs kept in tests/golden, compared whole; `pytest --renew-goldens` writes them anew.

Read what `git diff` says after a renewal: it is what a user will see change. What differs is left
beside what is kept, as `NAME.actual`, until the two are the same again.
"""

from __future__ import annotations

import difflib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
HOW_TO_RENEW = "If the new text is right: pytest --renew-goldens"
ACTUAL = ".actual"
SHOWN = 200
"""Lines of a difference that are shown; all of it is in the two files."""


@dataclass(frozen=True)
class Goldens:
    """A folder of outputs by name."""

    folder: Path = FOLDER
    renew: bool = False

    def compare(self, name: str, text: str) -> None:
        """Assert that a text is the one kept, to the last character; or keep it, to renew."""
        file = self.folder / name
        if self.renew:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        kept = file.read_bytes().decode() if file.is_file() else None
        self._lay_beside(file.with_name(file.name + ACTUAL), None if kept == text else text)
        assert kept is not None, f"{name} is not kept yet. {HOW_TO_RENEW}"
        if kept != text:
            raise AssertionError(f"{HOW_TO_RENEW}\n{difference(name, kept, text)}")

    def names(self, folder: str = "") -> set[str]:
        """What is kept, in all folders or in one."""
        return {
            file.relative_to(self.folder).as_posix()
            for file in (self.folder / folder).rglob("*.*")
            if file.suffix != ACTUAL
        }

    @staticmethod
    def _lay_beside(actual: Path, text: str | None) -> None:
        """Leave what differs, or take away what no longer does; a checkout may be read-only."""
        with suppress(OSError):
            if text is None:
                actual.unlink(missing_ok=True)
            elif actual.parent.is_dir():
                actual.write_bytes(text.encode())


def difference(name: str, kept: str, text: str) -> str:
    """Where two texts differ, line by line; of a long list only the beginning."""
    lines = list(
        difflib.unified_diff(
            kept.split("\n"), text.split("\n"), name, name + ACTUAL, lineterm="", n=1
        )
    )
    more = [f"... {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])
