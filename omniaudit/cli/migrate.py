"""`omniaudit migrate`: answers files, moved to the newer version of their questionnaire."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from omniaudit import __version__
from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import naming, questionnaire_for
from omniaudit.engine.migrating import migrate
from omniaudit.interview.lock import Lock
from omniaudit.language import say
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import MAX_NOTE
from omniaudit.load.comments import comments_of
from omniaudit.load.files import STANDARD_INPUT, questionnaire_named_in, read_bytes
from omniaudit.load.kept import taken_over
from omniaudit.load.migrations import read_migrations
from omniaudit.load.older import read_outdated
from omniaudit.load.writing import answers_text
from omniaudit.problems import CannotWrite, InputRejected, Place, Problem, problem, usage
from omniaudit.render import json_migration, output, terminal
from omniaudit.render.json_migration import Moved
from omniaudit.report.screens.migration import migration, up_to_date
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, questionnaire_file, shipped_questionnaires

_BACKUP_MODE = 0o600


@dataclass(frozen=True)
class _Work:
    """One file with its old and new content; the new one is empty when there is nothing to do."""

    moved: Moved
    old: bytes
    new: bytes = b""


def command(
    files: options.Files,
    output_file: Annotated[
        str, typer.Option("-o", "--output", metavar="OUT", help="Write here; FILE stays.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be done.")
    ] = False,
    force: options.Force = False,
    as_json: options.AsJson = False,
    questionnaire: options.QuestionnaireName = "",
    lang: options.Language = "",
) -> int:
    """Move answers files to the newer version of their questionnaire.

    Shows what became of every answer; what has no place any more is kept as a comment. The file is
    written in place, and the old one kept as FILE.bak.
    """
    files = list(dict.fromkeys(files))
    _check_call(files, output_file, dry_run=dry_run)
    target = _followed(Path(output_file)) if output_file else None
    if target is not None:
        output.check(target, force=force)
    with ExitStack() as locks:
        if target is None and not dry_run:
            for file in files:
                locks.enter_context(_held(Path(file)))
        works = _worked(files, questionnaire)
        moved = [each.moved if dry_run else _written(each, target, force=force) for each in works]
    _show(moved, naming(questionnaire, lang), as_json=as_json, dry_run=dry_run)
    return exits.DONE


def _check_call(files: list[str], output_file: str, *, dry_run: bool) -> None:
    if output_file and len(files) > 1:
        raise usage(
            say("-o names one file to write, and there are {count} to read.", count=len(files)),
            say("Move them one by one, or leave -o out: each is then written in place."),
        )
    if STANDARD_INPUT in files and not output_file and not dry_run:
        raise usage(
            say("What comes on standard input cannot be written in place."),
            say("Name a file to write with -o, or add --dry-run."),
        )


@contextmanager
def _held(file: Path) -> Iterator[None]:
    """The right to write to a file, as an interview takes it."""
    path = _followed(file)
    if not os.path.isfile(path):  # noqa: PTH113 - unlike a Path, never raises
        yield  # whoever reads it tells
        return
    if not os.access(path, os.W_OK):
        why = say("it is read-only")
        raise CannotWrite([problem("O802", Place(str(path)), file=path, why=why)])
    lock = Lock(path, dt.datetime.now().astimezone())
    try:
        for each in (path, _backup(path)):
            output.sweep(each)
        yield
    finally:
        lock.release()


def _worked(files: list[str], named: str) -> list[_Work]:
    """Every file as it will be; nothing is written before all of them can be moved."""
    works: list[_Work] = []
    problems: list[Problem] = []
    for file in files:
        try:
            works.append(_work(file, named))
        except InputRejected as rejected:
            problems.extend(rejected.problems)
    if problems:
        raise InputRejected(problems)
    return works


def _work(file: str, named: str) -> _Work:
    answered = questionnaire_named_in(file).partition("@")[0]
    known = answered if answered in shipped_questionnaires() else DEFAULT_QUESTIONNAIRE
    ours = questionnaire_for([], named or known)
    maps = read_migrations(questionnaire_file(named or known).parent, ours)
    data = read_bytes(file, strict_yaml.MAX_BYTES)
    outdated = read_outdated(data, file, ours, maps)
    if outdated is None:
        return _Work(Moved(file, ours, "", None), data)
    found = migrate(outdated.sheet, outdated.way, ours, MAX_NOTE)
    comments = taken_over(comments_of(data), outdated.way, found.kept, ours.id)
    text = answers_text(found.sheet, ours, tool=f"omniaudit {__version__}", comments=comments)
    read_answers(text.encode(), file, ours, draft=True)
    return _Work(Moved(file, ours, outdated.version, found), data, text.encode())


def _written(work: _Work, target: Path | None, *, force: bool) -> Moved:
    """Write what changed: in place with the old file beside it, or to another file."""
    if work.moved.found is None:
        return work.moved
    if target is not None:
        output.write(target, work.new, force=force)
        return replace(work.moved, written=str(target))
    path = _followed(Path(work.moved.file))
    output.write(_backup(path), work.old, force=True, mode=_BACKUP_MODE)
    output.write(path, work.new, force=True)
    return replace(work.moved, written=work.moved.file)


def _show(moved: list[Moved], again: str, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        streams.put_document(json_migration.migrations(moved))
        return
    streams.put("\n".join(_page(each, again) for each in moved))
    for each in moved:
        if each.written and each.written == each.file:
            names = {"file": streams.named(each.file), "backup": streams.named(f"{each.file}.bak")}
            streams.tell(say("Wrote {file}; as it was, it is kept as {backup}.", **names))
        elif each.written:
            streams.tell(say("Wrote {file}.", file=streams.named(each.written)))
    if dry_run:
        streams.tell(say("Nothing was written."))


def _page(moved: Moved, again: str) -> str:
    file = streams.named(moved.file)
    if moved.found is None:
        return up_to_date(moved.questionnaire, file) + "\n"
    typed = f"{streams.typed_file(str(moved.written))}{again}" if moved.written else ""
    page = migration(moved.questionnaire, moved.found, start=moved.start, file=file, typed=typed)
    return terminal.render(page, streams.width())


def _followed(path: Path) -> Path:
    """The file that a link leads to in the end, so that the link stays."""
    if os.path.islink(path):  # noqa: PTH114 - unlike a Path, never raises
        return Path(os.path.realpath(path))
    return path


def _backup(path: Path) -> Path:
    return path.with_name(f"{path.name}.bak")
