"""What of a claim counts: coverage, evidence in an audit, failed journeys in an audit."""

from __future__ import annotations

import pytest

from omniaudit.engine.scoring import score
from omniaudit.engine.standings import standings
from omniaudit.model.answers import Answered, Coverage, Evidence, Mode, NotAsked, Unknown
from tests.engine.sheets import ONES, QUESTIONNAIRE, TWOS, but, sheet, standing

NONE, PARTLY, LARGELY, FULLY = Coverage
SAID, EXAMPLE, SEEN, TESTED = Evidence


@pytest.mark.parametrize(
    ("level", "coverage", "counted", "thirds"),
    [
        (0, None, 0, 0),
        (0, NONE, 0, 0),
        (0, FULLY, 0, 0),
        (1, None, 1, 3),
        (1, NONE, 0, 0),
        (1, PARTLY, 0, 1),
        (1, LARGELY, 1, 2),
        (1, FULLY, 1, 3),
        (2, NONE, 1, 3),
        (2, PARTLY, 1, 4),
        (2, LARGELY, 2, 5),
        (2, FULLY, 2, 6),
        (3, NONE, 2, 6),
        (3, PARTLY, 2, 7),
        (3, LARGELY, 3, 8),
        (3, FULLY, 3, 9),
    ],
)
def test_coverage(level: int, coverage: Coverage | None, counted: int, thirds: int) -> None:
    claimed = but(sheet(TWOS), data_history=Answered(level, coverage))

    found = standing(score(QUESTIONNAIRE, claimed), "data.history")

    assert (found.level, found.counted, found.thirds) == (level, counted, thirds)
    assert found.worst == found.best == counted
    assert found.capped_by == (() if (counted, thirds) == (level, 3 * level) else ("coverage",))


@pytest.mark.parametrize(
    ("mode", "answer", "counted", "thirds", "reasons"),
    [
        ("self", Answered(3), 3, 9, ()),
        ("interview", Answered(3), 3, 9, ()),
        ("audit", Answered(3), 2, 6, ("evidence",)),
        ("audit", Answered(3, evidence=EXAMPLE), 2, 6, ("evidence",)),
        ("audit", Answered(3, evidence=SEEN), 3, 9, ()),
        ("audit", Answered(3, evidence=TESTED), 3, 9, ()),
        ("audit", Answered(2), 2, 6, ()),
        ("audit", Answered(3, LARGELY), 2, 6, ("coverage", "evidence")),
        ("audit", Answered(3, PARTLY), 2, 6, ("coverage", "evidence")),
        ("audit", Answered(3, NONE), 2, 6, ("coverage",)),
        ("audit", Answered(3, PARTLY, SEEN), 2, 7, ("coverage",)),
    ],
)
def test_evidence_in_an_audit(
    mode: Mode, answer: Answered, counted: int, thirds: int, reasons: tuple[str, ...]
) -> None:
    claimed = but(sheet(TWOS, mode=mode), data_history=answer)

    found = standing(score(QUESTIONNAIRE, claimed), "data.history")

    assert (found.level, found.counted, found.thirds) == (answer.level, counted, thirds)
    assert found.capped_by == reasons


@pytest.mark.parametrize(
    ("mode", "answer", "counted", "thirds", "reasons"),
    [
        ("audit", Answered(3, evidence=SEEN), 1, 3, ("social-to-phone",)),
        ("audit", Answered(3), 1, 3, ("evidence", "social-to-phone")),
        ("audit", Answered(2, PARTLY), 1, 3, ("coverage", "social-to-phone")),
        ("audit", Answered(1), 1, 3, ()),
        ("audit", Answered(0), 0, 0, ()),
        ("interview", Answered(3), 3, 9, ()),
    ],
)
def test_a_failed_critical_step_caps_what_it_requires_in_an_audit(
    mode: Mode, answer: Answered, counted: int, thirds: int, reasons: tuple[str, ...]
) -> None:
    """The call of this journey requires continuity and service at level 2."""
    walked = sheet(TWOS, mode=mode, journeys={"social-to-phone": {"call-with-context": "fail"}})

    card = score(QUESTIONNAIRE, but(walked, consistency_service=answer))

    found = standing(card, "consistency.service")
    assert (found.counted, found.thirds, found.capped_by) == (counted, thirds, reasons)


def test_what_is_missing_ranges_from_zero_to_three_or_to_what_a_failed_step_leaves() -> None:
    walked = sheet(ONES, mode="audit", journeys={"social-to-phone": {"call-with-context": "fail"}})
    card = score(
        QUESTIONNAIRE,
        but(walked, consistency_service=Unknown(), data_history=NotAsked(), data_consent=Unknown()),
    )

    capped = standing(card, "consistency.service")
    assert (capped.state, capped.worst, capped.best) == ("unknown", 0, 1)
    assert capped.capped_by == ("social-to-phone",)
    assert (capped.level, capped.counted, capped.thirds, capped.score) == (None, None, None, None)
    not_asked = standing(card, "data.history")
    assert (not_asked.state, not_asked.worst, not_asked.best) == ("not-asked", 0, 3)
    unknown = standing(card, "data.consent")
    assert (unknown.state, unknown.worst, unknown.best) == ("unknown", 0, 3)


def test_the_same_answer_is_the_same_value_for_every_business() -> None:
    noted = but(sheet(TWOS), data_history=Answered(2, note="asked the shop"))
    one = standing(score(QUESTIONNAIRE, sheet(TWOS)), "data.history")

    assert standing(score(QUESTIONNAIRE, noted), "data.history") is one
    audited = but(sheet(TWOS, mode="audit"), data_history=3)
    assert standing(score(QUESTIONNAIRE, audited), "data.history").counted == 2
    said = but(sheet(TWOS), data_history=3)
    assert standing(score(QUESTIONNAIRE, said), "data.history").counted == 3


def test_a_question_without_an_entry_was_not_asked() -> None:
    card = score(QUESTIONNAIRE, sheet({}))

    assert {each.state for each in card.standings} == {"not-asked"}
    assert len(card.standings) == 24


@pytest.mark.parametrize(
    ("profile", "weights"),
    [
        ("retail", "222222 222222 222222 222222"),
        ("ecommerce", "212122 222222 222122 222222"),
        ("services", "222122 221222 212222 221222"),
        ("hospitality", "222122 222222 222222 222222"),
        ("banking", "222222 221222 222212 221222"),
        ("local", "211111 222112 111221 222221"),
    ],
)
def test_each_profile_has_its_own_weights(profile: str, weights: str) -> None:
    found = standings(QUESTIONNAIRE, sheet(ONES, profile=profile))

    assert "".join(str(each.weight) for each in found) == weights.replace(" ", "")
