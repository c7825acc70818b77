"""What capabilities add up to."""

from __future__ import annotations

import pytest

from omniaudit.engine.standings import standings
from omniaudit.engine.tally import Tally, tally, total
from omniaudit.model.answers import Answered, Coverage, Evidence
from omniaudit.model.scorecard import Standing
from tests.engine.sheets import QUESTIONNAIRE, TWOS, but, sheet


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (
            Standing("a", "not-applicable", 2),
            Tally(not_applicable=1, asked=2),
        ),
        (
            Standing("a", "unknown", 2, best=2),
            Tally(unknown=1, asked=2, applying=2, best_1=2, best_2=2),
        ),
        (
            Standing("a", "not-asked", 1, best=3),
            Tally(not_asked=1, asked=1, applying=1, best_1=1, best_2=1, best_3=1),
        ),
        (
            Standing("a", "answered", 2, 1, 1, 2, worst=1, best=1, evidence=Evidence.SEEN),
            Tally(answered=1, asked=2, applying=2, seen=2, thirds=4, worst_1=2, best_1=2),
        ),
    ],
)
def test_what_one_capability_adds(standing: Standing, expected: Tally) -> None:
    assert tally(standing) == expected


def test_nothing_adds_up_to_nothing() -> None:
    assert total([]) == Tally()


def test_tallies_add_up_field_by_field() -> None:
    given = but(
        sheet("222222 ??.--- 333333 000000"),
        integration_coverage=Answered(3, Coverage.PARTLY, Evidence.TESTED),
    )

    whole = total([tally(each) for each in standings(QUESTIONNAIRE, given)])

    assert (whole.answered, whole.unknown, whole.not_asked, whole.not_applicable) == (18, 2, 1, 3)
    assert (whole.asked, whole.applying) == (48, 42)
    assert whole.evidence == (34, 0, 0, 2)
    assert whole.thirds == 2 * (7 + 5 * 6 + 6 * 9)
    assert whole.worst == (24, 24, 12)
    assert whole.best == (30, 30, 18)
    assert whole.hoped == 2 * 3 * 9


def test_where_all_is_answered_nothing_is_hoped_for() -> None:
    whole = total([tally(each) for each in standings(QUESTIONNAIRE, sheet(TWOS))])

    assert whole.worst == whole.best
    assert whole.hoped == 0
