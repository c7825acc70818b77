"""The report on one document of a batch, as a PDF in a folder, wherever the work is done.

A worker may write hundreds: what does not change from one to the next is read once. The name says
what a report was made of, so that one that is there already need not be made again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from omniaudit import __version__, resources
from omniaudit.batch.documents import alone, content_of, sheet_of
from omniaudit.batch.job import Failed, Item, Job
from omniaudit.batch.names import file_name
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import AnswerSheet
from omniaudit.model.brand import OWN, Brand
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite
from omniaudit.render import output
from omniaudit.report.copies import copy_of
from omniaudit.report.edition import WHOLE, Edition, edited

RECYCLED_AFTER = 50
"""Reports that a worker writes before another takes its place: the C libraries keep memory."""


@dataclass(frozen=True, slots=True)
class Reports:
    """What is the same for every report of a batch."""

    job: Job
    folder: str
    """Where they are written; it exists."""
    edition: Edition = WHOLE
    brand: str = ""
    """A brand file, never trusted with fonts of its own; none is our own looks."""
    force: bool = False
    """Whether a report that is there already is made again."""


class Reported(NamedTuple):
    """There is a report now."""

    name: str
    """Of the file, in the folder of the reports."""
    fresh: bool
    """Whether it was written just now, or found."""


ReportOutcome = Reported | Failed


def write_report(item: Item, reports: Reports) -> ReportOutcome:
    """Write the report on one document, unless it is there already; no mistake is ever raised.

    It is beside its place until it is whole, and a link in its place is not followed.
    """
    with resources.speaking(reports.job.language):
        return alone(item, reports.job.limits, lambda: _write(item, reports))


def _write(item: Item, reports: Reports) -> Reported:
    desk = _desk(reports.job.questionnaire, reports.job.language, reports.brand)
    sheet = sheet_of(item, content_of(item), desk.questionnaire)
    business = edited(sheet, reports.edition).business.name
    name = file_name(business, _key(sheet, desk, reports), ".pdf")
    path = Path(reports.folder, name)
    if not reports.force and _is_there(path):
        return Reported(name, fresh=False)
    pdf = _pdf(sheet, desk, reports)
    try:
        output.write(path, pdf, force=reports.force)
    except CannotWrite:
        if reports.force or not _is_there(path):
            raise
        return Reported(name, fresh=False)  # another worker was given the same answers
    return Reported(name, fresh=True)


def _pdf(sheet: AnswerSheet, desk: _Desk, reports: Reports) -> bytes:
    from omniaudit.render import pdf  # noqa: PLC0415 - loads WeasyPrint; not all reports are made

    _, document = copy_of(
        desk.questionnaire,
        (sheet,),
        reports.job.preset,
        edition=reports.edition,
        brand=desk.brand,
    )
    return pdf.render(document)


class _Desk(NamedTuple):
    """What all reports of a batch share in one process."""

    questionnaire: Questionnaire
    brand: Brand
    brand_key: str


@lru_cache(maxsize=4)
def _desk(questionnaire: str, language: str, brand: str) -> _Desk:
    """Read once what is not about one business.

    Raises:
        UsageError, InputRejected, Untrusted: it cannot be read.
    """
    ours = load_questionnaire(questionnaire, language)
    if not brand:
        return _Desk(ours, OWN, "")
    from omniaudit.load.brand import load_brand  # noqa: PLC0415 - few batches have one

    own = load_brand(brand)
    return _Desk(ours, own, hashlib.sha256(repr(own).encode()).hexdigest())


def _key(sheet: AnswerSheet, desk: _Desk, reports: Reports) -> str:
    """All that a report is made of, as one SHA-256."""
    edition = reports.edition
    parts = (
        sheet.sha256,
        desk.questionnaire.sha256,
        __version__,
        reports.job.language,
        edition.notes,
        str(edition.anonymous),
        str(edition.summary),
        reports.job.preset,
        desk.brand_key,
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _is_there(path: Path) -> bool:
    """Whether a report lies there itself, and not a link to something."""
    return path.is_file() and not path.is_symlink()
