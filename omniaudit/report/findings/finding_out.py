"""What missing answers could change, and whom to ask for them."""

from __future__ import annotations

from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings.blockers import at_least


def turning_point(assessment: Assessment, capability: str) -> tuple[int, int] | None:
    """The lowest level of a missing answer that changes the stage, and that stage."""
    for level in LEVELS[1:]:
        if level > assessment.standing[capability].best:
            break
        stage = assessment.stage_if(capability, level)
        if stage != assessment.card.stage.confirmed:
            return level, stage
    return None


def outlook(assessment: Assessment) -> str:
    """Say in a paragraph what missing answers may change."""
    card, name = assessment.card, assessment.name
    if not assessment.missing:
        return nothing_missing(card.completeness.applicable)
    potential = assessment.stage(card.stage.potential)
    if card.stage.potential == card.stage.confirmed:
        return no_difference(assessment.missing, assessment.stage(card.stage.confirmed))
    deciding = card.deciding_unknowns
    if len(deciding) == 1:
        return _the_one(assessment, deciding[0])
    if deciding:
        names = [assessment.code(each) for each in deciding]
        return any_of_them(name, names, potential)
    return all_together(name, assessment.missing, potential)


def _the_one(assessment: Assessment, capability: str) -> str:
    found = turning_point(assessment, capability)
    level, stage = found or (TOP, assessment.card.stage.potential)
    return the_one(
        assessment.name, assessment.called(capability), at_least(level), assessment.stage(stage)
    )


def consequence(assessment: Assessment, capability: str) -> str:
    """Say what one deciding answer would do."""
    level, stage = turning_point(assessment, capability) or (TOP, assessment.card.stage.potential)
    return would_make(wording.capital(at_least(level)), assessment.stage(stage))


def nothing_missing(asked: int) -> str:
    """Say that nothing is missing."""
    return f"All {asked} practices that apply have an answer, so the stage stands as it is."


def no_difference(missing: int, stage: str) -> str:
    """Say that missing answers change nothing."""
    if missing == 1:
        return f"One answer is missing. Even at its best it cannot lift the stage above {stage}."
    return (
        f"{wording.capital(wording.number(missing))} answers are missing. Even if all of them "
        f"turned out best, the stage would stay {stage}."
    )


def the_one(name: str, capability: str, there: str, stage: str) -> str:
    """Say that a single answer decides."""
    return (
        f"One practice decides and has no answer yet: {capability}. If it is {there}, {name} is "
        f"{stage} today, without any project."
    )


def any_of_them(name: str, codes: list[str], potential: str) -> str:
    """Say that each of several answers decides."""
    return (
        f"Some answers about {name} are missing, and each of these may lift the stage by itself: "
        f"{wording.listed(codes)}. If everything missing turned out best, the stage would be "
        f"{potential}."
    )


def all_together(name: str, missing: int, potential: str) -> str:
    """Say that only several answers together decide."""
    return (
        f"{wording.capital(wording.number(missing))} answers about {name} are missing. None of "
        f"them decides alone; several together may make the stage {potential}."
    )


def would_make(there: str, stage: str) -> str:
    """Say which level makes which stage."""
    return f"{there}, the stage is {stage}"


def ask(who: str) -> str:
    """Say whom to ask."""
    return f"Ask {who}."
