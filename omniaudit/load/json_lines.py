"""One answers document a line, in JSON: the same tree as of a YAML file, and the same reader.

The keys are those of docs/answers-file.md. Everything is text here, too: a number is what its
digits say, `true` and `false` are words, `null` is nothing after a colon.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from omniaudit.language import mark, say
from omniaudit.load.answers import read_sheet
from omniaudit.load.clean_text import shown
from omniaudit.load.notebook import Notebook
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.load.tree import MAX_NODES, MAX_TEXT, Entries, Items, Node, Text
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem, problem

_MAX_DEPTH = 8
_Pairs = tuple[tuple[str, Any], ...]
_new = tuple.__new__  # half the time of `Text(...)`
_WORDS: Mapping[object, str] = {None: "", True: "true", False: "false"}
_HALF = re.compile("[\ud800-\udfff]")
_CUT_SHORT = mark("it stops before its end")
_PLAIN: Mapping[str, str] = {
    "Expecting value": mark("a value is missing before this character"),
    "Expecting property name enclosed in double quotes": mark(
        'a name in double quotes is missing here, such as `"level"`'
    ),
    "Illegal trailing comma before end of object": mark("a comma stands here that leads nowhere"),
    "Illegal trailing comma before end of array": mark("a comma stands here that leads nowhere"),
    "Expecting ':' delimiter": mark("after this name a colon is missing"),
    "Expecting ',' delimiter": mark("a comma or a bracket is missing before this"),
    "Unterminated string starting at": mark("the quote that opens here is never closed"),
    "Invalid control character at": mark(
        "a text cannot hold this; write `\\n` for a new line, `\\t` for a tab"
    ),
    "Invalid \\escape": mark("after this `\\` comes no known code; write `\\\\` for one"),
    "Invalid \\uXXXX escape": mark("after this `\\u` four hexadecimal digits must come"),
    "Extra data": mark("something follows the document; a line holds one"),
}


def read_answers_line(
    data: bytes, file: str, line: int, questionnaire: Questionnaire
) -> AnswerSheet:
    """Read one line of a file, without its line break; its warnings travel with the sheet.

    A line needs no end: JSON that was cut short cannot be read.

    Raises:
        InputRejected: with every problem of the line; few of them have a column.
    """
    root = _Line(file, line).tree(data)
    return read_sheet(root, Notebook(file), questionnaire, data, may_be_cut=False)


class _NoNumber(Exception):
    """A number that is not whole, or none at all, such as `NaN`."""


def _refuse(number: str) -> str:
    raise _NoNumber(number)


# An object becomes a tuple of its names and values, which tells it from a list.
_DECODER = json.JSONDecoder(
    object_pairs_hook=tuple, parse_int=str, parse_float=_refuse, parse_constant=_refuse
)


class _Line:
    """Builds the tree of one line; every node stands at its beginning."""

    def __init__(self, file: str, line: int) -> None:
        self.place = Place(file, line)
        self.line = line
        self.nodes = 1
        self.names: dict[str, Text] = {}
        self.duplicates: list[Problem] = []

    def tree(self, data: bytes) -> Entries:
        """The tree of the line.

        Raises:
            InputRejected: with all names that stand twice, or else the first thing that is wrong.
        """
        if len(data) > MAX_BYTES:
            kilobytes = -(-len(data) // 1024)
            raise self._refused("J254", size=kilobytes, limit=MAX_BYTES // 1024)
        value = self._decoded(data)
        if not isinstance(value, tuple):
            wanted = say("`name: value` lines")
            found = say("a list") if isinstance(value, list) else say("a text")
            raise self._refused("S303", key=say("the line"), wanted=wanted, found=found)
        root = Entries(self._entries(value, 2), self.line, 0)
        if self.duplicates:
            raise InputRejected(self.duplicates)
        if len(data) > MAX_TEXT or b"\\u" in data:
            self._check_texts(root)
        return root

    def _decoded(self, data: bytes) -> object:
        try:
            return _DECODER.decode(data.decode())
        except UnicodeDecodeError as error:
            raise self._refused("J255", offset=error.start) from None
        except json.JSONDecodeError as error:
            raise self._not_json(error) from None
        except RecursionError:
            raise self._refused("Y206", limit=_MAX_DEPTH) from None
        except _NoNumber as error:
            raise self._refused("J252", value=shown(str(error))) from None

    def _not_json(self, error: json.JSONDecodeError) -> InputRejected:
        place = Place(self.place.file, self.line, error.pos + 1)
        why = say(_PLAIN.get(error.msg, error.msg))
        if error.doc.startswith("\ufeff"):
            why = say("an invisible mark stands before it; save the file as UTF-8 without it")
        elif error.pos >= len(error.doc.rstrip()):
            why = say(_CUT_SHORT)
        return InputRejected([problem("J251", place, why=why)])

    def _entries(self, pairs: _Pairs, depth: int) -> dict[str, tuple[Text, Node]]:
        """The entries of an object, which stand so deep."""
        self._count(2 * len(pairs), depth)
        entries: dict[str, tuple[Text, Node]] = {}
        names, line = self.names, self.line
        for name, value in pairs:
            key = names.get(name)
            if key is None:
                key = names[name] = _new(Text, (name, line, 0))
            if name in entries:
                self._note_duplicate(name)
            elif type(value) is str:
                entries[name] = key, _new(Text, (value, line, 0))
            else:
                entries[name] = key, self._node(value, depth)
        return entries

    def _node(self, value: object, depth: int) -> Node:
        if isinstance(value, tuple):
            return _new(Entries, (self._entries(value, depth + 1), self.line, 0))
        if isinstance(value, list):
            self._count(len(value), depth + 1)
            return Items([self._node(each, depth + 1) for each in value], self.line, 0)
        return Text(value if isinstance(value, str) else _WORDS[value], self.line, 0)

    def _count(self, more: int, depth: int) -> None:
        """Count nodes that stand so deep."""
        self.nodes += more
        if self.nodes > MAX_NODES:
            raise self._refused("J256", limit=MAX_NODES)
        if more and depth > _MAX_DEPTH:
            raise self._refused("Y206", limit=_MAX_DEPTH)

    def _check_texts(self, node: Node) -> None:
        """Refuse texts that are too long, or hold what is no character."""
        if isinstance(node, Text):
            if len(node.value) > MAX_TEXT:
                raise self._refused("Y210", limit=MAX_TEXT)
            if _HALF.search(node.value):
                why = say("half a character is written as a code; write the character itself")
                raise self._refused("J251", why=why)
        elif isinstance(node, Items):
            for each in node.items:
                self._check_texts(each)
        else:
            for key, value in node.entries.values():
                self._check_texts(key)
                self._check_texts(value)

    def _note_duplicate(self, name: str) -> None:
        if len(self.duplicates) == MAX_PROBLEMS:
            raise InputRejected([*self.duplicates, problem("F108", self.place, limit=MAX_PROBLEMS)])
        self.duplicates.append(problem("J253", self.place, key=shown(name)))

    def _refused(self, code: str, **details: object) -> InputRejected:
        return InputRejected([problem(code, self.place, **details)])
