"""Bytes into a tree of texts, each with line and column; refuses every bomb.

What has the plain form of most answers files is read by `plain_yaml`, all else here.

PyYAML's C parser delivers events and nothing else of it is used: no resolver (so `no`, `3:00`
and `1.10` stay what was typed), no composer (so no alias can multiply and no depth can crash).
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.plain_yaml import DEPTH, read_plain
from omniaudit.load.tree import MAX_NODES, MAX_TEXT, Entries, Items, Node, Text
from omniaudit.load.yaml_faults import fault
from omniaudit.problems import MAX_PROBLEMS, InputRejected, Place, Problem, problem

MAX_BYTES = 256 * 1024
_BREAKS = "\r\n\x85\u2028\u2029"
_DIRECTIVE = re.compile(f"(?:^|[{_BREAKS}])\ufeff*%")
_PERHAPS = re.compile(f"%(?<![^{_BREAKS}\ufeff]%)")
"""The same but for a mark in the middle of a line, found ten times as fast."""
_new = tuple.__new__  # half the time of `Text(...)`

if not yaml.__with_libyaml__:  # pragma: no cover - an installation fault
    message = "PyYAML was built without libyaml; reinstall it from a wheel."
    raise ImportError(message)


def read(data: bytes, file: str, *, max_depth: int = 8, max_bytes: int = MAX_BYTES) -> Entries:
    """Read one document whose root is a mapping.

    Raises:
        InputRejected: with the first thing that is wrong, and all duplicate keys before it.
    """
    if len(data) > max_bytes:
        kilobytes = -(-len(data) // 1024)
        raise InputRejected([problem("F104", Place(file), size=kilobytes, limit=max_bytes // 1024)])
    text = _decode(data, file)
    tree = read_plain(text) if max_depth >= DEPTH else None
    return tree or read_events(text, file, max_depth)


def read_events(text: str, file: str, max_depth: int) -> Entries:
    """Read one document by libyaml's events, whatever its form.

    Raises:
        InputRejected: with the first thing that is wrong, and all duplicate keys before it.
    """
    return _Builder(text, file, max_depth).tree()


def _decode(data: bytes, file: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRejected([problem("F105", Place(file), offset=error.start)]) from None
    if "\0" in text:
        offset = data.index(b"\0")
        raise InputRejected([problem("F105", Place(file), offset=offset)])
    # A thousand %TAG lines, anywhere in the file, take libyaml quadratic time.
    directive = _DIRECTIVE.search(text) if _PERHAPS.search(text) else None
    if directive:
        line = len(text[: directive.end()].splitlines())
        raise InputRejected([problem("Y204", Place(file, line, 1))])
    return text


class _Builder:
    """Builds the tree from parser events, one node at a time."""

    def __init__(self, text: str, file: str, max_depth: int) -> None:
        self.text = text
        self.file = file
        self.max_depth = max_depth
        self.nodes = 0
        self.duplicates: list[Problem] = []
        self.next = yaml.CBaseLoader(text).get_event
        self.last: Any = None

    def tree(self) -> Entries:
        """The tree, or what libyaml says against it."""
        try:
            return self._root()
        except yaml.MarkedYAMLError as error:
            last = self.last and self.last.start_mark
            why, line, column = fault(error, last, self.text)
        except yaml.reader.ReaderError as error:
            before = self.text.encode()[: error.position].decode()
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            why = say("the character U+{code} cannot stand here", code=f"{error.character:04X}")
        raise self._rejected(problem("Y201", Place(self.file, line, column), why=why))

    def _root(self) -> Entries:
        node: Node | None = None
        while (event := self.next()) is not None:
            self.last = event
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
        if event.anchor is not None:  # an alias has one, too
            raise self._refused("Y202", event)
        if event.tag is not None:
            raise self._refused("Y203", event)
        if self.nodes > MAX_NODES:
            raise self._refused("Y209", event, limit=MAX_NODES)
        if depth > self.max_depth:
            raise self._refused("Y206", event, limit=self.max_depth)
        mark, kind = event.start_mark, type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if len(value) > MAX_TEXT:
                raise self._refused("Y210", event, limit=MAX_TEXT)
            return _new(Text, (value, mark.line + 1, mark.column + 1))
        if kind is yaml.SequenceStartEvent:
            return Items(self._items(depth + 1), mark.line + 1, mark.column + 1)
        return Entries(self._entries(depth + 1), mark.line + 1, mark.column + 1)

    def _items(self, depth: int) -> list[Node]:
        items = []
        self.last = event = self.next()
        while type(event) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
            self.last = event = self.next()
        return items

    def _entries(self, depth: int) -> dict[str, tuple[Text, Node]]:
        entries: dict[str, tuple[Text, Node]] = {}
        self.last = event = self.next()
        while type(event) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            self.last = following = self.next()
            value = self._node(following, depth)
            if not isinstance(key, Text):
                raise self._refused("Y208", event)
            if key.value in entries:
                self._note_duplicate(key, entries[key.value][0])
            else:
                entries[key.value] = (key, value)
            self.last = event = self.next()
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
