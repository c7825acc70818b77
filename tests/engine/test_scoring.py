"""The scorecard as a whole: completeness, confidence and what decides."""

from __future__ import annotations

from fractions import Fraction

import pytest

from omniaudit.engine.scoring import score
from omniaudit.model.answers import Answered, Coverage, Evidence, Mode, NotAsked, Unknown
from omniaudit.model.scorecard import Completeness, Confidence, DecisiveAnswer
from tests.engine.sheets import ONES, QUESTIONNAIRE, THREES, TWOS, ZEROS, answers, but, sheet


def test_completeness() -> None:
    card = score(QUESTIONNAIRE, sheet("22??.- 222222 222222 22222-"))

    assert card.completeness == Completeness(
        applicable=22, answered=19, unknown=2, not_asked=1, not_applicable=2
    )


@pytest.mark.parametrize(
    ("evidence", "percent", "grade"),
    [
        (Evidence.SAID, 40, "D"),
        (Evidence.EXAMPLE, 60, "C"),
        (Evidence.SEEN, 80, "B"),
        (Evidence.TESTED, 100, "A"),
    ],
)
def test_confidence_grows_with_evidence(evidence: Evidence, percent: int, grade: str) -> None:
    given = {name: Answered(2, evidence=evidence) for name in answers(TWOS)}

    card = score(QUESTIONNAIRE, sheet(given))

    assert card.confidence == Confidence(Fraction(percent, 100), grade)


@pytest.mark.parametrize(
    ("tested", "grade"), [(21, "A"), (20, "B"), (16, "B"), (15, "C"), (11, "C"), (10, "D")]
)
def test_letters_begin_at_85_65_and_45_percent(tested: int, grade: str) -> None:
    """So many of 24 tested, the others unknown: 21 are 87.5 %, 16 are 66.7, 11 are 45.8."""
    given = {
        name: Answered(2, evidence=Evidence.TESTED) if number < tested else Unknown()
        for number, name in enumerate(answers(TWOS))
    }

    assert score(QUESTIONNAIRE, sheet(given)).confidence.grade == grade


def test_what_does_not_apply_is_no_matter_of_confidence() -> None:
    assert score(QUESTIONNAIRE, sheet("------ 222222 222222 222222")).confidence.value == Fraction(
        2, 5
    )
    assert score(QUESTIONNAIRE, sheet("------ ------ ------ ------")).confidence.value == 0


@pytest.mark.parametrize(
    ("levels", "deciding"),
    [
        ("2221?1", ["integration.continuity"]),
        ("2221??", ["integration.continuity", "integration.ownership"]),  # either would do
        ("2211??", []),  # both are needed
        ("222211", []),
        ("222?11", ["integration.assisted-selling"]),
        ("2222??", ["integration.continuity", "integration.ownership"]),  # one more above 0
        ("22222?", []),
    ],
)
def test_an_unknown_that_decides_does_so_alone(levels: str, deciding: list[str]) -> None:
    card = score(QUESTIONNAIRE, sheet(f"{levels} 222222 222222 222222"))

    assert list(card.deciding_unknowns) == deciding


@pytest.mark.parametrize("missing", [Unknown(), NotAsked()])
def test_what_was_not_asked_decides_like_what_is_unknown(missing: Unknown | NotAsked) -> None:
    card = score(QUESTIONNAIRE, but(sheet(TWOS), data_history=missing))

    assert card.deciding_unknowns == ("data.history",)


@pytest.mark.parametrize(
    ("mode", "potential", "deciding"),
    [("interview", 2, ("integration.continuity",)), ("audit", 1, ())],
)
def test_a_failed_step_leaves_an_unknown_less_to_decide(
    mode: Mode, potential: int, deciding: tuple[str, ...]
) -> None:
    """Fulfilment or continuity must be at 2; in an audit the failed call caps continuity at 1."""
    walked = sheet(TWOS, mode=mode, journeys={"social-to-phone": {"call-with-context": "fail"}})

    card = score(
        QUESTIONNAIRE, but(walked, integration_fulfilment=1, integration_continuity=Unknown())
    )

    assert (card.stage.confirmed, card.stage.potential) == (1, potential)
    assert card.deciding_unknowns == deciding


def test_decisive_answers_go_down_and_up() -> None:
    levels = "222211 222222 222222 222222"

    found = score(QUESTIONNAIRE, sheet(levels)).decisive_answers

    assert found == (
        DecisiveAnswer("integration.coverage", 2, 1, 1),
        DecisiveAnswer("integration.fulfilment", 2, 1, 1),
        DecisiveAnswer("integration.after-sales", 2, 1, 1),
        DecisiveAnswer("integration.assisted-selling", 2, 1, 1),
        DecisiveAnswer("data.history", 2, 1, 1),
    )


def test_a_decisive_answer_keeps_its_coverage_and_evidence() -> None:
    """History at 3 in part of the business counts as 2; at 2 it would count as 1."""
    partly = but(sheet(TWOS), data_history=Answered(3, Coverage.PARTLY))

    assert score(QUESTIONNAIRE, partly).decisive_answers == (
        DecisiveAnswer("data.history", 3, 2, 1),
    )


def test_level_3_cannot_decide_in_an_audit_without_proof() -> None:
    """All at 3 and seen, but identity at 2 and only said: one up would still count as 2."""
    seen = {name: Answered(3, evidence=Evidence.SEEN) for name in answers(THREES)}
    audited = sheet(seen, mode="audit")

    said = score(QUESTIONNAIRE, but(audited, data_identity=2))
    proved = score(QUESTIONNAIRE, but(audited, data_identity=Answered(2, evidence=Evidence.SEEN)))

    assert said.stage.confirmed == proved.stage.confirmed == 2
    assert said.decisive_answers == ()
    assert proved.decisive_answers == (DecisiveAnswer("data.identity", 2, 3, 3),)


@pytest.mark.parametrize(
    ("levels", "strict", "standard", "lenient"),
    [
        (ZEROS, 0, 0, 0),
        (ONES, 1, 1, 1),
        ("222210 222222 222222 222222", 1, 2, 2),  # 10 of 12: 80 % but not 85
        ("222200 222222 222222 222222", 1, 1, 2),  # 8 of 12: 66 % but not 80
        (THREES, 3, 3, 3),
    ],
)
def test_presets(levels: str, strict: int, standard: int, lenient: int) -> None:
    stage = score(QUESTIONNAIRE, sheet(levels)).stage

    assert (stage.preset, stage.strict, stage.confirmed, stage.lenient) == (
        "standard",
        strict,
        standard,
        lenient,
    )
    assert score(QUESTIONNAIRE, sheet(levels), "strict").stage.confirmed == strict
    assert score(QUESTIONNAIRE, sheet(levels), "lenient").stage.confirmed == lenient
