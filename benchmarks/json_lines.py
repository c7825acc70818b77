"""Time the scoring of many documents of one file against `json.loads`, which only reads them.

    .venv/bin/python benchmarks/json_lines.py [DOCUMENTS [PAIRS]]

In turn, as whole processes: `omniaudit batch FILE.jsonl` in one process, without workbook and
portfolio, and a program that gives every line to `json.loads`.
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

DOCUMENTS, PAIRS = 20_000, 5
YARDSTICK = """
import json, sys
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        json.loads(line)
"""


def measured(documents: int = DOCUMENTS, pairs: int = PAIRS) -> Pairs:
    """Ours and the library, over the same lines."""
    compiled()
    with tempfile.TemporaryDirectory() as folder:
        source = made_answers.write_lines(documents, Path(folder) / "answers.jsonl")
        return in_turn(
            lambda: scored(source, workers=1),
            lambda: run(PYTHON, "-c", YARDSTICK, str(source)),
            pairs,
        )


def rows(found: Pairs, documents: int = DOCUMENTS) -> list[Row]:
    """The lines of the table."""
    what = f"{documents:,} documents of a JSON lines file scored, against `json.loads` of each line"
    return [Row(what, f"{ratio(found):.1f} times")]


def main() -> None:
    """Print the figures as JSON."""
    documents, pairs = counts(DOCUMENTS, PAIRS)
    print(json.dumps({"documents": documents, **shown(measured(documents, pairs))}, indent=2))


if __name__ == "__main__":
    main()
