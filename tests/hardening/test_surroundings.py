"""Systems that give too little, folders that hold too much, streams that are not there.

Real processes: each ends with its code and a sentence, and what it did not make is not there.
"""

from __future__ import annotations

import errno
import importlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from omniaudit.batch.results import DESK
from omniaudit.cli import score
from tests.cli.runner import SAMPLE, omniaudit, write
from tests.interview.person import UNMEASURED

pexpect: Any = importlib.import_module("pexpect")  # has no types
if sys.platform == "win32":
    pytest.skip("shells and limits are another thing there", allow_module_level=True)

COMMAND = f"{sys.executable} -P -m omniaudit"
STDIN = {"<&-": "F106", "</dev/null": "F106", "</dev/zero": "F104", "0>written": "F103"}
WRITERS = {
    "new made.yaml --no-schema": "made.yaml",
    "report aurora.yaml -o made.html": "made.html",
    "report aurora.yaml -o made.xlsx": "made.xlsx",
    "batch aurora.yaml -o . --data-only -j 1": "results.csv",
}
READERS = ("check aurora.yaml", "score aurora.yaml", "questions list", "--help", "score --help")


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", line],
        env={**os.environ, **UNMEASURED},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("command", [*READERS, "--version", "score nothing.yaml --json"])
@pytest.mark.parametrize("closed", [">&-", ">/dev/full", ">&- 2>&- <&-"])
def test_output_that_nobody_can_take_is_told(command: str, closed: str) -> None:
    done = shell(f"{COMMAND} {command} {closed}")

    assert done.returncode == 6
    assert (b"O802" in done.stderr) == ("2>" not in closed)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("given", STDIN)
@pytest.mark.parametrize("command", ["score -", "report - -o made.html", "migrate - --dry-run"])
def test_input_that_gives_nothing_or_too_much_is_refused(command: str, given: str) -> None:
    done = shell(f"{COMMAND} {command} {given}")

    assert done.returncode == 4, done.stderr
    assert f"-: error {STDIN[given]}:".encode() in done.stderr
    assert not Path("made.html").exists()


