"""Where in a questionnaire's tree something stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from omniaudit.load.rewording import IDS, TEXTS
from omniaudit.load.tree import Entries, Items, Node, Text

if TYPE_CHECKING:
    from omniaudit.model.flaw import Path


def place_of(root: Node, path: Path) -> Node:
    """The node that a path leads to, or the last on the way to it that is there."""
    node: Node = root
    for each in path:
        found = _step(node, each)
        if found is None:
            return node
        node = found
    return node


def _step(node: Node, name: str | int) -> Node | None:
    if isinstance(node, Entries):
        return node.entries[name][1] if isinstance(name, str) and name in node.entries else None
    if isinstance(node, Items) and isinstance(name, int):
        return node.items[name] if name < len(node.items) else None
    if isinstance(node, Items):
        return next((each for each in node.items if name in names_of(each)), None)
    return None


def names_of(part: Node) -> tuple[str, ...]:
    """What a part of a list is called: by its id, by the level or source it names, or itself."""
    if isinstance(part, Text):
        return (part.value,)
    entries = part.entries if isinstance(part, Entries) else {}
    named = (entries[key][1] for key in IDS if key in entries)
    return tuple(each.value for each in named if isinstance(each, Text))


def moved(node: Node, to: Node) -> Node:
    """The node with everything in it at another place, such as where it was taken over."""
    if isinstance(node, Text):
        return Text(node.value, to.line, to.column)
    if isinstance(node, Items):
        return Items([moved(each, to) for each in node.items], to.line, to.column)
    return moved_group(node, to)


def moved_group(group: Entries, to: Node) -> Entries:
    """The same for a group."""
    entries = {
        name: (Text(key.value, to.line, to.column), moved(value, to))
        for name, (key, value) in group.entries.items()
    }
    return Entries(entries, to.line, to.column)


def texts_of(node: Node, path: Path = (), key: str = "") -> Iterator[tuple[Path, str, Text]]:
    """The texts that are words for people: the path to each, its key, and itself."""
    if isinstance(node, Entries):
        for name, (_, value) in node.entries.items():
            yield from texts_of(value, (*path, name), name)
    elif isinstance(node, Items):
        for number, part in enumerate(node.items):
            names = names_of(part) if isinstance(part, Entries) else ()
            yield from texts_of(part, (*path, *(names[:1] or (number,))), key)
    elif key in TEXTS:
        yield path, key, node
