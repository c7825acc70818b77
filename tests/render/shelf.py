"""Six businesses, one a profile, each with a story and an extreme of its own.

retail: every part filled in. ecommerce: few channels, all at the top. services: long texts.
hospitality: ten channels and all their handoffs. banking: an audit with journeys that failed.
local: two channels and few answers.
"""

from __future__ import annotations

import fcntl
from dataclasses import dataclass
from pathlib import Path

from tests.cli.runner import omniaudit

FOLDER = Path(__file__).with_name("businesses")
BUSINESSES = tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))


@dataclass(frozen=True)
class Shelf:
    """A folder of reports, each made by the command line when it is first asked for."""

    folder: Path

    def report(self, business: str, suffix: str) -> Path:
        """The report of a business; another process that asks for it meanwhile waits."""
        file = self.folder / f"{business}{suffix}"
        with (self.folder / f"{file.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                run = omniaudit("report", str(answers_file(business)), "-o", str(file))
                assert run.code == 0, run.err
        return file


def answers_file(business: str) -> Path:
    """What the business answered."""
    return FOLDER / f"{business}.yaml"
