"""Files and standard input, by name, into questionnaires and answer sheets."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from omniaudit.load import questionnaire as questionnaire_reader
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import shown
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place, Problem, problem
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, questionnaire_file

STANDARD_INPUT = "-"


def load_questionnaire(name_or_path: str = DEFAULT_QUESTIONNAIRE) -> Questionnaire:
    """The questionnaire of a shipped name, a file, or a folder that holds one.

    Raises:
        UsageError: when there is none of that name.
        InputRejected: with every problem of the file.
    """
    path = questionnaire_file(name_or_path)
    data = read_bytes(str(path), questionnaire_reader.MAX_BYTES)
    return questionnaire_reader.read_questionnaire(data, str(path))


def load_answers(path: str | os.PathLike[str], questionnaire: Questionnaire) -> AnswerSheet:
    """The answer sheet of a file, or of standard input when the path is `-`.

    Raises:
        InputRejected: with every problem of the file.
    """
    name = os.fspath(path)
    return read_answers(read_bytes(name, strict_yaml.MAX_BYTES), name, questionnaire)


def load_panel(
    paths: Sequence[str | os.PathLike[str]], questionnaire: Questionnaire
) -> tuple[AnswerSheet, ...]:
    """The sheets of several respondents about the same business on the same date.

    Raises:
        InputRejected: with the problems of all files, or where the files do not belong together.
    """
    sheets: list[AnswerSheet] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            sheets.append(load_answers(path, questionnaire))
        except InputRejected as rejected:
            problems.extend(rejected.problems)
    if not problems:
        seen: dict[str, str] = {}
        for path, sheet in zip(paths, sheets, strict=True):
            name = os.fspath(path)
            if sheet.sha256 in seen:
                problems.append(problem("P503", Place(name), first=shown(seen[sheet.sha256])))
            seen[sheet.sha256] = name
            problems.extend(_strangers(name, sheet, sheets[0]))
    if problems:
        raise InputRejected(problems)
    return tuple(sheets)


def load_earlier(
    path: str | os.PathLike[str], questionnaire: Questionnaire, later: AnswerSheet
) -> AnswerSheet:
    """The sheet of an assessment of the same business before a later one.

    Raises:
        InputRejected: with every problem of the file, or where it is no earlier assessment.
    """
    sheet, place = load_answers(path, questionnaire), Place(os.fspath(path))
    name, first = sheet.business.name, later.business.name
    if name != first:
        raise InputRejected([problem("P504", place, name=name, first=first)])
    if sheet.date is None or later.date is None or sheet.date >= later.date:
        dates = {"value": sheet.date or "not at all", "first": later.date or "not at all"}
        remedy = _two_dates(sheet, later)
        raise InputRejected([problem("P505", place, **dates, remedy=remedy)])
    return sheet


def _two_dates(sheet: AnswerSheet, later: AnswerSheet) -> str:
    """What helps where one of two assessments is not before the other."""
    if sheet.date is None or later.date is None:
        return "write `date` in both files"
    if sheet.date == later.date:
        return "correct `date` in one of the files, or name another one"
    return "swap the files, or correct `date`"


def _strangers(file: str, sheet: AnswerSheet, first: AnswerSheet) -> list[Problem]:
    place = Place(file)
    if sheet.business.name != first.business.name:
        names = {"name": sheet.business.name, "first": first.business.name}
        return [problem("P501", place, **names)]
    pairs = {
        "profile": (sheet.business.profile, first.business.profile),
        "size": (sheet.business.size, first.business.size),
        "date": (sheet.date or "not given", first.date or "not given"),
    }
    return [
        problem("P502", place, key=key, value=value, first=wanted)
        for key, (value, wanted) in pairs.items()
        if value != wanted
    ]


def read_bytes(name: str, limit: int) -> bytes:
    """The bytes of a file or of standard input, never more than a limit.

    Raises:
        InputRejected: when the file cannot be read or is too large.
    """
    place = Place(name)
    try:
        if name == STANDARD_INPUT:
            data = sys.stdin.buffer.read(limit + 1)
            size = len(data)
        else:
            _check_kind(name, place)
            with Path(name).open("rb") as file:
                data = file.read(limit + 1)
                size = max(len(data), os.fstat(file.fileno()).st_size)
    except FileNotFoundError:
        raise InputRejected([problem("F101", place)]) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be used"
        raise InputRejected([problem("F103", place, why=why)]) from None
    if len(data) > limit:
        kilobytes = -(-size // 1024)
        raise InputRejected([problem("F104", place, size=kilobytes, limit=limit // 1024)])
    return data


def _check_kind(name: str, place: Place) -> None:
    """Refuse what could block for ever; our own open streams are what somebody gave us."""
    kind = os.stat(name).st_mode  # noqa: PTH116 - a Path would not take every name
    if stat.S_ISDIR(kind):
        raise InputRejected([problem("F102", place)])
    if not stat.S_ISREG(kind) and not name.startswith(("/dev/stdin", "/dev/fd/", "/proc/self/fd/")):
        raise InputRejected([problem("F103", place, why="it is not an ordinary file")])
