"""Parts of a questionnaire that no business ever meets, and businesses that meet too little."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from omniaudit.engine.asking_flaws import asking_flaws
from omniaudit.model.capability import Capability, Requirement
from omniaudit.model.flaw import Flaw
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.walkthroughs import Journey
from tests.engine.sheets import QUESTIONNAIRE

PROFILES = [each.id for each in QUESTIONNAIRE.profiles]
FIRST, *OTHERS = PROFILES
HISTORY = QUESTIONNAIRE.capability["data.history"]
CONSENT = QUESTIONNAIRE.capability["data.consent"]
JOURNEY = QUESTIONNAIRE.journeys[0]


def with_capabilities(*changed: Capability) -> Questionnaire:
    """Ours, with some capabilities exchanged."""
    by_id = {each.id: each for each in changed}
    assert by_id.keys() <= QUESTIONNAIRE.capability.keys()
    capabilities = tuple(by_id.get(each.id, each) for each in QUESTIONNAIRE.capabilities)
    return replace(QUESTIONNAIRE, capabilities=capabilities)


def alone(*changed: Capability) -> Questionnaire:
    """The same without journeys, which would rest on those capabilities too."""
    return replace(with_capabilities(*changed), journeys=())


def with_journey(journey: Journey) -> Questionnaire:
    """Ours, with its first journey exchanged."""
    return replace(QUESTIONNAIRE, journeys=(journey, *QUESTIONNAIRE.journeys[1:]))


def asked_of(capability: Capability, profiles: Iterable[str]) -> Capability:
    return replace(capability, weights=dict.fromkeys(profiles, 2))


def found(questionnaire: Questionnaire) -> list[Flaw]:
    return list(asking_flaws(questionnaire))


def test_all_of_ours_meets_somebody() -> None:
    assert found(QUESTIONNAIRE) == []


def test_a_question_for_nobody_is_told_where_it_is_named() -> None:
    assert found(with_capabilities(asked_of(HISTORY, ()))) == [
        Flaw(
            "Q627",
            ("capabilities", "data.history", "profiles"),
            {"value": "data.history", "profile": FIRST},
            idle=True,
            is_named=True,
        )
    ]


def test_a_dimension_has_a_question() -> None:
    empty = replace(QUESTIONNAIRE.dimensions[0], id="empty")
    ours = replace(QUESTIONNAIRE, dimensions=(*QUESTIONNAIRE.dimensions, empty))

    assert found(ours) == [Flaw("Q629", ("dimensions", "empty", "id"), {"value": "empty"})]


def test_a_profile_is_asked_of_every_dimension_or_of_none() -> None:
    data = [each for each in QUESTIONNAIRE.capabilities if each.dimension == "data"]
    everything = QUESTIONNAIRE.capabilities

    assert found(alone(*(asked_of(each, OTHERS) for each in everything))) == []
    assert found(alone(*(asked_of(each, OTHERS) for each in data))) == [
        Flaw("Q630", ("profiles", FIRST, "id"), {"value": FIRST, "dimension": "data"})
    ]


def test_a_dimension_that_nobody_is_asked_of_is_missed_by_no_profile() -> None:
    data = [each for each in QUESTIONNAIRE.capabilities if each.dimension == "data"]
    codes = {each.code for each in found(with_capabilities(*(asked_of(each, ()) for each in data)))}

    assert "Q627" in codes
    assert "Q630" not in codes


def test_a_journey_for_nobody_is_told_where_it_is_named() -> None:
    assert found(with_journey(replace(JOURNEY, profiles=(), default_for=()))) == [
        Flaw(
            "Q628",
            ("journeys", JOURNEY.id, "profiles"),
            {"value": JOURNEY.id, "profile": FIRST},
            idle=True,
            is_named=True,
        )
    ]


def test_one_critical_step_decides_a_journey_and_none_does_not() -> None:
    first, *others = JOURNEY.steps
    easy = tuple(replace(step, critical=False) for step in others)
    one = replace(JOURNEY, steps=(replace(first, critical=True), *easy))
    none = replace(JOURNEY, steps=(replace(first, critical=False), *easy))

    assert found(with_journey(one)) == []
    assert found(with_journey(none)) == [
        Flaw("Q634", ("journeys", JOURNEY.id, "steps"), {"value": JOURNEY.id})
    ]


def test_a_journey_is_the_default_of_those_who_can_walk_it() -> None:
    ours = replace(JOURNEY, profiles=tuple(PROFILES), default_for=(FIRST,))
    others = replace(ours, profiles=tuple(OTHERS), default_for=(OTHERS[0], FIRST))

    assert found(with_journey(ours)) == []
    assert found(with_journey(others)) == [
        Flaw(
            "Q635",
            ("journeys", JOURNEY.id, "default-for", FIRST),
            {"value": FIRST, "journey": JOURNEY.id},
            idle=True,
        )
    ]


def test_a_step_requires_what_some_of_those_who_take_it_are_asked() -> None:
    needs = (Requirement("data.consent", 1), Requirement("data.consent", 2))
    first, second, third = HISTORY.steps
    history = replace(HISTORY, steps=(first, replace(second, requires=needs), third))
    apart = alone(asked_of(history, [FIRST, OTHERS[0]]), asked_of(CONSENT, OTHERS[1:]))
    shared = alone(asked_of(history, [FIRST, OTHERS[0]]), asked_of(CONSENT, OTHERS))

    assert found(shared) == []
    assert found(apart) == [
        Flaw(
            "Q636",
            ("capabilities", "data.history", "steps", 1, "requires", need.id),
            {"value": need.id, "profiles": f"{FIRST}, {OTHERS[0]}"},
            idle=True,
        )
        for need in needs
    ]


def test_a_moment_of_a_journey_requires_what_some_of_those_who_walk_it_are_asked() -> None:
    need = Requirement("data.consent", 1)
    first, *others = JOURNEY.steps
    journey = replace(
        JOURNEY,
        profiles=(FIRST,),
        default_for=(),
        steps=(replace(first, requires=(need,)), *others),
    )
    ours = with_journey(journey)
    changed = with_capabilities(asked_of(CONSENT, OTHERS)).capabilities

    assert found(ours) == []
    assert [
        each for each in found(replace(ours, capabilities=changed)) if each.where[1] == JOURNEY.id
    ] == [
        Flaw(
            "Q636",
            ("journeys", JOURNEY.id, "steps", first.id, "requires", need.id),
            {"value": need.id, "profiles": FIRST},
            idle=True,
        )
    ]


def test_what_is_asked_of_nobody_is_told_once() -> None:
    needs = (Requirement("data.consent", 1),)
    first, *others = HISTORY.steps
    history = replace(HISTORY, steps=(replace(first, requires=needs), *others))

    of_nobody = found(with_capabilities(asked_of(history, ()), CONSENT))
    needing_nobody = found(with_capabilities(history, asked_of(CONSENT, ())))

    assert [each.code for each in of_nobody] == ["Q627"]
    assert [each.code for each in needing_nobody] == ["Q627"]


def test_a_band_is_the_effort_of_some_step() -> None:
    spare = replace(QUESTIONNAIRE.bands[0], id="spare")

    assert found(replace(QUESTIONNAIRE, bands=(*QUESTIONNAIRE.bands, spare))) == [
        Flaw("Q644", ("bands", "spare", "id"), {"value": "spare"}, idle=True)
    ]


def test_without_handoffs_a_channel_is_one_that_a_journey_uses() -> None:
    spare = replace(QUESTIONNAIRE.channels[0], id="spare")
    channels = (*QUESTIONNAIRE.channels, spare)
    without = replace(QUESTIONNAIRE.handoffs, levels=())
    used = {step.channel for each in QUESTIONNAIRE.journeys for step in each.steps}

    assert found(replace(QUESTIONNAIRE, channels=channels)) == []
    assert found(replace(QUESTIONNAIRE, channels=channels, handoffs=without)) == [
        Flaw("Q644", ("channels", name, "id"), {"value": name}, idle=True)
        for name in (each.id for each in channels)
        if name not in used
    ]
