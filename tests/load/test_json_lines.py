"""A line of JSON says what a file of YAML says, and is refused as plainly."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from omniaudit.load.answers import read_answers
from omniaudit.load.json_lines import read_answers_line
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.load.tree import MAX_NODES, MAX_TEXT
from omniaudit.model.answers import Answered, AnswerSheet, NotAsked
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem
from tests.hostile.cases import questionnaire
from tests.load.test_answers import FULL

FILE = "shops.jsonl"
LINE = 7
ANSWERS: dict[str, object] = {
    "format": 1,
    "business": {"name": "A", "profile": "retail", "size": "small", "channels": ["store", "web"]},
}


def read(data: bytes) -> AnswerSheet:
    return read_answers_line(data, FILE, LINE, questionnaire())


def said(**more: object) -> AnswerSheet:
    return read(json.dumps({**ANSWERS, **more}).encode())


def problems(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputRejected) as rejected:
        read(data)
    return rejected.value.problems


def filled(text: str) -> bytes:
    return json.dumps({**ANSWERS, "answers": "HERE"}).replace('"HERE"', text).encode()


def test_a_line_gives_the_same_sheet_as_a_file_save_for_places() -> None:
    tree = yaml.load(FULL, Loader=yaml.CBaseLoader)
    line = json.dumps(tree, ensure_ascii=False).encode()
    file = read_answers(FULL.encode(), "a.yaml", questionnaire())
    sheet = read(line)

    assert len(sheet.answers) > 5
    assert len(sheet.warnings) == len(file.warnings)
    assert replace(sheet, sha256="", warnings=()) == replace(file, sha256="", warnings=())
    assert sheet.sha256 == hashlib.sha256(line).hexdigest()


def test_numbers_yes_and_no_may_be_those_of_json() -> None:
    sheet = said(
        answers={
            "data.history": 3,
            "data.consent": {"level": 2, "flag": True},
            "data.identity": {"level": 1, "flag": False},
            "data.availability": None,
        },
        handoffs={"store -> web": {"level": 2, "traffic": 3}},
        end=True,
    )

    assert sheet.answer("data.history") == Answered(3)
    assert sheet.answer("data.consent") == Answered(2, flagged=True)
    assert sheet.answer("data.identity") == Answered(1)
    assert sheet.answer("data.availability") == NotAsked()
    assert sheet.handoffs["store", "web"].traffic == 3


def test_a_line_is_whole_as_it_is() -> None:
    assert said(tool="omniaudit 1.0.0").business.name == "A"
    assert said(end="true", date="2026-11-21").date is not None
    (found,) = problems(json.dumps({**ANSWERS, "end": False}).encode())
    assert found.code == "A419"


def test_codes_of_characters_are_the_characters() -> None:
    sheet = said(answers={"data.history": {"level": 1, "note": "caf\u00e9 \U0001f600"}})

    assert sheet.answer("data.history") == Answered(1, note="café \U0001f600")


def test_a_problem_names_the_line() -> None:
    found = problems(json.dumps({**ANSWERS, "answers": {"data.histroy": 9}}).encode())

    assert [(each.code, each.place) for each in found] == [("A403", Place(FILE, LINE))]
    assert str(found[0]).startswith("shops.jsonl:7: A403 There is no question `data.histroy`. Did")


@pytest.mark.parametrize(
    ("data", "column", "words"),
    [
        (b"", 1, "it stops before its end"),
        (b'{"format": 1', 13, "it stops before its end"),
        (b'{"format": 1,  ', 16, "it stops before its end"),
        (b"\xef\xbb\xbf{}", 1, "an invisible mark stands before it"),
        (b'{"format": }', 12, "a value is missing"),
        (b"\0{}", 1, "a value is missing"),
        (b"{format: 1}", 2, "a name in double quotes is missing"),
        (b'{"format" 1}', 11, "after this name a colon is missing"),
        (b'{"format": 1 "end": 2}', 14, "a comma or a bracket is missing"),
        (b'{"format": "1}', 12, "the quote that opens here is never closed"),
        (b'{"format": "\0"}', 13, "a text cannot hold this"),
        (b'{"format": "\t"}', 13, "a text cannot hold this"),
        (b'{"format": "\\q"}', 13, "write `\\\\` for one"),
        (b'{"format": "\\u12"}', 14, "four hexadecimal digits"),
        (b'{"format": 1} {}', 15, "something follows the document"),
        (b'{"format": 1}}', 14, "something follows the document"),
        ('{"format": "é"; }'.encode(), 15, "a comma or a bracket is missing"),
    ],
)
def test_what_is_not_json_is_told_in_plain_words(data: bytes, column: int, words: str) -> None:
    (found,) = problems(data)

    assert (found.code, found.place) == ("J251", Place(FILE, LINE, column))
    assert words in found.message


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"[]", ["S303"]),
        (b'"format: 1"', ["S303"]),
        (b"null", ["S303"]),
        (b"1", ["S303"]),
        (b"{}", ["S302", "S302"]),
        (filled("NaN"), ["J252"]),
        (filled("-Infinity"), ["J252"]),
        (filled("1.0"), ["J252"]),
        (filled("1e5"), ["J252"]),
        (filled('{"data.history": -1}'), ["A404"]),
        (filled('{"data.history": true}'), ["A404"]),
        (filled('{"data.history": ' + "1" * 5_000 + "}"), ["A404"]),
        (filled("1" * (MAX_TEXT + 1)), ["Y210"]),
        (filled('{"data.history": "' + "x" * (MAX_TEXT + 1) + '"}'), ["Y210"]),
        (filled('{"' + "x" * (MAX_TEXT + 1) + '": 1}'), ["Y210"]),
        (filled('["' + "x" * (MAX_TEXT + 1) + '"]'), ["Y210"]),
        (filled('"\\ud800"'), ["J251"]),
        (filled('{"\\udfff": 1}'), ["J251"]),
        (filled("[" * 6 + "1" + "]" * 6), ["S303"]),
        (filled("[" * 7 + "]" * 7), ["S303"]),
        (filled("[" * 7 + "1" + "]" * 7), ["Y206"]),
        (filled('{"a": ' * 7 + "1" + "}" * 7), ["Y206"]),
        (filled("[" * 100_000), ["Y206"]),
        (filled("[" + "1," * (MAX_NODES - 18) + "1]"), ["S303"]),
        (filled("[" + "1," * (MAX_NODES - 17) + "1]"), ["J256"]),
        (b" " * (MAX_BYTES - 2) + b"{}", ["S302", "S302"]),
        (b" " * (MAX_BYTES - 1) + b"{}", ["J254"]),
        (b'{"format": "\xff"}', ["J255"]),
        ('{"format": "é"}'.encode("latin-1"), ["J255"]),
        ('{"format": 1}'.encode("utf-16"), ["J255"]),
        (b'{"format": "\xed\xa0\x80"}', ["J255"]),
        (b'{"format": 1, "format": 1}', ["J253"]),
    ],
)
def test_hostile_lines_are_refused(data: bytes, codes: list[str]) -> None:
    found = problems(data)

    assert [each.code for each in found] == codes
    assert {each.place for each in found} == {Place(FILE, LINE)}
    assert all(str(each).isprintable() and len(str(each)) < 2_100 for each in found)


def test_all_names_that_stand_twice_are_told_and_nobody_reads_more_than_a_few() -> None:
    twice = [f'"{number}": 1, "{number}": 2' for number in range(MAX_PROBLEMS + 1)]
    many, more = (filled(f"{{{', '.join(twice[:each])}}}") for each in (MAX_PROBLEMS, None))

    assert [each.code for each in problems(many)] == ["J253"] * MAX_PROBLEMS
    assert [each.code for each in problems(more)] == [*["J253"] * MAX_PROBLEMS, "F108"]
    assert "`0` stands twice" in problems(many)[0].message


SCRAPS = st.sampled_from(
    [
        '{"format": 1',
        '{"a":',
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        '"',
        "\\",
        "\\ud800",
        "NaN",
        "1e9",
        "-0",
    ]
)


def read_or_refused(data: bytes) -> None:
    try:
        read(data)
    except InputRejected as rejected:
        told = rejected.problems
    else:
        told = ()
    assert all(str(each).isprintable() for each in told)


@given(st.lists(SCRAPS | st.text(max_size=5), max_size=20).map("".join))
@example("{}")
def test_any_scraps_of_json_are_read_or_refused(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.sampled_from(["format", "business", "answers", "fit", "end"]), TREES))
def test_any_document_is_read_or_refused(document: dict[str, object]) -> None:
    read_or_refused(json.dumps({**ANSWERS, **document}).encode())
