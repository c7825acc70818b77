"""Typefaces: one that is shipped, or font files of one's own, which somebody has to trust."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from omniaudit.language import say
from omniaudit.load.clean_text import shown
from omniaudit.load.companions import Companions
from omniaudit.load.fields import Fields
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Text
from omniaudit.model.brand import Face
from omniaudit.values import dataclass

SHIPPED = ("Inter",)
KEYS = ("name", "regular", "medium", "semibold")
WEIGHTS: dict[str, Literal[400, 500, 600]] = {"regular": 400, "medium": 500, "semibold": 600}
MAX_BYTES = 2 * 1024 * 1024
_KINDS: dict[bytes, Literal["woff2", "woff", "truetype", "opentype"]] = {
    b"wOF2": "woff2",
    b"wOFF": "woff",
    b"\x00\x01\x00\x00": "truetype",
    b"OTTO": "opentype",
}
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The font files that a brand file names, none of them opened yet."""

    by_weight: tuple[tuple[Literal[400, 500, 600], Text], ...] = ()

    @property
    def named(self) -> tuple[Text, ...]:
        """Their names in the brand file, with their places."""
        return tuple(name for _, name in self.by_weight)

    def opened(self, companions: Companions) -> tuple[Face, ...]:
        """The fonts; one that cannot be used is missing and noted at its place."""
        faces = (_face(weight, name, companions) for weight, name in self.by_weight)
        return tuple(face for face in faces if face is not None)


def read_typeface(fields: Fields, notebook: Notebook) -> tuple[str, FontFiles]:
    """The name of the typeface, and its font files when it is no shipped one."""
    node = fields.node_of("typeface")
    if node is None:
        return "", FontFiles()
    if not isinstance(node, Entries):
        return _shipped(fields, notebook), FontFiles()
    group = Fields(node, notebook, "typeface", KEYS)
    name = group.line("name")
    files = {key: group.text(key, default=None if key != "medium" else "") for key in WEIGHTS}
    return name, FontFiles(tuple((WEIGHTS[key], text) for key, text in files.items() if text))


def _shipped(fields: Fields, notebook: Notebook) -> str:
    """The name of a typeface that comes with the program; of another one, how to bring it along."""
    text = fields.text("typeface", default="")
    if text is None or text.value in SHIPPED:
        return text.value if text else ""
    hint = notebook.hint(text.value, SHIPPED)
    known = say(
        "{known}, or name font files of your own as in docs/brand-file.md",
        known=", ".join(SHIPPED),
    )
    what = say("a typeface")
    details = {"value": shown(text.value), "what": what, "hint": hint, "known": known}
    notebook.note("S305", text, **details)
    return ""


def _face(weight: Literal[400, 500, 600], name: Text, companions: Companions) -> Face | None:
    content = companions.read(name, MAX_BYTES)
    if content is None:
        return None
    kind = _KINDS.get(content[:4])
    if kind is None or not _is_sound(content):
        companions.notebook.note("B912", name, value=shown(name.value))
        return None
    return Face(weight, kind, content)


def _is_sound(content: bytes) -> bool:
    """Whether the font has the tables without which no letter can be set."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy, and only for own fonts

    try:
        with TTFont(BytesIO(content)) as font:
            return all(font[table] is not None for table in _NEEDED) and bool(font.getBestCmap())
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is no font that we can use
        return False
