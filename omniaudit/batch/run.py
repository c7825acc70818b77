"""Scores many files one after the other and writes what came of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from omniaudit.engine.scoring import score
from omniaudit.load.files import load_answers
from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Problem
from omniaudit.render import json, output, table

RESULTS = "results.jsonl"
TABLE = "results.csv"
FAILED = "failed.txt"


@dataclass(slots=True)
class Outcome:
    """What a batch produced so far."""

    documents: list[str] = field(default_factory=list)
    rows: list[list[table.Cell]] = field(default_factory=list)
    failed: dict[Path, tuple[Problem, ...]] = field(default_factory=dict)

    def kinds(self) -> list[tuple[Problem, int]]:
        """An example of every kind of error with the number of files that have it."""
        examples: dict[str, Problem] = {}
        files: Counter[str] = Counter()
        for problems in self.failed.values():
            errors = {each.code: each for each in reversed(problems) if each.severity == "error"}
            files.update(errors.keys())
            for code, each in errors.items():
                examples.setdefault(code, each)
        return [(examples[code], count) for code, count in files.most_common()]


def run(
    questionnaire: Questionnaire,
    paths: Sequence[Path],
    preset: Preset = "standard",
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """Score every file; `progress` hears how many are done."""
    outcome = Outcome()
    for done, path in enumerate(paths, 1):
        try:
            card = score(questionnaire, load_answers(path, questionnaire), preset)
        except InputRejected as rejected:
            outcome.failed[path] = rejected.problems
        else:
            document = {"file": str(path), **json.score(questionnaire, card)}
            outcome.documents.append(json.text(document, indent=None))
            outcome.rows.append(table.row(questionnaire, card, str(path)))
        if progress is not None:
            progress(done)
    return outcome


def prepare(folder: Path, *, force: bool) -> None:
    """Make the folder and refuse early when results are in it already.

    Raises:
        CannotWrite: when results would be replaced without force, or no folder can be made.
    """
    output.make_folder(folder)
    for name in (RESULTS, TABLE, FAILED):
        output.check(folder / name, force=force)


def write(questionnaire: Questionnaire, outcome: Outcome, folder: Path, *, force: bool) -> None:
    """Write the results in input order, the flat table, and the list of failed files."""
    lines = "".join(f"{line}\n" for line in outcome.documents)
    cells = table.csv_text([table.columns(questionnaire), *outcome.rows])
    failed = "".join(
        f"{os.path.abspath(path)}\n"  # noqa: PTH100 - a Path would not take every name
        for path in outcome.failed
    )
    for name, text in ((RESULTS, lines), (TABLE, cells), (FAILED, failed)):
        output.write(folder / name, text.encode("utf-8", "surrogateescape"), force=force)
