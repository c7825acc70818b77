"""Brand files and what lies beside them, up to the edges of what is taken."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from omniaudit.load import logos
from omniaudit.load.brand import files_of, load_brand
from omniaudit.problems import InputRejected, Problem
from tests.load.brand_files import INTER, brand, chunk, picture, white_png

LINES = {"name": 80, "confidentiality": 100, "contact": 200}


def wrong(file: str, *, trusted: bool = True) -> Problem:
    """The one problem of a brand file."""
    with pytest.raises(InputRejected) as rejected:
        load_brand(file, trusted=trusted)
    (found,) = rejected.value.problems
    return found


def spaced(count: int) -> str:
    """So many characters with a space now and then, but at the end."""
    words = (count - 1) // 7
    return "abcdef " * words + "z" * (count - 7 * words)


@pytest.mark.parametrize(("key", "most"), LINES.items())
def test_a_line_is_as_long_as_there_is_room_for(key: str, most: int, tmp_path: Path) -> None:
    longest, longer = spaced(most), spaced(most + 1)
    assert (len(longest), len(longer)) == (most, most + 1)

    assert getattr(load_brand(brand(tmp_path, f"{key}: {longest}")), key) == longest
    found = wrong(brand(tmp_path, f"{key}: {longer}"))
    assert found.code == "B903"
    assert f"has {most + 1} characters; there is room for {most}." in found.message


def test_a_contact_has_two_lines_at_the_most(tmp_path: Path) -> None:
    two = load_brand(brand(tmp_path, "contact: |\n  one\n  two\n"))
    found = wrong(brand(tmp_path, "contact: |\n  one\n  two\n  three\n"))

    assert two.contact == "one\ntwo"
    assert "3 lines" in str(found)
    assert "2 lines" in str(found)


def test_a_key_without_a_value_is_as_good_as_none(tmp_path: Path) -> None:
    found = load_brand(brand(tmp_path, "name: A\nconfidentiality:\ncontact:\ntypeface:\n"))

    assert (found.confidentiality, found.contact, found.typeface) == ("", "", "")


def test_colours_are_kept_in_small_letters_and_what_is_not_given_is_empty(tmp_path: Path) -> None:
    one = load_brand(brand(tmp_path, 'colours: {primary: " #7A1F3D "}'))
    other = load_brand(brand(tmp_path, 'colours: {accent: "#7a1f3d"}'))

    assert (one.primary, one.accent) == ("#7a1f3d", "")
    assert (other.primary, other.accent) == ("", "#7a1f3d")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("name: A\ncolours:\n  primary: #7a1f3d\n", 3, 3),
        ("colours:\n  accent: '#7a1f3d'\n  primary: #7a1f3d\n", 3, 3),
        ("name: A\ncolours: {primary: #7a1f3d}\n", 2, 20),
    ],
)
def test_a_colour_without_quotes_is_told_at_its_place(
    text: str, line: int, column: int, tmp_path: Path
) -> None:
    found = wrong(brand(tmp_path, text))

    assert (found.code, found.place.line, found.place.column) == ("B914", line, column)
    assert '`primary: "#7a1f3d"`' in found.remedy


def test_the_files_of_a_brand_are_all_that_it_names(tmp_path: Path) -> None:
    shipped = brand(tmp_path, "name: A\nlogo: a.png\ntypeface: Inter\n")
    own = "typeface: {name: Mine, regular: a.ttf, semibold: b/c.ttf}\n"

    assert files_of(shipped) == (shipped, str(tmp_path / "a.png"), str(tmp_path / "Inter"))
    named = files_of(brand(tmp_path, f"logo: [a.png]\n{own}"))
    assert {str(tmp_path / name) for name in ("a.ttf", "b/c.ttf")} <= set(named)
    assert str(tmp_path / "a.png") not in named


@pytest.mark.parametrize(("key", "weight"), [("regular", 400), ("medium", 500), ("semibold", 600)])
def test_fonts_of_ones_own_have_the_weight_of_their_key(
    key: str, weight: int, tmp_path: Path
) -> None:
    keys = dict.fromkeys(("regular", "semibold"), "a.woff2") | {key: "b.woff2"}
    named = ", ".join(f"{name}: {file}" for name, file in keys.items())
    content = INTER.read_bytes()
    text = f"name: A\ntypeface: {{name: Mine, {named}}}"
    faces = load_brand(brand(tmp_path, text, a_woff2=content, b_woff2=content), trusted=True).faces

    assert sorted(face.weight for face in faces) == sorted({400, 600, weight})
    assert {face.content for face in faces} == {content}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Arial", "`Arial` is not known as a typeface."),
        ("Itner", "`Itner` is not known as a typeface. Did you mean `Inter`?"),
    ],
)
def test_a_typeface_that_is_not_shipped_is_told_with_the_nearest(
    name: str, message: str, tmp_path: Path
) -> None:
    assert wrong(brand(tmp_path, f"typeface: {name}")).message == message


@pytest.mark.parametrize(("width", "height"), [(10_000, 400), (400, 10_000), (2_000, 2_000)])
def test_a_picture_may_be_as_large_as_that(width: int, height: int, tmp_path: Path) -> None:
    assert width * height == logos.MAX_PIXELS
    logo = load_brand(brand(tmp_path, "logo: a.png", a_png=white_png(width, height))).logo

    assert logo is not None
    assert (logo.width, logo.height) == (width, height)


@pytest.mark.parametrize(("width", "height"), [(10_001, 1), (1, 10_001), (2_001, 2_000)])
def test_a_picture_is_no_larger(width: int, height: int, tmp_path: Path) -> None:
    found = wrong(brand(tmp_path, "logo: a.png", a_png=white_png(width, height)))

    assert found.code == "B909"
    assert f"{width}" in found.message
    assert f"{height}" in found.message


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.png", white_png(3, 3)[:23], "it ends in its first lines"),
        ("a.png", white_png(3, 3)[:24], "it cannot be drawn to its end"),
        ("a.png", white_png(3, 0), "it has no size"),
        ("a.png", white_png(0, 3), "it has no size"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", bytes(40)), "it ends in its first lines"),
        ("a.jpg", b"\xff\xd8\xff", "it ends before the picture begins"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\1", "its parts do not follow one another"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\2", "it ends before the picture begins"),
        ("a.jpg", b"\xff\xd8\xff\xc0\0\6\x08\0\1\0\xff\xda\0\2", "it says its size not once"),
        ("a.jpg", b"\xff\xd8\xff\xc0\0\7\x08\0\1\0\0\xff\xda\0\2", "it has no size"),
        ("a.jpg", b"\xff\xd8\xff\xc0\0\7\x08\0\1\0\1\xff\xda\0\2", "cannot be drawn to its end"),
        ("a.jpg", b"\xff\xd8" + b"\xff\xc0\0\7\x08\0\1\0\1" * 2 + b"\xff\xda\0\2", "not once"),
        ("a.jpg", b"\xff\xd8\xff\xc4\0\7\x08\0\1\0\1\xff\xda\0\2", "it says its size not once"),
    ],
)
def test_a_broken_picture_is_told_what_it_lacks(
    name: str, content: bytes, why: str, tmp_path: Path
) -> None:
    found = wrong(brand(tmp_path, f"logo: {name}", **{name.replace(".", "_"): content}))

    assert found.code == "B910"
    assert why in found.message


@pytest.mark.parametrize("marker", range(0xC0, 0xD0))
def test_a_jpeg_says_its_size_in_a_frame_of_any_kind(marker: int, tmp_path: Path) -> None:
    size = b"\xff" + bytes([marker]) + b"\0\7\x08\0\1\0\1"
    found = wrong(brand(tmp_path, "logo: a.jpg", a_jpg=b"\xff\xd8" + size + b"\xff\xda\0\2"))
    is_frame = marker not in {0xC4, 0xC8, 0xCC}  # tables of codes, kept free, and conditions

    assert ("says its size not once" in found.message) is not is_frame


def test_a_jpeg_may_be_drawn_sixty_four_times_over(tmp_path: Path) -> None:
    whole = picture("jpeg")
    scans = whole.count(b"\xff\xda")
    often, too_often = (
        brand(folder, "logo: a.jpg", a_jpg=whole[:-2] + b"\xff\xda" * (count - scans) + whole[-2:])
        for folder, count in ((tmp_path, logos.MAX_SCANS), (made(tmp_path / "x"), 65))
    )

    assert scans == 1
    assert logos.MAX_SCANS == 64
    assert "64 times over" in wrong(too_often).message
    try:
        assert load_brand(often).logo
    except InputRejected as rejected:
        assert "times over" not in str(rejected)  # noqa: PT017 - only this limit is looked at


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_taken_upright_is_seen_upright(orientation: int, tmp_path: Path) -> None:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1" + struct.pack(">H", orientation)
    segment = exif + bytes(6)
    plain = picture("jpeg", 30, 20)
    turned = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + plain[2:]
    logo = load_brand(brand(tmp_path, "logo: a.JPG", a_JPG=turned)).logo

    assert logo is not None
    assert (logo.width, logo.height) == ((20, 30) if orientation >= 5 else (30, 20))


def test_a_font_is_read_up_to_its_last_allowed_byte(tmp_path: Path) -> None:
    text = "typeface: {name: Mine, regular: a.ttf, semibold: b.woff2}"
    file = brand(tmp_path, text, a_ttf=bytes(2 * 1024 * 1024), b_woff2=INTER.read_bytes())
    largest = wrong(file)
    (tmp_path / "a.ttf").write_bytes(bytes(2 * 1024 * 1024 + 1))
    larger = wrong(file)

    assert (largest.code, larger.code) == ("B912", "B907")
    assert "has 2049 kB; more than 2048 kB are not read" in str(larger)


@pytest.mark.parametrize("size", [0, 1024 * 1024])
def test_a_file_is_read_up_to_its_last_allowed_byte(size: int, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(bytes(size))
    found = wrong(brand(tmp_path, "logo: a.png"))
    (tmp_path / "a.png").write_bytes(bytes(1024 * 1024 + 1))
    larger = wrong(brand(tmp_path, "logo: a.png"))

    assert found.code == "B908"
    assert larger.code == "B907"
    assert "has 1025 kB; more than 1024 kB are not read" in str(larger)
