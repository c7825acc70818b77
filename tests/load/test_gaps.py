"""A questionnaire without some of its parts has no gap where they were."""

from __future__ import annotations

from typing import Any

from omniaudit.load.gaps import closed
from tests.load.trees import plain, tree

WHOLE = """
title: Stalls
profiles: [{id: stall}, {id: van}]
channels: [{id: market}, {id: web}]
sources: [{id: book}, {id: talk}]
capabilities:
  - id: data.names
    profiles: {stall: core, van: optional}
    sources: [{ref: book, for: one}, {ref: talk, for: other}]
    steps:
      - {to: 1, requires: [data.cards@1]}
      - {to: 2, requires: [data.tills@2, data.cards@2]}
      - {to: 3, requires: [data.cards@1, data.tills@3]}
  - id: data.tills
    profiles: {stall: core}
    steps:
      - {to: 1, requires: [data.lists@1, data.bags@1]}
      - {to: 2, requires: [data.lists@2, data.names@1]}
      - {to: 3, requires: [data.lists@3, data.cards@3]}
  - {id: data.cards, profiles: {van: core}, steps: []}
  - id: data.lists
    steps: [{to: 1}, {to: 2}, {to: 3}]
  - {id: data.bags, steps: [{to: 1}]}
gates:
  keys: [{stage: 1, any-of: [data.names, data.tills]}]
  journeys:
    - {stage: 1, any-passed: [greeting, parting]}
    - {stage: 2, all-passed: [greeting]}
    - {stage: 3, share-passed: 85}
journeys:
  - id: greeting
    profiles: [stall, van]
    default-for: [van, stall]
    steps:
      - {id: comes, channel: web, requires: [data.tills@2]}
      - {id: goes, channel: market}
  - {id: parting, profiles: [van]}
advice:
  - {id: of-names, when: [{level: data.names, at-least: 1}]}
  - {id: of-steps, when: [{target-at-least: 2}, {step-advised: data.names@2}]}
  - {id: of-stages, when: [{target-at-least: 2}], only: {capabilities: [data.names, data.cards]}}
  - {id: of-all, when: [{target-at-least: 1}], only: {up-to: 2}}
"""


def without(*named: str, **left: str) -> Any:  # noqa: ANN401 - a tree of any shape
    """The questionnaire without some parts; `named` is advice that stays in any case."""
    gone = {kind: frozenset(ids.split()) for kind, ids in left.items()}
    return plain(closed(tree(WHOLE), gone, named))


def ids(parts: list[dict[str, Any]]) -> list[str]:
    return [each["id"] for each in parts]


def test_nothing_left_out_changes_nothing() -> None:
    root = tree(WHOLE)

    assert closed(root, {}) is root
    assert closed(root, {"channels": frozenset()}) is root


def test_all_else_stays_as_it_is() -> None:
    whole = plain(tree(WHOLE))

    assert without(profiles="other") == whole
    assert without(channels="web")["capabilities"] == whole["capabilities"]
    assert without(sources="book")["journeys"] == whole["journeys"]


def test_parts_are_left_out_of_their_lists() -> None:
    found = without(profiles="van", channels="web", sources="talk", journeys="parting")

    assert (ids(found["profiles"]), ids(found["channels"])) == (["stall"], ["market"])
    assert (ids(found["sources"]), ids(found["journeys"])) == (["book"], ["greeting"])
    assert found["title"] == "Stalls"


def test_steps_stand_at_no_channel_that_is_left_out() -> None:
    comes, goes = without(channels="web")["journeys"][0]["steps"]

    assert comes == {"id": "comes", "requires": ["data.tills@2"]}
    assert goes == {"id": "goes", "channel": "market"}


def test_nobody_is_named_who_is_left_out() -> None:
    found = without(profiles="van")
    first, second, third, *_ = found["capabilities"]

    assert (first["profiles"], second["profiles"], third["profiles"]) == (
        {"stall": "core"},
        {"stall": "core"},
        {},
    )
    assert found["journeys"][0]["profiles"] == ["stall"]
    assert found["journeys"][0]["default-for"] == ["stall"]


def test_sources_left_out_are_not_cited() -> None:
    assert without(sources="talk")["capabilities"][0]["sources"] == [{"ref": "book", "for": "one"}]
    assert without(sources="book talk")["capabilities"][0]["sources"] == []


def test_a_condition_goes_with_the_last_journey_that_it_names() -> None:
    assert without(journeys="greeting")["gates"]["journeys"] == [
        {"stage": "1", "any-passed": ["parting"]},
        {"stage": "3", "share-passed": "85"},
    ]
    assert without(journeys="greeting parting")["gates"]["journeys"] == [
        {"stage": "3", "share-passed": "85"}
    ]


def test_what_rested_on_a_step_rests_on_what_that_step_did() -> None:
    names, cards, *_ = without(capabilities="data.tills")["capabilities"]

    assert (names["id"], cards["id"]) == ("data.names", "data.cards")
    assert [step["requires"] for step in names["steps"]] == [
        ["data.cards@1"],
        ["data.lists@2", "data.bags@1", "data.cards@2"],
        ["data.cards@3", "data.lists@3", "data.bags@1"],
    ]


def test_a_moment_of_a_journey_rests_on_what_its_step_did() -> None:
    (comes, _) = without(capabilities="data.tills")["journeys"][0]["steps"]

    assert comes["requires"] == ["data.lists@2", "data.bags@1", "data.names@1"]


def test_steps_are_led_past_all_that_is_left_out() -> None:
    gone = "data.tills data.lists data.bags"
    names, _ = without(capabilities=gone)["capabilities"]

    assert [step["requires"] for step in names["steps"]] == [
        ["data.cards@1"],
        ["data.cards@2"],
        ["data.cards@3"],
    ]


def test_advice_goes_with_what_it_is_about_unless_it_is_named() -> None:
    assert ids(without(capabilities="data.names")["advice"]) == ["of-stages", "of-all"]
    assert ids(without("of-steps", capabilities="data.names")["advice"]) == [
        "of-steps",
        "of-stages",
        "of-all",
    ]
    assert ids(without(capabilities="data.lists")["advice"]) == [
        "of-names",
        "of-steps",
        "of-stages",
        "of-all",
    ]


def test_advice_restricts_to_what_is_there() -> None:
    of_stages, of_all = without(capabilities="data.names")["advice"]

    assert of_stages["only"] == {"capabilities": ["data.cards"]}
    assert of_all["only"] == {"up-to": "2"}
