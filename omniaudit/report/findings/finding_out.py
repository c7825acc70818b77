"""What missing answers could change, and whom to ask for them."""

from __future__ import annotations

from omniaudit.language import say, say_count
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
    return say("No practice applies, so there is no answer to rely on.")


def nothing_missing(grounds: str) -> str:
    """Say that nothing is missing, and what the answers rest on."""
    return say(
        "No answer is missing. The stage is as sure as what the answers rest on. Confidence is "
        "{grounds}.",
        grounds=grounds,
    )


def no_gap(held: str) -> str:
    """Say that nothing is missing, and what single answers carry."""
    return say("No answer is missing. {held}", held=held)


def hold_it_up(answers: int, lower: str) -> str:
    """Say how many answers must not be lower."""
    sentence = say_count(
        answers,
        "One answer holds this stage up: one level lower, and it would be {lower}.",
        "{number} answers each hold this stage up: any one of them one level lower, and it would "
        "be {lower}.",
        number=wording.number(answers),
        lower=lower,
    )
    return wording.capital(sentence)


def not_proved(answers: int, codes: list[str]) -> str:
    """Say which of these answers nobody has seen proved."""
    named = wording.listed(codes)
    if answers == 1:
        return say("Nobody has seen it proved ({code}).", code=named)
    if len(codes) == answers:
        return say("Nobody has seen any of them proved ({codes}).", codes=named)
    number = wording.number(len(codes))
    sentence = say("{number} of them nobody has seen proved ({codes}).", number=number, codes=named)
    return wording.capital(sentence)


def far_apart(wide: int, flagged: int) -> str:
    """Say how far the respondents differ."""
    differ = practices(wide)
    if flagged == wide:
        return say("The respondents differ by two levels or more on {practices}.", practices=differ)
    return say_count(
        flagged,
        "The respondents differ by two levels or more on {practices}; {number} practice is marked "
        "as disputed.",
        "The respondents differ by two levels or more on {practices}; {number} practices are "
        "marked as disputed.",
        practices=differ,
        number=wording.number(flagged),
    )


def practices(count: int) -> str:
    """A number of practices."""
    # Translators: stands after "differ on"
    return say_count(count, "{number} practice", "{number} practices", number=wording.number(count))


def no_difference(missing: int, stage: str) -> str:
    """Say that missing answers change nothing."""
    sentences = say_count(
        missing,
        "One answer is missing. Even at its best it cannot lift the stage above {stage}.",
        "{number} answers are missing. Even if all of them turned out best, the stage would stay "
        "{stage}.",
        number=wording.number(missing),
        stage=stage,
    )
    return wording.capital(sentences)


def the_one(name: str, capability: str, there: str, stage: str) -> str:
    """Say that a single answer decides."""
    return say(
        "One missing answer decides: {capability}. If it is {there}, {name} is {stage} today, "
        "without any project.",
        capability=capability,
        there=there,
        name=name,
        stage=stage,
    )


def any_of_them(name: str, codes: list[str], potential: str) -> str:
    """Say that each of several answers decides."""
    return say(
        "Some answers about {name} are missing, and each of these may lift the stage by itself: "
        "{codes}. If everything missing turned out best, the stage would be {potential}.",
        name=name,
        codes=wording.listed(codes),
        potential=potential,
    )


def all_together(name: str, missing: int, potential: str) -> str:
    """Say that only several answers together decide."""
    sentences = say(
        "{number} answers about {name} are missing. None of them decides alone; several together "
        "may make the stage {potential}.",
        number=wording.number(missing),
        name=name,
        potential=potential,
    )
    return wording.capital(sentences)


def would_make(there: str, stage: str) -> str:
    """Say which level makes which stage."""
    # Translators: {there} is such as "At level 2 or above", with its capital
    return say("{there}, the stage is {stage}", there=there, stage=stage)


def ask(who: str) -> str:
    """Say whom to ask."""
    # Translators: {who} begins with an article or a pronoun, such as "the owner" or "whoever"
    return say("Ask {who}.", who=who)


def ask_yourself() -> str:
    """Say who answers in a business of a few people."""
    return say("Answer it yourself, or ask whoever does this.")
