"""Many files: what comes of each, and that none disturbs another."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from omniaudit.batch import run
from omniaudit.problems import CannotWrite
from tests.cli.runner import QUESTIONNAIRE, SAMPLE, omniaudit, shop, write


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write("aurora.yaml", SAMPLE)
    Path("many").mkdir()
    write("many/a.yaml", SAMPLE)
    write("many/b.yaml", b"")
    write("many/c.yaml", shop("1" * 24, name="=HYPERLINK(1)"))
    write("many/d.yaml", SAMPLE[:999])
    write("many/e.yaml", b"# nothing\n")


def rows(folder: str) -> list[dict[str, str]]:
    with Path(folder, run.TABLE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_for_every_good_file_in_input_order() -> None:
    done = omniaudit("batch", "many", "-o", "out")
    lines = Path("out", run.RESULTS).read_text("utf-8").splitlines()

    assert done.code == 3
    assert done.out == ""
    assert [json.loads(line)["file"] for line in lines] == ["many/a.yaml", "many/c.yaml"]
    assert [each["file"] for each in rows("out")] == ["many/a.yaml", "many/c.yaml"]
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(
        [run.RESULTS, run.TABLE, run.FAILED]
    )


def test_a_line_is_what_score_says_of_the_file() -> None:
    omniaudit("batch", "many", "-o", "out", "--gate", "strict")
    line = json.loads(Path("out", run.RESULTS).read_text("utf-8").splitlines()[0])
    alone = omniaudit("score", "many/a.yaml", "--json", "--gate", "strict").document

    assert line.pop("file") == "many/a.yaml"
    assert line == alone


def test_the_kinds_of_errors_are_told_with_an_example_each() -> None:
    done = omniaudit("batch", "many", "-o", "out")

    assert done.err == (
        "2 of 5 files scored, in out.\n"
        "2 files failed with F106, for example:\n"
        "many/b.yaml: error F106: The file is empty.\n"
        "    Fill it in, or remove it; `omniaudit new FILE` writes answers to fill in.\n"
        "1 file failed with F107, for example:\n"
        "many/d.yaml:15:1: error F107: The file stops before its end: `end: true` is missing.\n"
        "    It was cut short on its way; ask for it again, or check what is missing and\n"
        "    add the line.\n"
        "Once they are corrected: omniaudit batch @out/failed.txt -o out-again\n"
    )


def test_what_failed_can_be_run_again_once_it_is_corrected() -> None:
    omniaudit("batch", "many", "-o", "out")
    for name in ("b", "d", "e"):
        write(f"many/{name}.yaml", SAMPLE)
    done = omniaudit("batch", "@out/failed.txt", "-o", "out-again")

    assert (done.code, done.err) == (0, "3 of 3 files scored, in out-again.\n")
    assert Path("out-again/failed.txt").read_bytes() == b""


def test_a_file_alone() -> None:
    assert omniaudit("batch", "many/a.yaml", "-o", "out").err == "1 of 1 file scored, in out.\n"


def test_names_that_are_no_text_come_through() -> None:
    Path("odd").mkdir()
    for name, data in ((b"odd/\xff.yaml", SAMPLE), (b"odd/\xfe\x1b.yaml", b"")):
        Path(name.decode("utf-8", "surrogateescape")).write_bytes(data)
    done = omniaudit("batch", "odd", "-o", "out")

    assert done.code == 3
    assert json.loads(Path("out", run.RESULTS).read_bytes())["file"] == "odd/\udcff.yaml"
    assert rows("out")[0]["file"] == "odd/?.yaml"
    assert Path("out", run.FAILED).read_bytes().endswith(b"odd/\xfe\x1b.yaml\n")
    assert omniaudit("batch", "@out/failed.txt", "-o", "again").err.startswith("0 of 1 file ")


def test_no_cell_is_a_formula() -> None:
    omniaudit("batch", "many", "-o", "out")

    assert [each["name"] for each in rows("out")] == ["Libreria Aurora", "'=HYPERLINK(1)"]


def test_results_are_never_replaced_unasked() -> None:
    omniaudit("batch", "many/a.yaml", "-o", "out")
    before = Path("out", run.RESULTS).read_bytes()
    again = omniaudit("batch", "many/c.yaml", "-o", "out")

    assert (again.code, again.codes) == (6, ["O801"])
    assert Path("out", run.RESULTS).read_bytes() == before
    assert omniaudit("batch", "many/c.yaml", "-o", "out", "--force").code == 0
    assert Path("out", run.RESULTS).read_bytes() != before


def test_progress_hears_of_every_file() -> None:
    heard: list[int] = []
    paths = [Path("many/a.yaml"), Path("many/b.yaml")]
    outcome = run.run(QUESTIONNAIRE, paths, progress=heard.append)

    assert heard == [1, 2]
    assert list(outcome.failed) == paths[1:]
    assert run.run(QUESTIONNAIRE, paths).documents == outcome.documents


def test_a_folder_is_made_early_or_refused(tmp_path: Path) -> None:
    run.prepare(tmp_path / "a" / "b", force=False)
    assert (tmp_path / "a" / "b").is_dir()

    with pytest.raises(CannotWrite):
        run.prepare(tmp_path / "aurora.yaml", force=True)


def test_a_file_with_warnings_alone_does_not_fail() -> None:
    write("odd.yaml", shop("." * 24, extra="  data.consent: {not-applicable: no data}"))
    done = omniaudit("batch", "odd.yaml", "-o", "out")

    assert done.code == 0
    assert json.loads(Path("out", run.RESULTS).read_text("utf-8"))["warnings"]
