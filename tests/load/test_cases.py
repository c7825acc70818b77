"""Cases are read like answers files, and every mistake in them is told at its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from omniaudit.catalogue import CATALOGUE
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.cases import read_case, read_cases
from omniaudit.model.answers import Answered, Evidence, NotApplicable
from omniaudit.model.cases import Case
from omniaudit.problems import InputRejected
from tests.load.test_messages_page import FENCE, SECTIONS

OURS = load_questionnaire()
HEAD = """\
case: A shop
story: A shop of which nothing else is known.
business: {name: A, profile: retail, size: small, channels: [store, web, phone]}
"""
EXPECT = "expect: {confirmed: multichannel}\n"


def case(body: str, head: str = HEAD, expect: str = EXPECT) -> Case:
    return read_case(f"{head}{dedent(body)}{expect}".encode(), "shop.yaml", OURS)


def told(body: str, head: str = HEAD, expect: str = "") -> list[str]:
    """Line, column, code and message of every problem of a case that expects something."""
    with pytest.raises(InputRejected) as rejected:
        case(body, head, expect)
    return [
        f"{each.place.line}:{each.place.column} {each.code} {each.message}"
        for each in rejected.value.problems
    ]


def test_a_case_is_a_name_a_story_answers_and_expectations() -> None:
    shop = case("mode: audit\nanswers: {data.history: 2}\n")

    assert (shop.name, shop.story) == ("A shop", "A shop of which nothing else is known.")
    assert (shop.sheet.business.name, shop.sheet.mode) == ("A", "audit")
    assert shop.sheet.answers == {"data.history": Answered(2)}
    assert str(shop.place) == "shop.yaml:1:1"
    ((expectation,)) = shop.expectations
    assert (expectation.result, expectation.wanted) == ("confirmed", ("multichannel",))
    assert str(expectation.place) == "shop.yaml:6:10"


def test_a_case_may_say_everything_that_an_answers_file_says() -> None:
    shop = case(
        """\
        format: 1
        tool: omniaudit 1.0.0
        questionnaire: omnichannel@1
        respondent: {role: owner, side: frontline}
        date: 2026-11-21
        answers: {data.history: {level: 2, evidence: seen, note: on the screen}}
        end: true
        """
    )

    assert shop.sheet.respondent.role == "owner"
    assert str(shop.sheet.date) == "2026-11-21"
    assert shop.sheet.answer("data.history").note == "on the screen"


def test_rest_stands_for_every_question_without_a_line() -> None:
    shop = case("answers: {rest: {level: 3, evidence: seen}, data.history: 1}\n")
    answers = dict(shop.sheet.answers)

    assert len(answers) == len(OURS.capabilities)
    assert answers.pop("data.history") == Answered(1)
    assert set(answers.values()) == {Answered(3, evidence=Evidence.SEEN)}


def test_the_narrower_word_counts_wherever_it_stands() -> None:
    answers = case("answers: {data.history: 0, rest: 3, data: 1}\n").sheet.answers

    for name, answer in answers.items():
        level = 0 if name == "data.history" else 1 if name.startswith("data.") else 3
        assert answer == Answered(level), name


def test_a_dimension_alone_leaves_the_others_open() -> None:
    answers = case("answers: {data: {not-applicable: no customers}}\n").sheet.answers

    assert len(answers) == 6
    assert set(answers.values()) == {NotApplicable("no customers")}


def test_factors_stand_for_their_items() -> None:
    fit = case("fit: {resources: 1, resources.people: 3, rest: unknown}\n").sheet.fit

    assert len(fit) == len(OURS.fit.items)
    assert fit["resources.people"] == Answered(3)
    assert fit["resources.budget"] == Answered(1)
    assert not isinstance(fit["business.reach"], Answered)


def test_rest_stands_for_every_other_pair_of_channels() -> None:
    handoffs = case("handoffs: {rest: 0, store->web: 3, web → store: 2}\n").sheet.handoffs

    assert len(handoffs) == 6
    levels = {" ".join(pair): each.level for pair, each in handoffs.items()}
    assert (levels.pop("store web"), levels.pop("web store")) == (3, 2)
    assert set(levels.values()) == {0}


def test_rest_stands_for_every_other_step() -> None:
    walked = case("journeys: {click-and-collect: {rest: pass, item-is-there: fail}}\n").sheet

    results = walked.journeys["click-and-collect"]
    assert len(results) == len(OURS.journey["click-and-collect"].steps)
    assert [step for step, each in results.items() if each == "fail"] == ["item-is-there"]


def test_an_id_is_no_shorthand() -> None:
    """In a spa, say, one of the steps may be to rest."""
    journey = OURS.journey["click-and-collect"]
    steps = (replace(journey.steps[0], id="rest"), *journey.steps[1:])
    spa = replace(OURS, journeys=(replace(journey, steps=steps),))
    text = f"{HEAD}journeys: {{click-and-collect: {{rest: pass}}}}\n{EXPECT}"

    walked = read_case(text.encode(), "spa.yaml", spa).sheet.journeys
    assert walked == {"click-and-collect": {"rest": "pass"}}


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("expect:\n", ["4:8 S304 `expect` is empty."]),
        ("answers: {rest: 2}\n", ["1:1 S302 `expect` is missing."]),
        (
            "expect: {}\n",
            ["4:9 C551 The case expects nothing, so it proves nothing."],
        ),
        (
            "expect: {confirmed: }\n",
            ["4:9 C551 The case expects nothing, so it proves nothing."],
        ),
        ("expect: much\n", ["4:9 S303 `expect` should be a group of `name: value` lines, not"]),
        ("expect: {conformed: siloed}\n", ["4:10 S301 `conformed` is not known here. Did you"]),
        ("expect: {target: omni}\n", ["4:18 S305 `omni` is not known as a stage."]),
        ("expect: {fit: good}\n", ["4:15 S305 `good` is not known as a verdict."]),
        ("expect: {index: [65.2, 66]}\n", ["4:18 S306 `65.2` is not a whole number from 0 to 100"]),
        ("expect: {index: 65}\n", ["4:17 S303 `index` should be a list, not a text."]),
        (
            "expect: {dimensions: {dta: siloed, data: silo, consistency: []}}\n",
            [
                "4:23 C552 The questionnaire knows no `dta` that could stand under `dimensions`.",
                "4:42 S305 `silo` is not known as a stage.",
                "4:61 S303 `consistency` should be a text, not a list.",
            ],
        ),
        (
            "expect: {counted: {data.history: 4, data: 1}}\n",
            [
                "4:34 S306 `4` is not a whole number from 0 to 3.",
                "4:37 C552 The questionnaire knows no `data` that could stand under `counted`.",
            ],
        ),
        (
            "expect: {blockers: [data, data.history, chat-to-store, data.histori, [data]]}\n",
            [
                "4:56 C552 The questionnaire knows no `data.histori` that could stand under",
                "4:70 S303 `blockers` should be a text, not a list.",
            ],
        ),
        (
            "expect: {must: [data.history@2, data.history], islands: [[store, shop], web]}\n",
            [
                "4:33 C552 The questionnaire knows no `data.history` that could stand under `must`",
                "4:66 C552 The questionnaire knows no `shop` that could stand under `islands`.",
            ],
        ),
        ("expect: {islands: [[store, [web]]]}\n", ["4:28 S303 `islands` should be a text, not"]),
        ("answers: {rest: 7}\n" + EXPECT, ["4:17 A404 `7` is not an answer."]),
        (
            "answers: {rest: [2]}\n" + EXPECT,
            ["4:17 S303 `integration.coverage` should be 0, 1, 2, 3 or `unknown`, not a list."],
        ),
        ("answers: {data: {}}\n" + EXPECT, ["4:17 S302 `level` is missing."]),
        (
            "fit: {resources: 1, rest: 2, business: 1, expectations: 1}\n" + EXPECT,
            ["4:21 C553 `rest` stands for nothing here: all that it could stand for is said"],
        ),
        (
            "journeys: {chat: {rest: pass}}\n" + EXPECT,
            ["4:12 A415 There is no journey `chat`."],
        ),
        (
            "journeys: 1\nfit: 1\n" + EXPECT,
            ["4:11 S303 `journeys` should be a group", "5:6 S303 `fit` should be a group of"],
        ),
        (
            "journeys: {chat-to-store: pass}\n" + EXPECT,
            ["4:27 S303 `chat-to-store` should be a group of `name: value` lines, not a text."],
        ),
    ],
)
def test_every_mistake_is_told_once(body: str, problems: list[str]) -> None:
    found = told(body)

    assert len(found) == len(problems), found
    for wanted, said in zip(problems, found, strict=True):
        assert said.startswith(wanted)


def test_a_shorthand_needs_no_profile_to_be_understood() -> None:
    head = HEAD.replace("retail", "retial")

    assert [each.split()[1] for each in told("answers: {data: 9}\n", head, EXPECT)] == [
        "S305",
        "A404",
    ]


def test_a_case_needs_a_name_and_a_story() -> None:
    head = "business: {name: A, profile: retail, size: small}\n"

    assert [each.split(maxsplit=1)[1] for each in told("", head, EXPECT)] == [
        "S302 `case` is missing.",
        "S302 `story` is missing.",
    ]


def test_warnings_travel_with_the_sheet() -> None:
    shop = case("answers: {data.consent: {not-applicable: no data}}\n")

    assert [each.code for each in shop.sheet.warnings] == ["A421"]


def test_a_folder_of_cases_is_read_by_file_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "notes.txt"):
        text = HEAD.replace("A shop", f"The shop {name}") + EXPECT
        (tmp_path / name).write_text(text, "utf-8")

    assert [each.name for each in read_cases(tmp_path, OURS)] == [
        "The shop a.yml",
        "The shop b.yaml",
    ]


def test_a_questionnaire_may_have_no_cases(tmp_path: Path) -> None:
    assert read_cases(tmp_path / "cases", OURS) == ()


def test_the_problems_of_all_cases_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + EXPECT, "utf-8")
    (tmp_path / "b.yaml").write_text(HEAD + "expect: {}\n", "utf-8")
    (tmp_path / "c.yaml").write_text("# no name\n" + HEAD + EXPECT, "utf-8")
    (tmp_path / "d.yaml").write_text(HEAD.replace("A shop", "Another", 1) + EXPECT, "utf-8")

    with pytest.raises(InputRejected) as rejected:
        read_cases(tmp_path, OURS)

    found = rejected.value.problems
    assert [(Path(each.place.file).name, each.place.line, each.code) for each in found] == [
        ("b.yaml", 4, "C551"),
        ("c.yaml", 2, "C554"),
    ]
    assert found[1].message == "A case of this name stands in a.yaml already."


@pytest.mark.parametrize("code", ["C551", "C552", "C553"])
def test_the_examples_of_the_messages_are_true(code: str) -> None:
    ((wrong, right),) = FENCE.findall(SECTIONS[code])
    wrong, right = (each.split("\n", 1)[1] for each in (wrong, right))
    besides = "" if "expect:" in wrong else EXPECT

    assert [each.split()[1] for each in told(wrong + besides)] == [code]
    assert case(right, expect=besides).expectations


def test_these_are_all_messages_about_cases() -> None:
    """The last one is about a case that was read: tests/engine/test_expectations.py."""
    codes = [code for code in CATALOGUE if code.startswith("C")]

    assert codes == ["C551", "C552", "C553", "C554", "C555"]


def test_a_case_that_names_its_tool_and_has_no_end_was_cut_short() -> None:
    assert [each.split()[1] for each in told("tool: omniaudit 1.0.0\n", expect=EXPECT)] == ["F107"]
