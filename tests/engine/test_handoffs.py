"""How the channels hang together."""

from __future__ import annotations

from fractions import Fraction

import pytest

from omniaudit.engine.handoffs import handoffs
from omniaudit.model.answers import Handoff
from omniaudit.model.scorecard import Detour, HandoffResult
from tests.engine.sheets import QUESTIONNAIRE, sheet

CHANNELS = ("store", "web", "phone", "social")


def judged(*pairs: str) -> HandoffResult | None:
    """Pairs such as `store>web 2` or, with traffic, `store>web 2x3`; `?` for no level."""
    given = {}
    for text in pairs:
        pair, _, value = text.partition(" ")
        start, _, end = pair.partition(">")
        level, _, traffic = value.partition("x")
        number = None if level == "?" else int(level)
        given[start, end] = Handoff(number, int(traffic)) if traffic else Handoff(number)
    return handoffs(QUESTIONNAIRE.handoffs, sheet(channels=CHANNELS, handoffs=given))


def found(*pairs: str) -> HandoffResult:
    result = judged(*pairs)
    assert result is not None
    return result


def test_where_nothing_is_known_there_is_no_result() -> None:
    assert judged() is None
    assert judged("store>web ?", "web>store ?x3") is None


def test_a_bare_level_has_traffic_1() -> None:
    assert found("store>web 3", "web>store 0").index == 50
    assert found("store>web 3", "web>store 0x3").index == 25


def test_pairs_without_a_level_are_left_out() -> None:
    assert found("store>web 3", "web>store ?x3").index == 100


def test_traffic_0_takes_a_pair_out_of_the_index_but_not_out_of_the_picture() -> None:
    result = found("store>web 2", "web>store 2x0", "web>phone 0")

    assert result.index == Fraction(100, 3)
    assert result.density_2 == 50
    assert result.islands == (("store", "web"), ("phone",))


def test_without_any_traffic_there_is_no_index_and_no_stage() -> None:
    result = found("store>web 3x0", "web>store 3x0")

    assert (result.index, result.density_2, result.density_3, result.stage) == (None,) * 4
    assert result.islands == (("store", "web"),)


@pytest.mark.parametrize(
    ("pairs", "density_2", "density_3", "stage"),
    [
        (("store>web 1x3",), 0, 0, 1),
        (("store>web 2x3", "web>store 1x17"), 15, 0, 1),  # exactly 15 % is not above it
        (("store>web 2x3", "web>store 1x16"), Fraction(300, 19), 0, 2),
        (("store>web 3x17", "web>store 0x3"), 85, 85, 2),  # exactly 85 % neither
        (("store>web 3x18", "web>store 0x3"), Fraction(1800, 21), Fraction(1800, 21), 3),
    ],
)
def test_the_structural_stage(
    pairs: tuple[str, ...], density_2: Fraction, density_3: Fraction, stage: int
) -> None:
    result = found(*pairs)

    assert (result.density_2, result.density_3, result.stage) == (density_2, density_3, stage)


def test_an_island_needs_a_way_there_and_back_over_any_channel() -> None:
    ring = found("store>web 2", "web>phone 2", "phone>store 2", "social>store 3")

    assert ring.islands == (("phone", "store", "web"), ("social",))


def test_islands_come_largest_first_then_by_id() -> None:
    result = found("web>store 3", "store>web 3", "phone>social 1")

    assert result.islands == (("store", "web"), ("phone",), ("social",))


def test_channels_of_which_nothing_is_known_are_no_islands() -> None:
    assert found("store>web 0").islands == (("store",), ("web",))


@pytest.mark.parametrize(
    ("pairs", "asymmetries"),
    [
        (("store>web 2", "web>store 0"), (("store", "web"),)),
        (("web>store 0", "store>web 3"), (("store", "web"),)),
        (("store>web 2", "web>store 1"), ()),
        (("store>web 3",), ()),  # nothing is known of the way back
    ],
)
def test_asymmetries(pairs: tuple[str, ...], asymmetries: tuple[tuple[str, str], ...]) -> None:
    assert found(*pairs).asymmetries == asymmetries


def test_a_detour_is_the_shortest_of_the_widest_ways() -> None:
    result = found(
        "store>social 0",
        "store>phone 1",
        "phone>social 2",
        "phone>web 3",
        "web>social 3",
    )

    assert result.detours == (
        Detour("store", "social", direct=0, widest=1, route=("store", "phone", "social")),
        Detour("phone", "social", direct=2, widest=3, route=("phone", "web", "social")),
    )


def test_a_way_as_good_as_the_direct_one_is_no_detour() -> None:
    assert found("store>web 2", "store>phone 2", "phone>web 2").detours == ()
