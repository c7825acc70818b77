"""Lists of files and files of lines that are no such thing, or name what nobody may read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.runner import SAMPLE, omniaudit, write
from tests.hardening.harmful import is_plain

LISTS = {
    "nothing": b"",
    "blank lines": b"\n \n\t\n",
    "zero bytes": b"aurora.yaml\0\n",
    "UTF-16": "aurora.yaml\n".encode("utf-16"),
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a file elsewhere": b"../../../../../../etc/passwd\n",
    "the password file": b"/etc/passwd\n",
    "a device without end": b"/dev/zero\n",
    "a device that blocks": b"/dev/tty\n",
    "a pipe": b"pipe.yaml\n",
    "standard input": b"-\n/dev/stdin\n",
    "a folder": b".\n/\n",
    "itself": b"list\n@list\n",
    "a loop of links": b"loop.yaml\n",
    "one name a thousand times": b"nothing.yaml\n" * 1_000,
    "a name of a megabyte": b"x" * 1_000_000 + b"\n",
    "escapes": b"\x1b]0;owned\x07.yaml\n\x9b31m.yaml\n\xff\xfe.yaml\na\rb.yaml\n",
    "options": b"--force\n-o\n/etc/cron.d/x\n",
    "commands": b"$(id)\n`id`\n;id\n|id\n",
    "patterns": b"*.yaml\n**/*\n~/x.yaml\n$HOME/x.yaml\n",
    "addresses": b"file:///etc/passwd\nhttp://127.0.0.1/x.yaml\n",
}
LINES = {
    "nothing": b"",
    "one line of all kinds of brackets": b"[{" * 50_000 + b"\n",
    "no end of a line": b"{" + b" " * 600_000,
    "lines without end": b"\n" * 300_000,
    "escapes": b'{"\\u001b[31m": "\\u009b"}\n\x1b]0;owned\x07\n',
    "zero bytes": b"\0\0\0\n",
    "another system's lines": b'{"format": 1}\r\n\xe2\x80\xa8{"format": 1}\r',
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_ends_in_results_and_failures(name: str) -> None:
    os.mkfifo("pipe.yaml")
    Path("loop.yaml").symlink_to("loop.yaml")
    write("list", LISTS[name])
    done = omniaudit("batch", "@list", "-o", "made", "--data-only", "-j", "1")

    assert done.code in {2, 3, 4}, done.transcript
    assert is_plain(done), done.transcript
    assert {each.name for each in Path().iterdir()} <= {
        *("aurora.yaml", "pipe.yaml", "loop.yaml", "list", "made")
    }
    if Path("made").exists():
        assert Path("made/results.jsonl").read_bytes() == b""


@pytest.mark.parametrize("name", LINES)
def test_a_file_of_lines_ends_in_results_and_failures(name: str) -> None:
    write("many.jsonl", LINES[name])
    done = omniaudit("batch", "many.jsonl", "-o", "made", "--data-only", "-j", "1")

    assert done.code in ({3} if LINES[name].strip() else {0, 2}), done.transcript
    assert is_plain(done), done.transcript
    if done.code != 2:
        assert Path("made/results.jsonl").read_bytes() == b""


def test_a_good_file_beside_all_of_them_is_scored() -> None:
    write("good.yaml", SAMPLE)
    write("list", b"/dev/zero\n/etc/passwd\ngood.yaml\n../nothing.yaml\n")
    done = omniaudit("batch", "@list", "-o", "made", "--data-only", "-j", "1")

    assert done.code == 3
    assert Path("made/results.jsonl").read_text("utf-8").count("\n") == 1
