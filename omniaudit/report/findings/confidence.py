"""How well the answers are supported, in words."""

from __future__ import annotations

from omniaudit.language import mark, say, say_count
from omniaudit.model.answers import Evidence
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment

SELF_DECLARED = "self"
SHORT = (
    # Translators: this one and the next three stand alone in a box, and after "the answers are"
    mark("well supported"),
    mark("mostly supported"),
    mark("partly supported"),
    mark("little supported"),
)


def in_short(assessment: Assessment) -> str:
    """What the letter means, in two words."""
    if not assessment.card.completeness.answered:
        return say("no answer to support")
    return _meaning(assessment)


def in_full(assessment: Assessment) -> str:
    """What the letter means and what it rests on."""
    card = assessment.card
    if not card.completeness.answered:
        return nothing_to_trust(card.confidence.grade)
    return rests_on(
        card.confidence.grade,
        _meaning(assessment),
        card.completeness.answered,
        _grounds(assessment),
        alone=assessment.sheet.mode == SELF_DECLARED,
    )


def _meaning(assessment: Assessment) -> str:
    """What the letter means."""
    return say(SHORT[min(_rank(assessment), len(SHORT) - 1)])


def _rank(assessment: Assessment) -> int:
    """0 for the best letter."""
    letters = list(assessment.questionnaire.confidence_grades)
    grade = assessment.card.confidence.grade
    return letters.index(grade) if grade in letters else len(SHORT)


def _grounds(assessment: Assessment) -> list[str]:
    """What the answers rest on and how many of them, the strongest first."""
    counts = {
        evidence: sum(each.evidence == evidence for each in assessment.card.standings)
        for evidence in sorted(Evidence, reverse=True)
    }
    terms = assessment.questionnaire.evidence
    return [
        f"{terms[evidence].name.lower()} {count}" for evidence, count in counts.items() if count
    ]


def nothing_to_trust(grade: str) -> str:
    """Say that there is nothing to support."""
    return say("{grade}, the lowest grade, because there is no answer yet", grade=grade)


def rests_on(grade: str, meaning: str, answered: int, grounds: list[str], *, alone: bool) -> str:
    """Say what the grade means and what the answers rest on; `alone`, by the business itself."""
    named = wording.listed(grounds)
    if alone:
        return say_count(
            answered,
            "{grade}: by its own account, the {count} answer is {meaning} ({grounds})",
            "{grade}: by its own account, the {count} answers are {meaning} ({grounds})",
            grade=grade,
            meaning=meaning,
            grounds=named,
        )
    return say_count(
        answered,
        "{grade}: the {count} answer is {meaning} ({grounds})",
        "{grade}: the {count} answers are {meaning} ({grounds})",
        grade=grade,
        meaning=meaning,
        grounds=named,
    )
