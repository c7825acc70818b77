"""`omniaudit batch`: many businesses at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from omniaudit.batch import inputs, run
from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.language import say, say_count


def command(
    source: Annotated[
        str,
        typer.Argument(metavar="DIR|GLOB|@LIST", help="A folder, a pattern, or a list of files."),
    ],
    output: options.OutputFolder,
    gate: options.Gate = "standard",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Score many businesses at once.

    Writes results.jsonl and results.csv; a bad file stops no other.
    """
    ours = questionnaire_for([], questionnaire)
    preset = options.preset_of(ours, gate)
    paths = inputs.find(source)
    run.prepare(output, force=force)
    outcome = run.run(ours, paths, preset, _Progress(len(paths)))
    run.write(ours, outcome, output, force=force)
    streams.tell(_told(len(outcome.documents), len(paths), streams.named(output)))
    if not outcome.failed:
        return exits.DONE
    for example, count in outcome.kinds():
        streams.tell(_failed(count, example.code))
        streams.tell(streams.worded(example))
    again = streams.typed("omniaudit", "batch", f"@{output / run.FAILED}", "-o", f"{output}-again")
    streams.tell(say("Once they are corrected: {command}", command=again))
    return exits.SOME_FAILED


def _told(scored: int, files: int, folder: str) -> str:
    return say_count(
        files,
        "{scored} of {count} file scored, in {folder}.",
        "{scored} of {count} files scored, in {folder}.",
        scored=scored,
        folder=folder,
    )


def _failed(files: int, code: str) -> str:
    return say_count(
        files,
        "{count} file failed with {code}, for example:",
        "{count} files failed with {code}, for example:",
        code=code,
    )


class _Progress:
    """One line that counts on a terminal, a line every tenth elsewhere."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.in_place = streams.is_verbose_terminal()

    def __call__(self, done: int) -> None:
        told = say("{done} of {total}", done=done, total=self.total)
        if self.in_place:
            sys.stderr.write(f"\r{told}" + ("\n" if done == self.total else ""))
        elif self.total >= 10 and done * 10 % self.total < 10:  # noqa: PLR2004 - every tenth
            streams.tell(told)
