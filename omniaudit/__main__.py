"""The door of the command line, for the installed command and `python -m omniaudit` alike."""

import gc
import os
import signal
import sys
from types import FrameType

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C while it is still loading is an interruption like any other."""
    before = signal.signal(signal.SIGINT, _leave)  # an exception would tear what is being imported
    gc.disable()  # nothing that is imported ever becomes garbage, yet it would be searched
    from omniaudit import garbage  # noqa: PLC0415 - inside the door
    from omniaudit.cli import app  # noqa: PLC0415 - the same

    app.called()
    garbage.look_seldom()
    signal.signal(signal.SIGINT, before)
    try:
        app.main()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os._exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
