"""The commands of `omniaudit`, in the order of their help."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from omniaudit import __version__
from omniaudit.cli import (
    batch,
    check,
    demo,
    doctor,
    exits,
    interview,
    new,
    plan,
    questions,
    report,
    score,
    status,
    streams,
)

app = typer.Typer(
    name="omniaudit",
    help=(
        "Assess how well a business joins its channels: multichannel, cross-channel or"
        " omnichannel, with the shortest way to the stage it needs."
    ),
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
)
app.command("demo")(demo.command)
app.command("interview")(interview.command)
app.command("new")(new.command)
app.command("status")(status.command)
app.command("check")(check.command)
app.command("score")(score.command)
app.command("plan")(plan.command)
app.command("report")(report.command)
app.command("batch")(batch.command)
app.add_typer(questions.app, name="questions")
app.command("doctor")(doctor.command)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
) -> None:
    """Show the version, or the help when no command is given."""
    if show_version:
        streams.put(f"omniaudit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        streams.put(context.get_help())
        raise typer.Exit


def main() -> None:
    """Run the command line and exit with its code."""
    streams.prepare()
    arguments = sys.argv[1:]
    code = exits.run(
        lambda: app(arguments, prog_name="omniaudit", standalone_mode=False),
        as_json="--json" in arguments,
    )
    sys.exit(code)
