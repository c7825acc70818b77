"""The cases of every shipped questionnaire."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.cases import read_cases
from omniaudit.model.cases import Case
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.resources import shipped_questionnaires


@cache
def questionnaire(path: Path) -> Questionnaire:
    return load_questionnaire(str(path), "en")


@cache
def shipped() -> dict[str, tuple[Case, Questionnaire]]:
    """Every case with its questionnaire, by a name that tells both."""
    return {
        f"{path.parts[-3]}: {Path(case.place.file).stem}": (case, questionnaire(path))
        for path in dict.fromkeys(shipped_questionnaires().values())
        for case in read_cases(path.parent / "cases", questionnaire(path))
    }
