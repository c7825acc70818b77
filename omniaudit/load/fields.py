"""Typed reading of a tree of texts: each reader returns a value or notes a problem.

After a problem a harmless value stands in, so that all the others are still found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from omniaudit.language import mark, say
from omniaudit.load.clean_text import MAX_LENGTH, clean, clean_line, composed, shown
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Items, Node, Text

YES = frozenset({"yes", "true"})
_NO = frozenset({"no", "false"})
_TEXT = mark("a text")
_LIST = mark("a list")
_LINES = mark("a group of `name: value` lines")


def kind_of(node: Node) -> str:
    """What a node is, in plain words."""
    if isinstance(node, Text):
        return say(_TEXT)
    return say(_LIST if isinstance(node, Items) else _LINES)


def text_of(node: Node, notebook: Notebook, name: str, wanted: str = _TEXT) -> Text | None:
    """The node if it is a text that says something; `wanted`, marked, is what it should say."""
    if isinstance(node, Text) and node.value.strip():
        return node
    _note_wrong_kind(node, notebook, name, wanted)
    return None


def items_of(node: Node, notebook: Notebook, name: str) -> list[Node]:
    """The items of a list."""
    if isinstance(node, Items):
        return node.items
    _note_wrong_kind(node, notebook, name, _LIST)
    return []


def pairs_of(node: Node, notebook: Notebook, name: str) -> list[tuple[Text, Node]]:
    """Names and values of a group whose names are data; what has no value is left out."""
    if isinstance(node, Entries):
        return [(key, value) for key, value in node.entries.values() if not is_blank(value)]
    _note_wrong_kind(node, notebook, name, _LINES)
    return []


def is_blank(node: Node) -> bool:
    """Whether nothing stands after the colon, which is the same as no line at all."""
    return isinstance(node, Text) and not node.value.strip()


def _note_wrong_kind(node: Node, notebook: Notebook, name: str, wanted: str) -> None:
    if is_blank(node):
        notebook.note("S304", node, key=shown(name))
    else:
        notebook.note("S303", node, key=shown(name), wanted=say(wanted), found=kind_of(node))


def prose_of(node: Node, notebook: Notebook, name: str, *, limit: int = MAX_LENGTH) -> str:
    """Human text, cleaned; a warning when cleaning lost something."""
    text = text_of(node, notebook, name)
    return "" if text is None else _cleaned(text, clean(text.value, limit=limit), notebook, name)


def _cleaned(text: Text, cleaned: str, notebook: Notebook, name: str) -> str:
    if not cleaned:
        notebook.note("S304", text, key=shown(name))
    elif cleaned != text.value and _without_spaces(cleaned) != _without_spaces(
        composed(text.value)
    ):
        notebook.note("A422", text)
    return cleaned


def _without_spaces(text: str) -> str:
    return "".join(text.split())


class Fields:
    """A mapping with known keys, read one by one."""

    def __init__(self, node: Node, notebook: Notebook, name: str, known: Collection[str]) -> None:
        self.node = node
        self.notebook = notebook
        self.name = name
        self.is_there = isinstance(node, Entries)
        self.written: dict[str, tuple[Text, Node]] = {}
        if isinstance(node, Entries):
            self.written = node.entries
        else:
            _note_wrong_kind(node, notebook, name, _LINES)
        has_blanks = False
        for key, (place, value) in self.written.items():
            if key not in known:
                details = {"key": shown(key), "hint": notebook.hint(key, known)}
                notebook.note("S301", place, known=", ".join(known), **details)
            has_blanks = has_blanks or is_blank(value)
        self.entries = self.written
        if has_blanks:
            said = {key: each for key, each in self.written.items() if not is_blank(each[1])}
            self.entries = said

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def node_of(self, key: str) -> Node | None:
        """The value of a key, None when it is absent."""
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def required(self, key: str) -> Node | None:
        """The value of a key that must be there."""
        node = self.node_of(key)
        if node is None and key in self.written:
            self.notebook.note("S304", self.written[key][1], key=key)
        elif node is None and self.is_there:
            self.notebook.note("S302", self.node, key=key)
        return node

    def text(self, key: str, *, default: str | None = None) -> Text | None:
        """The text of a key, with its place; required when there is no default."""
        node = self.required(key) if default is None else self.node_of(key)
        return None if node is None else text_of(node, self.notebook, key)

    def line(self, key: str, *, default: str | None = None) -> str:
        """A cleaned text on one line; required when there is no default."""
        text = self.text(key, default=default)
        if text is None:
            return default or ""
        return _cleaned(text, clean_line(text.value), self.notebook, key)

    def prose(self, key: str, *, default: str | None = None) -> str:
        """A cleaned text of any length; required when there is no default."""
        node = self.required(key) if default is None else self.node_of(key)
        return prose_of(node, self.notebook, key) if node is not None else (default or "")

    def choice(
        self, key: str, known: Collection[str], what: str, *, default: str | None = None
    ) -> str:
        """One of the known words; required when there is no default. `what` it is, is marked.

        Without a valid word it is the default, or empty.
        """
        text = self.text(key, default=default)
        if text is not None and text.value in known:
            return text.value
        if text is not None:
            self.notebook.note_unknown("S305", text, known, what=say(what))
        return default or ""

    def number(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number in a range; required when there is no default."""
        node = self.required(key) if default is None else self.node_of(key)
        fallback = low if default is None else default
        return fallback if node is None else number_of(node, self.notebook, key, low, high)

    def yes_no(self, key: str, *, default: bool) -> bool:
        """`yes` or `no`."""
        text = self.text(key, default="")
        if text is None:
            return default
        if text.value not in YES | _NO:
            self.notebook.note("S308", text, value=shown(text.value))
        return text.value in YES

    def items(
        self, key: str, *, required: bool = True, count: int | None = None, least: int = 0
    ) -> list[Node]:
        """The items of a list, `count` or at `least` so many of them."""
        node = self.required(key) if required else self.node_of(key)
        if node is None:
            return []
        items = items_of(node, self.notebook, key)
        if isinstance(node, Items) and (len(items) < least or count not in {None, len(items)}):
            wanted = say("{least} or more", least=least) if count is None else count
            self.notebook.note("Q602", node, key=key, wanted=wanted, found=len(items))
        return items

    def lines(
        self, key: str, *, required: bool = True, count: int | None = None
    ) -> tuple[str, ...]:
        """A list of cleaned texts, `count` of them where it is given."""
        items = self.items(key, required=required, count=count)
        return tuple(prose_of(item, self.notebook, key) for item in items)

    def words(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """A list of known words, each once; empty when absent. `what` they are, is marked."""
        words: list[str] = []
        for item in self.items(key, required=False):
            text = text_of(item, self.notebook, key)
            if text is None:
                continue
            if text.value not in known:
                self.notebook.note_unknown("S305", text, known, what=say(what))
            elif text.value in words:
                self.notebook.note("S307", text, value=shown(text.value))
            else:
                words.append(text.value)
        return tuple(words)

    def range(self, key: str, low: int, high: int) -> tuple[int, int]:
        """A list of two whole numbers, the smaller first."""
        items = self.items(key, count=2)
        if len(items) != 2:  # noqa: PLR2004
            return low, low
        first, second = (number_of(item, self.notebook, key, low, high) for item in items)
        if first > second:
            wanted = say("two numbers, the smaller first")
            found = say("{first} and {second}", first=first, second=second)
            self.notebook.note("S303", items[0], key=key, wanted=wanted, found=found)
        return first, second

    def group(self, key: str, known: Collection[str]) -> Fields:
        """A required group with known keys; nothing more is missed in one that is absent."""
        node = self.required(key)
        if node is not None:
            return Fields(node, self.notebook, key, known)
        absent = Fields(Entries({}, 0, 0), self.notebook, key, known)
        absent.is_there = False
        return absent

    def groups(
        self,
        key: str,
        known: Collection[str],
        *,
        required: bool = True,
        count: int | None = None,
        least: int = 0,
    ) -> Iterator[Fields]:
        """A list of groups with the same known keys."""
        for item in self.items(key, required=required, count=count, least=least):
            yield Fields(item, self.notebook, key, known)

    def pairs(self, key: str) -> list[tuple[Text, Node]]:
        """Names and values of an optional group whose names are data."""
        node = self.node_of(key)
        return [] if node is None else pairs_of(node, self.notebook, key)


def number_of(node: Node, notebook: Notebook, name: str, low: int, high: int) -> int:
    """A whole number in a range; `low` stands in for anything else."""
    text = text_of(node, notebook, name)
    if text is None:
        return low
    if re.fullmatch(r"[0-9]{1,4}", text.value) and low <= int(text.value) <= high:
        return int(text.value)
    notebook.note("S306", node, value=shown(text.value), low=low, high=high)
    return low
