"""Every kind of file may be as large and as deep as its reader says, and no larger or deeper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from omniaudit.load.brand import load_brand
from omniaudit.load.migrations import read_migrations
from omniaudit.load.questionnaire import read_questionnaire
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import AnswerSheet, Business, Unknown
from omniaudit.problems import CannotWrite, InputRejected
from tests.hostile.cases import questionnaire as ours
from tests.migrations.counters import copied, counter

Read = Callable[[Path, bytes], object]
MEGABYTE = 1024 * 1024


def brand(folder: Path, data: bytes) -> object:
    file = folder / "brand.yaml"
    file.write_bytes(data)
    return load_brand(str(file))


def migration(folder: Path, data: bytes) -> object:
    newer = folder / "counter/2" if (folder / "counter").exists() else copied(folder)
    (newer / "migrations" / "from-1.yaml").write_bytes(data)
    return read_migrations(newer, counter(2))


def questionnaire(_: Path, data: bytes) -> object:
    return read_questionnaire(data, "some.yaml")


READERS: dict[str, tuple[Read, int, int]] = {
    "a brand": (brand, 16 * 1024, 3),
    "a migration": (migration, MEGABYTE, 16),
    "a questionnaire": (questionnaire, MEGABYTE, 16),
}


def codes(read: Read, folder: Path, data: bytes) -> set[str]:
    with pytest.raises(InputRejected) as rejected:
        read(folder, data)
    return {each.code for each in rejected.value.problems}


@pytest.mark.parametrize("kind", READERS)
def test_a_file_is_as_large_as_its_reader_allows(kind: str, tmp_path: Path) -> None:
    read, most, _ = READERS[kind]
    start = b"strange: 1\n#"

    assert "F104" not in codes(read, tmp_path, start + b"x" * (most - len(start)))
    assert codes(read, tmp_path, start + b"x" * (most - len(start) + 1)) == {"F104"}


@pytest.mark.parametrize("kind", READERS)
def test_a_file_is_as_deep_as_its_reader_allows(kind: str, tmp_path: Path) -> None:
    read, _, deepest = READERS[kind]

    def nested(depth: int) -> bytes:
        lists = depth - 2  # the file itself is the first level, and the text the last
        return b"strange: " + b"[" * lists + b"x" + b"]" * lists + b"\n"

    assert "Y206" not in codes(read, tmp_path, nested(deepest))
    assert codes(read, tmp_path, nested(deepest + 1)) == {"Y206"}


def test_answers_are_written_up_to_what_is_read_back() -> None:
    names = list(ours().capability)

    def text(extra: int) -> str:
        notes = dict.fromkeys(names[1:], Unknown("x" * 9_000))
        answers = {names[0]: Unknown("x" * extra), **dict.fromkeys(names[1:], Unknown())}
        answers |= dict(list(notes.items())[: MAX_BYTES // 9_100])
        sheet = AnswerSheet(Business("Corner Bookshop", "retail", "micro"), answers=answers)
        return answers_text(sheet, ours(), tool="omniaudit")

    room = MAX_BYTES - len(text(1)) + 1
    assert len(text(room)) == MAX_BYTES
    with pytest.raises(CannotWrite) as refused:
        text(room + 1)

    (problem,) = refused.value.problems
    assert problem.place.file == "Corner Bookshop"
    assert "257 kB" in str(problem)
    assert "256 kB" in str(problem)
