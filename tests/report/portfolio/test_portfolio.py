"""The portfolio in words: what it tells, what it holds back, and how fields are told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.brand import Brand
from omniaudit.report.document import KeyFigures, Prose, Table
from omniaudit.report.portfolio.build import build_portfolio
from omniaudit.report.portfolio.document import (
    Chapter,
    Codes,
    HeatMap,
    PortfolioDocument,
    Spread,
    Spreads,
    StageBars,
    StepBars,
)
from omniaudit.report.portfolio.tally import Tally
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, smaller
from tests.report.portfolio.batches import PLANNED, PROFILES, Result, mixed, shop, tally

Kind = TypeVar("Kind")
ONE_OPEN = "?11111 111111 111111 111111"


def built(found: Tally) -> PortfolioDocument:
    return build_portfolio(QUESTIONNAIRE, found)


def chapter(document: PortfolioDocument, name: str) -> Chapter:
    (found,) = (each for each in document.chapters if each.id == name)
    return found


def parts(document: PortfolioDocument, kind: type[Kind]) -> list[Kind]:
    return [part for each in document.chapters for part in each.parts if isinstance(part, kind)]


def signs(heat_map: HeatMap) -> list[list[tuple[str, str]]]:
    return [[(each.sign, each.text) for each in row.fields] for row in heat_map.rows if row.fields]


def spread(document: PortfolioDocument, label: str) -> Spread:
    (found,) = parts(document, Spreads)
    return {each.label: each for each in found.groups[0].spreads}[label]


def alike(count: int, profile: str = "retail") -> list[Result]:
    """So many businesses of a kind with the indices 1, 2, 3 and so on."""
    return [
        shop(ONES, f"{profile} {each}", profile, value=float(each)) for each in range(1, count + 1)
    ]


def test_no_business_at_all() -> None:
    failed = Tally()
    failed.failed(4)
    document = built(failed)

    assert document.title == "No business could be scored"
    assert [each.id for each in document.chapters] == ["front", "notes"]
    (figures,) = parts(document, KeyFigures)
    assert [each.value for each in figures.figures] == ["0", "4"]


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ([ONES], "One business: multichannel"),
        ([ONES, ONES], "All 2 businesses are multichannel"),
        ([ONES, ONES, ZEROS], "2 of 3 businesses are multichannel"),
        ([ONES, TWOS], "2 businesses, most often multichannel and cross-channel"),
    ],
)
def test_the_title_says_where_most_stand(levels: list[str], title: str) -> None:
    assert built(tally(map(shop, levels))).title == title


def test_page_one_counts_files_stages_and_what_may_stand_higher_already() -> None:
    found = tally(shop(each) for each in (ZEROS, ONES, ONE_OPEN, THREES))
    found.failed(1)
    document = built(found)
    figures, bars = parts(document, KeyFigures)[0], parts(document, StageBars)[0]

    assert [(each.value, each.note) for each in figures.figures] == [
        ("4", "of 5 files"),
        ("1", "listed in failed.txt"),
        ("\u2013", "fewer than 10"),
        ("1", "25\u00a0% of all: answers are missing"),
    ]
    assert [(each.confirmed, each.possible) for each in bars.bars] == [
        ("2 (50\u00a0%)", "1 (25\u00a0%)"),
        ("1 (25\u00a0%)", "2 (50\u00a0%)"),
        ("0 (0\u00a0%)", "0 (0\u00a0%)"),
        ("1 (25\u00a0%)", "1 (25\u00a0%)"),
    ]
    assert [each.confirmed_length for each in bars.bars] == [1.0, 0.5, 0.0, 0.5]
    assert all(each.confirmed in bars.description for each in bars.bars)


def test_of_nine_no_figure_of_the_group_is_told_and_of_ten_they_are() -> None:
    """Neither on page one nor among the quartiles."""
    nine, ten = built(tally(alike(9))), built(tally(alike(10)))

    assert parts(nine, Spreads) == []
    assert len(parts(nine, KeyFigures)) == 1
    assert "fewer than 10 businesses" in str(chapter(nine, "quartiles"))
    assert parts(nine, Table)[0].rows[0].cells[-1] == "fewer than 10"

    (told,) = (each for each in parts(ten, Spreads))
    assert told.groups[0].spreads[0].texts == ("3.2", "5.5", "7.8")
    assert parts(ten, KeyFigures)[0].figures[2].value == "5.5"
    assert parts(ten, Table)[0].rows[0].cells[-1] == "5.5"


def test_a_small_kind_is_held_back_beside_a_large_one() -> None:
    document = built(tally([*alike(10), *alike(9, "local")]))
    large = spread(document, "Retail with stores")
    groups = parts(document, Spreads)[0].groups

    assert len(groups) == 5
    for group in groups:
        assert [each.label for each in group.spreads] == ["All businesses", "Retail with stores"]
    assert (large.count, large.instead, large.texts) == ("10", "", ("3.2", "5.5", "7.8"))
    assert spread(document, "All businesses").count == "19"


def test_a_kind_without_enough_indices_is_shown_for_its_dimensions() -> None:
    documents = alike(10)
    for each in documents[:2]:
        each["index"]["value"] = None
    document = built(tally([*documents, *alike(10, "local")]))
    shops = spread(document, "Retail with stores")
    alone = spread(built(tally(documents)), "Retail with stores")

    assert (shops.count, shops.instead, shops.texts) == ("8", "fewer than 10", ("", "", ""))
    assert (shops.low, shops.middle, shops.high) == (0, 0, 0)
    assert parts(document, Spreads)[0].groups[1].spreads[1].count == "10"
    assert alone == shops


def test_what_has_no_level_is_told_apart_in_four_ways() -> None:
    retail, local = shop("30?.-3 222222 111111 000000"), shop(ONES, "Other", "local")
    del retail["capabilities"][0]
    (heat_map,) = parts(built(tally([retail, local])), HeatMap)
    _, row = signs(heat_map)

    assert row[:6] == [
        ("not-in-profile", ""),
        ("level", "0"),
        ("unknown", "?"),
        ("not-asked", "\u00b7"),
        ("not-applicable", "\u2013"),
        ("level", "3"),
    ]
    key = [(each.sign, each.text, each.name) for each in heat_map.key[4:]]
    assert [each[:2] for each in key] == [*row[2:5], row[0]]
    assert len({name for _, _, name in key}) == 4
    (described,) = (each.description for each in heat_map.rows if each.description.startswith("Au"))
    assert described.startswith("Aurora: CI1, CI2 0, CI3 ?, CI4 \u00b7, CI5 \u2013, CI6 3, DS1 2")


def test_the_key_shows_what_occurs() -> None:
    (heat_map,) = parts(built(tally([shop(ONES)])), HeatMap)

    assert [each.sign for each in heat_map.key] == ["level"] * 4


def test_businesses_stand_on_the_map_as_in_the_ranking_under_their_stage() -> None:
    found = tally([shop(ZEROS, "C"), shop(ONES, "B", value=1.0), shop(ONES, "A", value=1.0)])
    (heat_map,) = parts(built(found), HeatMap)
    table = parts(built(found), Table)[-1]

    assert [(each.label, each.group) for each in heat_map.rows] == [
        ("Multichannel: 2 businesses", True),
        ("A", False),
        ("B", False),
        ("Siloed: 1 business", True),
        ("C", False),
    ]
    assert [row.cells[:2] for row in table.rows] == [("1", "A"), ("1", "B"), ("3", "C")]


def test_the_sixty_first_business_makes_a_map_of_groups() -> None:
    few, many = built(mixed(60)), built(mixed(61))
    (of_businesses,), (of_groups,) = parts(few, HeatMap), parts(many, HeatMap)

    assert len(signs(of_businesses)) == 60
    assert of_businesses.count_label == ""
    assert {sign for row in signs(of_groups) for sign, _ in row} <= {"band", "few"}
    assert of_groups.count_label
    assert "With more than 60 businesses" in str(chapter(many, "heat-map"))
    assert "With more than 60" not in str(chapter(few, "heat-map"))


def test_up_to_sixty_are_ranked_whole_and_of_more_both_ends() -> None:
    few, many = chapter(built(mixed(60)), "ranking"), chapter(built(mixed(61)), "ranking")
    tables = [each for each in many.parts if isinstance(each, Table)]

    placed = 61 - mixed(61).ranking.unplaced

    assert [len(each.rows) for each in few.parts if isinstance(each, Table)] == [60]
    assert [each.caption for each in tables] == [
        f"The {end} 20 of {placed}" for end in ("first", "last")
    ]
    assert [len(each.rows) for each in tables] == [20, 20]
    assert "Gates, not the average, decide" in str(few.parts[0])


@pytest.mark.parametrize(
    ("known", "captions"),
    [
        (0, []),
        (7, ["The first 7 of 7"]),
        (25, ["The first 20 of 25", "The last 5 of 25"]),
        (70, ["The first 20 of 70", "The last 20 of 70"]),
    ],
)
def test_those_without_an_index_stand_at_neither_end(known: int, captions: list[str]) -> None:
    unknown = [shop(ONES, f"Open {each}", value=None) for each in range(61)]
    ranking = chapter(built(tally([*unknown, *alike(known)])), "ranking")
    tables = [each for each in ranking.parts if isinstance(each, Table)]
    cells = [row.cells for each in tables for row in each.rows]

    assert "61 businesses have no index, because a whole dimension" in str(ranking.parts[1])
    assert [each.caption for each in tables] == captions
    assert len({name for _, name, *_ in cells}) == len(cells) == min(known, 40)
    assert not any(name.startswith("Open") for _, name, *_ in cells)


def test_in_a_whole_ranking_those_without_an_index_come_last_and_have_no_place() -> None:
    found = tally([shop(TWOS, "Open", value=None), *alike(2)])
    *_, table = parts(built(found), Table)

    assert [(row.cells[0], row.cells[5]) for row in table.rows] == [
        ("1", "2.0"),
        ("2", "1.0"),
        ("\u2013", "\u2013"),
    ]
    assert "One business has no index" in str(chapter(built(found), "ranking").parts[1])


def test_a_map_of_groups_tells_shares_of_those_who_are_known() -> None:
    """Of 40 shops at stage 1, 10 are at level 2 in CI1 and 15 not known; nine are at stage 0."""
    able, open_ones = "211111 111111 111111 111111", "?11111 111111 111111 111111"
    levels = [*[able] * 10, *[ONES] * 15, *[ZEROS] * 9]
    found = tally([*map(shop, levels), *[_kept_at_one(open_ones)] * 15, *alike(12, "local")])
    (heat_map,) = parts(built(found), HeatMap)
    rows = {(each.label, each.count): each for each in heat_map.rows}
    shops = rows["Multichannel", "40"]

    assert [each.label for each in heat_map.rows if each.group] == [
        "All kinds: 61 businesses",
        "Retail with stores: 49 businesses",
        "Local small business: 12 businesses",
    ]
    assert (shops.fields[0].text, shops.fields[0].shade) == ("40", 1)
    assert (shops.fields[1].text, shops.fields[1].shade) == ("0", 0)
    assert rows["Siloed", "9"].instead == "fewer than 10"
    assert rows["Siloed", "9"].fields == ()


def _kept_at_one(levels: str) -> Result:
    found = shop(levels)
    found["stage"]["confirmed"] = 1
    return found


def test_a_field_of_which_few_are_known_is_not_told() -> None:
    documents = [*[_kept_at_one("?11111 111111 111111 111111")] * 55, *[shop(ONES)] * 9]
    (heat_map,) = parts(built(tally(documents)), HeatMap)
    (row,) = (each for each in heat_map.rows if each.fields)

    assert [each.sign for each in row.fields[:2]] == ["few", "band"]
    assert heat_map.key[-1].sign == "few"


def test_a_small_group_cannot_be_reckoned_back_from_all_kinds() -> None:
    """All kinds less those that are told would be the nine of the small group."""
    nine, ten = (built(tally([*alike(60), *alike(count, "local")])) for count in (9, 10))
    whole, shops, local = (each for each in parts(nine, HeatMap)[0].rows if not each.group)

    assert {each.sign for each in whole.fields} == {"few"}
    assert {each.sign for each in shops.fields} == {"band"}
    assert local.instead == "fewer than 10"
    assert {each.sign for row in parts(ten, HeatMap)[0].rows for each in row.fields} == {"band"}


def test_a_kind_that_is_not_asked_is_left_blank_on_a_map_of_groups() -> None:
    first, *others = QUESTIONNAIRE.capabilities
    ours = replace(QUESTIONNAIRE, capabilities=(replace(first, weights={"local": 2}), *others))
    documents = [*alike(50), *alike(12, "local")]
    for each in documents[:50]:
        del each["capabilities"][0]
    (heat_map,) = parts(build_portfolio(ours, tally(documents)), HeatMap)
    whole, shops, local = (each for each in heat_map.rows if each.fields)

    assert [each.fields[0].sign for each in (whole, shops, local)] == [
        "band",
        "not-in-profile",
        "band",
    ]


def test_a_wide_questionnaire_takes_several_maps() -> None:
    more = tuple(
        replace(each, id=f"{each.id}-{turn}")
        for turn in range(2)
        for each in QUESTIONNAIRE.capabilities
    )
    maps = parts(
        build_portfolio(replace(QUESTIONNAIRE, capabilities=more), tally([shop(ONES)])), HeatMap
    )

    assert [each.width for each in maps] == [24, 24]


def test_a_dimension_over_few_columns_goes_by_its_code() -> None:
    small = smaller("integration.coverage", "data.identity", "data.history", "data.availability")
    (heat_map,) = parts(build_portfolio(small, tally([shop(ONES)])), HeatMap)

    assert [each.label for each in heat_map.heads] == ["CI", "Data sharing"]


def test_steps_are_counted_in_plans_and_the_sample_is_told() -> None:
    found = tally([shop(ONES)] * 4)
    found.add_steps([("data.history", 2), ("integration.ownership", 1)])
    found.add_steps([("data.history", 2)])
    found.add_steps([])
    document = built(found)
    assert chapter(document, "steps").title.startswith("The step in more plans than any other: ")
    (bars,) = parts(document, StepBars)

    assert [(each.code, each.levels, each.text, each.length) for each in bars.bars] == [
        ("DS2", "1 \u2192 2", "2 (67\u00a0%)", 2 / 3),
        ("CI6", "0 \u2192 1", "1 (33\u00a0%)", 1 / 3),
    ]
    told = chapter(document, "steps").parts[0]
    assert isinstance(told, Prose)
    assert told.text.startswith("From the plans of 3 of 4 businesses, drawn evenly over")


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "From the plan of the one business. "), (2, "From the plans of all 2 businesses. ")],
)
def test_where_all_are_planned_for_nothing_was_drawn(count: int, told: str) -> None:
    found = tally([shop(ONES)] * count)
    for _ in range(count):
        found.add_steps([("data.history", 2), ("integration.ownership", 1)])
    steps = chapter(built(found), "steps")

    assert told in str(steps.parts[0])
    assert "drawn" not in str(steps.parts[0])
    assert steps.title.startswith("No step is in more plans: ")


def test_the_most_frequent_steps_are_shown_and_the_others_counted() -> None:
    document = built(mixed(60))
    (bars,) = parts(document, StepBars)
    lengths = [each.length for each in bars.bars]

    assert len(bars.bars) == 12
    assert lengths == sorted(lengths, reverse=True)
    assert f"From the plans of {PLANNED} of 60 businesses," in str(chapter(document, "steps"))
    assert "more steps occur in as many plans or fewer" in str(chapter(document, "steps"))


def test_without_plans_there_is_no_chapter_on_steps() -> None:
    assert "steps" not in [each.id for each in built(tally([shop(ONES)])).chapters]
    done = tally([shop(THREES)])
    done.add_steps([])
    assert chapter(built(done), "steps").title == "No plan holds a step"


def test_one_kind_of_business_is_told_in_its_own_words() -> None:
    both = (alike(1, "local"), [*alike(1, "local"), *alike(1)])
    one, two = (build_portfolio(load_questionnaire(), tally(each)) for each in both)
    names = [dict(parts(each, Codes)[0].groups[0].entries)["CI2"] for each in (one, two)]

    assert names[1] == "Cross-channel purchase and fulfilment"
    assert names[0] == "Starting in one channel, finishing in another" != names[1]


def test_all_kinds_occur_in_the_questionnaire_s_order() -> None:
    rows = parts(built(mixed(60)), Table)[0].rows

    assert [each.cells[0] for each in rows] == [each.name for each in QUESTIONNAIRE.profiles]
    assert sum(int(each.cells[1]) for each in rows) == 60
    assert len(PROFILES) == 6


def test_particulars_tell_what_was_assessed() -> None:
    told = dict(built(mixed(60)).particulars)

    assert told["Questionnaire"] == f"omnichannel {QUESTIONNAIRE.version}"
    assert told["Gates"] == "Standard"
    assert told["Assessed"] == "1 January 2026 to 22 November 2026"
    assert built(mixed(60)).created == "2026-11-22"
    undated = built(tally([shop(ONES)]))
    assert (dict(undated.particulars)["Assessed"], undated.created) == ("not dated", "")


def test_a_brand_s_line_of_one_business_does_not_stand_at_the_foot() -> None:
    brand = Brand(name="House", confidentiality="For the board only")

    line = build_portfolio(QUESTIONNAIRE, mixed(2), brand).confidentiality
    assert line == built(mixed(2)).confidentiality == "Confidential: results of single businesses"
    assert build_portfolio(QUESTIONNAIRE, mixed(2), brand).brand is brand


@pytest.mark.parametrize(
    ("name", "shown", "ranked"),
    [
        ("x" * 200, "x" * 33 + "\u2026", "x" * 27 + "\u2026"),
        ("W" * 200, "W" * 19 + "\u2026", "W" * 15 + "\u2026"),
        ("\u6f22" * 200, "\u6f22" * 16 + "\u2026", "\u6f22" * 13 + "\u2026"),
        ("Trattoria da Bruno e figli", "Trattoria da Bruno e figli", "Trattoria da Bruno e figli"),
        ("Da Bruno", "Da Bruno", "Da Bruno"),
        ("two\nlines", "two / lines", "two / lines"),
        ("a\u202eb\x1b[31m", "a?b?[31m", "a?b?[31m"),
        ("", "without a name", "without a name"),
        *[("\u05e9\u05dc\u05d5\u05dd",) * 3],
    ],
)
def test_names_are_shown_on_one_line_and_cut(name: str, shown: str, ranked: str) -> None:
    document = built(tally([shop(ONES, name)]))

    assert parts(document, HeatMap)[0].rows[1].label == shown
    assert parts(document, Table)[-1].rows[0].cells[1] == ranked
