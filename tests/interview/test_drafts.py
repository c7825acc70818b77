"""An answers file while a session holds it: resumed, saved, kept, and never overwritten blindly."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from omniaudit.interview import drafts
from omniaudit.model.answers import AnswerSheet
from omniaudit.problems import CannotWrite, InputRejected, InUse, OmniauditError
from omniaudit.render import output
from tests.interview.sessions import answered, beside, open_draft, sheet

BY_HAND = """\
# Asked at the till.
format: 1
questionnaire: omnichannel@1
business: {name: Libreria Aurora, profile: retail, size: small}
answers:
  data.history: 1  # the owner is sure
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "aurora.yaml"


def told(refusal: pytest.ExceptionInfo[OmniauditError]) -> str:
    (problem,) = refusal.value.problems
    return f"{problem.code} {problem.message}"


def save(file: Path, number: int) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(number))


def test_a_file_that_is_not_there_begins_without_a_sheet(file: Path) -> None:
    with open_draft(file) as draft:
        assert draft.sheet is None
        assert draft.path == file
    assert beside(file) == []


@pytest.mark.parametrize("nothing", [b"", b" \n\n"])
def test_an_empty_file_begins_without_a_sheet_too(file: Path, nothing: bytes) -> None:
    file.write_bytes(nothing)
    save(file, 1)

    assert answered(file) == 1
    assert beside(file) == ["aurora.yaml"]


def test_the_same_file_resumes(file: Path) -> None:
    save(file, 3)
    with open_draft(file) as draft:
        assert draft.sheet is not None
        assert draft.sheet.answers == sheet(3).answers
        draft.save(sheet(4))
        assert draft.sheet == sheet(4)

    assert answered(file) == 4


def test_nothing_but_the_file_is_left_at_the_end(file: Path) -> None:
    with open_draft(file) as draft:
        for number in range(5):
            draft.save(sheet(number))
        seen = beside(file)

    assert seen == [".aurora.yaml.lock", "aurora.yaml"]
    assert beside(file) == ["aurora.yaml"]


def test_a_new_file_is_for_its_owner_and_an_old_one_keeps_its_mode(file: Path) -> None:
    save(file, 1)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

    file.chmod(0o640)
    save(file, 2)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_comments_and_warnings_of_a_file_written_by_hand_are_kept(file: Path) -> None:
    file.write_text(BY_HAND.replace("data.history: 1", "data.consent: {not-applicable: none}"))
    with open_draft(file) as draft:
        assert draft.sheet is not None
        assert [each.code for each in draft.sheet.warnings] == ["A421"]
        draft.save(draft.sheet)

    assert "# Asked at the till." in file.read_text()
    assert "# the owner is sure" in file.read_text()


def test_the_file_as_it_was_before_the_session_is_kept_once(file: Path) -> None:
    file.write_text(BY_HAND)
    file.chmod(0o644)
    kept = file.with_name("aurora.yaml.bak")
    with open_draft(file) as draft:
        assert not kept.exists()
        draft.save(sheet(2))
        first = kept.stat()
        draft.save(sheet(3))

    assert os.path.samestat(kept.stat(), first)
    assert kept.read_text() == BY_HAND
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    second = file.read_bytes()
    kept.chmod(0o644)
    save(file, 4)
    assert kept.read_bytes() == second
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_file_that_is_refused_is_told_with_its_problems_and_left_alone(file: Path) -> None:
    file.write_text(BY_HAND + "  data.identity: 7\n  data.cosnent: 2\n")
    before = file.read_bytes()
    with pytest.raises(InputRejected) as refusal:
        open_draft(file)

    assert [each.code for each in refusal.value.problems] == ["A404", "A403"]
    assert file.read_bytes() == before
    assert beside(file) == ["aurora.yaml"]


def test_a_second_session_is_refused_and_free_after_the_first(file: Path) -> None:
    with open_draft(file), pytest.raises(InUse) as refusal:
        open_draft(file)

    assert told(refusal).startswith(f"O804 {file} is open in another session: process ")
    assert answered(file) == 0


# Links


def test_a_link_stays_and_the_file_it_points_at_gets_the_answers(file: Path) -> None:
    real = file.parent / "kept" / "real.yaml"
    real.parent.mkdir()
    file.symlink_to(real)
    save(file, 1)
    save(file, 2)

    assert file.is_symlink()
    assert answered(real) == 2
    assert beside(real) == ["real.yaml", "real.yaml.bak"]
    assert beside(file) == ["aurora.yaml", "kept"]


def test_a_link_and_its_file_are_one_file_for_two_sessions(file: Path) -> None:
    link = file.with_name("link.yaml")
    link.symlink_to(file)
    with open_draft(file), pytest.raises(InUse):
        open_draft(link)


def test_a_link_that_goes_round_is_refused(file: Path) -> None:
    file.symlink_to(file)
    with pytest.raises((InputRejected, CannotWrite)):
        open_draft(file)

    assert beside(file) == ["aurora.yaml"]


# What killed sessions leave


