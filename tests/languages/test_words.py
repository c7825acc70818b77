"""The words of the questionnaires: complete in every language, and of the trade they speak to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.rewording import IDS, TEXTS
from omniaudit.resources import questionnaire_file
from tests.languages.catalogues import LANGUAGES

FOLDER = questionnaire_file().parent
TRADES = ("banking", "ecommerce", "hospitality", "local", "services")
ALIKE = Path(__file__).with_name("alike_words.txt")
"""Words that are rightly the same as in English, a line each: `language: text`."""
FOREIGN = {
    "hospitality": r"stock|shelf|shelves|basket|stores?|parcels?|shoppers?|click and collect",
    "banking": r"stock|shelf|shelves|basket|stores?|tills?|parcels?|click and collect",
    "services": r"shelf|shelves|basket|stores?|tills?|shoppers?|click and collect",
    "ecommerce": r"shelf|shelves|tills?|staff in the store|in the stores?",
    "local": r"head office|stores",
}
"""What nobody in a trade is asked about, in English; the other languages follow it line by line."""


@cache
def texts(file: str) -> dict[tuple[str, ...], str]:
    """Every text for people in a file of words, by its way through the file."""
    tree = yaml.load((FOLDER / file).read_bytes(), Loader=yaml.CBaseLoader)
    return dict(_walk(tree, ()))


def _walk(node: Any, way: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401 - YAML
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str):
                if key in TEXTS and key not in IDS:
                    yield (*way, key), value
            else:
                yield from _walk(value, (*way, key))
    else:
        for number, each in enumerate(node):
            if isinstance(each, dict):
                name = next((str(each[key]) for key in IDS if key in each), str(number))
                yield from _walk(each, (*way, name))
            elif way[-1] in TEXTS:
                yield (*way, str(number)), each


def pairs(language: str) -> Iterator[tuple[str, str, str]]:
    """Each translated text with its English and where it stands."""
    files = [("questionnaire.yaml", f"{language}.yaml")]
    files += [(f"profiles/{each}.yaml", f"profiles/{each}.{language}.yaml") for each in TRADES]
    for english, other in files:
        ours, theirs = texts(english), texts(other)
        assert ours.keys() == theirs.keys(), other
        for way, text in ours.items():
            yield f"{other}: {'/'.join(way)}", text, theirs[way]


def figures(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    alike = {line for line in ALIKE.read_text("utf-8").splitlines() if line.startswith(language)}
    found = {f"{language}: {text}" for _, text, other in pairs(language) if text == other}

    assert sum(1 for _ in pairs(language)) > 3_000
    assert found == alike


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_stay_what_they_are(language: str) -> None:
    for where, text, other in pairs(language):
        if not where.endswith("/for"):
            assert figures(text) == figures(other), where


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_and_signs_are_those_of_the_language(language: str) -> None:
    per_cent = {"it": r"\d %", "ro": r"\d%"}[language]
    for where, _, other in pairs(language):
        assert not re.search("[şţŞŢ]", other), where
        assert not re.search(per_cent, other), where
        assert not re.search(r"\d\.\d(?!\d\d)", other), where
        assert not (language == "it" and re.search(r"\w'\w", other)), where


@pytest.mark.parametrize("trade", FOREIGN)
def test_nobody_is_asked_in_the_words_of_another_trade(trade: str) -> None:
    ours = load_questionnaire().in_words_of(trade)
    foreign = re.compile(rf"\b({FOREIGN[trade]})\b", re.IGNORECASE)
    asked = ours.capabilities_for(trade)

    assert len(asked) > 15
    for each in asked:
        steps = [text for step in each.steps for text in (step.title, step.action, step.kpi)]
        told = (each.name, each.question, each.why, each.who, each.example)
        for text in (*told, *each.levels, *each.evidence, *each.kpis, *steps):
            assert not foreign.search(text), (each.id, text)


@pytest.mark.parametrize("trade", TRADES)
def test_a_trade_changes_words_and_nothing_else(trade: str) -> None:
    ours = load_questionnaire()
    theirs = ours.in_words_of(trade)

    assert theirs is not ours
    assert (theirs.gates, theirs.sha256) == (ours.gates, ours.sha256)
    for before, after in zip(ours.capabilities, theirs.capabilities, strict=True):
        assert (before.id, before.code, before.weights) == (after.id, after.code, after.weights)
        assert len(before.levels) == len(after.levels)
        for first, second in zip(before.steps, after.steps, strict=True):
            assert (first.band.id, first.horizon, first.requires) == (
                second.band.id,
                second.horizon,
                second.requires,
            )
