"""A program that asks on whatever signal comes, and says how its terminal was left."""

from __future__ import annotations

import sys
import termios

from omniaudit.interview.terminal import Terminal
from omniaudit.problems import Ended


def main() -> None:
    """Ask until Ctrl-D."""
    before = termios.tcgetattr(0)
    number = 0
    with Terminal(plain="--plain" in sys.argv) as terminal:
        while True:
            number += 1
            try:
                terminal.show(f"Question {number}\n")
                typed = terminal.ask("Answer> ")
                with terminal.held():
                    terminal.show(f"line {typed.line!a}\n")
            except EOFError:
                return
            except (KeyboardInterrupt, Ended) as error:
                same = "same" if termios.tcgetattr(0) == before else "other"
                terminal.show(f"{number} left by {getattr(error, 'signal', 2)}, {same} settings\n")


if __name__ == "__main__":
    main()
