"""The command line as a user meets it: in this process, and now and then in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from contextvars import copy_context
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from omniaudit.cli.app import main
from omniaudit.load import assembly
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.resources import sample_file

SAMPLE = sample_file().read_bytes()
QUESTIONNAIRE = load_questionnaire()
_Folder = assembly.Folder


@cache
def _folder(path: Path, wanted: str, _content: bytes) -> assembly.Folder:
    return _Folder(path, wanted)


@cache
def _read_once(path: Path, wanted: str, content: bytes) -> Questionnaire:
    return _folder(path, wanted, content).questionnaire()


class ReadOnce:
    """The same bytes are the same questionnaire; reading them is half of the time of a command."""

    def __init__(self, path: Path, wanted: str) -> None:
        self.key = (path, wanted, path.read_bytes())

    def questionnaire(self) -> Questionnaire:
        return _read_once(*self.key)

    def __getattr__(self, name: str) -> object:
        """What one questionnaire takes from another's files that it draws on."""
        return getattr(_folder(*self.key), name)


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    command: str
    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found

    @property
    def codes(self) -> list[str]:
        """The codes of the problems that were told, on stderr or as the JSON document."""
        if "--json" in self.command:
            return [each["code"] for each in self.document["problems"]]
        words = f"{self.out}\n{self.err}".replace(": warning ", ": error ").split(": error ")[1:]
        return [each.partition(":")[0] for each in words]

    @property
    def transcript(self) -> str:
        """Everything, as it would stand in a terminal."""
        talk = f"[stderr]\n{self.err}" if self.err else ""
        return f"$ {self.command}\n{self.out}{talk}[exit {self.code}]\n"


def omniaudit(*arguments: str, stdin: bytes = b"", columns: int = 80) -> Run:
    """Run a command in this process, through the door that the installed command uses."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with (
        patch.object(sys, "argv", ["omniaudit", *arguments]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8")),
        patch.dict(os.environ, COLUMNS=str(columns)),
        patch.object(assembly, "Folder", ReadOnce),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            copy_context().run(main)  # the language of a command is its own
        except SystemExit as left:
            code = left.code
    assert isinstance(code, int)
    return Run(" ".join(["omniaudit", *arguments]), code, written(out), written(err))


def written(stream: io.TextIOWrapper) -> str:
    """What was written to a stream."""
    stream.flush()
    buffer = stream.detach()
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "omniaudit", *arguments],
        env={**os.environ, "COLUMNS": "80", **environment},
        capture_output=True,
        check=False,
    )


def shop(  # noqa: PLR0913 - one for each part of a file
    levels: str = "222222 222222 222222 222222",
    *,
    name: str = "Corner Bookshop",
    profile: str = "retail",
    head: str = "",
    tail: str = "",
    extra: str = "",
) -> str:
    """An answers file; levels stand as one sign a question, `.` for one that was not asked."""
    ids = [each.id for each in QUESTIONNAIRE.capabilities]
    meanings = {"?": "unknown", "-": "{not-applicable: we have none}"}
    signs = levels.replace(" ", "")
    lines = [
        f"  {question}: {meanings.get(sign, sign)}"
        for question, sign in zip(ids, signs, strict=True)
        if sign != "."
    ]
    answers = "\n".join(["answers:", *lines, extra]) if lines or extra else ""
    return (
        f"format: 1\nbusiness: {{name: {name}, profile: {profile}, size: small,"
        f" channels: [store, web, phone]}}\n{head}\n{answers}\n{tail}\n"
    )


def write(name: str, text: str | bytes) -> str:
    """Write a file here; its name is what a command takes."""
    Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name
