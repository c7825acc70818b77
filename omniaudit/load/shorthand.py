"""What a case leaves out, filled in: `rest` and the names of groups stand for what is not listed.

answers:
  rest: 2              every question that nothing else answers
  data: 1              every question about data sharing that is not listed itself
  data.history: 0
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from omniaudit.load.fields import Fields
from omniaudit.load.notebook import Notebook
from omniaudit.load.replies import pair_of
from omniaudit.load.tree import Entries, Node, Text
from omniaudit.model.answers import Business
from omniaudit.model.questionnaire import Questionnaire

REST = "rest"

Groups = Mapping[str, Sequence[str]]
"""What each word stands for, the narrowest first."""


class ShorthandNotebook(Notebook):
    """Notes once what shorthand would say of every name that it stands for."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.filled_in: set[str] = set()
        self.noted: set[object] = set()

    def note(self, code: str, node: Node, **details: object) -> None:
        """Note a problem, unless only the name differs from one that was noted there.

        Raises:
            InputRejected: when the file has more errors than anybody reads.
        """
        said = tuple(each for each in details.items() if each[1] not in self.filled_in)
        what = code, node.line, node.column, said
        if what not in self.noted:
            self.noted.add(what)
            super().note(code, node, **details)


def spelled_out(
    file: Fields, notebook: ShorthandNotebook, questionnaire: Questionnaire, business: Business
) -> dict[str, tuple[Text, Node]]:
    """The entries of a file with every shorthand written out; all keep their places."""
    ours = questionnaire
    profile = business.profile
    asked = ours.capabilities_for(profile) if profile else ours.capabilities
    answers = {each.id: [c.id for c in asked if c.dimension == each.id] for each in ours.dimensions}
    fit = {
        each.id: [i.id for i in ours.fit.items if i.factor == each.id] for each in ours.fit.factors
    }
    pairs = [f"{start} -> {end}" for start, end in permutations(business.channels, 2)]
    walks = {journey.id: [step.id for step in journey.steps] for journey in ours.journeys}
    writer = _Writer(notebook)
    entries = dict(file.entries)
    for key, groups in {"answers": answers, "fit": fit, "handoffs": {REST: pairs}}.items():
        if key in entries:
            place, node = entries[key]
            every = [name for names in groups.values() for name in names]
            entries[key] = place, writer.written(node, {**groups, REST: every})
    if "journeys" in entries:
        place, node = entries["journeys"]
        entries["journeys"] = place, writer.walked(node, walks)
    return entries


class _Writer:
    def __init__(self, notebook: ShorthandNotebook) -> None:
        self.notebook = notebook

    def walked(self, node: Node, walks: Groups) -> Node:
        """The journeys, each with its steps written out."""
        if not isinstance(node, Entries):
            return node
        entries = {
            name: (place, self.written(each, {REST: walks[name]}) if name in walks else each)
            for name, (place, each) in node.entries.items()
        }
        return Entries(entries, node.line, node.column)

    def written(self, node: Node, groups: Groups) -> Node:
        """A group in which every word that stands for others makes room for them."""
        if not isinstance(node, Entries):
            return node
        words = [word for word in groups if word in node.entries and word not in groups[REST]]
        entries = {name: each for name, each in node.entries.items() if name not in words}
        listed = {_plain(name) for name in entries}
        for word in words:
            place, value = node.entries[word]
            free = [name for name in groups[word] if name not in listed]
            if not free:
                self.notebook.note("C553", place, word=word)
            entries |= {name: (Text(name, place.line, place.column), value) for name in free}
            listed.update(free)
            self.notebook.filled_in.update(free)
        return Entries(entries, node.line, node.column)


def _plain(name: str) -> str:
    """A name as the groups write it: pairs of channels can be typed in several ways."""
    start, end = pair_of(name)
    return f"{start} -> {end}" if end else name
