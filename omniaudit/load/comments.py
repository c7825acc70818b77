"""The comments of an answers file, each with the key it stands at.

YAML parsers drop comments; here they are what lies between the words that the parser reports, so
a `#` inside a quoted text or a block of text is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from omniaudit.load import strict_yaml
from omniaudit.load.replies import pair_of
from omniaudit.values import dataclass

Path = tuple[str, ...]
"""The keys that lead to an entry, such as `("answers", "data.history")`."""
FILE_START: Path = ("format",)
FILE_END: Path = ("end",)
HANDOFFS = "handoffs"
_SECTIONS = frozenset({"business", "respondent", "answers", "fit", HANDOFFS, "journeys"})
_JOURNEYS = "journeys"
_BREAKS = "\r\n\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_SPACE = " \t\ufeff"


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands around one entry: lines of comment, and blank lines as empty texts."""

    before: tuple[str, ...] = ()
    beside: str = ""
    at_end: tuple[str, ...] = ()
    """After the last entry of a section."""

    @property
    def is_empty(self) -> bool:
        """Whether there is no comment, only blank lines."""
        return not (self.beside or any(self.before) or self.at_end)

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it as lines, in order."""
        return (*self.before, *([self.beside] if self.beside else []), *self.at_end)


@dataclass(frozen=True)
class Comments:
    """The comments of a file by the path of the entry they stand at, in the order of the file."""

    margins: Mapping[Path, Margin]

    def at(self, path: Path) -> Margin:
        """What stands around an entry; empty where nothing does."""
        return self.margins.get(path, _NOTHING)

    def keys_in(self, section: Path) -> list[str]:
        """The keys of a section that a comment stands at or in."""
        return list(dict.fromkeys(path[len(section)] for path in self._below.get(section, ())))

    def lines_elsewhere(self, section: Path, known: Collection[str]) -> list[str]:
        """The comments of a section at keys that are not among the known ones."""
        depth = len(section)
        return [
            line
            for path in self._below.get(section, ())
            if path[depth] not in known
            for line in self.margins[path].lines
        ]

    @cached_property
    def _below(self) -> Mapping[Path, list[Path]]:
        """The paths below each section; those with blank lines only are left out."""
        below: dict[Path, list[Path]] = {}
        for path, margin in self.margins.items():
            if not margin.is_empty:
                for depth in range(len(path)):
                    below.setdefault(path[:depth], []).append(path)
        return below


_NOTHING = Margin()
NO_COMMENTS = Comments({})


def comments_of(data: bytes) -> Comments:
    """The comments and blank lines of an answers file.

    A comment on lines of its own stands at the key that follows, or at the end of its section; one
    behind an entry, or inside one of several lines, stands at that entry.

    Raises:
        InputRejected: when the file is not what the strict reader takes.
    """
    strict_yaml.read(data, "")
    text = data.decode("utf-8-sig").removeprefix("\ufeff") + "\n"
    return _Collector(text).comments()


class _Word(NamedTuple):
    """A key or text that the parser reported, and the entry it belongs to."""

    start: int
    end: int
    path: Path
    is_key: bool
    column: int
    is_block: bool


class _Line(NamedTuple):
    """A comment or a blank line between two words."""

    text: str
    column: int | None
    """Where the comment begins on a line of its own; None when something stands before it."""


_BLANK_LINE = _Line("", 0)


class _Collector:
    """Goes from word to word and puts what lies between them where it belongs."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[Path, list[_Line]] = {}
        self.ends: dict[Path, list[str]] = {}
        self.columns: dict[Path, int] = {}

    def comments(self) -> Comments:
        last: _Word | None = None
        for word in _words(self.text):
            self._between(last, word)
            if word.is_key:
                self.columns[word.path] = word.column
            if word.is_block:
                head = _BREAK.split(self.text[word.start : word.end], maxsplit=1)[0]
                self._add(word.path, [_Line(each, None) for each in _comment_in(head)])
            last = word
        self._between(last, None)
        paths = dict.fromkeys((*self.found, *self.ends))
        return Comments({path: self._margin(path) for path in paths})

    def _add(self, path: Path, lines: list[_Line]) -> None:
        if lines:
            self.found.setdefault(path, []).extend(lines)

    def _between(self, last: _Word | None, word: _Word | None) -> None:
        """Take what lies between two words, or before the first or after the last one."""
        lines = self._lines(last.end if last else 0, word.start if word else len(self.text))
        if last is None:
            self._add(FILE_START, lines)
        elif word is not None and not word.is_key:
            self._add(word.path, [line for line in lines if line.text])
        else:
            self._add(last.path, [line for line in lines if line.column is None])
            own = [line for line in lines if line.column is not None]
            self._share(own, self._closed(last, word), word)

    def _lines(self, start: int, end: int) -> list[_Line]:
        """The comments and blank lines of a gap; its last line belongs to the word that follows."""
        first, *rest = _BREAK.split(self.text[start:end])
        is_fresh = start == 0 or self.text[start - 1] in _BREAKS
        if rest and is_fresh:
            lines = _whole(first)
        else:
            lines = [_Line(each, None) for each in _comment_in(first)]
        for line in rest[:-1]:
            lines += _whole(line)
        return lines

    def _closed(self, last: _Word, word: _Word | None) -> list[Path]:
        """The sections that end between two words, the innermost first."""
        here = word.path if word else ()
        ways = (last.path[:depth] for depth in range(len(last.path), 0, -1))
        return [way for way in ways if _is_section(way) and here[: len(way)] != way]

    def _share(self, lines: list[_Line], closed: list[Path], word: _Word | None) -> None:
        """Comments indented like a section that ends stay in it, the others go to the next key."""
        blanks: list[_Line] = []
        for line in lines:
            if not line.text:
                blanks.append(line)
                continue
            while closed and (line.column or 0) <= self.columns[closed[0]]:
                closed = closed[1:]
            if closed:
                texts = [each.text for each in (*blanks, line)]
                self.ends.setdefault(closed[0], []).extend(texts)
            else:
                self._add(word.path if word else FILE_END, [*blanks, line])
            blanks = []
        if word:
            self._add(word.path, blanks)

    def _margin(self, path: Path) -> Margin:
        """One comment can stand beside an entry: the last, if it did so before."""
        *lines, last = self.found.get(path) or [_BLANK_LINE]
        at_end = tuple(self.ends.get(path, ()))
        if last.column is None:
            return Margin(tuple(each.text for each in lines), last.text, at_end)
        before = (*lines, last) if path in self.found else ()
        return Margin(tuple(each.text for each in before), "", at_end)


