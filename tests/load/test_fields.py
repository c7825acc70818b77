"""Each reader returns a value or notes a problem, and the reading goes on."""

from __future__ import annotations

import pytest

from omniaudit.load.fields import Fields, kind_of, number_of, prose_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.strict_yaml import read
from omniaudit.load.tree import Entries, Items, Text
from omniaudit.problems import MAX_PROBLEMS, InputRejected

KNOWN = ("a", "b", "c")


def fields(text: str, known: tuple[str, ...] = KNOWN) -> Fields:
    return Fields(read(text.encode(), "some.yaml"), Notebook("some.yaml"), "the file", known)


def codes(group: Fields) -> list[str]:
    return [each.code for each in group.notebook.problems]


def test_a_notebook_tells_errors_and_warnings_in_the_order_of_the_file() -> None:
    notebook = Notebook("some.yaml")
    notebook.note("A422", Text("", 7, 1))
    notebook.note("S304", Text("", 3, 2), key="a")
    notebook.note("S304", Text("", 3, 1), key="b")

    with pytest.raises(InputRejected) as rejected:
        notebook.warnings_or_raise()
    assert [str(each.place) for each in rejected.value.problems] == [
        "some.yaml:3:1",
        "some.yaml:3:2",
        "some.yaml:7:1",
    ]


def test_a_notebook_with_nothing_but_warnings_lets_pass() -> None:
    notebook = Notebook("some.yaml")
    for line in range(MAX_PROBLEMS + 1, 0, -1):
        notebook.note("A422", Text("", line, 1))

    warnings = notebook.warnings_or_raise()

    assert [each.place.line for each in warnings] == list(range(1, MAX_PROBLEMS + 2))


def test_a_notebook_is_full_after_a_hundred_errors() -> None:
    notebook = Notebook("some.yaml")
    for line in range(MAX_PROBLEMS, 0, -1):
        notebook.note("S304", Text("", line, 1), key="a")

    with pytest.raises(InputRejected) as rejected:
        notebook.note("S304", Text("", 1_000, 1), key="a")
    *told, last = rejected.value.problems
    assert [each.place.line for each in told] == list(range(1, MAX_PROBLEMS + 1))
    assert (last.code, last.place.line) == ("F108", 0)


def test_kinds_have_names() -> None:
    assert kind_of(Text("x", 1, 1)) == "a text"
    assert kind_of(Items([], 1, 1)) == "a list"
    assert kind_of(Entries({}, 1, 1)) == "a group of `name: value` lines"


def test_what_is_absent_is_missed_only_where_it_is_required() -> None:
    group = fields("a: x\n")

    assert "a" in group
    assert "b" not in group
    assert group.text("b", default="") is None
    assert group.line("b", default="else") == "else"
    assert group.prose("b", default="else") == "else"
    assert group.choice("b", ["x"], "a letter", default="x") == "x"
    assert group.number("b", 0, 9, default=7) == 7
    assert group.yes_no("b", default=True)
    assert group.items("b", required=False) == []
    assert group.lines("b", required=False) == ()
    assert group.words("b", ["x"], "a letter") == ()
    assert list(group.groups("b", (), required=False)) == []
    assert group.pairs("b") == []
    assert codes(group) == []

    assert group.text("b") is None
    assert group.line("b") == ""
    assert group.prose("b") == ""
    assert group.choice("b", ["x"], "a letter") == ""
    assert group.number("b", 3, 9) == 3
    assert group.items("b", least=1) == []
    assert group.range("b", 2, 9) == (2, 2)
    assert codes(group) == ["S302"] * 7


def test_nothing_is_missed_in_an_absent_group() -> None:
    group = fields("a: x\n").group("b", ("c",))

    assert group.line("c") == ""
    assert [each.message for each in group.notebook.problems] == ["`b` is missing."]


