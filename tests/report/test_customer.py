"""The customer view: islands, weak ways, ways that do not apply, one channel and ten."""

from __future__ import annotations

from itertools import permutations

from omniaudit.model.answers import Answered, Evidence, Handoff
from omniaudit.report.charts import HandoffMatrix, Islands
from omniaudit.report.document import Table
from tests.engine.sheets import QUESTIONNAIRE, TWOS, but, sheet
from tests.report.cases import Case, made, of
from tests.report.rules import faults
from tests.report.texts import blocks, charts, said, section

TEN = tuple(channel.id for channel in QUESTIONNAIRE.channels)[:10]
PAIRS = tuple(permutations(TEN, 2))


def every_pair() -> Case:
    """Ten channels, all 90 ways rated: the first three pass customers on to each other."""
    rated = {
        pair: Handoff(2 if set(pair) <= set(TEN[:3]) else number % 2, number % 4)
        for number, pair in enumerate(PAIRS)
    }
    return of(sheet(TWOS, channels=TEN, handoffs=rated))


def network(case: Case) -> Islands:
    (found,) = (each for each in charts(case.document) if isinstance(each, Islands))
    return found


def matrix(case: Case) -> HandoffMatrix:
    (found,) = (each for each in charts(case.document) if isinstance(each, HandoffMatrix))
    return found


def test_nodes_of_an_island_stand_together_under_its_name() -> None:
    nodes = network(made("sample")).nodes

    assert [(each.number, each.label) for each in nodes] == [
        (1, "Store"),
        (2, "Website"),
        (3, "Phone"),
        (4, "Social networks"),
        (5, "Marketplace"),
    ]
    assert [each.island for each in nodes] == [0, 0, 0, 1, 2]
    assert [each.group for each in nodes] == ["Island"] * 3 + ["On their own"] * 2


def test_numbers_of_the_network_are_those_of_the_matrix() -> None:
    channels = matrix(made("sample")).channels

    assert len(channels) == 5
    for node in network(made("sample")).nodes:
        assert channels[node.number - 1] == node.label


def test_a_link_runs_both_ways_only_when_both_ways_move_cases() -> None:
    ways = (("store", "web", 2), ("web", "store", 0), ("web", "phone", 0))
    given = {(start, end): Handoff(level) for start, end, level in ways}
    island = network(of(sheet(TWOS, channels=("store", "web", "phone"), handoffs=given)))
    link = next(each for each in island.links if each.level)
    both = [(each.level, each.both) for each in network(made("one whole")).links]

    assert (link.level, link.both) == (2, False)
    assert both == [(2, True), (2, True)]
    assert "Store to Website: level 2, only this way." in island.description


def test_two_channels_are_no_network() -> None:
    drawn = [type(each) for each in charts(made("handoffs of an island").document)]

    assert HandoffMatrix in drawn
    assert Islands not in drawn


def test_channels_that_nobody_rated_are_named_as_such() -> None:
    given = {("store", "phone"): Handoff(0), ("store", "web"): Handoff(None)}
    found = network(of(sheet(TWOS, channels=("store", "web", "phone"), handoffs=given)))

    assert [(each.label, each.group) for each in found.nodes] == [
        ("Store", "On their own"),
        ("Phone", "On their own"),
        ("Website", "Not rated"),
    ]
    assert "No way was rated for Website." in found.description


def test_ten_channels_are_told_without_every_weak_way() -> None:
    case = every_pair()
    told = said(section(case.document, "customer"))
    (table,) = (
        each for each in blocks(section(case.document, "customer")) if isinstance(each, Table)
    )

    assert len(matrix(case).channels) == len(network(case).nodes) == 10
    assert {each.level for each in network(case).links} == {2}
    assert not network(case).weak_label
    assert len(table.rows) == 4
    assert "The four ways to mend first, of" in told
    assert "that are weak for their traffic" in told
    assert not [each for each in faults(case.document, QUESTIONNAIRE) if each[0].isupper()]


def test_ways_that_do_not_apply_count_neither_as_pairs_nor_as_traffic() -> None:
    channels = ("store", "web", "phone")
    given = {pair: Handoff(None, 3, applies=False) for pair in permutations(channels, 2)}
    given["store", "web"] = given["web", "store"] = Handoff(1, 1)
    case = of(sheet(TWOS, channels=channels, handoffs=given))

    assert not section(case.document, "customer").title.startswith("2 of")
    assert "Store to Phone: does not apply;" in matrix(case).description
    closed = matrix(case).cells[0][2]
    assert closed is not None
    assert (closed.traffic, closed.applies) == (0, False)
    assert "\u2013 does not apply" in said(section(case.document, "customer"))


def test_one_channel_has_nothing_to_hand_over() -> None:
    found = section(made("one channel").document, "customer")

    assert found.title == "Libreria Aurora meets its customers through one channel"
    assert "there is nothing to hand over" in said(found)
    assert "were not rated" not in said(found)


def test_answers_on_words_are_listed_with_what_would_prove_them_five_at_most() -> None:
    (table,) = (
        each
        for each in blocks(section(made("example B").document, "unknowns"))
        if isinstance(each, Table) and each.columns[-1].title == "What would prove it"
    )
    seen = but(
        sheet(TWOS),
        **{
            name.replace(".", "_"): Answered(2, evidence=Evidence.SEEN)
            for name in QUESTIONNAIRE.capability
        },
    )

    assert len(table.rows) == 5
    assert "What would prove it" not in said(section(of(seen).document, "unknowns"))
