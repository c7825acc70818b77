"""`omniaudit questions list`: everything that is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.language import say
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import did_you_mean, usage
from omniaudit.render import terminal
from omniaudit.report.screens.questions import overview

Profile = Annotated[
    str | None,
    typer.Option("--profile", metavar="PROFILE", help="In the words of one kind of business."),
]


def command(
    profile: Profile = None,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """List everything that is asked.

    Questions, fit items and journeys with their ids.
    """
    ours = worded(questionnaire, profile)
    streams.put(terminal.render(overview(ours, profile), streams.width()))
    return 0


def worded(name: str, profile: str | None) -> Questionnaire:
    """The questionnaire of a name in the words of a profile, where one is named.

    Raises:
        UsageError: when there is no such questionnaire or profile.
    """
    ours = questionnaire_for([], name)
    _check(profile, ours.profile)
    return ours.in_words_of(profile or "")


def _check(profile: str | None, known: Mapping[str, object]) -> None:
    if profile is not None and profile not in known:
        hint = did_you_mean(profile, known)
        raise usage(
            say("--profile: there is no profile `{word}`.{hint}", word=profile, hint=hint),
            say("Choose one of {known}.", known=", ".join(known)),
        )
