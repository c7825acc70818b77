"""`omniaudit interview`: questions in a terminal, saved answer by answer."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.interview import moves
from omniaudit.interview.drafts import Draft
from omniaudit.interview.session import Session, begun, narrowed
from omniaudit.interview.state import Conversation
from omniaudit.interview.terminal import Terminal, usable
from omniaudit.load.files import load_questionnaire
from omniaudit.problems import UsageError, usage
from omniaudit.resources import DEFAULT_QUESTIONNAIRE


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The answers file; it is made when missing.")
    ],
    go: Annotated[
        str, typer.Option("--go", metavar="ID", help="Begin at this question, such as DS2.")
    ] = "",
    only: Annotated[
        str,
        typer.Option(
            "--only",
            metavar="flagged|unanswered|DIMENSION",
            help="Ask these questions alone, whether they are answered or not.",
        ),
    ] = "",
    present: Annotated[
        bool, typer.Option("--present", help="For a shared screen: no notes, no file names.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without line editing, for screen readers.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; refuse instead.")
    ] = False,
    lang: options.Language = "",
    questionnaire: options.QuestionnaireName = DEFAULT_QUESTIONNAIRE,
) -> None:
    """Ask and note the answers in a terminal.

    Every answer is saved to FILE at once. Leave at any time; the same command goes on.
    """
    if no_input or file == "-" or not usable():
        raise _without_a_terminal()
    _check_ending(file)
    ours = load_questionnaire(questionnaire)
    options.tell_language(lang, ours.language)
    now = dt.datetime.now().astimezone()
    with Draft(file, ours, now=now) as draft, Terminal(plain=plain) as terminal:
        start = replace(begun(ours, draft.sheet, now.date()), present=present)
        start = _at(_only(start, only), go)
        shown = "" if present else streams.typed_file(file)
        Session(start, terminal, draft, file=shown, clock=dt.datetime.now).hold()


def _without_a_terminal() -> UsageError:
    return usage(
        "An interview needs a terminal to ask on (Linux, macOS or WSL) and a file to save to.",
        "Run it in a terminal, or write a file to fill in with `omniaudit new FILE` and score it"
        " with `omniaudit score FILE`.",
    )


def _check_ending(file: str) -> None:
    """Refuse to begin `aurora` anew beside `aurora.yaml`."""
    full = f"{file}.yaml"
    if not os.path.lexists(file) and os.path.lexists(full):
        raise usage(
            f"There is no {streams.named(file)}, but there is {streams.named(full)}.",
            f"Go on with `omniaudit interview {streams.typed_file(full)}`, or choose another name.",
        )


def _only(conversation: Conversation, only: str) -> Conversation:
    if not only:
        return conversation
    found = narrowed(conversation, only.lower())
    if found is None:
        known = ", ".join(("flagged", "unanswered", *conversation.agenda.sections))
        raise usage(f"--only: `{only}` means no questions.", f"Choose one of {known}.")
    if not found.only:
        raise usage(f"--only: nothing is {only} in this file.", "Run it without --only.")
    return found


def _at(conversation: Conversation, go: str) -> Conversation:
    if not go:
        return conversation
    turn = moves.go(replace(conversation, at=""), go)
    if not turn.again:
        raise usage(f"--go: {turn.told[0].text}", "`omniaudit questions list` shows all ids.")
    return replace(turn.conversation, ahead=())
