"""One session at a time writes to a file; the others are told who does."""

from __future__ import annotations

import datetime as dt
import errno
import os
import platform
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

from omniaudit.cli import exits, failures
from omniaudit.problems import CannotWrite, InUse, OmniauditError
from omniaudit.render import lock
from omniaudit.render.lock import Lock
from tests.interview.person import UNMEASURED

NOW = dt.datetime(2026, 11, 21, 14, 2, tzinfo=dt.UTC)
TRIALS = 50


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "aurora.yaml"


def told(refusal: type[OmniauditError], file: Path) -> str:
    with pytest.raises(refusal) as refused:
        Lock(file, NOW)
    (problem,) = refused.value.problems
    return f"{problem.code} {problem.message}"


def beside(file: Path) -> list[str]:
    return sorted(each.name for each in file.parent.iterdir())


def failing(number: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_second_session_is_told_who_holds_the_file(file: Path) -> None:
    held = Lock(file, NOW)

    assert told(InUse, file) == (
        f"O804 {file} is open in another session: process {os.getpid()} on {platform.node()},"
        " since 2026-11-21 14:02."
    )
    held.release()


def test_a_second_session_ends_with_5(file: Path) -> None:
    held = Lock(file, NOW)

    def come() -> None:
        Lock(file, NOW)

    with pytest.raises(InUse) as refused:
        come()
    assert failures.told(refused.value, as_json=False) == exits.IN_USE == 5
    held.release()


def test_the_lock_is_hidden_private_and_gone_at_the_end(file: Path) -> None:
    held = Lock(file, NOW)
    seen = beside(file)
    mode = held.path.stat().st_mode & 0o777
    held.release()
    held.release()

    assert seen == [".aurora.yaml.lock"]
    assert mode == 0o600
    assert beside(file) == []


def test_nobody_waits_for_a_refusal(file: Path) -> None:
    held = Lock(file, NOW)
    took = []
    for _ in range(TRIALS):
        started = time.perf_counter()
        told(InUse, file)
        took.append(time.perf_counter() - started)
    held.release()

    assert max(took) < 0.1


def test_of_two_who_come_at_once_one_gets_it(file: Path) -> None:
    for _ in range(TRIALS):
        ready = threading.Barrier(2)
        got: list[Lock] = []
        refused: list[InUse] = []

        def come(ready: threading.Barrier, got: list[Lock], refused: list[InUse]) -> None:
            ready.wait()
            try:
                got.append(Lock(file, NOW))
            except InUse as error:
                refused.append(error)

        both = [threading.Thread(target=come, args=(ready, got, refused)) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()
        for held in got:
            held.release()

        assert (len(got), len(refused)) == (1, 1)
    assert beside(file) == []


def test_two_never_hold_it_however_often_it_changes_hands(file: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def come_and_go(name: int) -> None:
        for _ in range(300):
            try:
                held = Lock(file, NOW)
            except InUse:
                continue
            inside.append(name)
            most.append(len(inside))
            inside.remove(name)
            held.release()

    crowd = [threading.Thread(target=come_and_go, args=(name,)) for name in range(4)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()

    assert len(most) > 100
    assert max(most) == 1
    assert beside(file) == []


HOLD = """
import datetime as dt, sys, time
from pathlib import Path
from omniaudit.render.lock import Lock
held = Lock(Path(sys.argv[1]), dt.datetime(2026, 11, 21, 14, 2))
print("held", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_a_session_that_is_killed_holds_nothing(file: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, **UNMEASURED}
    ) as session:
        assert session.stdout
        session.stdout.readline()
        said = told(InUse, file)
        session.send_signal(signal.SIGKILL)

    assert f"process {session.pid} on " in said
    assert beside(file) == [".aurora.yaml.lock"]
    Lock(file, NOW).release()
    assert beside(file) == []


def test_a_lock_that_was_removed_meanwhile_is_taken_anew(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = lock._lock  # noqa: SLF001 - the moment between opening and locking
    handles: list[int] = []

    def removed_first(handle: int) -> bool:
        if not handles:
            file.with_name(".aurora.yaml.lock").unlink()
        handles.append(handle)
        return take(handle)

    monkeypatch.setattr(lock, "_lock", removed_first)
    held = Lock(file, NOW)

    assert len(handles) == 2
    assert told(InUse, file).startswith("O804 ")
    held.release()


def test_a_lock_that_is_not_ours_any_more_is_left_alone(file: Path) -> None:
    ours = Lock(file, NOW)
    ours.path.unlink()
    theirs = Lock(file, NOW)
    ours.release()

    assert told(InUse, file).startswith("O804 ")
    theirs.release()


def test_a_disk_that_numbers_files_anew_each_time_will_do(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_is_named", lambda handle, path: False)
    held = Lock(file, NOW)

    assert told(InUse, file).startswith("O804 ")
    held.release()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.EPERM])
def test_a_disk_that_knows_no_locks_will_do(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    nothing = SimpleNamespace(flock=failing(number), LOCK_EX=2, LOCK_NB=4)
    monkeypatch.setattr(lock, "_fcntl", nothing)
    one, other = Lock(file, NOW), Lock(file, NOW)

    one.release()
    other.release()
    assert beside(file) == []


def test_windows_locks_a_byte_that_nobody_reads(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[int] = []

    def locking(handle: int, mode: int, length: int) -> None:
        place = os.lseek(handle, 0, os.SEEK_CUR)
        assert (mode, length) == (2, 1)
        if place in locked:
            raise OSError(errno.EACCES, "Permission denied")
        locked.append(place)

    monkeypatch.setattr(lock, "_fcntl", None)
    monkeypatch.setattr(lock, "_msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    held = Lock(file, NOW)

    assert f"process {os.getpid()} on " in told(InUse, file)
    assert locked == [1 << 30]
    assert held.path.stat().st_size < 200
    held.release()
    assert beside(file) == []


def test_a_system_without_locks_will_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "_fcntl", None)
    monkeypatch.setattr(lock, "_msvcrt", None)
    one, other = Lock(file, NOW), Lock(file, NOW)

    one.release()
    other.release()
    assert beside(file) == []


def test_importing_needs_no_module_of_another_system() -> None:
    code = (
        "import sys; sys.modules['fcntl'] = None; sys.modules['msvcrt'] = None\n"
        "from omniaudit.render import lock; assert lock._fcntl is lock._msvcrt is None"
    )

    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_folder_where_no_lock_can_be_made(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", failing(errno.EACCES))

    assert told(CannotWrite, file) == (
        f"O802 {file} cannot be written: no lock can be made beside it (Permission denied)."
    )


def test_a_name_that_cannot_be_used(tmp_path: Path) -> None:
    assert told(CannotWrite, tmp_path / "a\0b").endswith("(its name cannot be used).")
    assert told(CannotWrite, tmp_path / ("x" * 250)).endswith("(File name too long).")


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links cannot be refused there")
def test_a_link_in_the_place_of_the_lock_is_not_followed(file: Path) -> None:
    target = file.with_name("elsewhere")
    file.with_name(".aurora.yaml.lock").symlink_to(target)

    assert told(CannotWrite, file).startswith("O802 ")
    assert not target.exists()


def test_on_a_full_disk_it_is_held_without_a_word(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(os, "write", failing(errno.ENOSPC))
        held = Lock(file, NOW)

    assert told(InUse, file).endswith("another session: which one is not known.")
    held.release()


def test_who_holds_it_may_be_about_to_say_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Lock(file, NOW)
    note = held.path.read_text("utf-8")
    held.path.write_text("")
    monkeypatch.setattr(time, "sleep", lambda seconds: held.path.write_text(note))

    assert note in told(InUse, file)
    held.release()


def test_a_note_that_holds_anything_is_told_on_one_line(file: Path) -> None:
    held = Lock(file, NOW)
    held.path.write_bytes(b"\xff\x1b[31m\nnobody" + b"x" * 5000)
    said = told(InUse, file)

    assert said.isprintable()
    assert len(said) < 500
    held.release()
