"""The one place where exceptions become exit codes; nobody shall see a traceback."""

from __future__ import annotations

import errno
import io
import os
import sys
import tempfile
import traceback

from typer.exceptions import TyperException

from omniaudit.cli import exits, streams
from omniaudit.language import say
from omniaudit.problems import (
    CannotWrite,
    Ended,
    InputRejected,
    InUse,
    OmniauditError,
    Place,
    Problem,
    StdoutLost,
    Unavailable,
    Untrusted,
    UsageError,
    problem,
)

_BY_SIGNAL = 128
_DISK = {errno.ENOSPC, errno.EIO, errno.EDQUOT}
_NO_MORE_FILES = {errno.EMFILE, errno.ENFILE}
_CODES: tuple[tuple[type[OmniauditError], int], ...] = (
    (InputRejected, exits.REJECTED),
    (InUse, exits.IN_USE),
    (UsageError, exits.USAGE),
    (Untrusted, exits.UNTRUSTED),
    (CannotWrite, exits.CANNOT_WRITE),
    (Unavailable, exits.CANNOT_WRITE),
)


def told(error: BaseException, *, as_json: bool) -> int:
    """Tell what ended a command, never raw, and return the exit code it ends with."""
    try:
        return _coded(error, as_json=as_json)
    except StdoutLost as lost:
        streams.show_problems(lost.problems, as_json=False)
        return exits.CANNOT_WRITE
    except streams.NobodyReads:
        return exits.DONE


def _coded(error: BaseException, *, as_json: bool) -> int:
    match error:
        case StdoutLost() | streams.NobodyReads():
            raise error
        case SystemExit():  # Typer leaves when its help finds no reader
            return exits.DONE
        case OmniauditError():
            streams.show_problems(error.problems, as_json=as_json)
            return next((code for kind, code in _CODES if isinstance(error, kind)), exits.OUR_BUG)
        case TyperException():
            streams.show_problems([_misused(error)], as_json=as_json)
            return exits.USAGE
        case KeyboardInterrupt():
            streams.tell(say("Stopped."))
            return exits.INTERRUPTED
        case Ended():
            return _BY_SIGNAL + error.signal
        case OSError() if error.errno in _DISK:
            raise streams.lost(error) from None  # Typer's own help, on a full disk
        case io.UnsupportedOperation() if not sys.stdout.writable():
            raise streams.lost(error) from None  # the same, where stdout is closed
        case OSError() if error.errno in _NO_MORE_FILES:
            streams.show_problems([problem("O807", Place("omniaudit"))], as_json=as_json)
            return exits.CANNOT_WRITE
        case MemoryError():
            streams.show_problems([problem("O808", Place("omniaudit"))], as_json=as_json)
            return exits.CANNOT_WRITE
        case _:
            return _told_fault(error, as_json=as_json)


def _told_fault(error: BaseException, *, as_json: bool) -> int:
    fault = _fault(error)
    streams.tell(f"{fault.message} {fault.remedy}")
    if as_json:
        streams.show_problems([fault], as_json=True)
    return exits.OUR_BUG


def _misused(error: TyperException) -> Problem:
    message = getattr(error, "format_message", lambda: str(error))()
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "omniaudit"
    remedy = say("`{command} --help` shows how to use it.", command=path)
    return problem("U701", Place("omniaudit"), message=message, remedy=remedy)


def _fault(error: BaseException) -> Problem:
    message = say("Sorry, this is a fault in omniaudit, not in your files.")
    remedy = say(
        "Please report it with {log}; none of your answers stand there.",
        log=_keep_traceback(error),
    )
    return problem("U701", Place("omniaudit"), message=message, remedy=remedy)


def _keep_traceback(error: BaseException) -> str:
    """Write where it happened to a private file; no values, so that no answer gets in."""
    try:
        handle, name = tempfile.mkstemp(prefix="omniaudit-", suffix=".log")
    except OSError:
        # Translators: stands for a file after "Please report it with"
        return say("what you did; no log could be written")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(traceback.format_tb(error.__traceback__))
        file.write(f"{type(error).__name__}\n")
    return name
