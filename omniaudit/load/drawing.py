"""A questionnaire that draws on another: what it does not say itself is the other's.

Groups are joined key by key. A list replaces the other's; where an id stands in it alone, that
part is taken over as it is, and where an id stands with some keys, with these keys said otherwise.
What is not taken over leaves no gap.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.gaps import closed
from omniaudit.load.nodes import entry_of, list_of, parts_of, value_of, word_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import moved, moved_group
from omniaudit.load.tree import Entries, Items, Node, Text

_NOT_TAKEN = ("translations", "quick", "minutes")
PICKED = ("profiles", "sizes", "channels", "capabilities", "journeys", "advice", "sources")
"""The lists in which an id takes over a part of the other."""


def drawn(other: Entries, own: Entries, notebook: Notebook) -> Entries:
    """The tree of `own` filled up from the questionnaire it draws on."""
    left = {kind: _left(other, own, kind) for kind in PICKED}
    if left["capabilities"] and "gates" not in own.entries:
        notebook.note("S302", own, key="gates")
    if "journeys" not in own.entries:
        left["journeys"] = _unwalked(other, left["profiles"])
    rest = closed(other, left, _names_in(own, "advice"))
    entries = {key: each for key, each in rest.entries.items() if key not in _NOT_TAKEN}
    for key, (place, value) in own.entries.items():
        every = parts_of(other, key) if key in PICKED else ()
        entries[key] = (place, _joined(key, value, entry_of(rest, key), every, notebook))
    return Entries(entries, own.line, own.column)


def left_behind(other: Entries, whole: Entries) -> Mapping[str, Collection[str]]:
    """The ids of the other that a tree filled up from it lacks, by the list they stand in."""
    return {kind: parts_of(other, kind).keys() - parts_of(whole, kind).keys() for kind in PICKED}


def _left(other: Entries, own: Entries, kind: str) -> frozenset[str]:
    """The ids of a list that are not taken over."""
    if kind not in own.entries:
        return frozenset()
    return frozenset(parts_of(other, kind).keys() - _names_in(own, kind))


def _names_in(own: Entries, kind: str) -> set[str]:
    return {_name_of(each) for each in list_of(own, kind)}


def _unwalked(other: Entries, profiles: Collection[str]) -> frozenset[str]:
    """The journeys that nobody walks when these profiles are left out."""
    walked = {
        name: {value_of(each) for each in list_of(journey, "profiles")}
        for name, journey in parts_of(other, "journeys").items()
    }
    return frozenset(name for name, by in walked.items() if by <= set(profiles))


def _name_of(part: Node) -> str:
    return value_of(part) or word_of(part, "id")


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
    known = {word_of(part, "id"): part for part in theirs.items}
    seen: set[str] = set()
    found: list[Node] = []
    for part in value.items:
        name = _name_of(part)
        if name in known and name in seen:
            notebook.note("S307", part, value=shown(name))
        elif isinstance(part, Text) and name not in known:
            hint = notebook.hint(name, every)
            what = say("part of `{key}`", key=key)
            notebook.note("Q604", part, what=what, value=shown(name), hint=hint)
        else:
            found.append(_taken(part, known.get(name)))
        seen.add(name)
    return Items(found, value.line, value.column)


def _taken(part: Node, theirs: Node | None) -> Node:
    """A part that stands in a list: of one's own, or taken over with some keys said otherwise."""
    if isinstance(part, Entries) and isinstance(theirs, Entries):
        entries = {**moved_group(theirs, part).entries, **part.entries}
        return Entries(entries, part.line, part.column)
    return moved(theirs, part) if isinstance(part, Text) and theirs else part
