"""Bytes become texts with their places, or are refused; there is no third way."""

from __future__ import annotations

import string

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from omniaudit.load.strict_yaml import MAX_BYTES, read
from omniaudit.load.tree import MAX_NODES, MAX_TEXT, Entries, Items, Text
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Problem

FILE = "some.yaml"
SIGNS = st.sampled_from("[]{},'\"|>!%\n\t#\x07\u2028\ufeffé")
SCRAPS = st.sampled_from(
    ["a: ", "- ", "? ", ": ", "|\n ", "&a", "*a", "\n  ", "---\n", "...\n", "\\x", "\\ud800"]
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def problems(data: bytes) -> list[Problem]:
    with pytest.raises(InputRejected) as rejected:
        read(data, FILE)
    return list(rejected.value.problems)


def code(data: bytes) -> str:
    return problems(data)[-1].code


def plain(node: Text | Items | Entries) -> object:
    """A tree without its places."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


@pytest.mark.parametrize(
    "value", ["no", "on", "~", "null", "3:00", "1.10", "017", "1e3", ".nan", "2026-11-21", "-1"]
)
def test_nothing_is_more_than_a_text(value: str) -> None:
    assert plain(read(f"{value}: {value}\n".encode(), FILE)) == {value: value}


def test_a_tree_knows_its_places() -> None:
    root = read("# first\nça: [ünï, b]\nd:\n  e: f\n".encode(), FILE)

    key, value = root.entries["ça"]
    assert (root.line, root.column) == (2, 1)
    assert (key.line, key.column) == (2, 1)
    assert value == Items([Text("ünï", 2, 6), Text("b", 2, 11)], 2, 5)
    assert root.entries["d"][1] == Entries(
        {"e": (Text("e", 4, 3), Text("f", 4, 6))}, line=4, column=3
    )


def test_marks_of_windows_are_accepted() -> None:
    assert plain(read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", FILE)) == {"a": "1", "b": "2"}


def test_json_is_yaml() -> None:
    assert plain(read(b'{"a": ["1", 2], "b": {}}', FILE)) == {"a": ["1", "2"], "b": {}}


def test_a_document_may_be_framed() -> None:
    assert plain(read(b"---\na: 1\n...\n", FILE)) == {"a": "1"}


def test_limits_hold_to_the_last_one() -> None:
    read(b"a: 1\n#" + b"x" * (MAX_BYTES - 6), FILE)
    assert code(b"a: 1\n#" + b"x" * (MAX_BYTES - 5)) == "F104"
    read(b"a: " + b"x" * MAX_TEXT, FILE)
    assert code(b"a: " + b"x" * (MAX_TEXT + 1)) == "Y210"
    read(b"a: [" + b"x," * (MAX_NODES - 3) + b"]", FILE)
    assert code(b"a: [" + b"x," * (MAX_NODES - 2) + b"]") == "Y209"
    read(b"a: " + b"[" * 7 + b"]" * 7, FILE)
    assert code(b"a: " + b"[" * 7 + b"x" + b"]" * 7) == "Y206"


def test_all_names_that_stand_twice_are_told_with_what_stops_the_reading() -> None:
    found = problems(b"a: 1\na: 2\nb: 3\nb: 4\nc: *d\n")

    assert [(each.code, each.place.line) for each in found] == [
        ("Y207", 2),
        ("Y207", 4),
        ("Y202", 5),
    ]
    assert "`b` stands twice; the first is in line 3." in found[1].message


def test_nobody_reads_more_than_a_hundred_problems() -> None:
    exactly, more = (b"a: 1\n" * (MAX_PROBLEMS + many) for many in (1, 2))

    assert [each.code for each in problems(exactly)] == ["Y207"] * MAX_PROBLEMS
    assert [each.code for each in problems(more)] == ["Y207"] * MAX_PROBLEMS + ["F108"]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b: c", (1, 5), "a colon stands where none is expected"),
        ("a: ? b", (1, 4), "`?` cannot begin a text"),
        ("a: - b", (1, 4), "begin it on the next line"),
        ("a: 1\nb", (2, 1), "a colon is missing"),
        ("a: 'it's'", (1, 8), "a quote stands inside quotes"),
        ("a:\n  b: 1\n c: 2", (3, 2), "the indentation differs"),
        ("- a\nb: 1", (2, 1), "does not begin with `- `"),
        ("a: [b: {c: 1 2]", (1, 15), "a comma or `}` is missing"),
        ("a: [b c: 1: 2]", (1, 11), "a comma or `]` is missing"),
        ("a: [1, 2\nb: 3", (1, 4), "the bracket that opens here is not closed"),
        ("a: {b: 1\nc: 3\n", (1, 4), "the bracket that opens here is not closed"),
        ("a: ]", (1, 4), "a value is missing before this character"),
        ("{a: 1}}", (1, 7), "something is left over here"),
        ("a: **b**", (1, 5), "`&` or `*` cannot begin a text"),
        ("a: ![ ", (1, 5), "`!` cannot begin a text"),
        ("a: !<x", (1, 7), "`!` cannot begin a text"),
        ("a: !x!y z", (1, 4), "`!` cannot begin a text"),
        ("a: | x\n y", (1, 6), "must begin on the next line"),
        ('a: "\\xZZ"', (1, 7), "a code in hexadecimal is incomplete"),
        ("a: @b", (1, 4), "put the text in quotes"),
        ("a: b\n\tc: 1", (2, 1), "a tab stands here"),
        ("a:\n\tc: 1", (2, 1), "a tab stands here"),
        ("a: 1\n- b", (1, 4), "this does not fit what follows in line 2"),
        ('a:\n  b: "x"\n\n# c\n   c: 2', (2, 6), "this does not fit what follows in line 5"),
        ('b: 1\na: "open\nc: 2\n', (2, 4), "the quote that opens here is never closed"),
        ('a: "x\n--- \n"', (2, 1), "stands inside a quoted text"),
        ('a: "\\q"', (1, 5), "write `\\\\`"),
        ('a: "\\ud800"', (1, 7), "stands for no character"),
        ("ééééé: 1\nb: é\x07", (2, 5), "the character U+0007 cannot stand here"),
        ("ééééé: 1\nb: é\uffff", (2, 5), "the character U+FFFF cannot stand here"),
        ("a: |0\n y", (1, 5), "found an indentation indicator equal to 0"),
    ],
)
def test_the_parser_complains_in_plain_words(text: str, place: tuple[int, int], words: str) -> None:
    (found,) = problems(text.encode())

    assert found.code == "Y201"
    assert words in found.message
    assert (found.place.line, found.place.column) == place


@pytest.mark.parametrize("start", ["", "a: 1\n", "a: 1\r", "a: 'b\u2028", "a: 1\n...\n", "\ufeff"])
def test_no_line_begins_with_a_percent_sign(start: str) -> None:
    found = problems(f"{start}%TAG !a! tag:example.org:\n".encode())

    assert [each.code for each in found] == ["Y204"]
    assert found[0].place.line == len(f"{start}%".splitlines())


def test_a_percent_sign_elsewhere_is_a_text() -> None:
    assert plain(read(b"a: 100 %\nb: |\n  %\n", FILE)) == {"a": "100 %", "b": "%\n"}


def read_or_refused(data: bytes) -> None:
    try:
        root = read(data, FILE)
    except InputRejected as rejected:
        told = rejected.problems
    else:
        told = ()
        assert isinstance(root, Entries)
    assert all(str(each).isprintable() for each in told)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


@given(st.lists(SCRAPS | SIGNS | st.text(string.printable, max_size=5), max_size=30).map("".join))
@example("a: " + "é" * 50 + "\x07")
@example("\ufeff\ufeff%TAG !a! tag:x:")
def test_any_scraps_of_yaml_are_read_or_refused(text: str) -> None:
    read_or_refused(text.encode())


@given(st.dictionaries(TEXTS, TREES, max_size=5))
def test_what_a_yaml_writer_writes_reads_back(tree: dict[str, object]) -> None:
    written = yaml.safe_dump(tree, allow_unicode=True, default_style='"', sort_keys=False)

    assert plain(read(written.encode(), FILE, max_depth=100)) == tree
