"""Our words as the code says them, and the catalogues that translate them.

Run as a script (`make words`), this brings the catalogues up to date: new messages come in empty,
messages that nobody says any more go, and the compiled files are written anew.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LANGUAGES = ("it", "ro")
_SAID_BY = {"say": None, "mark": None, "say_as": ((1, "c"), 2), "say_count": (2, 3)}
_HEADER = "# Our words in this language; see docs/languages.md."
_BEGUN = datetime(2026, 11, 22, tzinfo=UTC)


def file_of(language: str, suffix: str) -> Path:
    """The catalogue of a language: `.po` to write in, `.mo` to run with."""
    return ROOT / f"omniaudit/locale/{language}/LC_MESSAGES/omniaudit{suffix}"


@cache
def kept(language: str) -> Catalog:
    """The catalogue as it is kept."""
    with file_of(language, ".po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def said(language: str) -> Catalog:
    """Everything that the code says, translated as far as the kept catalogue goes."""
    found = Catalog(
        locale=language,
        project="omniaudit",
        header_comment=_HEADER,
        creation_date=_BEGUN,
        revision_date=_BEGUN,
        fuzzy=False,
    )
    known = kept(language) if file_of(language, ".po").is_file() else Catalog()
    for name, _, text, comments, context in extract_from_dir(
        ROOT / "omniaudit",
        [("**.py", "python")],
        keywords=_SAID_BY,
        comment_tags=["Translators:"],
        strip_comment_tags=True,
    ):
        before = known.get(text, context)
        found.add(
            text,
            before.string if before else "",
            locations=[(f"omniaudit/{name}", 0)],
            auto_comments=comments,
            context=context,
        )
    return found


def written(catalogue: Catalog) -> bytes:
    """A catalogue as text."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


if __name__ == "__main__":
    for each in LANGUAGES:
        file_of(each, ".po").write_bytes(written(said(each)))
        file_of(each, ".mo").write_bytes(compiled(said(each)))
