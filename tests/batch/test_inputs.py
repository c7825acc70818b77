"""Which files a batch is about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from omniaudit.batch.inputs import find
from omniaudit.problems import InputRejected, UsageError


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.yaml", "a.yml", "C.YAML", "notes.txt", "inner/d.yaml", "inner/deep/e.yaml"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    Path("folder.yaml").mkdir()


def names(source: str) -> list[str]:
    return [Path(file).as_posix() for file in find(source)]


def test_a_folder_with_all_folders_in_it_in_a_stable_order() -> None:
    assert names(".") == ["C.YAML", "a.yml", "b.yaml", "inner/d.yaml", "inner/deep/e.yaml"]
    assert names("inner") == ["inner/d.yaml", "inner/deep/e.yaml"]


def test_a_pattern() -> None:
    assert names("*.y*ml") == ["a.yml", "b.yaml"]
    assert names("inner/**/*.yaml") == ["inner/d.yaml", "inner/deep/e.yaml"]
    assert names(f"{Path.cwd()}/b.*") == [str(Path("b.yaml").resolve())]


def test_links_lead_to_no_file_twice_and_round_in_no_circle() -> None:
    Path("round").symlink_to(".")
    Path("again").symlink_to(".")
    Path("other.yaml").symlink_to("b.yaml")

    assert names("**/*.yaml") == ["b.yaml", "inner/d.yaml", "inner/deep/e.yaml"]
    assert names(".") == ["C.YAML", "a.yml", "b.yaml", "inner/d.yaml", "inner/deep/e.yaml"]


def test_of_a_link_and_its_file_the_name_counts_that_comes_first() -> None:
    Path("0.yaml").symlink_to("inner/d.yaml")
    Path("inner/9.yaml").symlink_to("0.yaml")
    Path("inner/0.yaml").symlink_to("../b.yaml")

    assert names(".") == ["0.yaml", "C.YAML", "a.yml", "b.yaml", "inner/deep/e.yaml"]


def test_what_cannot_be_read_is_not_passed_over_and_hidden_files_are() -> None:
    Path("inner/gone.yaml").symlink_to("nowhere")
    Path("inner/.hidden.yaml").touch()

    assert names("inner") == ["inner/d.yaml", "inner/deep/e.yaml", "inner/gone.yaml"]


def test_a_list_is_text() -> None:
    Path("list").write_bytes(b"a\0b\n")

    with pytest.raises(InputRejected) as rejected:
        find("@list")
    assert [each.code for each in rejected.value.problems] == ["F105"]


def test_one_file_whatever_its_name() -> None:
    assert names("notes.txt") == ["notes.txt"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_list_names_files_from_where_it_lies(ending: str) -> None:
    absolute = str(Path("b.yaml").resolve())
    lines = ["d.yaml", "", "  deep/e.yaml  ", absolute, "is not there.yaml"]
    Path("inner/list.txt").write_bytes(b"\xef\xbb\xbf" + ending.join(lines).encode())

    assert names("@inner/list.txt") == [
        "inner/d.yaml",
        "inner/deep/e.yaml",
        absolute,
        "inner/is not there.yaml",
    ]


def test_a_list_may_hold_names_that_are_no_text() -> None:
    Path("list.txt").write_bytes(b"caf\xe9.yaml\n")

    assert [os.fsencode(file) for file in find("@list.txt")] == [b"caf\xe9.yaml"]


@pytest.mark.parametrize("source", ["*.json", "inner/*.yml", "@empty"])
def test_nothing_to_do_is_an_error(source: str) -> None:
    Path("empty").write_text("\n\n", "utf-8")

    with pytest.raises(UsageError, match="There are no answers files in"):
        find(source)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("nothing", "F101"),
        ("x" * 300, "F101"),
        ("", "F101"),
        ("@nothing.txt", "F101"),
        ("@inner", "F102"),
        ("@" + "x" * 300, "F103"),
    ],
)
def test_a_list_that_cannot_be_read(source: str, code: str) -> None:
    with pytest.raises(InputRejected) as rejected:
        find(source)

    assert [each.code for each in rejected.value.problems] == [code]