def test_a_group_that_is_no_group_is_told_once() -> None:
    group = fields("a: x\n").group("a", ("c",))

    assert group.line("c") == ""
    assert codes(group) == ["S303"]


@pytest.mark.parametrize(
    ("typed", "expected"), [("yes", True), ("true", True), ("no", False), ("false", False)]
)
def test_yes_and_no(typed: str, *, expected: bool) -> None:
    group = fields(f"a: {typed}\n")

    assert group.yes_no("a", default=not expected) is expected
    assert codes(group) == []


@pytest.mark.parametrize("typed", ["-1", "4", "1.0", "\uff11", "1e0", "00001", "0x1", "'1 '"])
def test_numbers_are_digits_in_their_range(typed: str) -> None:
    group = fields(f"a: {typed}\n")

    assert group.number("a", 0, 3) == 0
    assert codes(group) == ["S306"]


def test_a_number_that_is_a_list_is_told_as_such() -> None:
    notebook = Notebook("some.yaml")

    assert number_of(Items([], 1, 1), notebook, "a", 2, 3) == 2
    assert [each.code for each in notebook.problems] == ["S303"]


def test_ranges_go_up() -> None:
    assert fields("a: [2, 2]\n").range("a", 0, 9) == (2, 2)
    for wrong, code in [("[3, 2]", "S303"), ("[1]", "Q602"), ("1-2", "S303"), ("[1, x]", "S306")]:
        group = fields(f"a: {wrong}\n")
        first, second = group.range("a", 0, 9)
        assert codes(group)[0] == code
        assert 0 <= first <= 9
        assert 0 <= second <= 9


def test_lists_have_as_many_items_as_they_need() -> None:
    group = fields("a: [x, y]\nb: []\n")

    assert group.lines("a", count=2) == ("x", "y")
    assert len(group.items("a", least=2)) == 2
    assert codes(group) == []
    assert group.lines("a", count=3) == ("x", "y")
    assert group.items("b", least=1) == []
    assert [each.message for each in group.notebook.problems] == [
        "`a` needs 3 entries and has 2.",
        "`b` needs 1 or more entries and has 0.",
    ]


def test_words_are_known_and_stand_once() -> None:
    group = fields("a: [x, y, x, z, [x], '']\n")

    assert group.words("a", ["x", "y"], "a letter") == ("x", "y")
    assert codes(group) == ["S307", "S305", "S303", "S304"]


def test_a_choice_from_nothing_is_a_problem_and_no_crash() -> None:
    group = fields("a: x\n")

    assert group.choice("a", (), "a letter") == ""
    assert codes(group) == ["S305"]


@pytest.mark.parametrize(
    ("typed", "cleaned", "warnings"),
    [
        ("as it is", "as it is", []),
        ('"two\\r\\n lines,\\ta tab"', "two\n lines, a tab", []),
        ('"e\\u0301"', "é", []),
        (f'"é{"x" * 100}"', f"é{'x' * 79} {'x' * 21}", []),
        ('"red \\e[31m"', "red [31m", ["A422"]),
        ('"\\u200b"', "", ["S304"]),
        (f'"{"x " * 1_500}"', ("x " * 1_000)[:-2] + "…", ["A422"]),
    ],
)
def test_prose_is_cleaned_and_says_so_when_something_is_lost(
    typed: str, cleaned: str, warnings: list[str]
) -> None:
    group = fields(f"a: {typed}\n")

    assert group.prose("a") == cleaned
    assert codes(group) == warnings


def test_prose_is_a_text() -> None:
    notebook = Notebook("some.yaml")

    assert prose_of(Items([], 1, 1), notebook, "a") == ""
    assert [each.code for each in notebook.problems] == ["S303"]


def test_unknown_names_are_shown_harmlessly() -> None:
    group = fields('"\\e[2J`aa`": 1\n"": 2\n')

    first, second = group.notebook.problems
    assert first.message == "`[2J'aa'` is not known here."
    assert second.message == "`(nothing)` is not known here."
