"""Six businesses, one a profile, each with a story and an extreme of its own.

retail: every part filled in. ecommerce: few channels, all at the top. services: long texts.
hospitality: ten channels and all their handoffs. banking: an audit with journeys that failed.
local: two channels and few answers.
"""

from __future__ import annotations

import fcntl
from dataclasses import dataclass
from pathlib import Path

from omniaudit.language import SOURCE
from omniaudit.resources import sample_file
from tests.cli.runner import omniaudit
from tests.languages.catalogues import LANGUAGES

FOLDER = Path(__file__).with_name("businesses")
BUSINESSES = tuple(sorted(file.stem for file in FOLDER.glob("*.yaml")))
SAMPLE = "sample"
"""The sample, whose answers are kept in every language."""
TRANSLATED = tuple((each, code) for code in LANGUAGES for each in (SAMPLE, "hospitality", "local"))
"""Businesses whose reports are looked at in other languages, too."""


@dataclass(frozen=True)
class Shelf:
    """A folder of reports, each made by the command line when it is first asked for."""

    folder: Path

    def report(self, business: str, suffix: str, code: str = SOURCE) -> Path:
        """The report of a business; another process that asks for it meanwhile waits."""
        file = self.folder / f"{business}-{code}{suffix}"
        with (self.folder / f"{file.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not file.exists():
                answers = str(answers_file(business, code))
                run = omniaudit("report", answers, "-o", str(file), "--lang", code)
                assert run.code == 0, run.err
        return file


def answers_file(business: str, code: str = SOURCE) -> Path:
    """What the business answered."""
    return sample_file(code) if business == SAMPLE else FOLDER / f"{business}.yaml"
