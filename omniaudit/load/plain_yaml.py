"""The plain form of YAML that nearly all answers files have, read in a fraction of the time.

A `name: value` a line, groups by indentation, texts bare or in quotes, lists and groups of one
line in brackets, comments. Whatever is not certain to mean the same to libyaml is declined, and
`strict_yaml` reads the file from its start: it alone ever says what is wrong with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from omniaudit.load.tree import MAX_NODES, MAX_TEXT, Entries, Items, Node, Text

DEPTH = 6
"""So many levels deep a file may go here; its root is one."""
_MOST_OPEN = DEPTH - 3
"""Groups above a group: besides them there are a bracket and the text in it."""
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\n"

_NAME = "[A-Za-z0-9][A-Za-z0-9_.>→ -]{0,200}(?<! )"
_BARE = "[^ \n\\-?:,\\[\\]{}#&*!|>'\"%@`][^:#\n]*(?:(?::(?=[^ \n])|(?<! )#)[^:#\n]*)*(?<! )"
_DOUBLE = r'"([^"\\]*(?:\\["\\nt][^"\\]*)*)"'
_WORD = r"[A-Za-z0-9][^,:#?\[\]{}\n]*(?<! )"
_COMMENT = "(?: +(?:#[^\n]*)?)?"
_ROW = re.compile(
    rf"^(?:( *)({_NAME}):(?: (?:({_BARE})|([\"'\[{{][^\n]*)))?{_COMMENT}| *(?:#[^\n]*)?)\n",
    re.MULTILINE,
)
_QUOTED = re.compile(rf"(?:{_DOUBLE}|'([^']*)'){_COMMENT}")
_LIST = re.compile(rf"\[((?:{_WORD}(?:, {_WORD})*)?)\]{_COMMENT}")
_PAIR = re.compile(rf"({_NAME}): (?:({_WORD})|{_DOUBLE})(, |\}}{_COMMENT}\Z)")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}
_Group = dict[str, tuple[Text, Node]]
_Above = list[tuple[str, _Group]]
_new = tuple.__new__  # half the time of `Text(...)`, twice a line


def read_plain(text: str) -> Entries | None:
    """The tree of a file in the plain form, as `strict_yaml` would build it; None for any other."""
    if not text.endswith("\n"):
        text += "\n"
    # A list of one item a line is not for here: whoever writes questionnaires has many.
    if "\n  - " in text or not _is_printable(text):
        return None
    if len(text) > MAX_TEXT and max(map(len, text.split("\n"))) > MAX_TEXT:
        return None
    rows = _ROW.findall(text)
    # A line gives a name and a value; a bracket in it one pair more than there are commas.
    if len(rows) != text.count("\n") or 4 * len(rows) + 2 * text.count(",") >= MAX_NODES:
        return None
    return _tree(rows)


def _is_printable(text: str) -> bool:
    """Whether it holds nothing but lines of what prints, all of which libyaml takes."""
    if text.isascii():
        return not text.encode().translate(None, _PRINTABLE)
    return text.replace("\n", "").isprintable()


def _tree(rows: list[tuple[str, str, str, str]]) -> Entries | None:
    """The tree of rows of indentation, name and value; below a name without value is a group."""
    root: _Group = {}
    group, above, margin, column, line, empty = root, _Above(), "", 1, 0, ""
    for indent, name, bare, enclosed in rows:
        line += 1
        if not name:
            continue
        if indent != margin:
            if len(indent) < len(margin):
                while len(indent) < len(margin):
                    margin, group = above.pop()
            elif empty and len(above) < _MOST_OPEN:
                above.append((margin, group))
                below: _Group = {}
                margin = indent
                group[empty] = group[empty][0], Entries(below, line, len(margin) + 1)
                group = below
            if indent != margin:
                return None
            column = len(margin) + 1
        if name in group:
            return None
        node: Node | None
        if bare:
            node, empty = _new(Text, (bare, line, column + len(name) + 2)), ""
        elif enclosed:
            node, empty = _enclosed(enclosed, line, column + len(name) + 2), ""
            if node is None:
                return None
        else:
            node, empty = Text("", line, column + len(name) + 1), name
        group[name] = _new(Text, (name, line, column)), node
    return Entries(root, next(iter(root.values()))[0].line, 1) if root else None


def _enclosed(value: str, line: int, column: int) -> Node | None:
    """What stands in quotes or brackets; None where that is not certain."""
    if value[0] == "[":
        found = _LIST.fullmatch(value)
        return Items(list(_items(found[1], line, column + 1)), line, column) if found else None
    if value[0] == "{":
        return _pairs(value, line, column)
    found = _QUOTED.fullmatch(value)
    if found is None:
        return None
    double, single = found.groups()
    return Text(_unescaped(double) if single is None else single, line, column)


def _items(words: str, line: int, column: int) -> Iterator[Text]:
    for word in words.split(", ") if words else ():
        yield Text(word, line, column)
        column += len(word) + 2


def _pairs(value: str, line: int, column: int) -> Entries | None:
    """A group in brackets."""
    entries: _Group = {}
    position, separator = 1, ", "
    while separator == ", ":
        found = _PAIR.match(value, position)
        if found is None or found[1] in entries:
            return None
        name, bare, double, separator = found.groups()
        key = Text(name, line, column + position)
        text = _unescaped(double) if bare is None else bare
        entries[name] = key, Text(text, line, column + position + len(name) + 2)
        position = found.end()
    return Entries(entries, line, column)


def _unescaped(text: str) -> str:
    """A text in double quotes as it is meant."""
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text)
