"""What is written: only where it was asked for, only whole, never over something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import SAMPLE, omniaudit, write

OLD = b"what was there before\r\n\x00"
SCHEMA = "omnichannel.answers.schema.json"
WRITERS = {
    "new shop.yaml": ["shop.yaml", SCHEMA],
    "new shop.yaml --no-schema": ["shop.yaml"],
    "report aurora.yaml -o report.html": ["report.html"],
    "report aurora.yaml -o report.pdf": ["report.pdf"],
    "batch aurora.yaml -o out": [
        f"out/{name}"
        for name in (
            *("results.jsonl", "results.csv", "results.xlsx", "portfolio.pdf"),
            *("failed.txt", "problems.csv"),
        )
    ],
    "demo -o out": [
        *(f"out/libreria-aurora.{suffix}" for suffix in ("yaml", "pdf", "html")),
        f"out/{SCHEMA}",
    ],
}


@pytest.mark.parametrize("command", WRITERS)
def test_writes_what_it_says_for_the_owner_alone(command: str) -> None:
    done = omniaudit(*command.split())

    assert done.code == 0, done.err
    made = {path.as_posix() for path in Path().rglob("*") if path.is_file()}
    assert made - {"aurora.yaml"} == set(WRITERS[command])
    for name in WRITERS[command]:
        assert Path(name).stat().st_mode & 0o777 == 0o600
    assert Path(WRITERS[command][0]).name in done.err or "out" in done.err


@pytest.mark.parametrize("command", WRITERS)
def test_leaves_what_exists_byte_for_byte(command: str) -> None:
    for name in WRITERS[command]:
        Path(name).parent.mkdir(exist_ok=True)
        write(name, OLD)
        done = omniaudit(*command.split())

        assert (done.code, done.codes) == (6, ["W858" if "batch" in command else "O801"])
        assert "--force" in done.err
        assert Path(name).read_bytes() == OLD
        assert [path for path in Path(name).parent.iterdir() if path.suffix == ".tmp"] == []
        Path(name).unlink()


@pytest.mark.parametrize("command", WRITERS)
def test_replaces_what_exists_when_forced(command: str) -> None:
    for name in WRITERS[command]:
        Path(name).parent.mkdir(exist_ok=True)
        write(name, OLD)

    assert omniaudit(*command.split(), "--force").code == 0
    assert all(Path(name).read_bytes() != OLD for name in WRITERS[command])


@pytest.mark.parametrize("name", ["report", "report.doc", "report.PDFx", ".pdf", "-", "a.html/b"])
def test_a_name_that_says_no_format(name: str) -> None:
    done = omniaudit("report", "nothing.yaml", "-o", name)

    assert (done.code, done.codes) == (2, ["U701"])
    assert "End it in .pdf, .html, .md, .json or .xlsx." in done.err


def test_the_format_is_in_the_name_in_any_case() -> None:
    assert omniaudit("report", "aurora.yaml", "-o", "Report.HTML").code == 0
    assert Path("Report.HTML").read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ("nowhere/x", "there is no such folder"),
        ("aurora.yaml/x", "there is no such folder"),
        ("x" * 251, "File name too long"),
    ],
)
def test_a_place_that_cannot_be_written(place: str, why: str) -> None:
    done = omniaudit("report", "aurora.yaml", "-o", f"{place}.html")

    assert (done.code, done.codes) == (6, ["O802"])
    assert why in done.err
    assert [path.name for path in Path().iterdir()] == ["aurora.yaml"]


def test_a_folder_in_the_place_of_a_file() -> None:
    Path("report.html").mkdir()
    done = omniaudit("report", "aurora.yaml", "-o", "report.html", "--force")

    assert (done.code, done.codes) == (6, ["O802"])
    assert "it is a folder" in done.err


@pytest.mark.parametrize("command", ["demo -o {}", "batch aurora.yaml -o {}"])
def test_a_file_in_the_place_of_a_folder(command: str) -> None:
    done = omniaudit(*command.format("aurora.yaml").split())

    assert (done.code, done.codes) == (6, ["O802"])
    assert Path("aurora.yaml").read_bytes() == SAMPLE


def test_a_link_is_replaced_and_what_it_leads_to_stays() -> None:
    Path("report.html").symlink_to("aurora.yaml")

    assert omniaudit("report", "aurora.yaml", "-o", "report.html").codes == ["O801"]
    assert omniaudit("report", "aurora.yaml", "-o", "report.html", "--force").code == 0
    assert not Path("report.html").is_symlink()
    assert Path("aurora.yaml").read_bytes() == SAMPLE


def test_the_demo_is_the_sample_scored_and_reported() -> None:
    done = omniaudit("demo", "-o", "out")
    scored = omniaudit("score", "out/libreria-aurora.yaml")

    assert Path("out/libreria-aurora.yaml").read_bytes() == SAMPLE
    assert Path("out/libreria-aurora.pdf").read_bytes().startswith(b"%PDF-")
    assert done.out == scored.out
    assert done.err == (
        f"Wrote out/libreria-aurora.yaml, out/{SCHEMA}, out/libreria-aurora.pdf,"
        " out/libreria-aurora.html.\n"
    )


def test_new_says_what_to_do_next() -> None:
    done = omniaudit("new", "my shop.yaml")

    assert done.out == ""
    assert done.err.splitlines()[-1] == "Then: omniaudit check 'my shop.yaml'"
    assert omniaudit("check", "my shop.yaml").out == (
        "my shop.yaml: can be scored, 0 of 24 answered.\n"
    )


def test_a_report_never_replaces_its_answers() -> None:
    write("own.html", SAMPLE)

    done = omniaudit("report", "own.html", "-o", "own.html", "--force")
    assert (done.code, done.codes) == (2, ["U701"])
    assert Path("own.html").read_bytes() == SAMPLE
