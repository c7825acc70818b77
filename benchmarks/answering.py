"""Time what somebody waits between an answer and the next question.

    .venv/bin/python benchmarks/answering.py [SITTINGS]

Every sitting answers 24 practices and 12 questions of fit of a new file at a pseudo-terminal. The
time runs from Enter until the next prompt stands there: the paste guard's 30 ms, saving with two
flushes to the disk, soft checks and layout included. The yardstick, in turn, is the same with a
program that only reads a line and prints one.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import AnswerSheet, Business
from tests.interview.person import Person

ANSWERS = 36
ECHO = "while True: print('> ', end='', flush=True); print(input())"


def waits(person: Person) -> list[float]:
    """Milliseconds from each Enter to the next prompt."""
    found = []
    for number in range(ANSWERS):
        person.waits()
        start = time.perf_counter()
        person.types(str(number % 4))
        person.waits()
        found.append(1000 * (time.perf_counter() - start))
    return found


def sitting() -> list[float]:
    """One sitting with a new file."""
    business = Business("Libreria Aurora", "retail", "medium", ("store", "web"))
    text = answers_text(AnswerSheet(business), load_questionnaire(), tool="omniaudit")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "aurora.yaml").write_text(text, "utf-8")
        with Person.interviewed("aurora.yaml", folder=folder) as person:
            return waits(person)


def yardstick() -> list[float]:
    """The same with a program that does nothing."""
    with Person(sys.executable, "-c", ECHO) as person:
        return waits(person)


def main() -> None:
    """Print the figures as JSON."""
    sittings = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(sittings):
        ours += sitting()
        bare += yardstick()
    percentiles = statistics.quantiles(ours, n=100)
    figures = {
        "answers": len(ours),
        "p50_ms": round(statistics.median(ours), 1),
        "p99_ms": round(percentiles[98], 1),
        "slowest_ms": round(max(ours), 1),
        "yardstick_p50_ms": round(statistics.median(bare), 1),
        "ratio_p50": round(statistics.median(ours) / statistics.median(bare), 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
