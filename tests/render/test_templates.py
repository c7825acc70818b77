"""Templates of one's own: trusted, beside ours, in a sandbox, with limits, told by line."""

from __future__ import annotations

import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from omniaudit.problems import InputRejected, Untrusted
from omniaudit.render import html, pdf, templates
from omniaudit.render.addresses import check
from omniaudit.render.page import fill
from omniaudit.report.document import Document
from omniaudit.resources import folder, sample_file
from tests.cli.runner import omniaudit
from tests.render.sample import SAMPLE
from tests.report import cases
from tests.report.cases import CASES

OURS = folder("report_templates")
PAGE = "<html lang='en'><title>T</title><body><p>{{ document.title }}</p>%s</body></html>"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty folder of templates."""
    made = tmp_path / "house"
    made.mkdir()
    return made


def refusal(own: Path, body: str) -> str:
    """What is said of a page with this in it."""
    (own / "report.html.j2").write_text(PAGE % body, "utf-8")
    with pytest.raises(InputRejected) as caught:
        html.render(SAMPLE, own)
    return str(caught.value)


def test_an_empty_folder_gives_our_own_page(own: Path) -> None:
    assert html.render(SAMPLE, own) == html.render(SAMPLE, OURS)


def test_one_file_may_be_replaced_alone(own: Path) -> None:
    (own / "styles").mkdir()
    (own / "styles/brand.css").write_text("h1 { color: #123456; }", "utf-8")

    assert "color: #123456" in html.render(SAMPLE, own)
    assert "color: #123456" not in html.render(SAMPLE, OURS)


def test_a_page_of_one_s_own_is_escaped_like_ours(own: Path) -> None:
    (own / "report.html.j2").write_text("{{ '<b>' }}{{ '<i>'|safe }}", "utf-8")

    assert html.render(SAMPLE, own) == "&lt;b&gt;<i>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ ''.__class__.__mro__ }}", "report.html.j2:1:1: T953"),
        ("{{ cycler.__init__.__globals__.os }}", "unsafe"),
        ("{{ lipsum.__globals__ }}", "unsafe"),
        ("{% set held = [] %}{{ held.append(1) }}", "unsafe"),
        ("{% include '../secret.j2' %}", "secret"),
        ("{% include '/etc/passwd' %}", "passwd"),
        ("\n\n{{ nothing_of_that_name }}", "report.html.j2:3:1: T953"),
        ("\n{% if %}", "report.html.j2:2:1: T953"),
        ("{{ 1 / 0 }}", "division"),
        ("{{ 'a' * 10 ** 11 }}", "memory"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion"),
    ],
)
def test_what_a_template_must_not_is_told(own: Path, body: str, said: str) -> None:
    (own.parent / "secret.j2").write_text("secret", "utf-8")

    assert said in refusal(own, body)


def test_an_endless_loop_is_ended(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "SECONDS", 1)
    limits = resource.getrlimit(resource.RLIMIT_CPU), resource.getrlimit(resource.RLIMIT_AS)
    loop = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"

    assert "more than 1 seconds" in refusal(own, loop)
    assert limits == (
        resource.getrlimit(resource.RLIMIT_CPU),
        resource.getrlimit(resource.RLIMIT_AS),
    )
    assert signal.getsignal(signal.SIGXCPU) is signal.SIG_DFL


def test_a_template_behind_a_link_counts_as_none(own: Path) -> None:
    elsewhere = own.parent / "elsewhere.j2"
    elsewhere.write_text("elsewhere", "utf-8")
    (own / "linked.j2").symlink_to(elsewhere)

    assert "linked.j2" in refusal(own, "{% include 'linked.j2' %}")


def test_fonts_and_pictures_of_the_folder_are_used(own: Path) -> None:
    (own / "images").mkdir()
    (own / "images/mark.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9'/></svg>",
        "utf-8",
    )
    (own / "report.html.j2").write_text(
        PAGE % '<img src="asset:images/mark.svg" alt="mark">', "utf-8"
    )

    assert 'src="data:image/svg+xml;base64,' in html.render(SAMPLE, own)
    assert pdf.render(SAMPLE, own).startswith(b"%PDF")


FOREIGN = {
    "a file": '<img src="file:///etc/passwd" alt="x">',
    "a picture of the network": '<img src=http://127.0.0.1/x.png alt="x">',
    "a picture without a scheme": '<img src="//127.0.0.1/x.png" alt="x">',
    "a picture beside the report": '<img src="x.png" alt="x">',
    "a picture in the page": '<img src="data:image/png;base64,AAAA" alt="x">',
    "several pictures": '<img srcset="http://127.0.0.1/x.png 2x" alt="x">',
    "another template": '<img src="asset:images/../report.html.j2" alt="x">',
    "a template as picture": '<img src="asset:report.html.j2" alt="x">',
    "no double quotes": "<img src='asset:images/mark.svg' alt='x'>",
    "a style sheet": '<link rel="stylesheet" href="http://127.0.0.1/a.css">',
    "another base": '<base href="http://127.0.0.1/">',
    "a style": "<style>p { background: url(http://127.0.0.1/x.png) }</style>",
    "a style in quotes": """<style>p { background: URL( 'http://127.0.0.1/x.png') }</style>""",
    "a style between comments": "<style>/* */ p { background: url(/* */x.png) }</style>",
    "an import": '<style>@import "http://127.0.0.1/a.css";</style>',
    "a style of an element": """<p style="background: url('http://127.0.0.1/x.png')">A</p>""",
    "a drawing": '<svg><rect fill="url(http://127.0.0.1/a.svg#a)"/></svg>',
    "a picture in a drawing": '<svg><image xlink:href="http://127.0.0.1/x.png"/></svg>',
    "a script": "<script>fetch('http://127.0.0.1')</script>",
    "a frame": '<iframe srcdoc="A"></iframe>',
    "an event": """<p onclick="fetch('x')">A</p>""",
    "another page": '<meta http-equiv="refresh" content="0;url=http://127.0.0.1">',
}


@pytest.mark.parametrize("render", [html.render, pdf.render])
@pytest.mark.parametrize("what", FOREIGN)
def test_a_page_that_asks_for_more_is_none(
    own: Path, what: str, render: Callable[[Document, Path], object]
) -> None:
    (own / "report.html.j2").write_text(PAGE % f"\n{FOREIGN[what]}", "utf-8")
    with pytest.raises(InputRejected, match=r"report\.html\.j2:2:1: T953 .*is refused"):
        render(SAMPLE, own)


@pytest.mark.parametrize("render", [html.render, pdf.render])
@pytest.mark.parametrize("name", ["images/none.png", "fonts/none.ttf", "brand/logo"])
def test_what_is_missing_is_told_where_it_is_asked_for(
    own: Path, name: str, render: Callable[[Document, Path], object]
) -> None:
    (own / "styles").mkdir()
    (own / "styles/brand.css").write_text(f'p {{}}\n\np {{ src: url("asset:{name}"); }}', "utf-8")
    missing = rf"styles/brand\.css:3:1: T953 .*`asset:{name}` is missing"
    with pytest.raises(InputRejected, match=missing):
        render(SAMPLE, own)


def test_an_address_that_is_put_together_is_told_of_the_folder(own: Path) -> None:
    said = refusal(own, """<img src="{{ 'ht' ~ 'tp' }}://127.0.0.1" alt="x">""")

    assert said.startswith(f"{own}: T953")
    assert "`http://127.0.0.1` is refused" in said


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="https://threeways.example">A</a></p>',
        '<p id="a"><a href="#a">A</a></p><svg><rect fill="url(#b)"/></svg>',
        "<p>url(http://127.0.0.1) and @import 'x'</p>",
        "<style>/* url(http://127.0.0.1) */ p { color: red }</style>",
    ],
)
def test_what_asks_for_nothing_is_let_through(own: Path, body: str) -> None:
    (own / "report.html.j2").write_text(PAGE % body, "utf-8")

    assert body in html.render(SAMPLE, own)


@pytest.mark.parametrize("made", sorted(CASES)[:3])
def test_our_own_page_would_be_let_through(own: Path, made: str) -> None:
    page = fill(cases.made(made).document, OURS)

    assert page.count("asset:") >= 4
    check(page, own, ())


def test_a_faulty_page_of_ours_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "fill", lambda *_: "<html lang='en'><img src='file:///x' alt='x'>")
    with pytest.raises(pdf.Fault, match="refused: file:///x"):
        pdf.render(SAMPLE, OURS)


@pytest.mark.parametrize("name", ["none", "house/file", "\0", "x" * 5_000])
def test_a_folder_that_is_none_is_told(own: Path, name: str) -> None:
    (own / "file").write_text("", "utf-8")
    with pytest.raises(InputRejected, match="T952"):
        templates.opened(str(own.parent / name), trusted=True)


@pytest.mark.parametrize("name", ["", "typo.css", "brand.css", "style/brand.css", "fonts/A.ttf"])
def test_a_folder_that_replaces_nothing_is_told(own: Path, name: str) -> None:
    if name:
        (own / name).parent.mkdir(exist_ok=True)
        (own / name).write_text("h1 {}", "utf-8")
    with pytest.raises(InputRejected, match="T954") as caught:
        templates.opened(str(own), trusted=True)

    assert ("`brand.css` belongs in `styles/`." in str(caught.value)) == (name == "brand.css")


def test_a_folder_that_replaces_one_file_will_do(own: Path) -> None:
    (own / "styles").mkdir()
    (own / "styles/brand.css").write_text("h1 {}", "utf-8")

    assert templates.opened(str(own), trusted=True) == own


def test_nothing_is_run_that_nobody_trusts(own: Path) -> None:
    with pytest.raises(Untrusted, match=r"T951 .*--trust"):
        templates.opened(str(own), trusted=False)


def test_the_command_says_so_and_writes_nothing(own: Path) -> None:
    output = own.parent / "report.pdf"
    asked = ("report", str(sample_file()), "-o", str(output), "--template", str(own))
    (own / "report.html.j2").write_text("{{ nothing }}", "utf-8")
    untrusted, faulty = omniaudit(*asked), omniaudit(*asked, "--trust")
    other = omniaudit(*asked[:3], str(output.with_suffix(".md")), *asked[4:], "--trust")

    assert (untrusted.code, untrusted.codes) == (8, ["T951"])
    assert (faulty.code, faulty.codes) == (4, ["T953"])
    assert (other.code, other.codes) == (2, ["U701"])
    assert sorted(each.name for each in own.parent.iterdir()) == ["house"]


def test_a_template_that_no_file_can_be_named_like_is_told_where_it_is_asked_for(own: Path) -> None:
    (own / "report.html.j2").write_text(f"<p>\n{{% include '{'x' * 300}' %}}", "utf-8")

    for render in (pdf.render, html.render):
        with pytest.raises(InputRejected, match=r"report\.html\.j2:2:1: T953 .*too long"):
            render(SAMPLE, own)
