"""Time whole processes in turn, so that what else the machine does falls on both alike.

Seconds of computing (`cpu`) count what a process took, in Python's own work and the system's; the
workers of a batch are not in it, for others look after them. Memory is the most that it held, but
never less than whoever started it had.
"""

from __future__ import annotations

import compileall
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CHECKOUT = Path(__file__).resolve().parents[1]
PYTHON = str(CHECKOUT / ".venv/bin/python")
OMNIAUDIT = str(CHECKOUT / ".venv/bin/omniaudit")
_ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
_MEGABYTE = 1024
"""In kilobytes, which the system counts in."""

Measure = Literal["cpu", "wall"]


@dataclass(frozen=True)
class Run:
    """What one process took: seconds of computing, seconds that passed, megabytes at most."""

    cpu: float
    wall: float
    peak: float


Pairs = Sequence[tuple[Run, Run]]


@dataclass(frozen=True)
class Row:
    """A line of the table: what was measured, what came out, and what it is to be."""

    what: str
    found: str
    goal: str = ""


def run(*words: str) -> Run:
    """Run a process to its end; whatever it prints is lost."""
    with started(*words) as child:
        began = time.perf_counter()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(words)}: exit code {child.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / _MEGABYTE)


def together(*commands: Sequence[str]) -> Run:
    """Run processes at once, until the last has ended."""
    with ThreadPoolExecutor(len(commands)) as threads:
        began = time.perf_counter()
        runs = list(threads.map(lambda words: run(*words), commands))
        wall = time.perf_counter() - began
    return Run(sum(each.cpu for each in runs), wall, max(each.peak for each in runs))


@contextmanager
def started(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has begun, with none of our settings of Python."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(words, stdout=nowhere, stderr=nowhere, env=_ENVIRONMENT) as child:
        yield child


def in_turn(ours: Callable[[], Run], yardstick: Callable[[], Run], pairs: int) -> Pairs:
    """Run both in turn, after one of each that does not count."""
    ours(), yardstick()
    return [(ours(), yardstick()) for _ in range(pairs)]


def ratio(pairs: Pairs, measure: Measure = "cpu") -> float:
    """The median of ours to the yardstick's."""
    found = [getattr(own, measure) / getattr(other, measure) for own, other in pairs]
    return float(round(statistics.median(found), 3))


def shown(pairs: Pairs) -> dict[str, float]:
    """The figures of pairs, as they are printed: medians, and the most memory."""
    return {
        "pairs": len(pairs),
        "cpu_ratio": ratio(pairs, "cpu"),
        "wall_ratio": ratio(pairs, "wall"),
        "cpu_s": round(statistics.median(own.cpu for own, _ in pairs), 3),
        "yardstick_cpu_s": round(statistics.median(other.cpu for _, other in pairs), 3),
        "wall_s": round(statistics.median(own.wall for own, _ in pairs), 3),
        "yardstick_wall_s": round(statistics.median(other.wall for _, other in pairs), 3),
        "peak_mb": round(max(own.peak for own, _ in pairs)),
        "yardstick_peak_mb": round(max(other.peak for _, other in pairs)),
    }


def compiled() -> None:
    """Compile what an installation has compiled, for nobody shall wait for that."""
    compileall.compile_dir(CHECKOUT / "omniaudit", quiet=2)


def counts(*usual: int) -> list[int]:
    """The numbers given on the command line, and the usual ones for those that are not."""
    given = [int(word.replace(",", "")) for word in sys.argv[1:]]
    return [*given, *usual[len(given) :]]
