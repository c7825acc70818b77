"""What the YAML parser complains about, in the words of somebody who never heard of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from omniaudit.language import mark, say

_TAB = mark("a tab stands here; use spaces to indent")
_PLAIN: Mapping[str, str] = {
    "mapping values are not allowed in this context": mark(
        "a colon stands where none is expected; put a text that holds `: ` in quotes"
    ),
    "mapping keys are not allowed in this context": mark(
        "`?` cannot begin a text; put the text in quotes"
    ),
    "block sequence entries are not allowed in this context": mark(
        "a list begins on the line of its name; begin it on the next line"
    ),
    "could not find expected ':'": mark("after this name a colon is missing"),
    "did not find expected key": mark(
        "this does not fit what stands before it; a colon is missing there, a quote stands "
        "inside quotes, or the indentation differs"
    ),
    "did not find expected '-' indicator": mark("this line of a list does not begin with `- `"),
    "did not find expected ',' or ']'": mark("a comma or `]` is missing before this"),
    "did not find expected ',' or '}'": mark("a comma or `}` is missing before this"),
    "did not find expected node content": mark("a value is missing before this character"),
    "did not find expected <document start>": mark("something is left over here"),
    "did not find expected alphabetic or numeric character": mark(
        "`&` or `*` cannot begin a text; put the text in quotes"
    ),
    "did not find expected whitespace or line break": mark(
        "`!` cannot begin a text; put the text in quotes"
    ),
    "did not find expected comment or line break": mark(
        "after `|` or `>` the text must begin on the next line; or put it in quotes"
    ),
    "did not find expected hexdecimal number": mark(
        "after this `\\` a code in hexadecimal is incomplete; write `\\\\` for a backslash"
    ),
    "found character that cannot start any token": mark(
        "a text cannot begin with this character; put the text in quotes, and indent with spaces"
    ),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "found unexpected end of stream": mark("the quote that opens here is never closed"),
    "found unexpected document indicator": mark(
        "`---` or `...` stands inside a quoted text, or the quote before it was never closed"
    ),
    "found unknown escape character": mark(
        "after this `\\` comes no known code; write `\\\\` for one"
    ),
    "found invalid Unicode character escape code": mark(
        "this code stands for no character; write the character itself"
    ),
    "found undefined tag handle": mark("`!` cannot begin a text; put the text in quotes"),
    "did not find the expected '>'": mark("`!` cannot begin a text; put the text in quotes"),
}
_WHERE_IT_BEGAN = frozenset({"could not find expected ':'", "found unexpected end of stream"})
"""Complaints at the place where the parser gave up, often lines after the mistake."""
_AFTER_WHAT_WAS_READ = "did not find expected key"
"""A complaint at the next thing that is read, with comments in between, about the last one."""
_UNFINISHED = mark(
    "this does not fit what follows in line {line}; a colon, or the space after it, is missing "
    "here, or the indentation differs"
)
_NO_SUCH_START = "found character that cannot start any token"
_IN_BRACKETS = frozenset({"did not find expected ',' or ']'", "did not find expected ',' or '}'"})
_NEVER_CLOSED = mark(
    "the bracket that opens here is not closed, or a comma is missing between brackets"
)


class _Mark(Protocol):
    line: int
    column: int


class _Complaint(Protocol):
    """A `MarkedYAMLError` of libyaml, which always has a problem and its place."""

    problem: str
    problem_mark: _Mark
    context_mark: _Mark


def fault(complaint: _Complaint, last: _Mark | None, text: str) -> tuple[str, int, int]:
    """What is wrong in plain words, with line and column; `last` was read before it."""
    why, place = say(_PLAIN.get(complaint.problem, complaint.problem)), complaint.problem_mark
    if complaint.problem == _AFTER_WHAT_WAS_READ and last and last.line < place.line:
        why, place = say(_UNFINISHED, line=place.line + 1), last
    elif complaint.problem == _NO_SUCH_START and _is_tab(text, place):
        why = say(_TAB)
    elif complaint.problem in _WHERE_IT_BEGAN:
        place = complaint.context_mark
    elif complaint.problem in _IN_BRACKETS and complaint.context_mark.line < place.line:
        why, place = say(_NEVER_CLOSED), complaint.context_mark
    return why, place.line + 1, place.column + 1


def _is_tab(text: str, place: _Mark) -> bool:
    lines = text.splitlines()
    return place.line < len(lines) and lines[place.line][place.column : place.column + 1] == "\t"
