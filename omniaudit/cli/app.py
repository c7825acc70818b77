"""The commands of `omniaudit`, in the order of their help."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Annotated

import typer

from omniaudit import __version__
from omniaudit.cli import exits, options, streams
from omniaudit.cli.languages import speak_by_environment

COMMANDS = (
    "demo",
    "interview",
    "new",
    "status",
    "check",
    "migrate",
    "score",
    "plan",
    "report",
    "batch",
    "questions",
    "doctor",
)
"""The commands, each in the module of its name, in the order of their help."""


@cache
def program(first: str) -> typer.Typer:
    """The command line with the command that was named first, or all for help and hints.

    What is not asked for is not imported, so that every command starts as quickly as it can.
    """
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
    app.callback(invoke_without_command=True)(start)
    for name in (first,) if first in COMMANDS else COMMANDS:
        module = import_module(f"omniaudit.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=name)
        else:
            app.command(name)(module.command)
    return app


def start(
    context: typer.Context,
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.")
    ] = False,
    _lang: options.Language = "",
) -> None:
    """Show the version, or the help when no command is given."""
    if show_version:
        streams.put(f"omniaudit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        streams.put(context.get_help())
        raise typer.Exit


def called() -> typer.Typer:
    """The command line for what was typed."""
    return program(next(iter(sys.argv[1:]), ""))


def main() -> None:
    """Run the command line and exit with its code."""
    streams.prepare()
    arguments = sys.argv[1:]
    sys.exit(exits.run(lambda: _run(arguments), as_json="--json" in arguments))


def _run(arguments: list[str]) -> int | None:
    speak_by_environment()
    code: int | None = called()(arguments, prog_name="omniaudit", standalone_mode=False)
    return code
