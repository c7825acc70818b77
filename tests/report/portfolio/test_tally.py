"""What a tally keeps: the right numbers, in whatever order, and never more than it must."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

from omniaudit.report.portfolio.ranking import EDGE, LISTED
from omniaudit.report.portfolio.tally import Tally
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS
from tests.report.portfolio.batches import businesses, shop, tally

ONE_OPEN = "?11111 111111 111111 111111"


def kept(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever a tally holds
    """Every object that can be reached from a value, classes and modules aside."""
    seen: set[int] = set()
    left = [value]
    while left:
        each = left.pop()
        if id(each) not in seen and not isinstance(each, type) and not callable(each):
            seen.add(id(each))
            yield each
            left.extend(gc.get_referents(each))


def test_an_empty_one_counts_nothing() -> None:
    assert (Tally().count, Tally().may_rise, Tally().planned) == (0, 0, 0)
    assert [Tally().at_stage(stage) for stage in range(4)] == [0, 0, 0, 0]


def test_stages_are_counted_as_confirmed_and_as_possible() -> None:
    found = tally(shop(each) for each in (ZEROS, ONES, ONES, ONE_OPEN, TWOS, THREES))

    assert [found.at_stage(stage) for stage in range(4)] == [2, 2, 1, 1]
    assert [found.perhaps_at_stage(stage) for stage in range(4)] == [1, 3, 1, 1]
    assert (found.count, found.may_rise) == (6, 1)


def test_failed_files_add_up() -> None:
    found = Tally()
    found.failed(2)
    found.failed(3)

    assert found.files_failed == 5


def test_a_plan_counts_a_step_once() -> None:
    found = Tally()
    found.add_steps([("data.history", 2), ("data.history", 2), ("data.identity", 1)])
    found.add_steps(iter([("data.history", 2)]))
    found.add_steps([])

    assert found.planned == 3
    assert found.steps == {("data.history", 2): 2, ("data.identity", 1): 1}


def test_days_are_those_of_the_first_and_the_last_assessment() -> None:
    dated = [{**shop(ONES), "date": day} for day in ("2026-05-01", None, "2025-12-31")]

    assert (tally(dated).first_day, tally(dated).last_day) == ("2025-12-31", "2026-05-01")
    assert tally([{**shop(ONES), "date": None}]).first_day == ""


def test_an_index_or_a_score_that_is_not_known_is_no_figure() -> None:
    whole, open_one = shop(ONES), shop("?????? 111111 111111 111111")
    assert open_one["index"]["value"] is None

    found = tally([whole, open_one]).profiles["retail"]

    assert (found.count, len(found.index)) == (2, 1)
    assert {name: len(each) for name, each in found.scores.items()} == {
        "integration": 1,
        "data": 2,
        "personalisation": 2,
        "consistency": 2,
    }


def test_levels_are_counted_by_profile_and_stage_and_only_where_they_are_known() -> None:
    found = tally([shop("2?.-10 111111 111111 111111"), shop("233111 111111 111111 111111")])
    siloed, multichannel = (found.profiles["retail"].groups[stage] for stage in (0, 1))
    integration = [each.id for each in QUESTIONNAIRE.capabilities_for("retail")[:6]]

    assert (siloed.count, multichannel.count) == (1, 1)
    assert [siloed.known[each] for each in integration] == [1, 0, 0, 0, 1, 1]
    assert [siloed.able[each] for each in integration] == [1, 0, 0, 0, 0, 0]
    assert [multichannel.known[each] for each in integration] == [1] * 6
    assert [multichannel.able[each] for each in integration] == [1, 1, 1, 0, 0, 0]


def test_the_order_of_files_makes_no_difference() -> None:
    documents = list(islice(businesses(), 3 * LISTED))
    first = tally(documents)
    Random(1).shuffle(documents)
    second = tally(documents)

    assert len(first.ranking.first) == EDGE
    assert first.ranking.first == second.ranking.first
    assert first.ranking.last == second.ranking.last
    assert first.stages == second.stages
    assert {name: sorted(each.index) for name, each in first.profiles.items()} == {
        name: sorted(each.index) for name, each in second.profiles.items()
    }


def test_the_last_row_goes_with_the_sixty_first_business() -> None:
    documents = list(islice(businesses(), LISTED + 1))

    assert LISTED == 60
    assert len(tally(documents[:LISTED]).ranking.rows) == LISTED
    more = tally(documents).ranking
    assert (more.rows, len(more.first), len(more.last)) == ([], EDGE, EDGE)


def test_five_thousandbusinesses_leave_no_more_objects_than_one_thousand() -> None:
    """And of each further one a few figures of four bytes."""
    documents = businesses()
    found = tally(islice(documents, 1_000))
    few, size = sum(1 for _ in kept(found)), sum(map(sys.getsizeof, kept(found)))
    for each in islice(documents, 4_000):
        found.add(each)
    many, larger = sum(1 for _ in kept(found)), sum(map(sys.getsizeof, kept(found)))

    assert found.count == 5_000
    assert few > 100
    # The counts of places are as many as stages and tenths of the index, 4,004 at most.
    assert many < 1.2 * few
    assert (larger - size) / 4_000 < 32
