"""`omniaudit migrate`: answers files, moved to the newer version of their questionnaire."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Annotated

import typer

from omniaudit import __version__
from omniaudit.cli import exits, options, streams
from omniaudit.cli.questionnaires import naming, questionnaire_for
from omniaudit.engine.migrating import migrate
from omniaudit.language import say
from omniaudit.load import strict_yaml
from omniaudit.load.answers import read_answers
from omniaudit.load.clean_text import MAX_NOTE
from omniaudit.load.comments import comments_of
from omniaudit.load.files import STANDARD_INPUT, identity, questionnaire_named_in, read_bytes
from omniaudit.load.kept import taken_over
from omniaudit.load.migrations import read_migrations
from omniaudit.load.older import read_outdated
from omniaudit.load.writing import answers_text
from omniaudit.problems import InputRejected, Problem, usage
from omniaudit.render import json_migration, output, terminal
from omniaudit.render.json_migration import Moved
from omniaudit.render.lock import Lock
from omniaudit.report.screens.migration import migration, up_to_date
from omniaudit.resources import DEFAULT_QUESTIONNAIRE, questionnaire_file, shipped_questionnaires

_BACKUP_MODE = 0o600


@dataclass(frozen=True)
class _Work:
    """One file with its old and new content; the new one is empty when there is nothing to do."""

    moved: Moved
    old: bytes
    new: bytes = b""


@dataclass(frozen=True)
class _Done:
    """One file as it was shown or written, and where the old one is kept, if it was replaced."""

    moved: Moved
    backup: Path | None = None


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
    once = _once(files)
    files = list(once.values())
    _check_call(files, output_file, dry_run=dry_run)
    target = Path(output_file) if output_file else None
    if target is not None:
        output.check(target, force=force)
        if _identity(str(target.absolute())) in once:
            target = None  # it is the file itself, which is not replaced without a backup
    with ExitStack() as locks:
        if not dry_run:
            _take_locks(locks, files, target)
        works = _worked(files, questionnaire)
        if dry_run:
            done = [_Done(each.moved) for each in works]
        elif target is None:
            done = [_in_place(each, once) for each in works]
        else:
            done = [_elsewhere(each, target, force=force) for each in works]
    _show(done, naming(questionnaire, lang), as_json=as_json, dry_run=dry_run)
    return exits.DONE


def _once(files: list[str]) -> dict[str, str]:
    """The files by what they really are, each under the first of its names."""
    once: dict[str, str] = {}
    for file in files:
        once.setdefault(_identity(file), file)
    return once


def _take_locks(locks: ExitStack, files: list[str], target: Path | None) -> None:
    """Keep interviews out of whatever will be written."""
    if target is None:
        for file in files:
            locks.enter_context(_held(Path(file)))
    elif os.path.lexists(target):
        locks.enter_context(_locked(target))


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
    path = output.followed(file)
    if not os.path.isfile(path):  # noqa: PTH113 - unlike a Path, never raises
        yield  # whoever reads it tells
        return
    if not os.access(path, os.W_OK):
        raise output.cannot(path, say("it is read-only"))
    with _locked(path):
        for each in (path, next(_backups(path))):
            output.sweep(each)
        yield


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    lock = Lock(path, dt.datetime.now().astimezone())
    try:
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
    answered = questionnaire_named_in(file)
    known = answered.partition("@")[0]
    known = known if known in shipped_questionnaires() else DEFAULT_QUESTIONNAIRE
    ours = questionnaire_for([], named or known)
    oldest = int(answered.partition("@")[2] or 0)
    maps = read_migrations(questionnaire_file(named or known).parent, ours, oldest)
    data = read_bytes(file, strict_yaml.MAX_BYTES)
    outdated = read_outdated(data, file, ours, maps)
    if outdated is None:
        return _Work(Moved(file, ours, "", None), data)
    found = migrate(outdated.sheet, outdated.way, ours, MAX_NOTE)
    comments = taken_over(comments_of(data), outdated.way, found.kept, ours.id)
    text = answers_text(found.sheet, ours, tool=f"omniaudit {__version__}", comments=comments)
    read_answers(text.encode(), file, ours, draft=True)
    return _Work(Moved(file, ours, outdated.version, found), data, text.encode())


def _elsewhere(work: _Work, target: Path, *, force: bool) -> _Done:
    """Write what changed to another file."""
    if work.moved.found is None:
        return _Done(work.moved)
    output.write(target, work.new, force=force)
    return _Done(replace(work.moved, written=str(target)))


def _in_place(work: _Work, taken: Collection[str]) -> _Done:
    """Write what changed, with the old file beside it."""
    if work.moved.found is None:
        return _Done(work.moved)
    path = output.followed(Path(work.moved.file))
    backup = _kept(path, work.old, taken)
    output.write(path, work.new, force=True)
    return _Done(replace(work.moved, written=work.moved.file), backup)


def _kept(path: Path, old: bytes, taken: Collection[str]) -> Path:
    """The file that holds the old one: written under the first free name, or there already."""
    for backup in _backups(path):
        if _identity(str(backup)) in taken:
            continue  # it is moved itself, in this very run
        if not os.path.lexists(backup):
            output.write(backup, old, mode=_BACKUP_MODE)
            return backup
        if not os.path.islink(backup) and _holds(backup, old):  # noqa: PTH114 - never raises
            return backup
    raise AssertionError  # there is no last name


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_bytes(str(path), strict_yaml.MAX_BYTES) == data
    except InputRejected:
        return False


def _show(done: list[_Done], again: str, *, as_json: bool, dry_run: bool) -> None:
    moved = [each.moved for each in done]
    if as_json:
        streams.put_document(json_migration.migrations(moved))
        return
    streams.put("\n".join(_page(each, again) for each in moved))
    for each in done:
        file = streams.named(each.moved.written)
        if each.backup:
            names = {"file": file, "backup": streams.named(each.backup)}
            streams.tell(say("Wrote {file}; as it was, it is kept as {backup}.", **names))
        elif each.moved.written:
            streams.tell(say("Wrote {file}.", file=file))
    if dry_run:
        streams.tell(say("Nothing was written."))


def _page(moved: Moved, again: str) -> str:
    file = streams.named(moved.file)
    if moved.found is None:
        return up_to_date(moved.questionnaire, file) + "\n"
    typed = f"{streams.typed_file(str(moved.written))}{again}" if moved.written else ""
    page = migration(moved.questionnaire, moved.found, start=moved.start, file=file, typed=typed)
    return terminal.render(page, streams.width())


def _backups(path: Path) -> Iterator[Path]:
    """The names that an old file may be kept under, in their order."""
    yield path.with_name(f"{path.name}.bak")
    for number in count(2):
        yield path.with_name(f"{path.name}.bak-{number}")


def _identity(file: str) -> str:
    """The same for every name of one file; standard input is itself."""
    return file if file == STANDARD_INPUT else identity(file)
