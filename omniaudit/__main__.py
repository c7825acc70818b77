"""The door of the command line, for the installed command and `python -m omniaudit` alike."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C while it is still loading is an interruption like any other."""
    try:
        from omniaudit.cli.app import main as command_line  # noqa: PLC0415 - inside the handler

        command_line()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
