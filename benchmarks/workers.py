"""Time two workers against one.

    .venv/bin/python benchmarks/workers.py [FILES [PAIRS]]

In turn, as whole processes: `omniaudit batch` with two workers and in one process, without workbook
and portfolio. What counts is the time that passes; with one free core it shows nothing.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import made_answers
from benchmarks.batches import scored
from benchmarks.processes import Pairs, Row, compiled, counts, in_turn, ratio

FILES, PAIRS = 20_000, 3


def measured(files: int = FILES, pairs: int = PAIRS) -> Pairs:
    """One process and two workers, over the same files."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        source = made_answers.write_files(files, Path(folder) / "answers")
        return in_turn(lambda: scored(source, workers=1), lambda: scored(source, workers=2), pairs)


def rows(found: Mapping[int, Pairs]) -> list[Row]:
    """The lines of the table, of pairs by the number of files."""
    numbers = " / ".join(f"{files:,}" for files in found)
    faster = " / ".join(f"{ratio(pairs, 'wall'):.2f}" for pairs in found.values())
    what = f"{numbers} files, two workers instead of one"
    return [Row(what, f"{faster} times as fast", "at least 1.8")]


def main() -> None:
    """Print the figures as JSON."""
    files, pairs = counts(FILES, PAIRS)
    found = measured(files, pairs)
    one_s = [round(one.wall, 2) for one, _ in found]
    two_s = [round(two.wall, 2) for _, two in found]
    figures = {"times_as_fast": ratio(found, "wall"), "one_s": one_s, "two_s": two_s}
    print(json.dumps({"files": files, **figures}, indent=2))


if __name__ == "__main__":
    main()
