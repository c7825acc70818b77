"""Batches that are disturbed: by three files of a thousand, and by being killed.

    .venv/bin/python benchmarks/disturbed.py [KILLS]

First a thousand files go to two workers, one of which ends its process as a fault in C code would,
one of which never ends, and one of which eats memory; the wall time is set beside the limit of
time for one file. Then a batch is killed (`kill -9`) at a random moment and resumed, so often as
is asked (50), and what it wrote is compared with that of a batch which nobody disturbed.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.made_answers import write_files
from omniaudit.batch.job import Failed, Item, Job, Limits
from omniaudit.batch.workers import Staff, Workers
from tests.batch import faults

FILES = 1_000
HARMFUL = ("crashes.yaml", "hangs.yaml", "eats.yaml")
LIMITS = Limits()
CHUNK = 125
KILLS = 50
COMMAND = (sys.executable, "-m", "omniaudit", "batch")
"""Of the same Python, so that nothing but the batch itself is killed."""


@dataclass
class Harmed:
    """What three harmful files of a thousand cost."""

    files: int
    results: int
    failed: dict[str, str]
    limit_s: float
    undisturbed_s: float
    wall_s: float
    wall_to_limit: float


def harmed(desk: Path) -> Harmed:
    """A thousand files with three that do harm, and the same without these."""
    folder = write_files(FILES - len(HARMFUL), desk / "files")
    items = [Item(str(file)) for file in sorted(folder.iterdir())]
    undisturbed, _ = _worked(items, desk)
    for place, name in zip((100, 500, 900), HARMFUL, strict=True):
        (folder / name).write_bytes(Path(items[0].file).read_bytes())
        items.insert(place, Item(str(folder / name)))
    wall, codes = _worked(items, desk)
    return Harmed(
        files=len(items),
        results=codes.count(""),
        failed={
            Path(each.file).name: code for each, code in zip(items, codes, strict=True) if code
        },
        limit_s=LIMITS.seconds,
        undisturbed_s=round(undisturbed, 2),
        wall_s=round(wall, 2),
        wall_to_limit=round(wall / LIMITS.seconds, 3),
    )


def _worked(items: list[Item], desk: Path) -> tuple[float, list[str]]:
    """Seconds until two workers have done all, start and end included, and what failed how."""
    begun = time.monotonic()
    task = partial(faults.score_chunk, Job("omnichannel", "en", limits=LIMITS), None)
    with closing(Workers(task, Staff(2), LIMITS, desk)) as staff:
        chunks = [items[at : at + CHUNK] for at in range(0, len(items), CHUNK)]
        pending = [staff.submit(chunk) for chunk in chunks]
        found = [outcome for each in pending for outcome in each()]
    codes = [each.problems[0].code if isinstance(each, Failed) else "" for each in found]
    return time.monotonic() - begun, codes


@dataclass
class Killed:
    """What became of batches that were killed and resumed."""

    kills: int = 0
    too_late: int = 0
    """Batches that had ended before they could be killed; not counted above."""
    equal: int = 0
    """Whose results were those of a batch that nobody disturbed, to the byte."""


def killed(desk: Path, kills: int) -> Killed:
    """Batches of two workers over a thousand files, each killed once and resumed."""
    folder = write_files(FILES, desk / "killed")
    begun = time.monotonic()
    subprocess.run(_batch(folder, desk / "whole"), check=True, stderr=subprocess.DEVNULL)
    longest = time.monotonic() - begun
    chance, tally = random.Random(1), Killed()  # noqa: S311 - moments, not secrets
    while tally.kills < kills:
        out = desk / f"out-{tally.kills}-{tally.too_late}"
        if not _is_killed(_batch(folder, out), chance.uniform(0, longest)):
            tally.too_late += 1
            continue
        tally.kills += 1
        subprocess.run([*_batch(folder, out), "--resume"], check=True, stderr=subprocess.DEVNULL)
        tally.equal += _contents(out) == _contents(desk / "whole")
    return tally


def _batch(folder: Path, out: Path) -> list[str]:
    return [*COMMAND, str(folder), "-o", str(out), "-j", "2", "--data-only"]


def _is_killed(command: list[str], after: float) -> bool:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        time.sleep(after)
        process.kill()
        return process.wait() < 0


def _contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def main() -> None:
    """Measure and print as JSON."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        found = {
            "harmed": asdict(harmed(Path(folder))),
            "killed": asdict(killed(Path(folder), kills)),
        }
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
