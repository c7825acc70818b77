"""What was read can be written back: the same sheet, and the same text from then on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.strict_yaml import MAX_BYTES
from omniaudit.load.tree import Text
from omniaudit.load.writing import answers_text, quoted
from omniaudit.model.answers import (
    Answered,
    AnswerSheet,
    Business,
    Coverage,
    Evidence,
    Handoff,
    NotApplicable,
    NotAsked,
    Respondent,
    Unknown,
)
from omniaudit.problems import CannotWrite
from tests.hostile.cases import questionnaire
from tests.load.sheets import sheets

SHOP = AnswerSheet(Business("Corner Bookshop", "retail", "micro"))


def written(sheet: AnswerSheet) -> str:
    return answers_text(sheet, questionnaire(), tool="omniaudit 0.3.0")


def read(text: str) -> AnswerSheet:
    return read_answers(text.encode(), "shop.yaml", questionnaire())


def said(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet without what belongs to its file."""
    return replace(sheet, questionnaire="", sha256="", warnings=())


FULL = AnswerSheet(
    Business('The "Corner": 2', "retail", "small", ("web", "store", "phone")),
    respondent=Respondent("owner", "frontline"),
    date=dt.date(2026, 11, 21),
    mode="interview",
    answers={
        "data.history": NotAsked(),
        "data.identity": NotAsked("ask\nagain", flagged=True),
        "data.consent": Unknown(),
        "data.availability": Unknown("the buyer knows"),
        "integration.after-sales": Answered(
            2, Coverage.LARGELY, Evidence.SEEN, "order list", flagged=True
        ),
        "integration.coverage": Answered(3),
        "integration.assisted-selling": NotApplicable("no shops", "so far", flagged=True),
    },
    fit={
        "resources.people": Answered(1, note="two"),
        "resources.budget": Answered(0),
        "resources.openness": Unknown(flagged=True),
        "resources.sponsor": NotAsked(),
    },
    handoffs={
        ("web", "store"): Handoff(2),
        ("store", "web"): Handoff(0, 3, "by phone"),
        ("store", "phone"): Handoff(None),
        ("phone", "store"): Handoff(None, 0, applies=False),
        ("phone", "web"): Handoff(None, 2, "ask the call centre", asked=False),
    },
    journeys={"click-and-collect": {"choose-store": "fail", "order-online": "pass"}},
    step_notes={
        ("click-and-collect", "choose-store"): "no login",
        ("bought-online-helped-in-store", "found-by-staff"): "next week",
    },
)
FULL_TEXT = r"""format: 1
tool: omniaudit 0.3.0
questionnaire: omnichannel@1.0.0
business:
  name: "The \"Corner\": 2"
  profile: retail
  size: small
  channels: [web, store, phone]
respondent:
  role: "owner"
  side: frontline
date: 2026-11-21
mode: interview
answers:
  integration.coverage: 3
  integration.after-sales: {level: 2, coverage: largely, evidence: seen, note: "order list", flag: yes}
  integration.assisted-selling: {not-applicable: "no shops", note: "so far", flag: yes}
  data.identity: {note: "ask\nagain", flag: yes}
  data.availability: {level: unknown, note: "the buyer knows"}
  data.consent: unknown
fit:
  resources.budget: 0
  resources.people: {level: 1, note: "two"}
  resources.openness: {level: unknown, flag: yes}
handoffs:
  store -> phone: unknown
  store -> web: {level: 0, traffic: 3, note: "by phone"}
  phone -> store: {level: not-applicable, traffic: 0}
  phone -> web: {traffic: 2, note: "ask the call centre"}
  web -> store: 2
journeys:
  bought-online-helped-in-store:
    found-by-staff: {note: "next week"}
  click-and-collect:
    order-online: pass
    choose-store: {result: fail, note: "no login"}
end: true
"""  # noqa: E501 - one line for each answer


def test_everything_a_sheet_can_say() -> None:
    assert written(FULL) == FULL_TEXT


def test_a_sheet_that_says_nothing_is_short() -> None:
    assert written(SHOP) == (
        "format: 1\ntool: omniaudit 0.3.0\nquestionnaire: omnichannel@1.0.0\n"
        'business:\n  name: "Corner Bookshop"\n  profile: retail\n  size: micro\n  channels: []\n'
        "mode: self\nend: true\n"
    )


def test_a_role_or_a_side_alone_is_kept() -> None:
    for respondent in (Respondent("owner"), Respondent(side="head-office")):
        assert read(written(replace(SHOP, respondent=respondent))).respondent == respondent


@given(sheets())
@settings(max_examples=150)
def test_what_was_written_reads_back_as_the_same_sheet(sheet: AnswerSheet) -> None:
    text = written(sheet)
    again = read(text)

    assert said(again) == said(sheet)
    assert {each.code for each in again.warnings} <= {"A406", "A413", "A421"}
    assert written(again) == text


@given(sheets(), st.data())
@settings(max_examples=30)
def test_a_written_file_that_was_cut_short_is_refused(
    sheet: AnswerSheet, data: st.DataObject
) -> None:
    text = written(sheet)
    length = data.draw(st.integers(len("format: 1\ntool: "), len(text) - 2))

    with pytest.raises(Exception, match=r"[FYSA]\d\d\d "):
        read(text[:length])


@given(st.text())
@example("\x00\x07\x1b\x7f\x85\xa0\u2028\u2029\ufeff\ufffe\uffff\U0001f600\U0010ffff")
@example('\n\t"\\ # : - ')
def test_any_text_can_be_quoted(text: str) -> None:
    line = f"key: {quoted(text)}"
    (_, value) = strict_yaml.read(line.encode(), "").entries["key"]

    assert isinstance(value, Text)
    assert value.value == text
    assert line.isprintable() or not text.isprintable()
    assert "\n" not in line


def test_what_could_not_be_read_back_is_not_written() -> None:
    long = '"' * 9_900
    full = {each.id: Unknown(long) for each in questionnaire().capabilities}

    assert len(written(replace(SHOP, answers=dict(list(full.items())[:12])))) < MAX_BYTES
    with pytest.raises(CannotWrite, match=r"Corner Bookshop: F104 The file has \d+ kB"):
        written(replace(SHOP, answers=full))
