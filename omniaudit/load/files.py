"""Files and standard input, by name, into answer sheets."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence

from omniaudit.language import say, say_as
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import shown
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place, Problem, problem

STANDARD_INPUT = "-"
_BLOCK = 1024 * 1024
_OPEN_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Opening a pipe that nobody writes to would block, before anything can be known of it."""
_NAMED = re.compile(rb"^questionnaire:[ \t]*([A-Za-z0-9.-]{1,80}(@[0-9]{1,4})?)", re.MULTILINE)


def questionnaire_named_in(file: str) -> str:
    """The questionnaire that an answers file names in its head, `id@major`; empty if it does not.

    Nothing is taken from standard input, and what is wrong with a file is told on reading it.
    """
    try:
        if file == STANDARD_INPUT:
            head = getattr(sys.stdin.buffer, "peek", lambda: b"")()
        else:
            head = read_bytes(file, strict_yaml.MAX_BYTES)
    except (InputRejected, OSError):  # such as a standard input that is open for writing only
        return ""
    found = _NAMED.search(head)
    return found[1].decode() if found else ""


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
        never = say_as("date of an assessment", "not at all")
        dates = {"value": sheet.date or never, "first": later.date or never}
        remedy = _two_dates(sheet, later)
        raise InputRejected([problem("P505", place, **dates, remedy=remedy)])
    return sheet


def _two_dates(sheet: AnswerSheet, later: AnswerSheet) -> str:
    """What helps where one of two assessments is not before the other."""
    if sheet.date is None or later.date is None:
        return say("write `date` in both files")
    if sheet.date == later.date:
        return say("correct `date` in one of the files, or name another one")
    return say("swap the files, or correct `date`")


def _strangers(file: str, sheet: AnswerSheet, first: AnswerSheet) -> list[Problem]:
    place = Place(file)
    if sheet.business.name != first.business.name:
        names = {"name": sheet.business.name, "first": first.business.name}
        return [problem("P501", place, **names)]
    never = say_as("date of an assessment", "not given")
    pairs = {
        "profile": (sheet.business.profile, first.business.profile),
        "size": (sheet.business.size, first.business.size),
        "date": (sheet.date or never, first.date or never),
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
            data, size = _read(name, limit)
    except FileNotFoundError:
        raise InputRejected([problem("F101", place)]) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or say("its name cannot be used")
        raise InputRejected([problem("F103", place, why=why)]) from None
    if len(data) > limit:
        kilobytes = -(-size // 1024)
        raise InputRejected([problem("F104", place, size=kilobytes, limit=limit // 1024)])
    return data


def identity(path: str | os.PathLike[str]) -> str:
    """The same for every name of one file."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _read(name: str, limit: int) -> tuple[bytes, int]:
    """The first bytes of a file, one more than the limit if there are so many, and its size."""
    try:
        file = os.open(name, _READ if name.startswith(_OPEN_STREAMS) else _READ | _AT_ONCE)
    except OSError:
        _check_kind(name, os.stat(name).st_mode)  # noqa: PTH116 - a Path would not take every name
        raise
    try:
        status = os.fstat(file)
        _check_kind(name, status.st_mode)
        data = os.read(file, min(status.st_size, limit) + 1)
        if len(data) != status.st_size:
            data += b"".join(_rest(file, limit + 1 - len(data)))
    finally:
        os.close(file)
    return data, max(len(data), status.st_size)


def _rest(file: int, most: int) -> Iterator[bytes]:
    """What is left of a stream, or of a file that grew or shrank, up to so many bytes."""
    while most and (more := os.read(file, min(most, _BLOCK))):
        yield more
        most -= len(more)


def _check_kind(name: str, kind: int) -> None:
    """Refuse what could block for ever; our own open streams are what somebody gave us."""
    if stat.S_ISDIR(kind):
        raise InputRejected([problem("F102", Place(name))])
    if not stat.S_ISREG(kind) and not name.startswith(_OPEN_STREAMS):
        why = say("it is not an ordinary file")
        raise InputRejected([problem("F103", Place(name), why=why)])
