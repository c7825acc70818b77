"""Options that several commands share, and how their words are read."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from omniaudit.cli import streams
from omniaudit.model.gates import Preset
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import UsageError, did_you_mean, usage
from omniaudit.report.edition import Notes

_NUMBER = re.compile(r"\d{1,5}([.,]\d{1,4})?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2}([-_.][A-Za-z0-9@.-]{1,20})?")
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
        help="A shipped questionnaire, or the file or folder of your own.",
    ),
]
Gate = Annotated[
    str,
    typer.Option("--gate", metavar="strict|standard|lenient", help="How strictly to judge."),
]
Language = Annotated[
    str,
    typer.Option("--lang", metavar="xx", envvar="OMNIAUDIT_LANG", help="Language of the texts."),
]
OutputFolder = Annotated[
    Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write.")
]


def tell_language(wanted: str, ours: str) -> None:
    """Say so when a questionnaire does not speak the language that was asked for.

    Raises:
        UsageError: for what is no language.
    """
    if wanted and not _LANGUAGE.fullmatch(wanted):
        raise usage(
            f"--lang: `{wanted}` is no language.", "Write two letters, such as en, it or ro."
        )
    if wanted and wanted[:2].lower() != ours:
        streams.tell(f"There are no texts in `{wanted}` yet; these are in `{ours}`.")


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
    known = ", ".join(f"{number} or {name}" for name, number in names.items())
    raise usage(
        f"{option}: there is no stage `{word}`.{did_you_mean(word, names)}", f"Stages are {known}."
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
    raise usage(f"--gate: there is no preset `{word}`.", f"Choose one of {known}.")


def notes_of(word: str) -> Notes:
    """How much of the notes --notes asks for.

    Raises:
        UsageError: for anything else.
    """
    for notes in get_args(Notes):
        if notes == word:
            return cast("Notes", notes)
    raise usage(f"--notes: there is no `{word}`.", "Choose one of none, short, all.")


def person_weeks(word: str) -> Fraction:
    """A budget of --budget.

    Raises:
        UsageError: for anything but a number.
    """
    if not _NUMBER.fullmatch(word):
        raise usage(
            f"--budget: `{word}` is not a number of person-weeks.", "Write for example 12 or 12.5."
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
            f"--min-completeness: `{word}` is not a number from 0 to 100.", "Write for example 90."
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
            raise _bad_set(f"there is no question `{name}`.{hint}")
        if level not in {"0", "1", "2", "3"}:
            raise _bad_set(f"`{word}` gives no level from 0 to 3.")
        if name in levels:
            raise _bad_set(f"`{name}` is set twice.")
        levels[name] = int(level)
    return levels


def _bad_set(what: str) -> UsageError:
    return usage(f"--set: {what}", "Write for example --set data.history=2.")
