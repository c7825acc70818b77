"""The formats of a report, by the suffix of the file that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from omniaudit.language import say
from omniaudit.problems import usage
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Document
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """A report before it has a format, with the folder of templates it is set with, if its own."""

    assessment: Assessment
    document: Document
    templates: Path | None = None


def _pdf(copy: Copy) -> bytes:
    from omniaudit.render import pdf  # noqa: PLC0415 - loads WeasyPrint

    return pdf.render(copy.document, copy.templates)


def _html(copy: Copy) -> bytes:
    from omniaudit.render import html  # noqa: PLC0415 - loads Jinja2

    return html.render(copy.document, copy.templates).encode()


def _markdown(copy: Copy) -> bytes:
    from omniaudit.render import markdown  # noqa: PLC0415 - a report has one format

    return markdown.render(copy.document).encode()


def _json(copy: Copy) -> bytes:
    from omniaudit.render import json, json_report  # noqa: PLC0415 - a report has one format

    report = json_report.report(copy.assessment, copy.document)
    return f"{json.text(report)}\n".encode()


def _workbook(copy: Copy) -> bytes:
    """A summary has the same sheets: they are to work with, not to print."""
    from omniaudit.render import workbook  # noqa: PLC0415 - a report has one format
    from omniaudit.report.workbook import book  # noqa: PLC0415 - a report has one format

    return workbook.render(book.workbook(copy.assessment, copy.document))


FORMATS: Mapping[str, Callable[[Copy], bytes]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".md": _markdown,
    ".json": _json,
    ".xlsx": _workbook,
}


def format_of(path: Path) -> Callable[[Copy], bytes]:
    """The renderer for a file name.

    Raises:
        UsageError: for a suffix that is no format of ours.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = wording.either(list(FORMATS))
        raise usage(
            say("-o: `{file}` does not say which format to write.", file=path.name),
            say("End it in {known}.", known=known),
        )
    return FORMATS[suffix]
