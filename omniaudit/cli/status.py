"""`omniaudit status`: what is answered, what is flagged, and what to do next."""

from __future__ import annotations

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import naming, questionnaire_for
from omniaudit.load.files import load_answers
from omniaudit.render import terminal
from omniaudit.report.screens.status import status


def command(
    files: options.Files,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Show how far answers files have got.

    What is answered, what is flagged, and what to do next.
    """
    ours = questionnaire_for(files, questionnaire)
    quick, again = ours.is_first_look, naming(questionnaire, lang)
    sheets = [(file, load_answers(file, ours)) for file in files]
    pages = [
        terminal.render(
            status(ours, sheet, streams.typed_file(file), again, quick=quick),
            streams.width(),
        )
        for file, sheet in sheets
    ]
    streams.put("\n".join(pages))
    return 0
