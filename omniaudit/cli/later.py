"""Commands that are imported when they are called: until then, a name and a line of help each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group


class Later(TyperCommand):
    """Stands for a command in the help and hints of its group."""

    def __init__(self, name: str, line: str, room: str) -> None:
        """Know of it the first line of its help, and the module with its `command` or `group`."""
        super().__init__(name, help=line)
        self.room = room

    @cached_property
    def command(self) -> TyperCommand | TyperGroup:
        """The command itself."""
        module = import_module(self.room)
        if hasattr(module, "group"):
            return cast("TyperGroup", module.group())
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(self.name)(module.command)
        return cast("TyperCommand", get_command(app))

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: Any = None,  # noqa: ANN401 - as Typer has it
        **extra: Any,  # noqa: ANN401
    ) -> typer.Context:
        """Call the command itself, whose context has the parameters to run it with."""
        found = self.command.make_context(info_name, args, parent, **extra)
        return cast("typer.Context", found)


def group_of(app: typer.Typer, lines: Mapping[str, str], rooms: str) -> TyperGroup:
    """The group of an app with commands by their lines; each is the module `rooms` + its name."""
    group = get_group(app)
    for name, line in lines.items():
        group.add_command(Later(name, line, f"{rooms}{name}"))
    return group


def foreseen(group: TyperGroup, words: Sequence[str]) -> TyperGroup:
    """The group with the commands that the words name already imported."""
    found: TyperCommand | TyperGroup = group
    for word in words:
        known = found.commands.get(word) if isinstance(found, TyperGroup) else None
        if isinstance(known, Later):
            found = known.command
    return group
