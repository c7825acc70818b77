"""Time the report against WeasyPrint alone, and twelve texts that are hard to set.

    .venv/bin/python benchmarks/reporting.py [PAIRS]

In turn, as whole processes: `omniaudit report` from answers file to PDF, and the plain `weasyprint`
command on the HTML of the same report. Then each hard text, as long as a note can be: alone in a
page, in one note of the sample, and in all of its fields at once, with the sample measured beside.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from omniaudit.engine.scoring import score
from omniaudit.model.answers import AnswerSheet
from omniaudit.render import pdf
from omniaudit.report.build import build, planned
from omniaudit.report.document import Column, Document, Prose, Row, Section, Table
from omniaudit.report.wording import one_line
from omniaudit.resources import sample_file
from tests.render.long_texts import LONG_TEXTS
from tests.render.typed import OURS, SAMPLE, everywhere, once

BIN = Path(__file__).resolve().parents[1] / ".venv/bin"
PAIRS = 7


def process(*words: str) -> tuple[float, float]:
    """Seconds that a process takes, and its memory at most, in megabytes."""
    before = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - before
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(words)}: exit code {child.returncode}")
    return seconds, usage.ru_maxrss / 1024


def paired(pairs: int) -> dict[str, object]:
    """Our command and the plain one, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        page, ours, plain = (f"{folder}/{name}" for name in ("page.html", "ours.pdf", "plain.pdf"))
        report = (str(BIN / "omniaudit"), "report", str(sample_file()), "--force", "-o")
        weasyprint = (str(BIN / "weasyprint"), page, plain)
        process(*report, page)
        process(*report, ours)
        process(*weasyprint)
        runs = [(process(*report, ours), process(*weasyprint)) for _ in range(pairs)]
    return {
        "pairs_s": [[round(own[0], 2), round(other[0], 2)] for own, other in runs],
        "median_ratio": round(statistics.median(own[0] / other[0] for own, other in runs), 3),
        "peak_mb": round(max(own[1] for own, _ in runs)),
        "weasyprint_peak_mb": round(max(other[1] for _, other in runs)),
    }


def report(sheet: AnswerSheet) -> Document:
    """The whole report on a sheet."""
    return build(planned(OURS, score(OURS, sheet)))


def alone(text: str) -> Document:
    """A page with the text where a note can stand: in a row of a table and in a paragraph."""
    table = Table("", (Column("Code"), Column("Note", 3)), (Row(("CI1", text)),), small=True)
    section = Section("notes", "Notes", "Notes", blocks=(table, Prose(text, small=True)))
    return replace(report(SAMPLE), sections=(section,))


def seconds(document: Document) -> float:
    """Seconds of computing that a PDF takes; the better of two, for other work disturbs."""
    taken = []
    for _ in range(2):
        before = time.process_time()
        pdf.render(document)
        taken.append(time.process_time() - before)
    return min(taken)


def hard_texts() -> dict[str, object]:
    """What each of the twelve texts costs."""
    figures: dict[str, object] = {}
    for kind, text in LONG_TEXTS.items():
        clean = seconds(report(SAMPLE))
        everything = seconds(report(everywhere(lambda _, text=text: text)))  # type: ignore[misc]
        figures[kind] = {
            "sample_s": round(clean, 2),
            "alone_s": round(seconds(alone(one_line(once_cleaned(text)))), 2),
            "one_note_adds_s": round(seconds(report(once(text))) - clean, 2),
            "everywhere_s": round(everything, 2),
            "everywhere_ratio": round(everything / clean, 1),
        }
    return figures


def once_cleaned(text: str) -> str:
    """The text as a note holds it after it was read."""
    return next(iter(once(text).answers.values())).note


def main() -> None:
    """Print the figures as JSON."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    print(json.dumps({"report": paired(pairs), "hard_texts": hard_texts()}, indent=2))


if __name__ == "__main__":
    main()
