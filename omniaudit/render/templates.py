"""Where templates, fonts and pictures of a page come from: a folder of one's own before ours.

What a folder of one's own does wrong is told with template and line. It is run with limits on time
and memory, which keep an honest mistake from blocking the machine; they are no wall against malice.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from omniaudit.language import say
from omniaudit.problems import (
    InputRejected,
    OmniauditError,
    Place,
    Untrusted,
    printable,
    problem,
)
from omniaudit.resources import folder

PARTS = re.compile(
    r"fonts/[A-Za-z0-9-]{1,60}\.(?:woff2|ttf|otf)|images/[A-Za-z0-9-]{1,60}\.(?:png|jpe?g|svg)"
)
"""The files of a folder that a page may refer to."""
LARGEST = 4_000_000
"""Bytes of a template, font or picture."""
LONGEST = 120
"""Signs of an address that are told."""
FEW = 200
"""Files of a folder that are looked at for one that lies in the wrong place."""
SECONDS = 60
MEMORY = 1_500_000_000
"""Bytes of address space while a page is made with templates of one's own."""


def opened(name: str, *, trusted: bool) -> Path:
    """The folder of --template.

    Raises:
        Untrusted: nobody said that it is trusted; it is not looked at then.
        InputRejected: there is no such folder, or nothing in it takes the place of ours.
    """
    if not trusted:
        raise Untrusted([problem("T951", Place(name))])
    if not os.path.isdir(name):  # noqa: PTH112 - unlike a Path, never raises
        raise InputRejected([problem("T952", Place(name))])
    own, ours = Path(name), _files(folder("report_templates"))
    if not any(_replaces(own, each) for each in ours):
        raise InputRejected([problem("T954", Place(name), hint=_misplaced(own, ours))])
    return own


def _files(templates: Path) -> list[str]:
    """The names of templates and styles in a folder, as a template would include them."""
    kinds = {".j2", ".css"}
    found = (each for each in templates.rglob("*") if each.suffix in kinds)
    return sorted(each.relative_to(templates).as_posix() for each in found)


def _replaces(own: Path, name: str) -> bool:
    return found(own, name) == own / name


def _misplaced(own: Path, ours: list[str]) -> str:
    """Where a file of the folder belongs that bears the name of one of ours."""
    places = {each.rpartition("/")[2]: each.rpartition("/")[0] for each in ours}
    for name in _first_names(own):
        if places.get(name):
            return " " + say("`{file}` belongs in `{folder}/`.", file=name, folder=places[name])
    return ""


def _first_names(own: Path) -> list[str]:
    """The names of files at the top, but not of all in a folder that was named by mistake."""
    try:
        return sorted(each.name for each in islice(own.iterdir(), FEW))
    except OSError:
        return []


def found(templates: Path, name: str) -> Path | None:
    """The file of that name in a folder, or else in ours; one behind a link counts as none."""
    for place in (templates, folder("report_templates")):
        path = place / name
        if path.is_file() and path.resolve() == place.resolve() / name:
            return path if path.stat().st_size <= LARGEST else None
    return None


def environment(templates: Path) -> Any:  # noqa: ANN401 - its class exists only after the import
    """Jinja2 with our rules: everything escaped, nothing undefined, and a sandbox for others."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - heavy
    from jinja2.loaders import split_template_path  # noqa: PLC0415 - heavy
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - heavy

    def load(name: str) -> tuple[str, str, None] | None:
        path = found(templates, "/".join(split_template_path(name)))
        return (path.read_text("utf-8"), str(path), None) if path else None

    ours = is_ours(templates)
    kind = Environment if ours else ImmutableSandboxedEnvironment
    return kind(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(load),
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled() if ours else None,
    )


@cache
def _compiled() -> Any:  # noqa: ANN401 - its class exists only after the import
    """What our own templates compile to, kept as long as the process lasts.

    That is all that one document leaves to the next: each has an environment of its own.
    """
    from jinja2 import BytecodeCache  # noqa: PLC0415 - heavy
    from jinja2.bccache import Bucket  # noqa: PLC0415 - heavy

    class Kept(BytecodeCache):
        """In memory, by name and content of a template."""

        def __init__(self) -> None:
            self.code: dict[tuple[str, str], Any] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            """Give what is known of a template."""
            bucket.code = self.code.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            """Keep what it was compiled to."""
            self.code[bucket.key, bucket.checksum] = bucket.code

    return Kept()


def is_ours(templates: Path) -> bool:
    """Whether these are the templates that come with the program."""
    return templates.resolve() == folder("report_templates").resolve()


@contextmanager
def answered_for(templates: Path) -> Iterator[None]:
    """Run templates of one's own within limits; what goes wrong in them is told as a problem.

    Raises:
        InputRejected: an error in a template, with its line, or a limit that was reached.
    """
    if is_ours(templates):
        yield
        return
    try:
        with _limits():
            yield
    except OmniauditError:
        raise
    except TimeoutError:
        took = say("making the page took more than {limit} seconds of computing", limit=SECONDS)
        _reject(templates, took)
    except MemoryError:
        limit = f"{MEMORY / 1e9:.1f}"
        _reject(templates, say("making the page took more than {limit} GB of memory", limit=limit))
    except Exception as error:  # noqa: BLE001 - whatever a template can do wrong
        _reject(templates, str(error).rstrip(".") or type(error).__name__, error)


class Refused(Exception):
    """A page of one's own templates asks for what it does not get; `why`, marked, names it."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(say(why, address=printable(address)[:LONGEST]))
        self.address = address


def _reject(templates: Path, what: str, error: Exception | None = None) -> NoReturn:
    raise InputRejected([problem("T953", _place(templates, error), what=what)]) from None


def _place(templates: Path, error: Exception | None) -> Place:
    """The template and line where an error arose, as far as they are known."""
    if isinstance(error, Refused):
        return _asked_in(templates, error.address)
    if getattr(error, "lineno", None) and getattr(error, "filename", None):
        return Place(str(error.filename), error.lineno, 1)  # type: ignore[union-attr]
    frames = traceback.extract_tb(error.__traceback__) if error else []
    for frame in reversed(frames):
        if Path(frame.filename).is_relative_to(templates):
            return Place(frame.filename, frame.lineno or 0, 1)
    return Place(str(templates))


def _asked_in(templates: Path, address: str) -> Place:
    """The first line of one's own templates with an address, if it is written out anywhere."""
    for name in _files(templates):
        path = found(templates, name)
        text = path.read_text("utf-8", "replace") if path else ""
        if address and address in text:
            return Place(str(path), text.count("\n", 0, text.index(address)) + 1, 1)
    return Place(str(templates))


@contextmanager
def _limits() -> Iterator[None]:
    """Limits on computing time and memory of this process, where the system has them."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 - not on every system

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + SECONDS
    with ExitStack() as stack:
        stack.enter_context(_soft(resource.RLIMIT_AS, MEMORY))
        if threading.current_thread() is threading.main_thread():
            before = signal.signal(signal.SIGXCPU, _out_of_time)
            stack.callback(signal.signal, signal.SIGXCPU, before)
            stack.enter_context(_soft(resource.RLIMIT_CPU, seconds))
        yield


@contextmanager
def _soft(kind: int, limit: int) -> Iterator[None]:
    """A limit for a while; one that is set lower already stays."""
    import resource  # noqa: PLC0415 - not on every system

    soft, hard = resource.getrlimit(kind)
    known = [each for each in (soft, hard, limit) if each != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min(known), hard))
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def _out_of_time(_number: int, _frame: object) -> None:
    raise TimeoutError