def _whole(line: str) -> list[_Line]:
    """A whole line between two words, if it is a comment or blank."""
    said = line.lstrip(_SPACE)
    if not said:
        return [_BLANK_LINE]
    if said[0] == "#":
        return [_Line(said, len(line) - len(said))]
    return [_Line(each, None) for each in _comment_in(said)]


def _comment_in(line: str) -> list[str]:
    start = line.find("#")
    return [] if start < 0 else [line[start:]]


def _words(text: str) -> Iterator[_Word]:
    events = yaml.parse(text, Loader=yaml.CBaseLoader)
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            yield from _section(events, ())


def _section(events: Iterator[Any], path: Path) -> Iterator[_Word]:
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        way = (*path, _name(path, key.value))
        yield _word(key, way, is_key=True)
        value = next(events)
        if isinstance(value, yaml.MappingStartEvent) and _is_section(way):
            yield from _section(events, way)
        else:
            yield from _value(events, value, way)


def _value(events: Iterator[Any], event: yaml.Event, path: Path) -> Iterator[_Word]:
    """The words of everything that is one entry."""
    depth = 0
    while True:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent) and event.start_mark.index < event.end_mark.index:
            yield _word(event, path, is_key=False)
        if depth == 0:
            return
        event = next(events)


def _word(event: yaml.ScalarEvent, path: Path, *, is_key: bool) -> _Word:
    start, end = event.start_mark, event.end_mark
    return _Word(start.index, end.index, path, is_key, start.column, event.style in {"|", ">"})


def _is_section(path: Path) -> bool:
    """Whether the entries below are entries of their own, not parts of one."""
    return path[:1] == (_JOURNEYS,) if len(path) == 2 else path[0] in _SECTIONS and len(path) == 1  # noqa: PLR2004 - a journey's path


def _name(path: Path, key: str) -> str:
    """The key as it is written back."""
    start, end = pair_of(key) if path == (HANDOFFS,) else ("", "")
    return f"{start} -> {end}" if start and end else key
