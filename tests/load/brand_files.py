"""Brand files with what lies beside them, right and wrong."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
INTER = ROOT / "report_templates/fonts/Inter-Regular.woff2"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">'
CIRCLE = f'{SVG}<circle cx="10" cy="10" r="9" fill="#c8102e"/></svg>'

START, SCAN = b"\xff\xd8\xff\xe0\x00\x04ab", b"\xff\xda\x00\x04ab"
"""How a JPEG begins, and how its picture does."""
FLAT = b"\xff\xc0\x00\x0b\x08\x00\x00\x00\x09abcd"
"""The part of a JPEG that says its size, with no height."""


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def white_png(width: int, height: int) -> bytes:
    """A PNG with one bit a pixel, which needs next to no bytes however large it is."""
    rows = zlib.compress(b"\0" * (((width + 7) // 8 + 1) * height), 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def two_sizes(width: int, other: int) -> bytes:
    """A PNG whose head says one size and whose second head another."""
    second = chunk(b"IHDR", struct.pack(">IIBBBBB", other, other, 1, 0, 0, 0, 0))
    whole = white_png(width, width)
    return whole[:33] + second + whole[33:]


def picture(kind: str, width: int = 120, height: int = 40, mode: str = "RGB") -> bytes:
    """A picture with enough in it that half of it is not the whole."""
    file = BytesIO()
    Image.effect_noise((width, height), 80).convert(mode).save(file, kind)
    return file.getvalue()


def brand(folder: Path, text: str, **beside: bytes | str) -> str:
    """Write a brand file and the files beside it, named `logo_png` for `logo.png`; its name."""
    for name, content in beside.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name.replace("_", ".")).write_bytes(data)
    file = folder / "brand.yaml"
    file.write_text(text, "utf-8")
    return str(file)
