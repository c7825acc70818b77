"""Texts and names that a terminal, a shell, a spreadsheet or a file system could obey."""

# ruff: noqa: RUF001 - signs that look like others are the point

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.cli.runner import Run

ESCAPES: Mapping[str, str] = {
    "colours": "a\x1b[31mred\x1b[0m",
    "the screen is cleared": "a\x1b[2J\x1b[H",
    "the cursor goes up": "a\x1b[1A\x1b[2Kok",
    "a window title": "a\x1b]0;owned\x07",
    "a window title, ended otherwise": "a\x1b]2;owned\x1b\\",
    "the title is typed in": "a\x1b]0;id\x07\x1b[21t",
    "a hyperlink": "a\x1b]8;;http://x.example\x1b\\b\x1b]8;;\x1b\\",
    "the clipboard": "a\x1b]52;c;aGk=\x07",
    "a notification": "a\x1b]9;owned\x07",
    "a picture": "a\x1b]1337;File=inline=1:aGk=\x07",
    "a device string": "a\x1bP$qm\x1b\\",
    "a question to the terminal": "a\x1b[6n\x1b[c",
    "another screen": "a\x1b[?1049h",
    "bracketed paste ends": "a\x1b[201~id\n",
    "another alphabet": "a\x1b(0lqk\x0e",
    "a reset": "a\x1bc",
    "an escape alone": "a\x1b",
    "C1 for colours": "a\x9b31m",
    "C1 for a title": "a\x9d0;owned\x9c",
    "C1 for a device string": "a\x90q\x9c",
    "a bell": "a\x07b",
    "back over it": "good\x08\x08\x08\x08bad",
    "a carriage return": "good\rbad",
    "deleted": "a\x7f\x7f",
    "vertical tabs and pages": "a\x0bb\x0cc",
    "shifted out": "a\x0eb\x0f",
    "NUL": "a\x00b",
    "an answer to who are you": "a\x05b",
    "the end of text": "a\x03\x04\x1a",
    "a new line": "a\nfake.yaml: can be scored",
    "the line of another system": "a\x85fake.yaml: can be scored",
    "a line separator": "a\u2028fake.yaml: can be scored",
    "a paragraph separator": "a\u2029fake.yaml: can be scored",
    "read backwards": "a\u202efdp.exe",
    "isolated": "a\u2066b\u2069\u2068c",
    "invisible": "a\u200b\u200d\u2060\ufeff\u00adb",
    "tags": "a\U000e0041\U000e0042",
    "half a letter": "a\udc9b31m\ud83d",
    "markup of rich": "[bold red]a[/] [link=http://x.example]b[/link] :boom: [/etc/passwd] [a-z]+",
    "formats": "%s %n {0} {name} {{ 7*7 }} ${x} \\e[31m \\x1b",
}
"""Forty: most are escape sequences, the others what terminals or layouters obey besides."""

NAMES: tuple[str, ...] = (
    *(
        "../../x.yaml",
        "..",
        ".",
        "../x",
        "/dev/null/x.yaml",
        "/etc/passwd",
        "/dev/null",
        "a/b/c.yaml",
    ),
    *(
        "",
        " ",
        "a b.yaml",
        " leading.yaml",
        "trailing .yaml ",
        "trailing.",
        ".hidden.yaml",
        "x" * 300,
    ),
    *(
        "a\0b.yaml",
        "a\nb.yaml",
        "a\tb.yaml",
        "a\x1b[31m.yaml",
        "\udcff\udcfe.yaml",
        "cafe\u0301.yaml",
    ),
    *("-", "--", "-rf", "--help", "--force", "@", "@list", "~", "~root/x.yaml", "#x.yaml"),
    *("CON", "con.yaml", "NUL", "aux.yaml", "com1", "C:\\x.yaml", "\\\\server\\x.yaml", "a:b.yaml"),
    *(
        "it's.yaml",
        'say "x".yaml',
        "$(id).yaml",
        "`id`.yaml",
        "$HOME.yaml",
        "a;id.yaml",
        "a|b.yaml",
    ),
    *(
        "a&b.yaml",
        "a>b.yaml",
        "*.yaml",
        "?.yaml",
        "[a-z].yaml",
        "{a,b}.yaml",
        "!x.yaml",
        "%s%n.yaml",
    ),
    *("file:///etc/passwd", "http://x.example/x.yaml", "=1+1.yaml", "\u202efdp.yaml", "渋谷.yaml"),
)
"""More than forty names of files: outside, impossible, reserved, or read as something else."""

FORMULAS: tuple[str, ...] = (
    *("=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x.example","a")', "==1", "=", '="a"&B1'),
    *('=WEBSERVICE("http://x.example")', '=IMPORTXML("http://x.example","//a")', "=1/0", "=A1"),
    *(
        '=DDE("cmd";"/C calc";"!A0")',
        '=IMAGE("http://x.example/a.png")',
        "=[1]Sheet!A1",
        "=SUM(1;2)",
    ),
    *(
        "+1+1",
        "+cmd|' /C calc'!A0",
        "+39 051 1234567",
        "++1",
        "-1+1",
        "-2+3+cmd|' /C calc'!A0",
        "-",
    ),
    *(
        "--1",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "@someone",
        "@@",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "  =1+1",
    ),
    *(
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠SUM(1)",
        "\u00a0=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\u2028=1+1",
    ),
    *("a\n=1+1", 'a",=1+1,"', "a\r\n=1+1,b", "=1+1\x00", "\x00=1+1", "\x1b=1+1", "=\u202e1+1"),
)
"""More than forty, each a formula or a command for one spreadsheet or another."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")


OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""What no file that we write may hold: terminals, editors and browsers obey it."""


def is_plain(done: Run) -> bool:
    """Whether no terminal obeys anything that a command printed, and nothing broke."""
    shown = done.out + done.err
    return shown.replace("\n", "").isprintable() and "Traceback" not in shown


def named_like(text: str) -> str:
    """A name for a file with that text in it, as far as a file can have it."""
    return (
        text.replace("/", "")
        .replace("\0", "")
        .encode("utf-8", "replace" if "\ud83d" in text else "surrogateescape")
        .decode("utf-8", "surrogateescape")
    )
