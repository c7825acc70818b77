"""Which language to speak: `--lang`, else OMNIAUDIT_LANG, else the locale, else English."""

from __future__ import annotations

import os
import re

from omniaudit.language import SOURCE, say, speak
from omniaudit.problems import UsageError, usage
from omniaudit.resources import language, languages

VARIABLE = "OMNIAUDIT_LANG"
_LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_TAG = re.compile(r"([A-Za-z]{2,3})([-_.@][A-Za-z0-9@._-]{1,30})?")


def speak_by_environment() -> None:
    """Put the language of the environment in force.

    Raises:
        UsageError: when OMNIAUDIT_LANG names none of ours; a foreign locale is no mistake.
    """
    locale = next((os.environ[each] for each in _LOCALES if os.environ.get(each)), "")
    speak(language(_ours(locale) or SOURCE))
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


def _speak(wanted: str, where: str) -> None:
    found = _ours(wanted)
    if not found:
        raise _unknown(wanted, where)
    speak(language(found))


def _ours(tag: str) -> str:
    """The letters of one of our languages, from `it`, `IT` or `it_IT.UTF-8`; or nothing."""
    match = _TAG.fullmatch(tag)
    found = match[1].lower() if match else ""
    return found if found in languages() else ""


def _unknown(wanted: str, where: str) -> UsageError:
    known = ", ".join(languages())
    return usage(
        say("{option}: there is no language `{word}`.", option=where, word=wanted),
        say("Choose one of {known}.", known=known),
    )
