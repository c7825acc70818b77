"""Numbers, quantities and lists as words."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from omniaudit.report import wording
from omniaudit.resources import speaking


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(160, 3), "53.3"),
        (Fraction(1, 20), "0.0"),  # half goes to the even neighbour
        (Fraction(3, 20), "0.2"),
        (Fraction(100), "100.0"),
        (Fraction(-1), "-1.0"),
    ],
)
def test_one_decimal(value: Fraction, words: str) -> None:
    assert wording.decimal(value) == words


def test_an_interval_without_width_is_one_number() -> None:
    assert wording.span(Fraction(1, 3), Fraction(1, 3)) == "0.3"
    assert wording.span(Fraction(0), Fraction(100)) == "0.0 to 100.0"


@pytest.mark.parametrize(
    ("effort", "words"),
    [
        (Fraction(0), "0 person-weeks"),
        (Fraction(4, 5), "0.8 person-weeks"),
        (Fraction(1), "1 person-week"),
        (Fraction(6), "6 person-weeks"),
        (Fraction(12, 5), "2.4 person-weeks"),
    ],
)
def test_person_weeks(effort: Fraction, words: str) -> None:
    assert wording.person_weeks(effort) == words


@pytest.mark.parametrize(
    ("effort", "words"),
    [
        (Fraction(0), "0 person-weeks"),
        (Fraction(1, 5), "1 person-week"),
        (Fraction(1), "1 person-week"),
        (Fraction(5, 2), "3 person-weeks"),
        (Fraction(96, 10), "10 person-weeks"),
        (Fraction(2592, 10), "259 person-weeks"),
    ],
)
def test_work_is_rounded_to_whole_weeks(effort: Fraction, words: str) -> None:
    assert wording.work(effort) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(2), "2"),
        (Fraction(5, 3), "5/3"),
        (Fraction(36, 5), "7.2"),
        (Fraction(1, 20), "0.05"),
    ],
)
def test_exact_numbers(value: Fraction, words: str) -> None:
    assert wording.exact(value) == words


def test_a_negative_number_has_a_true_minus_sign() -> None:
    assert wording.signed(-0.123) == "\u22120.12"
    assert wording.signed(-0.001) == "0.00"
    assert wording.signed(0.5) == "0.50"


def test_counts() -> None:
    assert wording.number(12) == "twelve"
    assert wording.number(4500) == "4,500"


def test_lists() -> None:
    assert wording.listed([]) == ""
    assert wording.listed(["a"]) == "a"
    assert wording.listed(["a", "b", "c"]) == "a, b and c"
    assert wording.either(["a", "b"]) == "a or b"


def test_what_somebody_typed_becomes_one_line() -> None:
    assert wording.one_line(" first  line\n\nsecond\tline \n") == "first line / second line"


def test_a_day_in_words() -> None:
    assert wording.day(dt.date(2026, 11, 1)) == "1 November 2026"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("it", ("58,9", "-1,0", "4.500", "3", "1,5 settimane-persona", "1 settimana-persona")),
        ("ro", ("58,9", "-1,0", "4.500", "3", "1,5 săptămâni-persoană", "1 săptămână-persoană")),
    ],
)
def test_numbers_as_the_language_writes_them(language: str, words: tuple[str, ...]) -> None:
    with speaking(language):
        assert words == (
            wording.decimal(Fraction(589, 10)),
            wording.decimal(Fraction(-1)),
            wording.number(4500),
            wording.number(3),
            wording.person_weeks(Fraction(3, 2)),
            wording.person_weeks(Fraction(1)),
        )


@pytest.mark.parametrize(
    ("language", "day", "either"),
    [("it", "1 novembre 2026", "a, b o c"), ("ro", "1 noiembrie 2026", "a, b sau c")],
)
def test_days_and_lists_as_the_language_says_them(language: str, day: str, either: str) -> None:
    with speaking(language):
        assert wording.day(dt.date(2026, 11, 1)) == day
        assert wording.either(["a", "b", "c"]) == either


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "săptămână-"), (2, "săptămâni-"), (19, "săptămâni-"), (20, "de săptămâni-")],
)
def test_romanian_has_three_plurals(count: int, words: str) -> None:
    with speaking("ro"):
        assert f"{count} {words}" in wording.work(Fraction(count))


def test_a_number_stays_with_the_word_before_it() -> None:
    assert wording.together("at level 2 of 3") == "at level\u00a02 of 3"
    with speaking("it"):
        assert "livello\u00a02" in wording.together("al livello 2")


def test_italian_says_ed_before_an_e() -> None:
    assert wording.listed(["Phone", "Email"]) == "Phone and Email"
    with speaking("it"):
        assert wording.listed(["Telefono", "Email"]) == "Telefono ed Email"
        assert wording.listed(["Telefono", "App"]) == "Telefono e App"
