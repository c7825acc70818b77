"""What became of answers files on their way to a newer version, as a JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.model.answers import Answer, Answered, Handoff, NotApplicable, Unknown
from omniaudit.model.migration import Change, Kept, Migrated, Reply, StepReply
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.render.json import Document
from omniaudit.values import dataclass

SCHEMA = "omniaudit/migration@1"


@dataclass(frozen=True, slots=True)
class Moved:
    """One file: what it answered, what became of it, and where that was written."""

    file: str
    questionnaire: Questionnaire
    start: str
    """The version that the file named; empty when it is up to date."""
    found: Migrated | None
    """None when it is up to date."""
    written: str = ""
    """The file written, if any."""


def migrations(moved: Sequence[Moved]) -> Document:
    """Answers files on their way as `omniaudit/migration@1`."""
    return {"schema": SCHEMA, "files": [_file(each) for each in moved]}


def _file(moved: Moved) -> Document:
    found = moved.found
    ours = moved.questionnaire
    head = {
        "file": moved.file,
        "questionnaire": {"id": ours.id, "version": ours.version, "sha256": ours.sha256},
        "up_to_date": found is None,
    }
    if found is None:
        return head
    return {
        **head,
        "from": moved.start,
        "written": moved.written or None,
        "changes": [_change(each) for each in found.changes],
        "second_look": list(found.second_look),
        "kept": [_kept(each) for each in found.kept],
        "new": list(found.new),
        "unchanged": found.unchanged,
        "open": found.open,
    }


def _change(change: Change) -> Document:
    return {
        "how": change.how,
        "kind": change.kind,
        "old": list(change.old),
        "new": list(change.new),
        "before": [_reply(each) for each in change.before],
        "after": [_reply(each) for each in change.after],
        "why": change.why or None,
    }


def _kept(kept: Kept) -> Document:
    reply = None if kept.reply is None else _reply(kept.reply)
    names = {"version": str(kept.version), "kind": kept.kind, "id": kept.name}
    return {**names, "reply": reply, "why": kept.why or None}


def _reply(reply: Reply) -> Document:
    note = {"note": reply.note or None}
    if isinstance(reply, Handoff):
        return {"level": reply.level, "applies": reply.applies, "traffic": reply.traffic, **note}
    if isinstance(reply, StepReply):
        return {"result": reply.result, **note}
    return {**_answer(reply), "flagged": reply.flagged, **note}


def _answer(answer: Answer) -> Document:
    if isinstance(answer, Answered):
        coverage = None if answer.coverage is None else answer.coverage.name.lower()
        evidence = answer.evidence.name.lower()
        return {
            "state": "answered",
            "level": answer.level,
            "coverage": coverage,
            "evidence": evidence,
        }
    if isinstance(answer, NotApplicable):
        return {"state": "not-applicable", "reason": answer.reason}
    return {"state": "unknown" if isinstance(answer, Unknown) else "not-asked"}
