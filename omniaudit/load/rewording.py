"""A questionnaire's tree with its texts exchanged: by a translation, or by the words of a trade.

A file of words is the questionnaire's own tree again, with nothing in it but ids and texts. What
it does not say stays as it is; a translation must say everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.fields import kind_of, prose_of
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Items, Node, Text

IDS = ("id", "to", "ref")
"""The keys by which a part is found again in another file."""
TEXTS = frozenset(
    {
        "about",
        "action",
        "answers",
        "evidence",
        "example",
        "for",
        "kpi",
        "kpis",
        "levels",
        "meaning",
        "name",
        "pass",
        "purpose",
        "question",
        "story",
        "term",
        "test",
        "text",
        "title",
        "traffic",
        "who",
        "why",
    }
)
"""The keys whose texts, or lists of texts, are words for people."""


def reworded(original: Entries, words: Entries, notebook: Notebook, *, whole: bool) -> Entries:
    """The original with the texts of `words`; what does not fit is noted in its notebook.

    `whole` words must hold every text of the original.
    """
    return _Exchange(notebook, whole=whole).group(original, words)


class _Exchange:
    def __init__(self, notebook: Notebook, *, whole: bool) -> None:
        self.notebook = notebook
        self.whole = whole

    def group(self, original: Entries, words: Entries) -> Entries:
        for key, (place, _) in words.entries.items():
            if key not in original.entries:
                known = tuple(each for each in original.entries if each in TEXTS)
                details = {"key": shown(key), "known": ", ".join(known)}
                self.notebook.note("S301", place, hint=self.notebook.hint(key, known), **details)
        entries = {}
        for key, (place, value) in original.entries.items():
            _, other = words.entries.get(key, (None, None))
            if other is not None and key not in IDS:
                entries[key] = (place, self._value(key, value, other))
                continue
            if self.whole and other is None and _has_texts(key, value):
                self.notebook.note("S302", words, key=key)
            entries[key] = (place, value)
        return Entries(entries, original.line, original.column)

    def _value(self, key: str, value: Node, other: Node) -> Node:
        if isinstance(value, Entries) and isinstance(other, Entries):
            return self.group(value, other)
        if isinstance(value, Items) and isinstance(other, Items):
            if any(isinstance(each, Entries) for each in value.items):
                return self._parts(key, value, other)
            if key in TEXTS:
                return self._list(key, value, other)
        elif key in TEXTS and isinstance(value, Text) and isinstance(other, Text):
            return self._text(key, value, other)
        if key in TEXTS:
            details = {"wanted": kind_of(value), "found": kind_of(other)}
            self.notebook.note("S303", other, key=shown(key), **details)
        else:
            self.notebook.note("Q647", other, key=shown(key))
        return value

    def _text(self, key: str, value: Text, other: Text) -> Text:
        said = prose_of(other, self.notebook, key)
        return Text(said, value.line, value.column) if said else value

    def _list(self, key: str, value: Items, other: Items) -> Items:
        if len(value.items) != len(other.items):
            wanted, found = len(value.items), len(other.items)
            self.notebook.note("Q602", other, key=key, wanted=wanted, found=found)
            return value
        pairs = zip(value.items, other.items, strict=True)
        return Items([self._value(key, *pair) for pair in pairs], value.line, value.column)

    def _parts(self, key: str, value: Items, other: Items) -> Items:
        """Parts of a list, found again by their ids, or by their places where they have none."""
        theirs = dict(_named(other))
        ours = dict(_named(value))
        for name, part in theirs.items():
            if name not in ours:
                hint = self.notebook.hint(name, ours)
                what = say("part of `{key}`", key=key)
                self.notebook.note("Q604", part, what=what, value=shown(name), hint=hint)
        parts: list[Node] = []
        for name, part in ours.items():
            if name in theirs:
                parts.append(self._value(key, part, theirs[name]))
                continue
            if self.whole and _has_texts(key, part):
                self.notebook.note("Q611", other, key=key, value=shown(name))
            parts.append(part)
        return Items(parts, value.line, value.column)


def _named(items: Items) -> Iterator[tuple[str, Node]]:
    """The parts of a list by id, by the level they lead to or the source they name, or by place."""
    for number, part in enumerate(items.items, 1):
        entries = part.entries if isinstance(part, Entries) else {}
        names = (entries[key][1] for key in IDS if key in entries)
        name = next((each.value for each in names if isinstance(each, Text)), str(number))
        yield name, part


def _has_texts(key: str, node: Node) -> bool:
    """Whether words for people stand in a node."""
    if isinstance(node, Entries):
        return any(_has_texts(name, each) for name, (_, each) in node.entries.items())
    if isinstance(node, Items):
        return any(_has_texts(key, each) for each in node.items)
    return key in TEXTS
