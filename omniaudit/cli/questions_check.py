"""`omniaudit questions check`: every mistake of a questionnaire, in all its files."""

from __future__ import annotations

from typing import Annotated

import typer

from omniaudit.cli import exits, options, streams
from omniaudit.engine.expectations import unmet
from omniaudit.engine.soundness import flaws
from omniaudit.language import say, say_count
from omniaudit.load.cases import read_cases
from omniaudit.load.folders import not_too_many
from omniaudit.load.inspection import Inspection
from omniaudit.load.migrations import FOLDER as MAPS
from omniaudit.model.cases import Case
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import InputRejected, Place
from omniaudit.render import json

_CASES = "cases"


def command(
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH", help="A shipped questionnaire, or the file or folder of your own."
        ),
    ],
    as_json: options.AsJson = False,
    _lang: options.Language = "",
) -> int:
    """Show every mistake of a questionnaire.

    In its own file, its words, its cases and its maps from older versions, with what to do.
    """
    found, cases = check(path)
    if as_json:
        streams.put_document(json.problems(found.problems))
    else:
        summary = _summary(found, cases)
        streams.put("\n".join([summary, *(streams.worded(each) for each in found.problems)]))
    return exits.REJECTED if found.errors else exits.DONE


def check(name_or_path: str) -> tuple[Inspection, tuple[Case, ...]]:
    """What is wrong with a questionnaire, and the cases that come out as they say.

    Raises:
        UsageError: when there is none of that name.
    """
    found = Inspection(name_or_path)
    if found.questionnaire is None:
        return found, ()
    found.place(flaws(found.questionnaire))
    return found, _held(found, found.questionnaire)


def _held(found: Inspection, ours: Questionnaire) -> tuple[Case, ...]:
    """The cases that come out as they say; what is wrong with the others is added."""
    folder = found.path.parent / _CASES
    try:
        cases = read_cases(folder, ours)
    except InputRejected as rejected:
        found.add(rejected.problems)
        return ()
    held, wrong = [], []
    for case in cases:
        broken = [each.problem for each in unmet(case, ours)]
        wrong += broken
        held += [] if broken else [case]
    found.add(not_too_many(wrong, Place(str(folder))))
    return tuple(held)


def _summary(found: Inspection, cases: tuple[Case, ...]) -> str:
    file, ours = streams.named(found.path), found.questionnaire
    beside = [found.files_with_errors_in(each) for each in (_CASES, MAPS)]
    if ours is None or found.errors_but_in(_CASES, MAPS):
        errors = say_count(found.errors, "{count} error", "{count} errors")
        return say("{file}: cannot be used, {errors}.", file=file, errors=errors)
    if any(beside):
        return _but(file, *beside)
    questions, journeys = len(ours.capabilities), len(ours.journeys)
    languages, trades = len(found.languages), len(ours.trades)
    # Translators: all but the file are counts, such as “24 questions”
    return say(
        "{file}: can be used: {questions}, {journeys}, {languages}, {trades}, {cases}.",
        file=file,
        questions=say_count(questions, "{count} question", "{count} questions"),
        journeys=say_count(journeys, "{count} journey", "{count} journeys"),
        languages=say_count(languages, "{count} language", "{count} languages"),
        trades=say_count(trades, "{count} trade", "{count} trades"),
        cases=say_count(len(cases), "{count} case holds", "{count} cases hold"),
    )


def _but(file: str, cases: int, maps: int) -> str:
    """That a questionnaire can be used although some files beside it are wrong."""
    broken = say_count(cases, "{count} case does not hold", "{count} cases do not hold")
    wrong = say_count(
        maps,
        "{count} map from an older version cannot be used",
        "{count} maps from older versions cannot be used",
    )
    if not maps:
        return say("{file}: can be used, but {cases}.", file=file, cases=broken)
    if not cases:
        return say("{file}: can be used, but {maps}.", file=file, maps=wrong)
    return say("{file}: can be used, but {cases} and {maps}.", file=file, cases=broken, maps=wrong)
