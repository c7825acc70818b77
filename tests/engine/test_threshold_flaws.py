"""Percentages, cuts and ranges of a questionnaire that contradict one another."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from omniaudit.engine.threshold_flaws import threshold_flaws
from omniaudit.model.answers import Evidence
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import Fit, HandoffScale
from tests.engine.sheets import QUESTIONNAIRE

FIT = QUESTIONNAIRE.fit
HANDOFFS = QUESTIONNAIRE.handoffs
OURS = QUESTIONNAIRE.gates.presets
STAGES = [each.id for each in QUESTIONNAIRE.stages]


def with_presets(**percents: int) -> Questionnaire:
    presets = {name: percents.get(name, percent) for name, percent in OURS.items()}
    return replace(QUESTIONNAIRE, gates=replace(QUESTIONNAIRE.gates, presets=presets))


def with_trust(*percents: int) -> Questionnaire:
    """Percentages of trust, weakest evidence first."""
    trust = {each: Fraction(percent, 100) for each, percent in zip(Evidence, percents, strict=True)}
    return replace(QUESTIONNAIRE, confidence=trust)


def found(questionnaire: Questionnaire) -> list[Flaw]:
    return list(threshold_flaws(questionnaire))


def test_ours_contradicts_itself_nowhere() -> None:
    assert found(QUESTIONNAIRE) == []


def test_a_preset_is_no_higher_than_the_one_before() -> None:
    assert list(QUESTIONNAIRE.gates.presets) == ["strict", "standard", "lenient"]

    assert found(with_presets(strict=80, standard=80, lenient=80)) == []
    assert found(with_presets(strict=80, standard=81, lenient=60)) == [
        Flaw(
            "Q637",
            ("gates", "presets", "standard"),
            {"key": "standard", "value": 81, "other": "strict", "other_value": 80, "limit": 80},
        )
    ]


def test_a_preset_is_more_than_half() -> None:
    assert found(with_presets(lenient=51)) == []
    assert found(with_presets(lenient=50)) == [
        Flaw("Q638", ("gates", "presets", "lenient"), {"key": "lenient", "value": 50})
    ]


def test_a_grade_of_confidence_is_lower_than_the_one_before() -> None:
    grades = replace(QUESTIONNAIRE, confidence_grades={"A": 80, "B": 79, "C": 79})

    assert found(replace(QUESTIONNAIRE, confidence_grades={"A": 80, "B": 79, "C": 78})) == []
    assert found(grades) == [
        Flaw(
            "Q637",
            ("confidence-grades", "C"),
            {"key": "C", "value": 79, "other": "B", "other_value": 79, "limit": 78},
        )
    ]


def test_weaker_evidence_is_trusted_no_more_than_stronger() -> None:
    assert found(with_trust(70, 70, 90, 100)) == []
    assert found(with_trust(70, 91, 90, 100)) == [
        Flaw(
            "Q637",
            ("evidence", "example", "confidence"),
            {"key": "example", "value": 91, "limit": 90, "other": "seen", "other_value": 90},
        )
    ]


@pytest.mark.parametrize(("midpoint", "fits"), [(1, False), (2, True), (5, True), (6, False)])
def test_the_midpoint_of_a_band_lies_within_its_weeks(midpoint: int, *, fits: bool) -> None:
    band = replace(QUESTIONNAIRE.bands[0], weeks=(2, 5), midpoint=midpoint)
    details = {"value": midpoint, "low": 2, "high": 5}

    flaws = found(replace(QUESTIONNAIRE, bands=(band,)))

    assert flaws == [] if fits else [Flaw("Q639", ("bands", band.id, "midpoint"), details)]


@pytest.mark.parametrize(("key", "stage"), [("joined", 2), ("full", 3)])
def test_traffic_can_be_above_the_cut_of_a_stage(key: str, stage: int) -> None:
    def cut(percent: int) -> HandoffScale:
        if key == "joined":
            return replace(HANDOFFS, joined_cut=percent)
        return replace(HANDOFFS, full_cut=percent)

    assert HANDOFFS.levels
    assert found(replace(QUESTIONNAIRE, handoffs=cut(99))) == []
    assert found(replace(QUESTIONNAIRE, handoffs=cut(100))) == [
        Flaw("Q641", ("handoffs", "stage-cuts", key), {"stage": STAGES[stage]})
    ]
    assert found(replace(QUESTIONNAIRE, handoffs=replace(cut(100), levels=()))) == []


@pytest.mark.parametrize(
    ("cuts", "stage"),
    [((0, 200), 1), ((1, 200), None), ((199, 200), None), ((200, 200), 2)],
)
@pytest.mark.parametrize("key", ["need-cuts", "capacity-cuts"])
def test_every_stage_of_fit_has_room_between_the_cuts(
    key: str, cuts: tuple[int, int], stage: int | None
) -> None:
    fit = replace(FIT, need_cuts=cuts) if key == "need-cuts" else replace(FIT, capacity_cuts=cuts)
    room = [] if stage is None else [Flaw("Q641", ("fit", key), {"stage": STAGES[stage]})]

    assert found(replace(QUESTIONNAIRE, fit=fit)) == room


@pytest.mark.parametrize(("total", "fits"), [(99, False), (100, True), (101, False)])
def test_shares_of_need_are_a_hundred_in_all(total: int, *, fits: bool) -> None:
    first, *others = FIT.need
    need: dict[str, int] = dict.fromkeys(others, 0) | {first: total}
    flaws = [] if fits else [Flaw("Q640", ("fit", "need"), {"value": total})]

    assert found(replace(QUESTIONNAIRE, fit=replace(FIT, need=need))) == flaws


def test_a_factor_of_fit_is_asked_about() -> None:
    first = FIT.factors[0].id
    others = tuple(item for item in FIT.items if item.factor != first)
    unasked: Fit = replace(FIT, items=others)

    assert others
    assert found(replace(QUESTIONNAIRE, fit=unasked)) == [
        Flaw("Q642", ("fit", "factors", first, "id"), {"value": first})
    ]


def test_where_fit_is_not_asked_nothing_of_it_can_be_wrong() -> None:
    unasked = replace(FIT, items=(), need={}, need_cuts=(0, 0))

    assert found(replace(QUESTIONNAIRE, fit=unasked)) == []
