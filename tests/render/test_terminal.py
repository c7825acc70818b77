"""A document as lines: within the width, nothing lost, straight columns."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omniaudit.render.terminal import cells_wide, render
from omniaudit.report.document import (
    Block,
    Bullets,
    Callout,
    CapabilityCard,
    Column,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFigures,
    Prose,
    Row,
    Rung,
    Section,
    Table,
)
from tests.render.sample import SAMPLE
from tests.report.cases import CASES

WORDS = st.lists(st.text(st.characters(categories=("L", "Mn", "Nd", "P")), min_size=1, max_size=60))


def lines(*blocks: Block, width: int = 40, title: str = "") -> list[str]:
    section = Section("s", "", "", blocks)
    document = Document("en", title, "", "", (), (section,), "", ("", ""))
    return render(document, width).removesuffix("\n").split("\n")


def too_wide(found: list[str], width: int) -> list[str]:
    """Lines over the width that could have been shorter: they hold more than one word."""
    return [line for line in found if cells_wide(line) > width and len(line.split()) > 1]


def wide(text: str) -> bool:
    return any(cells_wide(each) > 1 for each in text)


@given(WORDS, st.integers(20, 100))
def test_prose_keeps_its_words_and_the_width(words: list[str], width: int) -> None:
    text = " ".join(words)
    found = lines(Prose(text), width=width)

    assert too_wide(found, width) == []
    assert "".join(chain(*found)).replace(" ", "") == "".join(text.split())
    assert all(line == line.rstrip() for line in found)
    assert wide(text) or " ".join(found).split() == text.split()


@given(st.lists(st.lists(WORDS.map(" ".join), min_size=3, max_size=3)), st.integers(40, 100))
def test_a_table_keeps_its_words_and_the_width(cells: list[list[str]], width: int) -> None:
    rows = tuple(Row(tuple(row)) for row in cells)
    found = lines(
        Table("", (Column("A"), Column("B", align="right"), Column("C")), rows), width=width
    )

    assert too_wide(found, width) == []
    signs = "".join(chain(*found)).replace(" ", "").replace(":", "")
    for cell in chain(*cells):
        assert set(cell.replace(" ", "").replace(":", "")) <= set(signs)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("name", [*CASES, "of every kind"])
def test_whole_reports_keep_the_width(name: str, width: int) -> None:
    document = SAMPLE if name == "of every kind" else CASES[name]().document
    found = render(document, width).splitlines()

    assert len(found) > 20
    assert too_wide(found, width) == []


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("渋谷", 4),
        ("\uff21\uff22", 4),
        ("क\u0941", 1),
        ("😀", 2),
    ],
)
def test_columns_that_a_text_takes(text: str, columns: int) -> None:
    assert cells_wide(text) == columns


def test_wide_letters_may_end_a_line_anywhere_but_keep_their_marks() -> None:
    assert lines(Prose("渋" * 25), width=20) == ["渋" * 10, "渋" * 10, "渋" * 5]
    assert lines(Prose("ab渋\u3099谷cd" * 4), width=20) == [
        "ab渋\u3099谷cdab渋\u3099谷cdab渋\u3099",
        "谷cdab渋\u3099谷cd",
    ]


def test_a_word_that_is_too_long_stands_whole_on_its_line() -> None:
    assert lines(Prose(f"see {'x' * 50} there"), width=40) == ["see", "x" * 50, "there"]


def test_a_command_stands_whole_too() -> None:
    command = "omniaudit\u00a0report\u00a0a.yaml\u00a0-o\u00a0the-report-of-today.pdf"

    assert lines(Prose(f"Next: {command}"), width=40) == ["Next:", command.replace("\u00a0", " ")]


def test_indented_text_stays_indented() -> None:
    assert lines(Prose("  2  " + "word " * 9), width=24) == [
        "  2  word word word word",
        "    word word word word",
        "    word",
    ]


def test_lists() -> None:
    bullets = Bullets(("one two three four", "five"), numbered=False)
    numbered = Bullets(("one two three four", "five"), numbered=True)

    assert lines(bullets, width=16) == ["  - one two", "    three four", "  - five"]
    assert lines(numbered, width=16) == ["  1. one two", "     three four", "  2. five"]


def test_headings_callouts_and_figures() -> None:
    assert lines(Heading("Today", "n = 3"), Callout("Mind", "the gap"), Callout("", "plainly")) == [
        *("", "Today  n = 3", "", "Mind: the gap", "", "plainly")
    ]
    assert lines(KeyFigures((Figure("46", "Index", "of 100"), Figure("B", "Confidence")))) == [
        "Index: 46 (of 100)",
        "Confidence: B",
    ]


def test_columns_one_after_the_other() -> None:
    assert lines(Columns((Prose("left"),), (Prose("right"),))) == ["left", "right"]


def test_a_card_marks_the_level_held() -> None:
    rungs = (Rung(1, "one", "by hand", "held"), Rung(2, "two", "by machine", "next"))
    card = CapabilityCard("DS2", "History", "Level 1 of 3", 1, rungs, (("Note", "seen"),))

    assert lines(card) == [
        *("", "DS2  History. Level 1 of 3", " > 1  by hand", "   2  by machine", "  Note: seen")
    ]


TABLE = Table(
    "Steps",
    (Column("Step"), Column("Weeks", align="right"), Column("What")),
    (
        Row(("Now",), group=True),
        Row(("DS2@2", "6", "Let staff look up")),
        Row(("CI4", "12.5", "")),
        Row(("PE1", "1", "Three segments that are used in two channels at least")),
    ),
)


def test_a_table_has_straight_columns_and_wraps_the_widest() -> None:
    assert lines(TABLE, width=40) == [
        "Steps",
        "Step   Weeks  What",
        "Now",
        "DS2@2      6  Let staff look up",
        "CI4     12.5",
        "PE1        1  Three segments that are",
        "              used in two channels at",
        "              least",
    ]


def test_a_table_that_is_too_narrow_to_read_is_told_cell_by_cell() -> None:
    assert lines(TABLE, width=30)[:6] == [
        "Steps",
        "Now",
        "DS2@2",
        "    Weeks: 6",
        "    What: Let staff look up",
        "CI4",
    ]


def test_a_column_that_is_empty_everywhere() -> None:
    assert lines(Table("", (Column(""), Column("")), (Row(("", "a")),))) == ["  a"]


def test_a_long_word_in_a_cell_is_broken_so_that_columns_stay() -> None:
    found = lines(Table("", (Column("A"), Column("B")), (Row(("x" * 50, "y")),)), width=40)

    assert found == ["A" + " " * 38 + "B", "x" * 37 + "  y", "x" * 13]


def test_paragraphs_and_empty_text() -> None:
    assert lines(Prose("one\ntwo\n\nthree")) == ["one", "two", "", "three"]
    assert lines(Prose(""), Prose("end")) == ["", "end"]


def test_section_titles_and_leads() -> None:
    section = Section("s", "", "What keeps it", (Prose("this"),), lead="In short.")
    document = Document("en", "A shop", "", "", (), (section, section), "", ("", ""))

    assert render(document, 40) == (
        "A shop\n\nWhat keeps it\nIn short.\nthis\n\nWhat keeps it\nIn short.\nthis\n"
    )
    assert not re.search(r"\n\n$", render(document, 40))
