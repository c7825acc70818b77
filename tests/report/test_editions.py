"""Editions of a report: what is to stay away is gone before anything is worded."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import (
    Answered,
    AnswerSheet,
    Handoff,
    NotApplicable,
    NotAsked,
    Respondent,
    Unknown,
)
from omniaudit.model.brand import Brand, Face, Logo
from omniaudit.problems import Place, problem
from omniaudit.report.build import build, planned
from omniaudit.report.document import Document
from omniaudit.report.edition import (
    SHORT,
    SUMMARY,
    WHOLE,
    Edition,
    branded,
    edited,
    short,
    shortened,
    stand_in,
)
from tests.engine.sheets import QUESTIONNAIRE, TWOS, but, sheet
from tests.report.cases import CASES, made
from tests.report.texts import said

LONG = "much to say about this " * 20
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1f7\U0001f1f4"
WAVE = "\U0001f44b\U0001f3fd"
ACCENT = "e\u0301\u0323"
FRESH = replace(
    but(
        sheet(TWOS, channels=("store", "web", "app"), mode="interview"),
        data_identity=Answered(2, note=LONG, flagged=True),
        data_consent=Unknown(LONG),
        data_synchronisation=NotApplicable("no stock at Aurora", LONG),
        consistency_brand=NotAsked(LONG),
    ),
    respondent=Respondent("Ms Rossi, owner", "head-office"),
    fit={QUESTIONNAIRE.fit.items[0].id: Answered(1, note=LONG)},
    handoffs={
        ("store", "web"): Handoff(2, 1, LONG),
        ("web", "store"): Handoff(None, 1, LONG, asked=False),
    },
    journeys={"click-and-collect": {"item-is-there": "fail"}},
    step_notes={("click-and-collect", "item-is-there"): LONG},
    sha256="ab" * 32,
    warnings=(problem("A422", Place("aurora-secret.yaml", 3, 4)),),
)
ANONYMOUS = Edition(anonymous=True)


def document(given: AnswerSheet, edition: Edition) -> Document:
    assessment = planned(QUESTIONNAIRE, score(QUESTIONNAIRE, edited(given, edition)))
    return shortened(build(replace(assessment, edition=edition)), edition)


def notes(given: AnswerSheet) -> list[str]:
    found = [each.note for each in (*given.answers.values(), *given.fit.values())]
    found += [each.note for each in given.handoffs.values()]
    return [each for each in (*found, *given.step_notes.values()) if each]


def test_all_notes_are_as_they_were_typed() -> None:
    assert edited(FRESH, WHOLE) is FRESH
    assert len(notes(FRESH)) == 8


def test_no_notes_are_none_and_reasons_stay() -> None:
    found = edited(FRESH, Edition("none"))

    assert notes(found) == []
    assert ("web", "store") not in found.handoffs
    assert found.answers["data.synchronisation"] == NotApplicable("no stock at Aurora")
    assert found.answers["data.identity"] == Answered(2, flagged=True)
    assert (found.business, found.respondent) == (FRESH.business, FRESH.respondent)


def test_short_notes_are_short_and_shortening_twice_is_once() -> None:
    found = edited(FRESH, Edition("short"))

    assert len(notes(found)) == len(notes(FRESH))
    assert {len(each) <= SHORT for each in notes(found)} == {True}
    assert {each[-2:-1].isalpha() for each in notes(found)} == {True}
    assert edited(found, Edition("short")) == found


@pytest.mark.parametrize("letter", [ACCENT, FAMILY, FLAG, WAVE, "n", "\u0219"])
@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "abcd"])
def test_a_cut_goes_through_no_letter(letter: str, before: str) -> None:
    found = short(before + letter * 200)
    kept = found.removesuffix("\u2026").removeprefix(before)

    assert 150 < len(found) <= SHORT
    assert kept
    assert kept == letter * (len(kept) // len(letter))


@pytest.mark.parametrize("text", ["", "x", "x" * SHORT, "a b\n\nc", "\u0301" * 400, " ,;" * 90])
def test_whatever_is_shortened_stays_so(text: str) -> None:
    found = short(text)

    assert len(found) <= SHORT
    assert short(found) == found
    assert not unicodedata.combining(found[-1:] or "x") or len(text) <= SHORT


def test_a_note_is_cut_between_words() -> None:
    assert short("word " * 40) == ("word " * 32).strip() + "\u2026"
    assert short("a" * 100 + ", " + "b" * 100) == "a" * 100 + "\u2026"


@pytest.mark.parametrize("edition", [Edition("none"), Edition("short"), ANONYMOUS])
def test_an_edition_changes_no_number(edition: Edition) -> None:
    whole, other = score(QUESTIONNAIRE, FRESH), score(QUESTIONNAIRE, edited(FRESH, edition))

    assert replace(other, sheet=whole.sheet) == whole


def test_an_anonymous_sheet_has_neither_names_nor_words_of_anybody() -> None:
    found = edited(FRESH, Edition("all", anonymous=True))

    assert notes(found) == []
    assert found.business == replace(FRESH.business, name=stand_in())
    assert found.respondent == Respondent("", "head-office")
    assert found.answers["data.synchronisation"] == NotApplicable("reason withheld")
    assert (found.sha256, found.date, found.mode) == ("", FRESH.date, FRESH.mode)
    assert [(each.code, each.place) for each in found.warnings] == [
        ("A422", Place("answers", 3, 4))
    ]


def test_an_anonymous_document_says_so_in_whole_sentences() -> None:
    words = said(document(FRESH, ANONYMOUS))

    assert "Aurora" in said(document(FRESH, WHOLE))
    for name in ("Aurora", "Rossi", "much to say", "abab", "not read from a file"):
        assert name not in words
    assert f"Confidential: prepared for {stand_in()}" in words
    assert "SHA-256 of the answers file\nwithheld" in words
    assert "Role not given (head office)" in words


def test_every_sheet_of_a_panel_is_edited() -> None:
    sheets = [FRESH, replace(FRESH, respondent=Respondent("Mr Bianchi", "frontline"))]
    card = score_panel(QUESTIONNAIRE, [edited(each, ANONYMOUS) for each in sheets])
    words = said(build(replace(planned(QUESTIONNAIRE, card), edition=ANONYMOUS)))

    assert "Bianchi" in said(build(planned(QUESTIONNAIRE, score_panel(QUESTIONNAIRE, sheets))))
    assert not [each for each in ("Aurora", "Rossi", "Bianchi") if each in words]
    assert "Two people: two without a stated role" in words


def test_an_anonymous_report_keeps_of_a_brand_what_has_no_name() -> None:
    brand = Brand(
        name="Rossi Consulting",
        logo=Logo("png", b"", 1, 1),
        primary="#102030",
        typeface="Inter",
        confidentiality="For Aurora",
        contact="rossi@example.org",
    )

    assert branded(brand, WHOLE) is brand
    assert branded(brand, ANONYMOUS) == Brand(primary="#102030", typeface="Inter")
    own = replace(brand, typeface="Rossi Sans", faces=(Face(400, "truetype", b""),))
    assert branded(own, ANONYMOUS) == Brand(primary="#102030")


@pytest.mark.parametrize("name", CASES)
def test_a_summary_refers_to_nothing_that_is_not_in_it(name: str) -> None:
    found = made(name)
    edition = Edition(summary=True)
    assessment = planned(found.questionnaire, found.card)
    document = shortened(build(replace(assessment, edition=edition)), edition)
    words = said(document.sections).lower()

    assert tuple(each.id for each in document.sections) == SUMMARY
    for reference in ("roadmap", "appendix", "stands under", "listed in", "glossary", "pages"):
        assert reference not in words


def test_the_whole_report_refers_to_what_is_in_it() -> None:
    words = "".join(said(made(name).document.sections[0]) for name in CASES)

    assert "listed in the roadmap" in words
    assert "Whom to ask stands under \u201cWhat we do not know yet\u201d" in words


def test_a_note_is_cut_after_a_sentence_that_ends_in_its_last_half() -> None:
    first = f"{'All went well in the seven stores ' * 3}of the town."

    assert short(f"{first} The last report matched {'about two ' * 9}thirds.") == f"{first} \u2026"
    assert short(f"Yes. {'word ' * 40}").endswith("word\u2026")
    assert short(f"{first} e.g. {'word ' * 40}", 130).endswith("\u2026")
