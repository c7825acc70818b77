"""Options that several commands share, and how their words are read."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from omniaudit.cli import languages
from omniaudit.language import say
from omniaudit.problems import UsageError, did_you_mean, usage

if TYPE_CHECKING:
    from omniaudit.model.gates import Preset
    from omniaudit.model.questionnaire import Questionnaire
    from omniaudit.report.edition import Notes

_NUMBER = re.compile(r"\d{1,5}([.,]\d{1,4})?", re.ASCII)
_WHOLE = 100

Files = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="Answers files; - is standard input.")
]
Panel = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Answers files about one business, one for each respondent; - is standard input.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document on stdout.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files that exist.")]
QuestionnaireName = Annotated[
    str,
    typer.Option(
        "--questionnaire",
        metavar="NAME|PATH",
        envvar="OMNIAUDIT_QUESTIONNAIRE",
        help="A shipped one, or a file or folder of your own; else the one that FILE names.",
    ),
]
Gate = Annotated[
    str,
    typer.Option("--gate", metavar="strict|standard|lenient", help="How strictly to judge."),
]
Language = languages.Language
BrandFile = Annotated[
    str,
    typer.Option(
        "--brand",
        metavar="FILE",
        envvar="OMNIAUDIT_BRAND",
        help="A brand file: name, logo, colours, typeface, lines.",
    ),
]
Summary = Annotated[bool, typer.Option("--summary", help="Print the first two pages.")]
OutputFolder = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write.")
]


def stage_of(questionnaire: Questionnaire, word: str, option: str) -> int:
    """A stage by number or name.

    Raises:
        UsageError: for anything else.
    """
    names = {stage.id: number for number, stage in enumerate(questionnaire.stages)}
    if word in names:
        return names[word]
    if word.isascii() and word.isdigit() and int(word) < len(names):
        return int(word)
    hint = did_you_mean(word, names)
    # Translators: a stage may be called by its number or its name
    known = (say("{number} or {name}", number=at, name=name) for name, at in names.items())
    raise usage(
        say("{option}: there is no stage `{word}`.{hint}", option=option, word=word, hint=hint),
        say("Stages are {known}.", known=", ".join(known)),
    )


def preset_of(questionnaire: Questionnaire, word: str) -> Preset:
    """A preset of the gates by name.

    Raises:
        UsageError: for anything else.
    """
    for preset in questionnaire.gates.presets:
        if preset == word:
            return preset
    known = ", ".join(questionnaire.gates.presets)
    raise usage(
        say("--gate: there is no preset `{word}`.", word=word),
        say("Choose one of {known}.", known=known),
    )


def notes_of(word: str) -> Notes:
    """How much of the notes --notes asks for.

    Raises:
        UsageError: for anything else.
    """
    from omniaudit.report.edition import Notes  # noqa: PLC0415 - reports alone know it

    for notes in get_args(Notes):
        if notes == word:
            return cast("Notes", notes)
    raise usage(
        say("--notes: there is no `{word}`.", word=word),
        say("Choose one of {known}.", known=", ".join(get_args(Notes))),
    )


def person_weeks(word: str) -> Fraction:
    """A budget of --budget.

    Raises:
        UsageError: for anything but a number.
    """
    if not _NUMBER.fullmatch(word):
        raise usage(
            say("--budget: `{word}` is not a number of person-weeks.", word=word),
            say("Write for example 12 or 12.5."),
        )
    return Fraction(word.replace(",", "."))


def percentage(word: str) -> Fraction:
    """A share of --min-completeness, 0 to 100.

    Raises:
        UsageError: for anything else.
    """
    number = word.removesuffix("%").rstrip()
    if not _NUMBER.fullmatch(number) or (share := Fraction(number.replace(",", "."))) > _WHOLE:
        raise usage(
            say("--min-completeness: `{word}` is not a number from 0 to 100.", word=word),
            say("Write for example 90."),
        )
    return share


def levels_of(questionnaire: Questionnaire, words: list[str]) -> dict[str, int]:
    """`ID=LEVEL` words of --set; a code such as DS2 stands for its id.

    Raises:
        UsageError: for a word of another shape, an unknown id or level, or an id set twice.
    """
    codes = {each.code.lower(): each.id for each in questionnaire.capabilities}
    levels: dict[str, int] = {}
    for word in words:
        typed, _, level = word.partition("=")
        name = codes.get(typed.lower(), typed)
        if name not in questionnaire.capability:
            hint = did_you_mean(name, questionnaire.capability)
            raise _bad_set(say("--set: there is no question `{word}`.{hint}", word=name, hint=hint))
        if level not in {"0", "1", "2", "3"}:
            raise _bad_set(say("--set: `{word}` gives no level from 0 to 3.", word=word))
        if name in levels:
            raise _bad_set(say("--set: `{word}` is set twice.", word=name))
        levels[name] = int(level)
    return levels


def _bad_set(what: str) -> UsageError:
    return usage(what, say("Write for example --set data.history=2."))
