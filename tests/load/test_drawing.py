"""What a questionnaire does not say itself is that of the one it draws on."""

from __future__ import annotations

from typing import Any

from omniaudit.load.drawing import drawn, left_behind
from omniaudit.load.notebook import Notebook
from tests.load.trees import plain, tree

OTHER = """
title: Stalls
quick: stalls-quick
minutes: 20
translations: [it]
purpose: Shows much.
fit: {capacity: business, need: {business: 100}}
profiles: [{id: stall, name: Stall}, {id: van, name: Van}]
channels: [{id: market, name: Market, kind: physical}, {id: web, name: Web}]
capabilities: [{id: data.names, name: Names}, {id: data.cards, name: Cards}]
gates: {presets: {strict: 80}, keys: []}
journeys: [{id: greeting, profiles: [stall]}, {id: parting, profiles: [van, stall]}]
advice: [{id: greet, when: []}, {id: ask, when: [{level: data.cards}]}]
"""


def joined(own: str) -> tuple[Any, list[str]]:
    """The whole tree, and the codes of what is wrong with it."""
    notebook = Notebook("own.yaml")
    root = drawn(tree(OTHER), tree(own), notebook)
    return plain(root), [each.code for each in notebook.problems]


def test_what_is_not_said_is_taken_over_but_for_what_concerns_the_other_alone() -> None:
    whole = plain(tree(OTHER))
    for key in ("quick", "minutes", "translations"):
        del whole[key]

    assert joined("title: Ours\n") == ({**whole, "title": "Ours"}, [])


def test_what_is_said_of_these_is_kept() -> None:
    own = {"quick": "ours-quick", "minutes": "5", "translations": ["de"]}
    found, _ = joined("quick: ours-quick\nminutes: 5\ntranslations: [de]\n")

    assert {key: found[key] for key in own} == own


def test_groups_are_joined_key_by_key() -> None:
    found, _ = joined("fit: {capacity: rain}\n")

    assert found["fit"] == {"capacity": "rain", "need": {"business": "100"}}


def test_a_part_is_taken_over_by_its_id_and_may_be_said_otherwise() -> None:
    found, wrong = joined("channels:\n  - {id: market, name: Square}\n  - web\n  - {id: phone}\n")

    assert found["channels"] == [
        {"id": "market", "name": "Square", "kind": "physical"},
        {"id": "web", "name": "Web"},
        {"id": "phone"},
    ]
    assert wrong == []


def test_an_id_takes_over_once_and_nothing_that_is_not_there() -> None:
    found, wrong = joined("channels:\n  - web\n  - {id: web, name: Again}\n  - wep\n")

    assert found["channels"] == [{"id": "web", "name": "Web"}]
    assert wrong == ["S307", "Q604"]


def test_the_nearest_id_is_named_even_where_it_is_left_out() -> None:
    notebook = Notebook("own.yaml")
    drawn(tree(OTHER), tree("channels: [markt]\n"), notebook)
    (wrong,) = notebook.problems

    assert "Did you mean `market`?" in wrong.message
    assert "part of `channels`" in wrong.message


def test_who_leaves_out_capabilities_has_gates_of_its_own() -> None:
    _, all_taken = joined("capabilities: [data.names, data.cards]\n")
    _, without_gates = joined("capabilities: [data.names]\n")
    found, with_gates = joined("capabilities: [data.names]\ngates: {keys: [{stage: 1}]}\n")

    assert (all_taken, without_gates, with_gates) == ([], ["S302"], [])
    assert found["gates"] == {"presets": {"strict": "80"}, "keys": [{"stage": "1"}]}


def test_journeys_that_nobody_walks_any_more_are_not_taken_over() -> None:
    of_stalls, _ = joined("profiles: [stall]\n")
    of_vans, _ = joined("profiles: [van]\n")
    chosen, _ = joined("profiles: [van]\njourneys: [greeting]\n")

    assert [each["id"] for each in of_stalls["journeys"]] == ["greeting", "parting"]
    assert [each["id"] for each in of_vans["journeys"]] == ["parting"]
    assert [each["id"] for each in chosen["journeys"]] == ["greeting"]


def test_advice_that_is_named_stays_and_other_advice_goes_with_what_it_is_about() -> None:
    gates = "gates: {keys: []}\n"
    silent, _ = joined(f"capabilities: [data.names]\n{gates}")
    named, _ = joined(f"capabilities: [data.names]\nadvice: [ask]\n{gates}")

    assert [each["id"] for each in silent["advice"]] == ["greet"]
    assert [each["id"] for each in named["advice"]] == ["ask"]


def test_what_is_left_behind_is_told_by_its_list() -> None:
    other = tree(OTHER)
    left = left_behind(other, drawn(other, tree("channels: [web]\n"), Notebook("own.yaml")))

    assert {kind: set(names) for kind, names in left.items() if names} == {"channels": {"market"}}
    assert set(left) == {
        *("profiles", "sizes", "channels", "capabilities", "journeys", "advice", "sources")
    }
