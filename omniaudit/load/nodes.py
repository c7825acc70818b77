"""What stands in a tree, taken as it is: what is missing, or of another kind, is empty.

For looking at a tree before it is read; what is wrong with it is told on reading (`fields.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from omniaudit.load.tree import Entries, Items, Node, Text


def entry_of(node: Node | None, key: str) -> Node | None:
    """The value of a key in a group, if it is there."""
    return node.entries[key][1] if isinstance(node, Entries) and key in node.entries else None


def value_of(node: Node | None) -> str:
    """The text of a node; empty when it is none."""
    return node.value if isinstance(node, Text) else ""


def word_of(node: Node | None, key: str) -> str:
    """The text of a key in a group; empty when there is none."""
    return value_of(entry_of(node, key))


def each_of(node: Node | None) -> list[Node]:
    """The items of a list; none when it is none."""
    return node.items if isinstance(node, Items) else []


def list_of(node: Node | None, key: str) -> list[Node]:
    """The items of a list in a group; none when it is not there."""
    return each_of(entry_of(node, key))


def parts_of(root: Node, key: str) -> Mapping[str, Node]:
    """The parts of a list by their ids; a part without one is left out."""
    named = ((word_of(part, "id"), part) for part in list_of(root, key))
    return {name: part for name, part in named if name}
