"""A brand file into a Brand: every mistake with its line, every picture checked before decoding."""

from __future__ import annotations

import unicodedata

from omniaudit.load import strict_yaml
from omniaudit.load.clean_text import clean, shown
from omniaudit.load.companions import Companions
from omniaudit.load.fields import Fields, Notebook
from omniaudit.load.files import read_bytes
from omniaudit.load.logos import read_logo
from omniaudit.load.strict_yaml import Text
from omniaudit.load.typefaces import read_typeface
from omniaudit.model.brand import Brand, Logo
from omniaudit.model.colours import LEGIBLE, WHITE, contrast, darkened, is_colour
from omniaudit.problems import Place, Untrusted, problem

FILE_KEYS = ("name", "logo", "colours", "typeface", "confidentiality", "contact")
COLOUR_KEYS = ("primary", "accent")
MAX_BYTES = 16 * 1024
MOST_NAME, MOST_CONFIDENTIALITY, MOST_CONTACT = 80, 100, 200
MOST_CONTACT_LINES = 2


def load_brand(path: str, *, trusted: bool = False) -> Brand:
    """The brand of a file; its own font files need `trusted`.

    Raises:
        InputRejected: with every problem of the file.
        Untrusted: it names font files and is not trusted; they are not opened then.
    """
    root = strict_yaml.read(read_bytes(path, MAX_BYTES), path, max_depth=3, max_bytes=MAX_BYTES)
    notebook = Notebook(path)
    fields = Fields(root, notebook, "the file", FILE_KEYS)
    companions = Companions(path, notebook)
    typeface, font_files = read_typeface(fields, notebook)
    brand = Brand(
        name=_line(fields, "name", MOST_NAME),
        logo=_logo(fields, companions),
        **_colours(fields, notebook),
        typeface=typeface,
        faces=font_files.opened(companions) if trusted else (),
        confidentiality=_line(fields, "confidentiality", MOST_CONFIDENTIALITY),
        contact=_contact(fields),
    )
    notebook.warnings_or_raise()
    if font_files.named and not trusted:
        node = font_files.named[0]
        raise Untrusted([problem("B913", Place(path, node.line, node.column))])
    return brand


def _line(fields: Fields, key: str, most: int) -> str:
    text = fields.text(key, default="")
    return "" if text is None else _printable(fields, key, text, " ".join(text.value.split()), most)


def _contact(fields: Fields) -> str:
    """One or two lines, each without spaces around it."""
    text = fields.text("contact", default="")
    if text is None:
        return ""
    lines = [" ".join(line.split()) for line in text.value.strip().splitlines()]
    if len(lines) > MOST_CONTACT_LINES:
        found = f"{len(lines)} lines"
        fields.notebook.note("B903", text, key="contact", found=found, limit="2 lines")
        return ""
    return _printable(fields, "contact", text, "\n".join(lines), MOST_CONTACT)


def _printable(fields: Fields, key: str, text: Text, value: str, most: int) -> str:
    """The value, if cleaning it loses nothing; a brand is printed as it is or not at all."""
    if len(value) > most:
        found, limit = f"{len(value)} characters", str(most)
        fields.notebook.note("B903", text, key=key, found=found, limit=limit)
        return ""
    cleaned = clean(value, limit=most)
    if cleaned != unicodedata.normalize("NFC", value):
        fields.notebook.note("B904", text, key=key)
    return cleaned


def _colours(fields: Fields, notebook: Notebook) -> dict[str, str]:
    if "colours" not in fields:
        return {}
    group = fields.group("colours", COLOUR_KEYS)
    return {key: _colour(group.text(key, default=""), notebook) for key in COLOUR_KEYS}


def _colour(text: Text | None, notebook: Notebook) -> str:
    """A colour that can be read on white, in small letters; else empty."""
    if text is None:
        return ""
    colour = text.value.strip().lower()
    if not is_colour(colour):
        notebook.note("B901", text, value=shown(text.value))
        return ""
    found = contrast(colour, WHITE)
    if found < LEGIBLE:
        # Rounded down, for 4.49 is not 4.5.
        tenths = int(found * 10) / 10
        notebook.note("B902", text, value=colour, contrast=tenths, darker=darkened(colour))
        return ""
    return colour


def _logo(fields: Fields, companions: Companions) -> Logo | None:
    text = fields.text("logo", default="")
    return None if text is None else read_logo(text, companions)
