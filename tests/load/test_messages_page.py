"""docs/messages.md explains every code of the catalogue, with an example where a line is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from omniaudit.catalogue import CATALOGUE
from omniaudit.load.answers import FILE_KEYS, read_answers
from omniaudit.problems import InputRejected
from tests.hostile.cases import questionnaire

PAGE = (Path(__file__).parents[2] / "docs/messages.md").read_text("utf-8")
SECTIONS = {
    heading[:4]: body
    for heading, body in re.findall(r"^## (.+)\n((?:(?!^#{1,2} [^a-z]).*\n)*)", PAGE, re.MULTILINE)
}
FENCE = re.compile(r"^```yaml\n(# .+\n(?:[^#`].*\n)+)(# right\n(?:[^#`].*\n)+)```$", re.MULTILINE)
IN_LINES = [code for code in CATALOGUE if code[0] in "YSAQ"]


def test_every_code_has_its_section_in_order() -> None:
    headings = re.findall(r"^## (\S+): \S", PAGE, re.MULTILINE)

    assert len(headings) > 60
    assert headings == list(CATALOGUE) == list(SECTIONS)


@pytest.mark.parametrize("code", SECTIONS)
def test_every_section_says_something(code: str) -> None:
    assert len(SECTIONS[code].split()) > 8


@pytest.mark.parametrize("code", IN_LINES)
def test_every_wrong_line_has_a_right_one(code: str) -> None:
    (example,) = FENCE.findall(SECTIONS[code])
    wrong, right = example

    assert wrong != right
    assert yaml.load(right, Loader=yaml.CBaseLoader)


HEAD = {
    "format": "format: 1\n",
    "business": "business: {name: A, profile: retail, size: small, channels: [store, web]}\n",
}


def codes(fragment: str) -> set[str]:
    """What is said about a file that holds nothing but the fragment and what must be there."""
    keys = re.findall(r"^([a-z.-]+):", fragment, re.MULTILINE)
    if "." in keys[0]:
        fragment = f"answers:\n  {fragment}"
    elif keys[0] not in FILE_KEYS:
        fragment = f"answers:\n  data.history:\n    level: 2\n    {fragment}"
    text = "".join(line for key, line in HEAD.items() if key not in keys) + fragment
    try:
        sheet = read_answers(text.encode(), "example.yaml", questionnaire())
    except InputRejected as rejected:
        return {each.code for each in rejected.problems}
    return {each.code for each in sheet.warnings}


@pytest.mark.parametrize("code", [each for each in IN_LINES if each[0] == "A"])
def test_the_examples_of_answers_are_true(code: str) -> None:
    ((wrong, right),) = FENCE.findall(SECTIONS[code])

    assert codes(wrong.split("\n", 1)[1]) == {code}
    assert codes(right.split("\n", 1)[1]) == set()
