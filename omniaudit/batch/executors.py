"""Who does the work: this process itself. Workers and clusters offer the same two calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from omniaudit.batch.job import Item, Outcome

Task = Callable[[Sequence[Item], str], list[Outcome]]
"""What is done with a chunk, wherever that may be; it travels."""
Pending = Callable[[], list[Outcome]]
"""Waits for the outcomes of a chunk that was handed over, one for each of its documents."""


class Executor(Protocol):
    """Somebody who works on chunks, several at once."""

    @property
    def ahead(self) -> int:
        """How many chunks are worth handing over before the first comes back."""

    def submit(self, items: Sequence[Item]) -> Pending:
        """Hand a chunk over."""


class Here:
    """This process, one chunk after the other, without limits on a document."""

    ahead = 0

    def __init__(self, task: Task) -> None:
        self.task = task

    def submit(self, items: Sequence[Item]) -> Pending:
        """Work on the chunk when it is asked for."""
        return lambda: self.task(items, "")
