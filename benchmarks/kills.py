"""Kill sessions while they save, and count what is lost.

    .venv/bin/python benchmarks/kills.py [KILLS]

Every session saves numbered answers one after the other, and says so after each. While it does, a
second session knocks. Then the first one is killed (`kill -9`) at some moment; the file is opened
again at once and compared with what was acknowledged. `tests/interview/test_kills.py` runs this
with fewer kills.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from omniaudit.interview.drafts import Draft
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import Answered, AnswerSheet, Business
from omniaudit.problems import InputRejected, InUse

QUESTIONNAIRE = load_questionnaire()
QUESTIONS = tuple(each.id for each in QUESTIONNAIRE.capabilities)
NOW = dt.datetime(2026, 11, 21, 14, 2, tzinfo=dt.UTC)
EMPTY = AnswerSheet(Business("Libreria Aurora", "retail", "small"), mode="interview")
LONGEST = 0.06
"""Seconds after its first answer within which a session is killed."""
SESSIONS_PER_FILE = 10


@dataclass
class Figures:
    """What came of all kills; times in milliseconds."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unreadable: int = 0
    unfinished: int = 0
    """Temporary files left by the kill itself."""
    left_over: int = 0
    """Files that are still there after the next session, besides the answers and their .bak."""
    let_in: int = 0
    """Second sessions that were not refused."""
    refused_ms: list[float] = field(default_factory=list)
    reopened_ms: list[float] = field(default_factory=list)
    """From the death of a session until the next one has the file, locked and read."""

    def shown(self) -> dict[str, float]:
        """The figures as they are printed: of times, the slowest one."""
        slowest = {"refused_ms": max(self.refused_ms), "reopened_ms": max(self.reopened_ms)}
        return asdict(self) | {name: round(time, 1) for name, time in slowest.items()}


def numbered(sheet: AnswerSheet, number: int) -> AnswerSheet:
    """The sheet with its answer of that number; the numbers go round all questions."""
    name = QUESTIONS[number % len(QUESTIONS)]
    answer = Answered(number % 4, note=f"answer {number}")
    return replace(sheet, answers={**sheet.answers, name: answer})


def up_to(number: int) -> dict[str, str]:
    """Every note that must stand in the file after that many answers."""
    sheet = EMPTY
    for each in range(max(1, number - len(QUESTIONS) + 1), number + 1):
        sheet = numbered(sheet, each)
    return notes(sheet)


def notes(sheet: AnswerSheet | None) -> dict[str, str]:
    """The notes of a sheet, by question."""
    return {} if sheet is None else {name: each.note for name, each in sheet.answers.items()}


def last(sheet: AnswerSheet | None) -> int:
    """The number of the last answer in a sheet, 0 when there is none."""
    return max((int(note.split()[1]) for note in notes(sheet).values()), default=0)


def answer_for_ever(file: Path, told: int) -> None:
    """A session: it goes on where the file stops, and acknowledges every answer."""
    with Draft(file, QUESTIONNAIRE, now=NOW) as draft:
        sheet = EMPTY if draft.sheet is None else draft.sheet
        number = last(sheet)
        while True:
            number += 1
            sheet = numbered(sheet, number)
            draft.save(sheet)
            os.write(told, b"%d\n" % number)


@contextmanager
def session(file: Path) -> Iterator[tuple[int, int]]:
    """A session in a process of its own, and the pipe on which it acknowledges."""
    hear, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            answer_for_ever(file, tell)
        finally:
            os._exit(1)
    os.close(tell)
    try:
        yield child, hear
    finally:
        os.close(hear)


def knock(file: Path, figures: Figures) -> None:
    """Be the second session."""
    started = time.perf_counter()
    try:
        with Draft(file, QUESTIONNAIRE, now=NOW):
            figures.let_in += 1
    except InUse:
        figures.refused_ms.append(1000 * (time.perf_counter() - started))


def answer_until_killed(file: Path, moment: float, figures: Figures) -> int:
    """Let a session answer, kill it, and return the last number that it acknowledged."""
    with session(file) as (child, hear):
        heard = os.read(hear, 65536)  # the first answer
        knock(file, figures)
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(hear, 65536):
            heard += more
    figures.kills += 1
    figures.acknowledged += len(heard.split())
    return int(heard.split()[-1])


def look_after(file: Path, acknowledged: int, figures: Figures) -> None:
    """Open the file again as the next session does, and count what is not as it should be."""
    figures.unfinished += len(list(file.parent.glob(".*.tmp")))
    started = time.perf_counter()
    try:
        with Draft(file, QUESTIONNAIRE, now=NOW) as draft:
            figures.reopened_ms.append(1000 * (time.perf_counter() - started))
            found = notes(draft.sheet)
    except InputRejected:
        figures.unreadable += 1
        return
    if found not in (up_to(acknowledged), up_to(acknowledged + 1)):
        figures.lost += 1
    expected = {file.name, f"{file.name}.bak"}
    figures.left_over += len({each.name for each in file.parent.iterdir()} - expected)


def trials(kills: int, folder: Path) -> Figures:
    """Kill so many sessions, each at its own moment."""
    figures = Figures()
    chance = random.Random(20261121)  # noqa: S311 - moments, not secrets
    for trial in range(kills):
        file = folder / str(trial // SESSIONS_PER_FILE) / "aurora.yaml"
        file.parent.mkdir(exist_ok=True)
        acknowledged = answer_until_killed(file, chance.uniform(0, LONGEST), figures)
        look_after(file, acknowledged, figures)
    return figures


def main() -> None:
    """Print the figures as JSON."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(trials(kills, Path(folder)).shown(), indent=2))


if __name__ == "__main__":
    main()
