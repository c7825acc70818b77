"""Outputs kept in tests/golden, compared whole; `pytest --renew-goldens` writes them anew.

Read what `git diff` says after a renewal: it is what a user will see change.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
HOW_TO_RENEW = "If the new text is right: pytest --renew-goldens"


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
            return
        assert file.is_file(), f"{name} is not kept yet. {HOW_TO_RENEW}"
        assert text == file.read_bytes().decode(), HOW_TO_RENEW

    def names(self) -> set[str]:
        """What is kept."""
        return {file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.*")}
