"""What became of an answers file on its way to a newer version, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from omniaudit.language import say, say_count
from omniaudit.model.answers import Answer, Answered, NotApplicable, NotAsked, Unknown
from omniaudit.model.migration import Change, Kept, Migrated
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report import wording
from omniaudit.report.document import Block, Bullets, Document, Prose, Section
from omniaudit.report.screens.frame import next_commands, screen


def migration(
    questionnaire: Questionnaire, found: Migrated, *, start: str, file: str, typed: str
) -> Document:
    """All that was done: what became what, what needs a second look, what is kept, what is new.

    `start` is the version that the file had; `typed` is how the file that was written is typed in a
    command, empty when none was.
    """
    versions = {"start": start, "end": questionnaire.version}
    title = say("{file}: from version {start} to {end}", file=file, **versions)
    sections = [
        Section("changes", "", "", _changes(found)),
        _listed("second-look", say("Flagged for a second look"), found.second_look),
        _listed("kept", say("Kept as comments at the end of the file"), _kept(found.kept)),
        _listed("new", say("New in this version, and not asked yet"), found.new),
    ]
    shown = [each for each in sections if each.blocks]
    if typed and found.second_look:
        shown.append(next_commands(f"omniaudit interview {typed} --only flagged"))
    elif typed and found.open:
        shown.append(next_commands(f"omniaudit interview {typed}"))
    return screen(questionnaire, title=title, sections=tuple(shown))


def up_to_date(questionnaire: Questionnaire, file: str) -> str:
    """The one line about a file that has nothing to move."""
    version = f"{questionnaire.id}@{questionnaire.version}"
    return say(
        "{file} is up to date with {version}: there is nothing to do.", file=file, version=version
    )


def _changes(found: Migrated) -> tuple[Block, ...]:
    lines = tuple(_with_reason(_sentence(each), each.why) for each in found.changes)
    same = say_count(
        found.unchanged,
        "{count} reply is as it was.",
        "{count} replies are as they were.",
    )
    unanswered = say_count(found.open, "{count} question is open.", "{count} questions are open.")
    counts = Prose(f"{same} {unanswered}")
    return (Bullets(lines), counts) if lines else (counts,)


def _listed(name: str, title: str, items: Sequence[str]) -> Section:
    return Section(name, "", title, (Bullets(tuple(items)),) if items else ())


def _kept(kept: Sequence[Kept]) -> tuple[str, ...]:
    return tuple(_with_reason(each.name, each.why) for each in kept)


def _with_reason(text: str, why: str) -> str:
    return f"{text} ({why})" if why else text


def _sentence(change: Change) -> str:
    old, new = wording.listed(change.old), wording.listed(change.new)
    level = _levels(change)
    match change.how:
        case "renamed":
            if not level:
                return say("{old} is now called {new}", old=old, new=new)
            return say("{old} is now called {new}: {level}", old=old, new=new, level=level)
        case "split":
            return say("{old} was split into {new}: {level}", old=old, new=new, level=level)
        case "joined":
            return say("{new} takes over what {old} asked: {level}", old=old, new=new, level=level)
        case "rescaled":
            return say("{old} has another ladder: {level}", old=old, level=level)
        case "removed":
            if change.kind == "channel":
                return say("{old} is no longer a channel; what was said is kept", old=old)
            return say("{old} is no longer asked; what was said is kept", old=old)
    assert_never(change.how)


def _levels(change: Change) -> str:
    """What was answered and, where that differs, what it has become."""
    if not change.before:
        return ""
    before, after = ([_said(each) for each in side] for side in (change.before, change.after))
    if set(before) == set(after):
        return before[0]
    was, now = (wording.listed(list(dict.fromkeys(side))) for side in (before, after))
    return say("{was}, now {now}", was=was, now=now)


def _said(answer: Answer) -> str:
    match answer:
        case Answered():
            return say("level {level}", level=answer.level)
        case Unknown():
            return say("unknown")
        case NotApplicable():
            return say("not applicable")
        case NotAsked():
            return say("not answered")
    assert_never(answer)
