"""The rules that every document is held against see what they should."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.report.charts import StageStrip
from omniaudit.report.document import Block, Document, Heading, Picture, Prose, Section, Table
from tests.engine.sheets import QUESTIONNAIRE
from tests.report.cases import made
from tests.report.rules import faults


def with_block(block: Block) -> Document:
    document = made("example A").document
    first, *others = document.sections
    return replace(document, sections=(replace(first, blocks=(*first.blocks, block)), *others))


def strip(description: str) -> StageStrip:
    names = ("Siloed", "Multichannel", "Cross-channel", "Omnichannel")
    return StageStrip(description, names, 1, 2, None, "Today", "Possible", "Target")


@pytest.mark.parametrize(
    "text",
    [
        "two  blanks",
        "Two stops..",
        "It takes 1 person-weeks.",
        "1 steps",
        "One answers",
        "index None",
        "Fraction(1, 3)",
        "see data.history",
        "see data.history@2",
        "the journey click-and-collect",
        "a blank before , a comma",
        "{name} is missing",
    ],
)
def test_slips_are_found(text: str) -> None:
    assert faults(with_block(Prose(text)), QUESTIONNAIRE)


@pytest.mark.parametrize(
    "block",
    [
        Heading(""),
        Table("", (), ()),
        Picture(strip(""), ""),
        Picture(strip("Confirmed stage: multichannel (1 of 3)."), ""),
    ],
)
def test_what_is_empty_or_not_described_is_found(block: Block) -> None:
    assert faults(with_block(block), QUESTIONNAIRE)


def test_a_missing_section_is_found() -> None:
    document = made("example A").document
    sections: tuple[Section, ...] = document.sections[1:]

    assert not faults(document, QUESTIONNAIRE)
    assert "no section answer" in faults(replace(document, sections=sections), QUESTIONNAIRE)
