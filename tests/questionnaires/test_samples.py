"""The sample business is the same in every language, but for what people typed."""

from __future__ import annotations

import re
from typing import Any

import pytest

from omniaudit.resources import sample_file
from tests.cli.runner import omniaudit

TRANSLATED = ["it", "ro"]
LETTERS = {"it": "àèù", "ro": "ăâîșț"}
TYPED = re.compile(r"""\b(note|role): (?:"(.+?)"|(.+?))(?=\}?$)""", re.MULTILINE)


def text(language: str) -> str:
    return sample_file(language).read_text("utf-8")


def typed(language: str) -> list[str]:
    """What people wrote themselves: notes and roles."""
    return [quoted or plain for _, quoted, plain in TYPED.findall(text(language))]


def score(language: str) -> dict[str, Any]:
    return omniaudit("score", str(sample_file(language)), "--json", "--lang", "en").document


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_sample_scores_alike_in_every_language(language: str) -> None:
    assert score("en")["stage"]["id"] == "multichannel"
    assert not score("en")["warnings"]
    assert score(language) == score("en")


@pytest.mark.parametrize("language", TRANSLATED)
def test_only_what_people_wrote_differs(language: str) -> None:
    assert TYPED.sub(r"\1", text(language)) == TYPED.sub(r"\1", text("en"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_note_says_the_same_in_other_words(language: str) -> None:
    pairs = list(zip(typed("en"), typed(language), strict=True))

    assert len(pairs) > 30
    for english, theirs in pairs:
        assert theirs != english
        assert 0.6 < len(theirs) / len(english) < 1.7, theirs
        assert re.findall(r"\d+", theirs) == re.findall(r"\d+", english)


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_letters_are_those_of_the_language(language: str) -> None:
    letters = set("".join(typed(language)))

    assert set(LETTERS[language]) <= letters
    assert not letters & set("şţŞŢ'")
