"""`omniaudit check`: every problem of answers files, with line, column and remedy."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.engine.scoring import score
from omniaudit.language import say, say_count
from omniaudit.load.files import load_answers
from omniaudit.model.scorecard import Completeness
from omniaudit.problems import InputRejected, Problem
from omniaudit.render import json


def command(
    files: options.Files,
    as_json: options.AsJson = False,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Show every problem of answers files.

    Each file for itself, whatever business it is about.
    """
    ours = questionnaire_for(files, questionnaire)
    problems: list[Problem] = []
    lines = []
    rejected = False
    for file in files:
        try:
            sheet = load_answers(file, ours)
        except InputRejected as error:
            found: tuple[Problem, ...] = error.problems
            rejected = True
            lines.append(_refused(streams.named(file), found))
        else:
            found = sheet.warnings
            lines.append(_accepted(streams.named(file), score(ours, sheet).completeness))
        problems.extend(found)
        lines.extend(streams.worded(each) for each in found)
    if as_json:
        streams.put_document(json.problems(problems))
    else:
        streams.put("\n".join(lines))
    return exits.REJECTED if rejected else exits.DONE


def _refused(file: str, problems: Sequence[Problem]) -> str:
    return say_count(
        sum(each.severity == "error" for each in problems),
        "{file}: cannot be scored, {count} error.",
        "{file}: cannot be scored, {count} errors.",
        file=file,
    )


def _accepted(file: str, complete: Completeness) -> str:
    return say(
        "{file}: can be scored, {answered} of {questions} answered.",
        file=file,
        answered=complete.answered,
        questions=complete.applicable,
    )
