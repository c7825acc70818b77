"""The workbook: an action plan to fill in, beside what it follows from; no text of it is obeyed."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from omniaudit.model.answers import (
    Answer,
    Answered,
    FitAnswer,
    Handoff,
    NotApplicable,
    Respondent,
    Unknown,
)
from omniaudit.render.workbook import render, shown
from omniaudit.report.assessment import Assessment
from omniaudit.report.build import assess, build
from omniaudit.report.pages.roadmap import reservation
from omniaudit.report.workbook.action_plan import STATUS
from omniaudit.report.workbook.book import workbook
from omniaudit.report.workbook.sheets import Column, Sheet, Workbook, table
from tests.render.markup_and_formulas import FORMULAS
from tests.report.cases import CASES, ITEMS, PASSED, made

Rows = list[list[object]]
DAY = dt.date(2026, 3, 14)


def about(name: str) -> Assessment:
    case = made(name)
    return assess(case.questionnaire, case.card, case.plan, case.ambition)


def written(assessment: Assessment) -> bytes:
    return render(workbook(assessment, build(assessment)))


def read(content: bytes) -> dict[str, Rows]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    found = {each: book.get_sheet_by_name(each).to_python() for each in book.sheet_names}
    return {name: [list(row) for row in rows] for name, rows in found.items()}


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {each: file.read(each).decode() for each in file.namelist()}


def column(rows: Rows, title: str) -> list[object]:
    place = rows[0].index(title)
    return [row[place] for row in rows[1:]]


def one_cell(text: str) -> bytes:
    return render(Workbook("a", None, (table("One", (Column("A", 20),), [(text,)]),)))


def test_the_sheets_are_the_plan_and_what_it_follows_from() -> None:
    names = ["About", "Action plan", "Scores", "Practices", "Answers", "Fit", "Journeys"]

    assert list(read(written(about("sample")))) == [*names, "Handoffs"]
    assert list(read(written(about("example A")))) == names[:5]


def test_a_way_that_does_not_apply_is_gone_by_nobody() -> None:
    base = about("handoffs of an island")
    ways = {**base.sheet.handoffs, ("web", "store"): Handoff(None, applies=False)}
    sheet = replace(base.sheet, handoffs=ways)
    rows = read(written(replace(base, card=replace(base.card, sheet=sheet))))["Handoffs"]

    assert column(rows, "How many customers, 0 to 3") == [1, 0]
    assert column(rows, "In words")[1] == "Not applicable"
    assert str(column(rows, "How many, in words")[1]).startswith("Nobody")


def test_the_plan_has_every_step_once_and_waits_for_what_stands_above() -> None:
    assessment = about("example B")
    rows = read(written(assessment))["Action plan"]
    steps = {each.step.title: each for each in assessment.plan.steps}
    titles = column(rows, "Step")

    assert len(steps) > 3
    assert len(titles) == len(set(titles))
    assert steps.keys() <= set(titles)
    for row in rows[1:]:
        found = dict(zip(map(str, rows[0]), row, strict=True))
        if found["Step"] not in steps:
            continue
        planned = steps[str(found["Step"])]
        assert found["Done when"] == planned.step.kpi
        assert (found["First month"], found["Last month"]) == (planned.start, planned.end)
        waits = [int(each) for each in re.findall(r"\d+", str(found["After steps"]))]
        numbered = dict(zip(column(rows, "No."), titles, strict=True))
        assert {numbered[each] for each in waits} == {
            assessment.questionnaire.step[each].title for each in planned.requires
        }


def test_owner_and_due_are_empty_and_everything_is_still_to_do() -> None:
    content = written(about("example B"))
    rows = read(content)["Action plan"]
    sheet = parts(content)["xl/worksheets/sheet2.xml"]

    assert set(column(rows, "Owner")) == set(column(rows, "Due")) == {""}
    assert set(column(rows, "Status")) == {STATUS[0]}
    assert '<formula1>"to do,in progress,done,dropped"</formula1>' in sheet
    assert 'type="date"' in sheet
    assert 'state="frozen"' in sheet
    assert "<autoFilter" in sheet
    assert 'orientation="landscape"' in sheet


def test_before_there_are_answers_the_plan_is_to_find_them() -> None:
    (first, *tasks) = lines("one answer")

    assert (first["No."], first["Step"], first["Status"]) == ("", "First the answers", "")
    assert len(tasks) == 23
    assert all(str(each["Step"]).startswith("Find out about") for each in tasks)
    assert all(each["Why it is here"] for each in tasks)
    assert {each["Done when"] for each in tasks} == {
        "The level is known, and the report has been made again with it"
    }


def lines(name: str) -> list[dict[str, object]]:
    """The lines of an action plan, each by the titles of its columns."""
    head, *rows = read(written(about(name)))["Action plan"]
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", CASES)
def test_every_line_says_why_it_is_there_and_every_task_when_it_is_done(name: str) -> None:
    found = lines(name)
    tasks = [each for each in found if each["No."]]

    assert found
    assert [each["No."] for each in tasks] == [*range(1, len(tasks) + 1)]
    for each in found:
        assert each["Step"]
        assert each["What to do"]
        assert each["Why it is here"]
        assert bool(each["Done when"]) == bool(each["No."])
        compared = each["Why it is here"] == "For comparison: not advised now"
        assert each["Status"] == (STATUS[0] if each["No."] and not compared else "")


@pytest.mark.parametrize("name", CASES)
def test_a_warning_about_the_plan_is_its_first_line(name: str) -> None:
    assessment = about(name)
    warning = reservation(assessment)
    first = lines(name)[0]
    told = [str(row[1]) for row in read(written(assessment))["About"]]

    if warning:
        assert (first["Step"], first["What to do"]) == (warning.title, warning.text)
        assert "Read the first line of the action plan before the others." in told
    else:
        assert "Read the first line of the action plan before the others." not in told
    assert not [each for each in told if "below" in each]


def test_there_are_plans_with_and_without_a_warning() -> None:
    warned = [reservation(about(name)) for name in CASES]
    titles = {each.title for each in warned if each}

    assert titles >= {"First the answers", "Not advised now"}
    assert None in warned


def test_a_journey_that_must_pass_says_what_it_rests_on() -> None:
    mends = [
        each
        for name in CASES
        for each in lines(name)
        if str(each["Step"]).startswith("Mend the journey")
    ]

    assert len(mends) > 2
    assert all("What should happen there: " in str(each["What to do"]) for each in mends)
    named = [each for each in mends if each["Code"]]
    assert named
    for each in named:
        assert str(each["Code"]).split(", ")[0] in str(each["What to do"])
        assert each["Practice"]
        assert each["Dimension"]


def test_an_empty_plan_says_that_there_is_nothing_to_do() -> None:
    alone = [found for found in map(lines, CASES) if not any(each["No."] for each in found)]

    assert alone
    for (only,) in alone:
        assert str(only["Step"]).startswith("Nothing to ")


@pytest.mark.parametrize("name", CASES)
def test_every_kind_of_business_has_a_book(name: str) -> None:
    assessment = about(name)
    content = written(assessment)
    found = read(content)

    assert found["About"][0] == ["Business", assessment.name]
    assert len(found["Practices"]) == len(assessment.card.standings) + 1
    assert len(found["Answers"]) == len(assessment.card.standings) + 1
    assert len(found["Scores"]) > 4 or name == "few capabilities"
    assert content == written(assessment)
    for part in parts(content).values():
        ET.fromstring(part)


def test_the_scores_are_those_of_the_scorecard() -> None:
    assessment = about("sample")
    rows = read(written(assessment))["Scores"]

    assert rows[1][1:4] == [58.9, 56.3, 61.0]
    assert rows[1][4:6] == ["Multichannel", "Cross-channel"]


def poisoned(text: str) -> Assessment:
    """The sample with a text in every place that takes one."""
    base = about("sample")
    asked = base.questionnaire.capabilities
    answers: dict[str, Answer] = {each.id: Answered(2, note=text) for each in asked}
    answers[asked[0].id] = NotApplicable(text, note=text)
    answers[asked[1].id] = Unknown(note=text, flagged=True)
    fit: dict[str, FitAnswer] = {each: Answered(1, note=text) for each in ITEMS}
    handoffs = {pair: Handoff(2, 1, text) for pair in base.sheet.handoffs}
    walked = base.sheet.journeys
    notes = {
        (each, step.id): text for each in walked for step in base.questionnaire.journey[each].steps
    }
    sheet = replace(
        base.sheet,
        business=replace(base.sheet.business, name=text),
        respondent=Respondent(text),
        answers=answers,
        fit=fit,
        handoffs=handoffs,
        step_notes=notes,
    )
    return replace(base, card=replace(base.card, sheet=sheet))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_was_typed_stays_text_in_every_field(text: str) -> None:
    content = written(poisoned(text))
    found = read(content)
    files = parts(content)

    assert not [each for each in files if "externalLink" in each or "connections" in each]
    for name, part in files.items():
        assert "<f>" not in part, name
        assert "<f " not in part, name
        assert "<hyperlink " not in part, name
        assert "TargetMode" not in part, name
    same = shown(text).replace("\r", "\n")
    for sheet, rows in (("Answers", 24), ("Fit", 12), ("Handoffs", 16), ("Journeys", 15)):
        notes = column(found[sheet], "Note")
        assert len(notes) == rows
        assert {str(each).replace("\r", "\n").strip() for each in notes} == {same.strip()}
    assert str(column(found["Answers"], "Reason")[0]).strip() == same.strip()


@pytest.mark.parametrize("text", [each for each in FORMULAS if each.lstrip()[0] in "=+-@＝＋－＠"])  # noqa: RUF001
def test_a_cell_that_begins_like_a_formula_is_marked_as_text(text: str) -> None:
    assert 'quotePrefix="1"' in parts(one_cell(text))["xl/styles.xml"]
    assert "quotePrefix" not in parts(one_cell("a word"))["xl/styles.xml"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\x00b\x1b[31mc\x08", "ab[31mc"),
        ("\ufffe\uffff\ud800a", "a"),
        ("two\nlines", "two\nlines"),
        ("_x0041_", "_x0041_"),
        ("<r><t>a</t></r>", "<r><t>a</t></r> "),
        ("x" * 40_000, "x" * 32_766 + "…"),
        ("😀 ș ț è", "😀 ș ț è"),
    ],
)
def test_a_cell_holds_what_a_cell_can_hold(text: str, told: str) -> None:
    content = one_cell(text)

    assert read(content)["One"] == [["A"], [told]]
    for part in parts(content).values():
        ET.fromstring(part)


def test_long_notes_are_whole() -> None:
    note = " ".join(f"word{each}" for each in range(1_300))[:10_000]

    assert column(read(written(poisoned(note)))["Answers"], "Note")[3] == note


def test_columns_for_notes_stand_only_where_there_are_notes() -> None:
    rows = read(written(about("example A")))["Answers"]

    assert "Question" in rows[0]
    assert not {"Note", "Reason", "Flagged", "Holds in"} & set(map(str, rows[0]))
    assert "Note" in read(written(about("sample")))["Answers"][0]


def test_the_day_in_the_file_is_that_of_the_assessment() -> None:
    book = Workbook("a", DAY, (Sheet("One", (Column("A", 9),), ()),))
    undated = replace(book, created=None)

    assert "2026-03-14T00:00:00Z" in parts(render(book))["docProps/core.xml"]
    assert "1980-01-01T00:00:00Z" in parts(render(undated))["docProps/core.xml"]
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", parts(render(book))["docProps/core.xml"])) == {
        "2026-03-14T"
    }


def test_two_processes_write_the_same_bytes() -> None:
    program = (
        "import hashlib\n"
        "from tests.render.test_workbook import about, written\n"
        "print(hashlib.sha256(written(about('sample'))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert len(found) == 1
    assert len(found.pop().strip()) == 64


def test_a_panel_shows_how_far_answers_are_apart() -> None:
    rows = read(written(about("a panel of three")))["Practices"]

    assert {"Lowest answer", "Highest answer"} <= set(map(str, rows[0]))
    assert "yes" in column(rows, "Disputed")


def test_a_journey_is_told_step_by_step() -> None:
    rows = read(written(about("journeys that passed")))["Journeys"]

    assert len(set(column(rows, "Journey"))) == len(PASSED)
    assert "Was not tested" in column(rows, "Result")


def test_levels_are_numbers() -> None:
    assert all(
        isinstance(each, float)
        for each in column(read(written(about("all three")))["Answers"], "Level")
    )
