"""Texts that are hard to set are cleaned, cut and broken, so that their cost has an end.

How long they take is measured by `benchmarks/reporting.py`.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from omniaudit.engine.scoring import score
from omniaudit.load.clean_text import MAX_NOTE, MAX_WORD
from omniaudit.render import pdf
from omniaudit.report.build import build, planned
from omniaudit.report.document import Document
from tests.render.long_texts import LONG_TEXTS
from tests.render.test_html import texts
from tests.render.typed import OURS, SAMPLE, everywhere, once

LONGEST = 2_200
"""Letters of the longest paragraph: a note that is cut at 2,000, with what it is about."""
MOST_NOTES = 200_000
"""Letters that all notes together may add to a report."""


def document(words: str) -> Document:
    return build(planned(OURS, score(OURS, everywhere(lambda _: words))))


def test_there_are_twelve_as_long_as_can_be() -> None:
    assert len(LONG_TEXTS) == 12
    assert {len(text) for text in LONG_TEXTS.values()} == {MAX_NOTE}


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_what_is_printed_has_an_end(kind: str) -> None:
    clean = build(planned(OURS, score(OURS, SAMPLE)))
    printed = list(texts(document(LONG_TEXTS[kind])))
    words = [word for text in printed for word in text.split()]

    assert sum(len(text) for text in printed) > sum(len(text) for text in texts(clean)) // 2
    assert max(len(text) for text in printed) <= LONGEST
    assert max(len(word) for word in words) <= MAX_WORD + 1
    assert sum(map(len, printed)) - sum(map(len, texts(clean))) <= MOST_NOTES


@pytest.mark.parametrize("kind", ["one word", "combining marks", "joined emoji", "right to left"])
def test_every_letter_is_set(kind: str) -> None:
    report = build(planned(OURS, score(OURS, once(LONG_TEXTS[kind]))))
    section = next(each for each in report.sections if each.id == "answers")
    reader = PdfReader(BytesIO(pdf.render(replace(report, sections=(section,)))))

    assert len(reader.pages) < 15
    assert sum(len(page.extract_text()) for page in reader.pages) > 2_000