def test_only_what_sessions_on_this_very_file_left_is_swept(file: Path) -> None:
    long = file.with_name("aurora.yaml" * 10)
    longer = file.with_name("aurora.yaml" * 11)
    starts = {each: output._temporary_start(each) for each in (file, long, longer)}  # noqa: SLF001
    left = {each: file.with_name(f"{start}{'0' * 16}.tmp") for each, start in starts.items()}
    for each in left.values():
        each.write_text("half a fi")
    other = file.with_name(".aurora.yaml.tmp")
    other.write_text("somebody's own")
    folder = file.with_name(f"{starts[file]}{'1' * 16}.tmp")
    folder.mkdir()
    link = file.with_name(f"{starts[file]}{'2' * 16}.tmp")
    link.symlink_to(other)
    open_draft(file).close()

    assert len(set(starts.values())) == 3
    assert not left[file].exists()
    assert all(each.exists() for each in (left[long], left[longer], other, folder))
    assert link.is_symlink()


def test_nobody_sweeps_while_a_session_saves(file: Path) -> None:
    with open_draft(file):
        unfinished = file.with_name(f"{output._temporary_start(file)}{'0' * 16}.tmp")  # noqa: SLF001
        unfinished.write_text("half a fi")
        with pytest.raises(InUse):
            open_draft(file)
        assert unfinished.exists()


# Somebody else


def changed_by_hand(file: Path) -> None:
    file.write_text(BY_HAND)


def replaced_by_a_link(file: Path) -> None:
    moved = file.with_name("moved.yaml")
    file.rename(moved)
    file.symlink_to(moved)


def replaced_by_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def grown_beyond_reading(file: Path) -> None:
    with file.open("ab") as end:
        end.write(b"#" * 300_000)


@pytest.mark.parametrize(
    "change", [changed_by_hand, replaced_by_a_link, replaced_by_a_folder, grown_beyond_reading]
)
def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(file: Path, change: object) -> None:
    assert callable(change)
    mine = file.with_name("aurora.mine.yaml")
    with open_draft(file) as draft:
        draft.save(sheet(1))
        change(file)
        kind = file.lstat()
        with pytest.raises(CannotWrite) as refusal:
            draft.save(sheet(2))

        assert told(refusal) == (
            f"O805 {file} was changed by another program; it stays so, and your answers are in"
            f" {mine}."
        )
        assert os.path.samestat(file.lstat(), kind)
        assert file.lstat().st_mtime_ns == kind.st_mtime_ns

    assert answered(mine) == 2


def test_all_that_follows_goes_into_the_same_file_of_our_own(file: Path) -> None:
    file.with_name("aurora.mine.yaml").write_text("of an earlier session")
    with open_draft(file) as draft:
        changed_by_hand(file)
        for number in (1, 2):
            with pytest.raises(CannotWrite) as refusal:
                draft.save(sheet(number))
            assert "aurora.mine-2.yaml" in told(refusal)

    assert answered(file.with_name("aurora.mine-2.yaml")) == 2
    assert file.with_name("aurora.mine.yaml").read_text() == "of an earlier session"
    assert file.read_text() == BY_HAND


def test_a_file_that_appeared_meanwhile_is_not_overwritten(file: Path) -> None:
    with open_draft(file) as draft:
        changed_by_hand(file)
        with pytest.raises(CannotWrite):
            draft.save(sheet(1))

    assert file.read_text() == BY_HAND


def test_a_change_that_no_time_stamp_shows_is_seen(file: Path) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        was = file.stat()
        text = file.read_text()
        with file.open("r+") as same:
            same.write(text.replace("level: 2", "level: 3").replace(": 2\n", ": 3\n"))
        os.utime(file, ns=(was.st_atime_ns, was.st_mtime_ns))
        assert file.stat().st_size == was.st_size
        with pytest.raises(CannotWrite):
            draft.save(sheet(2))


def test_a_file_that_was_deleted_meanwhile_is_written_again(file: Path) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        file.unlink()
        draft.save(sheet(2))

    assert answered(file) == 2


def test_a_file_that_was_only_touched_is_no_change(file: Path) -> None:
    with open_draft(file) as draft:
        draft.save(sheet(1))
        file.write_bytes(file.read_bytes())
        file.chmod(0o644)
        draft.save(sheet(2))

    assert answered(file) == 2


# Where nothing can be saved


def test_a_folder_is_no_file(file: Path) -> None:
    with pytest.raises(InputRejected) as refusal:
        open_draft(file.parent)

    assert told(refusal).startswith("F102 ")


def test_a_folder_that_is_not_there_is_told_before_the_first_question(file: Path) -> None:
    with pytest.raises(CannotWrite) as refusal:
        open_draft(file.parent / "nowhere" / "aurora.yaml")

    assert told(refusal).endswith("there is no such folder.")


@pytest.mark.parametrize("name", ["a\0b", "x" * 250, "x" * 300])
def test_a_name_that_no_disk_takes_is_told_too(file: Path, name: str) -> None:
    with pytest.raises(OmniauditError):
        open_draft(file.with_name(name))

    assert beside(file) == []


def test_a_file_that_is_read_only_is_told_before_the_first_question(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(BY_HAND)
    file.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(CannotWrite) as refusal:
        open_draft(file)

    assert told(refusal) == f"O802 {file} cannot be written: it is read-only."
    assert beside(file) == ["aurora.yaml"]


def test_no_answers_are_written_that_could_not_be_read_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_large(sheet: AnswerSheet, *_: object, **__: object) -> str:
        raise CannotWrite([])

    with open_draft(file) as draft:
        draft.save(sheet(1))
        monkeypatch.setattr(drafts, "answers_text", too_large)
        with pytest.raises(CannotWrite):
            draft.save(sheet(2))

    assert answered(file) == 1
