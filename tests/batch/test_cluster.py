"""The same chunks on many machines, here two processes of a Dask cluster: the same bytes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest
from distributed import Client

from omniaudit import __version__
from omniaudit.batch import cluster, results
from omniaudit.batch.job import Failed, Item, Job, Limits
from omniaudit.problems import Unavailable
from tests.batch import faults
from tests.cli.runner import SAMPLE, omniaudit, shop, write

HERE = ("--host", "127.0.0.1", "--no-dashboard")
JOB = Job("omnichannel", "en", limits=Limits(seconds=3))
TASK = partial(faults.score_chunk, JOB, None)
LASTING = 1_000


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`HOST:PORT` of a scheduler with two workers, started as docs/batch.md says."""
    note = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    with ExitStack() as stack:
        stack.enter_context(started("scheduler", "--port", "0", "--scheduler-file", str(note)))
        while not note.exists():
            time.sleep(0.05)
        scheduler = json.loads(note.read_bytes())["address"]
        for _ in range(2):
            stack.enter_context(started("worker", scheduler, "--no-nanny", "--nthreads", "1"))
        with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(2, timeout=60)
        yield scheduler.removeprefix("tcp://")


@contextmanager
def started(role: str, *more: str) -> Iterator[None]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{role}", *HERE, *more]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        yield
        process.terminate()


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("many").mkdir()
    for number in range(30):
        write(f"many/{number:02}.yaml", shop(f"{number % 4}" * 24, name=f"Business {number}"))
    write("many/07.yaml", SAMPLE[:999])


def test_a_cluster_writes_the_same_bytes(address: str) -> None:
    many = str(Path("many").resolve())  # its workers may stand in another folder
    here = omniaudit("batch", many, "-o", "here", "-j", "1", "--data-only")
    there = omniaudit(
        "batch", many, "-o", "there", "--data-only", "--executor", f"dask://{address}"
    )

    assert (here.code, there.code) == (3, 3)
    for name in (results.RESULTS, results.TABLE, results.FAILED, results.PROBLEMS):
        assert Path("there", name).read_bytes() == Path("here", name).read_bytes()


def test_a_document_that_ends_workers_fails_alone(address: str) -> None:
    names = ("a", "crashes", "b", "hangs", "c")
    for name in names:
        write(f"{name}.yaml", SAMPLE)
    items = [Item(str(Path(f"{name}.yaml").resolve())) for name in names]
    with cluster.cluster(TASK, LASTING, JOB.limits, address) as many:
        found = many.submit(items)()

    codes = [each.problems[0].code if isinstance(each, Failed) else "" for each in found]
    assert codes == ["", "W853", "", "W851", ""]


def test_its_processes_are_replaced_after_so_many_chunks(address: str) -> None:
    with cluster.cluster(faults.processes, 1, JOB.limits, address) as many:
        handed = [many.submit([Item("a")]) for _ in range(8)]
        processes = [each() for each in handed]

    assert len({str(each) for each in processes}) == 8


def test_a_cluster_that_is_not_there_is_told() -> None:
    done = omniaudit("batch", "many", "-o", "out", "--executor", "dask://127.0.0.1:9")

    assert (done.code, done.codes) == (6, ["W855"])
    assert not Path("out", results.RESULTS).exists()


@pytest.mark.parametrize(
    "word", ["dask://", "ray://host:1", "dask://host", "dask://h:1/x", "tcp://h:1"]
)
def test_an_address_of_another_shape_is_a_mistake(word: str) -> None:
    done = omniaudit("batch", "many", "-o", "out", "--executor", word)

    assert (done.code, done.codes) == (2, ["U701"])


def test_workers_with_another_version_are_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "0.9.0")
    with (
        pytest.raises(Unavailable, match=r"have omniaudit .+, not 0\.9\.0"),
        cluster.cluster(TASK, LASTING, JOB.limits, address),
    ):
        pass


def test_a_cluster_whose_workers_may_start_no_processes_is_refused(address: str) -> None:
    with (
        pytest.raises(Unavailable, match="must be started with --no-nanny"),
        cluster.cluster(TASK, LASTING, JOB.limits, address) as many,
    ):
        many._check([cluster._Fitness(__version__, is_daemon=True)])  # noqa: SLF001 - asked of a worker
