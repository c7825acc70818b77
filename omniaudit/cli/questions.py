"""`omniaudit questions`: the questionnaire, for those who answer and those who write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from omniaudit.cli import options, questions_check, questions_schema, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.language import say
from omniaudit.problems import did_you_mean, usage
from omniaudit.render import terminal
from omniaudit.report.screens.questions import overview, question

app = typer.Typer(
    help="Read a questionnaire, or check one of your own.",
    rich_markup_mode=None,
)
app.command("check")(questions_check.command)
app.command("schema")(questions_schema.command)

Profile = Annotated[
    str | None,
    typer.Option("--profile", metavar="PROFILE", help="In the words of one kind of business."),
]


@app.command("list")
def list_command(
    profile: Profile = None,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """List everything that is asked.

    Questions, fit items and journeys with their ids.
    """
    ours = questionnaire_for([], questionnaire)
    _check(profile, ours.profile)
    ours = ours.in_words_of(profile or "")
    streams.put(terminal.render(overview(ours, profile), streams.width()))
    return 0


@app.command("show")
def show_command(
    name: Annotated[str, typer.Argument(metavar="ID", help="An id or a code, such as DS2.")],
    profile: Profile = None,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Show one question with all about it.

    Ladder, hints, steps and sources; or a journey, or a fit item.
    """
    ours = questionnaire_for([], questionnaire)
    _check(profile, ours.profile)
    ours = ours.in_words_of(profile or "")
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


def _check(profile: str | None, known: Mapping[str, object]) -> None:
    if profile is not None and profile not in known:
        hint = did_you_mean(profile, known)
        raise usage(
            say("--profile: there is no profile `{word}`.{hint}", word=profile, hint=hint),
            say("Choose one of {known}.", known=", ".join(known)),
        )
