"""`omniaudit report`: the document for the table, as PDF or HTML."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.engine.scoring import score_panel
from omniaudit.load.files import load_panel, load_questionnaire
from omniaudit.problems import usage
from omniaudit.render import output as files_out
from omniaudit.report.build import build_report
from omniaudit.report.document import Document
from omniaudit.resources import DEFAULT_QUESTIONNAIRE


def _pdf(document: Document) -> bytes:
    from omniaudit.render import pdf  # noqa: PLC0415 - loads WeasyPrint

    return pdf.render(document)


def _html(document: Document) -> bytes:
    from omniaudit.render import html  # noqa: PLC0415 - loads Jinja2

    return html.render(document).encode()


FORMATS: Mapping[str, Callable[[Document], bytes]] = {".pdf": _pdf, ".html": _html}


def command(
    files: options.Panel,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="OUT", help="A name that ends in .pdf or .html."),
    ],
    gate: options.Gate = "standard",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = DEFAULT_QUESTIONNAIRE,
) -> int:
    """Write the report as PDF or HTML.

    Several files are several respondents about the same business.
    """
    render = format_of(output)
    files_out.check(output, force=force)
    _check_is_no_input(output, files)
    ours = load_questionnaire(questionnaire)
    preset = options.preset_of(ours, gate)
    card = score_panel(ours, load_panel(files, ours), preset)
    streams.show_problems(card.sheet.warnings, as_json=False)
    files_out.write(output, render(build_report(ours, card)), force=force)
    streams.tell(f"Wrote {streams.named(output)}.")
    return 0


def format_of(path: Path) -> Callable[[Document], bytes]:
    """The renderer for a file name.

    Raises:
        UsageError: for a suffix that is no format of ours.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = " or ".join(FORMATS)
        raise usage(f"-o: `{path.name}` does not say which format to write.", f"End it in {known}.")
    return FORMATS[suffix]


def _check_is_no_input(output: Path, files: list[str]) -> None:
    """Refuse to write a report over the answers it is made of, forced or not.

    A link to them may be replaced; what it leads to stays.
    """
    for file in () if os.path.islink(output) else files:  # noqa: PTH114 - the same as below
        try:
            same = os.path.samefile(output, file)  # noqa: PTH121 - a Path would not take every name
        except (OSError, ValueError):
            continue
        if same:
            what = f"-o: {streams.named(output)} is one of the answers files."
            raise usage(what, "Choose another name for the report.")
