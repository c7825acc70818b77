"""The portfolio as a PDF: accessible, reproducible, laid out well, and harmless."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest
from pypdf import PdfReader

from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.brand import Brand
from omniaudit.render import pdf, portfolio
from omniaudit.render.letterhead import brand_assets
from omniaudit.report.portfolio.build import build_portfolio
from omniaudit.report.portfolio.document import PortfolioDocument
from omniaudit.report.portfolio.tally import Tally
from omniaudit.resources import speaking
from tests.engine.sheets import ONES
from tests.goldens import Goldens
from tests.languages.catalogues import LANGUAGES
from tests.render.printed import PAGE_OF, Print
from tests.render.test_businesses import CRASHES_IN_PDFUA, as_text
from tests.render.test_page_layout import SLACK, headings, stranded
from tests.report.portfolio.batches import mixed, shop, tally

SIZES = (7, 60, 61, 2_000)
PRINTS = (
    *((size, "en") for size in SIZES),
    *((size, code) for code in LANGUAGES for size in (60, 2_000)),
)
KEPT = (7, 60, 61)
"""Sizes whose text is kept whole."""
SCANTY = 0.3
"""Every page is filled at least so far."""
HOSTILE = (
    "<script>alert(1)</script><img src=http://127.0.0.1/x>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "a\u202eb\u2066c",
    "W" * 200,
    "\u6f22" * 200,
    "asset:fonts/Inter-Regular.woff2 url(file:///etc/passwd)",
    "&amp; &#x41; \x1b]8;;http://127.0.0.1\x07",
    "]]></svg><style>*{display:none}</style>",
)


@pytest.fixture(autouse=True, scope="module")
def nothing_passed_over() -> Iterator[None]:
    """A warning of WeasyPrint is a fault here, as an error is everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "SILENT", logging.WARNING)
        yield


@cache
def counted(size: int) -> Tally:
    return mixed(size)


def worded(found: Tally, code: str = "en", brand: Brand | None = None) -> PortfolioDocument:
    questionnaire = load_questionnaire(in_language=code)
    with speaking(code):
        return build_portfolio(questionnaire, found, *([brand] if brand else []))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("portfolios")


def print_of(size: int, code: str, folder: Path) -> Print:
    """A portfolio, printed when it is first asked for."""
    file = folder / f"{size}-{code}.pdf"
    if not file.exists():
        file.write_bytes(portfolio.render(worded(counted(size), code)))
    return Print(file)


@pytest.fixture(scope="module", params=PRINTS, ids=lambda each: f"{each[0]}-{each[1]}")
def printed(request: pytest.FixtureRequest, folder: Path) -> Print:
    size, code = request.param
    return print_of(size, code, folder)


@pytest.mark.parametrize("size", KEPT)
def test_the_text_is_the_one_that_is_kept(size: int, folder: Path, goldens: Goldens) -> None:
    found = print_of(size, "en", folder)

    assert len(found.pages) > 2
    assert len(found.outline) > 3
    assert found.fonts
    goldens.compare(f"portfolio/{size}.pdf.txt", as_text(found))


def test_every_golden_is_compared(goldens: Goldens) -> None:
    assert goldens.names("portfolio") == {f"portfolio/{size}.pdf.txt" for size in KEPT}


def test_both_checkers_find_it_accessible(printed: Print) -> None:
    heard, judged = outloud.check(str(printed.file)), pdfua.validate(str(printed.file))

    assert heard.error is None
    assert heard.stats["pages"] == len(printed.pages)
    assert heard.stats["elements"] > 100
    assert len([run for run in heard.runs if run.status == "ran"]) > 50
    assert [found for found in heard.findings if found.severity == "error"] == []
    assert len({each.rule_id for each in judged.outcomes if not each.skipped}) > 10
    assert {each.rule_id for each in judged.skipped} <= CRASHES_IN_PDFUA
    assert [each.to_dict() for each in judged.findings] == []


def test_no_heading_is_the_last_of_its_page(printed: Print) -> None:
    seen = [heading for page in printed.pages for heading in headings(page)]

    assert len(seen) > 10
    assert {page.number: stranded(page) for page in printed.pages if stranded(page)} == {}


def test_no_page_is_nearly_empty(printed: Print) -> None:
    assert len(printed.pages) > 2
    assert {page.number: round(page.fill, 2) for page in printed.pages if page.fill < SCANTY} == {}


def test_nothing_leaves_its_frame(printed: Print) -> None:
    assert outside(printed) == []


