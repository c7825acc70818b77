"""Data on stdout, talk on stderr; nothing unprintable reaches a terminal."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from omniaudit.language import mark, say
from omniaudit.problems import Place, Problem, StdoutLost, printable, problem

if TYPE_CHECKING:
    from omniaudit.catalogue import Severity
    from omniaudit.render import json

_SEVERITIES: Mapping[Severity, str] = {"error": mark("error"), "warning": mark("warning")}


class NobodyReads(Exception):
    """Whoever read our output has gone, such as `head`."""


def width() -> int:
    """Columns to write in: the terminal's, within reason."""
    from omniaudit.render.terminal import screen_width  # noqa: PLC0415 - help needs none of it

    return screen_width()


def put(text: str) -> None:
    """Data, on stdout.

    Raises:
        StdoutLost: when it cannot be written.
        NobodyReads: when the pipe is closed; for Typer a BrokenPipeError would be a failure.
    """
    try:
        sys.stdout.write(_spelt(text if text.endswith("\n") else text + "\n", sys.stdout))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence_stdout()
        raise NobodyReads from None
    except OSError as error:
        raise lost(error) from None


def lost(error: OSError) -> StdoutLost:
    """What to tell when stdout takes no more; nothing is written there from now on."""
    _silence_stdout()
    why = error.strerror or say("it is closed")
    return StdoutLost([problem("O802", Place("stdout"), file="stdout", why=why)])


def put_document(document: json.Document) -> None:
    """A JSON document, on stdout; readable whatever the encoding."""
    from omniaudit.render import json  # noqa: PLC0415 - most commands talk

    encoding = (sys.stdout.encoding or "").lower()
    put(json.text(document, ascii_only=not encoding.startswith("utf")))


def tell(text: str) -> None:
    """Talk, on stderr; nothing is lost when nobody listens."""
    with contextlib.suppress(OSError):
        sys.stderr.write(_spelt(text, sys.stderr) + "\n")


def show_problems(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Problems as talk, or as the one JSON document of a failed command."""
    if as_json:
        from omniaudit.render import json  # noqa: PLC0415 - most commands talk

        put_document(json.problems(problems))
        return
    for each in problems:
        tell(worded(each))


def worded(problem: Problem) -> str:
    """A problem in two parts: where and what, then what to do."""
    severity = say(_SEVERITIES[problem.severity])
    what = f"{problem.place}: {severity} {problem.code}: {problem.message}"
    return f"{what}\n{textwrap.indent(textwrap.fill(problem.remedy, width() - 4), '    ')}"


def named(file: str | Path) -> str:
    """A file's name as it stands in a sentence: on one line, whatever is in it."""
    return printable(str(file))


def typed(*words: str) -> str:
    """Words such as file names as they are typed in a command."""
    return shlex.join(printable(word) for word in words)


def typed_file(file: str) -> str:
    """A file's name as it is typed in a command, also one that begins like an option."""
    return typed(f"./{file}" if file.startswith("-") and file != "-" else file)


def prepare() -> None:
    """Let neither a missing character nor a closed stream end in a fault.

    A closed stdout is opened so that it refuses to be written: what is lost there is told.
    """
    for name, mode in (("stdin", "r"), ("stdout", "r"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - to the end
            continue
        _wait_for(stream)
        if name != "stdin":
            stream.reconfigure(errors="replace")


def _wait_for(stream: TextIO) -> None:
    """Rather wait than read half a file, or write half: whoever began us may want no waiting."""
    with contextlib.suppress(OSError, AttributeError):  # no real file; no such call on Windows
        os.set_blocking(stream.fileno(), True)


def is_verbose_terminal() -> bool:
    """Whether stderr is a terminal on which progress may be shown."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _spelt(text: str, stream: TextIO) -> str:
    """The text as a terminal may have it, in the letters that its encoding has."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    from omniaudit.interview.line import letters  # noqa: PLC0415 - few texts need it
    from omniaudit.render.terminal import harmless  # noqa: PLC0415 - the same

    return letters.spelt(harmless(text), getattr(stream, "encoding", None) or "utf-8")


def _silence_stdout() -> None:
    """Point stdout nowhere, so that the interpreter's last flush cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
