"""The PDF: words, metadata, fonts, tags, the same bytes, nothing fetched, no complaint."""

from __future__ import annotations

import ctypes.util
import gc
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from pypdf import PdfReader
from pypdf.generic import NullObject

from omniaudit.model.brand import Brand
from omniaudit.problems import Unavailable
from omniaudit.render import pdf, typesetting
from omniaudit.render.page import fill
from omniaudit.resources import sample_file
from tests.render.sample import SAMPLE
from tests.render.test_html import HOSTILE, poisoned

TEMPLATES = Path(__file__).parents[2] / "report_templates"
SHORT = replace(SAMPLE, sections=SAMPLE.sections[:1])
FONTS = {
    "asset:fonts/Inter-Regular.woff2",
    "asset:fonts/Inter-Medium.woff2",
    "asset:fonts/Inter-SemiBold.woff2",
    "asset:fonts/InterDisplay-SemiBold.woff2",
}


@pytest.fixture(autouse=True, scope="module")
def nothing_passed_over() -> Iterator[None]:
    """A warning of WeasyPrint is a fault here, as an error is everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "SILENT", logging.WARNING)
        yield


@pytest.fixture
def fetchers(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The fetchers that rendering makes, with what each was asked for."""
    made: list[Any] = []
    original = pdf.asset_fetcher

    def keep(*of: Any) -> Any:  # noqa: ANN401 - WeasyPrint has no types
        made.append(original(*of))
        return made[-1]

    monkeypatch.setattr(pdf, "asset_fetcher", keep)
    return made


@pytest.fixture(scope="module")
def sample_bytes() -> bytes:
    return pdf.render(SAMPLE, TEMPLATES)


@pytest.fixture(scope="module")
def reader(sample_bytes: bytes) -> PdfReader:
    return PdfReader(BytesIO(sample_bytes))


