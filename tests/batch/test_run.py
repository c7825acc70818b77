"""A whole batch: its files, what it tells, and how it ends."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pypdf
import pytest
from python_calamine import CalamineWorkbook

from omniaudit.batch import results, run, scoring
from omniaudit.batch.job import Item, Job
from omniaudit.cli.progress import Counting
from tests.cli.runner import QUESTIONNAIRE, SAMPLE, Run, omniaudit, shop, write

DATA = [results.FAILED, results.PROBLEMS, results.TABLE, results.RESULTS]


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


def batch(source: str, *more: str, out: str = "out") -> Run:
    return omniaudit("batch", source, "-o", out, "-j", "1", "--data-only", *more)


def rows(folder: str, name: str = results.TABLE) -> list[dict[str, str]]:
    with Path(folder, name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def documents(folder: str, name: str = results.RESULTS) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(folder, name).read_text("utf-8").splitlines()]


def test_a_line_for_every_good_file_in_input_order() -> None:
    done = batch("many")

    assert (done.code, done.out) == (3, "")
    assert [each["file"] for each in documents("out")] == ["many/a.yaml", "many/c.yaml"]
    assert [each["file"] for each in rows("out")] == ["many/a.yaml", "many/c.yaml"]
    assert sorted(path.name for path in Path("out").iterdir()) == DATA


def test_a_line_is_what_score_says_of_the_file() -> None:
    batch("many", "--gate", "strict")
    (line, _) = documents("out")
    alone = omniaudit("score", "many/a.yaml", "--json", "--gate", "strict").document

    assert line.pop("file") == "many/a.yaml"
    assert {"sha256", "basis", "tool"} < line.keys()
    assert {key: value for key, value in line.items() if key in alone} == alone


def test_the_kinds_of_errors_are_told_with_an_example_each() -> None:
    assert batch("many").err == (
        "2 of 5 files scored, in out.\n"
        "2 files failed with F106, for example:\n"
        "many/b.yaml: error F106: The file is empty.\n"
        "    Fill it in, or remove it; `omniaudit new FILE` writes answers to fill in.\n"
        "1 file failed with F107:\n"
        "many/d.yaml:15:1: error F107: The file stops before its end: `end: true` is missing.\n"
        "    It was cut short on its way; ask for it again, or check what is missing and\n"
        "    add the line.\n"
        "out/failed.txt lists what failed; out/problems.csv says why.\n"
        "Once they are corrected: omniaudit batch many -o out -j 1 --data-only --resume\n"
    )


def test_why_each_failed_can_be_sent_to_whoever_mends_it() -> None:
    batch("many")
    found = rows("out", results.PROBLEMS)

    assert [each["file"] for each in found] == ["many/b.yaml", "many/d.yaml", "many/e.yaml"]
    assert [each["code"] for each in found] == ["F106", "F107", "F106"]
    assert (found[1]["line"], found[1]["column"]) == ("15", "1")
    assert found[1]["message"].startswith("The file stops before its end")
    assert found[1]["remedy"].startswith("It was cut short")


def test_what_failed_can_be_run_again_once_it_is_corrected() -> None:
    batch("many")
    for name in ("b", "d", "e"):
        write(f"many/{name}.yaml", SAMPLE)
    alone = batch("@out/failed.txt", out="alone")
    again = batch("many", "--resume")

    assert (alone.code, alone.err) == (0, "3 of 3 files scored, in alone.\n")
    assert again.err == "5 of 5 files scored, in out. 2 of them were done before.\n"
    assert Path("out/failed.txt").read_bytes() == b""


def test_a_file_alone() -> None:
    assert batch("many/a.yaml").err == "1 of 1 file scored, in out.\n"


def test_names_that_are_no_text_come_through() -> None:
    Path("odd").mkdir()
    for name, data in (
        (b"odd/\xff.yaml", SAMPLE),
        (b"odd/\xfe\x1b.yaml", b""),
        (b"odd/ a\n.yaml", b""),
    ):
        Path(name.decode("utf-8", "surrogateescape")).write_bytes(data)
    done = batch("odd")

    assert done.code == 3
    assert documents("out")[0]["file"] == "odd/\udcff.yaml"
    assert rows("out")[0]["file"] == "odd/?.yaml"
    assert b'odd/\\udcfe\\u001b.yaml"\n' in Path("out", results.FAILED).read_bytes()
    assert batch("@out/failed.txt", out="again").err.startswith("0 of 2 files ")
    assert {each["file"] for each in rows("again", results.PROBLEMS)} == {
        str(Path("odd", name).resolve()) for name in ("??.yaml", " a .yaml")
    }


def test_no_cell_is_a_formula() -> None:
    batch("many")

    assert [each["name"] for each in rows("out")] == ["Libreria Aurora", "'=HYPERLINK(1)"]


def test_results_are_never_replaced_unasked() -> None:
    batch("many/a.yaml")
    before = Path("out", results.RESULTS).read_bytes()
    again = batch("many/c.yaml")

    assert (again.code, again.codes) == (6, ["W858"])
    assert Path("out", results.RESULTS).read_bytes() == before
    assert batch("many/c.yaml", "--force").code == 0
    assert Path("out", results.RESULTS).read_bytes() != before


def test_the_folder_can_not_be_a_file() -> None:
    assert batch("many", out="aurora.yaml").codes == ["O802"]


def test_a_file_with_warnings_alone_does_not_fail() -> None:
    write("odd.yaml", shop("." * 24, extra="  data.consent: {not-applicable: no data}"))

    assert batch("odd.yaml").code == 0
    assert documents("out")[0]["warnings"]


def test_too_many_failures_stop_it_and_what_is_done_is_kept() -> None:
    for number in range(400):
        write(f"many/f{number:03}.yaml", SAMPLE if number < 300 else b"")
    stopped = batch("many", "--max-failures", "3")

    assert stopped.code == 3
    assert "Stopped after 4 failures; 302 are scored so far, and kept.\n" in stopped.err
    assert not Path("out", results.RESULTS).exists()
    assert len(Path("out", results.FAILED).read_text("utf-8").splitlines()) == 4
    gone_on = batch("many", "--resume")
    assert (gone_on.code, "302 of 405 files scored" in gone_on.err) == (3, True)
    assert "of them were done before." in gone_on.err


def test_with_none_allowed_the_first_failure_stops_it() -> None:
    assert "Stopped after 1 failure;" in batch("many", "--max-failures", "0").err
    assert batch("many/a.yaml", "--max-failures", "0", out="good").code == 0


def test_lines_of_json_are_documents_too() -> None:
    business = {"name": "Lines", "profile": "retail", "size": "small"}
    good = json.dumps({"format": 1, "questionnaire": "omnichannel@1", "business": business})
    Path("many.jsonl").write_text(f"{good}\n\n{{\n{good}\n[]\n" + "x" * 300_000 + "\n", "utf-8")
    done = batch("many.jsonl")

    assert done.err.startswith("2 of 5 files scored, in out.\n")
    assert [each["line"] for each in documents("out")] == [1, 4]
    assert [each["line"] for each in rows("out", results.PROBLEMS)] == ["3", "5", "6"]
    assert [each["file"] for each in rows("out")] == ["many.jsonl:1", "many.jsonl:4"]
    failed = Path("out", results.FAILED).read_text("utf-8").splitlines()
    assert failed == [f"{Path('many.jsonl').resolve()}:{line}" for line in (3, 5, 6)]
    assert batch("@out/failed.txt", out="again").err.startswith("0 of 3 files scored")

    lines = Path("many.jsonl").read_bytes()
    omniaudit("batch", "-", "-o", "piped", "-j", "1", "--data-only", stdin=lines)
    assert [each["line"] for each in documents("piped")] == [1, 4]
    assert rows("piped")[0]["name"] == "Lines"


def test_an_interview_s_copies_are_not_scored_twice() -> None:
    for name in ("a.mine.yaml", "a.mine-2.yaml"):
        write(f"many/{name}", SAMPLE)

    assert "2 of 5 files scored" in batch("many").err


def test_everything_is_written_for_people_too() -> None:
    done = omniaudit("batch", "many", "-o", "out", "-j", "1", "--reports", "--summary")

    assert done.code == 3
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(
        [*DATA, results.BOOK, results.PORTFOLIO, results.REPORTS, results.REPORT_LIST]
    )
    sheet = CalamineWorkbook.from_path("out/results.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[0] == list(rows("out")[0])
    assert [row[1] for row in sheet[1:]] == ["Libreria Aurora", "=HYPERLINK(1)"]
    assert len(pypdf.PdfReader("out/portfolio.pdf").pages) > 1
    reports = sorted(Path("out/reports").iterdir())
    listed = {each["file"]: each["report"] for each in rows("out", results.REPORT_LIST)}
    assert sorted(listed.values()) == [path.name for path in reports]
    assert listed["many/a.yaml"].startswith("libreria-aurora-")
    assert [path.name.rpartition("-")[0] for path in reports] == ["hyperlink-1", "libreria-aurora"]
    assert [len(pypdf.PdfReader(path).pages) for path in reports] == [2, 2]


def test_a_summary_without_reports_is_a_mistake() -> None:
    assert batch("many", "--summary").codes == ["U701"]


def test_reports_never_leave_the_folder() -> None:
    Path("out").mkdir()
    Path("elsewhere").mkdir()
    Path("out/reports").symlink_to("../elsewhere")
    done = batch("many", "--reports")

    assert (done.code, done.codes) == (6, ["O802"])
    assert not list(Path("elsewhere").iterdir())


def test_chunks_are_small_enough_for_all_workers() -> None:
    assert scoring.size_of_chunks(100_000, 2, reports=False) == scoring.CHUNK
    assert scoring.size_of_chunks(100, 2, reports=False) == 12
    assert scoring.size_of_chunks(0, 2, reports=False) == 1
    assert scoring.size_of_chunks(100_000, 2, reports=True) == 1


def test_some_documents_evenly_drawn_are_planned_for() -> None:
    order = run.Order("many", Path("out"), Job("omnichannel", "en"))
    tidings = run.carry_out(order, QUESTIONNAIRE, Counting)

    assert len(tidings.steps) == 2
    assert {capability for capability, _ in tidings.steps[1]} <= QUESTIONNAIRE.capability.keys()
    parts = scoring.chunks((Item(str(number)) for number in range(9)), 4, every=3)
    planned = [[each.planned for each in part] for part in parts]
    assert planned == [[True, False, False, True], [False, False, True, False], [False]]


def test_progress_on_a_terminal_is_one_line_and_elsewhere_a_line_a_tenth(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter(range(0, 1000, 20))
    with Counting(40, clock=lambda: next(now)) as lines:
        for done in range(0, 41, 2):
            lines(done, done // 20)
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "4 of 40"
    assert told[-1] == "40 of 40, 2 failed"
    assert len(told) == 10

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with Counting(40, clock=lambda: next(now)) as one_line:
        one_line(10, 0)
        one_line(20, 1)
    shown = capsys.readouterr().err
    assert "\n" not in shown
    assert "\r10 of 40, 1 minute left" in shown
    assert shown.rpartition("20 of 40, 1 failed")[2].strip("\r ") == ", 40 seconds left"


def test_nothing_to_score_is_a_mistake() -> None:
    assert batch("nothing/*.yaml").codes == ["U701"]


def test_going_on_with_a_part_throws_no_results_away() -> None:
    batch("many")
    before = Path("out", results.RESULTS).read_bytes()
    refused = batch("@out/failed.txt", "--resume")
    Path("many/c.yaml").unlink()

    assert (refused.code, refused.codes) == (6, ["W859"])
    assert Path("out", results.RESULTS).read_bytes() == before
    assert (
        "1 of 4 files scored, in out. 1 of them was done before." in batch("many", "--resume").err
    )


def test_nothing_older_stays_beside_new_results() -> None:
    batch("many/a.yaml")
    Path("out", results.PORTFOLIO).write_bytes(b"of others")
    refused = batch("many/c.yaml")

    assert refused.codes == ["W858"]
    assert batch("many/c.yaml", "--force").code == 0
    assert not Path("out", results.PORTFOLIO).exists()


def test_a_line_that_is_not_there_and_a_folder_that_is_closed_fail_by_name() -> None:
    Path("many.jsonl").write_bytes(b"{}\n")
    write("list", b"# a remark\nmany.jsonl:9\nmany/a.yaml\n")
    batch("@list")

    assert [(each["file"], each["code"]) for each in rows("out", results.PROBLEMS)] == [
        ("many.jsonl:9", "F101")
    ]
    assert batch("nowhere/").codes == ["F101"]
