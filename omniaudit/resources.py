"""The only room that knows where shipped questionnaires and templates lie.

In a wheel they are under `omniaudit/_data`, in a checkout beside the package.
"""

from __future__ import annotations

import os
from pathlib import Path

from omniaudit.problems import Place, UsageError, did_you_mean, problem

_PACKAGE = Path(__file__).resolve().parent
_FILE = "questionnaire.yaml"

DEFAULT_QUESTIONNAIRE = "omnichannel"


def folder(name: str) -> Path:
    """A shipped folder: `questionnaires` or `report_templates`."""
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def questionnaire_file(name_or_path: str = DEFAULT_QUESTIONNAIRE) -> Path:
    """The file of a questionnaire: a shipped name, a file, or a folder that holds one.

    A shipped name never means a folder of that name that happens to lie here; `./NAME` does.

    Raises:
        UsageError: when there is neither.
    """
    shipped = {each.parent.parent.name: each for each in _shipped()}
    if name_or_path in shipped:
        return shipped[name_or_path]
    path = Path(name_or_path)
    for candidate in (path, path / _FILE):
        if os.path.isfile(candidate):  # noqa: PTH113 - unlike a Path, never raises
            return candidate
    place = Place("--questionnaire")
    hint = did_you_mean(name_or_path, shipped)
    known = ", ".join(shipped)
    raise UsageError([problem("U702", place, value=name_or_path, hint=hint, known=known)])


def sample_file() -> Path:
    """The answers file of the sample business."""
    return questionnaire_file().parent / "sample.yaml"


def _shipped() -> list[Path]:
    """The files of all shipped questionnaires, older major versions first."""
    return sorted(folder("questionnaires").glob(f"*/*/{_FILE}"))
