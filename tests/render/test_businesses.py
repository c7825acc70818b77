"""What the reports of six businesses say, kept whole, and that all of them are accessible."""

from __future__ import annotations

import re
from pathlib import Path

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest

from omniaudit import __version__
from tests.cli.runner import QUESTIONNAIRE, omniaudit
from tests.goldens import Goldens
from tests.languages.catalogues import LANGUAGES
from tests.render.printed import Print
from tests.render.shelf import BUSINESSES, SAMPLE, Shelf, answers_file

FONT = re.compile(r"base64,[A-Za-z0-9+/=]+")
STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
# In the PDF a long number may stand on several lines.
HASH = re.compile(r"\n?".join(QUESTIONNAIRE.sha256))
CRASHES_IN_PDFUA = {"UA-14-001"}
"""Empty headings: its check cannot read an array with pikepdf 10. outloud looks for them too."""


def lasting(text: str) -> str:
    """A text without what changes with every release, or every comma of the questionnaire."""
    text = HASH.sub("SHA-256", text)
    return text.replace(f"omniaudit {__version__}", "omniaudit VERSION")


def as_text(report: Print) -> str:
    """All that the goldens keep of a PDF."""
    parts = [f"{len(report.pages)} pages\n", "----- fonts -----\n"]
    parts += [f"{name}, {kind} embedded\n" for name, kind in sorted(report.fonts.items())]
    parts += ["----- bookmarks -----\n"]
    parts += [f"{'  ' * depth}{words}: page {page}\n" for depth, words, page, _ in report.outline]
    for page in report.pages:
        parts += [f"----- page {page.number} -----\n", report.text(page.number)]
    return lasting("".join(parts))


def test_there_is_one_business_of_each_profile() -> None:
    assert set(BUSINESSES) == {profile.id for profile in QUESTIONNAIRE.profiles}


def test_their_answers_are_in_order(business: str) -> None:
    run = omniaudit("check", str(answers_file(business)), "--json")

    assert (run.code, run.codes) == (0, [])


def test_the_five_verdicts_and_all_stages_occur() -> None:
    results = [
        omniaudit("score", str(answers_file(each)), "--json").document for each in BUSINESSES
    ]

    assert {each["fit"]["verdict"] for each in results} == {
        "room-to-grow",
        "fits",
        "ahead-of-need",
        "resources-first",
        "multichannel-is-enough",
    }
    assert {each["stage"]["confirmed"] for each in results} == {0, 1, 2, 3}
    assert {each["mode"] for each in results} == {"self", "interview", "audit"}
    assert len({each["date"] for each in results}) == len(results)


def test_the_pdf_is_the_one_that_is_kept(business: str, shelf: Shelf, goldens: Goldens) -> None:
    report = Print(shelf.report(business, ".pdf"))

    assert len(report.pages) > 3
    assert len(report.outline) > 3
    assert report.fonts
    goldens.compare(f"report/{business}.pdf.txt", as_text(report))


def test_the_page_is_the_one_that_is_kept(business: str, shelf: Shelf, goldens: Goldens) -> None:
    page = lasting(shelf.report(business, ".html").read_text("utf-8"))

    goldens.compare(f"report/{business}.html", STYLE.sub("<style></style>", page))


def test_all_pages_have_the_style_that_is_kept(
    business: str, shelf: Shelf, goldens: Goldens
) -> None:
    styles = STYLE.findall(shelf.report(business, ".html").read_text("utf-8"))

    assert styles
    assert len(FONT.findall(styles[0])) > 1
    goldens.compare("report/style.css", FONT.sub("base64,FONT", "\n".join(styles)) + "\n")


def test_every_golden_is_compared(goldens: Goldens) -> None:
    pages = {f"report/{each}.{kind}" for each in BUSINESSES for kind in ("pdf.txt", "html")}
    pages |= {f"report/{SAMPLE}-{code}.pdf.txt" for code in LANGUAGES}

    assert goldens.names("report") == {*pages, "report/style.css"}


def test_every_object_of_the_file_can_be_read(business: str, shelf: Shelf) -> None:
    document = Print(shelf.report(business, ".pdf")).document

    assert document.xref_length() > 1000
    assert all(document.xref_object(number) for number in range(1, document.xref_length()))


def test_outloud_finds_no_error(business: str, shelf: Shelf) -> None:
    report = Print(shelf.report(business, ".pdf"))
    result = outloud.check(str(report.file))

    assert result.error is None
    assert result.stats["pages"] == len(report.pages)
    assert result.stats["elements"] > 100
    assert len([run for run in result.runs if run.status == "ran"]) > 50
    assert [run for run in result.runs if run.status == "crashed"] == []
    assert [found for found in result.findings if found.severity == "error"] == []


def test_pdfua_finds_no_error(business: str, shelf: Shelf) -> None:
    file = shelf.report(business, ".pdf")
    result = pdfua.validate(str(file))
    ran = {each.rule_id for each in result.outcomes if not each.skipped}

    assert len(ran) > 10
    assert {each.rule_id for each in result.skipped} <= CRASHES_IN_PDFUA
    with pdfua.PdfDocument.open(str(file)) as document:
        assert len(list(document.struct_elements)) > 100
    assert [each.to_dict() for each in result.findings] == []


@pytest.mark.parametrize("missing", ["StructTreeRoot MarkInfo", "Lang", "ViewerPreferences"])
def test_what_is_missing_is_reported(missing: str, shelf: Shelf, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(Print(shelf.report("local", ".pdf")).without(*missing.split()))

    assert outloud.check(str(damaged)).errors > 0
    assert pdfua.validate(str(damaged)).findings
