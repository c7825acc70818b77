"""What is asked about the business and the respondent before anything else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from omniaudit.language import say
from omniaudit.model.answers import AnswerSheet, Mode, Side
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.model.terms import Term
from omniaudit.model.usual_channels import usual_channels
from omniaudit.values import dataclass


@dataclass(frozen=True, slots=True)
class Particular:
    """A fact about the business or the respondent; its key has a colon, which no id has."""

    key: str
    name: str
    question: str
    options: tuple[Term, ...] = ()
    many: bool = False
    required: bool = True

    @property
    def clears(self) -> bool:
        """Whether it can be left out again."""
        return not self.required and self.key != "sheet:mode"


def particulars(questionnaire: Questionnaire, profile: str) -> Iterator[Particular]:
    """All particulars, in the order in which they are asked; examples fit the profile."""
    numbers = {each: str(number) for number, each in enumerate(questionnaire.channel, 1)}
    usual = " ".join(numbers[each] for each in usual_channels(questionnaire, profile))
    yield Particular("business:name", say("Name"), say("What is the business called?"))
    yield Particular(
        "business:profile",
        say("Profile"),
        say("What kind of business is it?"),
        tuple(questionnaire.profiles),
    )
    yield Particular(
        "business:size",
        say("Size"),
        say("How many people work there?"),
        tuple(questionnaire.sizes),
    )
    yield Particular(
        "business:channels",
        say("Channels"),
        say(
            "Through which channels do customers and the business meet? Several numbers, the main"
            " channel first, such as {example}.",
            example=usual,
        ),
        tuple(questionnaire.channels),
        many=True,
    )
    yield from _optional(questionnaire)


def _optional(questionnaire: Questionnaire) -> Iterator[Particular]:
    yield Particular(
        "respondent:role",
        say("Role"),
        say("Who answers? A role is enough, such as sales manager. Enter goes on without."),
        required=False,
    )
    yield Particular(
        "respondent:side",
        # Translators: whether the respondent works at head office or with customers
        say("Side"),
        say("Where does the respondent work? Enter goes on without."),
        (
            Term("head-office", say("Head office"), say("management, marketing, systems")),
            Term("frontline", say("Front line"), say("whoever deals with customers every day")),
        ),
        required=False,
    )
    yield Particular(
        "sheet:mode",
        # Translators: whether it is a self-assessment, an interview or an audit
        say("Mode"),
        say("How is this filled in?"),
        tuple(questionnaire.modes.values()),
        required=False,
    )


def particular_open(sheet: AnswerSheet, particular: Particular) -> bool:
    """Whether a particular must still be asked."""
    return particular.required and not particular_value(sheet, particular)


def particular_value(sheet: AnswerSheet, particular: Particular) -> tuple[str, ...]:
    """What is known: a text, an id, or several."""
    if particular.many:
        return sheet.business.channels
    value = {
        "business:name": sheet.business.name,
        "business:profile": sheet.business.profile,
        "business:size": sheet.business.size,
        "respondent:role": sheet.respondent.role,
        "respondent:side": sheet.respondent.side,
        "sheet:mode": sheet.mode,
    }[particular.key]
    return (value,) if value else ()


def with_particular(
    sheet: AnswerSheet, particular: Particular, value: tuple[str, ...]
) -> AnswerSheet:
    """The sheet with a particular set; an empty value leaves it out."""
    word = value[0] if value else ""
    match particular.key:
        case "business:channels":
            return replace(sheet, business=replace(sheet.business, channels=value))
        case "business:name":
            return replace(sheet, business=replace(sheet.business, name=word))
        case "business:profile":
            return replace(sheet, business=replace(sheet.business, profile=word))
        case "business:size":
            return replace(sheet, business=replace(sheet.business, size=word))
        case "respondent:role":
            return replace(sheet, respondent=replace(sheet.respondent, role=word))
        case "respondent:side":
            side = cast("Side", word) if word else None
            return replace(sheet, respondent=replace(sheet.respondent, side=side))
        case _:
            return replace(sheet, mode=cast("Mode", word))
