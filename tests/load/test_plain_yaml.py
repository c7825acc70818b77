"""What the plain reader takes it reads as libyaml does, and it leaves all else to it."""

from __future__ import annotations

import pytest

from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.plain_yaml import read_plain
from omniaudit.load.strict_yaml import read_events
from omniaudit.load.tree import MAX_NODES, MAX_TEXT, Entries, Text
from omniaudit.load.writing import answers_text
from tests.hostile.cases import questionnaire
from tests.load.test_answers import FULL

FILE = "some.yaml"
TAKEN = [
    "a: 1\n",
    "a: 1",
    "a: b c\n\n# said\n   # so\nc: 3:00 #1 a:b é→\n",
    "a: it's (so) - or <not>  \n",
    "a: 1  # beside\nb:  # nothing yet\nc:\n",
    "a:\n  b:\n      c: 1\n      d:\n  e: 2\nf: 3\n",
    "a:\n\n  # inside\n\n  b: 1\n",
    "store -> web: 1\nstore → web: 2\n",
    'a: ""\nb: \'\'\nc: "x # y: z"  # beside\nd: \'x "y"\'\n',
    'a: "\\"x\\" \\\\ \\n \\t"\n',
    "a: []\nb: [x]\nc: [x, y z, 3]  # beside\n",
    'a: {b: 1}\nc: {d: not so, e: "x, y", f: "\\"", g-h: it\'s}  # beside\n',
    "a: " + "x" * (MAX_TEXT - 3) + "\n",
    "a:\n  b:\n    c:\n      d: {e: 1}\n",
    "# only at the end\na: 1\n" * 1 + "#",
]
LEFT = [
    "",
    "\n# nothing\n",
    " a: 1\n",
    "a: 1\n  b: 2\n",
    "a:\n    b: 1\n  c: 2\n",
    "a:\n  b: 1\n c: 2\n",
    "a:\n  b:\n    c: 1\n   d: 2\n",
    "a: 1\na: 2\n",
    "a:\n  b: 1\n  b: 2\n",
    "a: {b: 1, b: 2}\n",
    "a: b\n  c\n",
    "a: b: c\n",
    "a: b:\n",
    "a:b\n",
    "a : 1\n",
    "a:  1\n",
    "a: -\n",
    "a: - b\n",
    "- a\n",
    "a:\n  - b\n",
    "? a\n",
    "a: &b c\n",
    "a: *b\n",
    "a: !b c\n",
    "a: |\n  b\n",
    "a: >\n  b\n",
    "a: @b\n",
    "a: `b\n",
    "a: %b\n",
    "%TAG\n",
    "---\na: 1\n",
    "a: 1\n...\n",
    "a: 1\n---\n",
    "a: ? b\n",
    'a: "b\n',
    'a: "b" c\n',
    'a: "b"#c\n',
    'a: "\\x41"\n',
    "a: 'it''s'\n",
    'a: "b\n  c"\n',
    "a: [b, [c]]\n",
    "a: [b,c]\n",
    "a: [b, ]\n",
    "a: [b: c]\n",
    "a: [b\n",
    "a: {b: [c]}\n",
    "a: {b}\n",
    "a: {}\n",
    "a: {b: 1, }\n",
    "a: {b: 1} c\n",
    "a: {b: 1\n",
    "a:\tb\n",
    "a: b\tc\n",
    "a: 1\r\n",
    "a: \x07\n",
    "a: é\x07\n",
    "a: é\u2028\n",
    "a: é\u00a0b\n",
    "a: é\x85\n",
    "\ufeffa: 1\n",
    "x" * 202 + ": 1\n",
    "a: " + "x" * (MAX_TEXT + 1) + "\n",
    "#\n" * (MAX_NODES // 4),
    "a: [" + "x, " * (MAX_NODES // 2) + "x]\n",
    "a:\n  b:\n    c:\n      d:\n        e: 1\n",
]


@pytest.mark.parametrize("text", TAKEN)
def test_a_plain_file_is_read_with_all_its_places(text: str) -> None:
    tree = read_plain(text)

    assert tree is not None
    assert tree == read_events(text, FILE, 8)


@pytest.mark.parametrize("text", LEFT)
def test_any_other_file_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


def test_texts_lists_and_groups_are_told_apart() -> None:
    tree = read_plain("a: [x]\nb: {c: 1}\nd: x\n")

    assert tree is not None
    kinds = [type(value).__name__ for _, value in tree.entries.values()]
    assert kinds == ["Items", "Entries", "Text"]


def test_what_we_write_ourselves_is_plain() -> None:
    ours = questionnaire()
    sheet = read_answers(FULL.encode(), FILE, ours)
    written = answers_text(sheet, ours, tool="omniaudit 1.0.0")

    assert written.count("{") > 5
    assert read_plain(written) == read_events(written, FILE, 8)


def test_the_reader_of_files_asks_libyaml_only_when_it_must(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def events(text: str, _file: str, _depth: int) -> Entries:
        asked.append(text)
        return Entries({"a": (Text("a", 1, 1), Text("", 1, 3))}, 1, 1)

    monkeypatch.setattr(strict_yaml, "read_events", events)
    strict_yaml.read(b"a: 1\n", FILE)
    strict_yaml.read(b"a: |\n 1\n", FILE)
    strict_yaml.read(b"a: 1\n", FILE, max_depth=3)

    assert asked == ["a: |\n 1\n", "a: 1\n"]
