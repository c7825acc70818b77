"""`omniaudit report`: the document for the table, in the format that its name ends in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from omniaudit.cli import options, signals, streams
from omniaudit.cli.formats import Copy, format_of
from omniaudit.cli.questionnaires import questionnaire_for, typed_with
from omniaudit.language import mark, say, say_count
from omniaudit.load.files import load_earlier, load_panel
from omniaudit.model.brand import OWN, Brand
from omniaudit.problems import usage
from omniaudit.render import output as files_out
from omniaudit.render import templates
from omniaudit.report.assessment import Assessment
from omniaudit.report.copies import copy_of
from omniaudit.report.edition import Edition, branded
from omniaudit.resources import questionnaire_file

Output = Annotated[
    Path,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="A name that ends in .pdf, .html, .md, .json or .xlsx.",
    ),
]
Anonymise = Annotated[
    bool, typer.Option("--anonymise", help="Leave out business, people, notes and metadata.")
]
NotesWord = Annotated[
    str, typer.Option("--notes", metavar="none|short|all", help="How much of the notes.")
]
Template = Annotated[
    str,
    typer.Option("--template", metavar="DIR", help="A folder of templates of your own."),
]
Trust = Annotated[
    bool, typer.Option("--trust", help="Run these templates, and open a brand's own fonts.")
]
Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="FILE", help="An earlier answers file: the report says what changed."
    ),
]


def command(
    files: options.Panel,
    output: Output,
    brand: options.BrandFile = "",
    summary: options.Summary = False,
    anonymise: Anonymise = False,
    notes: NotesWord = "all",
    since: Since = "",
    template: Template = "",
    trust: Trust = False,
    gate: options.Gate = "standard",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Write the report as PDF, HTML, Markdown, JSON or a workbook.

    Several files are several respondents about the same business.
    """
    render = format_of(output)
    files_out.check(output, force=force)
    _check_is_no_input(output, [*files, since, *_own_file(questionnaire)])
    edition = Edition(options.notes_of(notes), anonymous=anonymise, summary=summary)
    ours = questionnaire_for(files, questionnaire)
    preset = options.preset_of(ours, gate)
    folder = _templates_of(template, output, trust=trust)
    own = _brand(brand, output, trusted=trust) if brand else OWN
    if branded(own, edition) != own:
        streams.tell(say("An anonymous copy has only the colours of the brand file."))
    sheets = load_panel(files, ours)
    earlier = (load_earlier(since, ours, sheets[0]),) if since else ()
    for sheet in (*sheets, *earlier):
        streams.show_problems(sheet.warnings, as_json=False)
    assessment, document = copy_of(
        ours, sheets, preset, edition=edition, brand=own, earlier=next(iter(earlier), None)
    )
    with signals.raised():
        files_out.write(output, render(Copy(assessment, document, folder)), force=force)
    if since:
        _tell_if_changes_are_left_out(output, edition)
    _tell_if_nothing_is_answered(assessment, typed_with(questionnaire, lang, files[0]))
    streams.tell(say("Wrote {file}.", file=streams.named(output)))
    return 0


def _own_file(questionnaire: str) -> list[Path]:
    return [questionnaire_file(questionnaire)] if questionnaire else []


def _templates_of(name: str, output: Path, *, trust: bool) -> Path | None:
    """The folder of --template, which only pages have a use for."""
    if not name:
        return None
    if output.suffix.lower() not in {".pdf", ".html"}:
        raise usage(
            say("--template: {file} is not made with templates.", file=streams.named(output)),
            say("Leave it out, or write .pdf or .html."),
        )
    folder = templates.opened(name, trusted=trust)
    _check_is_no_input(output, folder.rglob("*"), mark("-o: {file} is one of the templates."))
    return folder


def _tell_if_nothing_is_answered(assessment: Assessment, file: str) -> None:
    """A report of no answers is written as any other, but hardly what somebody wanted."""
    done = assessment.card.completeness
    if done.answered:
        return
    if not done.applicable:
        streams.tell(say("No question applies, so there is nothing to judge."))
        return
    command = f"omniaudit interview {file}"
    streams.tell(
        say_count(
            done.applicable,
            "The one question is not answered, so there is nothing to judge yet. "
            "`{command}` asks it.",
            "None of {count} questions is answered, so there is nothing to judge yet. "
            "`{command}` asks them.",
            command=command,
        )
    )


def _check_is_no_input(
    output: Path,
    files: Iterable[str | Path],
    refusal: str = mark("-o: {file} is one of the files it is made of."),
) -> None:
    """Refuse to write a report over what it is made of, forced or not.

    A link to a file may be replaced; what it leads to stays. The refusal is marked.
    """
    for file in () if os.path.islink(output) else files:  # noqa: PTH114 - the same as below
        try:
            same = os.path.samefile(output, file)  # noqa: PTH121 - a Path would not take every name
        except (OSError, ValueError):
            continue
        if same:
            raise usage(
                say(refusal, file=streams.named(output)),
                say("Choose another name for the report."),
            )


def _tell_if_changes_are_left_out(output: Path, edition: Edition) -> None:
    """Say that an earlier assessment was given for nothing: the copy is the same without it."""
    if output.suffix.lower() == ".xlsx":
        streams.tell(say("A workbook does not tell what changed, so --since has no effect here."))
    elif edition.summary:
        streams.tell(say("A summary does not tell what changed, so --since has no effect here."))


def _brand(file: str, output: Path, *, trusted: bool) -> Brand:
    """The brand of a file, which the report must not replace, nor a file that belongs to it."""
    from omniaudit.load.brand import files_of, load_brand  # noqa: PLC0415 - few reports have one

    own = load_brand(file, trusted=trusted)
    _check_is_no_input(output, files_of(file), mark("-o: {file} is one of the brand's files."))
    return own
