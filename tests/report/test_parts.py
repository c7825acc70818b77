"""Fit, customer view, dimensions, unknowns and method."""

from __future__ import annotations

import pytest

from omniaudit.model.answers import Answered, Coverage, Handoff
from omniaudit.report.document import CapabilityCard, Table
from omniaudit.report.findings import notices
from omniaudit.report.reading import Reading
from tests.engine.sheets import QUESTIONNAIRE, TWOS, but, sheet
from tests.report.cases import made, of
from tests.report.texts import blocks, said, section


def part(name: str, of: str) -> str:
    found = section(made(name).document, of)
    return said(found)


def title(name: str, of: str) -> str:
    return section(made(name).document, of).title


def card(name: str, code: str) -> CapabilityCard:
    (found,) = (
        each
        for part in made(name).document.sections
        for each in blocks(part)
        if isinstance(each, CapabilityCard) and each.code == code
    )
    return found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("example A", "Whether Libreria Aurora needs more was not asked"),
        ("little on fit", "Too few answers say yet how far Libreria Aurora should go"),
        ("enough", "Multichannel is enough for Libreria Aurora"),
        ("sample", "Libreria Aurora needs to be cross-channel and has the means for the next step"),
        (
            "it fits",
            "Libreria Aurora needs to be cross-channel and is about where it should be for now",
        ),
        (
            "ahead of need",
            "The channels of Libreria Aurora are joined more closely than its customers ask for",
        ),
        (
            "resources first",
            "Libreria Aurora would gain from being omnichannel, but resources come first",
        ),
    ],
)
def test_the_verdict_on_fit_is_the_title(name: str, words: str) -> None:
    assert title(name, "fit") == words


def test_fit_is_worked_out() -> None:
    assert "Here the need is 0.40 \u00d7 2.00 + 0.60 \u00d7 1.75 = 1.85." in part("sample", "fit")


def test_open_answers_on_fit_are_named() -> None:
    assert "Not known so far: What others offer." in part("resources first", "fit")


def test_the_break_point_of_a_journey_is_told() -> None:
    told = part("sample", "customer")

    assert title("sample", "customer") == "Two of three journeys break on the way"
    assert "It breaks at step 4 of 5." in told
    assert "This rests on Cross-channel returns and after-sales (CI3) at level 2 or above." in told
    assert (
        "\u201cCollected within five minutes\u201d did not, without stopping the customer." in told
    )


def test_islands_and_weak_ways_are_told_in_words() -> None:
    told = part("sample", "customer")

    assert (
        "forms an island: Store, Website and Phone. Inside, a case moves both ways, directly or "
        "by way of another channel. Social networks and Marketplace stand outside." in told
    )
    assert "Marketplace to Store\n0\nMany customers\nPhone (level 1)" in told
    assert "9 of 26 points of traffic" in told
    assert "better than the way back:" in part("handoffs of an island", "customer")
    assert "read but not written to" not in part("handoffs of an island", "customer")
    assert "Store, Website and Phone" not in part("example A", "customer")


def test_an_instrument_that_was_not_used_says_how_to_use_it() -> None:
    told = part("example A", "customer")

    assert "No journey was tried out." in told
    assert "\u201cOrdered online, collected in store\u201d" in told
    assert "The ways from channel to channel were not rated." in told


def test_a_card_tells_why_less_counts_than_was_stated() -> None:
    shared = dict(card("audit with failed journeys", "DS2").facts)

    assert card("audit with failed journeys", "DS2").standing == "Level 2 stated, level 1 counts"
    assert shared["Why less counts"].startswith("It does not hold everywhere")
    assert "\u201cBought online, helped in store\u201d failed" in shared["Why less counts"]
    proof = dict(card("audit with failed journeys", "DS1").facts)
    assert "seen or tested" in proof["Why less counts"]


def test_a_card_without_an_answer_shows_the_whole_ladder() -> None:
    found = card("example A", "CI5")

    assert (found.standing, found.level, len(found.rungs)) == ("Not known", None, 4)
    assert dict(found.facts)["Whom to ask"].startswith("The head of customer service")
    assert card("nothing asked", "CI5").standing == "Not asked yet"
    assert dict(card("a dimension aside", "DS1").facts)["Reason"] == "we have none"


