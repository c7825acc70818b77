"""What missing answers could change, and whom to ask for them."""

from __future__ import annotations

from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.assessment import TOP, Assessment
from omniaudit.report.findings import confidence
from omniaudit.report.findings.blockers import at_least

FAR_APART = 2


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
    card, name = assessment.card, assessment.business
    if not assessment.missing:
        if not card.completeness.answered:
            return nothing_applies()
        return nothing_missing(confidence.in_full(assessment))
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
        assessment.business, assessment.called(capability), at_least(level), assessment.stage(stage)
    )


def consequence(assessment: Assessment, capability: str) -> str:
    """Say what one deciding answer would do."""
    level, stage = turning_point(assessment, capability) or (TOP, assessment.card.stage.potential)
    return would_make(wording.capital(at_least(level)), assessment.stage(stage))


def apart(assessment: Assessment) -> str:
    """Say on how many practices a panel is far apart; nothing without a panel."""
    panel = assessment.card.panel
    if panel is None:
        return ""
    wide = [each for each in panel.agreements if max(each.levels) - min(each.levels) >= FAR_APART]
    return far_apart(len(wide), sum(each.flagged for each in panel.agreements))


def nothing_applies() -> str:
    """Say that there is nothing to be sure of."""
    return "No practice applies, so there is no answer to rely on."


def nothing_missing(grounds: str) -> str:
    """Say that nothing is missing, and what the answers rest on."""
    return (
        "No answer is missing. The stage is as sure as what the answers rest on. Confidence is "
        f"{grounds}."
    )


def far_apart(wide: int, flagged: int) -> str:
    """Say how far the respondents differ."""
    begin = f"The respondents differ by two levels or more on {practices(wide)}"
    if flagged == wide:
        return f"{begin}."
    return f"{begin}; {practices(flagged)} {'is' if flagged == 1 else 'are'} marked as disputed."


def practices(count: int) -> str:
    """A number of practices."""
    return wording.numbered(count, "practice", "practices")


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
