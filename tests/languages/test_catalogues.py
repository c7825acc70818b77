"""Everything that we say is said in every language, and fits where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from omniaudit.resources import languages
from tests.languages.catalogues import LANGUAGES, compiled, file_of, kept, said, written

ALIKE = Path(__file__).with_name("alike.txt")
"""What is rightly the same as in English, a line each: `language: text`."""
_CODE = re.compile(r"`[^`]*`")
_NO_WORDS = re.compile(r"\{\w*\}|`[^`]*`|[\W\d_]+")
_QUOTES = {"it": set('“”„"'), "ro": set('“«»"')}
"""The quotation marks of other languages."""
_COUNTS = {"count", "number", "amount"}


def messages(language: str) -> Iterator[Message]:
    return (each for each in said(language) if each.id)


def texts(message: Message) -> Iterator[tuple[str, str]]:
    """Each text of a message with the English that it stands for; plurals after the singular."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
        return
    one, many = message.id
    assert not isinstance(message.string, str)
    for place, text in enumerate(message.string or ()):
        yield (many if place else one), text


def values(text: str) -> set[str]:
    """What is filled into a text; one that nothing is filled into may hold any brace."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return set()


def commands(text: str) -> list[str]:
    """What stands in backticks for a program, not for people."""
    spans = re.findall(r"`([^`]*)`", text)
    return sorted(each for each in spans if each.startswith(("omniaudit ", "-")) or " " not in each)


def where(message: Message) -> str:
    return f"{message.locations[0][0] if message.locations else ''}: {message.id}"


def alike() -> set[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in ALIKE.read_text("utf-8").splitlines())
    return {(language, text) for language, text in lines}


def test_the_catalogues_are_those_of_our_languages() -> None:
    assert languages() == ("en", *LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_what_is_said_and_nothing_else(language: str) -> None:
    """After a change of words: `make words`, then translate what is empty."""
    assert len(list(messages(language))) > 1_200
    assert file_of(language, ".po").read_bytes() == written(said(language))
    assert file_of(language, ".mo").read_bytes() == compiled(kept(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_english(language: str) -> None:
    missing = [where(each) for each in messages(language) if not all(t for _, t in texts(each))]
    same = {
        (language, english)
        for each in messages(language)
        for english, text in texts(each)
        if english == text and _NO_WORDS.sub("", english)
    }

    assert missing == []
    assert same == {each for each in alike() if each[0] == language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_plural_is_there(language: str) -> None:
    forms = {"it": 2, "ro": 3}[language]
    plurals = [each for each in messages(language) if not isinstance(each.id, str)]

    assert len(plurals) > 100
    assert {len(each.string or ()) for each in plurals} == {forms}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_values_are_filled_in(language: str) -> None:
    """A plural may leave out its count, as in `the only one`."""
    for each in messages(language):
        for english, text in texts(each):
            may_differ = set() if isinstance(each.id, str) else _COUNTS
            assert values(english) ^ values(text) <= may_differ, where(each)


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_signs_are_those_of_the_language(language: str) -> None:
    for each in messages(language):
        for english, text in texts(each):
            assert not re.search("[şţŞŢ]", text), where(each)
            assert _QUOTES[language].isdisjoint(_CODE.sub("", text)), where(each)
            assert text.startswith(" ") == english.startswith(" "), where(each)
            assert text.endswith(" ") == english.endswith(" "), where(each)
            assert commands(text) == commands(english), where(each)
