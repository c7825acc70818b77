"""Forty texts that some reader could obey, in every field of an answers file: they stay texts."""

# ruff: noqa: RUF001 - signs that look like others are the point

from __future__ import annotations

import importlib
import json
import re
from collections import Counter
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from omniaudit.engine.scoring import score
from omniaudit.render import html, pdf
from omniaudit.report.build import build, planned
from omniaudit.report.document import Document
from omniaudit.resources import folder
from tests.render.test_html import Page
from tests.render.typed import OURS, everywhere, read_back

INJECTIONS = (
    "<script>alert(1)</script>",
    "<img src=http://127.0.0.1/a.png onerror=alert(1)>",
    "<a href='javascript:alert(1)'>a</a>",
    "<a href='file:///etc/passwd'>b</a>",
    "<a rel=attachment href='file:///etc/passwd'>c</a>",
    "<link rel=attachment href='file:///etc/passwd'>",
    "<link rel=stylesheet href='http://127.0.0.1/a.css'>",
    "<style>@import 'http://127.0.0.1/b.css';</style>",
    "</style><style>*{background:url(http://127.0.0.1/c)}",
    "</title><svg onload=alert(1)><image href='file:///etc/passwd'/></svg>",
    "<svg><use href='http://127.0.0.1/d.svg#x'/></svg>",
    "<iframe src='http://127.0.0.1/e'></iframe>",
    "<object data='file:///etc/passwd'></object>",
    "<embed src='file:///etc/passwd'>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1/f'>",
    "<base href='http://127.0.0.1/'>",
    "<form action='http://127.0.0.1/g'><input name=h></form>",
    "</td></tr></table></body></html><p>after</p>",
    '"><img src=x>',
    "' onmouseover='alert(1)",
    '" style="background:url(http://127.0.0.1/i)"',
    "]]><img src=j>",
    "<![CDATA[<img src=k>]]>",
    "<!-- --><img src=l><!--",
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "&lt;img src=m&gt; &#60;img src=n&#62; &amp;lt;",
    "{{ 7*7 }}{{ ''.__class__.__mro__ }}",
    "{% include 'styles/page.css' %}{# gone #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "%s %d %n %(title)s {0} {title}",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://127.0.0.1/o www.x.example someone@x.example",
    'url("asset:fonts/Inter-Regular.woff2")',
    "a\u202ecod.exe\u202c b\u2066c\u2069",
    "＜script＞ ‹img src=p› ﹤b﹥",
    "null None NaN undefined ~ \\0 \\x00 %00",
    "\\u003cscript\\u003e \\3c b \\26lt;",
    "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    "/Type /Action /S /URI ) Tj ET endstream endobj (",
)
pymupdf: Any = importlib.import_module("pymupdf")  # as in printed.py
EACH = 8
"""So many of them stand in one note."""
FONTS = {
    f"asset:fonts/{path.name}" for path in (folder("report_templates") / "fonts").glob("*.woff2")
}


def some(place: int) -> str:
    """What is typed into one field: another part of the texts in each."""
    return " | ".join(INJECTIONS[(place * 7 + turn) % len(INJECTIONS)] for turn in range(EACH))


def harmless(place: int) -> str:
    """The same with an x for every sign but letters, digits and spaces."""
    return re.sub(r"[^\w ]|_", "x", some(place))


def document(words: Any) -> Document:  # noqa: ANN401 - a function from a number to a text
    """The report on an answers file with these words in all its fields."""
    return build(planned(OURS, score(OURS, read_back(everywhere(words)))))


@pytest.fixture(scope="module")
def injected() -> Document:
    return document(some)


@pytest.fixture(scope="module")
def page(injected: Document) -> Page:
    return Page(html.render(injected))


@pytest.fixture(scope="module")
def asked() -> list[Any]:
    """The fetchers of the PDF, once it is made."""
    return []


@pytest.fixture(scope="module")
def reader(injected: Document, asked: list[Any]) -> PdfReader:
    made = pdf.asset_fetcher

    def keep(*given: Any) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        asked.append(made(*given))
        return asked[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "asset_fetcher", keep)
        return PdfReader(BytesIO(pdf.render(injected)))


def test_all_forty_are_in_every_part() -> None:
    assert len(set(INJECTIONS)) == 40
    fields = [some(place) for place in range(60)]
    assert all(sum(each in field for field in fields) >= 8 for each in INJECTIONS)


@pytest.mark.parametrize("text", INJECTIONS)
def test_each_is_printed_as_it_was_typed(text: str, page: Page) -> None:
    visible = re.sub("[\u202a-\u202e\u2066-\u2069]", "", text)

    assert " ".join(visible.split()) in page.text


def test_no_element_and_no_attribute_comes_of_them(page: Page) -> None:
    plain = Page(html.render(document(harmless)))

    assert len(page.elements) > 1_000
    assert {tag for tag, _ in page.elements} == {tag for tag, _ in plain.elements}
    assert Counter(json.dumps(each) for each in page.elements) == Counter(
        json.dumps(each) for each in plain.elements
    )
    assert not page.faults


def test_nothing_is_fetched(reader: PdfReader, asked: list[Any]) -> None:
    assert len(reader.pages) > 10
    assert len(asked) == 1
    assert set(asked[0].asked) <= FONTS
    assert asked[0].asked
    assert asked[0].refused == []


def count(reader: PdfReader) -> int:
    """One more than the highest number of an object."""
    return int(str(reader.trailer["/Size"]))


def test_nothing_is_attached_linked_or_run(reader: PdfReader) -> None:
    catalogue = reader.root_object

    assert not any("/Annots" in page or "/AA" in page for page in reader.pages)
    assert not {"/EmbeddedFiles", "/JavaScript"} & set(catalogue.get("/Names", {}))
    assert not {"/OpenAction", "/AA", "/AF", "/AcroForm", "/URI"} & set(catalogue)
    objects: list[Any] = [reader.get_object(number) for number in range(1, count(reader))]
    kinds = {each.get("/S") for each in objects if hasattr(each, "get")}
    assert "/P" in kinds
    assert not {"/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm"} & kinds


def test_they_are_in_the_pdf_as_text(reader: PdfReader) -> None:
    text = "".join(page.get_text() for page in pymupdf.open(stream=reader.stream))
    found = re.sub(r"[\s-]", "", text)

    for each in ("<script>alert(1)</script>", "{{7*7}}", "<embedsrc='file:///etc/passwd'>"):
        assert each in found
