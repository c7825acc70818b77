"""Runs of `omniaudit batch`, each into a folder that is new and goes away after it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.processes import OMNIAUDIT, Run, run, together


@contextmanager
def output() -> Iterator[Path]:
    """A folder that is not there yet."""
    above = Path(tempfile.mkdtemp())
    try:
        yield above / "out"
    finally:
        shutil.rmtree(above)


def words(source: Path, out: Path, *options: str) -> tuple[str, ...]:
    """The command as it is typed."""
    return OMNIAUDIT, "batch", str(source), "-o", str(out), *options


def scored(source: Path, workers: int) -> Run:
    """What is computed of the answers, without workbook and portfolio."""
    with output() as out:
        return run(*words(source, out, "-j", str(workers), "--data-only"))


def scored_apart(sources: Sequence[Path]) -> Run:
    """The same by a batch of one process for each source, all at once."""
    with output() as above:
        above.mkdir()
        outs = [above / str(place) for place, _ in enumerate(sources)]
        return together(
            *(words(*each, "-j", "1", "--data-only") for each in zip(sources, outs, strict=True))
        )


def reported(source: Path, workers: int) -> Run:
    """The same with a report of each business."""
    with output() as out:
        return run(*words(source, out, "-j", str(workers), "--data-only", "--reports"))
