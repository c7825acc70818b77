"""Which questionnaire a command works with, in the language in force."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit import language
from omniaudit.cli import streams
from omniaudit.language import say
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.files import questionnaire_named_in
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, shipped_questionnaires


def naming(named: str, lang: str) -> str:
    """What a further command has to say again: the questionnaire and language that were named."""
    said = {"--questionnaire": named, "--lang": lang}
    return "".join(f" {key} {streams.typed_file(word)}" for key, word in said.items() if word)


def typed_with(named: str, lang: str, *files: str) -> str:
    """Files as they are typed in a command, with what it has to say again."""
    return " ".join(streams.typed_file(each) for each in files) + naming(named, lang)


def whole_of(ours: Questionnaire) -> Questionnaire | None:
    """What a first look goes on with; None for any other questionnaire."""
    return load_questionnaire(ours.draws_on) if ours.is_first_look else None


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
