"""A questionnaire that draws on another: what it does not say itself is the other's.

Groups are joined key by key. A list replaces the other's; where an id stands in it alone, that
part is taken over as it is. What is left behind leaves no gap: steps that needed one of its steps
need what that step needed, and advice about it goes with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.notebook import Notebook
from omniaudit.load.places import moved
from omniaudit.load.strict_yaml import Entries, Items, Node, Text

_NOT_TAKEN = ("translations", "quick", "minutes")
PICKED = ("profiles", "sizes", "channels", "capabilities", "journeys", "advice", "sources")
"""The lists in which an id alone takes over a part of the other."""


def drawn(other: Entries, own: Entries, notebook: Notebook) -> Entries:
    """The tree of `own` filled up from the questionnaire it draws on."""
    entries = {key: each for key, each in other.entries.items() if key not in _NOT_TAKEN}
    for key, (place, value) in own.entries.items():
        _, theirs = other.entries.get(key, (None, None))
        entries[key] = (place, _joined(key, value, theirs, notebook))
    left = _parts(other, "capabilities").keys() - _parts(Entries(entries, 0, 0), "capabilities")
    if left and "gates" not in own.entries:
        notebook.note("S302", own, key="gates")
    return _Gap(other, left).closed(Entries(entries, own.line, own.column))


def _joined(key: str, value: Node, theirs: Node | None, notebook: Notebook) -> Node:
    if isinstance(value, Entries) and isinstance(theirs, Entries):
        return Entries({**theirs.entries, **value.entries}, value.line, value.column)
    if key in PICKED and isinstance(value, Items) and isinstance(theirs, Items):
        return _picked(key, value, theirs, notebook)
    return value


def _picked(key: str, value: Items, theirs: Items, notebook: Notebook) -> Items:
    known = dict(_by_id(theirs))
    parts: list[Node] = []
    for part in value.items:
        if isinstance(part, Text) and part.value not in known:
            hint = notebook.hint(part.value, known)
            what = say("part of `{key}`", key=key)
            notebook.note("Q604", part, what=what, value=shown(part.value), hint=hint)
        else:
            parts.append(moved(known[part.value], part) if isinstance(part, Text) else part)
    return Items(parts, value.line, value.column)


class _Gap:
    """What is left of a questionnaire when some of its capabilities are not taken over."""

    def __init__(self, other: Entries, left: set[str]) -> None:
        self.left = left
        self.needs = {
            f"{name}@{level}": _list(step, "requires")
            for name, part in _parts(other, "capabilities").items()
            for level, step in enumerate(_list(part, "steps"), 1)
        }

    def closed(self, root: Entries) -> Entries:
        if not self.left:
            return root
        entries = dict(root.entries)
        for key in ("capabilities", "journeys"):
            place, parts = entries[key]
            entries[key] = (place, self._bridged(parts))
        place, rules = entries["advice"]
        kept = [self._narrowed(rule) for rule in _list(root, "advice") if not self._is_about(rule)]
        entries["advice"] = (place, Items(kept, rules.line, rules.column))
        return Entries(entries, root.line, root.column)

    def _bridged(self, node: Node, part: str = "") -> Node:
        """The node with every list of requirements led past what is left behind."""
        if isinstance(node, Items):
            parts = [self._bridged(each, part) for each in node.items]
            return Items(parts, node.line, node.column)
        if not isinstance(node, Entries):
            return node
        part = part or _value(_entry(node, "id") or node)
        entries = {
            key: (
                place,
                self._led_past(value, part) if key == "requires" else self._bridged(value, part),
            )
            for key, (place, value) in node.entries.items()
        }
        return Entries(entries, node.line, node.column)

    def _led_past(self, requires: Node, part: str) -> Node:
        """The highest level of each capability but `part` itself, none of those left behind."""
        if not isinstance(requires, Items):
            return requires
        highest: dict[str, Node] = {}
        for need in requires.items:
            for each in self._standing_in(need, frozenset()):
                name, _, level = _value(each).partition("@")
                before = _value(highest[name]).partition("@")[2] if name in highest else ""
                if name != part and level > before:
                    highest[name] = each
        return Items(list(highest.values()), requires.line, requires.column)

    def _standing_in(self, need: Node, seen: frozenset[str]) -> Iterator[Node]:
        """The requirement itself, or what the steps up to it require when they are gone."""
        name = _value(need)
        capability, _, level = name.partition("@")
        if capability not in self.left:
            yield need
        elif name not in seen and level.isdecimal():
            for each in range(1, int(level) + 1):
                for other in self.needs.get(f"{capability}@{each}", ()):
                    yield from self._standing_in(other, seen | {name})

    def _is_about(self, rule: Node) -> bool:
        """Whether advice depends on what is left behind."""
        for condition in _list(rule, "when"):
            entries = condition.entries if isinstance(condition, Entries) else {}
            names = (_value(node).partition("@")[0] for _, node in entries.values())
            if any(name in self.left for name in names):
                return True
        return False

    def _narrowed(self, rule: Node) -> Node:
        """Advice without the capabilities left behind in what it restricts steps to."""
        only = _entry(rule, "only")
        names = _entry(only, "capabilities") if only else None
        if not (isinstance(rule, Entries) and isinstance(only, Entries) and names):
            return rule
        kept = [each for each in _list(only, "capabilities") if _value(each) not in self.left]
        (place, _), (key, _) = rule.entries["only"], only.entries["capabilities"]
        lists = {**only.entries, "capabilities": (key, Items(kept, names.line, names.column))}
        scope = Entries(lists, only.line, only.column)
        return Entries({**rule.entries, "only": (place, scope)}, rule.line, rule.column)


def _value(node: Node) -> str:
    return node.value if isinstance(node, Text) else ""


def _entry(node: Node, key: str) -> Node | None:
    return node.entries[key][1] if isinstance(node, Entries) and key in node.entries else None


def _list(node: Node, key: str) -> list[Node]:
    items = _entry(node, key)
    return items.items if isinstance(items, Items) else []


def _by_id(items: Items) -> Iterator[tuple[str, Node]]:
    for part in items.items:
        name = _entry(part, "id")
        if isinstance(name, Text):
            yield name.value, part


def _parts(root: Entries, key: str) -> Mapping[str, Node]:
    _, items = root.entries.get(key, (None, None))
    return dict(_by_id(items)) if isinstance(items, Items) else {}
