"""A file is written whole or not at all, whatever fails."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from omniaudit.problems import CannotWrite
from omniaudit.render import output

OLD, NEW = b"old\r\n\x00", b"new\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "report.html"


def refused(call: Callable[[], None]) -> str:
    with pytest.raises(CannotWrite) as refusal:
        call()
    (problem,) = refusal.value.problems
    return f"{problem.code} {problem.message}"


def test_a_new_file_is_for_its_owner_alone(file: Path) -> None:
    output.write(file, NEW)

    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_a_file_that_is_replaced_keeps_its_mode(file: Path, mode: int) -> None:
    file.write_bytes(OLD)
    file.chmod(mode)
    output.write(file, NEW, force=True)

    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_force_needs_no_file_to_replace(file: Path) -> None:
    output.write(file, NEW, force=True)

    assert file.read_bytes() == NEW


def test_a_file_that_exists_stays(file: Path) -> None:
    file.write_bytes(OLD)

    assert refused(lambda: output.write(file, NEW)) == f"O801 {file} exists already."
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_appears_meanwhile_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "check", lambda path, *, force: file.write_bytes(OLD))

    assert refused(lambda: output.write(file, NEW)).startswith("O801 ")
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


FAULTS = {
    "write": ("fdopen", False),
    "fsync": ("fsync", False),
    "fsync, forced": ("fsync", True),
    "replace": ("replace", True),
    "mode": ("chmod", True),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_leaves_the_old_file_and_nothing_beside_it(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    step, force = FAULTS[name]
    if force:
        file.write_bytes(OLD)
    before = list(file.parent.iterdir())

    def fails(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fails)

    told = refused(lambda: output.write(file, NEW, force=force))
    assert told == f"O802 {file} cannot be written: No space left on device."
    assert list(file.parent.iterdir()) == before
    assert not force or file.read_bytes() == OLD


def test_a_fault_without_words(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", fails)

    assert refused(lambda: output.write(file, NEW)).endswith("cannot be written: unknown reason.")


def test_ctrl_c_leaves_nothing_either(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)

    with pytest.raises(KeyboardInterrupt):
        output.write(file, NEW)
    assert list(file.parent.iterdir()) == []


def no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_disk_without_links_will_do(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    output.write(file, NEW)

    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


def test_there_too_a_file_that_appears_meanwhile_stays(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(output, "check", lambda path, *, force: file.write_bytes(OLD))

    assert refused(lambda: output.write(file, NEW)).startswith("O801 ")
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_replaced_never_followed(file: Path, exists: bool) -> None:  # noqa: FBT001
    target = file.with_name("elsewhere")
    if exists:
        target.write_bytes(OLD)
    file.symlink_to(target)

    assert refused(lambda: output.write(file, NEW)).startswith("O801 ")
    output.write(file, NEW, force=True)
    assert not file.is_symlink()
    assert file.read_bytes() == NEW
    assert (target.read_bytes() == OLD) if exists else not target.exists()


def test_what_is_no_place_for_a_file(file: Path) -> None:
    folder = file.parent

    assert refused(lambda: output.write(folder, NEW, force=True)).endswith("it is a folder.")
    assert refused(lambda: output.check(folder / "no" / "a", force=False)).endswith(
        "there is no such folder."
    )
    assert refused(lambda: output.write(folder / ("x" * 300), NEW)).startswith("O802 ")
    assert refused(lambda: output.check(folder / "a\0b" / "c", force=False)).startswith("O802 ")


def test_folders_are_made_with_those_above_them(tmp_path: Path) -> None:
    output.make_folder(tmp_path / "a" / "b")
    output.make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made(file: Path) -> None:
    file.write_bytes(OLD)

    for name in (file, file / "inner", file.with_name("x" * 300)):
        assert refused(lambda name=name: output.make_folder(name)).startswith("O802 ")  # type: ignore[misc]


@pytest.mark.parametrize("name", ["-", "a b.html", "渋谷.html", ".hidden", "x" * 255, "é" * 120])
def test_any_name_that_the_disk_takes(tmp_path: Path, name: str) -> None:
    output.write(tmp_path / name, NEW)

    assert (tmp_path / name).read_bytes() == NEW
