"""`omniaudit check`: every problem of answers files, with line, column and remedy."""

from __future__ import annotations

from omniaudit.cli import exits, options, streams
from omniaudit.engine.scoring import score
from omniaudit.load.files import load_answers, load_questionnaire
from omniaudit.problems import InputRejected, Problem
from omniaudit.render import json
from omniaudit.report import wording
from omniaudit.resources import DEFAULT_QUESTIONNAIRE


def command(
    files: options.Files,
    as_json: options.AsJson = False,
    questionnaire: options.QuestionnaireName = DEFAULT_QUESTIONNAIRE,
) -> int:
    """Show every problem of answers files.

    Each file for itself, whatever business it is about.
    """
    ours = load_questionnaire(questionnaire)
    problems: list[Problem] = []
    lines = []
    rejected = False
    for file in files:
        try:
            sheet = load_answers(file, ours)
        except InputRejected as error:
            found: tuple[Problem, ...] = error.problems
            rejected = True
            errors = sum(each.severity == "error" for each in found)
            count = wording.counted(errors, "error", "errors")
            lines.append(f"{streams.named(file)}: cannot be scored, {count}.")
        else:
            found = sheet.warnings
            complete = score(ours, sheet).completeness
            answered = f"{complete.answered} of {complete.applicable} answered"
            lines.append(f"{streams.named(file)}: can be scored, {answered}.")
        problems.extend(found)
        lines.extend(streams.worded(each) for each in found)
    if as_json:
        streams.put_document(json.problems(problems))
    else:
        streams.put("\n".join(lines))
    return exits.REJECTED if rejected else exits.DONE
