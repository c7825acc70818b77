"""`omniaudit questions show`: one question, journey or fit item, with all about it."""

from __future__ import annotations

from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questions_list import Profile, worded
from omniaudit.language import say
from omniaudit.problems import did_you_mean, usage
from omniaudit.render import terminal
from omniaudit.report.screens.questions import question


def command(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id or a code, such as DS2.")],
    profile: Profile = None,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Show one question with all about it.

    Ladder, hints, steps and sources; or a journey, or a fit item.
    """
    ours = worded(questionnaire, profile)
    codes = {each.code.lower(): each.id for each in ours.capabilities}
    codes |= {each.code.lower(): each.id for each in ours.journeys}
    wanted = codes.get(name.partition("@")[0].lower(), name.partition("@")[0])
    document = question(ours, wanted)
    if document is None:
        known = [*ours.capability, *ours.journey, *(item.id for item in ours.fit.items)]
        hint = did_you_mean(name, known)
        raise usage(
            say("There is no question `{word}`.{hint}", word=name, hint=hint),
            say("`omniaudit questions list` shows all."),
        )
    streams.put(terminal.render(document, streams.width()))
    return 0
