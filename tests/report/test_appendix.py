"""The appendix keeps everything that was said, and the cards before it what fits beside a level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.model.answers import Answered, AnswerSheet, Evidence, Handoff
from omniaudit.report.appendix.long_notes import LONGEST, in_row
from omniaudit.report.document import Bullets, CapabilityCard, Document, KeyFigures, Section, Table
from omniaudit.report.findings.two_up import paired
from tests.engine.sheets import QUESTIONNAIRE, TWOS, sheet
from tests.report.cases import made, of
from tests.report.texts import blocks, said, section

LONG = ("word " * 100).strip()
SHEET: AnswerSheet = replace(
    sheet(TWOS, channels=("store", "web")),
    handoffs={
        ("store", "web"): Handoff(None, applies=False),
        ("web", "store"): Handoff(1, 2),
    },
    journeys={"click-and-collect": {"order-online": "pass"}},
)


def appendix(given: AnswerSheet) -> Section:
    return section(of(given).document, "answers")


def tables(found: Section) -> dict[str, Table]:
    return {each.caption: each for each in blocks(found) if isinstance(each, Table)}


def cards(document: Document, name: str) -> list[CapabilityCard]:
    found = blocks(section(document, f"dimension-{name}"))
    return [each for each in found if isinstance(each, CapabilityCard)]


def test_a_table_without_notes_has_no_column_for_them() -> None:
    bare = tables(appendix(SHEET))
    noted = tables(
        appendix(replace(SHEET, answers={**SHEET.answers, "data.history": Answered(1, note="so")}))
    )

    assert len(bare) == 3
    assert all("Note" not in [column.title for column in each.columns] for each in bare.values())
    assert [each.title for each in noted["Practices"].columns][-1] == "Note"
    assert "Note" not in [each.title for each in noted["Handoffs"].columns]


def test_a_way_that_does_not_apply_has_no_customers() -> None:
    rows = tables(appendix(SHEET))["Handoffs"].rows

    assert [each.cells[2:] for each in rows] == [
        ("Does not apply", "\u2013"),
        ("1", "Many customers"),
    ]


def test_a_long_note_stands_in_full_below_its_table_and_in_short_on_its_card() -> None:
    answers = {**SHEET.answers, "data.history": Answered(1, note=LONG)}
    document = of(replace(SHEET, answers=answers)).document
    (card,) = (each for each in cards(document, "data") if each.code == "DS2")
    found = said(section(document, "answers"))

    assert found.count(LONG) == 1
    assert f"History at the point of contact (DS2): {LONG}" in found
    assert "In full below the table" in found
    assert len(dict(card.facts)["Note"]) <= 160
    assert in_row("x" * LONGEST) == "x" * LONGEST


def test_what_would_prove_an_answer_is_asked_where_nobody_looked() -> None:
    answers = {
        **SHEET.answers,
        "data.history": Answered(1),
        "data.consent": Answered(1, evidence=Evidence.SEEN),
    }
    rows = tables(appendix(replace(SHEET, answers=answers)))["Practices"].rows
    told = {each.cells[0]: each.cells[-1] for each in rows if not each.group}

    assert QUESTIONNAIRE.capability["data.history"].evidence[0] in told["DS2"]
    assert told["DS6"].endswith("Rests on: seen.")


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("all three", ["held"]),
        ("it fits", ["held", "next"]),
        ("all unknown", ["other"] * 4),
        ("nothing applies", []),
    ],
)
def test_a_card_shows_today_and_the_next_level_or_the_whole_ladder(
    name: str, marks: list[str]
) -> None:
    found = cards(made(name).document, "data")

    assert len(found) == 6
    assert all([rung.mark for rung in each.rungs] == marks for each in found)


def test_the_next_level_is_marked_where_the_plan_leads_to_it() -> None:
    example = made("example B")
    planned = {QUESTIONNAIRE.capability[each.step.capability].code for each in example.plan.steps}
    marked = {
        each.code
        for dimension in QUESTIONNAIRE.dimensions
        for each in cards(example.document, dimension.id)
        if any(rung.mark == "target" for rung in each.rungs)
    }

    assert planned
    assert marked == planned


def test_strengths_and_gaps_are_named_level_by_level() -> None:
    found = section(made("sample").document, "dimension-data")
    lists = [each.items for each in blocks(found) if isinstance(each, Bullets)]

    assert lists[0][0] == "Level 3: Stock and availability visibility"
    assert lists[1] == ("Level 1: Consent, privacy and data quality",)


def test_a_dimension_of_which_nothing_is_known_shows_no_figures() -> None:
    found = [*blocks(section(made("all unknown").document, "dimension-data"))]

    assert found
    assert not any(isinstance(each, KeyFigures | Bullets) for each in found)


def test_entries_are_paired_and_the_last_may_stand_alone() -> None:
    assert [row.cells for row in paired([("a", "1"), ("b", "2"), ("c", "3")])] == [
        ("a", "1", "b", "2"),
        ("c", "3", "", ""),
    ]
    assert paired([]) == ()
    assert len(paired([("a", "1"), ("b", "2")])) == 1


def test_every_term_and_source_is_printed_once() -> None:
    document = made("sample").document
    (glossary,) = blocks(section(document, "glossary"))
    assert isinstance(glossary, Table)
    terms = [row.cells[place] for row in glossary.rows for place in (0, 2) if row.cells[place]]

    assert len(terms) == len(QUESTIONNAIRE.glossary)
    assert terms == sorted(terms, key=str.lower)
    printed = said(section(document, "method"))
    cited = {
        each.source for capability in QUESTIONNAIRE.capabilities for each in capability.sources
    }
    named = [each.reference for each in QUESTIONNAIRE.sources if each.id in cited]
    assert len(named) > 20
    assert all(printed.count(each) >= 1 for each in named)
