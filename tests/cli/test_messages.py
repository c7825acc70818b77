"""Every message that no content of a file can cause, caused by a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from omniaudit.catalogue import CATALOGUE
from omniaudit.problems import Place, Unavailable, problem
from omniaudit.render import pdf
from tests.cli.runner import omniaudit, shop, write
from tests.hostile.cases import cases


def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is there already."""


def strangers(monkeypatch: pytest.MonkeyPatch) -> None:
    write("other.yaml", shop(name="The other shop"))


def two_days(monkeypatch: pytest.MonkeyPatch) -> None:
    write("one.yaml", shop(head="date: 2026-11-21"))
    write("two.yaml", shop(head="date: 2026-11-22"))


def own_template(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own").mkdir()
    Path("own/report.html.j2").write_text("<p>\n{{ nobody.name }}\n", "utf-8")


def misplaced_template(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("own").mkdir()
    Path("own/brand.css").write_text("h1 { color: #123456; }", "utf-8")


def folders(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("shelf/mine").mkdir(parents=True)
    Path("shelf/mine/questionnaire.yaml").write_text("questionnaire: mine\n", "utf-8")
    Path("shelf/mine/it.yaml").write_text("questionnaire: mine\nlanguage: it\n", "utf-8")


def no_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise Unavailable([problem("O803", Place("PDF"), why="a system library is missing")])

    monkeypatch.setattr(pdf, "load_weasyprint", missing)


CAUSES: dict[str, tuple[str, Callable[[pytest.MonkeyPatch], None], int, str]] = {
    "F101": (
        "check nothing.yaml",
        nothing,
        4,
        "nothing.yaml: error F101: There is no such file.\n    Check the name and the folder.\n",
    ),
    "F102": (
        "check .",
        nothing,
        4,
        (
            ".: error F102: This is a folder, not a file.\n"
            "    Name a file; for a folder use `batch`.\n"
        ),
    ),
    "F103": (
        "check " + "x" * 300,
        nothing,
        4,
        (
            "x: error F103: The file cannot be read: File name too long.\n"
            "    Name a file that you may read.\n"
        ),
    ),
    "P501": (
        "score aurora.yaml other.yaml",
        strangers,
        4,
        (
            "other.yaml: error P501: This file is about The other shop, the first one about"
            " Libreria Aurora.\n"
            "    Files of one business make a panel; for several businesses use `batch`.\n"
        ),
    ),
    "P502": (
        "score one.yaml two.yaml",
        two_days,
        4,
        (
            "two.yaml: error P502: `date` is 2026-11-22 here and 2026-11-21 in the first file.\n"
            "    Respondents of one panel describe the same business on the same date:\n"
            "    correct one.\n"
        ),
    ),
    "P503": (
        "score aurora.yaml ./aurora.yaml",
        nothing,
        4,
        (
            "./aurora.yaml: error P503: This file is the same as aurora.yaml, so it is no second"
            " respondent.\n    Name every respondent's own file once.\n"
        ),
    ),
    "P504": (
        "report aurora.yaml --since other.yaml -o report.html",
        strangers,
        4,
        (
            "other.yaml: error P504: The earlier assessment is about The other shop, this one"
            " about Libreria Aurora.\n"
            "    Name an earlier answers file of the same business, or correct the name.\n"
        ),
    ),
    "T951": (
        "report aurora.yaml -o report.html --template .",
        nothing,
        8,
        (
            ".: error T951: Templates of one's own are only run when they are trusted.\n"
            "    Add --trust if you know who wrote them, or leave --template out.\n"
        ),
    ),
    "T952": (
        "report aurora.yaml -o report.html --template nowhere --trust",
        nothing,
        4,
        (
            "nowhere: error T952: There is no folder of that name.\n"
            "    Name the folder that holds your templates.\n"
        ),
    ),
    "T953": (
        "report aurora.yaml -o report.html --template own --trust",
        own_template,
        4,
        (
            "own/report.html.j2:2:1: error T953: The page cannot be made with these templates:"
            " 'nobody' is undefined.\n"
            "    Mend the template, or leave --template out; docs/templates.md has the rules.\n"
        ),
    ),
    "T954": (
        "report aurora.yaml -o report.html --template own --trust",
        misplaced_template,
        4,
        (
            "own: error T954: Nothing in this folder replaces one of our templates. `brand.css`"
            " belongs in `styles/`.\n"
            "    Give a file the name and folder that ours has, such as `styles/brand.css`.\n"
        ),
    ),
    "P505": (
        "report aurora.yaml --since aurora.yaml -o report.html",
        nothing,
        4,
        (
            "aurora.yaml: error P505: The earlier assessment is dated 2026-11-21, this one"
            " 2026-11-21.\n"
            "    Changes need two dates, the earlier one with --since: correct `date` in one\n"
            "    of the files, or name another one.\n"
        ),
    ),
    "U701": (
        "scroe aurora.yaml",
        nothing,
        2,
        (
            "omniaudit: error U701: No such command 'scroe'. Did you mean 'score'?\n"
            "    `omniaudit --help` shows how to use it.\n"
        ),
    ),
    "U702": (
        "check aurora.yaml --questionnaire omnichanel",
        nothing,
        2,
        (
            "--questionnaire: error U702: There is no questionnaire `omnichanel`. Did you mean"
            " `omnichannel`?\n    Installed are: omnichannel, omnichannel-pulse;"
            " or name a folder.\n"
        ),
    ),
    "U703": (
        "check aurora.yaml --questionnaire shelf",
        folders,
        2,
        (
            "--questionnaire: error U703: The folder `shelf` holds no questionnaire.yaml. There is"
            " one in shelf/mine.\n"
            "    Name the folder that holds it; `omniaudit new --questionnaire FOLDER` begins\n"
            "    one.\n"
        ),
    ),
    "U704": (
        "questions check shelf/mine/it.yaml",
        folders,
        2,
        (
            "shelf/mine/it.yaml: error U704: This file holds words of a questionnaire, not a"
            " questionnaire.\n"
            "    Name the folder of the questionnaire, `shelf/mine`: its words are read with\n"
            "    it.\n"
        ),
    ),
    "O801": (
        "new aurora.yaml",
        nothing,
        6,
        (
            "aurora.yaml: error O801: aurora.yaml exists already.\n"
            "    Choose another name, or add --force to replace it.\n"
        ),
    ),
    "O802": (
        "new nowhere/shop.yaml",
        nothing,
        6,
        (
            "nowhere/shop.yaml: error O802: nowhere/shop.yaml cannot be written: there is no such"
            " folder.\n    Check the folder, its permissions and the disk.\n"
        ),
    ),
    "O803": (
        "report aurora.yaml -o report.pdf",
        no_pango,
        6,
        (
            "PDF: error O803: A PDF cannot be made here: a system library is missing.\n"
            "    Run `omniaudit doctor`, or write .html.\n"
        ),
    ),
}
IN_AN_INTERVIEW = {"O804", "O805", "O806"}
"""What only a file that is being written to can cause: tests/interview does."""
OF_THE_SYSTEM = {"O807", "O808"}
"""What only a system that gives too little can cause: tests/hardening does."""
IN_A_BATCH = {code for code in CATALOGUE if code.startswith("W")}
"""What only many files can cause: tests/batch does."""
IN_A_BRAND_FILE = {code for code in CATALOGUE if code.startswith("B")}
"""What only a brand file can cause: tests/load/test_brand.py does."""
IN_A_MAP = {code for code in CATALOGUE if code.startswith("M")}
"""What only a map from an older version can cause: tests/migrations does."""
IN_A_CASE = {code for code in CATALOGUE if code.startswith("C")}
"""What only a case can cause: tests/load/test_cases.py and tests/engine/test_expectations.py do."""

IN_SEVERAL_FILES = {"F109", *(code for code in CATALOGUE if "Q611" <= code < "Q700")}
"""What takes a folder: tests/authoring, and in tests/load test_assembly.py and test_folders.py."""


@pytest.mark.parametrize("code", CAUSES)
def test_a_command_causes_it(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command, prepare, ending, message = CAUSES[code]
    prepare(monkeypatch)
    before = sorted(Path().iterdir())
    done = omniaudit(*command.split())

    told = done.err or done.out.partition("\n")[2]
    assert (done.code, done.codes) == (ending, [code])
    assert told.replace("x" * 300, "x") == message
    assert sorted(Path().iterdir()) == before


def test_files_and_commands_together_cause_every_message() -> None:
    by_files = {each.code for each in cases()}

    assert len(by_files) > 50
    elsewhere = IN_AN_INTERVIEW | IN_A_BRAND_FILE | IN_A_MAP | IN_A_CASE | IN_SEVERAL_FILES
    elsewhere |= OF_THE_SYSTEM | IN_A_BATCH
    assert by_files | set(CAUSES) | elsewhere == set(CATALOGUE)
    assert not by_files & set(CAUSES)
