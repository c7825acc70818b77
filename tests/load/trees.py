"""Trees of files in short, written and looked at as plain values."""

from __future__ import annotations

from typing import Any

from omniaudit.load import strict_yaml
from omniaudit.load.tree import Entries, Items, Node, Text


def tree(text: str) -> Entries:
    """A text in YAML as a tree."""
    return strict_yaml.read(text.encode(), "some.yaml", max_depth=16, max_bytes=100_000)


def plain(node: Node | None) -> Any:  # noqa: ANN401 - a tree of any shape
    """What a tree says, without its places."""
    match node:
        case Text(value):
            return value
        case Items():
            return [plain(each) for each in node.items]
        case Entries():
            return {key: plain(value) for key, (_, value) in node.entries.items()}
        case _:
            return None
