"""No page of many reports strands a heading, leaves its frame, stands empty or lacks a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from omniaudit.language import SOURCE
from tests.render.printed import PAGE_OF, Line, Page, Print
from tests.render.shelf import BUSINESSES, TRANSLATED, Shelf

WORD = re.compile(r"[^\W\d_]{3}")
LARGE = 10.0
"""Points; no running text is as large and bold."""
SLACK = 1.5
"""Points by which letters may reach over an edge: their boxes are taller than what is drawn."""
SCANTY = 0.25
"""A page that is followed by more of its chapter is filled at least so far."""


REPORTS = (*((each, SOURCE) for each in BUSINESSES), *TRANSLATED)


@pytest.fixture(scope="session", params=REPORTS, ids="-".join)
def report(request: pytest.FixtureRequest, shelf: Shelf) -> Print:
    business, code = request.param
    return Print(shelf.report(business, ".pdf", code))


def headings(page: Page) -> Iterator[Line]:
    """Bold words that are large, or alone in their row; numbers and marks announce nothing."""
    for line in page.body:
        alone = not any(line.is_beside(other) for other in page.body)
        if line.bold and WORD.search(line.text) and (line.size > LARGE or alone):
            yield line


def stranded(page: Page) -> list[str]:
    """Headings below which, in their column, no text follows on the page."""
    announced = list(headings(page))
    return [
        heading.text
        for heading in announced
        if not any(line.is_below(heading) and line not in announced for line in page.body)
    ]


def line(text: str, top: float, *, left: float = 57, bold: bool = False) -> Line:
    return Line(text, left, top, left + 5 * len(text), top + 11, 9.2, bold)


def test_every_page_is_numbered(report: Print) -> None:
    numbers = [PAGE_OF.search(" ".join(line.text for line in page.footer)) for page in report.pages]

    total = len(report.pages)
    assert [found and found.groups() for found in numbers] == [
        (str(number), str(total)) for number in range(1, total + 1)
    ]


def test_no_heading_is_the_last_of_its_page(report: Print) -> None:
    seen = [heading for page in report.pages for heading in headings(page)]

    assert len(seen) > 2 * len(report.outline)
    assert {page.number: stranded(page) for page in report.pages if stranded(page)} == {}


def test_a_stranded_heading_would_be_noticed() -> None:
    text, heading = line("Some text", 700), line("What keeps it there", 740, bold=True)
    aside = line("The next column goes on", 755, left=300)
    table = line("36.0", 740, left=500)

    assert stranded(Page(2, (), (text, heading, aside), (), opens_chapter=False)) == [heading.text]
    assert stranded(Page(2, (), (heading, line("Goes on", 755)), (), opens_chapter=False)) == []
    assert stranded(Page(2, (), (text, heading, table), (), opens_chapter=False)) == []


def test_every_chapter_opens_with_a_heading_that_text_follows(report: Print) -> None:
    openers = [page for page in report.pages if page.opens_chapter]

    assert len(openers) > 3
    for page in openers:
        assert min(page.body, key=lambda line: line.top).bold
        assert len(page.body) > 3


def test_nothing_leaves_its_frame(report: Print) -> None:
    out = []
    for page in report.pages:
        left, top, right, bottom = page.frame
        assert right - left > 300
        assert bottom - top > 500
        out += [
            f"page {page.number}: {line.text}"
            for line in page.body
            if line.left < left - SLACK
            or line.right > right + SLACK
            or line.top < top - SLACK
            or line.bottom > bottom + SLACK
        ]
    assert out == []


def test_the_header_says_whose_report_it_is_and_where_one_is(report: Print) -> None:
    """Below each other: side by side they would be read as one line of text."""
    assert len(report.pages) > 10
    for page in report.pages[1:]:
        subject, label = sorted(page.header, key=lambda line: line.top)
        assert subject.left == pytest.approx(label.left, abs=0.5), page.number
        assert label.top - subject.top > 5, page.number


def test_the_footer_holds_one_line_that_does_not_collide(report: Print) -> None:
    assert len(report.pages) > 10
    for page in report.pages:
        assert len({round(line.top) for line in page.footer}) == 1, page.number
        gaps = pairwise(sorted(page.footer, key=lambda line: line.left))
        assert all(one.right < next_one.left for one, next_one in gaps), page.number


def test_no_page_is_nearly_empty(report: Print) -> None:
    """But the last of a chapter."""
    followed = [page for page, following in pairwise(report.pages) if not following.opens_chapter]

    assert followed
    assert {page.number: round(page.fill, 2) for page in followed if page.fill < SCANTY} == {}


def test_no_page_holds_a_line_or_two(report: Print) -> None:
    rows = {page.number: len({round(line.top / 3) for line in page.body}) for page in report.pages}

    assert max(rows.values()) > 10
    assert {number: count for number, count in rows.items() if count < 3} == {}


def test_every_letter_has_a_picture(report: Print) -> None:
    glyphs = report.glyphs

    assert glyphs.total() > 5000
    assert {chr(code) for code, missing in glyphs if missing or chr(code) == "\ufffd"} == set()
    assert "\ufffd" not in "".join(report.text(page.number) for page in report.pages)
