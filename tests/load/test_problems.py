"""Problems are values; their texts can be shown anywhere."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omniaudit.catalogue import CATALOGUE
from omniaudit.problems import (
    InputRejected,
    OmniauditError,
    Place,
    UsageError,
    did_you_mean,
    printable,
    problem,
    usage,
)


def test_a_place_is_a_file_or_a_point_in_it() -> None:
    assert str(Place("shop.yaml")) == "shop.yaml"
    assert str(Place("shop.yaml", 3, 7)) == "shop.yaml:3:7"
    assert str(Place("shops.jsonl", 3)) == "shops.jsonl:3"


def test_a_file_may_have_any_name() -> None:
    place = Place("\x1b]0;owned\x07\udcff\nshop\u202e.yaml", 3, 7)

    assert str(place) == "?]0;owned?? shop?.yaml:3:7"


def test_a_problem_says_where_what_and_what_to_do() -> None:
    found = problem("S302", Place("shop.yaml", 3, 7), key="name")

    assert str(found) == "shop.yaml:3:7: S302 `name` is missing. Add `name: …`."
    assert found.severity == "error"
    assert problem("A422", Place("shop.yaml")).severity == "warning"


def test_all_problems_of_a_file_are_in_its_exception() -> None:
    found = [problem("F106", Place(name)) for name in ("a.yaml", "b.yaml")]

    rejected = InputRejected(found)

    assert isinstance(rejected, OmniauditError)
    assert rejected.problems == tuple(found)
    assert [line.split(":")[0] for line in str(rejected).split("\n")] == ["a.yaml", "b.yaml"]


def test_a_refusal_comes_over_whole_from_another_process() -> None:
    refused = UsageError([problem("F101", Place("a.yaml")), problem("F106", Place("b.yaml"))])
    again = pickle.loads(pickle.dumps(refused))

    assert type(again) is UsageError
    assert again.problems == refused.problems
    assert str(again) == str(refused)


def test_a_usage_error_brings_its_own_words() -> None:
    error = usage("No file was named.", "Name one.")

    assert isinstance(error, UsageError)
    assert str(error) == "omniaudit: U701 No file was named. Name one."


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_detail_can_harm_a_terminal_or_fill_a_screen(code: str) -> None:
    class Anything(dict[str, object]):
        def __missing__(self, key: str) -> str:
            return "\x1b[31m\n\udc80" + "x" * 20_000

    kind = CATALOGUE[code]
    for text in (kind.message, kind.remedy):
        shown = printable(text.format_map(Anything()))
        assert shown.isprintable()
        assert len(shown) <= 1_000


@given(st.text())
def test_printable_text_is_printable_and_stays_when_it_is(text: str) -> None:
    shown = printable(text)

    assert shown.isprintable()
    assert len(shown) == len(text)
    assert printable(shown) == shown
    if text.isprintable():
        assert shown == text


def test_the_nearest_word_is_suggested() -> None:
    assert did_you_mean("retial", ["banking", "retail"]) == " Did you mean `retail`?"
    assert did_you_mean("parking", ["retail"]) == ""
    assert did_you_mean("retial", []) == ""


def test_no_time_is_lost_on_endless_words_and_lists() -> None:
    assert did_you_mean("retail" * 100, ["retail" * 100]) == ""
    assert did_you_mean("word-1000", (f"word-{number}" for number in range(10**9)))
