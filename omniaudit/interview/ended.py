"""That somebody ended the run: a signal on its way to the exit code."""

from __future__ import annotations


class Ended(BaseException):
    """Somebody ended the run by a signal; like Ctrl-C, no mistake that anybody may catch."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal
