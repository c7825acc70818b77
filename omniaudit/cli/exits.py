"""Exit codes; which of them an exception becomes stands in `failures.py`."""

from __future__ import annotations

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
