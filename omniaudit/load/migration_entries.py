"""One map of a questionnaire's older version: its entries, each with the places of its ids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields, items_of, number_of, pairs_of, text_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.model.migration import How, Kind, Move, Version
from omniaudit.model.terms import LEVELS
from omniaudit.values import dataclass

_FILE_KEYS = ("from", "to", "renamed", "split", "joined", "rescaled", "removed")
_VERSION = re.compile(r"(0|[1-9][0-9]{0,3})(?:\.(0|[1-9][0-9]{0,3}))?")
_LADDERS: Mapping[str, Kind] = {"question": "question", "fit": "fit"}
_REMOVED: Mapping[str, Kind] = {
    **_LADDERS,
    "channel": "channel",
    "journey": "journey",
    "step": "step",
}
_RENAMED: Mapping[str, Kind] = {**_REMOVED, "profile": "profile", "size": "size"}
_JOINED: Mapping[str, Kind] = {"questions": "question", "fit": "fit"}
_RESCALING = ("levels", "doubtful")
_LEVELS = {str(level): level for level in LEVELS}
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A move with the places of its ids."""

    move: Move
    old: tuple[Text, ...]
    new: tuple[Text, ...]


class MapFile:
    """Reads one map; what is wrong with its shape is noted in its notebook."""

    def __init__(self, root: Entries, notebook: Notebook) -> None:
        self.root = root
        self.notebook = notebook
        self.file = Fields(root, notebook, "the file", _FILE_KEYS)
        self.start = self._version("from")
        self.end = self._version("to")
        self.drafted = [
            *self._renamed(),
            *self._split(),
            *self._joined(),
            *self._rescaled(),
            *self._removed(),
        ]

    def place_of(self, key: str) -> Node:
        """Where the value of a key stands, or the file's beginning."""
        return self.file.node_of(key) or self.root

    def _version(self, key: str) -> Version | None:
        text = self.file.text(key)
        if text is None:
            return None
        found = version_in(text.value)
        if found is None:
            self.notebook.note("M961", text, value=shown(text.value))
        return found

    def _renamed(self) -> Iterator[Drafted]:
        for fields, kind, name in self._entries("renamed", _RENAMED, ("to", "why"), _RESCALING):
            old, new = self._id(name, kind), self._id(fields.required("to"), kind)
            yield self._drafted(fields, "renamed", kind, old, new)

    def _split(self) -> Iterator[Drafted]:
        keys = ("into", "notes", "why")
        for fields, kind, name in self._entries("split", _LADDERS, keys, _RESCALING):
            new = self._ids(fields.items("into", least=2), kind)
            yield self._drafted(fields, "split", kind, self._id(name, kind), new)

    def _joined(self) -> Iterator[Drafted]:
        for fields, kind, names in self._entries("joined", _JOINED, ("into", "why")):
            key = "questions" if kind == "question" else "fit"
            least = fields.items(key, least=2) if names is not None else []
            new = self._id(fields.required("into"), kind)
            yield self._drafted(fields, "joined", kind, self._ids(least, kind), new)

    def _rescaled(self) -> Iterator[Drafted]:
        for fields, kind, name in self._entries("rescaled", _LADDERS, (*_RESCALING, "why")):
            fields.required("levels")
            same = self._id(name, kind)
            yield self._drafted(fields, "rescaled", kind, same, same)

    def _removed(self) -> Iterator[Drafted]:
        for fields, kind, name in self._entries("removed", _REMOVED, ("why",)):
            fields.required("why")
            yield self._drafted(fields, "removed", kind, self._id(name, kind), ())

    def _entries(
        self,
        key: str,
        kinds: Mapping[str, Kind],
        keys: tuple[str, ...],
        with_levels: tuple[str, ...] = (),
    ) -> Iterator[tuple[Fields, Kind, Node | None]]:
        """The entries of a list, each with the kind of what it names, and its name."""
        for node in self.file.items(key, required=False):
            named = [each for each in kinds if isinstance(node, Entries) and each in node.entries]
            has_levels = with_levels if not named or named[0] in _LADDERS else ()
            fields = Fields(node, self.notebook, key, (*kinds, *keys, *has_levels))
            if len(named) == 1:
                yield fields, kinds[named[0]], fields.required(named[0])
            elif isinstance(node, Entries):
                self.notebook.note("M970", node, known=", ".join(kinds))

    def _drafted(
        self, fields: Fields, how: How, kind: Kind, old: tuple[Text, ...], new: tuple[Text, ...]
    ) -> Drafted:
        notes = "all"
        if "notes" in fields:
            notes = fields.choice("notes", ("all", "first"), say("where notes go"), default="all")
        move = Move(
            how=how,
            kind=kind,
            old=tuple(each.value for each in old),
            new=tuple(each.value for each in new),
            levels=self._levels(fields),
            doubtful=self._doubtful(fields),
            notes_on_all=notes == "all",
            why=fields.line("why", default=""),
        )
        return Drafted(move, old, new)

    def _ids(self, nodes: list[Node], kind: Kind) -> tuple[Text, ...]:
        return tuple(text for node in nodes for text in self._id(node, kind))

    def _id(self, node: Node | None, kind: Kind) -> tuple[Text, ...]:
        """The id, if it is one; a step is named with its journey."""
        text = None if node is None else text_of(node, self.notebook, kind)
        if text is None:
            return ()
        if kind == "step" and not all(text.value.partition("/")):
            self.notebook.note("M973", text, value=shown(text.value))
            return ()
        return (text,)

    def _levels(self, fields: Fields) -> Mapping[int, int | None]:
        node = fields.node_of("levels")
        if node is None:
            return {}
        found: dict[int, int | None] = {}
        for key, value in pairs_of(node, self.notebook, "levels"):
            level = number_of(key, self.notebook, "levels", LEVELS[0], LEVELS[-1])
            found[level] = self._level(value, key.value)
        missing = [str(level) for level in LEVELS if level not in found]
        if isinstance(node, Entries) and missing:
            self.notebook.note("M969", node, missing=", ".join(missing))
        return found

    def _level(self, node: Node, name: str) -> int | None:
        text = text_of(node, self.notebook, name)
        if text is not None and text.value not in _LEVELS and text.value != _UNKNOWN:
            known = (*_LEVELS, _UNKNOWN)
            self.notebook.note_unknown("S305", text, known, what=say("a level"))
        return _LEVELS.get(text.value) if text else None

    def _doubtful(self, fields: Fields) -> frozenset[int]:
        node = fields.node_of("doubtful")
        items = [] if node is None else items_of(node, self.notebook, "doubtful")
        levels = (LEVELS[0], LEVELS[-1])
        return frozenset(number_of(each, self.notebook, "doubtful", *levels) for each in items)


def version_in(text: str) -> Version | None:
    """A version of one number or two, None for anything else."""
    found = _VERSION.fullmatch(text)
    if found is None:
        return None
    return Version(int(found[1]), None if found[2] is None else int(found[2]))
