"""What a case expects is compared with what came out, and a difference can be told."""

from __future__ import annotations

import pytest

from omniaudit.engine.expectations import unmet
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.cases import read_case

OURS = load_questionnaire()
STRANGER = "answers: {rest: 2, data.history: 1}"
ISLANDS = """\
answers: {rest: 2}
handoffs: {rest: 0, store -> web: 2, web -> store: 2}"""
FIT = "answers: {rest: 1}\nfit: {rest: 2}"
WALKED = """\
answers: {rest: 2}
journeys:
  bought-online-helped-in-store: {found-by-staff: fail}
  click-and-collect: {item-is-there: fail}"""


def told(answers: str, expectation: str) -> list[str]:
    """What is told of a shop's expectation when it does not hold."""
    text = f"""\
case: A shop
story: A shop of which nothing else is known.
business: {{name: A, profile: retail, size: medium, channels: [store, web, phone]}}
{answers}
expect: {{{expectation}}}
"""
    found = unmet(read_case(text.encode(), "shop.yaml", OURS), OURS)
    assert all(each.problem.code == "C555" for each in found)
    assert all(each.problem.place.line == text.count("\n") for each in found)
    return [each.problem.message for each in found]


@pytest.mark.parametrize(
    ("answers", "expectation"),
    [
        (STRANGER, "confirmed: multichannel, potential: multichannel"),
        (STRANGER, "strict: multichannel, lenient: multichannel"),
        (STRANGER, "index: [65, 66]"),
        (STRANGER, "index: [0, 100]"),
        (STRANGER, "dimensions: {data: cross-channel, consistency: cross-channel}"),
        (STRANGER, "counted: {data.history: 1, data.identity: 2}"),
        (STRANGER, "blockers: [data.history], decisive: [data.history]"),
        (STRANGER, "must: [data.history@2], steps: [data.history@2]"),
        (STRANGER, "deciding-unknowns: [], over-claims: [], islands: []"),
        ("answers: {rest: 3}", "blockers: [], steps: [], must: []"),
        ("answers: {rest: 2, data.history: unknown}", "deciding-unknowns: [data.history]"),
        (
            "answers: {rest: 3}",
            "decisive: [integration.continuity, data.identity, data.synchronisation]",
        ),
        (ISLANDS, "islands: [[web, store], phone]"),
        (ISLANDS, "islands: [[phone], [store, web]]"),
        (FIT, "fit: room-to-grow, target: cross-channel"),
        (WALKED, "over-claims: [data.availability, data.history, integration.fulfilment]"),
        (WALKED, "blockers: [click-and-collect, bought-online-helped-in-store]"),
        (WALKED, "blockers: [click-and-collect]"),
    ],
)
def test_what_comes_out_is_met(answers: str, expectation: str) -> None:
    assert told(answers, expectation) == []


@pytest.mark.parametrize(
    ("answers", "expectation", "said"),
    [
        (
            STRANGER,
            "confirmed: omnichannel",
            "`confirmed` should be omnichannel; it is multichannel.",
        ),
        (STRANGER, "potential: siloed", "`potential` should be siloed; it is multichannel."),
        (STRANGER, "index: [66, 67]", "`index` should be 66 to 67; it is 65.2321."),
        (STRANGER, "index: [64, 65]", "`index` should be 64 to 65; it is 65.2321."),
        (
            STRANGER,
            "dimensions: {data: siloed}",
            "`dimensions: data` should be siloed; it is cross-channel.",
        ),
        (
            STRANGER,
            "counted: {data.history: 2}",
            "`counted: data.history` should be 2; it is 1.",
        ),
        (STRANGER, "blockers: []", "`blockers` should be nothing; it is data.history."),
        (
            STRANGER,
            "blockers: [data.history, data]",
            "`blockers` should be data.history, data; it is data.history.",
        ),
        (
            "answers: {rest: 2, integration: 1}",
            "blockers: [integration]",
            (
                "`blockers` should be integration; it is integration,"
                " integration.continuity / integration.fulfilment."
            ),
        ),
        (STRANGER, "must: []", "`must` should be nothing; it is data.history@2."),
        (
            STRANGER,
            "steps: [data.history@2, data.history@3]",
            "`steps` should be data.history@2, data.history@3; it is data.history@2.",
        ),
        (STRANGER, "decisive: []", "`decisive` should be nothing; it is data.history."),
        (STRANGER, "fit: fits", "`fit` should be fits; it is nothing."),
        (STRANGER, "target: siloed", "`target` should be siloed; it is nothing."),
        (
            "fit: {resources: 1}",
            "fit: fits, target: multichannel",
            "`fit` should be fits; it is nothing.",
        ),
        ("answers: {}", "index: [0, 100]", "`index` should be 0 to 100; it is nothing."),
        (
            "answers: {data: {not-applicable: no data}}",
            "dimensions: {data: siloed}",
            "`dimensions: data` should be siloed; it is nothing.",
        ),
        (
            "answers: {rest: unknown}",
            "counted: {data.history: 0}",
            "`counted: data.history` should be 0; it is nothing.",
        ),
        (STRANGER, "islands: [[store, web]]", "`islands` should be store + web; it is nothing."),
    ],
)
def test_what_does_not_come_out_is_told(answers: str, expectation: str, said: str) -> None:
    assert told(answers, expectation) == [said]


def test_every_expectation_is_judged_by_itself() -> None:
    found = told(STRANGER, "confirmed: siloed, potential: multichannel, decisive: []")

    assert len(found) == 2


def test_one_of_several_practices_names_a_key_condition() -> None:
    answers = "answers: {rest: 2, integration.fulfilment: 1, integration.continuity: 1}"

    assert told(answers, "blockers: [integration.fulfilment]") == []
    assert told(answers, "blockers: [integration.continuity]") == []
    assert told(answers, "blockers: [integration.fulfilment, integration.continuity]") == []
