"""Whatever fails while a file is saved: the old or the new one is there, whole, and no other."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from omniaudit.cli import exits, failures
from omniaudit.problems import CannotWrite, Ended
from omniaudit.render import output
from tests.interview.sessions import answered, beside, open_draft, sheet

ERRORS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}
Fault = Callable[[], BaseException]
Break = Callable[[pytest.MonkeyPatch, Fault], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "aurora.yaml"


def opening(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    really = os.open

    def fails(path: str, flags: int, *more: int) -> int:
        if flags & os.O_EXCL:
            raise fault()
        return really(path, flags, *more)

    patch.setattr(os, "open", fails)


def writing(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    really = os.fdopen

    class Broken:
        def __init__(self, handle: int, mode: str) -> None:
            self.file = really(handle, mode)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> None:
            self.file.write(data[:100])
            raise fault()

    patch.setattr(os, "fdopen", Broken)


def permitting(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault()

    patch.setattr(os, "chmod", fails)


def flushing_of(kind: Callable[[int], bool]) -> Break:
    def flushing(patch: pytest.MonkeyPatch, fault: Fault) -> None:
        really = os.fsync

        def fails(handle: int) -> None:
            if kind(os.fstat(handle).st_mode):
                raise fault()
            really(handle)

        patch.setattr(os, "fsync", fails)

    return flushing


def renaming(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault()

    patch.setattr(os, "replace", fails)


def renaming_and_then(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    really = os.replace

    def fails(source: str, target: str) -> None:
        really(source, target)
        raise fault()

    patch.setattr(os, "replace", fails)


def opening_the_folder(patch: pytest.MonkeyPatch, fault: Fault) -> None:
    really = os.open

    def fails(path: str, *more: int) -> int:
        if Path(path).is_dir():
            raise fault()
        return really(path, *more)

    patch.setattr(os, "open", fails)


flushing_the_folder = flushing_of(stat.S_ISDIR)
BEFORE: dict[str, Break] = {
    "open": opening,
    "write": writing,
    "mode": permitting,
    "fsync": flushing_of(stat.S_ISREG),
    "rename": renaming,
}
AFTER: dict[str, Break] = {
    "after the rename": renaming_and_then,
    "opening the folder": opening_the_folder,
    "fsync of the folder": flushing_the_folder,
}


def told(refusal: pytest.ExceptionInfo[CannotWrite]) -> str:
    (problem,) = refusal.value.problems
    return f"{problem.code} {problem.message}"


def error(name: str) -> OSError:
    return OSError(ERRORS[name], os.strerror(ERRORS[name]))


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("operation", BEFORE)
def test_a_save_that_fails_leaves_the_old_file_and_a_later_one_may_succeed(
    file: Path, monkeypatch: pytest.MonkeyPatch, operation: str, name: str
) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        before = file.read_bytes()
        with monkeypatch.context() as patch:
            BEFORE[operation](patch, lambda: error(name))
            with pytest.raises(CannotWrite) as refusal:
                draft.save(sheet(2))

        assert told(refusal) == f"O802 {file} cannot be written: {os.strerror(ERRORS[name])}."
        assert file.read_bytes() == before
        assert beside(file) == [".aurora.yaml.lock", "aurora.yaml"]
        draft.save(sheet(3))

    assert answered(file) == 3


@pytest.mark.parametrize("name", ERRORS)
@pytest.mark.parametrize("operation", BEFORE)
def test_without_a_copy_of_the_old_file_it_is_not_touched(
    file: Path, monkeypatch: pytest.MonkeyPatch, operation: str, name: str
) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
    before = file.read_bytes()
    with open_draft(file) as draft:
        with monkeypatch.context() as patch:
            BEFORE[operation](patch, lambda: error(name))
            with pytest.raises(CannotWrite) as refusal:
                draft.save(sheet(2))

        assert told(refusal).startswith(f"O802 {file}.bak cannot be written: ")
        assert file.read_bytes() == before
        assert beside(file) == [".aurora.yaml.lock", "aurora.yaml"]
        draft.save(sheet(3))

    assert answered(file) == 3
    assert file.with_name("aurora.yaml.bak").read_bytes() == before


@pytest.mark.parametrize("name", ERRORS)
def test_a_disk_that_does_not_confirm_is_told_and_the_new_file_is_there(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        with monkeypatch.context() as patch:
            flushing_the_folder(patch, lambda: error(name))
            with pytest.raises(CannotWrite) as refusal:
                draft.save(sheet(2))

        assert told(refusal).startswith(f"O806 {file} is written, but the disk does not confirm")
        assert beside(file) == [".aurora.yaml.lock", "aurora.yaml"]
        assert draft.path.read_text("utf-8").count(": 2\n") == 2
        draft.save(sheet(3))

    assert answered(file) == 3


@pytest.mark.parametrize(
    ("operation", "number"),
    [
        (flushing_the_folder, errno.EINVAL),
        (flushing_the_folder, errno.ENOTSUP),
        (opening_the_folder, errno.EACCES),
    ],
)
def test_where_folders_cannot_be_flushed_a_file_is_saved_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch, operation: Break, number: int
) -> None:
    with open_draft(file) as draft, monkeypatch.context() as patch:
        operation(patch, lambda: OSError(number, os.strerror(number)))
        draft.save(sheet(1))

    assert answered(file) == 1


@pytest.mark.parametrize("operation", [*BEFORE, *AFTER])
@pytest.mark.parametrize("stop", [KeyboardInterrupt(), Ended(15)])
def test_whoever_stops_a_save_finds_the_old_or_the_new_file_and_can_save_again(
    file: Path, monkeypatch: pytest.MonkeyPatch, operation: str, stop: BaseException
) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        with monkeypatch.context() as patch:
            (BEFORE | AFTER)[operation](patch, lambda: stop)
            with pytest.raises(type(stop)):
                draft.save(sheet(2))

        levels = file.read_text("utf-8").count(": 2\n")
        assert levels == (1 if operation in BEFORE else 2)
        assert beside(file) == [".aurora.yaml.lock", "aurora.yaml"]
        draft.save(sheet(3))

    assert answered(file) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_real_limit_of_the_system_is_no_other_than_a_feigned_one(file: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_draft(file) as draft:
        draft.save(sheet(1))
        before = file.read_bytes()
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, unlimited[1]))
        try:
            with pytest.raises(CannotWrite) as refusal:
                draft.save(sheet(2))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)

        assert told(refusal).endswith("File too large.")
        assert file.read_bytes() == before
        assert beside(file) == [".aurora.yaml.lock", "aurora.yaml"]


def test_a_disk_without_words_is_told_too(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushing_the_folder(monkeypatch, OSError)
    with pytest.raises(CannotWrite) as refusal:
        output.write(file, b"x")

    assert told(refusal).endswith("confirm it: unknown reason.")


def test_a_folder_that_cannot_be_looked_through_is_not_swept(tmp_path: Path) -> None:
    output.sweep(tmp_path / "nowhere" / "aurora.yaml")


@pytest.mark.parametrize(
    ("signal", "code"), [(1, exits.HANG_UP), (2, exits.INTERRUPTED), (15, exits.TERMINATED)]
)
def test_a_signal_ends_in_its_code(signal: int, code: int) -> None:
    assert failures.told(Ended(signal), as_json=False) == code == 128 + signal
