"""After cleaning, a text can go to a terminal, a spreadsheet or a page without harm."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from omniaudit.load import clean_text
from omniaudit.load.clean_text import (
    MAX_LENGTH,
    MAX_MARKS,
    MAX_WORD,
    clean,
    clean_line,
    composed,
    shown,
)

HOSTILE = st.text(
    st.characters()
    | st.sampled_from("e\u0301\u0300\u0958\u200d\u200b\u202e\u00ad\x1b\x9b\x00\r\n\t \u0378…")
    | st.characters(categories=["Mn", "Me"]),
    max_size=400,
)
FORBIDDEN = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("as it is", "as it is"),
        ("  around  ", "around"),
        ("two\r\nlines\rand\tone", "two\nlines\nand one"),
        ("red \x1b[31mtext\x1b[0m", "red [31mtext[0m"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),
        ("z" + "\u0301" * 50, "ź" + "\u0301" * 4),
        ("un\u00adseen \u202eorder\u2028here\ufeff", "unseen orderhere"),
        ("no\u0378body", "nobody"),
        ("\ud800half", "half"),
        ("a" + " " * 20 + "b", "a" + " " * 8 + "b"),
        ("é" + " " * 20 + "b", "é" + " " * 8 + "b"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("x" * 200, f"{'x' * 80} {'x' * 80} {'x' * 40}"),
        (" " * 9_000 + "late", "late"),
        ("日本語", "日本語"),
    ],
)
def test_examples(before: str, after: str) -> None:
    assert clean(before) == after


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert clean("word " * 1_000) == ("word " * 400)[:-2] + "…"
    assert clean("x" * 70, limit=60) == "x" * 59 + "…"


@given(HOSTILE)
@example("x" * 81)
@example("क़" + "\u0301" * 4)
def test_nothing_unprintable_is_left(text: str) -> None:
    cleaned = clean(text)

    assert not {each for each in cleaned if unicodedata.category(each) in FORBIDDEN} - {"\n"}
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not re.search(r"\n{3}| {9}", cleaned)
    assert max((len(word) for word in cleaned.split()), default=0) <= MAX_WORD
    assert cleaned == cleaned.strip()


@given(HOSTILE, st.integers(1, 120))
@example("x" * 100, 81)
@example("e\u200b\u0301", 5)
@example("x" * 79 + "é" + "\u0301" * 9, 81)
def test_cleaning_twice_changes_nothing_and_no_limit_is_passed(text: str, limit: int) -> None:
    for cleaner in (clean, clean_line):
        once = cleaner(text, limit=limit)

        assert len(once) <= limit
        assert cleaner(once, limit=limit) == once


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=MAX_WORD))
def test_honest_words_stay(text: str) -> None:
    text = unicodedata.normalize("NFC", text).replace("\u115f", "").replace("\u1160", "")
    text = text.replace("\u3164", "").replace("\uffa0", "")[:MAX_WORD]

    assert clean(text) == text


def test_what_is_clean_at_a_glance_would_not_be_changed_by_a_closer_look() -> None:
    """Nothing that passes may vanish, decompose, or join what stands beside it."""
    ordinary = clean_text._ORDINARY  # noqa: SLF001 - what it lets pass is not seen elsewhere
    passing = [each for each in map(chr, range(0x110000)) if ordinary.fullmatch(each)]

    assert len(passing) > 500
    for each in passing:
        assert unicodedata.category(each)[0] in "LNPS"
        for text in (each, f"a{each}a", f"\n{each}a", f"\n{each}{each}"):
            assert clean(text) == unicodedata.normalize("NFC", text.strip())
            assert clean(f"{text}\n\n\nb") == f"{text.strip()}\n\nb"


@pytest.mark.parametrize("letter", ["x", "é"])
def test_long_words_and_wide_gaps_are_seen_at_a_glance(letter: str) -> None:
    word, long = letter * MAX_WORD, letter * (MAX_WORD + 1)

    assert clean(f"a {word} {word}        b") == f"a {word} {word}        b"
    assert clean(f"a {long} b") == f"a {word} {letter} b"
    assert clean(f"a {long}") == f"a {word} {letter}"
    assert clean(f"a{' ' * 9}b {letter}") == f"a{' ' * 8}b {letter}"
    assert clean(f" {letter} ") == letter
    assert clean(f"{word} {letter}", limit=MAX_WORD + 2) == f"{word} {letter}"
    assert clean(f"{word} {letter}", limit=MAX_WORD + 1) == f"{letter * (MAX_WORD - 1)}…"


@given(HOSTILE, st.integers(1, 120))
def test_a_glance_decides_nothing(text: str, limit: int) -> None:
    glanced = clean(text, limit=limit)
    looked = clean(f"{text.strip()}\n", limit=limit)  # a line break needs a closer look

    assert glanced == looked


@given(HOSTILE)
def test_a_line_is_one_line(text: str) -> None:
    assert "\n" not in clean_line(text)
    assert "  " not in clean_line(text)


def test_endless_texts_are_cleaned_without_being_read_to_their_end() -> None:
    assert len(clean("é\u0301 " * 1_000_000)) <= MAX_LENGTH


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plain", "plain"),
        ("a `quoted`\nline", "a 'quoted' line"),
        ("x" * 100, "x" * 59 + "…"),
        ("\x1b]0;title\x07", "]0;title"),
        ("", "(nothing)"),
        ("\u200b", "(nothing)"),
    ],
)
def test_a_value_is_shown_harmlessly(before: str, after: str) -> None:
    assert shown(before) == after


@pytest.mark.parametrize("marks", ["\u0323\u0301", "\u0344\u0f73", "\u0301" * 9 + "\u0323" * 9])
def test_marks_without_end_are_few_before_they_are_put_in_order(marks: str) -> None:
    found = composed("a" + marks * 5_000)

    assert found == unicodedata.normalize("NFC", "a" + (marks * 8)[:16])
    assert len(clean("a" + marks * 1_000)) <= 1 + MAX_MARKS


def test_a_letter_after_marks_begins_anew() -> None:
    text = ("e" + "\u0301\u0323" * 8) * 3

    assert composed(text) == unicodedata.normalize("NFC", text)
    assert composed("plain") == "plain"
