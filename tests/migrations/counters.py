"""A questionnaire in two versions with the map between them, and an answers file to the first."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from omniaudit.engine.migrating import migrate
from omniaudit.load.answers import read_answers
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.clean_text import MAX_NOTE
from omniaudit.load.comments import comments_of
from omniaudit.load.kept import taken_over
from omniaudit.load.migrations import read_migrations
from omniaudit.load.older import read_outdated
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.migration import Migrated, Migration
from omniaudit.model.questionnaire import Questionnaire

HERE = Path(__file__).parent
COUNTER = HERE / "counter"
BAKERY = HERE / "bakery.yaml"
TOOL = "omniaudit"


@cache
def counter(major: int) -> Questionnaire:
    """The questionnaire in one of its versions."""
    return load_questionnaire(str(COUNTER / str(major)))


@cache
def maps() -> tuple[Migration, ...]:
    return read_migrations(COUNTER / "2", counter(2))


def moved(data: bytes) -> tuple[Migrated, str]:
    """A file of version 1 in version 2, as a sheet with what was done, and as text."""
    outdated = read_outdated(data, "bakery.yaml", counter(2), maps())
    assert outdated is not None
    found = migrate(outdated.sheet, outdated.way, counter(2), MAX_NOTE)
    comments = taken_over(comments_of(data), outdated.way, found.kept, "counter")
    return found, answers_text(found.sheet, counter(2), tool=TOOL, comments=comments)


def sheet_of(text: str, major: int = 2) -> AnswerSheet:
    return read_answers(text.encode(), "bakery.yaml", counter(major), draft=True)


def copied(folder: Path, *, with_older: bool = True) -> Path:
    """Both versions, or the newer one alone, where a test may change them; the newer's folder."""
    shutil.copytree(COUNTER, folder / "counter")
    if not with_older:
        shutil.rmtree(folder / "counter" / "1")
    return folder / "counter" / "2"


def with_version_three(newer: Path) -> Path:
    """A third version beside the second, which renames what the second had renamed."""
    third = newer.parent / "3"
    shutil.copytree(newer, third)
    (third / "migrations" / "from-1.yaml").unlink()
    questionnaire = third / "questionnaire.yaml"
    text = questionnaire.read_text("utf-8").replace("version: 2.0.0", "version: 3.0.0")
    questionnaire.write_text(text.replace("data.history", "data.identity"), "utf-8")
    (third / "migrations" / "from-2.yaml").write_text(
        "from: 2\nto: 3\nrenamed: [{question: data.history, to: data.identity}]\n", "utf-8"
    )
    return third


def without_tool_version(text: str) -> str:
    return re.sub("^tool: .*$", f"tool: {TOOL}", text, flags=re.MULTILINE)
