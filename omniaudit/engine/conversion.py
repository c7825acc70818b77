"""What becomes of single answers in a newer version: rescaled, split, or several joined to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from omniaudit.model.answers import Answer, Answered, NotApplicable, NotAsked, Unknown
from omniaudit.model.migration import Move
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer that reaches a new id."""

    old: str
    """The id it was given to."""
    reply: Answer
    """As it was given."""
    answer: Answer
    """What it has become."""
    is_doubtful: bool = False
    """Whether somebody has to look at it again."""
    why: str = ""


def arrivals(name: str, reply: Answer, move: Move | None) -> Iterator[tuple[str, Arrival]]:
    """The new ids that an answer reaches, and as what; none when its question was removed."""
    if move is None:
        yield name, Arrival(name, reply, reply)
        return
    became, is_doubtful = _rescaled(reply, move)
    is_doubtful |= move.how in {"split", "joined"} and not isinstance(reply, NotAsked)
    for number, new in enumerate(move.new):
        note = became.note if number == 0 or move.notes_on_all else ""
        answer = replace(became, note=note, flagged=reply.flagged or is_doubtful)
        if answer != NotAsked():
            yield new, Arrival(name, reply, answer, is_doubtful, move.why)


def joined(found: Sequence[Arrival], longest_note: int) -> tuple[Answer, tuple[Arrival, ...]]:
    """One answer from all that reach an id, flagged, and those that are not wholly in it.

    The lowest level counts, with the lowest coverage and the weakest evidence that any gave; with
    one unknown among them it is unknown. What was not asked or not applicable does not count
    beside others. Notes are put together as far as `longest_note` reaches.
    """
    if len(found) == 1:
        (only,) = found
        lost = isinstance(only.reply, Answered) and isinstance(only.answer, Unknown)
        return only.answer, (_without_note(only),) if lost else ()
    given = [each.answer for each in found]
    note, has_room = _together((each.note for each in given), longest_note)
    reasons = (each.reason for each in given if isinstance(each, NotApplicable))
    reason, has_space = _together(reasons, longest_note)
    flagged = any(each.flagged for each in given) or not _is_open(given)
    answer = replace(_lowest(given, reason), note=note, flagged=flagged)
    if not (has_room and has_space):
        return answer, tuple(found)
    left = (each for each in found if not _is_said_by(answer, each))
    return answer, tuple(_without_note(each) for each in left)


def _is_open(given: Sequence[Answer]) -> bool:
    return all(isinstance(each, NotAsked) for each in given)


def _rescaled(reply: Answer, move: Move) -> tuple[Answer, bool]:
    """The answer on the new ladder, and whether it has become doubtful."""
    if not isinstance(reply, Answered) or not move.levels:
        return reply, False
    level = move.levels[reply.level]
    if level is None:
        return Unknown(reply.note, reply.flagged), True
    return replace(reply, level=level), reply.level in move.doubtful


def _together(texts: Iterable[str], longest: int) -> tuple[str, bool]:
    """The texts as one, each once, and whether there is room for it; else the first alone."""
    said = list(dict.fromkeys(each for each in texts if each))
    whole = "\n".join(said)
    return (whole, True) if len(whole) <= longest else (said[0], False)


def _lowest(given: Sequence[Answer], reason: str) -> Answer:
    levels = [each for each in given if isinstance(each, Answered)]
    if any(isinstance(each, Unknown) for each in given):
        return Unknown()
    if levels:
        coverages = [each.coverage for each in levels if each.coverage is not None]
        return Answered(
            min(each.level for each in levels),
            min(coverages, default=None),
            min(each.evidence for each in levels),
        )
    return NotApplicable(reason) if reason else NotAsked()


def _is_said_by(answer: Answer, arrival: Arrival) -> bool:
    """Whether an answer, notes aside, says what one of those that made it up said."""
    said = replace(arrival.answer, note="", flagged=False)
    if isinstance(said, NotAsked):
        return True
    if isinstance(answer, NotApplicable):
        return isinstance(said, NotApplicable)  # its reason is among those put together
    is_blurred = isinstance(arrival.reply, Answered) and isinstance(said, Unknown)
    return said == replace(answer, note="", flagged=False) and not is_blurred


def _without_note(arrival: Arrival) -> Arrival:
    return replace(arrival, reply=replace(arrival.reply, note="", flagged=False))
