"""The sample's report in Italian and Romanian: kept whole, in its language, and accessible."""

from __future__ import annotations

import re

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest

from tests.goldens import Goldens
from tests.languages.catalogues import LANGUAGES
from tests.render.printed import Print
from tests.render.shelf import SAMPLE, Shelf
from tests.render.test_businesses import CRASHES_IN_PDFUA, as_text

HYPHENATED = re.compile(r"[a-zăâîșț]{4}-\n[a-zăâîșț]{4}")
DIVIDED = re.compile(r"(?<![\w-])[^\W\d_]{1,3}-\n", re.IGNORECASE)
"""A word such as `într-un` or `e-mail` whose hyphen ends a line."""


@pytest.fixture(scope="session", params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def whole_text(report: Print) -> str:
    return "\n".join(report.text(page.number) for page in report.pages)


def test_the_report_is_the_one_that_is_kept(code: str, shelf: Shelf, goldens: Goldens) -> None:
    report = Print(shelf.report(SAMPLE, ".pdf", code))

    assert len(report.pages) > 3
    assert len(report.outline) > 3
    goldens.compare(f"report/{SAMPLE}-{code}.pdf.txt", as_text(report))


def test_file_and_page_say_their_language(code: str, shelf: Shelf) -> None:
    """Screen readers choose a voice by it, and WeasyPrint where words may be divided."""
    document = Print(shelf.report(SAMPLE, ".pdf", code)).document
    page = shelf.report(SAMPLE, ".html", code).read_text("utf-8")

    assert document.xref_get_key(document.pdf_catalog(), "Lang") == ("string", code)
    assert f'<html lang="{code}">' in page


def test_long_words_are_divided_and_short_ones_with_a_hyphen_are_not(
    code: str, shelf: Shelf
) -> None:
    text = whole_text(Print(shelf.report(SAMPLE, ".pdf", code)))

    assert len(HYPHENATED.findall(text)) > 5
    assert DIVIDED.findall(text) == []


def test_numbers_are_written_as_the_language_does(code: str, shelf: Shelf) -> None:
    """A decimal comma; a percent sign as the language sets it. Works cited are left as they are."""
    report = Print(shelf.report(SAMPLE, ".pdf", code))
    front = "\n".join(report.text(number) for number in range(1, 12))

    assert len(re.findall(r"\d,\d", front)) > 10
    assert re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", front) == []
    assert {"it": "34,6%", "ro": "34,6\u00a0%"}[code] in front


def test_both_checkers_find_it_accessible(code: str, shelf: Shelf) -> None:
    file = shelf.report(SAMPLE, ".pdf", code)
    heard, judged = outloud.check(str(file)), pdfua.validate(str(file))

    assert heard.stats["elements"] > 100
    assert len([run for run in heard.runs if run.status == "ran"]) > 50
    assert [found for found in heard.findings if found.severity == "error"] == []
    assert len({each.rule_id for each in judged.outcomes if not each.skipped}) > 10
    assert {each.rule_id for each in judged.skipped} <= CRASHES_IN_PDFUA
    assert [each.to_dict() for each in judged.findings] == []
