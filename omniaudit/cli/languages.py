"""Which language to speak: `--lang`, else OMNIAUDIT_LANG, else the locale, else English."""

from __future__ import annotations

import os
import re
from typing import Annotated

import typer

from omniaudit.language import ENGLISH, SOURCE, say, speak
from omniaudit.problems import UsageError, usage

VARIABLE = "OMNIAUDIT_LANG"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_TAG = r"([A-Za-z]{2,3})([-_.@][A-Za-z0-9@._-]{1,30})?"


def speak_by_environment() -> None:
    """Put the language of the environment in force.

    Raises:
        UsageError: when OMNIAUDIT_LANG names none of ours; a foreign locale is no mistake.
    """
    locale = next((os.environ[each] for each in _LOCALES if os.environ.get(each)), "")
    _in_force(_ours(locale) or SOURCE)
    wanted = os.environ.get(VARIABLE, "")
    if wanted:
        _speak(wanted, VARIABLE)


def speak_as_asked(wanted: str) -> str:
    """Put the language of --lang in force, if there is one; for Typer, the same word again.

    Raises:
        UsageError: when it is none of ours.
    """
    if wanted:
        _speak(wanted, "--lang")
    return wanted


Language = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="en|it|ro",
        help="Language; otherwise OMNIAUDIT_LANG or the locale's.",
        callback=speak_as_asked,
        is_eager=True,
    ),
]
"""The option that every command has."""


def _speak(wanted: str, where: str) -> None:
    found = _ours(wanted)
    if not found:
        raise _unknown(wanted, where)
    _in_force(found)


def _in_force(code: str) -> None:
    if code == SOURCE:  # which needs no catalogue
        speak(ENGLISH)
        return
    from omniaudit.resources import language  # noqa: PLC0415 - only words of others lie in files

    speak(language(code))


def _ours(tag: str) -> str:
    """The letters of one of our languages, from `it`, `IT` or `it_IT.UTF-8`; or nothing."""
    match = re.fullmatch(_TAG, tag) if tag else None
    if match is None:
        return ""
    found = match[1].lower()
    return found if found == SOURCE or found in _spoken() else ""


def _spoken() -> tuple[str, ...]:
    from omniaudit.resources import languages  # noqa: PLC0415 - the same

    return languages()


def _unknown(wanted: str, where: str) -> UsageError:
    known = ", ".join(_spoken())
    return usage(
        say("{option}: there is no language `{word}`.", option=where, word=wanted),
        say("Choose one of {known}.", known=known),
    )
