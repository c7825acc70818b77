"""The ranking: stage, then index as printed, then name."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice

from omniaudit.report.portfolio.ranking import EDGE, LISTED
from omniaudit.report.portfolio.tally import Tally
from tests.engine.sheets import ONES, TWOS, ZEROS
from tests.report.portfolio.batches import Result, businesses, shop, tally


def order(found: Tally) -> list[tuple[int, str]]:
    return [(place, each.name) for place, each in found.ranking.places(found.ranking.rows)]


def test_a_higher_stage_stands_before_a_higher_index() -> None:
    found = tally([shop(ONES, "High index", value=99.0), shop(TWOS, "High stage", value=12.0)])

    assert order(found) == [(1, "High stage"), (2, "High index")]


def test_within_a_stage_the_index_decides_and_none_has_no_place() -> None:
    found = tally(
        [
            shop(ONES, "Unknown", value=None),
            shop(ONES, "Zero", value=0.0),
            shop(ONES, "Low", value=20.0),
            shop(ONES, "High", value=20.1),
            shop(ZEROS, "Below", value=80.0),
        ]
    )

    assert order(found) == [(1, "High"), (2, "Low"), (3, "Zero"), (0, "Unknown"), (4, "Below")]
    assert found.ranking.unplaced == 1


def test_equals_share_a_place_and_stand_by_name() -> None:
    found = tally(
        [
            shop(ONES, "beta", value=50.0),
            shop(ONES, "Gamma", value=50.0),
            shop(ONES, "Alpha", value=50.0),
            shop(ONES, "Last", value=40.0),
            shop(TWOS, "First", value=40.0),
        ]
    )

    assert order(found) == [(1, "First"), (2, "Alpha"), (2, "beta"), (2, "Gamma"), (5, "Last")]


def test_the_index_counts_as_it_is_printed() -> None:
    """49.96 and 50.04 are both printed as 50.0; a half goes to the even tenth."""
    found = tally(
        [
            shop(ONES, "A", value=49.96),
            shop(ONES, "B", value=50.04),
            shop(ONES, "C", value=50.05),
            shop(ONES, "D", value=50.15),
            shop(ONES, "E", value=50.1501),
        ]
    )

    assert order(found) == [(1, "D"), (1, "E"), (3, "A"), (3, "B"), (3, "C")]


def test_namesakes_stand_by_file() -> None:
    second, first = shop(ONES), shop(ONES)
    second["file"], first["file"] = "b.yaml", "a.yaml"
    found = tally([second, first]).ranking.rows

    assert [each.order[-1] for each in found] == ["a.yaml", "b.yaml"]


def standing(document: Result) -> tuple[int, Fraction]:
    """Stage and printed index, the better the less."""
    index = document["index"]["value"]
    tenths = Fraction(1) if index is None else -round(Fraction(str(index)), 1)
    return -document["stage"]["confirmed"], tenths


def test_of_many_both_ends_are_those_of_the_whole_with_their_places() -> None:
    everybody = list(islice(businesses(), 500))
    for each in everybody[::50]:
        each["index"]["value"] = None
    found = tally(everybody).ranking
    documents = [each for each in everybody if each["index"]["value"] is not None]
    ordered = sorted(
        documents, key=lambda each: (*standing(each), each["business"]["name"].casefold())
    )
    places = [sum(standing(other) < standing(each) for other in documents) + 1 for each in ordered]
    whole = [(place, each["business"]["name"]) for place, each in zip(places, ordered, strict=True)]

    assert 2 * LISTED < len(documents) == 500 - found.unplaced < 500
    assert len(set(places)) < len(places)
    assert [(place, each.name) for place, each in found.places(found.first)] == whole[:EDGE]
    assert [(place, each.name) for place, each in found.places(found.last)] == whole[-EDGE:]


def test_names_without_end_are_cut_before_they_are_kept() -> None:
    (row,) = tally([{**shop(ONES, "x" * 100_000), "file": "x.yaml"}]).ranking.rows

    assert len(row.name) == 200
    assert max(len(str(each)) for each in row.order) == 200
