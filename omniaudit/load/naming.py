"""The ids that a questionnaire defines, known before its parts are read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from omniaudit.language import mark, say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import Fields, text_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Items, Node, Text
from omniaudit.model.capability import Requirement
from omniaudit.model.terms import Citation

_ID = re.compile(r"(?=.{1,80}\Z)[A-Za-z0-9]+([.-][A-Za-z0-9]+)*")
_REQUIREMENT = re.compile(r"(\S+)@([0-9]+)")

KINDS: Mapping[str, str] = {
    # Translators: each stands before an id that does not exist, as "dimension" in "There is no …"
    "dimensions": mark("dimension"),
    "profiles": mark("profile"),
    "sizes": mark("size"),
    "bands": mark("band"),
    "channels": mark("channel"),
    "capabilities": mark("capability"),
    "journeys": mark("journey"),
    "sources": mark("source"),
}


class Naming:
    """Checks ids where they are defined and where they are referred to."""

    def __init__(
        self, root: Entries, notebook: Notebook, left: Mapping[str, Collection[str]]
    ) -> None:
        """`left` are the ids that were not taken over, by the list they stand in."""
        self.notebook = notebook
        self.ids = {kind: _ids(root, key) for key, kind in KINDS.items()}
        self.left = {KINDS[key]: (key, ids) for key, ids in left.items() if key in KINDS}

    def parts(
        self,
        file: Fields,
        key: str,
        keys: tuple[str, ...],
        *,
        count: int | None = None,
        least: int = 0,
    ) -> Iterator[tuple[Fields, Text]]:
        """The parts of a list with their ids, each used once; an id that is missing is empty."""
        lines: dict[str, int] = {}
        for part in file.groups(key, ("id", *keys), count=count, least=least):
            name = part.text("id")
            if name is None:
                yield part, Text("", part.node.line, part.node.column)
                continue
            self.check_id(name)
            if name.value in lines:
                self.notebook.note("Q603", name, value=shown(name.value), line=lines[name.value])
            lines.setdefault(name.value, name.line)
            yield part, name

    def check_id(self, name: Text) -> None:
        """Note a name that cannot be an id."""
        if _ID.fullmatch(name.value) is None:
            self.notebook.note("Q610", name, value=shown(name.value))

    def reference(self, node: Node | None, kind: str) -> str:
        """An id of a kind that the file defines."""
        text = None if node is None else text_of(node, self.notebook, kind)
        if text is None:
            return ""
        known = self.ids[kind]
        key, left = self.left.get(kind, ("", ()))
        if text.value in left:
            self.notebook.note("Q645", text, value=shown(text.value), key=key)
        elif text.value not in known:
            hint = self.notebook.hint(text.value, known)
            self.notebook.note("Q604", text, what=say(kind), value=shown(text.value), hint=hint)
        return text.value

    def references(
        self, fields: Fields, key: str, kind: str, *, required: bool = False, least: int = 0
    ) -> tuple[str, ...]:
        """A list of ids."""
        items = fields.items(key, required=required, least=least)
        return tuple(self.reference(item, kind) for item in items)

    def requirements(self, fields: Fields, key: str) -> tuple[Requirement, ...]:
        """A list of `capability@level`; empty when it is absent."""
        found = []
        for item in fields.items(key, required=False):
            text = text_of(item, self.notebook, key)
            if text is None:
                continue
            match = _REQUIREMENT.fullmatch(text.value)
            if match is None or match[2] not in {"1", "2", "3"}:
                self.notebook.note("Q605", text, value=shown(text.value))
                continue
            capability = self.reference(Text(match[1], text.line, text.column), "capability")
            found.append(Requirement(capability, int(match[2])))
        return tuple(found)

    def citations(self, fields: Fields) -> tuple[Citation, ...]:
        """The sources of a part; none means that it is our judgement."""
        return tuple(
            Citation(self.reference(each.required("ref"), "source"), each.prose("for", default=""))
            for each in fields.groups("sources", ("ref", "for"), required=False)
        )


def _ids(root: Entries, key: str) -> Mapping[str, None]:
    """The ids of a list; a mapping, because it keeps their order and finds them at once."""
    _, node = root.entries.get(key, (None, None))
    parts = node.items if isinstance(node, Items) else []
    found = (part.entries.get("id") for part in parts if isinstance(part, Entries))
    return {name[1].value: None for name in found if name and isinstance(name[1], Text)}
