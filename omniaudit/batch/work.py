"""The work on one chunk of a batch, wherever it is done: here, in a worker, on another machine."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from omniaudit import __version__, resources
from omniaudit.batch.documents import alone, content_of, sheet_of
from omniaudit.batch.earlier import basis_of
from omniaudit.batch.job import Failed, Item, Job, Outcome, Scored, Steps, Unchanged
from omniaudit.engine.planning import plan
from omniaudit.engine.scoring import score
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.scorecard import Scorecard
from omniaudit.render import json, table

if TYPE_CHECKING:  # what makes reports is loaded where reports are made
    from omniaudit.batch.reports import Reports


def score_chunk(
    job: Job, reports: Reports | None, items: Sequence[Item], mark: str = ""
) -> list[Outcome]:
    """What becomes of each of some documents, with its report if one is wanted; none stops another.

    In a worker, `mark` names a file that says while the work lasts which document it is at, and a
    document that takes longer than the job allows ends the process.

    Raises:
        UsageError, InputRejected: when the questionnaire cannot be read.
    """
    desk = _desk(job)
    with resources.speaking(job.language), _watched(mark, job.limits.seconds) as begin:
        outcomes: list[Outcome] = []
        for position, item in enumerate(items):
            begin(position)
            outcome = desk.outcome(item)
            if reports is not None and not isinstance(outcome, Failed):
                outcome = _reported(item, reports, outcome)
            outcomes.append(outcome)
        begin(DONE)
        return outcomes


def _reported(item: Item, reports: Reports, outcome: Scored | Unchanged) -> Outcome:
    """The outcome with the report on the document, or why there is none."""
    from omniaudit.batch.reports import write_report  # noqa: PLC0415 - as above

    reported = write_report(item, reports)
    if isinstance(reported, Failed):
        return reported
    return outcome._replace(report=reported.name)


@lru_cache(maxsize=1)
def _desk(job: Job) -> _Desk:
    """What all chunks of a job share in one process: the questionnaire is read once."""
    with resources.speaking(job.language):
        return _Desk(job)


class _Desk:
    """Everything that lies ready while the documents of a job go by."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.questionnaire = load_questionnaire(job.questionnaire)
        self.basis = basis_of(job, self.questionnaire)

    def outcome(self, item: Item) -> Outcome:
        """What becomes of one document."""
        return alone(item, self.job.limits, lambda: self._outcome(item))

    def _outcome(self, item: Item) -> Outcome:
        content = content_of(item)
        known = item.known and hashlib.sha256(content).hexdigest() == item.known
        if known and not item.planned:
            return Unchanged()
        sheet = sheet_of(item, content, self.questionnaire)
        card = score(self.questionnaire, sheet, self.job.preset)
        steps = self._steps(card) if item.planned else None
        if known:
            return Unchanged(steps)
        document = {
            "file": item.file,
            **({"line": item.line} if item.line else {}),
            "sha256": sheet.sha256,
            "basis": self.basis,
            "tool": __version__,
            **json.score(self.questionnaire, card),
        }
        return Scored(
            line=f"{json.line(document)}\n".encode(),
            row=table.csv_text([table.row(self.questionnaire, document)]).encode(),
            steps=steps,
        )

    def _steps(self, card: Scorecard) -> Steps:
        """The capabilities that the plan of a business raises, each with its level."""
        todo = plan(self.questionnaire, card)
        return tuple((each.step.capability, each.step.level) for each in todo.steps)


DONE = 9_999_999_999
"""The place in a mark when all documents of a chunk are done."""


class Mark(NamedTuple):
    """Which process works, and at which document of its chunk."""

    process: int
    position: int


def marked(path: Path) -> Mark | None:
    """What a mark says; None before the first document."""
    try:
        process, position = path.read_bytes().split()
    except (OSError, ValueError):
        return None
    return Mark(int(process), int(position))


@contextmanager
def _watched(mark: str, seconds: float) -> Iterator[Callable[[int], None]]:
    """What to call at the beginning of each document.

    The alarm's own action ends the process, so it rings whatever the process is busy with.
    """
    if not mark:
        yield lambda _position: None
        return
    handle, process = os.open(mark, os.O_WRONLY | os.O_CREAT, 0o600), os.getpid()

    def begin(position: int) -> None:
        os.pwrite(handle, b"%010d %010d" % (process, position), 0)
        signal.setitimer(signal.ITIMER_REAL, seconds)

    try:
        yield begin
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        os.close(handle)
