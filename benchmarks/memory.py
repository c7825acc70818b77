"""See how much memory a batch takes when there are more and more files.

    .venv/bin/python benchmarks/memory.py [FILES …]

For each number of files: the most that the process with the batch has held, its workers left out,
when a quarter, a half, three quarters and all of the results were written. Linux only.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.batches import output, words
from benchmarks.processes import Row, compiled, started

FILES = (1_000, 10_000, 100_000)
MARKS = (0.25, 0.5, 0.75)
MOST = 150
_NAP = 0.02
_MEGABYTE = 1024


def peak(process: int) -> float | None:
    """Megabytes that a process has held at most; None when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return None
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / _MEGABYTE if found else None


def watched(source: Path, files: int) -> Sequence[float]:
    """The peaks of one batch, at the marks and at its end."""
    with output() as out, started(*words(source, out, "-j", "2", "--data-only")) as child:
        sizes: list[tuple[int, float]] = []
        while (held := peak(child.pid)) is not None:
            sizes.append((written(out), held))
            time.sleep(_NAP)
        if child.wait():
            raise SystemExit(f"a batch of {files:,} files: exit code {child.returncode}")
        whole = written(out)
    at = [next(held for size, held in sizes if size >= mark * whole) for mark in MARKS]
    return [round(held, 1) for held in (*at, sizes[-1][1])]


def written(out: Path) -> int:
    """Bytes of results so far."""
    return sum(
        os.path.getsize(entry)  # noqa: PTH202 - a file may just have got its last name
        for entry in (os.scandir(out) if out.is_dir() else ())
        if "results.jsonl" in entry.name
    )


def measured(numbers: Sequence[int] = FILES) -> Mapping[int, Sequence[float]]:
    """The peaks by the number of files."""
    compiled()
    found = {}
    for files in numbers:
        with tempfile.TemporaryDirectory() as folder:
            source = made_answers.write_files(files, Path(folder) / "answers", made_answers.MIXED)
            found[files] = watched(source, files)
    return found


def rows(found: Mapping[int, Sequence[float]]) -> list[Row]:
    """The lines of the table."""
    numbers = " / ".join(f"{files:,}" for files in found)
    peaks = " / ".join(f"{held[-1]:.0f}" for held in found.values())
    return [Row(f"memory of a batch of {numbers} files", f"{peaks} MB", f"at most {MOST} MB, flat")]


def main() -> None:
    """Print the figures as JSON."""
    numbers = [int(word.replace(",", "")) for word in sys.argv[1:]] or FILES
    found = {f"{files:,}": peaks for files, peaks in measured(numbers).items()}
    print(json.dumps({"marks": [*MARKS, 1], "peak_mb": found}, indent=2))


if __name__ == "__main__":
    main()
