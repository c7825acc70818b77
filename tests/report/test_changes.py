"""What changed since the assessment before."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import (
    Answered,
    AnswerSheet,
    Coverage,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.gates import Preset
from omniaudit.report.appendix.change_tables import difference
from omniaudit.report.appendix.changes import changes_section
from omniaudit.report.build import build, planned
from omniaudit.report.document import Section, Table
from omniaudit.report.reading import Reading
from tests.engine.sheets import QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet
from tests.report.cases import CASES, FAILED, PASSED, made
from tests.report.texts import blocks, said

THEN, NOW = dt.date(2026, 3, 3), dt.date(2027, 3, 10)


def reading(given: AnswerSheet, day: dt.date | None = None, preset: Preset = "standard") -> Reading:
    return Reading(QUESTIONNAIRE, score(QUESTIONNAIRE, replace(given, date=day), preset))


def changes(now: AnswerSheet, before: AnswerSheet) -> Section:
    return changes_section(reading(now, NOW), reading(before, THEN))


def tables(section: Section) -> dict[str, Table]:
    return {each.caption: each for each in blocks(section) if isinstance(each, Table)}


def cells(table: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_it_comes_last_and_only_when_there_is_an_earlier_one() -> None:
    assessment = planned(QUESTIONNAIRE, score(QUESTIONNAIRE, replace(sheet(TWOS), date=NOW)))
    with_it = build(assessment, before=reading(sheet(ZEROS), THEN)).sections

    assert [each.id for each in with_it[-2:]] == ["glossary", "changes"]
    assert with_it[:-1] == build(assessment).sections
    assert with_it[-1].title == "Changes since 3 March 2026"


def test_a_stage_that_rose_and_why() -> None:
    found = changes(sheet(TWOS), sheet(ZEROS))

    assert found.lead == (
        "On 3 March 2026 the confirmed stage of Libreria Aurora was siloed; on 10 March 2027 it is "
        "cross-channel."
    )
    assert "Why the stage is higher" in said(found)
    assert "These conditions were open then and are met now. As they stood then:" in said(found)
    assert "none of 6 practices is at level 1 or above" in said(found)
    assert "open now:" not in said(found)


def test_a_stage_that_fell_and_why() -> None:
    found = changes(sheet(ZEROS), sheet(TWOS))

    assert "Why the stage is lower" in said(found)
    assert "These conditions were not in the way then and are open now:" in said(found)
    assert "are met now" not in said(found)


def test_a_stage_that_stayed_with_one_condition_met_and_one_new() -> None:
    worse = but(sheet("222211 222111 222222 222222"))
    better = but(sheet("222222 222111 222222 221111"))
    found = changes(better, worse)
    words = said(found)

    assert found.lead.endswith("it still is.")
    assert "Why the stage is the same" in words
    (still,) = (each for name, each in tables(found).items() if name.startswith("Open then"))
    assert [len(each) for each in cells(still)] == [2] * len(still.rows)


def test_nothing_in_the_way_then_or_now() -> None:
    words = said(changes(sheet(THREES), sheet(THREES)))

    assert "No condition was open then, and none is now." in words
    assert "No practice stands elsewhere than before, and no journey ended otherwise." in words


def test_a_journey_that_barred_the_stage_is_one_condition() -> None:
    broken = sheet(TWOS, journeys=FAILED)
    mended = sheet(TWOS, journeys=PASSED)
    found = changes(mended, broken)

    assert "This condition was open then and is met now. As it stood then:" in said(found)
    listed = cells(tables(found)["Journeys that ended otherwise"])
    assert listed[0] == ("Pass now",)
    assert listed[1][1].startswith("Broke at \u201c")
    assert listed[1][2] == "Passed"


def test_levels_up_and_down_and_how_far_they_hold() -> None:
    before = but(
        sheet(TWOS),
        data_identity=Answered(1),
        data_history=Answered(3),
        data_consent=Answered(2, Coverage.NONE),
    )
    now = but(sheet(TWOS), data_consent=Answered(2, Coverage.FULLY))
    table = tables(changes(now, before))["Practices at another level"]

    assert [each.title for each in table.columns] == ["Practice", "3 March 2026", "10 March 2027"]
    assert [(each[0][-4:-1], *each[1:]) if len(each) > 1 else each for each in cells(table)] == [
        ("Two practices higher",),
        ("DS1", "Level 1", "Level 2"),
        ("DS6", "Level 1, level 2 stated, holds: hardly anywhere", "Level 2, holds: fully"),
        ("One practice lower",),
        ("DS2", "Level 3", "Level 2"),
    ]


def test_answers_that_came_and_went() -> None:
    before = but(
        sheet(TWOS),
        data_identity=Unknown(),
        data_availability=NotApplicable("x"),
        data_consent=NotAsked(),
    )
    now = but(sheet(TWOS), data_history=Unknown(), data_synchronisation=NotApplicable("y"))
    table = tables(changes(now, before))["Answers that came, went or were set aside"]

    assert [(each[0][-4:-1], *each[1:]) if len(each) > 1 else each for each in cells(table)] == [
        ("Known now",),
        ("DS1", "Not known", "Level 2"),
        ("DS6", "Not asked yet", "Level 2"),
        ("No longer known",),
        ("DS2", "Level 2", "Not known"),
        ("Set aside now",),
        ("DS5", "Level 2", "Does not apply"),
        ("Set aside then",),
        ("DS3", "Does not apply", "Level 2"),
    ]


@pytest.mark.parametrize(
    ("then", "today", "words"),
    [
        (Fraction(4004, 100), Fraction(4316, 100), "+3.2"),
        (Fraction(50), Fraction(45), "\u22125.0"),
        (Fraction(5001, 100), Fraction(50), "0.0"),
        (None, Fraction(50), "\u2013"),
    ],
)
def test_a_difference_is_that_of_what_is_printed(
    then: Fraction | None, today: Fraction | None, words: str
) -> None:
    assert difference(then, today) == words


def test_every_difference_of_figures_can_be_checked_by_hand() -> None:
    found = changes(sheet("222211 222111 222222 2222?2"), sheet("2221?1 223221 222121 222311"))
    checked = 0
    for row in cells(tables(found)[""]):
        values = [re.match(r"\d+\.\d", each) for each in row[1:3]]
        if all(values) and row[3] != "\u2013":
            then, today = (round(float(each[0]) * 10) for each in values if each)
            told = row[3].replace("\u2212", "-").replace("+", "")
            assert round(float(told) * 10) == today - then
            checked += 1

    assert checked >= 5


def test_what_cannot_be_compared_is_said() -> None:
    older = replace(QUESTIONNAIRE, version="0.9.0")
    one = replace(sheet(TWOS, profile="local", size="micro", channels=("store",)), date=THEN)
    two = replace(sheet(TWOS, mode="audit", channels=("store", "web")), date=NOW)
    before = Reading(older, score(older, one, "lenient"))
    now = Reading(QUESTIONNAIRE, score_panel(QUESTIONNAIRE, [two, two], "strict"))
    words = said(changes_section(now, before))

    for part in (
        "The questionnaire was omnichannel 0.9.0 then and is omnichannel 1.0.0 now;",
        "The stage was judged by lenient gates then and is by strict ones now;",
        "How it was done: self-declared then, audit now;",
        "People who answered: one then, two now;",
        "Channels: ",
        "Size: ",
        "Kind of business: ",
    ):
        assert part in words
    assert "Both are worked out by the same" not in words


def test_no_answer_now_is_no_stage() -> None:
    found = changes(sheet("...... ...... ...... ......"), sheet(TWOS))

    assert found.lead == (
        "On 3 March 2026 the confirmed stage of Libreria Aurora was cross-channel; on 10 March "
        "2027 no practice is answered yet."
    )


def test_two_alike_are_said_to_be_so() -> None:
    words = said(changes(sheet(TWOS), sheet(ZEROS)))

    assert "Both are worked out by the same questionnaire, omnichannel 1.0.0, and the same" in words
    assert "part of a difference may come from" not in words


def test_no_answer_then_is_no_stage_to_compare_with() -> None:
    found = changes(sheet(TWOS), sheet("...... ...... ...... ......"))

    assert found.lead == (
        "On 3 March 2026 no practice was answered yet, so there is no stage to compare with."
    )


@pytest.mark.parametrize("name", CASES)
def test_any_assessment_can_be_compared_with_any(name: str) -> None:
    found = made(name)
    other = made("sample")
    for now, before in ((found, other), (other, found), (found, found)):
        section = changes_section(
            Reading(now.questionnaire, now.card), Reading(before.questionnaire, before.card)
        )
        words = said(section)

        assert "None" not in words
        assert "  " not in words
        assert section.lead.endswith(".")
    assert "No practice stands elsewhere than before" in words
