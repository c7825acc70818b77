"""What missing answers could change, and whom to ask for them."""

from __future__ import annotations

from omniaudit.model.answers import Evidence
from omniaudit.model.terms import LEVELS
from omniaudit.report import wording
from omniaudit.report.assessment import SMALLEST, TOP, Assessment
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
        held = held_up(assessment)
        return no_gap(held) if held else nothing_missing(confidence.in_full(assessment))
    potential = assessment.stage(card.stage.potential)
    if card.stage.potential == card.stage.confirmed:
        stays = no_difference(assessment.missing, assessment.stage(card.stage.confirmed))
        return f"{stays} {held_up(assessment)}".rstrip()
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


def held_up(assessment: Assessment) -> str:
    """Say how many single answers hold the stage up, and which of them rest on words alone."""
    found = {
        each.capability: each.stage
        for each in assessment.card.decisive_answers
        if each.other < each.level and each.stage < assessment.card.stage.confirmed
    }
    if not found:
        return ""
    unseen = [assessment.code(each) for each in found if _on_words(assessment, each)]
    lower = assessment.stage(max(found.values()))
    begin = hold_it_up(len(found), lower)
    return f"{begin} {not_proved(len(found), unseen)}" if unseen else begin


def _on_words(assessment: Assessment, capability: str) -> bool:
    evidence = assessment.standing[capability].evidence
    return evidence is None or evidence < Evidence.SEEN


def whom(assessment: Assessment, capability: str) -> str:
    """Say in a sentence who can answer; in a tiny business, most likely the reader."""
    if assessment.sheet.business.size == SMALLEST:
        return ask_yourself()
    return ask(assessment.whom(capability))


def nothing_applies() -> str:
    """Say that there is nothing to be sure of."""
    return "No practice applies, so there is no answer to rely on."


def nothing_missing(grounds: str) -> str:
    """Say that nothing is missing, and what the answers rest on."""
    return (
        "No answer is missing. The stage is as sure as what the answers rest on. Confidence is "
        f"{grounds}."
    )


def no_gap(held: str) -> str:
    """Say that nothing is missing, and what single answers carry."""
    return f"No answer is missing. {held}"


def hold_it_up(answers: int, lower: str) -> str:
    """Say how many answers must not be lower."""
    if answers == 1:
        return f"One answer holds this stage up: one level lower, and it would be {lower}."
    return (
        f"{wording.capital(wording.number(answers))} answers each hold this stage up: any one of "
        f"them one level lower, and it would be {lower}."
    )


def not_proved(answers: int, codes: list[str]) -> str:
    """Say which of these answers nobody has seen proved."""
    if answers == 1:
        return f"Nobody has seen it proved ({codes[0]})."
    if len(codes) == answers:
        return f"Nobody has seen any of them proved ({wording.listed(codes)})."
    some = wording.capital(wording.number(len(codes)))
    return f"{some} of them nobody has seen proved ({wording.listed(codes)})."


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
        f"One missing answer decides: {capability}. If it is {there}, {name} is {stage} today, "
        "without any project."
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


def ask_yourself() -> str:
    """Say who answers in a business of a few people."""
    return "Answer it yourself, or ask whoever does this."
