"""`omniaudit interview`: questions in a terminal, saved answer by answer."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.questionnaires import naming, questionnaire_for, whole_of
from omniaudit.interview import moves
from omniaudit.interview.drafts import Draft
from omniaudit.interview.session import Onwards, Session, begun, narrowed
from omniaudit.interview.state import Conversation
from omniaudit.interview.terminal import Terminal, usable
from omniaudit.language import say
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import UsageError, usage

Only = Annotated[
    str,
    typer.Option(
        "--only",
        metavar="flagged|unanswered|DIMENSION",
        help="Ask these questions alone, whether they are answered or not.",
    ),
]
Quick = Annotated[
    bool,
    typer.Option("--quick", help="A first look in five minutes; the same file goes on in full."),
]


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The answers file; it is made when missing.")
    ],
    go: Annotated[
        str, typer.Option("--go", metavar="ID", help="Begin at this question, such as DS2.")
    ] = "",
    only: Only = "",
    present: Annotated[
        bool, typer.Option("--present", help="For a shared screen: no notes, no file names.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without line editing, for screen readers.")
    ] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; refuse instead.")
    ] = False,
    quick: Quick = False,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> None:
    """Ask and note the answers in a terminal.

    Every answer is saved to FILE at once. Leave at any time; the same command goes on.
    """
    if no_input or file == "-" or not usable():
        raise _without_a_terminal()
    _check_ending(file)
    ours = _asked_in(file, questionnaire, quick=quick)
    now = dt.datetime.now().astimezone()
    with Draft(file, ours, now=now) as draft, Terminal(plain=plain) as terminal:
        start = replace(begun(ours, draft.sheet, now.date()), present=present, quick=quick)
        start = _at(_only(start, only), go)
        shown = "" if present else streams.typed_file(file)
        onwards = Onwards(shown, naming(questionnaire, lang), _again(only))
        Session(start, terminal, draft, onwards=onwards, clock=dt.datetime.now).hold()


def _again(only: str) -> str:
    """How --only is typed again, with a blank before it."""
    return f" --only {streams.typed(only)}" if only else ""


def _without_a_terminal() -> UsageError:
    return usage(
        say("An interview needs a terminal to ask on (Linux, macOS or WSL) and a file to save to."),
        say(
            "Run it in a terminal, or write a file to fill in with `omniaudit new FILE` and score"
            " it with `omniaudit score FILE`."
        ),
    )


def _asked_in(file: str, named: str, *, quick: bool) -> Questionnaire:
    """The questionnaire to ask: for a first look the short one, and then the whole one."""
    ours = questionnaire_for([file], named)
    whole = whole_of(ours)
    if whole and quick:
        return ours
    if whole and not named:
        streams.tell(say("All questions are asked now; what was answered is kept."))
        return whole
    if not quick:
        return ours
    if not ours.quick:
        raise usage(
            say("--quick: `{questionnaire}` has no short form.", questionnaire=ours.id),
            say("Run it without --quick."),
        )
    if os.path.lexists(file):
        raise usage(
            say("--quick: {file} has begun in full already.", file=streams.named(file)),
            say("Run it without --quick, or choose another name."),
        )
    return questionnaire_for([], ours.quick)


def _check_ending(file: str) -> None:
    """Refuse to begin `aurora` anew beside `aurora.yaml`."""
    full = f"{file}.yaml"
    if not os.path.lexists(file) and os.path.lexists(full):
        names = {"file": streams.named(file), "other": streams.named(full)}
        command = f"omniaudit interview {streams.typed_file(full)}"
        raise usage(
            say("There is no {file}, but there is {other}.", **names),
            say("Go on with `{command}`, or choose another name.", command=command),
        )


def _only(conversation: Conversation, only: str) -> Conversation:
    if not only:
        return conversation
    found = narrowed(conversation, only.lower())
    if found is None:
        known = ", ".join(("flagged", "unanswered", *conversation.agenda.sections))
        raise usage(
            say("--only: `{word}` means no questions.", word=only),
            say("Choose one of {known}.", known=known),
        )
    if not found.only:
        raise usage(
            say("--only: nothing is {word} in this file.", word=only),
            say("Run it without --only."),
        )
    return found


def _at(conversation: Conversation, go: str) -> Conversation:
    if not go:
        return conversation
    turn = moves.go(replace(conversation, at=""), go)
    if not turn.again:
        raise usage(f"--go: {turn.told[0].text}", say("`omniaudit questions list` shows all ids."))
    return replace(turn.conversation, ahead=())
