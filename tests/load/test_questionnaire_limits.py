"""Numbers, lists and keys of a questionnaire file, up to the edges of what may stand there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from omniaudit.model.answers import Evidence
from omniaudit.model.questionnaire import Questionnaire
from tests.load.small_questionnaire import Path, keys, part, problems, read, tree, with_value

STEPS = ("capabilities", 0, "steps")
RULE = ("advice", 0)
WHEN = (*RULE, "when")
Reader = Callable[[Questionnaire], object]


def rule(number: int) -> Callable[[Questionnaire], Any]:
    """A condition of the advice, as it was read."""
    return lambda found: found.advice[0].when[number]


RANGES: list[tuple[Path, int, int, Reader]] = [
    (("minutes",), 1, 999, lambda q: q.minutes),
    (("dimensions", 0, "weight"), 1, 9, lambda q: q.dimensions[0].weight),
    (("sizes", 0, "effort"), 1, 99, lambda q: q.sizes[0].effort),
    (("bands", 0, "midpoint"), 1, 99, lambda q: q.bands[0].midpoint),
    (("evidence", 1, "confidence"), 0, 100, lambda q: int(100 * q.confidence[Evidence.EXAMPLE])),
    (("confidence-grades", "A"), 0, 100, lambda q: q.confidence_grades["A"]),
    (("gates", "presets", "lenient"), 0, 100, lambda q: q.gates.presets["lenient"]),
    (("gates", "keys", 0, "stage"), 1, 3, lambda q: q.gates.keys[0].stage),
    (("gates", "journeys", 0, "stage"), 1, 3, lambda q: q.gates.journeys[0].stage),
    (("gates", "journeys", 2, "share-passed"), 1, 100, lambda q: q.gates.journeys[2].share_passed),
    (("journeys", 0, "weight"), 0, 3, lambda q: q.journeys[0].weight),
    (("fit", "need", "business"), 0, 100, lambda q: q.fit.need["business"]),
    (("handoffs", "stage-cuts", "joined"), 0, 100, lambda q: q.handoffs.joined_cut),
    (("handoffs", "stage-cuts", "full"), 0, 100, lambda q: q.handoffs.full_cut),
    ((*WHEN, 0, "at-least"), 0, 3, lambda q: rule(0)(q).at_least),
    ((*WHEN, 0, "at-most"), 0, 3, lambda q: rule(0)(q).at_most),
    ((*WHEN, 1, "at-least"), 0, 3, lambda q: rule(1)(q).at_least),
    ((*WHEN, 2, "by"), 0, 100, lambda q: rule(2)(q).points),
    ((*WHEN, 3, "target-at-least"), 0, 3, lambda q: rule(3)(q).stage),
    ((*WHEN, 5, "at-least"), 1, 99, lambda q: rule(5)(q).at_least),
    ((*RULE, "only", "up-to"), 1, 3, lambda q: q.advice[0].only and q.advice[0].only.up_to),
]
RANGES_OF_TWO: list[tuple[Path, int, int, Reader]] = [
    (("bands", 0, "weeks"), 1, 99, lambda q: q.bands[0].weeks),
    ((*STEPS, 0, "horizon"), 0, 60, lambda q: q.capabilities[0].steps[0].horizon),
    (("fit", "need-cuts"), 0, 300, lambda q: q.fit.need_cuts),
    (("fit", "capacity-cuts"), 0, 300, lambda q: q.fit.capacity_cuts),
]


@pytest.mark.parametrize(("path", "low", "high", "found"), RANGES)
def test_a_number_is_read_up_to_both_ends_of_its_range(
    path: Path, low: int, high: int, found: Reader
) -> None:
    for value in (low, high):
        assert found(read(with_value(path, str(value)))) == value
    for value in (low - 1, high + 1):
        told = f"`{value}` is not a whole number from {low} to {high}."
        assert [each.message for each in problems(with_value(path, str(value)))] == [told]


@pytest.mark.parametrize(("path", "low", "high", "found"), RANGES_OF_TWO)
def test_a_range_may_be_all_that_its_numbers_may_be(
    path: Path, low: int, high: int, found: Reader
) -> None:
    assert found(read(with_value(path, [str(low), str(high)]))) == (low, high)
    told = [each.message for each in problems(with_value(path, [str(low - 1), str(high + 1)]))]
    assert told == [
        f"`{value}` is not a whole number from {low} to {high}." for value in (low - 1, high + 1)
    ]


LEFT_OUT: list[tuple[Path, object, Reader]] = [
    (("minutes",), 0, lambda q: q.minutes),
    (("draws-on",), "", lambda q: q.draws_on),
    (("quick",), "", lambda q: q.quick),
    (("dimensions", 0, "weight"), 1, lambda q: q.dimensions[0].weight),
    (("channels", 0, "about"), "", lambda q: q.channels[0].meaning),
    (("capabilities", 0, "example"), "", lambda q: q.capabilities[0].example),
    (("capabilities", 0, "evidence"), (), lambda q: q.capabilities[0].evidence),
    (("capabilities", 0, "kpis"), (), lambda q: q.capabilities[0].kpis),
    (("capabilities", 0, "always-applies"), False, lambda q: q.capabilities[0].always_applies),
    (("capabilities", 0, "sources"), (), lambda q: q.capabilities[0].sources),
    (("capabilities", 0, "sources", 0, "for"), "", lambda q: q.capabilities[0].sources[0].support),
    ((*STEPS, 2, "requires"), (), lambda q: q.capabilities[0].steps[2].requires),
    (("gates", "journeys"), (), lambda q: q.gates.journeys),
    (("journeys", 0, "default-for"), (), lambda q: q.journeys[0].default_for),
    (("journeys", 0, "weight"), 1, lambda q: q.journeys[0].weight),
    (("journeys", 0, "sources"), (), lambda q: q.journeys[0].sources),
    (("journeys", 0, "steps", 0, "channel"), None, lambda q: q.journeys[0].steps[0].channel),
    (("journeys", 0, "steps", 0, "requires"), (), lambda q: q.journeys[0].steps[0].requires),
    (("fit", "items", 0, "reversed"), False, lambda q: q.fit.items[0].is_reversed),
    ((*WHEN, 0, "at-least"), 0, lambda q: rule(0)(q).at_least),
    ((*WHEN, 0, "at-most"), 3, lambda q: rule(0)(q).at_most),
    ((*WHEN, 5, "at-least"), 1, lambda q: rule(5)(q).at_least),
    ((*RULE, "only"), None, lambda q: q.advice[0].only),
    ((*RULE, "only", "dimensions"), (), lambda q: q.advice[0].only and q.advice[0].only.dimensions),
    (
        (*RULE, "only", "capabilities"),
        (),
        lambda q: q.advice[0].only and q.advice[0].only.capabilities,
    ),
    ((*RULE, "sources"), (), lambda q: q.advice[0].sources),
]
MAY_BE_LEFT_OUT = {
    *(path for path, _, _ in LEFT_OUT),
    # Read elsewhere.
    ("translations",),
    ("profiles", 0, "words"),
    # Of these there may be as many as there are.
    ("confidence-grades", "A"),
    ("confidence-grades", "B"),
    ("capabilities", 0, "profiles", "stall"),
    ("fit", "need", "business"),
    # As of the first source that is cited.
    ("journeys", 0, "sources", 0, "for"),
    (*RULE, "sources", 0, "for"),
}


@pytest.mark.parametrize(("path", "default", "found"), LEFT_OUT)
def test_what_is_left_out_has_its_default(path: Path, default: object, found: Reader) -> None:
    changed = tree()
    del part(changed, path[:-1])[path[-1]]

    assert found(read(changed)) == default


@pytest.mark.parametrize("path", list(keys()))
def test_a_key_that_must_be_there_is_missed(path: Path) -> None:
    changed = tree()
    del part(changed, path[:-1])[path[-1]]

    if path in MAY_BE_LEFT_OUT:
        read(changed)
    else:
        assert problems(changed)


@pytest.mark.parametrize("path", [path for path in keys() if part(tree(), path) != []])
def test_every_key_is_known_and_no_other(path: Path) -> None:
    changed = tree()
    group = part(changed, path[:-1])
    group[f"{path[-1]}-"] = group.pop(path[-1])
    unknown = f"`{path[-1]}-` is not known here."
    others = ("Q604", "Q610", "S305")  # where the keys are ids or codes

    found = problems(changed)

    assert any(each.code in others or each.message.startswith(unknown) for each in found)


COUNTED: list[tuple[Path, int]] = [
    (("stages",), 4),
    (("coverage",), 4),
    (("evidence",), 4),
    (("modes",), 3),
    (("capabilities", 0, "levels"), 4),
    (STEPS, 3),
    (("fit", "items", 0, "answers"), 4),
    (("handoffs", "levels"), 4),
    (("handoffs", "traffic"), 4),
]
NEVER_EMPTY: list[Path] = [
    *((key,) for key in ("dimensions", "profiles", "sizes", "bands", "channels", "capabilities")),
    ("gates", "keys", 0, "any-of"),
    ("gates", "journeys", 0, "any-passed"),
    ("gates", "journeys", 1, "all-passed"),
    ("journeys", 0, "steps"),
    ("fit", "factors"),
]


@pytest.mark.parametrize(("path", "count"), COUNTED)
def test_a_list_has_as_many_entries_as_there_are_levels(path: Path, count: int) -> None:
    entries = part(tree(), path)
    assert len(entries) == count

    for changed in (entries[1:], [*entries, entries[-1]]):
        told = f"`{path[-1]}` needs {count} entries and has {len(changed)}."
        assert told in {each.message for each in problems(with_value(path, changed))}


@pytest.mark.parametrize("path", NEVER_EMPTY)
def test_a_list_of_what_is_needed_is_not_empty(path: Path) -> None:
    told = f"`{path[-1]}` needs 1 or more entries and has 0."

    assert told in {each.message for each in problems(with_value(path, []))}


@pytest.mark.parametrize("key", ["levels", "traffic"])
def test_no_handoffs_are_asked_where_they_have_no_levels(key: str) -> None:
    assert getattr(read(with_value(("handoffs", key), [])).handoffs, key) == ()
