"""The first page: what keeps the business there, how sure that is, what to do first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from omniaudit.report.charts import StageStrip
from omniaudit.report.document import Bullets, Figure, KeyFigures, Picture, Table
from tests.report.cases import made
from tests.report.texts import blocks, said, section


def bullets(name: str) -> tuple[str, ...]:
    found = [
        each.items
        for each in blocks(section(made(name).document, "answer"))
        if isinstance(each, Bullets)
    ]
    return found[0] if found else ()


def figures(name: str) -> tuple[Figure, ...]:
    (found,) = (
        each
        for each in blocks(section(made(name).document, "answer"))
        if isinstance(each, KeyFigures)
    )
    return found.figures


def moves(name: str) -> list[tuple[str, ...]]:
    return [
        row.cells
        for each in blocks(section(made(name).document, "answer"))
        if isinstance(each, Table)
        for row in each.rows
    ]


BLOCKERS = {
    "example A": (
        (
            "Channel integration: 3 of 6 practices are known to be at level 2 or above; 4 are "
            "needed, and 1 more has no answer yet."
        ),
    ),
    "example B": (
        "Channel integration: 2 of 6 practices are at level 2 or above; 4 are needed.",
        "Personalisation: 1 of 6 practices is at level 2 or above; 4 are needed.",
        "Consistency: 3 of 6 practices are at level 2 or above; 4 are needed.",
        "One further condition, listed in the roadmap.",
    ),
    "one channel": (
        "Channel coverage and roles (CI1) must be at level 1 or above and is at level 0.",
    ),
    "third stage walls": (
        (
            "To be omnichannel, \u201cFrom chat to email to a person\u201d must pass when tried "
            "out, and broke."
        ),
        (
            "To be omnichannel, 85\u00a0% of the journeys tried out must pass, by weight; 1 of 3 "
            "passed."
        ),
    ),
    "journeys alone": (
        (
            "To be cross-channel, \u201cBought online, helped in store\u201d or \u201cOrdered "
            "online, collected in store\u201d must pass when tried out; so far \u201cBought "
            "online, helped in store\u201d broke."
        ),
    ),
    "all three": (),
}


@pytest.mark.parametrize(("name", "sentences"), BLOCKERS.items())
def test_at_most_three_blockers_are_told(name: str, sentences: tuple[str, ...]) -> None:
    assert bullets(name) == sentences


def test_practices_that_weigh_differently_are_told_as_practices_all_the_same() -> None:
    first, *_ = bullets("local")

    assert first == (
        "Channel integration: 1 of 6 practices is known to be at level 2 or above; at least 2 more "
        "are needed, and 1 has no answer yet."
    )
    assert "points" not in first_page("local")


def test_index_answers_confidence_and_effort_are_worth_a_place() -> None:
    index, answered, confidence, effort = figures("sample")

    assert (index.value, index.note) == ("58.9", "56.3 to 61.0, as one answer is missing")
    assert (answered.value, answered.note) == ("23 of 24", "1 not known")
    assert (confidence.value, confidence.note) == ("B", "mostly supported")
    assert (effort.value, effort.label) == ("0 to 6", "person-weeks to cross-channel")
    assert effort.note == "194 to omnichannel"


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("example B", "42", "person-weeks to cross-channel"),
        ("all three", "0", "person-weeks to a higher stage"),
        ("enough", "30", "person-weeks of housekeeping"),
        ("nothing applies", "\u2013", "no way to a higher stage"),
    ],
)
def test_the_effort_is_what_is_advised(name: str, value: str, label: str) -> None:
    effort = figures(name)[-1]

    assert (effort.value, effort.label) == (value, label)


def test_the_first_move_is_the_question_that_decides() -> None:
    find_out, owner = moves("sample")

    assert find_out[0] == "Find out about Journey and conversation continuity (CI5)"
    assert find_out[1].startswith(
        "At level 2 or above, the stage is cross-channel. Ask the head of"
    )
    assert owner[0] == "Name an owner before buying technology"
    assert owner[1].endswith(
        "Either this or \u201cLet staff order from the full range\u201d (CI4), not both: each "
        "alone is enough."
    )
    assert owner[2] == "4 to 8 (medium)"


def test_nothing_is_built_on_missing_answers() -> None:
    ((title, reason, effort),) = moves("nothing asked")

    assert title == "Answer the open questions"
    assert reason.startswith("24 of 24 practices have no answer yet.")
    assert effort == "A conversation"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nothing asked", "24 questions were not asked so far, so there is no stage, no score"),
        ("all unknown", "24 questions were asked and not answered, so there is no stage"),
    ],
)
def test_without_any_answer_page_one_says_that_there_is_nothing_to_judge(
    name: str, why: str
) -> None:
    told = first_page(name)
    (strip,) = (
        block.chart
        for block in blocks(section(made(name).document, "answer"))
        if isinstance(block, Picture) and isinstance(block.chart, StageStrip)
    )

    assert "Nothing to judge yet" in told
    assert why in told
    assert (strip.confirmed, strip.potential, strip.target) == (-1, -1, None)
    assert figures(name)[0].note == "no answer yet"
    assert figures(name)[3].label == "no plan yet"


def test_the_lowest_stage_is_no_finding_while_most_answers_are_missing() -> None:
    told = first_page("one answer")

    assert "At the least" in told
    assert "At the most" in told
    assert "Certain today" not in told
    assert figures("one answer")[3].note == "more than half of the answers are missing"
    assert " to " in figures("one answer")[3].value


def test_a_long_name_stands_in_the_title_and_is_not_repeated() -> None:
    case = made("sample")
    sheet = case.card.sheet
    name = "Libreria Internazionale " * 8
    long = replace(sheet, business=replace(sheet.business, name=name.strip()))
    document = replace(case, card=replace(case.card, sheet=long)).document
    told = said(section(document, "answer").blocks)

    assert "Libreria" not in told
    assert "the business is cross-channel today" in told
    assert document.title.startswith("Libreria Internazionale Libreria")
    assert "\u2026 is multichannel" in document.title


def test_where_enough_is_reached_no_step_is_a_move() -> None:
    assert not moves("it fits")
    assert "No step is advised now." in said(section(made("it fits").document, "answer"))


def test_a_step_for_a_practice_without_an_answer_says_so() -> None:
    assert any(
        "First find out whether it is there already" in each[1]
        for each in moves("several decide together")
    )


def test_the_strip_shows_no_target_unless_fit_was_judged() -> None:
    strips = {
        name: block.chart
        for name in ("example A", "sample", "little on fit", "resources far below")
        for block in blocks(section(made(name).document, "answer"))
        if isinstance(block, Picture) and isinstance(block.chart, StageStrip)
    }

    assert strips["example A"].target is None
    assert strips["little on fit"].target is None
    assert (strips["sample"].target, strips["sample"].target_label) == (2, "Target")
    assert strips["resources far below"].target_label == "Enough for now"


def test_a_level_that_a_journey_refutes_is_told_with_what_hangs_on_it() -> None:
    told = said(section(made("sample").document, "answer"))

    assert (
        "A journey that broke speaks against one level stated (CI3). Counted lower, the stage "
        "would "
        "be multichannel for certain." in told
    )
    assert "speaks against" not in said(made("audit with failed journeys").document)
    assert "Counted lower, the stage would not change." in said(made("journeys alone").document)


def first_page(name: str) -> str:
    return said(section(made(name).document, "answer"))


def test_what_the_plan_would_take_from_lower_levels_is_told() -> None:
    assert "The way to cross-channel would then take 12 person-weeks instead of 6." in first_page(
        "sample"
    )
    assert "would then take" not in said(made("audit with failed journeys").document)


def test_journeys_that_broke_are_named_with_their_break_point() -> None:
    told = first_page("sample")

    assert (
        "\u201cBought online, helped in store\u201d broke at \u201cHelped on the spot\u201d" in told
    )
    assert "met on paper while customers still meet these breaks." in told
    assert "It broke at \u201cStaff find the purchase\u201d when" in first_page("journeys alone")
    assert "When tried out" not in first_page("journeys alone")
    assert "on paper" not in first_page("third stage walls")


def test_what_it_takes_stands_only_where_there_is_something_to_say() -> None:
    assert "What it takes\n" not in first_page("all three and needed")
    assert "What it takes\n" not in first_page("nothing asked")
    assert "No step is missing for being omnichannel" in first_page("third stage walls")


def test_a_roadmap_longer_than_the_target_says_so() -> None:
    assert "The plan runs to about month 45." in said(
        section(made("resources far below").document, "fit")
    )
    words = "the 12 to 18 months of the target are the direction, not the finish."
    assert words in first_page("all but omnichannel")
    assert words in said(section(made("all but omnichannel").document, "fit"))
    assert "before you plan a further one" not in said(made("all but omnichannel").document)


def test_where_multichannel_is_enough_only_housekeeping_is_reckoned() -> None:
    assert "takes about 30 person-weeks in five steps" in first_page("enough")
    assert "omnichannel" not in first_page("enough").partition("What it takes")[2]
    assert "Good housekeeping besides takes about 52 person-weeks." in first_page(
        "enough but siloed"
    )
    assert "times as much" not in first_page("enough but siloed")


def test_complete_answers_are_not_called_certain() -> None:
    assert "The stage is as sure as what the answers rest on. Confidence is D: by its own" in (
        first_page("example B")
    )
    assert "differ by two levels or more on one practice." in first_page("a panel of three")


def test_steps_of_every_plan_come_first() -> None:
    advice, must, *_ = moves("example B")

    assert advice[0] == "Name an owner before buying technology"
    assert must[0] == "Let staff look up the other main channels"
