"""The only room that knows where shipped questionnaires, templates and catalogues lie.

In a wheel the first two are under `omniaudit/_data`, in a checkout beside the package.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from omniaudit.language import ENGLISH, SOURCE, Language, say
from omniaudit.language import speaking as in_force
from omniaudit.problems import Place, UsageError, did_you_mean, problem

_PACKAGE = Path(__file__).resolve().parent
_FILE = "questionnaire.yaml"
_MOST_TOLD = 5
_LOCALE = _PACKAGE / "locale"

DEFAULT_QUESTIONNAIRE = "omnichannel"


def folder(name: str) -> Path:
    """A shipped folder: `questionnaires` or `report_templates`."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def languages() -> tuple[str, ...]:
    """The languages that omniaudit speaks, by their two letters, English first."""
    found = _LOCALE.glob("*/LC_MESSAGES/omniaudit.mo")
    return SOURCE, *sorted(each.parent.parent.name for each in found)


@cache
def language(code: str) -> Language:
    """One of our languages with its words.

    Raises:
        FileNotFoundError: when it is none of `languages()`.
    """
    if code == SOURCE:
        return ENGLISH
    return Language(code, gettext.translation("omniaudit", _LOCALE, [code]))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say everything in one of our languages, `it` for example, for a while.

    Raises:
        FileNotFoundError: when it is none of `languages()`.
    """
    with in_force(language(code)):
        yield


def questionnaire_file(name_or_path: str = DEFAULT_QUESTIONNAIRE) -> Path:
    """The file of a questionnaire: a shipped name, a file, or a folder that holds one.

    A shipped name never means a folder of that name that happens to lie here; `./NAME` does.

    Raises:
        UsageError: when there is neither.
    """
    shipped = shipped_questionnaires()
    if name_or_path in shipped:
        return shipped[name_or_path]
    path = Path(name_or_path)
    for candidate in (path, path / _FILE):
        if os.path.isfile(candidate):  # noqa: PTH113 - unlike a Path, never raises
            return candidate
    place = Place("--questionnaire")
    if os.path.isdir(path):  # noqa: PTH112 - the same
        hint = _said_below(path)
        raise UsageError([problem("U703", place, value=name_or_path, hint=hint)])
    hint = did_you_mean(name_or_path, shipped)
    known = ", ".join(each for each in shipped if "@" not in each)
    raise UsageError([problem("U702", place, value=name_or_path, hint=hint, known=known)])


def _said_below(folder: Path) -> str:
    """Where a folder without a questionnaire has some one level below, or nothing."""
    try:
        found = sorted(str(each.parent) for each in folder.glob(f"*/{_FILE}"))
    except OSError:
        return ""
    if not found:
        return ""
    return " " + say("There is one in {folders}.", folders=", ".join(found[:_MOST_TOLD]))


def sample_file(language: str = SOURCE) -> Path:
    """The answers file of the sample business, with its notes in a language."""
    ending = "" if language == SOURCE else f".{language}"
    return questionnaire_file().parent / f"sample{ending}.yaml"


def shipped_questionnaires() -> dict[str, Path]:
    """The files of all shipped questionnaires, as `id@major` and, the newest, by id alone."""
    found: dict[str, Path] = {}
    files = folder("questionnaires").glob(f"*/*/{_FILE}")
    for file in sorted(files, key=lambda each: (each.parts[-3], int(each.parts[-2]))):
        name, major = file.parts[-3:-1]
        found[name] = found[f"{name}@{major}"] = file
    return found
