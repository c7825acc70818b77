"""`--brand`: a report in somebody's own looks, or a reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import omniaudit
from tests.load.brand_files import INTER, brand

REPORT = ["report", "aurora.yaml", "-o", "report.html", "--brand", "brand.yaml"]


def test_a_report_bears_the_brand(desk: Path) -> None:
    brand(desk, "name: Three Ways Advisory\ncolours: {primary: '#7a1f3d'}")
    done = omniaudit(*REPORT)

    assert (done.code, done.codes) == (0, [])
    page = Path("report.html").read_text("utf-8")
    assert "Three Ways Advisory" in page
    assert "--primary: #7a1f3d" in page


def test_a_wrong_brand_file_is_told_and_no_report_is_written(desk: Path) -> None:
    brand(desk, "nam: A\nlogo: ../logo.png")
    done = omniaudit(*REPORT)

    assert (done.code, done.codes) == (4, ["S301", "B905"])
    assert "brand.yaml:2:7: error B905" in done.err
    assert not Path("report.html").exists()


def test_own_fonts_without_trust_have_an_exit_of_their_own(desk: Path) -> None:
    fonts = "typeface: {name: A, regular: a.woff2, semibold: a.woff2}"
    brand(desk, fonts, a_woff2=INTER.read_bytes())
    done = omniaudit(*REPORT)

    assert (done.code, done.codes) == (8, ["B913"])
    assert "--trust" in done.err


def test_the_brand_may_be_named_in_the_environment(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMNIAUDIT_BRAND", brand(desk, "name: Three Ways Advisory"))

    assert omniaudit(*REPORT[:4]).code == 0
    assert "Three Ways Advisory" in Path("report.html").read_text("utf-8")


def test_an_anonymous_copy_says_that_the_brand_is_left_out(desk: Path) -> None:
    brand(desk, "name: Three Ways Advisory\ncolours: {primary: '#7a1f3d'}")
    done = omniaudit(*REPORT, "--anonymise")

    assert done.code == 0
    assert "only the colours of the brand file" in done.err
    page = Path("report.html").read_text("utf-8")
    assert "Three Ways" not in page
    assert "--primary: #7a1f3d" in page
