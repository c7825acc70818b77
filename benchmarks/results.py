"""Run every benchmark, one after the other, and write the table.

    .venv/bin/python benchmarks/results.py [full]

Usually in sizes that take some ten minutes together; `full` are those that are promised. What has
a goal goes to README.md also.
"""

from __future__ import annotations

import datetime as dt
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import (
    answering,
    json_lines,
    kills,
    memory,
    reporting,
    reports,
    scoring,
    startup,
    workers,
)
from benchmarks.processes import CHECKOUT, Row

RESULTS = CHECKOUT / "benchmarks/RESULTS.md"
README = CHECKOUT / "README.md"
PROMISED, FURTHER = "figures", "further figures"
"""What is written around the tables: the first stands in both files."""

Benchmark = Callable[[bool], Sequence[Row]]


def of_startup(full: bool) -> Sequence[Row]:  # noqa: FBT001 - as all of them are called
    """How quickly the command line is there."""
    return startup.rows(startup.measured(21 if full else 15))


def of_scoring(_full: bool) -> Sequence[Row]:  # noqa: FBT001
    """Files, one process."""
    return scoring.rows(scoring.measured())


def of_json_lines(full: bool) -> Sequence[Row]:  # noqa: FBT001
    """Documents of one file, one process."""
    documents = json_lines.DOCUMENTS if full else 2_000
    return json_lines.rows(json_lines.measured(documents), documents)


def of_workers(full: bool) -> Sequence[Row]:  # noqa: FBT001
    """Two workers, over few files and many."""
    few = workers.measured(scoring.FILES)
    many = workers.measured(workers.FILES, 15 if full else 7)
    return workers.rows({scoring.FILES: few, workers.FILES: many})


def of_reports(full: bool) -> Sequence[Row]:  # noqa: FBT001
    """Reports, many and one."""
    count, pairs = (reports.REPORTS, 3) if full else (10, 1)
    ratio = reporting.paired(7 if full else 3)["median_ratio"]
    alone = Row("one report, against `weasyprint` on its HTML", f"{ratio} times")
    return [*reports.rows(reports.measured(count, pairs), count), alone]


def of_memory(_full: bool) -> Sequence[Row]:  # noqa: FBT001
    """The process of a batch."""
    return memory.rows(memory.measured(memory.FILES))


def of_interviews(full: bool) -> Sequence[Row]:  # noqa: FBT001
    """What is lost, and what somebody waits."""
    with tempfile.TemporaryDirectory() as folder:
        killed = kills.trials(1_000 if full else 100, Path(folder))
    waits = sorted(answering.sitting() + answering.sitting())
    slow = waits[len(waits) * 95 // 100]
    return [
        Row(
            f"{killed.kills:,} interviews killed while they saved",
            f"{killed.lost} of {killed.acknowledged:,} answers lost",
            "0",
        ),
        Row("from an answer to the next question, 95 of 100", f"{slow:.0f} ms"),
    ]


BENCHMARKS: tuple[Benchmark, ...] = (
    of_startup,
    of_scoring,
    of_json_lines,
    of_workers,
    of_memory,
    of_reports,
    of_interviews,
)


def table(rows: Sequence[Row], title: str) -> str:
    """Rows as a table of Markdown."""
    head = [f"| {title} | measured | goal |", "|---|--:|--:|"]
    lines = [f"| {row.what} | {row.found} | {row.goal} |" for row in rows]
    return "".join(f"{line}\n" for line in (*head, *lines))


def machine() -> str:
    """Where and when it was measured."""
    cores, python = len(os.sched_getaffinity(0)), platform.python_version()
    day = dt.datetime.now().astimezone().date()
    return f"{day}, {cores} shared cores, {platform.system()}, Python {python}"


def between(text: str, name: str) -> str:
    """The table of a name in a page.

    Raises:
        ValueError: when it has none.
    """
    begin, end = marks(name)
    return text[text.index(begin) + len(begin) : text.index(end)]


def marks(name: str) -> tuple[str, str]:
    """What stands around a table."""
    return f"<!-- {name} -->\n", f"<!-- end of {name} -->\n"


def write(rows: Sequence[Row]) -> None:
    """Put the tables into the pages."""
    promised = table([row for row in rows if row.goal], machine())
    further = table([row for row in rows if not row.goal], machine())
    for page, name, found in (
        (README, PROMISED, promised),
        (RESULTS, PROMISED, promised),
        (RESULTS, FURTHER, further),
    ):
        text = page.read_text("utf-8")
        begin, end = marks(name)
        old, new = (f"{begin}{each}{end}" for each in (between(text, name), found))
        page.write_text(text.replace(old, new), "utf-8")


def main() -> None:
    """Measure and write everything."""
    full = "full" in sys.argv[1:]
    rows: list[Row] = []
    for benchmark in BENCHMARKS:
        for row in benchmark(full):
            print(f"{row.what}: {row.found}", flush=True)
            rows.append(row)
    write(rows)


if __name__ == "__main__":
    main()