def outside(found: Print) -> list[str]:
    """Lines that reach into the margins."""
    assert found.pages
    return [
        f"page {page.number}: {line.text}"
        for page in found.pages
        for left, top, right, bottom in [page.frame]
        for line in page.body
        if line.left < left - SLACK
        or line.right > right + SLACK
        or line.top < top - SLACK
        or line.bottom > bottom + SLACK
    ]


def test_every_page_is_numbered_and_says_where_one_is(printed: Print) -> None:
    total = len(printed.pages)
    for page in printed.pages:
        numbers = PAGE_OF.search(" ".join(line.text for line in page.footer))
        assert numbers
        assert numbers.groups() == (str(page.number), str(total))
        gaps = pairwise(sorted(page.footer, key=lambda line: line.left))
        assert all(one.right < other.left for one, other in gaps)
        assert len(page.header) == (2 if page.number > 1 else 0)


def test_every_letter_has_a_picture(printed: Print) -> None:
    glyphs = printed.glyphs

    assert glyphs.total() > 2_000
    assert {chr(code) for code, missing in glyphs if missing or chr(code) == "\ufffd"} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_speaks_the_language(code: str, folder: Path) -> None:
    found = print_of(2_000, code, folder)
    text = "".join(found.text(page.number) for page in found.pages)
    ours = load_questionnaire(in_language=code)

    assert found.document.xref_get_key(found.document.pdf_catalog(), "Lang") == ("string", code)
    assert ours.stages[1].name in text
    assert "2.000" in text
    assert "2,000" not in text
    assert all(each.name.split()[0] in text for each in ours.profiles)


def test_the_file_says_what_it_is_and_nothing_of_the_machine(folder: Path) -> None:
    reader = PdfReader(BytesIO(portfolio.render(worded(counted(7)))))
    assert reader.metadata is not None

    assert reader.metadata.title == worded(counted(7)).title
    assert reader.metadata.subject == "Portfolio of 7 businesses"
    assert reader.metadata.author is None
    assert str(reader.metadata["/CreationDate"]) == "D:20260707"
    found = print_of(7, "en", folder).unpacked()
    assert len(found) > 10_000
    assert str(Path.home()).encode() + b"/" not in found
    assert str(folder).encode() not in found
    assert b".yaml" not in found


def test_undated_answers_make_an_undated_file() -> None:
    reader = PdfReader(BytesIO(portfolio.render(worded(tally([shop(ONES)])))))

    assert reader.metadata is not None
    assert "/CreationDate" not in reader.metadata


@pytest.mark.parametrize("size", [7, 61])
def test_the_same_batch_gives_the_same_bytes(
    size: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = print_of(size, "en", folder).file.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")

    assert portfolio.render(worded(mixed(size))) == kept


def test_no_business_makes_one_page() -> None:
    failed = Tally()
    failed.failed(4)
    reader = PdfReader(BytesIO(portfolio.render(worded(failed))))

    assert len(reader.pages) == 1
    assert "No business could" in reader.pages[0].extract_text()


def test_a_brand_gives_it_its_looks(folder: Path) -> None:
    brand = Brand(name="Harbour Advisers", primary="#7a1f3d", confidentiality="For the board only")
    document = worded(counted(7), brand=brand)
    file = folder / "branded.pdf"
    file.write_bytes(portfolio.render(document))
    text = Print(file).text(1)

    assert "Harbour Advisers" in text
    assert "results of single businesses" in text
    assert "For the board only" not in text
    assert portfolio.render(worded(counted(7)), brand) != portfolio.render(worded(counted(7)))


@pytest.mark.parametrize("count", [len(HOSTILE), 70])
def test_hostile_names_stay_names(
    count: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signs that no font here has are printed as boxes, as in every report."""
    monkeypatch.setattr(pdf, "SILENT", logging.ERROR)
    asked: list[list[str]] = []
    original = pdf.asset_fetcher

    def keep(*of: object) -> object:
        made = original(*of)  # type: ignore[arg-type]
        asked.append(made.asked)
        return made

    monkeypatch.setattr(pdf, "asset_fetcher", keep)
    names = [HOSTILE[place % len(HOSTILE)] for place in range(count)]
    file = folder / f"hostile-{count}.pdf"
    file.write_bytes(portfolio.render(worded(tally(shop(ONES, each) for each in names))))
    found = Print(file)
    text = "".join(found.text(page.number) for page in found.pages)

    assert brand_assets(Brand()) == {}
    assert all(address.startswith("asset:fonts/") for address in asked[0])
    assert len(asked[0]) == len(set(asked[0])) <= 4
    assert "<script>" in text
    assert "{{ 7 * 7 }}" in text
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert outside(found) == []
    reader = PdfReader(file)
    assert not any("/Annots" in page for page in reader.pages)
    assert "/EmbeddedFiles" not in reader.root_object.get("/Names", {})
