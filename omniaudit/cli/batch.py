"""`omniaudit batch`: many businesses at once."""

from __future__ import annotations

import math
import os
import re
import signal
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from omniaudit import language
from omniaudit.batch.job import LIMITS, Job, Limits
from omniaudit.cli import exits, options, signals, streams
from omniaudit.language import say, say_count
from omniaudit.problems import Ended, usage

if TYPE_CHECKING:  # loaded when the server of the workers is loading them as well
    from omniaudit.batch.run import Order
    from omniaudit.batch.scoring import Tidings
    from omniaudit.model.questionnaire import Questionnaire
    from omniaudit.report.edition import Edition

_SCHEME = "dask://"
_ADDRESS = re.compile(
    r"dask://(?:\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):[0-9]{1,5}"
)
_TOLD = 8

Source = Annotated[
    str,
    typer.Argument(
        metavar="DIR|GLOB|@LIST|FILE.jsonl|-",
        help="A folder, a pattern, a list of files, or one document a line.",
    ),
]
WorkerCount = Annotated[
    int,
    typer.Option(
        "-j",
        "--workers",
        metavar="N",
        min=0,
        max=256,
        help="Processes; 1 is this one, without limits. Otherwise one a processor, two at least.",
    ),
]
ExecutorAddress = Annotated[
    str,
    typer.Option("--executor", metavar="dask://HOST:PORT", help="Many machines, through Dask."),
]
Seconds = Annotated[
    float,
    typer.Option("--timeout", metavar="S", min=0.1, max=86_400, help="Seconds for one document."),
]
Megabytes = Annotated[
    int,
    typer.Option(
        "--memory", metavar="MB", min=256, max=1_048_576, help="Megabytes for one worker."
    ),
]
MostFailures = Annotated[
    int | None,
    typer.Option("--max-failures", metavar="N", min=0, help="Stop when more than these fail."),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Keep what is done of the same contents; do the rest.")
]
MakeReports = Annotated[
    bool, typer.Option("--reports", help="Also write the report of each business, as PDF.")
]
DataOnly = Annotated[
    bool, typer.Option("--data-only", help="Write no results.xlsx and no portfolio.pdf.")
]


