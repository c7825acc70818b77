"""How a command ends: its exit code, what it says, and that nobody sees a traceback."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from omniaudit.__main__ import main as entry_point
from omniaudit.cli import doctor, exits, failures, new, score, streams
from omniaudit.problems import OmniauditError, Place, Unavailable, problem
from omniaudit.render import pdf
from tests.cli.runner import omniaudit, process, shop, write

SECRET = "the tills are counted by nobody"


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError(SECRET)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["check", "aurora.yaml"], 0),
        (["scroe", "aurora.yaml"], 2),
        (["score"], 2),
        (["score", "aurora.yaml", "--gate", "loose"], 2),
        (["score", "aurora.yaml", "--fail-under", "5"], 2),
        (["score", "aurora.yaml", "--fail-under", "-1"], 2),
        (["score", "aurora.yaml", "--min-completeness", "101"], 2),
        (["score", "aurora.yaml", "--min-completeness", "nan"], 2),
        (["score", "aurora.yaml", "--questionnaire", "x" * 300], 2),
        (["plan", "aurora.yaml", "--to", "fourth"], 2),
        (["plan", "aurora.yaml", "--budget", "-1"], 2),
        (["plan", "aurora.yaml", "--budget", "1e9"], 2),
        (["plan", "aurora.yaml", "--budget", "inf"], 2),
        (["plan", "aurora.yaml", "--set", "data.history"], 2),
        (["plan", "aurora.yaml", "--set", "data.history=4"], 2),
        (["plan", "aurora.yaml", "--set", "data.histroy=2"], 2),
        (["questions"], 2),
        (["questions", "show", "DS9"], 2),
        (["questions", "list", "--profile", "reatil"], 2),
        (["new", "x.yaml", "--profile", "reatil"], 2),
        (["report", "aurora.yaml", "-o", "report.doc"], 2),
        (["report", "aurora.yaml"], 2),
        (["batch", "nothing", "-o", "out"], 4),
        (["batch", "x" * 300, "-o", "out"], 4),
        (["score", "nothing.yaml"], 4),
        (["check", "."], 4),
        (["batch", "@nothing.txt", "-o", "out"], 4),
        (["new", "aurora.yaml"], 6),
        (["report", "aurora.yaml", "-o", "nowhere/report.html"], 6),
        (["report", "aurora.yaml", "-o", "x" * 300 + ".html"], 6),
        (["score", "aurora.yaml", "--fail-under", "2"], 7),
    ],
)
def test_every_ending_has_its_code(words: list[str], code: int) -> None:
    done = omniaudit(*words)

    assert done.code == code, done.err
    assert "Traceback" not in done.err
    assert (done.out == "") == (code in {2, 6} or (code == 4 and words[0] != "check"))
    if code in {2, 6}:
        assert re.fullmatch(r".+: error [UO]\d{3}: .+\n( {4}.+\n)+", done.err)


def test_no_command_is_a_cry_for_help() -> None:
    assert omniaudit().out == omniaudit("--help").out


def test_a_batch_with_a_bad_file_ends_with_3(desk: Path) -> None:
    write("bad.yaml", "")

    assert omniaudit("batch", ".", "-o", "out").code == exits.SOME_FAILED


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--fail-under", "1"], 0),
        (["--fail-under", "multichannel"], 0),
        (["--fail-under", "2"], 7),
        (["--fail-under", "cross-channel"], 7),
        (["--min-completeness", "95.8"], 0),
        (["--min-completeness", "95,8 %"], 0),
        (["--min-completeness", "0"], 0),
        (["--min-completeness", "96"], 7),
        (["--min-completeness", "100"], 7),
        (["--fail-under", "2", "--gate", "lenient"], 7),
        (["--fail-under", "1", "--gate", "strict"], 0),
    ],
)
def test_thresholds(words: list[str], code: int) -> None:
    done = omniaudit("score", "aurora.yaml", *words)

    assert done.code == code
    assert done.out.startswith("Libreria Aurora: ")
    assert done.err.startswith("Below --" if code else "")


def test_the_gate_decides_the_stage() -> None:
    write("even.yaml", shop("222222 222222 222222 222200"))
    stages = {
        gate: omniaudit("score", "even.yaml", "--json", "--gate", gate).document["stage"]
        for gate in ("strict", "standard", "lenient")
    }

    assert [each["gate"] for each in stages.values()] == list(stages)
    confirmed = {gate: each["confirmed"] for gate, each in stages.items()}
    assert confirmed["strict"] == stages["standard"]["strict"]
    assert confirmed["lenient"] == stages["standard"]["lenient"]
    assert confirmed["strict"] < confirmed["lenient"]


def test_a_fault_is_told_shortly_and_kept_without_values(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(score, "score_panel", broken)
    write("shop.yaml", shop(extra=f"  data.history: {{level: 2, note: {SECRET}}}", levels="." * 24))
    done = omniaudit("score", "shop.yaml")
    (log,) = tmp_path.glob("omniaudit-*.log")
    kept = log.read_text("utf-8")

    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Sorry, this is a fault in omniaudit, not in your files. Please report it with"
        f" {log}; none of your answers stand there.\n"
    )
    assert log.stat().st_mode & 0o777 == 0o600
    assert kept.endswith("ZeroDivisionError\n")
    assert "in broken" in kept
    assert SECRET not in kept.replace("raise ZeroDivisionError(SECRET)", "")


def test_a_fault_is_a_document_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(score, "score_panel", broken)
    done = omniaudit("score", "aurora.yaml", "--json")

    assert done.code == 1
    assert done.document["problems"][0]["message"].startswith("Sorry")
    assert done.err.startswith("Sorry")


def test_a_fault_where_no_log_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    monkeypatch.setattr(score, "score_panel", broken)
    done = omniaudit("score", "aurora.yaml")

    assert done.code == 1
    assert "no log could be written" in done.err


def test_an_error_of_a_new_kind_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def odd(*_: object) -> None:
        raise OmniauditError([problem("F101", Place("x"))])

    monkeypatch.setattr(score, "score_panel", odd)

    assert omniaudit("score", "aurora.yaml").code == exits.OUR_BUG


def test_a_missing_library_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise Unavailable([problem("O803", Place("PDF"), why="a system library is missing")])

    monkeypatch.setattr(pdf, "load_weasyprint", missing)
    report = omniaudit("report", "aurora.yaml", "-o", "report.pdf")
    demo = omniaudit("demo", "-o", "demo")
    doctor = omniaudit("doctor")

    assert (report.code, report.codes) == (6, ["O803"])
    assert "Run `omniaudit doctor`, or write .html." in report.err
    assert not Path("report.pdf").exists()
    assert demo.code == 0
    assert "error O803" in demo.err
    made = sorted(each.suffix for each in Path("demo").iterdir())
    assert made == [".html", ".json", ".yaml"]
    assert doctor.code == 0
    assert "PDF           cannot be made: A PDF cannot be made here" in doctor.out
    assert "sudo apt-get install libpango" in doctor.out


def test_the_doctor_names_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", missing)
    done = omniaudit("doctor")

    assert done.code == 0
    assert done.out.count("missing: reinstall omniaudit") == 6
    assert "PDF           works" in done.out


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(new, "blank_answers", stopped)
    done = omniaudit("new", "shop.yaml")

    assert done.code == exits.INTERRUPTED == 130
    assert "Traceback" not in done.err
    assert not Path("shop.yaml").exists()
    assert failures.told(KeyboardInterrupt(), as_json=False) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_ctrl_c_at_the_keyboard() -> None:
    ready = "import sys; from omniaudit.cli.app import main; print(flush=True); main()"
    pipe = subprocess.PIPE
    command = [sys.executable, "-P", "-c", ready, "check", "-"]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdout
        running.stdout.readline()
        time.sleep(0.5)  # it now waits for an answers file
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)

    assert running.returncode == 130
    assert (out, b"Traceback" in err) == (b"", False)


def test_a_reader_that_leaves_is_no_failure() -> None:
    for command in ("questions list", "score aurora.yaml --json", "--help"):
        read, written = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-P", "-m", "omniaudit", *command.split()],
            stdout=written,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(written)

        assert (done.returncode, done.stderr) == (0, b""), command


def test_head_gets_its_line() -> None:
    shell = f"{sys.executable} -P -m omniaudit questions list | head -1"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=True)

    assert done.stdout == b"How well your channels work together 1.0.0\n"
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
@pytest.mark.parametrize("options", ["", "--json"])
def test_a_full_disk_behind_stdout(options: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "omniaudit", "score", "aurora.yaml", *options.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 6
    assert done.stderr.startswith(b"stdout: error O802: stdout cannot be written: No space left")


def test_closed_streams_end_in_no_fault_and_what_is_lost_is_told() -> None:
    for closed, code in ((">&-", 6), ("2>&-", 0), ("<&-", 0), (">&- 2>&- <&-", 6)):
        shell = f"{sys.executable} -P -m omniaudit score aurora.yaml {closed}"
        done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)

        assert done.returncode == code, closed
        assert (b"O802" in done.stderr) == (closed == ">&-")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["--help", "score --help", "score aurora.yaml"])
def test_a_full_disk_is_told(arguments: str) -> None:
    shell = f"{sys.executable} -P -m omniaudit {arguments} > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", shell], capture_output=True, check=False)

    assert done.returncode == 6
    assert b"O802" in done.stderr


def test_stopped_while_loading_is_stopped_like_any_other_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("omniaudit.cli.app.main", interrupted)
    with pytest.raises(SystemExit) as stopped:
        entry_point()
    assert stopped.value.code == 130


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_that_nobody_fills_is_refused_at_once() -> None:
    os.mkfifo("pipe.yaml")

    done = omniaudit("check", "pipe.yaml", "--json")
    assert (done.code, done.codes) == (4, ["F103"])


def test_talk_that_nobody_hears_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, text: str) -> None:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Gone())
    streams.tell("hello")


def test_the_module_is_the_command() -> None:
    done = process("--version")

    assert re.fullmatch(rb"omniaudit \d+\.\d+\.\d+\S*\n", done.stdout)
    assert process("score", "nothing.yaml").returncode == 4
