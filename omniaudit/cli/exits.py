"""Exit codes, and the one place where exceptions become them."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable

from typer.exceptions import TyperException

from omniaudit.cli import streams
from omniaudit.language import say
from omniaudit.problems import (
    CannotWrite,
    Ended,
    InputRejected,
    InUse,
    OmniauditError,
    Place,
    Problem,
    Unavailable,
    Untrusted,
    UsageError,
    problem,
)

DONE = 0
OUR_BUG = 1
USAGE = 2
SOME_FAILED = 3
REJECTED = 4
IN_USE = 5
CANNOT_WRITE = 6
BELOW_THRESHOLD = 7
UNTRUSTED = 8
HANG_UP = 129
INTERRUPTED = 130
TERMINATED = 143

_BY_SIGNAL = 128
_DISK = {errno.ENOSPC, errno.EIO, errno.EDQUOT}
_CODES: tuple[tuple[type[OmniauditError], int], ...] = (
    (InputRejected, REJECTED),
    (InUse, IN_USE),
    (UsageError, USAGE),
    (Untrusted, UNTRUSTED),
    (CannotWrite, CANNOT_WRITE),
    (Unavailable, CANNOT_WRITE),
)


def run(command: Callable[[], int | None], *, as_json: bool) -> int:
    """Run a command and return its exit code; whatever it raises is told, never shown raw."""
    try:
        return _coded(command, as_json=as_json)
    except streams.StdoutLost as error:
        streams.show_problems(error.problems, as_json=False)
        return CANNOT_WRITE
    except (streams.NobodyReads, SystemExit):  # Typer leaves when its help finds no reader
        return DONE


def _coded(command: Callable[[], int | None], *, as_json: bool) -> int:
    try:
        return command() or DONE
    except (streams.StdoutLost, streams.NobodyReads):
        raise
    except OmniauditError as error:
        streams.show_problems(error.problems, as_json=as_json)
        return next((code for kind, code in _CODES if isinstance(error, kind)), OUR_BUG)
    except TyperException as error:
        streams.show_problems([_misused(error)], as_json=as_json)
        return USAGE
    except KeyboardInterrupt:
        streams.tell(say("Stopped."))
        return INTERRUPTED
    except Ended as ended:
        return _BY_SIGNAL + ended.signal
    except OSError as error:
        if error.errno not in _DISK:
            return _told_fault(as_json=as_json)
        raise streams.lost(error) from None  # Typer's own help, on a full disk
    except Exception:  # noqa: BLE001 - the last door: nobody shall see a traceback
        return _told_fault(as_json=as_json)


def _told_fault(*, as_json: bool) -> int:
    fault = _fault()
    streams.tell(f"{fault.message} {fault.remedy}")
    if as_json:
        streams.show_problems([fault], as_json=True)
    return OUR_BUG


def _misused(error: TyperException) -> Problem:
    message = getattr(error, "format_message", lambda: str(error))()
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "omniaudit"
    remedy = say("`{command} --help` shows how to use it.", command=path)
    return problem("U701", Place("omniaudit"), message=message, remedy=remedy)


def _fault() -> Problem:
    message = say("Sorry, this is a fault in omniaudit, not in your files.")
    remedy = say(
        "Please report it with {log}; none of your answers stand there.", log=_keep_traceback()
    )
    return problem("U701", Place("omniaudit"), message=message, remedy=remedy)


def _keep_traceback() -> str:
    """Write where it happened to a private file; no values, so that no answer gets in."""
    kind, _, trace = sys.exc_info()
    try:
        handle, name = tempfile.mkstemp(prefix="omniaudit-", suffix=".log")
    except OSError:
        # Translators: stands for a file after "Please report it with"
        return say("what you did; no log could be written")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(traceback.format_tb(trace))
        file.write(f"{kind.__name__ if kind else 'unknown'}\n")
    return name
