"""`omniaudit questions`: the questionnaire, for those who answer and those who write."""

from __future__ import annotations

import typer
from typer.core import TyperGroup

from omniaudit.cli.later import group_of

COMMANDS = {
    "check": "Show every mistake of a questionnaire.",
    "schema": "Print a JSON Schema.",
    "list": "List everything that is asked.",
    "show": "Show one question with all about it.",
}
"""The commands, each in the module `questions_` and its name, with the first line of its help."""


def group() -> TyperGroup:
    """The commands of `omniaudit questions`."""
    app = typer.Typer(
        name="questions",
        help="Read a questionnaire, or check one of your own.",
        rich_markup_mode=None,
        add_completion=False,
    )
    app.callback()(_start)
    return group_of(app, COMMANDS, "omniaudit.cli.questions_")


def _start() -> None:
    pass
