"""The report as JSON: one plain document, as its page says, the same every time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest

from omniaudit.render.json import score, text
from omniaudit.render.json_plan import plan
from omniaudit.render.json_report import kind_of, report
from omniaudit.report import charts, document
from omniaudit.report.build import assess
from omniaudit.report.edition import Edition, shortened
from tests.render.sample import SAMPLE
from tests.report.cases import CASES, Case, made

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "json.md").read_text("utf-8")


def told(case: Case, document: document.Document | None = None) -> dict[str, Any]:
    assessment = assess(case.questionnaire, case.card, case.plan, case.ambition)
    found: dict[str, Any] = json.loads(text(report(assessment, document or case.document)))
    return found


def inside(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from inside(each)


@pytest.mark.parametrize("name", CASES)
def test_score_plan_and_document_stand_in_one(name: str) -> None:
    case = made(name)
    found = told(case)

    assert list(found) == ["schema", "score", "plan", "document"]
    assert found["schema"] == "omniaudit/report@1"
    assert found["score"] == json.loads(text(score(case.questionnaire, case.card)))
    assert found["plan"] == json.loads(text(plan(case.plan)))
    assert found["document"]["title"] == case.document.title
    ids = [each.id for each in case.document.sections]
    assert [each["id"] for each in found["document"]["sections"]] == ids
    assert text(found) == text(told(case))


def test_every_kind_has_the_keys_that_its_page_tells() -> None:
    rows = re.findall(r"^\| ([a-z-]+) \| (`.+`) \|$", PAGE, re.MULTILINE)
    named = {kind: set(re.findall(r"`(\w+)`", keys)) for kind, keys in rows}
    every = {*get_args(document.Block), *get_args(charts.Chart)}
    found = {
        each["kind"]: set(each) - {"kind"}
        for each in inside([told(made("sample")), told(made("sample"), SAMPLE)])
        if isinstance(each.get("kind"), str) and each["kind"] in named
    }

    assert set(named) == {kind_of(each) for each in every}
    assert len(found) > 16
    assert found == {kind: keys for kind, keys in named.items() if kind in found}
    for each in every:
        assert named[kind_of(each)] <= {field.name for field in fields(each)}


def test_every_block_says_its_kind() -> None:
    found = told(made("sample"), SAMPLE)["document"]
    blocks = [block for section in found["sections"] for block in section["blocks"]]

    assert len(blocks) > 10
    assert all(block["kind"] for block in blocks)
    assert all(each["chart"]["kind"] for each in inside(found) if "chart" in each)


def test_how_it_is_laid_out_is_not_told() -> None:
    found = {key for each in inside(told(made("sample"))["document"]) for key in each}

    assert "blocks" in found
    assert found.isdisjoint({"share", "small", "own_page", "page_of", "brand", "logo"})


def test_a_summary_has_fewer_sections_and_the_same_numbers() -> None:
    case = made("sample")
    short = told(case, shortened(case.document, Edition(summary=True)))
    whole = told(case)

    assert 0 < len(short["document"]["sections"]) < len(whole["document"]["sections"])
    assert short["score"] == whole["score"]


def test_words_stand_as_they_are() -> None:
    name = '</script>"\\ \u2028 <b>'
    found = told(made("sample"), replace(SAMPLE, subject=name))

    assert found["document"]["subject"] == name
