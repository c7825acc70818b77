"""A program that only asks: what was typed is shown as Python writes it, until somebody leaves."""

from __future__ import annotations

import sys

from omniaudit.interview.terminal import Terminal
from omniaudit.problems import Ended


def main() -> int:
    """Ask until somebody leaves; the exit code says how."""
    with Terminal(plain="--plain" in sys.argv) as terminal:
        try:
            for number in range(1_000):
                terminal.show(f"Question {number}: → at {terminal.width} columns\n")
                typed = terminal.ask("Answer> ")
                terminal.show(f"line {typed.line!a} pasted {typed.pasted!a}\n")
        except EOFError:
            terminal.show("Left by Ctrl-D.\n")
        except KeyboardInterrupt:
            terminal.show("Left by Ctrl-C.\n")
            return 130
        except Ended as ended:
            terminal.show(f"Left by signal {ended.signal}.\n")
            return 128 + ended.signal
    return 0


if __name__ == "__main__":
    sys.exit(main())
