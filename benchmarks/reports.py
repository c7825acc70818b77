"""Time reports made in a batch against a process for each.

    .venv/bin/python benchmarks/reports.py [REPORTS [PAIRS]]

In turn: one `omniaudit batch --reports`, with one worker and with two, and as many processes of
`omniaudit report` one after the other, all to PDF.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.batches import output, reported
from benchmarks.processes import OMNIAUDIT, Pairs, Row, Run, compiled, counts, ratio, run, shown

REPORTS, PAIRS = 50, 1
WORKERS = (1, 2)


def one_by_one(source: Path) -> Run:
    """A process for each file."""
    with output() as out:
        out.mkdir()
        runs = [
            run(OMNIAUDIT, "report", str(file), "-o", str(out / f"{file.stem}.pdf"))
            for file in sorted(source.iterdir())
        ]
    return Run(
        sum(each.cpu for each in runs),
        sum(each.wall for each in runs),
        max(each.peak for each in runs),
    )


def measured(reports: int = REPORTS, pairs: int = PAIRS) -> Mapping[int, Pairs]:
    """The batch by its workers, each time with the processes that were measured beside it."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        source = made_answers.write_files(reports, Path(folder) / "answers")
        runs = [
            ([reported(source, workers) for workers in WORKERS], one_by_one(source))
            for _ in range(pairs)
        ]
    return {
        workers: [(batch[place], alone) for batch, alone in runs]
        for place, workers in enumerate(WORKERS)
    }


def rows(found: Mapping[int, Pairs], reports: int = REPORTS) -> list[Row]:
    """The lines of the table."""
    what = f"{reports:,} reports in a batch, against a new process for each"
    one, two = (ratio(found[workers], "wall") for workers in WORKERS)
    return [Row(what, f"{one:.2f} times; with two workers {two:.2f} times")]


def main() -> None:
    """Print the figures as JSON."""
    reports, pairs = counts(REPORTS, PAIRS)
    found = measured(reports, pairs)
    by_workers = {f"workers_{workers}": shown(each) for workers, each in found.items()}
    print(json.dumps({"reports": reports, **by_workers}, indent=2))


if __name__ == "__main__":
    main()
