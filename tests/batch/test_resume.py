"""A batch that was killed goes on, and ends as if nothing had happened."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from omniaudit.batch import results
from omniaudit.render.lock import Lock
from tests.cli.runner import SAMPLE, omniaudit, shop, write

COMMAND = [sys.executable, "-m", "omniaudit", "batch"]
WHOLE = (results.RESULTS, results.TABLE, results.FAILED, results.PROBLEMS)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("many").mkdir()
    chance = random.Random(6)
    for number in range(120):
        levels = "".join(chance.choice("0123?") for _ in range(24))
        write(f"many/{number:03}.yaml", shop(levels, name=f"Business {number}"))
    write("many/050.yaml", SAMPLE[:999])


def whole(folder: str) -> dict[str, bytes]:
    return {name: Path(folder, name).read_bytes() for name in WHOLE}


def batch(*more: str) -> int:
    return omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", *more).code


def killed(after: float) -> bool:
    """Whether a batch was killed so many seconds after it had begun to work."""
    process = subprocess.Popen(
        [*COMMAND, "many", "-o", "out", "-j", "2", "--data-only", "--resume"]
    )
    desk = Path("out", results.DESK)
    while process.poll() is None and not any(desk.glob("mark-*")):
        time.sleep(0.002)
    time.sleep(after)
    process.kill()
    return process.wait() == -signal.SIGKILL


def test_killed_at_any_time_and_gone_on_with_it_ends_as_if_undisturbed() -> None:
    assert omniaudit("batch", "many", "-o", "whole", "-j", "1", "--data-only").code == 3
    chance = random.Random(6)
    kills = sum(killed(chance.uniform(0, 0.04)) for _ in range(6))

    assert batch("--resume") == 3
    assert kills
    assert whole("out") == whole("whole")
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(WHOLE)


def test_what_is_done_is_not_done_again() -> None:
    assert batch() == 3
    before = whole("out")
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", "--resume")

    assert "119 of 120 files scored, in out. 119 of them were done before." in done.err
    assert whole("out") == before


def test_what_has_changed_is_done_again_and_what_is_gone_is_left_out() -> None:
    batch()
    write("many/007.yaml", shop("3" * 24, name="Another"))
    write("many/050.yaml", SAMPLE)
    Path("many/100.yaml").unlink()
    write("many/200.yaml", SAMPLE)
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", "--resume")
    omniaudit("batch", "many", "-o", "fresh", "-j", "1", "--data-only")

    assert done.err.endswith("120 of 120 files scored, in out. 117 of them were done before.\n")
    assert whole("out") == whole("fresh")


@pytest.mark.parametrize("other", [("--gate", "strict"), ("--lang", "it")])
def test_another_way_of_judging_or_telling_does_all_again(other: tuple[str, ...]) -> None:
    batch()
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", "--resume", *other)
    omniaudit("batch", "many", "-o", "fresh", "-j", "1", "--data-only", *other)

    assert "119" in done.err
    assert done.err.count("119") == 1
    assert whole("out") == whole("fresh")


def test_a_torn_or_foreign_line_is_done_again() -> None:
    batch()
    lines = Path("out", results.RESULTS).read_bytes().splitlines(keepends=True)
    foreign = lines[1].replace(b'"basis": "', b'"basis": "0', 1)
    torn = lines[2][:-40] + b"\n"
    Path("out", results.RESULTS).write_bytes(
        b"".join([lines[0], foreign, torn, b"\xff{\n", b"[]\n", lines[3], lines[4][:100]])
    )
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", "--resume")

    assert "2 of them were done before." in done.err
    assert Path("out", results.RESULTS).read_bytes().splitlines(keepends=True) == lines


FORGED = {
    "a formula in a cell": ('"size": "small"', '"size": ["=1+1"]'),
    "a figure that is none": ('"respondents": 1', '"respondents": NaN'),
    "an index beyond the scale": ('"arithmetic": ', '"arithmetic": 1e300, "was": '),
    "a stage that there is not": ('"potential": ', '"potential": 9, "was": '),
    "an unknown profile": ('"profile": "retail"', '"profile": "circus"'),
    "brackets without end": (
        '"blockers": ',
        '"blockers": ' + "[" * 100_000 + "]" * 100_000 + ', "x": ',
    ),
    "a number without end": ('"respondents": 1', '"respondents": ' + "9" * 5_000),
    "an escape": ('"name": "', '"name": "\x9b31m'),
    "a key twice": ('"respondents": 1', '"respondents": 1, "respondents": 1'),
    "no end": ('"panel": null', '"panel": null}\n{'),
}


@pytest.mark.parametrize("name", FORGED)
def test_no_line_of_an_earlier_run_breaks_what_is_made_of_it(name: str) -> None:
    batch()
    before = whole("out")
    path = Path("out", results.RESULTS)
    lines = path.read_text("utf-8").splitlines(keepends=True)
    forged = lines[3].replace(*FORGED[name], 1)
    assert forged != lines[3]
    path.write_text("".join([*lines[:3], forged, *lines[4:]]), "utf-8")
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only", "--resume")

    assert "118 of them were done before." in done.err
    assert whole("out") == before


def test_results_that_are_no_file_are_no_results() -> None:
    Path("out", results.DESK, "run-1").mkdir(parents=True)
    Path("out", results.DESK, "run-2").mkdir()
    os.mkfifo(Path("out", results.DESK, "run-1", results.RESULTS))
    Path("out", results.DESK, "run-2", results.RESULTS).symlink_to("/dev/zero")

    assert batch("--resume") == 3
    assert len(Path("out", results.RESULTS).read_bytes().splitlines()) == 119


def test_an_unfinished_batch_is_neither_lost_nor_mixed_up_unasked() -> None:
    Path("out", results.DESK, "run-1").mkdir(parents=True)
    refused = omniaudit("batch", "many", "-o", "out", "-j", "1", "--data-only")

    assert (refused.code, refused.codes) == (6, ["W856"])
    assert Path("out", results.DESK, "run-1").is_dir()
    assert batch("--force") == 3
    assert not Path("out", results.DESK).exists()


def test_two_batches_never_write_to_one_folder() -> None:
    batch()
    lock = Lock(Path("out", results.RESULTS), dt.datetime.now(dt.UTC))
    try:
        refused = omniaudit("batch", "many", "-o", "out", "--force")
    finally:
        lock.release()

    assert (refused.code, refused.codes) == (5, ["W860"])


def test_the_desk_is_no_way_out_of_the_folder() -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/kept.txt").touch()
    Path("out").mkdir()
    Path("out", results.DESK).symlink_to("../elsewhere")

    assert batch("--force") == 3
    assert [path.name for path in Path("elsewhere").iterdir()] == ["kept.txt"]
    assert os.path.lexists(Path("out", results.DESK)) is False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_order_and_says_how_to_go_on(number: signal.Signals) -> None:
    process = subprocess.Popen(
        [*COMMAND, "many", "-o", "out", "-j", "2", "--data-only"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - a test's own child
    )
    while not Path("out", results.DESK).is_dir() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)

    if process.returncode != 3:  # it may have been quicker
        assert process.returncode == 128 + number
        assert err.endswith(
            "Stopped. To go on: omniaudit batch many -o out -j 2 --data-only --resume\n"
        )
        assert batch("--resume") == 3
    assert json.loads(Path("out", results.RESULTS).read_bytes().splitlines()[0])["file"]
