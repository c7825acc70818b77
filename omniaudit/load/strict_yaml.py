"""Bytes into a tree of texts, each with line and column; refuses every bomb.

PyYAML's C parser delivers events and nothing else of it is used: no resolver (so `no`, `3:00`
and `1.10` stay what was typed), no composer (so no alias can multiply and no depth can crash).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.yaml_faults import fault
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem, problem

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_TEXT = 10_000
_DIRECTIVE = re.compile("(?:^|[\r\n\x85\u2028\u2029])\ufeff*%")

if not yaml.__with_libyaml__:  # pragma: no cover - an installation fault
    message = "PyYAML was built without libyaml; reinstall it from a wheel."
    raise ImportError(message)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar exactly as typed."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    items: list[Node]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping; keys are texts and appear once."""

    entries: dict[str, tuple[Text, Node]]
    line: int
    column: int


Node = Text | Items | Entries


def read(data: bytes, file: str, *, max_depth: int = 8, max_bytes: int = MAX_BYTES) -> Entries:
    """Read one document whose root is a mapping.

    Raises:
        InputRejected: with the first thing that is wrong, and all duplicate keys before it.
    """
    if len(data) > max_bytes:
        kilobytes = -(-len(data) // 1024)
        raise InputRejected([problem("F104", Place(file), size=kilobytes, limit=max_bytes // 1024)])
    text = _decode(data, file)
    return _Builder(text, file, max_depth).root()


def _decode(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRejected([problem("F105", Place(file), offset=error.start)]) from None
    if "\0" in text:
        offset = data.index(b"\0")
        raise InputRejected([problem("F105", Place(file), offset=offset)])
    # A thousand %TAG lines, anywhere in the file, take libyaml quadratic time.
    directive = _DIRECTIVE.search(text) if "%" in text else None
    if directive:
        line = len(text[: directive.end()].splitlines())
        raise InputRejected([problem("Y204", Place(file, line, 1))])
    return text


class _Builder:
    """Builds the tree from parser events, one node at a time."""

    def __init__(self, text: str, file: str, max_depth: int) -> None:
        self.file = file
        self.max_depth = max_depth
        self.nodes = 0
        self.duplicates: list[Problem] = []
        self.events = self._parse(text)

    def _parse(self, text: str) -> Iterator[Any]:
        last = None
        try:
            for event in yaml.parse(text, Loader=yaml.CBaseLoader):
                last = event.start_mark
                yield event
        except yaml.MarkedYAMLError as error:
            why, line, column = fault(error, last, text)
        except yaml.reader.ReaderError as error:
            before = text.encode()[: error.position].decode()
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            why = say("the character U+{code} cannot stand here", code=f"{error.character:04X}")
        else:
            return
        raise self._rejected(problem("Y201", Place(self.file, line, column), why=why))

    def root(self) -> Entries:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    raise self._refused("Y205", event)
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, 1)
        if isinstance(node, Entries):
            if self.duplicates:
                raise InputRejected(self.duplicates)
            return node
        if node is None or (isinstance(node, Text) and not node.value):
            raise InputRejected([problem("F106", Place(self.file))])
        wanted = say("`name: value` lines")
        found = say("a list") if isinstance(node, Items) else say("a text")
        place = Place(self.file, node.line, node.column)
        raise self._rejected(
            problem("S303", place, key=say("the file"), wanted=wanted, found=found)
        )

    def _node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refused("Y202", event)
        if event.tag is not None:
            raise self._refused("Y203", event)
        if self.nodes > MAX_NODES:
            raise self._refused("Y209", event, limit=MAX_NODES)
        if depth > self.max_depth:
            raise self._refused("Y206", event, limit=self.max_depth)
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            if len(event.value) > MAX_TEXT:
                raise self._refused("Y210", event, limit=MAX_TEXT)
            return Text(event.value, line, column)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(self._items(depth), line, column)
        return Entries(self._entries(depth), line, column)

    def _items(self, depth: int) -> list[Node]:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _entries(self, depth: int) -> dict[str, tuple[Text, Node]]:
        entries: dict[str, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Text):
                raise self._refused("Y208", event)
            if key.value in entries:
                self._note_duplicate(key, entries[key.value][0])
            else:
                entries[key.value] = (key, value)
        return entries

    def _note_duplicate(self, key: Text, first: Text) -> None:
        place = Place(self.file, key.line, key.column)
        if len(self.duplicates) == MAX_PROBLEMS:
            raise self._rejected(problem("F108", Place(self.file), limit=MAX_PROBLEMS))
        self.duplicates.append(problem("Y207", place, key=shown(key.value), line=first.line))

    def _refused(self, code: str, event: Any, **details: object) -> InputRejected:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1)
        return self._rejected(problem(code, place, **details))

    def _rejected(self, last: Problem) -> InputRejected:
        return InputRejected([*self.duplicates, last])
