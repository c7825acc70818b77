"""A brand file into a Brand: every mistake with its line, every picture checked before decoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from omniaudit.language import say_count
from omniaudit.load import strict_yaml
from omniaudit.load.brand_colours import read_colours, without_quotes
from omniaudit.load.clean_text import clean
from omniaudit.load.companions import Companions
from omniaudit.load.fields import Fields
from omniaudit.load.files import read_bytes
from omniaudit.load.logos import read_logo
from omniaudit.load.notebook import Notebook
from omniaudit.load.tree import Entries, Text
from omniaudit.load.typefaces import read_typeface
from omniaudit.model.brand import Brand, Logo
from omniaudit.problems import InputRejected, Place, Untrusted, problem

FILE_KEYS = ("name", "logo", "colours", "typeface", "confidentiality", "contact")
MAX_BYTES = 16 * 1024
MOST_NAME, MOST_CONFIDENTIALITY, MOST_CONTACT = 80, 100, 200
MOST_CONTACT_LINES = 2
_OF_ANSWERS = re.compile(rb"^(?:business|answers|questionnaire)[ \t]*+:", re.MULTILINE)
"""What begins a line in answers files only."""
_TOLD_ANEW: Mapping[str, str] = {"F102": "B915", "F106": "B916"}
"""Problems of any file whose remedy is about answers files, and what is told of a brand instead."""


def load_brand(path: str, *, trusted: bool = False) -> Brand:
    """The brand of a file; its own font files need `trusted`.

    Raises:
        InputRejected: with every problem of the file.
        Untrusted: it names font files and is not trusted; they are not opened then.
    """
    root, source = _tree(path)
    notebook = Notebook(path)
    fields = Fields(root, notebook, "the file", FILE_KEYS)
    companions = Companions(path, notebook)
    typeface, font_files = read_typeface(fields, notebook)
    brand = Brand(
        name=_line(fields, "name", MOST_NAME),
        logo=_logo(fields, companions),
        **read_colours(fields, notebook, source),
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


def files_of(path: str) -> tuple[str, ...]:
    """A brand file that can be read, with the names of all files that it is made of."""
    root, _ = _tree(path)
    named = [root.entries[key][1] for key in ("logo", "typeface") if key in root.entries]
    for node in named[:]:
        if isinstance(node, Entries):
            named += [value for _, value in node.entries.values()]
    folder = Path(path).parent
    beside = [str(folder / each.value) for each in named if isinstance(each, Text)]
    return (path, *beside)


def _tree(path: str) -> tuple[Entries, str]:
    """What the file says, and its lines as they were typed."""
    try:
        data = read_bytes(path, strict_yaml.MAX_BYTES)
    except InputRejected as rejected:
        raise _told_anew(path, rejected) from None
    if _OF_ANSWERS.search(data):
        raise InputRejected([problem("B917", Place(path))])
    source = data.decode("utf-8-sig", "replace")
    try:
        return strict_yaml.read(data, path, max_depth=3, max_bytes=MAX_BYTES), source
    except InputRejected as rejected:
        raise without_quotes(path, source, _told_anew(path, rejected)) from None


def _told_anew(path: str, rejected: InputRejected) -> InputRejected:
    codes = [_TOLD_ANEW.get(each.code, "") for each in rejected.problems]
    return InputRejected([problem(codes[0], Place(path))]) if codes[0] else rejected


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
        found, limit = _lines(len(lines)), _lines(MOST_CONTACT_LINES)
        fields.notebook.note("B903", text, key="contact", found=found, limit=limit)
        return ""
    return _printable(fields, "contact", text, "\n".join(lines), MOST_CONTACT)


def _lines(count: int) -> str:
    return say_count(count, "{count} line", "{count} lines")


def _printable(fields: Fields, key: str, text: Text, value: str, most: int) -> str:
    """The value, if cleaning it loses nothing; a brand is printed as it is or not at all."""
    if len(value) > most:
        found = say_count(len(value), "{count} character", "{count} characters")
        fields.notebook.note("B903", text, key=key, found=found, limit=str(most))
        return ""
    cleaned = clean(value, limit=most)
    if cleaned != unicodedata.normalize("NFC", value):
        fields.notebook.note("B904", text, key=key)
    return cleaned


def _logo(fields: Fields, companions: Companions) -> Logo | None:
    text = fields.text("logo", default="")
    return None if text is None else read_logo(text, companions)
