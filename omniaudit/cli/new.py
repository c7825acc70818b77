"""`omniaudit new`: an answers file to fill in with an editor, or a questionnaire of one's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from omniaudit.cli import options, streams
from omniaudit.cli.editor_schemas import AnswersSchema
from omniaudit.cli.questionnaires import questionnaire_for, typed_with
from omniaudit.forms.answers_schema import editor_line
from omniaudit.forms.blank import blank_answers, name_from
from omniaudit.forms.new_questionnaire import QUESTIONNAIRE, SCHEMA, starter
from omniaudit.forms.questionnaire_schema import questionnaire_schema
from omniaudit.language import say
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.problems import CannotWrite, UsageError, did_you_mean, usage
from omniaudit.render import json, output
from omniaudit.resources import shipped_questionnaires

_USUAL = "retail"
_ENDINGS = (".yaml", ".yml")


File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]",
        help="The answers file to write; - is stdout. Without it, --questionnaire is started.",
        show_default=False,
    ),
]
Profile = Annotated[
    str,
    typer.Option(
        "--profile", metavar="PROFILE", help="The kind of business; retail, or else the first."
    ),
]
Schema = Annotated[
    bool,
    typer.Option("--schema/--no-schema", help="Also write what editors complete and check it by."),
]


def command(
    file: File = "",
    profile: Profile = "",
    schema: Schema = True,
    force: options.Force = False,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Write an answers file to fill in.

    Every question, ladder and hint stands in it as a comment. Without FILE, start a
    questionnaire of your own in the folder that --questionnaire names.
    """
    if not file:
        _start(questionnaire, force=force)
        return 0
    ours = questionnaire_for([], questionnaire)
    text = blank_answers(ours, _profile(ours, profile), name_from(file))
    if file == "-":
        streams.put(text)
        return 0
    beside = _write(Path(file), text, ours if schema else None, force=force)
    written = streams.named(file)
    streams.tell(say("Wrote {file}: fill in what you know and leave the rest empty.", file=written))
    if beside:
        streams.tell(say("Editors complete and check it by {file}.", file=streams.named(beside)))
    check = f"omniaudit check {typed_with(questionnaire, lang, file)}"
    streams.tell(say("Then: {command}", command=check))
    return 0


def _write(path: Path, text: str, ours: Questionnaire | None, *, force: bool) -> Path | None:
    """Write the answers file, and the schema of a questionnaire beside it; its path."""
    output.check(path, force=force)
    beside = AnswersSchema(path, ours, force=force) if ours else None
    head = f"{editor_line(ours)}\n" if ours else ""
    output.write(path, f"{head}{text}".encode(), force=force)
    if beside:
        beside.write()
    return beside.path if beside else None


def _profile(ours: Questionnaire, wanted: str) -> str:
    if not wanted:
        return _USUAL if _USUAL in ours.profile else ours.profiles[0].id
    if wanted in ours.profile:
        return wanted
    hint = did_you_mean(wanted, ours.profile)
    raise usage(
        say("--profile: there is no profile `{word}`.{hint}", word=wanted, hint=hint),
        say("Choose one of {known}.", known=", ".join(ours.profile)),
    )


def _start(named: str, *, force: bool) -> None:
    """Write the files of a new questionnaire into a folder."""
    folder = Path(named)
    _refuse(named, folder, force=force)
    texts = dict(starter(streams.named(named)))
    texts[SCHEMA] = f"{json.text(questionnaire_schema())}\n"
    last = texts.pop(QUESTIONNAIRE)  # so that there is no questionnaire before all of it is there
    paths = {folder / name: text for name, text in {**texts, QUESTIONNAIRE: last}.items()}
    _write_all(folder, paths, force=force)
    started = streams.named(folder / QUESTIONNAIRE)
    streams.tell(say("Wrote {file}: a questionnaire to go on from.", file=started))
    check = f"omniaudit questions check {streams.typed_file(named)}"
    streams.tell(say("Then: {command}", command=check))


def _write_all(folder: Path, paths: Mapping[Path, str], *, force: bool) -> None:
    """Write all files, or leave nothing that was not there before."""
    above = reversed(folder.parents)
    places = list(dict.fromkeys([*above, folder, *(path.parent for path in paths)]))
    new = [each for each in (*paths, *reversed(places)) if not os.path.lexists(each)]
    try:
        for path in paths:
            _make_folder(path.parent, folder)
            output.check(path, force=force)
        for path, text in paths.items():
            output.write(path, text.encode(), force=force)
    except CannotWrite:
        for each in new:
            with suppress(OSError):
                each.rmdir() if each in places else each.unlink()
        raise


def _make_folder(path: Path, home: Path) -> None:
    """Make a folder of the questionnaire, which is not to lead out of it."""
    if path != home and os.path.islink(path):  # noqa: PTH114 - unlike a Path, never raises
        raise output.cannot(path, say("it is a link to another place"))
    output.make_folder(path)


def _refuse(named: str, folder: Path, *, force: bool) -> None:
    """Refuse to start a questionnaire where something else was meant.

    Raises:
        UsageError: when nothing is named, or what is named cannot be a new folder.
    """
    if not named:
        raise usage(
            say("There is neither a file nor a questionnaire to write."),
            say(
                "Name an answers file, as in `omniaudit new shop.yaml`, or a folder for a"
                " questionnaire of your own: `omniaudit new --questionnaire FOLDER`."
            ),
        )
    if named in shipped_questionnaires():
        raise _is_there(
            named, say("For one of your own, name another folder, such as `./{name}`.", name=named)
        )
    if folder.suffix in _ENDINGS or os.path.isfile(folder):  # noqa: PTH113 - unlike a Path, never raises
        raise usage(
            say("--questionnaire: `{word}` is no folder.", word=named),
            say("Name the folder in which a questionnaire of your own shall be started."),
        )
    if not force and os.path.exists(folder / QUESTIONNAIRE):  # noqa: PTH110 - the same
        raise _is_there(named, say("To begin it again from nothing, add --force."))


def _is_there(named: str, otherwise: str) -> UsageError:
    answer = f"omniaudit new FILE --questionnaire {streams.typed(named)}"
    return usage(
        say("--questionnaire: there is a questionnaire `{word}` already.", word=named),
        say("To answer it, name a file: `{command}`.", command=answer) + " " + otherwise,
    )
