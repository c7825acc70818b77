"""`omniaudit new`: a commented answers file to fill in with an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.forms.blank import blank_answers, name_from
from omniaudit.load.files import load_questionnaire
from omniaudit.problems import did_you_mean, usage
from omniaudit.render import output
from omniaudit.resources import DEFAULT_QUESTIONNAIRE


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; - is stdout.")],
    profile: Annotated[
        str, typer.Option("--profile", metavar="PROFILE", help="The kind of business.")
    ] = "retail",
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = DEFAULT_QUESTIONNAIRE,
) -> int:
    """Write an answers file to fill in.

    Every question, ladder and hint stands in it as a comment.
    """
    ours = load_questionnaire(questionnaire)
    if profile not in ours.profile:
        hint = did_you_mean(profile, ours.profile)
        known = ", ".join(ours.profile)
        raise usage(f"--profile: there is no profile `{profile}`.{hint}", f"Choose one of {known}.")
    text = blank_answers(ours, profile, name_from(file))
    if file == "-":
        streams.put(text)
        return 0
    output.write(Path(file), text.encode(), force=force)
    streams.tell(
        f"Wrote {streams.named(file)}: fill in what you know and leave the rest empty.\n"
        f"Then: omniaudit check {streams.typed_file(file)}"
    )
    return 0
