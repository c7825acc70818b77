"""A document that crashes, hangs or eats memory fails alone, by its name, within its limits."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from omniaudit.batch import workers
from omniaudit.batch.job import Failed, Item, Job, Limits, Outcome, Scored
from omniaudit.batch.work import score_chunk
from omniaudit.batch.workers import Staff, Workers
from omniaudit.problems import Unavailable, UsageError
from tests.batch import faults
from tests.cli.runner import SAMPLE, write

JOB = Job("omnichannel", "en", limits=Limits(seconds=3, megabytes=512))


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("desk").mkdir()


def files(*names: str) -> list[Item]:
    for name in names:
        Path(f"{name}.yaml").write_bytes(SAMPLE)
    return [Item(f"{name}.yaml") for name in names]


def outcomes(*chunks: list[Item], job: Job = JOB, count: int = 2) -> list[list[Outcome]]:
    task = partial(faults.score_chunk, job, None)
    with closing(Workers(task, Staff(count), job.limits, Path("desk"))) as staff:
        pending = [staff.submit(chunk) for chunk in chunks]
        return [each() for each in pending]


def codes(found: list[Outcome]) -> list[str]:
    return [each.problems[0].code if isinstance(each, Failed) else "" for each in found]


def told(outcome: Outcome) -> str:
    assert isinstance(outcome, Failed)
    return str(outcome.problems[0])


def test_workers_give_what_this_process_gives() -> None:
    chunks = [files("a", "b"), files("c"), files("d", "e", "f")]

    assert outcomes(*chunks) == [score_chunk(JOB, None, chunk) for chunk in chunks]


@pytest.mark.parametrize(
    ("name", "code"),
    [("crashes", "W853"), ("leaves", "W853"), ("hangs", "W851"), ("eats", "W852")],
)
def test_one_of_a_chunk_fails_alone(name: str, code: str) -> None:
    (found,) = outcomes(files("a", "b", name, "c"))

    assert codes(found) == ["", "", code, ""]
    assert all(isinstance(each, Scored) for each in found if each != found[2])


def test_all_of_them_in_one_chunk_and_over_many() -> None:
    bad = ("crashes", "hangs", "eats")
    names = [f"f{number}" for number in range(9)]
    together = files(*names[:3], *bad, *names[3:6])
    apart = [files(names[number], bad[number]) for number in range(3)]

    found = outcomes(together, *apart)

    assert codes(found[0]) == ["", "", "", "W853", "W851", "W852", "", "", ""]
    assert [codes(each) for each in found[1:]] == [["", "W853"], ["", "W851"], ["", "W852"]]


def test_how_it_ended_is_told() -> None:
    (found,) = outcomes(files("crashes", "leaves", "hangs", "eats"))

    assert told(found[0]).startswith(
        "crashes.yaml: W853 The process that worked on it died by signal 11."
    )
    assert "with code 7" in told(found[1])
    assert "It was not done after 3 s" in told(found[2])
    assert "more than 512 MB of memory" in told(found[3])


def test_workers_of_whom_nothing_is_heard_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_LATE", 0.5)
    found = outcomes(files("a", "stops", "b"), files("c", "d"), files("e", "f"))

    assert [codes(each) for each in found] == [["", "W853", ""], ["", ""], ["", ""]]


def test_a_folder_of_strangers_runs_nothing() -> None:
    for name in ("threading", "multiprocessing", "json", "yaml"):
        Path(f"{name}.py").write_text("open('run', 'w').close(); raise SystemExit", "utf-8")
    write("a.yaml", SAMPLE)
    command = [sys.executable, "-P", "-m", "omniaudit", "batch", "a.yaml", "-o", "out"]
    done = subprocess.run([*command, "-j", "2", "--data-only"], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert not Path("run").exists()


def test_what_hangs_costs_its_limit_once() -> None:
    started = time.monotonic()
    outcomes(files("hangs", *(f"f{number}" for number in range(20))))
    alone = time.monotonic() - started

    assert alone < 2 * JOB.limits.seconds


def test_the_temporary_files_of_workers_lie_on_the_desk() -> None:
    outcomes(files("a", "crashes"))

    assert list(Path("desk").glob("mark-*")) == []


def test_workers_that_cannot_even_begin_are_told() -> None:
    job = Job("nothing of that name", "en")
    with pytest.raises(UsageError) as unknown:
        outcomes(files("a"), job=job)
    assert [each.code for each in unknown.value.problems] == ["U702"]

    with pytest.raises(Unavailable) as unavailable:
        outcomes(files("a"), job=Job("omnichannel", "en", limits=Limits(5, 1)))
    assert [each.code for each in unavailable.value.problems] == ["W854"]


def failing(number: int, _items: Sequence[Item], _mark: str) -> list[Any]:
    raise OSError(number, os.strerror(number))


def handed_to(task: Callable[[Sequence[Item], str], list[Any]]) -> list[Any]:
    with closing(Workers(task, Staff(2), JOB.limits, Path("desk"))) as staff:
        return staff.submit(files("a"))()


def test_what_the_disk_refuses_a_worker_is_told_and_a_lack_of_memory_is_the_workers() -> None:
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        handed_to(partial(failing, errno.ENOSPC))
    with pytest.raises(Unavailable) as unavailable:
        handed_to(partial(failing, errno.ENOMEM))

    assert [each.code for each in unavailable.value.problems] == ["W854"]


def settings(items: Sequence[Item], _mark: str) -> list[Any]:
    return [gc.get_threshold()[0] * gc.isenabled() for _ in items]


def test_workers_look_for_garbage_as_seldom_as_the_command_does() -> None:
    ask = "import omniaudit.garbage as it, gc; it.look_seldom(); print(gc.get_threshold()[0])"
    command = subprocess.run([sys.executable, "-c", ask], capture_output=True, check=True)
    (found,) = handed_to(settings)

    assert str(found) == command.stdout.decode().strip()


def fault(items: Sequence[Item], _mark: str) -> list[Any]:
    sys.excepthook(ValueError, ValueError("of the server that forks workers"), None)
    return [None for _ in items]


def test_a_worker_that_cannot_start_any_more_says_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert handed_to(fault) == []
    assert capfd.readouterr().err == ""


@pytest.fixture
def children() -> Iterator[None]:
    before = descendants()
    yield
    assert descendants() == before


def descendants() -> set[str]:
    own = str(os.getpid())
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == own and fields[0] != "Z":
            found.add(stat.parent.name)
    return found
