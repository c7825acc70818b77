"""With --json, stdout is one document with the promised keys, on failure too."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.cli.runner import QUESTIONNAIRE, Run, omniaudit, process, shop, write

ODD = shop("." * 24, extra="  data.consent: {not-applicable: we keep no data at all}")
# What scripts hold on to: a key may be added here, never removed or renamed.
SCORE = {
    "": "schema questionnaire business date mode respondents stage index completeness confidence"
    " dimensions capabilities blockers deciding_unknowns decisive_answers fit handoffs journeys"
    " contradictions panel warnings",
    "questionnaire": "id version sha256",
    "business": "name profile size channels",
    "stage": "confirmed potential id gate strict lenient",
    "index": "value low high arithmetic imbalance",
    "completeness": "applicable answered unknown not_asked not_applicable",
    "confidence": "value grade",
    "dimensions": "id code score low high stage potential_stage reduced",
    "capabilities": "id code state level counted_level score weight",
    "decisive_answers": "id from to stage",
    "fit": "resources business expectations need needed_stage capacity_stage target"
    " target_possible verdict",
    "handoffs": "index density_2 density_3 stage islands asymmetries detours",
    "journeys": "id passed progress break_step",
    "contradictions": "kind capability journey step",
}
BLOCKERS = {
    "share": "stage kind dimension level have need of",
    "key": "stage kind any_of level",
    "journey": "stage kind journeys",
}
PANEL = {
    "": "roles alpha agreement",
    "agreement": "id levels median variance rwg deviation flagged perception_gap",
}
PLAN = {
    "": "schema from to reaches effort_weeks effort_weeks_possible least_effort_weeks budget_weeks"
    " plans must steps"
    " options choices alternatives journeys_to_pass next_after",
    "steps": "id capability to_level effort_weeks band horizon_months requires start_month"
    " end_month",
    "options": "id plans",
    "choices": "choose of",
    "next_after": "to effort_weeks",
}
PROBLEMS = {
    "": "schema problems",
    "problems": "code severity file line column message remedy",
}
EXPLANATION = {
    "": "dimensions stages confidence",
    "dimensions": "id terms points possible low_points high_points possible_with_unknowns",
    "stages": "stage holds checks journeys_failed",
    "confidence": "id weight trust",
}


def assert_keys(document: dict[str, Any], promised: dict[str, str]) -> None:
    """Every part that is there has exactly the promised keys, in their order."""
    for part, keys in promised.items():
        found = document[part] if part else document
        for each in found if isinstance(found, list) else [found]:
            assert list(each) == keys.split(), part


def panel() -> tuple[str, str]:
    roles = ("{role: owner, side: head-office}", "{role: cashier, side: frontline}")
    heads = [f"respondent: {role}\ndate: 2026-11-21" for role in roles]
    return (
        write("one.yaml", shop(head=heads[0])),
        write("two.yaml", shop("122212 202222 2222?2 222221", head=heads[1])),
    )


def test_score_has_the_promised_keys() -> None:
    document = omniaudit("score", "aurora.yaml", "--json").document

    assert_keys(document, SCORE)
    assert document["schema"] == "omniaudit/score@1"
    assert document["questionnaire"]["sha256"] == QUESTIONNAIRE.sha256
    assert [each["id"] for each in document["capabilities"]] == list(QUESTIONNAIRE.capability)
    assert document["panel"] is None


def test_what_was_not_asked_is_null_and_lists_are_empty() -> None:
    write("bare.yaml", shop("." * 24))
    document = omniaudit("score", "bare.yaml", "--json").document

    assert (document["fit"], document["handoffs"], document["panel"]) == (None, None, None)
    assert (document["journeys"], document["contradictions"], document["warnings"]) == ([], [], [])
    assert document["date"] is None
    assert document["index"]["value"] is document["dimensions"][0]["score"] is None
    assert all(document["index"][key] is not None for key in ("low", "high"))
    assert {each["state"] for each in document["capabilities"]} == {"not-asked"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (shop("2" * 23 + "."), set()),
        (shop("222222 222222 222222 111111"), {"share"}),
        (shop("222222 212222 222222 222222"), {"key"}),
        (shop(tail="journeys:\n  click-and-collect: {item-is-there: fail}"), {"journey"}),
    ],
)
def test_blockers_by_kind(text: str, kinds: set[str]) -> None:
    write("shop.yaml", text)
    blockers = omniaudit("score", "shop.yaml", "--json").document["blockers"]

    assert {each["kind"] for each in blockers} >= kinds
    for each in blockers:
        assert list(each) == BLOCKERS[each["kind"]].split()


def test_a_panel_has_the_promised_keys() -> None:
    document = omniaudit("score", *panel(), "--json").document

    assert document["respondents"] == 2
    assert_keys(document["panel"], PANEL)


@pytest.mark.parametrize("options", [[], ["--to", "3"], ["--to", "1"], ["--budget", "3"]])
def test_plan_has_the_promised_keys(options: list[str]) -> None:
    document = omniaudit("plan", "aurora.yaml", "--json", *options).document
    parts = {name: keys for name, keys in PLAN.items() if not name or document[name]}

    assert_keys(document, parts)
    assert document["schema"] == "omniaudit/plan@1"


def test_the_explanation_has_the_promised_keys() -> None:
    document = omniaudit("score", "aurora.yaml", "--json", "--explain").document

    assert list(document) == [*SCORE[""].split(), "explanation"]
    assert_keys(document["explanation"], EXPLANATION)


def numbers(value: object) -> list[float]:
    if isinstance(value, float):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [each for part in parts for each in numbers(part)]


def test_numbers_have_four_decimals_at_most() -> None:
    write("thirds.yaml", shop("222212 222212 222122 212221"))
    for command in ("score", "plan"):
        for file in ("aurora.yaml", "thirds.yaml"):
            found = numbers(omniaudit(command, file, "--json").document)
            assert len(found) > 2
            assert found == [round(each, 4) for each in found]


def failing() -> dict[str, list[str]]:
    write("empty.yaml", "")
    write("wrong.yaml", shop("4" + "2" * 23))
    write("other.yaml", shop(name="The other shop"))
    return {
        "F101": ["score", "nothing.yaml"],
        "F102": ["plan", "."],
        "F106": ["check", "empty.yaml"],
        "A404": ["score", "wrong.yaml", "--explain"],
        "P501": ["plan", "aurora.yaml", "other.yaml"],
        "U701": ["score"],
        "U702": ["check", "aurora.yaml", "--questionnaire", "multichannel"],
    }


@pytest.mark.parametrize("code", ["F101", "F102", "F106", "A404", "P501", "U701", "U702"])
def test_a_failure_is_one_document_too(code: str) -> None:
    done = omniaudit(*failing()[code], "--json")

    assert_keys(done.document, PROBLEMS)
    assert done.document["schema"] == "omniaudit/problems@1"
    assert done.codes == [code]
    assert done.err == ""
    assert done.code == (2 if code.startswith("U") else 4)


@pytest.mark.parametrize(
    "words", [["--json"], ["scroe", "--json"], ["batch", "x", "--json"], ["plan", "--json"]]
)
def test_so_is_a_command_line_that_is_not_understood(words: list[str]) -> None:
    done = omniaudit(*words)

    assert done.code == 2
    assert (done.codes, done.err) == (["U701"], "")


def test_a_threshold_that_is_not_met_still_gives_the_score() -> None:
    done = omniaudit("score", "aurora.yaml", "--json", "--fail-under", "3")

    assert done.code == 7
    assert done.document["schema"] == "omniaudit/score@1"
    assert "Below --fail-under" in done.err


def test_warnings_are_in_the_document_and_nowhere_else() -> None:
    write("odd.yaml", ODD)
    done = omniaudit("score", "odd.yaml", "--json")

    assert [each["code"] for each in done.document["warnings"]] == ["A421"]
    assert_keys({"problems": done.document["warnings"]}, {"problems": PROBLEMS["problems"]})
    assert done.err == ""


def test_check_lists_the_problems_of_all_files() -> None:
    write("wrong.yaml", shop("42" * 12))
    write("odd.yaml", ODD)
    done = omniaudit("check", "odd.yaml", "aurora.yaml", "wrong.yaml", "--json")

    found = [(each["file"], each["severity"]) for each in done.document["problems"]]
    assert found == [("odd.yaml", "warning")] + [("wrong.yaml", "error")] * 12
    assert done.code == 4
    assert omniaudit("check", "aurora.yaml", "--json").document["problems"] == []


def test_words_are_kept_in_any_encoding() -> None:
    write("cafe.yaml", shop(name="Café 渋谷"))
    for encoding in ("utf-8", "ascii", "latin-1", "utf-16"):
        done = process("score", "cafe.yaml", "--json", PYTHONIOENCODING=encoding)

        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout.decode(encoding))["business"]["name"] == "Café 渋谷"


def test_no_document_holds_what_a_terminal_obeys() -> None:
    name = "a\x1b[31m\x9b\x7f\u202e\u2028.yaml"
    write(name, "")
    done: Run = omniaudit("score", name, "--json")

    assert re.sub(r"\n", "", done.out).isprintable()
    assert done.document["problems"][0]["file"] == name