def structure(node: Any) -> Iterator[Any]:  # noqa: ANN401 - pypdf types no depth
    """Every element of the tag tree."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from structure(child)
    elif hasattr(node, "get"):
        yield node
        if "/K" in node:
            yield from structure(node["/K"])


def elements(reader: PdfReader, tag: str) -> list[Any]:
    root: Any = reader.root_object
    return [node for node in structure(root["/StructTreeRoot"]["/K"]) if node.get("/S") == tag]


def test_words_are_in_it(reader: PdfReader) -> None:
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "Libreria Aurora is multichannel",
        "Not known: the level was not answered",
        "The journey breaks here",
        "Service-level and complaint consistency",
        "Chosen among several",
        "Page 1 of 8",
        "Confidential: for the owner of Libreria Aurora only",
    ):
        assert words in text.replace("\u00a0", " ")


def test_metadata_names_the_report_and_no_one_else(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert reader.metadata.title == SAMPLE.title
    assert reader.metadata.subject == SAMPLE.subject
    assert reader.metadata.author is None
    assert str(reader.metadata["/CreationDate"]) == "D:20260314"
    assert str(reader.root_object["/Lang"]) == "en"
    assert reader.xmp_metadata is not None


def test_no_day_without_one() -> None:
    undated = PdfReader(BytesIO(pdf.render(replace(SHORT, created=""), TEMPLATES)))
    assert undated.metadata is not None
    assert "/CreationDate" not in undated.metadata
    odd = PdfReader(BytesIO(pdf.render(replace(SHORT, created="14 March"), TEMPLATES)))
    assert odd.metadata is not None
    assert "/CreationDate" not in odd.metadata


def test_sections_are_bookmarks(reader: PdfReader) -> None:
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles == [section.label for section in SAMPLE.sections]


def test_fonts_are_inside(reader: PdfReader) -> None:
    names = set()
    pages: list[Any] = list(reader.pages)
    for page in pages:
        for font in page["/Resources"].get_object()["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            names.add(inner["/BaseFont"].split("+")[1])
            assert {"/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())
    assert {"Inter", "Inter-Medium", "Inter-Semi-Bold", "Inter-Display-Semi-Bold"} == names


def test_every_drawing_has_a_description(reader: PdfReader) -> None:
    drawings = elements(reader, "/Figure")
    assert len(drawings) > 50
    assert all(drawing.get("/Alt") for drawing in drawings)


def test_every_header_says_what_it_heads(reader: PdfReader) -> None:
    scopes = [cell["/A"].get("/Scope") for cell in elements(reader, "/TH")]
    assert set(scopes) == {"/Column", "/Row"}


def test_running_heads_and_feet_are_no_content(reader: PdfReader) -> None:
    page: Any = reader.pages[1]
    drawn = page.get_contents().get_data().decode("latin-1")
    root: Any = reader.root_object
    owners = root["/StructTreeRoot"]["/ParentTree"]["/Nums"][3].get_object()

    assert drawn.count("/Artifact\n<</Type /Pagination>>\nBDC") >= 3
    assert sum(isinstance(owner.get_object(), NullObject) for owner in owners) >= 3
    assert len(owners) > 10


def test_no_tag_is_empty(reader: PdfReader) -> None:
    found = [node for tag in ("/Span", "/P", "/Div") for node in elements(reader, tag)]

    assert len(found) > 100
    assert all(node.get("/K") for node in found)


def test_a_warning_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "fill", lambda *_: "<html lang='en'><p style='colour: red'>x")
    with pytest.raises(pdf.Fault, match="colour"):
        pdf.render(SHORT, TEMPLATES)


def test_same_bytes_twice(sample_bytes: bytes) -> None:
    assert pdf.render(SAMPLE, TEMPLATES) == sample_bytes
    assert pdf.render(replace(SHORT, created=""), TEMPLATES) == pdf.render(
        replace(SHORT, created=""), TEMPLATES
    )


def test_only_our_fonts_are_asked_for(fetchers: list[Any]) -> None:
    pdf.render(SAMPLE, TEMPLATES)
    assert len(fetchers) == 1
    assert set(fetchers[0].asked) == FONTS


@pytest.mark.parametrize("poison", HOSTILE)
def test_hostile_text_fetches_nothing(poison: str, fetchers: list[Any]) -> None:
    reader = PdfReader(BytesIO(pdf.render(poisoned(SHORT, poison), TEMPLATES)))
    assert set(fetchers[0].asked) == FONTS
    assert not any("/Annots" in page for page in reader.pages)
    assert "/EmbeddedFiles" not in reader.root_object.get("/Names", {})


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/",
        "data:text/css,*{}",
        "asset:styles/page.css",
        "asset:fonts/../styles/page.css",
        "asset:fonts/Inter-LICENSE.txt",
    ],
)
def test_fetcher_refuses_all_else(address: str) -> None:
    fetcher = pdf.asset_fetcher(TEMPLATES)
    with pytest.raises(ValueError, match="refused"):
        fetcher.fetch(address)
    assert fetcher.asked == [address]


@pytest.mark.parametrize("language", ["it", "ro", "de"])
def test_long_words_of_other_languages(language: str) -> None:
    long = "Înțelegerea și măsurarea așteptărilor, Omnikanalfähigkeitsbewertungsverfahren ✓ →"
    reader = PdfReader(
        BytesIO(pdf.render(replace(poisoned(SHORT, long), language=language), TEMPLATES))
    )
    text = "".join(page.extract_text() for page in reader.pages)
    assert {"ț", "ș", "ă", "Î", "✓", "→"} <= set(text)


def test_styles_that_are_left_out_change_nothing(
    sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = typesetting.source_of
    kinds: list[str] = []

    def source_of(page: str, fetcher: Any, *, ours: bool) -> Any:  # noqa: ANN401 - no types
        kinds.append(f"{type(whole(page, fetcher, ours=ours)).__name__} was {ours}")
        return whole(page, fetcher, ours=False)

    monkeypatch.setattr(typesetting, "source_of", source_of)

    assert pdf.render(SAMPLE, TEMPLATES) == sample_bytes
    assert kinds == ["Page was True"]


def test_a_page_of_one_s_own_may_have_footnotes(tmp_path: Path) -> None:
    body = "<p>Above<span style='float: footnote'>below</span></p>"
    page = f"<html lang='en'><title>T</title><body>{body}</body></html>"
    (tmp_path / "report.html.j2").write_text(page, "utf-8")
    text = PdfReader(BytesIO(pdf.render(SHORT, tmp_path))).pages[0].extract_text()

    assert "Above1" in text
    assert "1. below" in text


def test_our_templates_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    green = replace(SAMPLE, brand=Brand(primary="#006600"))
    first = fill(SAMPLE, TEMPLATES)

    def compiled(*_: object) -> None:
        pytest.fail("a template was compiled again")

    monkeypatch.setattr(Environment, "_generate", compiled)

    assert "#006600" in fill(green, TEMPLATES)
    assert fill(SAMPLE, TEMPLATES) == first
    assert "#006600" not in first


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_report_that_is_ended_leaves_nothing(number: signal.Signals, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    command = [sys.executable, "-P", "-m", "omniaudit", "report", str(sample_file())]
    settings = {**os.environ, "TMPDIR": str(place)}
    with subprocess.Popen([*command, "-o", "report.pdf"], cwd=tmp_path, env=settings) as process:
        while not (begun := list(place.rglob("*"))) and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(number)
        code = process.wait(60)

    assert begun
    assert code == 128 + number
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["temporary"]


def test_fonts_go_when_a_page_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def broken(*_: object, **__: object) -> None:
        seen.extend(tmp_path.iterdir())
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(typesetting, "source_of", broken)
    with pytest.raises(KeyboardInterrupt):
        pdf.render(SHORT, TEMPLATES)

    assert len(seen) == 1
    assert list(tmp_path.iterdir()) == []


def test_collector_is_given_back() -> None:
    assert gc.isenabled()
    with pdf.without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_assembly_search_is_given_back() -> None:
    search = ctypes.util.find_library
    with pdf.direct_library_names():
        assert (ctypes.util.find_library("c") is None) == (sys.platform == "linux")
    assert ctypes.util.find_library is search


def test_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Missing:
        """Stands in the way of the import, as a missing Pango does."""

        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                print("-----")  # noqa: T201 - WeasyPrint prints its advice
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(Unavailable, match="libpango"):
        pdf.render(SAMPLE, TEMPLATES)
    assert capsys.readouterr().out == ""
