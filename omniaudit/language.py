"""The language in force, and our own words in it.

A sentence of ours is written in English where it is said, as `say("{passed} of {of} passed", …)`,
and that English is its key in the catalogues under `locale/`. It is said whole, never joined from
pieces: languages differ in the order of words, in gender and in plurals. What a questionnaire
says is translated beside the questionnaire, not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from typing import NamedTuple

SOURCE = "en"
"""The language in which our words are written."""


class Language(NamedTuple):
    """A language by its two letters, with the catalogue of our words in it."""

    code: str
    catalogue: NullTranslations


ENGLISH = Language(SOURCE, NullTranslations())
_in_force: ContextVar[Language] = ContextVar("language", default=ENGLISH)


def code() -> str:
    """The two letters of the language in force."""
    return _in_force.get().code


def say(text: str, /, **values: object) -> str:
    """A text in the language in force, with its values filled in."""
    return _filled(_in_force.get().catalogue.gettext(text), values)


def say_as(context: str, text: str, /, **values: object) -> str:
    """The same for a word that other languages say in several ways; `context` tells which."""
    return _filled(_in_force.get().catalogue.pgettext(context, text), values)


def say_count(count: int, one: str, many: str, /, **values: object) -> str:
    """A text that depends on a count, which stands in it as `{count}`."""
    text = _in_force.get().catalogue.ngettext(one, many, count)
    return text.format(count=count, **values)


def mark(text: str) -> str:
    """A text that is said later, by `say` of it; marked so that it gets into the catalogues."""
    return text


def speak(language: Language) -> None:
    """Put a language in force from here on."""
    _in_force.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Put a language in force for a while."""
    before = _in_force.set(language)
    try:
        yield
    finally:
        _in_force.reset(before)


def _filled(text: str, values: dict[str, object]) -> str:
    return text.format(**values) if values else text
