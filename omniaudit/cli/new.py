"""`omniaudit new`: a commented answers file to fill in with an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import questionnaire_for
from omniaudit.forms.blank import blank_answers, name_from
from omniaudit.language import say
from omniaudit.problems import did_you_mean, usage
from omniaudit.render import output


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is stdout.")],
    profile: Annotated[
        str, typer.Option("--profile", metavar="PROFILE", help="The kind of business.")
    ] = "retail",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = "",
    _lang: options.Language = "",
) -> int:
    """Write an answers file to fill in.

    Every question, ladder and hint stands in it as a comment.
    """
    ours = questionnaire_for([], questionnaire)
    if profile not in ours.profile:
        hint = did_you_mean(profile, ours.profile)
        known = ", ".join(ours.profile)
        raise usage(
            say("--profile: there is no profile `{word}`.{hint}", word=profile, hint=hint),
            say("Choose one of {known}.", known=known),
        )
    text = blank_answers(ours, profile, name_from(file))
    if file == "-":
        streams.put(text)
        return 0
    output.write(Path(file), text.encode(), force=force)
    written = streams.named(file)
    command = f"omniaudit check {streams.typed_file(file)}"
    streams.tell(say("Wrote {file}: fill in what you know and leave the rest empty.", file=written))
    streams.tell(say("Then: {command}", command=command))
    return 0
