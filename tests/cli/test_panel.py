"""Files and standard input: one business, several respondents, no strangers."""

from __future__ import annotations

from pathlib import Path

import pytest

from omniaudit.report import wording
from tests.cli.runner import SAMPLE, omniaudit, shop, write

DAY = "date: 2026-11-21"


def test_standard_input_is_a_file_like_any_other() -> None:
    for command in ("score", "score --explain", "score --json", "plan", "plan --json"):
        named = omniaudit(*command.split(), "aurora.yaml")
        piped = omniaudit(*command.split(), "-", stdin=SAMPLE)

        assert (piped.code, piped.err) == (0, "")
        assert piped.out == named.out.replace(
            "omniaudit plan aurora.yaml", "omniaudit plan -"
        ).replace("omniaudit report aurora.yaml", "omniaudit report -")
    assert omniaudit("check", "-", stdin=SAMPLE).out == "-: can be scored, 23 of 24 answered.\n"
    assert omniaudit("status", "-", stdin=SAMPLE).out.startswith("Libreria Aurora (-)\n")


def test_standard_input_may_be_one_of_a_panel() -> None:
    write("one.yaml", shop("2" * 24, head=DAY))
    done = omniaudit("score", "one.yaml", "-", "--json", stdin=shop("1" * 24, head=DAY).encode())

    assert done.document["respondents"] == 2


def test_the_lower_median_of_a_panel_counts() -> None:
    for name, level in (("a", 3), ("b", 1), ("c", 2), ("d", 2)):
        write(f"{name}.yaml", shop(str(level) * 24, head=f"{DAY}\nrespondent: {{role: {name}}}"))
    done = omniaudit("score", "a.yaml", "b.yaml", "c.yaml", "d.yaml", "--json")

    assert {each["level"] for each in done.document["capabilities"]} == {2}
    assert done.document["panel"]["agreement"][0]["levels"] == [3, 1, 2, 2]


def test_the_order_of_respondents_changes_no_score() -> None:
    write("a.yaml", shop("3" * 24, head=DAY))
    write("b.yaml", shop("1?2." * 6, head=DAY))
    one, other = (
        omniaudit("score", *files, "--json").document
        for files in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml"))
    )

    assert one["index"] == other["index"]
    assert one["capabilities"] == other["capabilities"]


@pytest.mark.parametrize("command", ["score", "plan", "report -o report.html", "score --json"])
def test_strangers_are_refused(command: str) -> None:
    write("one.yaml", shop(head=DAY))
    write("two.yaml", shop(head=DAY, name="The other shop"))
    write("three.yaml", shop(head="date: 2026-11-22").replace("small", "large"))
    done = omniaudit(*command.split(), "one.yaml", "two.yaml", "three.yaml")

    assert (done.code, done.codes) == (4, ["P501", "P502", "P502"])
    assert not Path("report.html").exists()


def test_what_strangers_differ_in_is_told() -> None:
    write("one.yaml", shop(head=DAY))
    write("two.yaml", shop(name="The other shop"))
    write("three.yaml", shop(profile="local"))
    done = omniaudit("score", "one.yaml", "two.yaml", "three.yaml")

    assert done.err.splitlines()[0] == (
        "two.yaml: error P501: This file is about The other shop, the first one about Corner"
        " Bookshop."
    )
    assert "for several businesses use" in done.err
    assert "three.yaml: error P502: `profile` is local here and retail in the first file." in (
        done.err
    )
    assert "`date` is not given here and 2026-11-21 in the first file." in done.err


def test_a_respondent_counts_once() -> None:
    Path("link.yaml").symlink_to("aurora.yaml")
    for again in ("aurora.yaml", "./aurora.yaml", "link.yaml", str(Path("aurora.yaml").resolve())):
        done = omniaudit("score", "aurora.yaml", again)

        assert (done.code, done.codes) == (4, ["P503"])
    assert omniaudit("score", "-", "-", stdin=SAMPLE).codes == ["F106"]


def test_check_and_status_take_strangers() -> None:
    write("two.yaml", shop(name="The other shop"))

    assert omniaudit("check", "aurora.yaml", "two.yaml").code == 0
    assert "The other shop (two.yaml)" in omniaudit("status", "aurora.yaml", "two.yaml").out


def test_what_is_assumed_changes_the_plan_and_not_the_file() -> None:
    done = omniaudit("plan", "aurora.yaml", "--set", "integration.continuity=2", "--json").document

    assert (done["from"], done["to"]) == (2, 3)
    assert Path("aurora.yaml").read_bytes() == SAMPLE


@pytest.mark.parametrize("stage", ["2", "cross-channel"])
def test_a_stage_has_a_number_and_a_name(stage: str) -> None:
    assert omniaudit("plan", "aurora.yaml", "--to", stage, "--json").document["to"] == 2


@pytest.mark.parametrize(("word", "weeks"), [("20", 20.0), ("2.5", 2.5), ("2,5", 2.5), ("0", 0.0)])
def test_a_budget_is_a_number_of_weeks(word: str, weeks: float) -> None:
    done = omniaudit("plan", "aurora.yaml", "--budget", word, "--json").document

    assert done["budget_weeks"] == weeks
    assert done["effort_weeks"] <= weeks


def test_a_business_at_the_top_has_nothing_to_do() -> None:
    write("top.yaml", shop("3" * 24))
    done = omniaudit("plan", "top.yaml")

    assert done.out == "Corner Bookshop is omnichannel already: nothing to do.\n"


def test_a_business_that_nothing_concerns_has_no_way() -> None:
    write("aside.yaml", shop("-" * 24))
    plan = omniaudit("plan", "aside.yaml")

    assert plan.code == omniaudit("score", "aside.yaml").code == 0
    assert "no steps lead there" in plan.out


def test_a_lone_step_is_told_without_choices() -> None:
    write("one.yaml", shop("222222 212222 222222 222222"))
    done = omniaudit("plan", "one.yaml")

    assert "Equally good" not in done.out
    assert wording.number(1) not in done.out.split("\n")[0]
