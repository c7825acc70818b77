"""`omniaudit batch`: many businesses at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from omniaudit.batch import inputs, run
from omniaudit.cli import exits, options, streams
from omniaudit.load.files import load_questionnaire
from omniaudit.report import wording
from omniaudit.resources import DEFAULT_QUESTIONNAIRE


def command(
    source: Annotated[
        str,
        typer.Argument(metavar="DIR|GLOB|@LIST", help="A folder, a pattern, or a list of files."),
    ],
    output: options.OutputFolder,
    gate: options.Gate = "standard",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = DEFAULT_QUESTIONNAIRE,
) -> int:
    """Score many businesses at once.

    Writes results.jsonl and results.csv; a bad file stops no other.
    """
    ours = load_questionnaire(questionnaire)
    preset = options.preset_of(ours, gate)
    paths = inputs.find(source)
    run.prepare(output, force=force)
    outcome = run.run(ours, paths, preset, _Progress(len(paths)))
    run.write(ours, outcome, output, force=force)
    scored = f"{len(outcome.documents)} of {wording.counted(len(paths), 'file', 'files')} scored"
    streams.tell(f"{scored}, in {streams.named(output)}.")
    if not outcome.failed:
        return exits.DONE
    for example, count in outcome.kinds():
        files = wording.counted(count, "file", "files")
        streams.tell(f"{files} failed with {example.code}, for example:")
        streams.tell(streams.worded(example))
    again = streams.typed("omniaudit", "batch", f"@{output / run.FAILED}", "-o", f"{output}-again")
    streams.tell(f"Once they are corrected: {again}")
    return exits.SOME_FAILED


class _Progress:
    """One line that counts on a terminal, a line every tenth elsewhere."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.in_place = streams.is_verbose_terminal()

    def __call__(self, done: int) -> None:
        if self.in_place:
            sys.stderr.write(f"\r{done} of {self.total}" + ("\n" if done == self.total else ""))
        elif self.total >= 10 and done * 10 % self.total < 10:  # noqa: PLR2004 - every tenth
            streams.tell(f"{done} of {self.total}")
