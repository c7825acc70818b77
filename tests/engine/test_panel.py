"""Several respondents about one business."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.panel import agreement, lower_median, merge, ordinal_alpha, panel
from omniaudit.engine.scoring import score, score_panel
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Coverage,
    Evidence,
    FitAnswer,
    Handoff,
    Mode,
    NotApplicable,
    NotAsked,
    Respondent,
    Side,
    StepResult,
    Unknown,
)
from omniaudit.problems import Place, problem
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, but, sheet, standing


def asked(*answers: Answer) -> tuple[AnswerSheet, ...]:
    """One sheet for each answer about customers' history."""
    return tuple(sheet({"data.history": each}) for each in answers)


def from_side(side: Side, level: int) -> AnswerSheet:
    return replace(but(sheet(ONES), data_history=level), respondent=Respondent("somebody", side))


@pytest.mark.parametrize(
    ("values", "middle"), [([2], 2), ([3, 1], 1), ([1, 3, 2], 2), ([3, 2, 1, 0], 1)]
)
def test_the_lower_median(values: list[int], middle: int) -> None:
    assert lower_median(values) == middle


@pytest.mark.parametrize(
    ("given", "merged"),
    [
        ((Answered(3), Answered(1)), Answered(1)),
        ((Answered(3), Unknown(), Answered(2), NotAsked()), Answered(2)),
        ((Answered(3), NotApplicable("no stores")), Answered(3)),
        ((NotApplicable("no stores"), Unknown()), Unknown()),
        ((NotAsked(), NotApplicable("no stores")), NotApplicable("no stores")),
        ((NotAsked("later"), NotAsked()), NotAsked("later")),
        # among equal levels the weaker claim
        ((Answered(2, Coverage.FULLY), Answered(2, Coverage.PARTLY)), Answered(2, Coverage.PARTLY)),
        ((Answered(2), Answered(2, Coverage.LARGELY)), Answered(2, Coverage.LARGELY)),
        ((Answered(2, evidence=Evidence.SEEN), Answered(2)), Answered(2)),
        # every note is kept once
        (
            (
                Answered(1, note="by hand"),
                Answered(2, note="in the till"),
                Answered(1, note="by hand"),
            ),
            Answered(1, note="by hand\nin the till"),
        ),
        (
            (Answered(1), Unknown(note="ask Anna", flagged=True)),
            Answered(1, note="ask Anna", flagged=True),
        ),
    ],
)
def test_one_answer_for_several(given: tuple[Answer, ...], merged: Answer) -> None:
    assert merge(QUESTIONNAIRE, asked(*given)).answers == {"data.history": merged}


@pytest.mark.parametrize(
    ("modes", "merged"),
    [
        (("audit", "interview"), "interview"),
        (("audit", "self", "interview"), "self"),
        (("audit", "audit"), "audit"),
    ],
)
def test_the_weakest_mode_stands_for_all(modes: tuple[Mode, ...], merged: Mode) -> None:
    assert merge(QUESTIONNAIRE, [sheet(mode=mode) for mode in modes]).mode == merged


@pytest.mark.parametrize(
    ("given", "merged"),
    [
        ((Answered(3), Answered(1), NotAsked()), Answered(1)),
        ((Unknown(), Answered(2)), Answered(2)),
        ((NotAsked(), Unknown()), Unknown()),
        ((NotAsked(),), NotAsked()),
    ],
)
def test_fit_items(given: tuple[FitAnswer, ...], merged: FitAnswer) -> None:
    sheets = [sheet(fit={"resources.budget": each}) for each in given]

    assert merge(QUESTIONNAIRE, [*sheets, sheet()]).fit == {"resources.budget": merged}


def test_handoffs_take_lower_medians_of_level_and_traffic() -> None:
    one = sheet(
        channels=("store", "web"),
        handoffs={("store", "web"): Handoff(3, 1, "by phone"), ("web", "store"): Handoff(None)},
    )
    other = sheet(
        channels=("web", "phone"),
        handoffs={("store", "web"): Handoff(1, 3), ("web", "phone"): Handoff(2, 2)},
    )

    merged = merge(QUESTIONNAIRE, [one, other])

    assert merged.handoffs == {
        ("store", "web"): Handoff(1, 1, "by phone"),
        ("web", "store"): Handoff(None, 1),
        ("web", "phone"): Handoff(2, 2),
    }
    assert merged.business.channels == ("store", "web", "phone")


