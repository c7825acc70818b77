"""A questionnaire that draws on another: what it does not say itself is the other's.

Groups are joined key by key. A list replaces the other's; where an id stands in it alone, that
part is taken over as it is. What is not taken over leaves no gap.
"""

from __future__ import annotations

from collections.abc import Collection

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.gaps import closed, entry_of, parts_of, value_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import moved
from omniaudit.load.strict_yaml import Entries, Items, Node, Text

_NOT_TAKEN = ("translations", "quick", "minutes")
PICKED = ("profiles", "sizes", "channels", "capabilities", "journeys", "advice", "sources")
"""The lists in which an id alone takes over a part of the other."""


def drawn(other: Entries, own: Entries, notebook: Notebook) -> Entries:
    """The tree of `own` filled up from the questionnaire it draws on."""
    left = {kind: _left(other, own, kind) for kind in PICKED}
    if left["capabilities"] and "gates" not in own.entries:
        notebook.note("S302", own, key="gates")
    rest = closed(other, left)
    entries = {key: each for key, each in rest.entries.items() if key not in _NOT_TAKEN}
    for key, (place, value) in own.entries.items():
        every = parts_of(other, key) if key in PICKED else ()
        entries[key] = (place, _joined(key, value, entry_of(rest, key), every, notebook))
    return Entries(entries, own.line, own.column)


def _left(other: Entries, own: Entries, kind: str) -> frozenset[str]:
    """The ids of a list that are not taken over; a part of one's own may bear the same id."""
    if kind not in own.entries:
        return frozenset()
    _, node = own.entries[kind]
    items = node.items if isinstance(node, Items) else []
    named = {value_of(each) or value_of(entry_of(each, "id")) for each in items}
    return frozenset(parts_of(other, kind).keys() - named)


def _joined(
    key: str, value: Node, theirs: Node | None, every: Collection[str], notebook: Notebook
) -> Node:
    """What stands at a key; `every` is what the other has there, left out or not."""
    if isinstance(value, Entries) and isinstance(theirs, Entries):
        return Entries({**theirs.entries, **value.entries}, value.line, value.column)
    if key in PICKED and isinstance(value, Items) and isinstance(theirs, Items):
        return _picked(key, value, theirs, every, notebook)
    return value


def _picked(
    key: str, value: Items, theirs: Items, every: Collection[str], notebook: Notebook
) -> Items:
    known = {value_of(entry_of(part, "id")): part for part in theirs.items}
    parts: list[Node] = []
    for part in value.items:
        if isinstance(part, Text) and part.value not in known:
            hint = notebook.hint(part.value, every)
            what = say("part of `{key}`", key=key)
            notebook.note("Q604", part, what=what, value=shown(part.value), hint=hint)
        else:
            parts.append(moved(known[part.value], part) if isinstance(part, Text) else part)
    return Items(parts, value.line, value.column)
