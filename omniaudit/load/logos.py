"""Logos: what a picture is and how large, found out before it is decoded; then decoded once."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.companions import Companions
from omniaudit.load.svg_logos import SvgRefused, svg_size
from omniaudit.load.tree import Text
from omniaudit.model.brand import Logo

MAX_BYTES = 1024 * 1024
MAX_PIXELS = 4_000_000
MAX_SIDE = 10_000
MAX_SCANS = 64
"""A progressive JPEG is drawn again for each of its scans; real ones have about ten."""

Raster = Literal["png", "jpeg"]
KINDS: dict[str, Literal["png", "jpeg", "svg"]] = {
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".svg": "svg",
}
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_COLOUR_MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"}
_TURNED = {5, 6, 7, 8}
_ORIENTATION = 0x0112
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN = 0xDA


class _Broken(ValueError):
    """A picture that cannot be drawn; says why."""


def read_logo(name: Text, companions: Companions) -> Logo | None:
    """The logo of a name in the brand file, or None and a problem at its place."""
    value = shown(name.value)
    kind = KINDS.get(PurePath(name.value).suffix.lower())
    if kind is None:
        wanted = say("a PNG, JPEG or SVG picture")
        companions.notebook.note("B908", name, value=value, wanted=wanted)
        return None
    content = companions.read(name, MAX_BYTES)
    if content is None:
        return None
    if kind != _kind_of(content):
        wanted = say("a picture in {format}", format=kind.upper())
        companions.notebook.note("B908", name, value=value, wanted=wanted)
        return None
    return _checked(kind, content, name, companions)


def _checked(
    kind: Literal["png", "jpeg", "svg"], content: bytes, name: Text, companions: Companions
) -> Logo | None:
    value = shown(name.value)
    try:
        if kind == "svg":
            return Logo("svg", content, *svg_size(content))
        width, height = _png_size(content) if kind == "png" else _jpeg_size(content)
        if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
            companions.notebook.note("B909", name, value=value, width=width, height=height)
            return None
        return Logo(kind, content, *_decoded(kind, content, (width, height)))
    except _Broken as broken:
        companions.notebook.note("B910", name, value=value, why=broken)
    except SvgRefused as refused:
        companions.notebook.note("B911", name, value=value, row=refused.line, what=refused.what)
    return None


def _kind_of(content: bytes) -> str:
    if content.startswith(_PNG):
        return "png"
    if content.startswith(_JPEG):
        return "jpeg"
    start = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    return "svg" if start.startswith(b"<") else ""


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR" or len(content) < 24:  # noqa: PLR2004 - up to the two numbers
        raise _Broken(say("it ends in its first lines"))
    width, height = struct.unpack(">II", content[16:24])
    if not width or not height:
        raise _Broken(say("it has no size"))
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    frames = [part for marker, part in _segments(content) if marker in _FRAMES]
    if len(frames) != 1 or len(frames[0]) < 5:  # noqa: PLR2004 - up to the two numbers
        raise _Broken(say("it says its size not once"))
    height, width = struct.unpack(">HH", frames[0][1:5])
    if not width or not height:
        raise _Broken(say("it has no size"))
    # Inside a scan 0xFF is followed by zero, so that what begins one cannot stand there by chance.
    if content.count(bytes((0xFF, _SCAN))) > MAX_SCANS:
        raise _Broken(say("it is drawn more than {limit} times over", limit=MAX_SCANS))
    return width, height


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG up to its first scan, each with what it is."""
    at = 2
    while at + 4 <= len(content):
        mark, marker, length = struct.unpack(">BBH", content[at : at + 4])
        if mark != 0xFF or length < 2:  # noqa: PLR2004 - the length counts itself
            raise _Broken(say("its parts do not follow one another"))
        if marker == _SCAN:
            return
        yield marker, content[at + 4 : at + 2 + length]
        at += 2 + length
    raise _Broken(say("it ends before the picture begins"))


def _decoded(kind: Raster, content: bytes, size: tuple[int, int]) -> tuple[int, int]:
    """Decode the picture and give its size as it is seen, which may be turned by a quarter."""
    from PIL import Image, ImageFile  # noqa: PLC0415 - heavy

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        Image.open(BytesIO(content), formats=(kind,)).verify()
        picture = Image.open(BytesIO(content), formats=(kind,))
        agreed = picture.size == size
        if agreed:
            picture.load()
        turned = agreed and picture.getexif().get(_ORIENTATION) in _TURNED
    except Exception as error:
        raise _Broken(say("it cannot be drawn to its end")) from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    if not agreed:
        raise _Broken(say("it says two sizes"))
    if picture.mode not in _COLOUR_MODES:
        raise _Broken(say("it has more than 8 bits a colour"))
    return (size[1], size[0]) if turned else size