@pytest.mark.parametrize(
    ("one", "other", "merged"),
    [
        ("pass", "fail", "fail"),
        ("not-tested", "pass", "pass"),
        ("not-applicable", "pass", "pass"),
        ("not-tested", "not-applicable", "not-applicable"),
    ],
)
def test_a_step_that_failed_for_anybody_failed(
    one: StepResult, other: StepResult, merged: StepResult
) -> None:
    sheets = [
        sheet(journeys={"click-and-collect": {"item-is-there": result}}) for result in (one, other)
    ]
    also = sheet(journeys={"chat-to-store": {"chat-on-site": "pass"}})

    assert merge(QUESTIONNAIRE, [*sheets, also]).journeys == {
        "click-and-collect": {"item-is-there": merged},
        "chat-to-store": {"chat-on-site": "pass"},
    }


def test_business_and_date_are_the_first_ones_and_warnings_everybodys() -> None:
    warning = problem("A421", Place("a.yaml"), question="data.consent")
    first = replace(sheet(), date=dt.date(2026, 11, 21), warnings=(warning,))
    second = replace(sheet(size="large"), warnings=(warning,))

    merged = merge(QUESTIONNAIRE, [first, second])

    assert (merged.business.size, merged.date) == ("medium", dt.date(2026, 11, 21))
    assert merged.warnings == (warning, warning)


@pytest.mark.parametrize(
    ("levels", "flagged"),
    [
        ([2, 2, 2], False),
        ([1, 2], False),
        ([1, 3], True),  # two apart
        ([0, 0, 0, 0, 2], True),  # two apart, whatever the deviation
    ],
)
def test_disagreement_is_flagged(levels: list[int], *, flagged: bool) -> None:
    assert agreement("data.history", levels).flagged is flagged


@pytest.mark.parametrize(
    ("head", "front", "gap"),
    [
        ([3], [1], 2),
        ([3, 2], [1], Fraction(3, 2)),
        ([1], [2, 3, 3], -2),
        ([2], [], None),
        ([], [2], None),
    ],
)
def test_the_perception_gap_is_between_true_medians(
    head: list[int], front: list[int], gap: Fraction | None
) -> None:
    sheets = [from_side("head-office", level) for level in head]
    sheets += [from_side("frontline", level) for level in front]
    sheets.append(but(sheet(ONES), data_history=0))  # of neither side

    found = panel(QUESTIONNAIRE, sheets)

    (history,) = (each for each in found.agreements if each.capability == "data.history")
    assert history.perception_gap == gap


def test_a_panel_agrees_about_what_anybody_answered() -> None:
    found = panel(QUESTIONNAIRE, asked(Answered(2), Answered(1), Unknown()))

    assert [(each.capability, each.levels) for each in found.agreements] == [
        ("data.history", (2, 1))
    ]
    assert found.roles == ("", "", "")


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        ([[1, 2, 3], [1, 2, 3]], 1.0),
        ([[1, 1], [1, 1]], None),  # no variation
        ([[1, None], [None, 2]], None),  # nobody shares an item
        ([[1, 2], [None, None]], None),
        ([[], []], None),
    ],
)
def test_alpha_is_defined_where_shared_answers_vary(
    rows: list[list[int | None]], alpha: float | None
) -> None:
    assert ordinal_alpha(rows) == alpha


def test_a_panel_of_one_is_a_sheet() -> None:
    assert score_panel(QUESTIONNAIRE, [sheet(TWOS)]) == score(QUESTIONNAIRE, sheet(TWOS))


def test_a_panel_scores_its_merged_sheet_and_says_how_far_it_agrees() -> None:
    sheets = [sheet(ZEROS), sheet(THREES), sheet(TWOS)]

    card = score_panel(QUESTIONNAIRE, sheets)

    assert card.respondents == 3
    assert card.stage == score(QUESTIONNAIRE, sheet(TWOS)).stage
    assert standing(card, "data.history").level == 2
    assert card.panel == panel(QUESTIONNAIRE, sheets)


def test_disagreement_lowers_confidence() -> None:
    """r*wg of 1 and 2 is 1 - 0.25 / 2.25; what was only said is trusted by 0.4."""
    card = score_panel(QUESTIONNAIRE, [sheet(ONES), sheet(TWOS)])

    assert card.confidence.value == Fraction(4, 10) * Fraction(8, 9)
