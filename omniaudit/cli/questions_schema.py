"""`omniaudit questions schema`: JSON Schemas, by which editors complete and check our files."""

from __future__ import annotations

from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.forms.answers_schema import answers_schema
from omniaudit.forms.questionnaire_schema import questionnaire_schema
from omniaudit.language import say
from omniaudit.problems import did_you_mean, usage

KINDS = ("answers", "questionnaire")


def command(
    kind: Annotated[
        str, typer.Argument(metavar="[answers|questionnaire]", help="Of which file.")
    ] = KINDS[0],
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Print a JSON Schema.

    Of the answers to a questionnaire, or of a questionnaire itself.
    """
    if kind not in KINDS:
        raise usage(
            say("There is no schema of `{word}`.{hint}", word=kind, hint=did_you_mean(kind, KINDS)),
            say("Choose one of {known}.", known=", ".join(KINDS)),
        )
    if kind == KINDS[0]:
        schema = answers_schema(questionnaire_for([], questionnaire))
    else:
        schema = questionnaire_schema()
    streams.put_document(schema)
    return 0
