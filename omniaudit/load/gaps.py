"""A questionnaire without some of its parts, and without a gap where they were.

The questionnaire is an installed one, so it is whole and right. Steps that needed a step of a
capability left out need what that step needed. Advice about it goes with it, and so do
conditions on journeys that are not there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from omniaudit.load.nodes import each_of, entry_of, list_of, parts_of, value_of, word_of
from omniaudit.load.tree import Entries, Items, Node, Text

_WALKED = ("advice", "capabilities", "gates", "journeys")
_NAMED_BY = {"default-for": "profiles", "profiles": "profiles"}
_NAMED_BY |= {"any-passed": "journeys", "all-passed": "journeys"}
"""Lists of ids, and of what they are ids."""
Left = Mapping[str, frozenset[str]]
"""The ids that are left out, by the list they stand in; a list of which nothing is, is missing."""


def closed(root: Entries, left: Left, named: Collection[str] = ()) -> Entries:
    """The tree with all traces of what is left out of it closed, the parts themselves included.

    `named` is the advice that stays even where it is about what is left out.
    """
    return _Gap(root, left, named).closed(root) if any(left.values()) else root


class _Gap:
    def __init__(self, root: Entries, left: Left, named: Collection[str]) -> None:
        self.left = left
        self.named = named
        self.needs = {
            f"{name}@{level}": list_of(step, "requires")
            for name, part in parts_of(root, "capabilities").items()
            for level, step in enumerate(list_of(part, "steps"), 1)
        }

    def gone(self, kind: str) -> frozenset[str]:
        return self.left.get(kind, frozenset())

    def closed(self, root: Entries) -> Entries:
        entries = dict(root.entries)
        for key, (place, value) in root.entries.items():
            kept = self._without(key, value)
            entries[key] = (place, self._bridged(key, kept, "") if key in _WALKED else kept)
        place, rules = entries["advice"]
        told = [self._narrowed(each) for each in each_of(rules) if not self._is_about(each)]
        entries["advice"] = (place, _like(rules, told))
        return Entries(entries, root.line, root.column)

    def _without(self, kind: str, node: Node) -> Node:
        """A list without the parts that are left out."""
        gone = self.gone(kind)
        if not gone or not isinstance(node, Items):
            return node
        return _like(node, [each for each in node.items if word_of(each, "id") not in gone])

    def _bridged(self, key: str, node: Node, part: str) -> Node:
        """A node without ids that are left out, and with requirements led past them."""
        if isinstance(node, Items):
            if key == "requires":
                return self._led_past(node, part)
            return _like(node, [self._bridged(key, each, part) for each in self._named(key, node)])
        if not isinstance(node, Entries):
            return node
        part = part or word_of(node, "id")
        entries: dict[str, tuple[Text, Node]] = {}
        for name, (place, value) in node.entries.items():
            if name == "channel" and value_of(value) in self.gone("channels"):
                continue
            if name == "profiles" and isinstance(value, Entries):
                entries[name] = (place, self._asked(value))
            else:
                entries[name] = (place, self._bridged(name, value, part))
        if key == "gates" and "journeys" in entries:
            place, conditions = entries["journeys"]
            entries["journeys"] = (
                place,
                _like(conditions, [*filter(_is_whole, each_of(conditions))]),
            )
        return Entries(entries, node.line, node.column)

    def _asked(self, weights: Entries) -> Entries:
        gone = self.gone("profiles")
        kept = {key: each for key, each in weights.entries.items() if key not in gone}
        return Entries(kept, weights.line, weights.column)

    def _named(self, key: str, node: Items) -> Iterator[Node]:
        """The items of a list but for ids and sources that are left out."""
        gone, sources = self.gone(_NAMED_BY.get(key, "")), self.gone("sources")
        for each in node.items:
            ref = word_of(each, "ref") if key == "sources" else ""
            if value_of(each) not in gone and ref not in sources:
                yield each

    def _led_past(self, requires: Items, part: str) -> Items:
        """The highest level of each capability but `part` itself, none of those left out."""
        highest: dict[str, Node] = {}
        for need in requires.items:
            for each in self._standing_in(need):
                name, _, level = value_of(each).partition("@")
                before = value_of(highest.get(name)).partition("@")[2]
                if name != part and level > before:
                    highest[name] = each
        return _like(requires, list(highest.values()))

    def _standing_in(self, need: Node) -> Iterator[Node]:
        """The requirement itself, or what the steps up to it require when they are left out."""
        capability, _, level = value_of(need).partition("@")
        if capability not in self.gone("capabilities"):
            yield need
            return
        for each in range(1, int(level) + 1):
            for other in self.needs[f"{capability}@{each}"]:
                yield from self._standing_in(other)

    def _is_about(self, rule: Node) -> bool:
        """Whether advice that nobody asked for depends on a capability that is left out."""
        return word_of(rule, "id") not in self.named and any(
            value_of(node).partition("@")[0] in self.gone("capabilities")
            for condition in list_of(rule, "when")
            if isinstance(condition, Entries)
            for _, node in condition.entries.values()
        )

    def _narrowed(self, rule: Node) -> Node:
        """Advice without the capabilities left out in what it restricts steps to."""
        only = entry_of(rule, "only")
        names = entry_of(only, "capabilities")
        if not (isinstance(rule, Entries) and isinstance(only, Entries) and names):
            return rule
        gone = self.gone("capabilities")
        kept = [each for each in each_of(names) if value_of(each) not in gone]
        (place, _), (key, _) = rule.entries["only"], only.entries["capabilities"]
        scope = Entries(
            {**only.entries, "capabilities": (key, _like(names, kept))}, only.line, only.column
        )
        return Entries({**rule.entries, "only": (place, scope)}, rule.line, rule.column)


def _is_whole(condition: Node) -> bool:
    """Whether a condition on journeys still names any, or names none by its kind."""
    lists = [entry_of(condition, key) for key in ("any-passed", "all-passed")]
    return all(each is None or each_of(each) for each in lists)


def _like(node: Node, items: list[Node]) -> Items:
    return Items(items, node.line, node.column)
