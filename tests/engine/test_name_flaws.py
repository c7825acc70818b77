"""Ids and codes that would be taken for one another, or for a word of the interview."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from omniaudit.engine.name_flaws import SECTIONS, name_flaws
from omniaudit.interview.agenda import agenda
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import AnswerSheet, Business
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from tests.engine.sheets import QUESTIONNAIRE


def found(questionnaire: Questionnaire) -> list[Flaw]:
    return list(name_flaws(questionnaire))


def test_the_sections_of_an_interview_are_taken_words() -> None:
    ours = load_questionnaire()
    sheet = AnswerSheet(Business("Corner Bookshop", "retail", "small", ("store", "web")))
    sections = set(agenda(ours, sheet).sections) - set(ours.dimension)

    assert sections == {"business", "fit", "handoffs", "journeys"}
    assert sections | {"flagged", "unanswered"} == set(SECTIONS)


def test_no_name_of_ours_is_taken() -> None:
    assert found(QUESTIONNAIRE) == []


@pytest.mark.parametrize("name", SECTIONS)
def test_a_dimension_is_not_called_like_a_section(name: str) -> None:
    first, *others = QUESTIONNAIRE.dimensions
    ours = replace(QUESTIONNAIRE, dimensions=(replace(first, id=name), *others))

    assert found(ours) == [Flaw("Q624", ("dimensions", name, "id"), {"value": name})]


def test_questions_of_all_kinds_have_ids_of_their_own_in_whichever_letters() -> None:
    journey, *others = QUESTIONNAIRE.journeys
    first, second, *items = QUESTIONNAIRE.fit.items
    capability = QUESTIONNAIRE.capabilities[0].id
    taken = replace(second, id=journey.id.upper())
    ours = replace(
        QUESTIONNAIRE,
        journeys=(journey, *others, replace(journey, id=capability.title(), code="new")),
        fit=replace(QUESTIONNAIRE.fit, items=(first, taken, *items)),
    )

    assert found(ours) == [
        Flaw(
            "Q603",
            ("journeys", capability.title(), "id"),
            {"value": capability.title()},
            first=("capabilities", capability, "id"),
        ),
        Flaw(
            "Q603",
            ("fit", "items", taken.id, "id"),
            {"value": taken.id},
            first=("journeys", journey.id, "id"),
        ),
    ]


def test_codes_that_stand_side_by_side_differ() -> None:
    first, second, *others = QUESTIONNAIRE.capabilities
    code = first.code
    journey, *journeys = QUESTIONNAIRE.journeys
    ours = replace(
        QUESTIONNAIRE,
        capabilities=(first, replace(second, code=code.lower()), *others),
        journeys=(replace(journey, code=code), *journeys),
    )
    where = ("capabilities", first.id, "code")

    assert code != code.lower()
    assert found(ours) == [
        Flaw("Q623", ("capabilities", second.id, "code"), {"value": code.lower()}, first=where),
        Flaw("Q623", ("journeys", journey.id, "code"), {"value": code}, first=where),
    ]


def test_codes_that_stand_apart_may_be_alike() -> None:
    dimension, *dimensions = QUESTIONNAIRE.dimensions
    profile, *profiles = QUESTIONNAIRE.profiles
    code = QUESTIONNAIRE.capabilities[0].code
    ours = replace(
        QUESTIONNAIRE,
        dimensions=(replace(dimension, code=code), *dimensions),
        profiles=(replace(profile, code=code), *profiles),
    )

    assert found(ours) == []


def test_dimensions_and_profiles_have_codes_of_their_own() -> None:
    one, other, *dimensions = QUESTIONNAIRE.dimensions
    first, second, *profiles = QUESTIONNAIRE.profiles
    ours = replace(
        QUESTIONNAIRE,
        dimensions=(one, replace(other, code=one.code), *dimensions),
        profiles=(first, replace(second, code=first.code), *profiles),
    )

    assert found(ours) == [
        Flaw("Q623", (part, second_id, "code"), {"value": code}, first=(part, first_id, "code"))
        for part, second_id, code, first_id in (
            ("dimensions", other.id, one.code, one.id),
            ("profiles", second.id, first.code, first.id),
        )
    ]


@pytest.mark.parametrize("part", ["stages", "profiles", "sizes", "channels"])
@pytest.mark.parametrize("name", ["24", "1.2"])
def test_what_can_be_typed_by_its_number_is_not_called_by_one(part: str, name: str) -> None:
    parts = getattr(QUESTIONNAIRE, part)
    changed: dict[str, Any] = {part: (*parts, replace(parts[0], id=name))}
    ours = replace(QUESTIONNAIRE, **changed)
    named = [each for each in found(ours) if each.code == "Q625"]

    assert named == [Flaw("Q625", (part, name, "id"), {"value": name})]


def test_no_question_has_a_number_for_its_id_or_its_code() -> None:
    first, second, *journeys = QUESTIONNAIRE.journeys
    item, *items = QUESTIONNAIRE.fit.items
    capability, *capabilities = QUESTIONNAIRE.capabilities
    ours = replace(
        QUESTIONNAIRE,
        capabilities=(replace(capability, code="3"), *capabilities),
        journeys=(replace(first, id="1"), replace(second, code="2.5"), *journeys),
        fit=replace(QUESTIONNAIRE.fit, items=(replace(item, id="24"), *items)),
    )

    assert found(ours) == [
        Flaw("Q625", where, {"value": name})
        for where, name in (
            (("journeys", "1", "id"), "1"),
            (("fit", "items", "24", "id"), "24"),
            (("capabilities", capability.id, "code"), "3"),
            (("journeys", second.id, "code"), "2.5"),
        )
    ]
