"""Brand files: whatever is wrong is told at its line, and nothing is opened that could harm."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from omniaudit.catalogue import CATALOGUE
from omniaudit.load.brand import load_brand
from omniaudit.load.svg_grammar import ATTRIBUTES, ELEMENTS
from omniaudit.load.svg_logos import svg_size
from omniaudit.model.brand import OWN, Brand, without_identity
from omniaudit.model.colours import contrast
from omniaudit.problems import InputRejected, Problem, Untrusted
from omniaudit.resources import sample_file
from tests.load.brand_files import (
    CIRCLE,
    FLAT,
    INTER,
    ROOT,
    SCAN,
    START,
    SVG,
    brand,
    picture,
    two_sizes,
    white_png,
)

PNG, JPEG = picture("png"), picture("jpeg")
WRONG: dict[str, tuple[str, dict[str, bytes | str]]] = {
    "B901 no hexadecimal digits": ("colours: {primary: teal}", {}),
    "B901 three digits": ('colours: {accent: "#abc"}', {}),
    "B901 a way out of the style": ('colours: {accent: "#0e5660;}*{"}', {}),
    "B902 too light": ('colours: {primary: "#ff8800"}', {}),
    "B903 too long a name": (f"name: {'a b ' * 21}", {}),
    "B903 too long a line": (f"confidentiality: {'a b ' * 31}", {}),
    "B903 three lines": ("contact: |\n  one\n  two\n  three", {}),
    "B904 a bell": ('name: "Bell\\a"', {}),
    "B904 an endless word": (f"contact: {'x' * 90}", {}),
    "B905 a folder up": ("logo: ../logo.png", {}),
    "B905 up and down again": ("logo: a/../logo.png", {"logo_png": PNG}),
    "B905 from the root": ("logo: /etc/logo.png", {}),
    "B905 another drive": ("logo: C:logo.png", {}),
    "B906 nothing there": ("logo: logo.png", {}),
    "B906 an endless name": (f"logo: {'x' * 300}.png", {}),
    "B906 an impossible name": ('logo: "a\\u0001/\\u0002.png"', {}),
    "B907 30 megabytes": ("logo: logo.png", {"logo_png": b"\x89PNG\r\n\x1a\n" + bytes(30 << 20)}),
    "B908 another kind of file": ("logo: logo.gif", {"logo_gif": b"GIF89a"}),
    "B908 a PNG by the name of a JPEG": ("logo: logo.jpg", {"logo_jpg": PNG}),
    "B908 a JPEG by the name of a PNG": ("logo: logo.png", {"logo_png": JPEG}),
    "B908 an SVG by the name of a PNG": ("logo: logo.png", {"logo_png": CIRCLE}),
    "B908 text by the name of an SVG": ("logo: logo.svg", {"logo_svg": "hello"}),
    "B908 an empty file": ("logo: logo.png", {"logo_png": b""}),
    "B909 a bomb of 12,000 a side": ("logo: logo.png", {"logo_png": white_png(12000, 12000)}),
    "B909 a thread": ("logo: logo.png", {"logo_png": white_png(100_000, 1)}),
    "B910 half a PNG": ("logo: logo.png", {"logo_png": PNG[: len(PNG) // 2]}),
    "B910 the head of a PNG": ("logo: logo.png", {"logo_png": PNG[:20]}),
    "B910 a PNG with a wrong byte": ("logo: logo.png", {"logo_png": PNG[:60] + b"?" + PNG[61:]}),
    "B910 half a JPEG": ("logo: logo.jpg", {"logo_jpg": JPEG[: len(JPEG) // 2]}),
    "B910 the head of a JPEG": ("logo: logo.jpg", {"logo_jpg": JPEG[:30]}),
    "B910 a JPEG drawn a hundred times": (
        "logo: logo.jpg",
        {"logo_jpg": JPEG[:-2] + b"\xff\xda" * 100},
    ),
    "B910 a PNG without width": ("logo: logo.png", {"logo_png": white_png(0, 1)}),
    "B910 a PNG of two sizes": ("logo: logo.png", {"logo_png": two_sizes(10, 20)}),
    "B910 a JPEG without a size": ("logo: logo.jpg", {"logo_jpg": START + SCAN}),
    "B910 a JPEG of no height": ("logo: logo.jpg", {"logo_jpg": START + FLAT + SCAN}),
    "B910 a JPEG in pieces": ("logo: logo.jpg", {"logo_jpg": START + b"\0\0\0\x04ab"}),
    "B910 sixteen bits": ("logo: logo.png", {"logo_png": picture("png", mode="I;16")}),
    "B911 no SVG": ("logo: logo.svg", {"logo_svg": "<html></html>"}),
    "B906 no such font": (
        "typeface: {name: A, regular: a.ttf, semibold: b.ttf}",
        {"b_ttf": INTER.read_bytes()},
    ),
    "B912 no font": (
        "typeface: {name: A, regular: a.ttf, semibold: b.ttf}",
        {"a_ttf": "nothing", "b_ttf": INTER.read_bytes()},
    ),
    "B912 half a font": (
        "typeface: {name: A, regular: a.ttf, semibold: b.ttf}",
        {"a_ttf": INTER.read_bytes()[:9000], "b_ttf": INTER.read_bytes()},
    ),
    "B914 a colour without quotes": ("colours:\n  primary: #7a1f3d", {}),
    "B914 another one": ('colours:\n  "accent": #1d4f91 # blue', {}),
    "B914 a colour without quotes in brackets": ("colours: {primary: #7a1f3d}", {}),
    "B914 a colour without quotes before another": (
        'colours: {primary: #7a1f3d, accent: "#1d4f91"}',
        {},
    ),
    "B914 a colour without quotes or name": ("colours: #7a1f3d", {}),
    "F104 an endless brand file": (f"name: {'x' * 20_000}", {}),
    "S301 an unknown key": ("colors: {}", {}),
    "S301 an unknown colour": ('colours: {secondary: "#000000"}', {}),
    "S302 a typeface without its bold": (
        "typeface: {name: A, regular: a.ttf}",
        {"a_ttf": INTER.read_bytes()},
    ),
    "S303 a list of logos": ("logo: [a.png]", {}),
    "S305 a typeface that is not shipped": ("typeface: Itner", {}),
    "Y202 an alias": ("name: *x", {}),
}

SVG_WRONG = {
    "a script": f"{SVG}\n<script>alert(1)</script></svg>",
    "an event": f'{SVG}\n<rect onload="alert(1)" width="1" height="1"/></svg>',
    "another picture": f'{SVG}\n<image href="http://127.0.0.1/x.png"/></svg>',
    "a picture in the address": f'{SVG}\n<image href="data:image/png;base64,AAAA"/></svg>',
    "a copy": f'{SVG}\n<use href="#a"/></svg>',
    "a link": f'{SVG}\n<a href="http://example.org"/></svg>',
    "a style sheet": f'{SVG}\n<style>@import "http://127.0.0.1";</style></svg>',
    "a foreign object": f"{SVG}\n<foreignObject/></svg>",
    "a movement": f"{SVG}\n<animate/></svg>",
    "letters": f"{SVG}\n<text>A</text></svg>",
    "a filter": f'{SVG}\n<rect filter="url(#a)"/></svg>',
    "an address": f'{SVG}\n<rect fill="url(http://127.0.0.1/#a)"/></svg>',
    "an address in a style": f'{SVG}\n<rect style="fill:red;fill:url(file:///a)"/></svg>',
    "a disguised address": f'{SVG}\n<rect style="fill:u\\72l(http://a)"/></svg>',
    "a background": f'{SVG}\n<rect style="background:red"/></svg>',
    "a number without measure": f'{SVG}\n<rect width="1e99"/></svg>',
    "no number": f'{SVG}\n<rect width="NaN"/></svg>',
    "a path that stops": f'{SVG}\n<path d="M0 0L1"/></svg>',
    "points that are odd": f'{SVG}\n<polygon points="1 2 3"/></svg>',
    "a style sheet before it": f'<?xml-stylesheet href="a.css"?>{SVG}</svg>',
    "another root": '<g xmlns="http://www.w3.org/2000/svg"/>',
    "one in another": f"{SVG}\n{SVG}</svg></svg>",
    "another namespace": '<svg xmlns="http://example.org" viewBox="0 0 1 1"/>',
    "a prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "no namespace": '<svg viewBox="0 0 1 1"/>',
    "no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "no height": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 0"/>',
    "a thread": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 5000 1"/>',
    "a desert": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e12 1e12"/>',
    "a size in parts": '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="9"/>',
    "a crowd": SVG + '\n<rect width="1"/>' * 2_000 + "</svg>",
    "a well": SVG + "\n<g>" * 20 + "</g>" * 20 + "</svg>",
    "a crowd of effects": SVG + '\n<rect opacity=".5"/>' * 300 + "</svg>",
    "effects of effects": f'{SVG}<clipPath id="a">{"<rect/>" * 100}</clipPath>'
    + '\n<rect clip-path="url(#a)"/>' * 100
    + "</svg>",
    "a clip of clips": f'{SVG}\n<clipPath id="a"><g clip-path="url(#a)"/></clipPath></svg>',
    "a clip of itself": f'{SVG}\n<clipPath id="a" clip-path="url(#a)"><rect/></clipPath></svg>',
    "a clip that is long": f'{SVG}<clipPath id="a"><path d="M{"1 " * 4_000}"/></clipPath>'
    + '\n<rect clip-path="url(#a)"/>' * 100
    + "</svg>",
    "letters of many bytes": f'<?xml version="1.0" encoding="shift_jis"?>{CIRCLE}',
    "letters of mail": f'<?xml version="1.0" encoding="utf-7"?>{CIRCLE}',
    "letters of addresses": f'<?xml version="1.0" encoding="idna"?>{CIRCLE}',
    "an endless path": f'{SVG}\n<path d="M{"1 " * 40_000}"/></svg>',
    "too many bytes": f"{SVG}{' ' * 300_000}</svg>",
    "laughs": '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n' + SVG + "&b;</svg>",
    "an outer entity": '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    + SVG
    + "&a;</svg>",
    "a document type": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://a/b.dtd">' + CIRCLE,
    "no end": f"{SVG}\n<g>",
    "two roots": CIRCLE + CIRCLE,
}


def problems(file: str, *, trusted: bool = True) -> tuple[Problem, ...]:
    with pytest.raises(InputRejected) as rejected:
        load_brand(file, trusted=trusted)
    return rejected.value.problems


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_told_at_its_line(name: str, tmp_path: Path) -> None:
    text, beside = WRONG[name]
    lead = "" if name.startswith("F104") else "confidentiality: ours\n"
    lead = lead.replace("confidentiality", "name") if text.startswith("conf") else lead
    started = time.perf_counter()
    (found,) = problems(brand(tmp_path, lead + text, **beside))

    assert time.perf_counter() - started < 2
    assert found.code == name[:4]
    assert found.place.line == (0 if not lead else 3 if ":\n" in text and "B914" in name else 2)
    assert found.severity == "error"
    assert str(found).isprintable()


def test_every_code_of_brand_files_has_a_wrong_one() -> None:
    codes = {code for code in CATALOGUE if code.startswith("B")}

    assert len(codes) > 10
    elsewhere = {"B913", "B915", "B916", "B917", "B918"}
    assert codes == {name[:4] for name in WRONG if name.startswith("B")} | elsewhere


@pytest.mark.parametrize("text", ["", "# name: Three Ways Advisory\n", "\ufeff"])
def test_an_empty_brand_file_is_told(text: str, tmp_path: Path) -> None:
    (found,) = problems(brand(tmp_path, text))

    assert (found.code, found.place.line) == ("B916", 0)
    assert "docs/brand-file.md" in found.remedy


def test_a_folder_is_no_brand_file(tmp_path: Path) -> None:
    assert [each.code for each in problems(str(tmp_path))] == ["B915"]


def test_an_answers_file_is_no_brand_file(tmp_path: Path) -> None:
    long = f"{sample_file().read_text('utf-8')}# {'x' * 20_000}\n"

    assert [each.code for each in problems(str(sample_file()))] == ["B917"]
    assert [each.code for each in problems(brand(tmp_path, long))] == ["B917"]


def test_what_has_to_be_in_quotes_is_shown_in_quotes(tmp_path: Path) -> None:
    one, two = problems(brand(tmp_path, "colours:\n  primary: #7a1f3d\n  accent: #1d4f91"))

    assert (one.code, two.code) == ("B914", "B914")
    assert 'in quotes: `primary: "#7a1f3d"`.' in one.remedy
    assert 'in quotes: `accent: "#1d4f91"`.' in two.remedy


@pytest.mark.parametrize(
    "text",
    [
        "colours:\n  primary: # ours",
        "colours: # not yet",
        "# colours: {primary: #7a1f3d}",
        "contact: |\n  accent: #1d4f91",
        'colours: {primary: "#7a1f3d"} # not primary: #ffffff',
    ],
)
def test_an_ordinary_comment_stays_one(text: str, tmp_path: Path) -> None:
    assert load_brand(brand(tmp_path, f"name: A\n{text}")).name == "A"


def test_whoever_names_another_typeface_hears_of_own_fonts(tmp_path: Path) -> None:
    (found,) = problems(brand(tmp_path, "typeface: Arial"))

    assert "Inter, or name font files of your own" in found.remedy


@pytest.mark.parametrize("name", SVG_WRONG)
def test_a_wrong_svg_is_refused_with_its_line(name: str, tmp_path: Path) -> None:
    started = time.perf_counter()
    (found,) = problems(brand(tmp_path, "logo: logo.svg", logo_svg=SVG_WRONG[name]))

    assert time.perf_counter() - started < 2
    assert found.code == "B911"
    assert found.place.line == 1
    assert re.match(r"Line [1-9]\d* of `logo\.svg`: .+ is not allowed in a logo\.$", found.message)


def test_the_line_of_the_svg_is_the_right_one(tmp_path: Path) -> None:
    (found,) = problems(brand(tmp_path, "logo: a.svg", a_svg=f"{SVG}\n\n<g>\n<script/></g></svg>"))

    assert found.message == "Line 4 of `a.svg`: `<script>` is not allowed in a logo."


def test_what_could_reach_out_is_on_no_list() -> None:
    assert {"svg", "path", "stop"} <= ELEMENTS
    assert not ELEMENTS & {"a", "image", "use", "script", "style", "text", "filter", "animate"}
    assert "fill" in ATTRIBUTES
    assert not [each for each in ATTRIBUTES if each.startswith("on") or "href" in each]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M6 6c18 0 20 14 34 14z" fill="none" stroke="#123" stroke-width="2px"/>',
        '<path d="M.5.5-1-1a2 2 0 012 2A1 1 0 1 1 3,4"/><polygon points="1,2 3,4"/>',
        '<g style="fill:#7a1f3d;fill-rule:evenodd" transform="translate(1 2) rotate(45)"><g/></g>',
        '<linearGradient id="a"><stop offset="10%" stop-color="red"/></linearGradient>',
        '<linearGradient id="a"/><rect fill="url(#a)" rx="2" width="10" height="10"/>',
        '<title>Name &amp; more</title><desc>x</desc><defs/><circle r="1" opacity=".5"/>',
    ],
)
def test_an_ordinary_svg_is_taken(inside: str) -> None:
    assert svg_size(f"{SVG}\n{inside}</svg>".encode()) == (60, 20)


def test_names_of_other_vocabularies_are_passed_over() -> None:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'

    assert svg_size(CIRCLE.replace("<svg ", f"<svg {link} ").encode()) == (60, 20)


def test_a_folder_that_cannot_be_followed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loop(*_: object, **__: object) -> Path:
        raise RuntimeError("Symlink loop")

    monkeypatch.setattr(Path, "resolve", loop)
    (found,) = problems(brand(tmp_path, "logo: logo.png"))

    assert (found.code, "its name cannot be used" in found.message) == ("B906", True)


def test_all_problems_are_told_together(tmp_path: Path) -> None:
    text = "nmae: A\nlogo: ../x.png\ncolours:\n  primary: red\n  accent: '#ffffff'\ntypeface: Arial"
    found = problems(brand(tmp_path, text))

    assert [(each.code, each.place.line) for each in found] == [
        ("S301", 1),
        ("B905", 2),
        ("B901", 4),
        ("B902", 5),
        ("S305", 6),
    ]
    assert "Did you mean `name`?" in found[0].message


def test_the_darker_colour_that_is_suggested_will_do(tmp_path: Path) -> None:
    (found,) = problems(brand(tmp_path, 'colours: {primary: "#FF8800"}'))
    darker = re.findall("#[0-9a-f]{6}", found.remedy)[0]

    assert "2.3 to 1" in found.message
    assert 4.5 <= contrast(darker, "#ffffff") < 4.6
    assert load_brand(brand(tmp_path, f'colours: {{primary: "{darker}"}}')).primary == darker


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "logo.png")
    (found,) = problems(brand(tmp_path, "logo: logo.png"))

    assert found.code == "B906"
    assert "ordinary" in found.message


def test_a_link_may_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "inner/logo.png").symlink_to(tmp_path / "logo.png")
    (tmp_path / "inner/way").symlink_to(tmp_path)

    for name in ("logo.png", "way/logo.png"):
        (found,) = problems(brand(tmp_path / "inner", f"logo: {name}"))
        assert found.code == "B905"


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/real.png").write_bytes(PNG)
    (tmp_path / "logo.png").symlink_to("sub/real.png")

    for name in ("logo.png", "sub/real.png"):
        logo = load_brand(brand(tmp_path, f"logo: {name}")).logo
        assert logo
        assert (logo.kind, logo.content, logo.width, logo.height) == ("png", PNG, 120, 40)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_usual_png_is_taken(mode: str, tmp_path: Path) -> None:
    content = picture("png", mode=mode)
    assert load_brand(brand(tmp_path, "logo: logo.png", logo_png=content)).logo


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_usual_jpeg_is_taken(mode: str, tmp_path: Path) -> None:
    logo = load_brand(
        brand(tmp_path, "logo: a.jpeg", a_jpeg=picture("jpeg", 300, 80, mode=mode))
    ).logo
    assert logo
    assert (logo.kind, logo.width, logo.height) == ("jpeg", 300, 80)


def test_nothing_is_required(tmp_path: Path) -> None:
    assert load_brand(brand(tmp_path, "name:\nlogo:\ncolours:\n")) == OWN


def test_texts_are_kept_as_they_are(tmp_path: Path) -> None:
    text = "name:  Ștefan  & Söhne\ncontact: |\n  14 Harbour Street,  Ravenna\n\ttel. 1\n"
    found = load_brand(brand(tmp_path, text.replace("\n\ttel", "\n  tel")))

    assert found.name == "Ștefan & Söhne"
    assert found.contact == "14 Harbour Street, Ravenna\ntel. 1"


def test_own_fonts_have_to_be_trusted(tmp_path: Path) -> None:
    text = "name: A\ntypeface: {name: Mine, regular: a.woff2, semibold: a.woff2}"
    file = brand(tmp_path, text, a_woff2=INTER.read_bytes())
    with pytest.raises(Untrusted) as refused:
        load_brand(file)
    (found,) = refused.value.problems

    assert (found.code, found.place.line) == ("B913", 2)
    trusted = load_brand(file, trusted=True)
    assert trusted.typeface == "Mine"
    assert [(face.weight, face.kind) for face in trusted.faces] == [(400, "woff2"), (600, "woff2")]


def test_an_anonymous_copy_has_colours_and_typeface_alone() -> None:
    whole = load_brand(str(ROOT / "docs/brand/brand.yaml"))

    assert whole.name
    assert whole.logo
    assert without_identity(whole) == Brand(primary="#7a1f3d", accent="#1d4f91", typeface="Inter")


FENCE = re.compile(
    r"^## (B90[1-4]|B914).*?^# wrong\n(.+?)# right\n(.+?)```", re.MULTILINE | re.DOTALL
)


def test_the_examples_of_the_pages_are_true(tmp_path: Path) -> None:
    examples = FENCE.findall((ROOT / "docs/messages.md").read_text("utf-8"))
    page = (ROOT / "docs/brand-file.md").read_text("utf-8")

    assert [code for code, _, _ in examples] == ["B901", "B902", "B903", "B904", "B914"]
    for code, wrong, right in examples:
        assert [each.code for each in problems(brand(tmp_path, wrong))] == [code]
        assert load_brand(brand(tmp_path, right)) != OWN
    assert (ROOT / "docs/brand/brand.yaml").read_text("utf-8") in page
