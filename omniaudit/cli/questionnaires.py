"""Which questionnaire a command works with, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit import language
from omniaudit.cli import streams
from omniaudit.language import say
from omniaudit.load.files import questionnaire_named_in
from omniaudit.load.library import load_questionnaire
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, shipped_questionnaires


def naming(named: str) -> str:
    """What a further command has to say where a questionnaire was named, with a blank before it."""
    return f" --questionnaire {streams.typed_file(named)}" if named else ""


def typed_with(named: str, *files: str) -> str:
    """Files as they are typed in a command, with the questionnaire where one was named."""
    return " ".join(streams.typed_file(each) for each in files) + naming(named)


def questionnaire_for(files: Sequence[str], named: str = "") -> Questionnaire:
    """The questionnaire that --questionnaire names, or the shipped one that the files answer.

    Where it is not translated into the language in force, that is told.

    Raises:
        UsageError: when there is none of that name.
        InputRejected: with every problem of one of its files.
    """
    shipped = shipped_questionnaires()
    answered = (each for file in files if (each := questionnaire_named_in(file)) in shipped)
    ours = load_questionnaire(named or next(answered, DEFAULT_QUESTIONNAIRE))
    if ours.language != language.code():
        streams.tell(
            say(
                "This questionnaire has no texts in this language; its own are in `{language}`.",
                language=ours.language,
            )
        )
    return ours