def command(
    source: Source,
    output: options.OutputFolder,
    reports: MakeReports = False,
    summary: options.Summary = False,
    brand: options.BrandFile = "",
    workers: WorkerCount = 0,
    executor: ExecutorAddress = "",
    timeout: Seconds = LIMITS.seconds,
    memory: Megabytes = LIMITS.megabytes,
    max_failures: MostFailures = None,
    resume: Resume = False,
    data_only: DataOnly = False,
    gate: options.Gate = "standard",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Score many businesses at once.

    Writes results.jsonl, results.csv, results.xlsx and portfolio.pdf; a bad file stops no other.
    """
    processes = _processes(workers)
    _prepare(1 if executor else processes)
    from omniaudit.batch.run import Order  # noqa: PLC0415 - from here on two import at once
    from omniaudit.cli.questionnaires import questionnaire_for  # noqa: PLC0415 - the same

    ours = questionnaire_for([], questionnaire)
    preset = options.preset_of(ours, gate)
    job = Job(questionnaire or ours.id, language.code(), preset, _limits(timeout, memory))
    order = Order(
        source,
        output,
        job,
        workers=processes,
        cluster=_cluster(executor),
        force=force,
        resume=resume,
        data_only=data_only,
        most_failures=math.inf if max_failures is None else max_failures,
        edition=_edition(reports=reports, summary=summary),
        brand=brand,
    )
    return _carried_out(order, ours, _again())


def _processes(asked: int) -> int:
    """How many processes work: as many as are asked for, else one for each processor we may use."""
    if not hasattr(os, "fork"):
        return 1  # Windows keeps none of the limits that workers are for
    if hasattr(os, "sched_getaffinity"):
        return asked or max(2, len(os.sched_getaffinity(0)))
    return asked or max(2, os.cpu_count() or 1)


def _prepare(processes: int) -> None:
    """Let what several processes are forked from start while this one is still loading."""
    if processes > 1:
        from omniaudit.batch import forkserver  # noqa: PLC0415 - not for one process

        forkserver.start()


def _limits(timeout: float, memory: int) -> Limits:
    """The limits of --timeout and --memory.

    Raises:
        UsageError: when one is no number.
    """
    if not math.isfinite(timeout):
        raise usage(say("--timeout: this is no number of seconds."), say("Write for example 30."))
    return Limits(timeout, memory)


def _carried_out(order: Order, questionnaire: Questionnaire, again: str) -> int:
    """Do what is ordered and tell of it, also when somebody stops it half-way."""
    from omniaudit.batch.run import carry_out  # noqa: PLC0415 - as above
    from omniaudit.cli.progress import Counting  # noqa: PLC0415 - the same

    try:
        with signals.raised():
            tidings = carry_out(order, questionnaire, Counting)
    except (Ended, KeyboardInterrupt) as ended:
        streams.tell(say("Stopped. To go on: {command}", command=again))
        raise ended if isinstance(ended, Ended) else Ended(signal.SIGINT) from None
    return _told(tidings, order, again)


def _again() -> str:
    """What to type to go on: the same, for another gate or language would do all of it anew."""
    typed = [word for word in sys.argv[1:] if word not in {"--force", "--resume"}]
    return streams.typed("omniaudit", *typed, "--resume")


def _edition(*, reports: bool, summary: bool) -> Edition | None:
    """The edition of the reports that --reports and --summary ask for, if any.

    Raises:
        UsageError: when reports are to be short that nobody asks for.
    """
    if summary and not reports:
        raise usage(
            say("--summary is about reports, and none are asked for."), say("Add --reports.")
        )
    if not reports:
        return None
    from omniaudit.report.edition import Edition  # noqa: PLC0415 - few ask for reports

    return Edition(summary=summary)


def _cluster(executor: str) -> str:
    """`HOST:PORT` of --executor.

    Raises:
        UsageError: for anything else.
    """
    if executor and not _ADDRESS.fullmatch(executor):
        raise usage(
            say("--executor: `{word}` names no cluster.", word=executor),
            say("Write for example --executor dask://127.0.0.1:8786."),
        )
    return executor.removeprefix(_SCHEME)


def _told(tidings: Tidings, order: Order, again: str) -> int:
    """Tell what came of the batch, and give the exit code."""
    streams.tell(_stopped(tidings) if tidings.stopped else _done(tidings, order))
    if not tidings.failed:
        return exits.DONE
    from omniaudit.batch.results import FAILED, PROBLEMS  # noqa: PLC0415 - as above

    kinds = tidings.kinds()
    for example, count in kinds[:_TOLD]:
        streams.tell(_failed(count, example.code))
        streams.tell(streams.worded(example))
    if others := len(kinds[_TOLD:]):
        streams.tell(
            say_count(others, "There is {count} other kind.", "There are {count} other kinds.")
        )
    failed, problems = (streams.named(order.folder / name) for name in (FAILED, PROBLEMS))
    streams.tell(
        say("{failed} lists what failed; {problems} says why.", failed=failed, problems=problems)
    )
    streams.tell(say("Once they are corrected: {command}", command=again))
    return exits.SOME_FAILED


def _done(tidings: Tidings, order: Order) -> str:
    told = say_count(
        tidings.done,
        "{scored} of {count} file scored, in {folder}.",
        "{scored} of {count} files scored, in {folder}.",
        scored=tidings.scored,
        folder=streams.named(order.folder),
    )
    if not tidings.reused:
        return told
    before = say_count(
        tidings.reused,
        "{count} of them was done before.",
        "{count} of them were done before.",
    )
    return f"{told} {before}"


def _stopped(tidings: Tidings) -> str:
    return say_count(
        tidings.failed,
        "Stopped after {count} failure; {scored} are scored so far, and kept.",
        "Stopped after {count} failures; {scored} are scored so far, and kept.",
        scored=tidings.scored,
    )


def _failed(files: int, code: str) -> str:
    return say_count(
        files,
        "{count} file failed with {code}:",
        "{count} files failed with {code}, for example:",
        code=code,
    )
