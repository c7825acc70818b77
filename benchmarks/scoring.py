"""Time the scoring of many files against PyYAML's C loader, which only reads them.

    .venv/bin/python benchmarks/scoring.py [FILES [PAIRS]]

In turn, as whole processes: `omniaudit batch` in one process, without workbook and portfolio, and a
program that gives every file to `yaml.CSafeLoader` and does nothing with what comes of it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.batches import scored
from benchmarks.processes import PYTHON, Pairs, Row, compiled, counts, in_turn, ratio, run, shown

FILES, PAIRS = 2_000, 5
YARDSTICK = """
import os, sys, yaml
for entry in sorted(os.scandir(sys.argv[1]), key=lambda each: each.name):
    with open(entry.path, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


def measured(files: int = FILES, pairs: int = PAIRS) -> Pairs:
    """Ours and the loader, over the same files."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        source = made_answers.write_files(files, Path(folder) / "answers")
        return in_turn(
            lambda: scored(source, workers=1),
            lambda: run(PYTHON, "-c", YARDSTICK, str(source)),
            pairs,
        )


def rows(found: Pairs, files: int = FILES) -> list[Row]:
    """The lines of the table."""
    what = f"{files:,} files scored in one process, against `yaml.CSafeLoader` reading them"
    return [Row(what, f"{ratio(found):.2f} times", "at most 1.00")]


def main() -> None:
    """Print the figures as JSON."""
    files, pairs = counts(FILES, PAIRS)
    print(json.dumps({"files": files, **shown(measured(files, pairs))}, indent=2))


if __name__ == "__main__":
    main()
