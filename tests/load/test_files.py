"""Files by their names, and what can be wrong with a name or between files."""

from __future__ import annotations

import errno
import io
import os
import socket
import sys
from pathlib import Path
from threading import Timer

import pytest

from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.files import identity, load_answers, load_panel, read_bytes
from omniaudit.problems import InputRejected

ANSWERS = """\
format: 1
business: {name: Corner Bookshop, profile: retail, size: micro}
date: 2026-11-21
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    file = tmp_path / "shop.yaml"
    file.write_text(ANSWERS, "utf-8")
    return file


def refused(rejected: pytest.ExceptionInfo[InputRejected]) -> list[str]:
    return [str(each).partition(": ")[2] for each in rejected.value.problems]


def test_answers_of_a_file(shop: Path) -> None:
    assert load_answers(shop, load_questionnaire()).business.name == "Corner Bookshop"


def test_answers_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ANSWERS.encode())))

    assert load_answers("-", load_questionnaire()).business.size == "micro"


def test_a_questionnaire_by_its_file(tmp_path: Path) -> None:
    with pytest.raises(InputRejected) as rejected:
        load_questionnaire(str(Path(__file__)))

    assert rejected.value.problems[0].code == "Y201"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing.yaml", "F101 There is no such file. Check the name and the folder."),
        (".", "F102 This is a folder, not a file. Name a file; for a folder use `batch`."),
        ("\0", "F103 "),
        ("x" * 300, "F103 "),
    ],
)
def test_names_of_no_file(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(InputRejected) as rejected:
        read_bytes(f"{tmp_path}/{name}", 10)

    (found,) = refused(rejected)
    assert found.startswith(said)
    assert found.isprintable()


def test_a_file_is_read_up_to_its_limit(shop: Path) -> None:
    size = len(ANSWERS)

    assert read_bytes(str(shop), size) == ANSWERS.encode()
    with pytest.raises(InputRejected) as rejected:
        read_bytes(str(shop), size - 1)
    assert [each.code for each in rejected.value.problems] == ["F104"]


@pytest.mark.parametrize(("size", "told"), [(2_049, 3), (3_072, 3), (3_073, 4)])
def test_the_size_of_a_file_is_told_in_begun_kilobytes(
    tmp_path: Path, size: int, told: int
) -> None:
    (tmp_path / "big").write_bytes(bytes(size))
    with pytest.raises(InputRejected) as rejected:
        read_bytes(f"{tmp_path}/big", 2_048)

    (found,) = refused(rejected)
    assert found.startswith(f"F104 The file has {told} kB; more than 2 kB are not read.")


@pytest.mark.parametrize("made", ["pipe", "socket"])
def test_what_could_block_for_ever_is_refused_at_once(tmp_path: Path, made: str) -> None:
    name = tmp_path / "shop.yaml"
    if made == "pipe":
        os.mkfifo(name)
    else:
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(str(name))
        listening.close()

    with pytest.raises(InputRejected) as rejected:
        read_bytes(str(name), 10)

    (found,) = refused(rejected)
    assert found.startswith("F103 The file cannot be read: it is not an ordinary file.")


def test_a_file_that_nobody_lets_us_open_says_why(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", forbidden)

    for name, said in [(shop, "F103 The file cannot be read: Perm"), (shop.parent, "F102 ")]:
        with pytest.raises(InputRejected) as rejected:
            read_bytes(str(name), 10)
        assert refused(rejected)[0].startswith(said)


@pytest.mark.parametrize(
    ("blocks", "limit", "said"),
    [
        ([b"before, ", b"later"], 13, b"before, later"),
        ([], 1, b""),
        ([b"before, ", b"later"], 12, None),
    ],
)
def test_a_stream_that_somebody_gave_us_is_read_to_its_end(
    blocks: list[bytes], limit: int, said: bytes | None
) -> None:
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as stream, os.fdopen(theirs, "wb", buffering=0) as writing:

        def write_on() -> None:
            writing.write(b"".join(blocks[1:]))
            writing.close()

        writing.write(b"".join(blocks[:1]))
        later = Timer(0.1, write_on)
        later.start()
        if said is None:
            with pytest.raises(InputRejected) as rejected:
                read_bytes(f"/dev/fd/{stream.fileno()}", limit)
            assert refused(rejected)[0].startswith("F104 The file has 1 kB;")
        else:
            assert read_bytes(f"/dev/fd/{stream.fileno()}", limit) == said
        later.join()


def test_a_file_that_grows_or_shrinks_while_it_is_read_is_read_to_its_end(
    shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = os.stat_result((0o100600, 0, 0, 1, 0, 0, 5, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: status)
    assert read_bytes(str(shop), 1_000) == ANSWERS.encode()

    shop.write_bytes(b"shop")
    assert read_bytes(str(shop), 1_000) == b"shop"


def test_a_panel_is_of_one_business_on_one_date(shop: Path, tmp_path: Path) -> None:
    same, other, later = (tmp_path / f"{name}.yaml" for name in ("same", "other", "later"))
    same.write_text(f"{ANSWERS}# said by somebody else\n", "utf-8")
    other.write_text(ANSWERS.replace("Corner Bookshop", "The other shop"), "utf-8")
    later.write_text(ANSWERS.replace("micro", "small").replace("date: 2026-11-21", ""), "utf-8")
    ours = load_questionnaire()

    assert len(load_panel([shop, same], ours)) == 2
    with pytest.raises(InputRejected) as rejected:
        load_panel([shop, other, later], ours)
    assert [each.partition(". ")[0] for each in refused(rejected)] == [
        "P501 This file is about The other shop, the first one about Corner Bookshop",
        "P502 `size` is small here and micro in the first file",
        "P502 `date` is not given here and 2026-11-21 in the first file",
    ]


def test_nobody_answers_twice(shop: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    copy.write_text(ANSWERS, "utf-8")
    for twice in ([shop, shop], [shop, copy]):
        with pytest.raises(InputRejected) as rejected:
            load_panel(twice, load_questionnaire())
        assert [each.code for each in rejected.value.problems] == ["P503"]
        assert rejected.value.problems[0].place.file == str(twice[1])


def test_the_problems_of_all_files_of_a_panel_are_told(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(InputRejected) as rejected:
        load_panel([tmp_path / "a.yaml", shop, tmp_path / "b.yaml"], load_questionnaire())

    assert [Path(each.place.file).name for each in rejected.value.problems] == ["a.yaml", "b.yaml"]


def test_a_file_is_the_same_by_every_name_and_a_name_that_cannot_be_is_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "b.yaml").symlink_to("a.yaml")

    assert identity(tmp_path / "b.yaml") == identity(tmp_path / "x/../a.yaml")
    assert identity("a\0b") == "a\0b"
