"""Walked journeys: how they end, what a failure caps and which stage it bars."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.journeys import blockers, failure_caps, judge, walk
from omniaudit.model.answers import Mode, StepResult
from omniaudit.model.capability import Requirement
from omniaudit.model.scorecard import JourneyBlocker, JourneyResult
from omniaudit.model.walkthroughs import Journey, JourneyStep
from tests.engine.sheets import ONES, QUESTIONNAIRE, sheet

SIGNS: dict[str, StepResult] = {
    "+": "pass",
    "x": "fail",
    "-": "not-applicable",
    ".": "not-tested",
}


def journey(critical: str) -> Journey:
    """A journey with a step for each sign: `!` critical, `o` not."""
    steps = tuple(
        JourneyStep(f"step-{number}", "", "", None, critical=sign == "!", requires=())
        for number, sign in enumerate(critical)
    )
    return Journey("j", "J", "", "", (), (), 1, steps, ())


@pytest.mark.parametrize(
    ("critical", "results", "ends", "progress", "breaks"),
    [
        ("oo!!o", "+++++", "passed", "5/5", None),
        ("oo!!o", "xx++x", "passed", "2/5", None),  # only critical steps decide
        ("oo!!o", "++x..", "failed", "2/5", "step-2"),
        ("oo!!o", "+++x+", "failed", "3/5", "step-3"),
        ("oo!!o", "++xx.", "failed", "2/5", "step-2"),
        ("oo!!o", "++.x.", "failed", "2/5", "step-3"),  # a failure decides, whatever was not tested
        ("oo!!o", "+++..", "undecided", "3/5", None),
        ("oo!!o", ".....", "undecided", "0/5", None),
        ("oo!!o", "++-+-", "passed", "3/3", None),
        ("oo!!o", "++---", "undecided", "2/2", None),  # no critical step applied
        ("oo!!o", "-----", "undecided", None, None),
        ("ooo", "+++", "undecided", "3/3", None),  # nothing critical, nothing decided
    ],
)
def test_how_a_journey_ends(
    critical: str, results: str, ends: str, progress: str | None, breaks: str | None
) -> None:
    given = {f"step-{number}": SIGNS[sign] for number, sign in enumerate(results)}
    passed = {"passed": True, "failed": False, "undecided": None}[ends]

    found = judge(journey(critical), given)

    fraction = None if progress is None else Fraction(progress)
    assert found == JourneyResult("j", passed, fraction, breaks)


def test_a_step_without_a_result_was_not_tested() -> None:
    assert judge(journey("o!"), {}) == JourneyResult("j", None, Fraction(0), None)
    assert judge(journey("!"), {"step-0": "pass"}).passed is True


def test_journeys_come_in_the_order_of_the_questionnaire() -> None:
    walked = sheet(journeys={"chat-to-store": {}, "click-and-collect": {}})

    assert [each.journey for each in walk(QUESTIONNAIRE, walked)] == [
        "click-and-collect",
        "chat-to-store",
    ]


@pytest.mark.parametrize(
    ("mode", "results", "caps"),
    [
        (
            "audit",
            {"click-and-collect": {"item-is-there": "fail"}},
            {
                "integration.fulfilment": (1, ("click-and-collect",)),
                "data.availability": (1, ("click-and-collect",)),
            },
        ),
        ("interview", {"click-and-collect": {"item-is-there": "fail"}}, {}),
        ("audit", {"click-and-collect": {"item-is-there": "pass"}}, {}),
        ("audit", {"click-and-collect": {"choose-store": "fail"}}, {}),  # not critical
    ],
)
def test_caps_in_an_audit(
    mode: Mode,
    results: dict[str, dict[str, StepResult]],
    caps: dict[str, tuple[int, tuple[str, ...]]],
) -> None:
    assert failure_caps(QUESTIONNAIRE, sheet(mode=mode, journeys=results)) == caps


def test_several_failures_cap_at_the_lowest_and_are_all_named() -> None:
    walked = sheet(
        mode="audit",
        journeys={
            "chat-to-store": {"conversation-opened": "fail", "bought-without-repeating": "fail"},
            "social-to-phone": {"call-with-context": "fail"},
        },
    )

    caps = failure_caps(QUESTIONNAIRE, walked)

    assert caps["integration.continuity"] == (1, ("chat-to-store", "social-to-phone"))
    assert caps["data.history"] == (2, ("chat-to-store",))


def test_a_journey_that_fails_twice_is_named_once() -> None:
    """Both advertisements and the invitation require orchestration at level 3."""
    walked = sheet(
        mode="audit",
        journeys={"basket-left-behind": {"message-changes": "fail", "physical-invitation": "fail"}},
    )

    caps = failure_caps(QUESTIONNAIRE, walked)

    assert caps["personalisation.orchestration"] == (2, ("basket-left-behind",))


HELPED, COLLECTED, CHAT = "bought-online-helped-in-store", "click-and-collect", "chat-to-store"


@pytest.mark.parametrize(
    ("verdicts", "barred"),
    [
        ({}, []),
        ({HELPED: True, COLLECTED: False, CHAT: True}, [(3, (COLLECTED,))]),
        ({HELPED: False}, [(2, (HELPED,)), (3, (HELPED,))]),
        ({HELPED: False, COLLECTED: None}, [(2, (HELPED,)), (3, (HELPED,))]),
        ({HELPED: None, COLLECTED: None}, []),
        ({HELPED: False, COLLECTED: False}, [(2, (HELPED, COLLECTED)), (3, (HELPED, COLLECTED))]),
        ({CHAT: False}, [(3, (CHAT,)), (3, (CHAT,))]),
        ({CHAT: None}, []),
        ({CHAT: True}, []),
    ],
)
def test_which_stages_are_barred(
    verdicts: dict[str, bool | None], barred: list[tuple[int, tuple[str, ...]]]
) -> None:
    walked = tuple(JourneyResult(name, passed, None, None) for name, passed in verdicts.items())

    found = blockers(QUESTIONNAIRE.gates, QUESTIONNAIRE, walked)

    assert found == tuple(JourneyBlocker(stage, names) for stage, names in barred)


@pytest.mark.parametrize(("failed", "is_barred"), [(0, False), (1, False), (2, True)])
def test_stage_3_needs_85_percent_of_the_walked_weight(failed: int, *, is_barred: bool) -> None:
    """Ten journeys walked: one may fail, two may not."""
    others = [
        each.id for each in QUESTIONNAIRE.journeys if each.id not in {HELPED, COLLECTED, CHAT}
    ]
    walked = tuple(
        JourneyResult(name, number >= failed, None, None) for number, name in enumerate(others[:10])
    )

    found = blockers(QUESTIONNAIRE.gates, QUESTIONNAIRE, walked)

    assert found == ((JourneyBlocker(3, tuple(others[:failed])),) if is_barred else ())


def test_journeys_weigh_what_the_questionnaire_says() -> None:
    heavy = replace(
        QUESTIONNAIRE,
        journeys=tuple(
            replace(each, weight=9 if each.id == "laptop-to-phone" else 0)
            if each.id != "social-to-phone"
            else each
            for each in QUESTIONNAIRE.journeys
        ),
    )
    names = [each.id for each in QUESTIONNAIRE.journeys]
    assert "social-to-phone" in names
    light = (JourneyResult("social-to-phone", passed=False, progress=None, break_step=None),)
    weightless = (JourneyResult("click-and-collect", passed=True, progress=None, break_step=None),)

    assert blockers(heavy.gates, heavy, (*light, *weightless)) == (
        JourneyBlocker(3, ("social-to-phone",)),
    )


def test_what_a_journey_requires_is_each_capability_at_its_highest() -> None:
    needs = (Requirement("a.b", 2), Requirement("c.d", 3)), (Requirement("a.b", 3),)
    steps = tuple(
        JourneyStep(str(number), "", "", None, critical=True, requires=each)
        for number, each in enumerate(needs)
    )

    assert replace(journey(""), steps=steps).requires == (
        Requirement("a.b", 3),
        Requirement("c.d", 3),
    )


def test_one_who_walked_nothing_has_no_results() -> None:
    assert walk(QUESTIONNAIRE, sheet(ONES)) == ()
