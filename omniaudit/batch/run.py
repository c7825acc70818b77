"""A batch from its first document to its last file."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from omniaudit.batch import inputs, results, scoring, work
from omniaudit.batch.earlier import Earlier, basis_of
from omniaudit.batch.executors import Executor, Here, Task
from omniaudit.batch.job import Job
from omniaudit.batch.scoring import Progress, Tidings
from omniaudit.model.brand import OWN, Brand
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report.edition import Edition


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done, by whom, and where it is to lie."""

    source: str
    """A folder, a pattern, `@LIST`, a file, or `-`."""
    folder: Path
    job: Job
    workers: int = 1
    """Processes on this machine; 1 is this one."""
    cluster: str = ""
    """`HOST:PORT` of a Dask scheduler that is to do it instead."""
    force: bool = False
    resume: bool = False
    data_only: bool = False
    """Whether to leave out the workbook and the portfolio."""
    most_failures: float = math.inf
    edition: Edition | None = None
    """Of the report of each business; None is no reports."""
    brand: str = ""
    """A brand file for whatever is printed; empty is our own looks."""


def carry_out(
    order: Order,
    questionnaire: Questionnaire,
    progress: Callable[[int], AbstractContextManager[Progress]],
) -> Tidings:
    """Score everything that the order names, and write what came of it.

    `progress` is given about how many documents there are.

    Raises:
        UsageError: when there is nothing to score.
        InputRejected: when a list of files cannot be read.
        CannotWrite: when results would be replaced unasked, or the disk does not let us.
        InUse: when another batch writes to the folder.
        Unavailable: when nobody can work.
    """
    files = inputs.find(order.source)
    brand = _brand(order)
    with results.desk_in(order.folder, force=order.force, resume=order.resume) as desk:
        if order.edition is not None:
            results.make_room_for_reports(order.folder)
        documents = inputs.Documents(files, desk)
        total = documents.count()
        if not total:
            raise inputs.nothing_in(order.source)
        before = results.earlier_results(order.folder) if order.resume else []
        with (
            closing(results.Run(order.folder, questionnaire)) as written,
            closing(Earlier(before, basis_of(order.job, questionnaire))) as earlier,
        ):
            left = earlier.left_out_of(documents)
            if left:
                raise results.others_in(order.folder, left)
            course = scoring.Scoring(questionnaire, written, earlier)
            size = scoring.size_of_chunks(total, order.workers, reports=order.edition is not None)
            every = 0 if order.data_only else -(-total // scoring.PLANS)
            parts = scoring.chunks(documents, size, every)
            with _executor(order, desk) as executor, progress(total) as tell:
                tidings = course.through(executor, parts, tell, order.most_failures)
            if tidings.stopped:
                written.publish_failures()
                return tidings
            if not order.data_only:
                _picture(brand, course, questionnaire)
            written.publish(force=order.force or order.resume)
    return tidings


def _picture(brand: Brand, course: scoring.Scoring, questionnaire: Questionnaire) -> None:
    """The whole batch for people: a workbook and the portfolio."""
    from omniaudit.render import portfolio  # noqa: PLC0415 - heavy
    from omniaudit.report.portfolio.build import build_portfolio  # noqa: PLC0415 - the same

    document = build_portfolio(questionnaire, course.count(), brand)
    with course.run.writing(results.PORTFOLIO) as path:
        path.write_bytes(portfolio.render(document))


def _brand(order: Order) -> Brand:
    """The looks of what is printed; a bad brand file stops a batch before it begins."""
    if not order.brand:
        return OWN
    from omniaudit.load.brand import load_brand  # noqa: PLC0415 - few batches have one

    return load_brand(order.brand)


def _executor(order: Order, desk: Path) -> AbstractContextManager[Executor]:
    task, limits = _task(order), order.job.limits
    if order.workers == 1 and not order.cluster:
        return nullcontext(Here(task))
    from omniaudit.batch.workers import Staff, Workers  # noqa: PLC0415 - heavy

    staff = Staff(order.workers)
    if order.edition is not None:
        from omniaudit.batch.reports import RECYCLED_AFTER  # noqa: PLC0415 - the same

        staff = Staff(order.workers, RECYCLED_AFTER)
    if order.cluster:
        from omniaudit.batch.cluster import cluster  # noqa: PLC0415 - an extra

        return cluster(task, staff.lasting, limits, order.cluster)
    return closing(Workers(task, staff, limits, desk))


def _task(order: Order) -> Task:
    """What is done with a chunk."""
    if order.edition is None:
        return partial(work.score_chunk, order.job, None)
    from omniaudit.batch.reports import Reports  # noqa: PLC0415 - heavy

    folder = str(order.folder / results.REPORTS)
    reports = Reports(order.job, folder, order.edition, order.brand, order.force)
    return partial(work.score_chunk, order.job, reports)
