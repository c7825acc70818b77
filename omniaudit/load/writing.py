"""An `AnswerSheet` as the text of an answers file, with the comments somebody wrote into it.

Reading what was written gives the same sheet, and writing that again the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from omniaudit.load.comments import HANDOFFS, NO_COMMENTS, Comments, Path
from omniaudit.load.replies import pair_of
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Evidence,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.migration import Reply, StepReply
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite, Place, problem

_Entry = tuple[str, "str | Sequence[_Entry] | None"]
"""A key with its value as it is written, None for no value, or the entries of a section."""
_Field = tuple[str, str]
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]', re.DOTALL
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def answers_text(
    sheet: AnswerSheet,
    questionnaire: Questionnaire,
    *,
    tool: str,
    comments: Comments = NO_COMMENTS,
) -> str:
    """The text of an answers file, pinned to the questionnaire's version and closed by its end.

    `tool` is the program's name and version. An entry without a value is written where a comment
    stands at it.

    Raises:
        CannotWrite: when the file would be larger than what is read back.
    """
    entries = _file(sheet, questionnaire, tool, comments)
    lines = (line for key, value in entries for line in _lines((key,), value, comments))
    text = "\n".join(lines) + "\n"
    size = len(text.encode())
    if size > MAX_BYTES:
        kilobytes, limit = -(-size // 1024), MAX_BYTES // 1024
        place = Place(sheet.business.name)
        raise CannotWrite([problem("F104", place, size=kilobytes, limit=limit)])
    return text


def quoted(text: str) -> str:
    """A text as a double-quoted YAML scalar on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"


def reply_text(reply: Reply) -> str:
    """A reply as it stands behind its id; empty when there is none."""
    if isinstance(reply, Handoff):
        return _handoff(reply)
    if isinstance(reply, StepReply):
        return _step(reply.result, reply.note) or ""
    return _answer(reply) or ""


def _file(
    sheet: AnswerSheet, questionnaire: Questionnaire, tool: str, comments: Comments
) -> Iterator[_Entry]:
    business, respondent = sheet.business, sheet.respondent
    yield "format", "1"
    yield "tool", tool
    yield "questionnaire", f"{questionnaire.id}@{questionnaire.version}"
    yield (
        "business",
        (
            ("name", quoted(business.name) if business.name else None),
            ("profile", business.profile or None),
            ("size", business.size or None),
            ("channels", f"[{', '.join(business.channels)}]"),
        ),
    )
    role = quoted(respondent.role) if respondent.role else None
    yield "respondent", (("role", role), ("side", respondent.side))
    yield "date", sheet.date.isoformat() if sheet.date else None
    yield "mode", sheet.mode
    asked = [each.id for each in questionnaire.capabilities]
    yield "answers", [(name, _answer(sheet.answer(name))) for name in asked]
    items = [each.id for each in questionnaire.fit.items]
    yield "fit", [(name, _answer(sheet.fit.get(name, NotAsked()))) for name in items]
    yield HANDOFFS, list(_handoffs(sheet, questionnaire, comments))
    yield "journeys", list(_journeys(sheet, questionnaire))
    yield "end", "true"


def _answer(answer: Answer) -> str | None:
    """An answer as briefly as it can be said; None when nothing was."""
    extras: list[_Field] = [("note", quoted(answer.note))] if answer.note else []
    if answer.flagged:
        extras.append(("flag", "yes"))
    if isinstance(answer, NotApplicable):
        return _flow([("not-applicable", quoted(answer.reason)), *extras])
    if isinstance(answer, Unknown):
        return _flow([("level", "unknown"), *extras]) if extras else "unknown"
    if isinstance(answer, Answered):
        details = [*_details(answer), *extras]
        return _flow([("level", str(answer.level)), *details]) if details else str(answer.level)
    return _flow(extras) if extras else None


def _details(answer: Answered) -> Iterator[_Field]:
    if answer.coverage is not None:
        yield "coverage", answer.coverage.name.lower()
    if answer.evidence is not Evidence.SAID:
        yield "evidence", answer.evidence.name.lower()


def _handoffs(
    sheet: AnswerSheet, questionnaire: Questionnaire, comments: Comments
) -> Iterator[_Entry]:
    """The handoffs given, and those that a comment stands at, in the questionnaire's order."""
    order = {name: number for number, name in enumerate(questionnaire.channel)}
    commented = [pair_of(key) for key in comments.keys_in((HANDOFFS,))]
    known = [pair for pair in commented if pair[0] in order and pair[1] in order]
    for pair in sorted({*sheet.handoffs, *known}, key=lambda each: [order[name] for name in each]):
        given = sheet.handoffs.get(pair)
        yield " -> ".join(pair), None if given is None else _handoff(given)


def _handoff(handoff: Handoff) -> str:
    level = "unknown" if handoff.level is None else str(handoff.level)
    level = level if handoff.applies else "not-applicable"
    answer = [("level", level)] if handoff.asked else []
    details: list[_Field] = []
    if handoff.traffic != 1:
        details.append(("traffic", str(handoff.traffic)))
    if handoff.note:
        details.append(("note", quoted(handoff.note)))
    return _flow([*answer, *details]) if details else level


def _journeys(sheet: AnswerSheet, questionnaire: Questionnaire) -> Iterator[_Entry]:
    for journey in questionnaire.journeys:
        results = sheet.journeys.get(journey.id, {})
        yield (
            journey.id,
            [
                (step.id, _step(results.get(step.id), sheet.step_notes.get((journey.id, step.id))))
                for step in journey.steps
            ],
        )


def _step(result: str | None, note: str | None) -> str | None:
    if not note:
        return result
    return _flow([*([("result", result)] if result else []), ("note", quoted(note))])


def _flow(fields: Sequence[_Field]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in fields)}}}"


def _lines(path: Path, value: str | Sequence[_Entry] | None, comments: Comments) -> Iterator[str]:
    """The lines of an entry with its comments; none when there is nothing to say."""
    margin = comments.at(path)
    if isinstance(value, str):
        inside, said = [], f": {value}"
    else:
        inside, said = list(_inside(path, value or (), comments)), ":"
    if not isinstance(value, str) and not inside and margin.is_empty:
        return
    indent = "  " * (len(path) - 1)
    yield from _indented(margin.before, indent)
    beside = f"  {margin.beside}" if margin.beside else ""
    yield f"{indent}{path[-1]}{said}{beside}"
    yield from inside


def _inside(path: Path, entries: Sequence[_Entry], comments: Comments) -> Iterator[str]:
    for key, value in entries:
        yield from _lines((*path, key), value, comments)
    strays = comments.lines_elsewhere(path, {key for key, _ in entries})
    yield from _indented((*strays, *comments.at(path).at_end), "  " * len(path))


def _indented(lines: Sequence[str], indent: str) -> Iterator[str]:
    return (f"{indent}{line}" if line else line for line in lines)
