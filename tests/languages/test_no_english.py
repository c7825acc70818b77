"""No sentence of ours is left in English, in any format; notes and works cited stay as written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from omniaudit.model.answers import AnswerSheet
from omniaudit.report.document import Document
from omniaudit.resources import sample_file
from tests.cli.runner import QUESTIONNAIRE, omniaudit
from tests.languages.catalogues import LANGUAGES
from tests.languages.test_lengths import assessments, documents
from tests.report.texts import strings

ENGLISH = re.compile(
    r"\b(the|and|with|which|what|when|every|is|of|this|that|has|been|from|not|only|by|"
    r"levels?|steps?|practices?|answers?|handoffs?|journeys?|weeks?|months?|stages?)\b",
    re.IGNORECASE,
)
"""Words that neither Italian nor Romanian has, but for `ce`-less borrowings listed below."""
BORROWED = re.compile(r"customer journey|click and collect|\bnon\b", re.IGNORECASE)
LONGEST_ID = 7
"""Letters of a grade of evidence or coverage; a note is longer."""
CELL = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)
WORKS = {each.reference for each in QUESTIONNAIRE.sources}


def english(texts: Iterator[str]) -> list[str]:
    """The lines that hold an English word and no work that is cited."""
    lines = {line for text in texts for line in text.split("\n")}
    return sorted(
        line
        for line in lines
        if ENGLISH.search(BORROWED.sub("", line)) and not any(work in line for work in WORKS)
    )


def printed(document: Document) -> Iterator[str]:
    """What people read of a document: not its ids and kinds."""
    for place, text in strings(document):
        if not place.endswith((".id", ".state", ".result", ".mark", ".tone", ".align")):
            yield text


def test_english_would_be_noticed() -> None:
    assert english(iter(["Livello 2\nThe next step", "Perché serve"])) == ["The next step"]
    assert len(WORKS) > 30


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_kind_of_report_speaks_english(code: str) -> None:
    found = []
    for each, document in zip(assessments(code), documents(code), strict=True):
        ours = (text for text in printed(document) if not typed(each.sheet, text))
        found += english(ours)

    assert len(documents(code)) > 30
    assert found == []


def typed(sheet: AnswerSheet, text: str) -> bool:
    """Whether a text holds the beginning of a note or a reason."""
    answered = (*sheet.answers.values(), *sheet.fit.values(), *sheet.handoffs.values())
    notes = (note for each in answered for _, note in strings(each) if len(note) > LONGEST_ID)
    return any(note.split("\n")[0][:20] in text for note in notes)


@pytest.mark.parametrize("code", LANGUAGES)
def test_markdown_and_workbook_of_the_sample_speak_the_language(code: str, tmp_path: Path) -> None:
    sample = str(sample_file(code))
    text, book = tmp_path / "report.md", tmp_path / "report.xlsx"
    for file in (text, book):
        assert omniaudit("report", sample, "-o", str(file), "--lang", code).code == 0

    assert len(text.read_text("utf-8")) > 20_000
    assert english(iter([text.read_text("utf-8")])) == []
    with zipfile.ZipFile(book) as parts:
        cells = CELL.findall(parts.read("xl/sharedStrings.xml").decode())
    assert len(cells) > 300
    assert english(map(unescape, cells)) == []
