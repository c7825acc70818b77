"""What reading each wrong file costs, in a process that may have little more memory than it has.

    .venv/bin/python -m tests.hostile.costs

Prints a JSON document: by their names, the share of a yardstick that the files take. The yardstick
is what PyYAML's fastest loader takes to parse ordinary answers that fill the largest file.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from tests.hostile.bombs import HEAD, LIMIT
from tests.hostile.cases import Case, cases, questionnaire

MEGABYTES = 64
"""So much more memory may reading take."""
_LINE = b'  data.history: {level: 2, coverage: mostly, evidence: seen, note: "counted by hand"}\n'
_ORDINARY = HEAD + b"answers:\n" + _LINE * ((LIMIT - len(HEAD) - 9) // len(_LINE))
_STATM = Path("/proc/self/statm")


def seconds(run: Callable[[], object], times: int) -> float:
    """The least computing of so many runs."""
    taken = []
    for _ in range(times):
        started = time.process_time()
        run()
        taken.append(time.process_time() - started)
    return min(taken)


def share(case: Case, yardstick: float) -> float:
    """What reading a file takes; measured again when it is much, as it may have been chance."""
    taken = seconds(lambda: replace(case).problems, 1)
    if taken > yardstick / 2:
        taken = min(taken, seconds(lambda: replace(case).problems, 2))
    return taken / yardstick


def limit_memory() -> None:
    """From now on, no more memory than there is and a little; where the system tells and can."""
    if sys.platform == "win32" or not _STATM.exists():
        return
    import resource  # noqa: PLC0415 - not on every system

    pages = int(_STATM.read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def main() -> None:
    """Print the shares as JSON."""
    known = [*cases()]
    for is_sparing in (False, True):
        questionnaire(is_sparing)
    yardstick = seconds(lambda: yaml.load(_ORDINARY, yaml.CSafeLoader), 5)
    gc.collect()
    limit_memory()
    shares = {case.name: round(share(case, yardstick), 3) for case in known}
    print(json.dumps(shares))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main()
