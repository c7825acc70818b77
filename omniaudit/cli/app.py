"""The commands of `omniaudit`, in the order of their help."""

from __future__ import annotations

import sys
from functools import cache
from typing import Annotated

import typer
from typer.core import TyperGroup

from omniaudit import __version__
from omniaudit.cli import exits, languages, streams
from omniaudit.cli.later import foreseen, group_of

COMMANDS = {
    "demo": "Assess and report a sample business.",
    "interview": "Ask and note the answers in a terminal.",
    "new": "Write an answers file to fill in.",
    "status": "Show how far answers files have got.",
    "check": "Show every problem of answers files.",
    "migrate": "Move answers files to the newer version of their questionnaire.",
    "score": "Score one business, and say why.",
    "plan": "Find the least effort to a stage.",
    "report": "Write the report as PDF, HTML, Markdown, JSON or a workbook.",
    "batch": "Score many businesses at once.",
    "doctor": "Say what works on this machine.",
    "questions": "Read a questionnaire, or check one of your own.",
}
"""The commands, each in the module of its name, with the first line of their own help."""


@cache
def group() -> TyperGroup:
    """The command line; what is not called is not imported, so that all starts quickly."""
    app = typer.Typer(
        name="omniaudit",
        help=(
            "Assess how well a business joins its channels: multichannel, cross-channel or"
            " omnichannel, with the shortest way to the stage it needs."
        ),
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=False,
    )
    app.callback(invoke_without_command=True)(start)
    return group_of(app, COMMANDS, "omniaudit.cli.")


def start(
    context: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
    _lang: languages.Language = "",
) -> None:
    """Show the version, or the help when no command is given."""
    if show_version:
        streams.put(f"omniaudit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        streams.put(context.get_help())
        raise typer.Exit


def called() -> TyperGroup:
    """The command line with what was typed imported."""
    return foreseen(group(), sys.argv[1:])


def main() -> None:
    """Run the command line and exit with its code."""
    streams.prepare()
    arguments = sys.argv[1:]
    try:
        code = _run(arguments) or exits.DONE
    except BaseException as error:  # noqa: BLE001 - the last door
        from omniaudit.cli import failures  # noqa: PLC0415 - few runs fail

        code = failures.told(error, as_json="--json" in arguments)
    sys.exit(code)


def _run(arguments: list[str]) -> int | None:
    languages.speak_by_environment()
    code: int | None = group()(arguments, prog_name="omniaudit", standalone_mode=False)
    return code