def test_a_panel_shows_who_differs() -> None:
    assert dict(card("a panel of three", "DS2").facts)["Views differ"] == (
        "The answers were 2, 0 and 1; level 1 counts. Head office puts it 1.5 levels higher than "
        "the frontline."
    )
    assert "Krippendorff\u2019s alpha" in part("a panel of three", "unknowns")
    assert "is 0.26 (1 is full agreement, 0 is chance)" in part("a panel of three", "unknowns")
    assert "Three people: owner, store manager and one without a stated role" in part(
        "a panel of three", "terms"
    )


def test_dimensions_say_what_is_certain_and_what_is_possible() -> None:
    assert title("example A", "dimension-integration") == (
        "Channel integration is multichannel and may be cross-channel, at 53.3 of 100"
    )
    assert title("example A", "dimension-data") == "Data sharing is cross-channel, at 66.7 of 100"
    assert (
        title("a dimension aside", "dimension-data")
        == "Data sharing does not apply to this business"
    )
    assert title("nothing asked", "dimension-data") == "Data sharing: nothing is known yet"
    assert (
        title("all zero", "dimension-data") == "Data sharing is not multichannel yet, at 0.0 of 100"
    )
    assert "reduced basis" in part("much aside", "dimension-personalisation")


def test_whom_to_ask_stands_with_what_is_not_known() -> None:
    told = part("example A", "unknowns")

    assert title("example A", "unknowns") == "One answer is missing, and it may change the stage"
    assert "At level 2 or above, the stage is cross-channel" in told
    assert "The head of customer service and one person who answers" in told
    assert (
        title("cannot decide", "unknowns")
        == "One answer is missing, and it cannot change the stage"
    )


def test_journeys_that_refute_answers_are_listed() -> None:
    told = part("sample", "unknowns")

    assert "One answer says more than the journeys could confirm: one step failed." in told
    assert (
        "Less: \u201cBought online, helped in store\u201d failed at \u201cHelped on the spot\u201d"
        in told
    )


def test_the_method_can_be_recomputed() -> None:
    told = part("sample", "method")

    assert (
        "100 \u00d7 (2\u00d72 + 2\u00d72 + 2\u00d72 + 2\u00d71 + 2\u00d71) / (3 \u00d7 10) = 53.3"
        in told
    )
    assert (
        "from 100 \u00d7 16 / (3 \u00d7 12) = 44.4 to 100 \u00d7 22 / (3 \u00d7 12) = 61.1" in told
    )
    assert "(160/3 \u00d7 200/3 \u00d7 500/9 \u00d7 550/9)^(1/4) = 58.9" in told
    assert "weight 6 of 12, 7 needed: not enough" in told
    assert made("sample").card.sheet.sha256 in told
    assert "this is not an audit" in told


def test_sources_and_glossary_are_there() -> None:
    tables = [
        each
        for each in blocks(section(made("sample").document, "method"))
        if isinstance(each, Table)
    ]
    glossary = part("sample", "glossary")

    assert any("Oh, Teo and Sambamurthy" in said(each) for each in tables)
    assert glossary.index("Agreement") < glossary.index("Walk-through")


def test_scores_are_worked_with_exact_numbers() -> None:
    partly = but(sheet(TWOS), integration_coverage=Answered(2, Coverage.PARTLY))
    told = said(section(of(partly).document, "method"))

    assert "100 \u00d7 (2\u00d74/3 + 2\u00d72" in told
    assert "with unrounded scores" not in told
    assert "inside the band of each step (2, 6, 12 and 24 person-weeks)" in told


def test_messages_are_told_without_marks_of_code() -> None:
    reading = Reading(QUESTIONNAIRE, made("sample").card)

    assert notices.plain(reading, "`data.history` is odd; `a -> b` too.") == (
        "History at the point of contact (DS2) is odd; a -> b too."
    )
    assert notices.plain(reading, "Check the reason; the report shows it.") == "Check the reason."


def test_what_is_hardly_known_is_not_ranked() -> None:
    little = of(sheet("222222 222222 3..... 111111"))
    enough = of(sheet("222222 222222 333... 111111"))

    assert "Too little is known" in section(little.document, "scorecard").title
    assert "Consistency is weakest" in section(enough.document, "scorecard").title


def test_a_few_rated_handoffs_are_no_picture() -> None:
    channels = ("store", "web", "phone", "social")
    rated = {("store", "web"): Handoff(2), ("web", "store"): Handoff(1)}
    few = of(sheet(TWOS, channels=channels, handoffs=rated))

    assert section(few.document, "customer").title.startswith("2 of 12 ways")
