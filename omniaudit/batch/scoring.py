"""All documents of a batch in their order: who works on them, and what is written of each."""

from __future__ import annotations

import json
import math
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from omniaudit.batch.earlier import Earlier, row_of
from omniaudit.batch.executors import Executor, Pending
from omniaudit.batch.job import Failed, Item, Outcome, Scored, Steps, Unchanged
from omniaudit.batch.results import BOOK, RESULTS, Run
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import Problem
from omniaudit.render import table

if TYPE_CHECKING:
    from omniaudit.report.portfolio.tally import Tally

CHUNK = 200
"""Documents that are handed over at once, at most: enough that handing over costs nothing."""
PLANS = 200
"""Businesses whose plans a portfolio counts: each takes as long as scoring forty."""
_SHARE = 4
"""Chunks that each of several workers gets at least, so that none is idle at the end."""

Progress = Callable[[int, int], None]
"""Hears how many documents are done and how many of them failed."""
Chunk = list[Item]


@dataclass(slots=True)
class Tidings:
    """What there is to tell of a batch."""

    scored: int = 0
    failed: int = 0
    reused: int = 0
    """Of those scored, how many an earlier run had done."""
    stopped: bool = False
    """Whether more failed than may."""
    steps: list[Steps] = field(default_factory=list)
    """Of each business that was planned for."""
    files: Counter[str] = field(default_factory=Counter)
    """By code of an error, how many documents have it."""
    examples: dict[str, Problem] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """Documents of which it is known what becomes of them."""
        return self.scored + self.failed

    def kinds(self) -> list[tuple[Problem, int]]:
        """An example of every kind of error with the number of documents that have it."""
        return [(self.examples[code], count) for code, count in self.files.most_common()]

    def note(self, problems: Iterable[Problem]) -> None:
        """Note why a document failed."""
        self.failed += 1
        errors: dict[str, Problem] = {}
        for each in problems:
            if each.severity == "error":
                errors.setdefault(each.code, each)
        self.files.update(errors.keys())
        for code, each in errors.items():
            self.examples.setdefault(code, each)


def size_of_chunks(documents: int, workers: int, *, reports: bool) -> int:
    """How many documents are handed over at once: one where each takes a second."""
    if reports:
        return 1
    return max(1, min(CHUNK, documents // (_SHARE * workers)))


def chunks(items: Iterable[Item], size: int, every: int = 0) -> Iterator[Chunk]:
    """The documents in chunks; `every` so many, one is to be planned for; 0 is none."""
    numbered = enumerate(items)
    while chunk := list(islice(numbered, size)):
        yield [
            item._replace(planned=True) if every and number % every == 0 else item
            for number, item in chunk
        ]


class Scoring:
    """What becomes of many documents, written down as it comes, in their order."""

    def __init__(self, questionnaire: Questionnaire, run: Run, earlier: Earlier) -> None:
        self.questionnaire = questionnaire
        self.run = run
        self.earlier = earlier
        self.tidings = Tidings()

    def through(
        self,
        executor: Executor,
        parts: Iterable[Chunk],
        progress: Progress,
        most_failures: float = math.inf,
    ) -> Tidings:
        """Have all chunks worked on; stop when more documents fail than may.

        Raises:
            CannotWrite: when the disk takes no more.
            Unavailable: when nobody can work.
        """
        for chunk, outcomes in _in_order(executor, map(self.earlier.known, parts)):
            self._write(chunk, self._sound(executor, chunk, outcomes), most_failures)
            progress(self.tidings.done, self.tidings.failed)
            if self.tidings.stopped:
                break
        return self.tidings

    def _write(
        self, chunk: Chunk, outcomes: Iterable[Scored | Failed], most_failures: float
    ) -> None:
        scored: list[Scored] = []
        for item, outcome in zip(chunk, outcomes, strict=True):
            if isinstance(outcome, Scored):
                scored.append(outcome)
                if outcome.report:
                    self.run.add_report(item, outcome.report)
                continue
            self.run.add_failed(item, outcome.problems)
            self.tidings.note(outcome.problems)
            if self.tidings.failed > most_failures:
                self.tidings.stopped = True
                break
        self.run.add([each.line for each in scored], [each.row for each in scored])
        self.tidings.scored += len(scored)
        self.tidings.steps.extend(each.steps for each in scored if each.steps is not None)

    def _sound(
        self, executor: Executor, chunk: Chunk, outcomes: Sequence[Outcome]
    ) -> Iterator[Scored | Failed]:
        """The outcomes, with what an earlier run has done; what it did badly is done anew."""
        for item, outcome in zip(chunk, outcomes, strict=True):
            if not isinstance(outcome, Unchanged):
                yield outcome
                continue
            line = self.earlier.line(item)
            row = row_of(self.questionnaire, line)
            if row is None:
                (anew,) = executor.submit([item._replace(known="")])()
                assert not isinstance(anew, Unchanged)  # noqa: S101 - nothing was known
                yield anew
                continue
            self.tidings.reused += 1
            yield Scored(line, table.csv_text([row]).encode(), outcome.steps, outcome.report)

    def count(self) -> Tally:
        """Write the workbook, and count what a portfolio tells.

        Raises:
            CannotWrite: when the disk does not let us.
        """
        from omniaudit.render import results_book  # noqa: PLC0415 - not with --data-only
        from omniaudit.report.portfolio.tally import Tally  # noqa: PLC0415 - the same

        tally = Tally()
        tally.failed(self.tidings.failed)
        for steps in self.tidings.steps:
            tally.add_steps(steps)
        with self.run.writing(BOOK) as path:
            rows = self._rows(tally)
            results_book.write(path, table.columns(self.questionnaire), rows)
            deque(rows, maxlen=0)  # what a sheet has no room for is counted all the same
        return tally

    def _rows(self, tally: Tally) -> Iterator[list[table.Cell]]:
        with (self.run.path / RESULTS).open("rb") as lines:
            for line in lines:
                document = json.loads(line)
                tally.add(document)
                yield table.row(self.questionnaire, document)


def _in_order(executor: Executor, parts: Iterable[Chunk]) -> Iterator[tuple[Chunk, list[Outcome]]]:
    """Every chunk with its outcomes, while so many others as are worth it are under way."""
    waiting: deque[tuple[Chunk, Pending]] = deque()
    for chunk in parts:
        waiting.append((chunk, executor.submit(chunk)))
        if len(waiting) > executor.ahead:
            first, pending = waiting.popleft()
            yield first, pending()
    for chunk, pending in waiting:
        yield chunk, pending()
