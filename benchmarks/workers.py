"""Time two workers against one, and against what the machine could do at best.

    .venv/bin/python benchmarks/workers.py [FILES [ROUNDS]]

In turn, as whole processes: `omniaudit batch` in one process, with two workers, and as two batches
of one process at once, each with half of the files, which need nothing of each other; all without
workbook and portfolio. What counts is the time that passes; with one free core it shows nothing.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.batches import scored, scored_apart
from benchmarks.processes import Row, Run, compiled, counts

FILES, ROUNDS = 20_000, 5
_HALVES = ("first", "second")


class Round(NamedTuple):
    """The same files in three ways."""

    one: Run
    two: Run
    apart: Run


def measured(files: int = FILES, rounds: int = ROUNDS) -> list[Round]:
    """All three ways in turn, after a round that does not count."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        source, halves = _written(files, Path(folder) / "answers")
        found = [
            Round(scored(source, workers=1), scored(source, workers=2), scored_apart(halves))
            for _ in range(1 + rounds)
        ]
    return found[1:]


def _written(files: int, source: Path) -> tuple[Path, list[Path]]:
    """A folder with the files in two folders, and these."""
    made_answers.write_files(files, source)
    halves = [source / name for name in _HALVES]
    for half in halves:
        half.mkdir()
    for place, path in enumerate(sorted(source.glob("*.yaml"))):
        path.rename(halves[place % len(halves)] / path.name)
    return source, halves


def times_as_fast(rounds: Sequence[Round]) -> tuple[float, float]:
    """How many times less time than one process two workers took, and two batches: medians."""
    return (
        round(statistics.median(each.one.wall / each.two.wall for each in rounds), 2),
        round(statistics.median(each.one.wall / each.apart.wall for each in rounds), 2),
    )


def rows(found: Mapping[int, Sequence[Round]]) -> list[Row]:
    """The lines of the table, of rounds by the number of files."""
    files = " / ".join(f"{each:,}" for each in found)
    faster = [times_as_fast(rounds) for rounds in found.values()]
    two, apart = (" / ".join(f"{each:.2f}" for each in way) for way in zip(*faster, strict=True))
    return [
        Row(f"{files} files, two workers instead of one", f"{two} times as fast", "at least 1.8"),
        Row(f"{files} files, two batches of half of them instead of one", f"{apart} times as fast"),
    ]


def main() -> None:
    """Print the figures as JSON."""
    files, rounds = counts(FILES, ROUNDS)
    found = measured(files, rounds)
    two, apart = times_as_fast(found)
    seconds = {
        f"{way}_s": [round(getattr(each, way).wall, 2) for each in found] for way in Round._fields
    }
    print(json.dumps({"files": files, "times_as_fast": two, "apart": apart, **seconds}, indent=2))


if __name__ == "__main__":
    main()