@pytest.mark.parametrize("count", [5, 6, 7, 8, 9])
def test_a_few_files_that_may_be_open_are_enough(count: int) -> None:
    for command in ("score aurora.yaml", f"report aurora.yaml -o made{count}.html"):
        done = shell(f"ulimit -n {count}; exec {COMMAND} {command}")
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("count", "code", "told"),
    [(5, 6, "O807"), (7, 0, "Saved."), (8, 0, "Saved."), (9, 0, "Saved."), (16, 0, "Saved.")],
)
def test_an_interview_that_may_open_few_files_is_held_or_refused(
    count: int, code: int, told: str
) -> None:
    line = f"ulimit -n {count}; exec {COMMAND} interview made.yaml"
    person = pexpect.spawn(
        "/bin/sh", ["-c", line], env={**os.environ, **UNMEASURED, "TERM": "xterm"}, timeout=60
    )
    if not code:
        for words in ("Corner Shop", "q"):
            person.expect("Answer>")
            person.send(f"{words}\r")
    person.expect(told)
    said = person.before + person.read()
    person.close()

    assert person.exitstatus == code
    assert b"Traceback" not in said
    assert b"never awaited" not in said


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "O807"),
        (OSError(errno.ENFILE, "Too many open files in system"), "O807"),
        (MemoryError(), "O808"),
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_system_that_gives_too_little_is_told(
    error: BaseException, code: str, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise error

    monkeypatch.setattr(score, "score_panel", fails)
    done = omniaudit("score", "aurora.yaml", *options)

    assert (done.code, done.codes) == (6, [code])


def test_a_sender_that_is_slow_is_waited_for() -> None:
    """Also where it made the pipe one that nobody waits for."""
    read, written = os.pipe()
    os.set_blocking(read, False)
    with subprocess.Popen(
        [*COMMAND.split(), "check", "-"],
        env={**os.environ, **UNMEASURED},
        stdin=read,
        stdout=subprocess.PIPE,
    ) as running:
        os.close(read)
        os.write(written, SAMPLE[:1_000])
        time.sleep(1)  # by now it reads
        os.write(written, SAMPLE[1_000:])
        os.close(written)
        out, _ = running.communicate(timeout=60)

    assert (running.returncode, out) == (0, b"-: can be scored, 23 of 24 answered.\n")


@pytest.mark.parametrize("command", WRITERS)
def test_on_a_full_disk_nothing_is_left_behind(command: str) -> None:
    before = sorted(Path().iterdir())
    done = shell(f"ulimit -f 0; exec {COMMAND} {command}")

    assert done.returncode == 6, done.stderr
    assert b"O802" in done.stderr
    assert {each.name for each in Path().iterdir() if each not in before} <= {DESK}


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize("target", ["elsewhere/kept.txt", "elsewhere/not-there.txt"])
def test_no_link_is_followed_to_where_it_leads(command: str, target: str) -> None:
    Path("elsewhere").mkdir()
    write("elsewhere/kept.txt", "kept")
    Path(WRITERS[command]).symlink_to(target)
    refused = omniaudit(*command.split())
    forced = omniaudit(*command.split(), "--force")

    assert (refused.code, refused.codes) == (6, ["W858" if "batch" in command else "O801"])
    assert forced.code == 0, forced.err
    assert not Path(WRITERS[command]).is_symlink()
    assert [each.name for each in Path("elsewhere").iterdir()] == ["kept.txt"]
    assert Path("elsewhere/kept.txt").read_text("utf-8") == "kept"


TRAPS = (
    *("omniaudit.toml", "omniaudit.cfg", ".omniaudit.yaml", ".omniauditrc", "omniaudit.yaml"),
    *("pyproject.toml", "setup.cfg", ".env", "config.yaml", "questionnaire.yaml", "brand.yaml"),
    *("report.html.j2", "brand.css", "babel.cfg", "fonts.conf", "conftest.py", "sitecustomize.py"),
    *("omniaudit.py", "typer.py", "yaml.py", "json.py", "weasyprint.py", "gettext.py", "it.yaml"),
)
WATCHED = """
import atexit, os, sys
here, opened = os.getcwd() + os.sep, set()
def watch(event, given):
    kinds = {"open", "os.listdir", "os.scandir"}
    if event in kinds and given and isinstance(given[0], (str, bytes)):
        path = os.path.abspath(os.fsdecode(given[0]))
        if (path + os.sep).startswith(here):
            opened.add(os.path.relpath(path, here))
sys.addaudithook(watch)
atexit.register(lambda: print("OPENED", *sorted(opened), file=sys.stderr))
from omniaudit.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "command",
    [
        *("check aurora.yaml", "status aurora.yaml", "score aurora.yaml --explain", "doctor"),
        *("plan aurora.yaml", "report aurora.yaml -o -.html", "migrate aurora.yaml --dry-run"),
        *("questions list", "new - --no-schema", "batch aurora.yaml -o made --data-only -j 1"),
        *("score aurora.yaml --lang it", "report aurora.yaml -o made.pdf"),
    ],
)
def test_no_file_of_the_folder_is_opened_that_was_not_named(command: str) -> None:
    for name in TRAPS:
        write(name, "raise SystemExit(99)\n")
    Path("locale").mkdir()
    done = subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, *command.split()],
        env={**os.environ, **UNMEASURED},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    opened = set(done.stderr.decode().rpartition("OPENED")[2].split())

    assert opened or "aurora.yaml" not in command
    assert not opened & {*TRAPS, "locale"}
    assert {name for name in opened if not name.startswith(("made", ".made", "-", ".-", "."))} <= {
        "aurora.yaml"
    }


INSTALLED = Path(sys.executable).with_name("omniaudit")


@pytest.mark.skipif(not INSTALLED.exists(), reason="it is not installed as a command here")
def test_the_installed_command_imports_nothing_from_the_folder() -> None:
    for name in TRAPS:
        write(name, "raise SystemExit(99)\n")
    done = shell(f"exec {INSTALLED} score aurora.yaml")

    assert done.returncode == 0, done.stderr
