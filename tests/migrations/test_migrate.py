"""`omniaudit migrate` moves a file to the newer version, shows what it did, and loses nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from omniaudit.interview.drafts import Draft
from omniaudit.render.lock import Lock
from tests.cli.runner import SAMPLE, omniaudit, write
from tests.migrations.counters import (
    BAKERY,
    COUNTER,
    HERE,
    copied,
    counter,
    sheet_of,
    with_version_three,
    without_tool_version,
)

NEWER = ("--questionnaire", str(COUNTER / "2"))
NOW = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)
MOVED = (HERE / "bakery-2.yaml").read_text("utf-8")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OMNIAUDIT_QUESTIONNAIRE", raising=False)
    write("bakery.yaml", BAKERY.read_bytes())
    return tmp_path


def read(name: str) -> str:
    return Path(name).read_text("utf-8")


def names() -> list[str]:
    return sorted(each.name for each in Path().iterdir())


def test_the_file_is_moved_and_the_old_one_kept() -> None:
    done = omniaudit("migrate", "bakery.yaml", *NEWER)

    assert done.code == 0
    assert without_tool_version(read("bakery.yaml")) == MOVED
    assert Path("bakery.yaml.bak").read_bytes() == BAKERY.read_bytes()
    assert names() == ["bakery.yaml", "bakery.yaml.bak"]
    assert done.err == "Wrote bakery.yaml; as it was, it is kept as bakery.yaml.bak.\n"


def test_what_was_done_is_shown_line_by_line() -> None:
    out = omniaudit("migrate", "bakery.yaml", *NEWER).out
    assert out.replace(str(COUNTER), "counter") == (HERE / "shown.txt").read_text()


def test_moving_again_changes_nothing() -> None:
    omniaudit("migrate", "bakery.yaml", *NEWER)
    once = read("bakery.yaml")

    again = omniaudit("migrate", "bakery.yaml", *NEWER)

    assert again.code == 0
    assert again.out == "bakery.yaml is up to date with counter@2.0.0: there is nothing to do.\n"
    assert (read("bakery.yaml"), again.err) == (once, "")
    assert Path("bakery.yaml.bak").read_bytes() == BAKERY.read_bytes()


def test_what_is_kept_as_a_comment_survives_an_interview() -> None:
    omniaudit("migrate", "bakery.yaml", *NEWER)
    moved = read("bakery.yaml")

    with Draft("bakery.yaml", counter(2), now=NOW) as draft:
        assert draft.sheet is not None
        draft.save(draft.sheet)

    assert read("bakery.yaml") == moved
    assert moved.count("# Kept from counter@1: ") == 6


def test_a_dry_run_only_shows() -> None:
    with Draft("bakery.yaml", counter(1), now=NOW):
        done = omniaudit("migrate", "bakery.yaml", "--dry-run", *NEWER)

    shown = (HERE / "shown.txt").read_text().partition("\nNext\n")[0]
    assert (done.code, done.out, done.err) == (0, shown, "Nothing was written.\n")
    assert names() == ["bakery.yaml"]


def test_another_file_can_be_written() -> None:
    done = omniaudit("migrate", "bakery.yaml", "-o", "new.yaml", *NEWER)

    assert (done.code, done.err) == (0, "Wrote new.yaml.\n")
    assert "omniaudit interview new.yaml --questionnaire" in done.out
    assert without_tool_version(read("new.yaml")) == MOVED
    assert Path("bakery.yaml").read_bytes() == BAKERY.read_bytes()
    assert names() == ["bakery.yaml", "new.yaml"]


def test_another_file_is_only_replaced_when_forced() -> None:
    write("new.yaml", "mine")

    refused = omniaudit("migrate", "bakery.yaml", "-o", "new.yaml", *NEWER)
    assert (refused.code, refused.codes, read("new.yaml")) == (6, ["O801"], "mine")

    assert omniaudit("migrate", "bakery.yaml", "-o", "new.yaml", "--force", *NEWER).code == 0
    assert without_tool_version(read("new.yaml")) == MOVED


def test_standard_input_needs_a_file_to_write() -> None:
    answers = BAKERY.read_bytes()

    refused = omniaudit("migrate", "-", *NEWER, stdin=answers)
    assert (refused.code, refused.codes) == (2, ["U701"])

    assert omniaudit("migrate", "-", "-o", "new.yaml", *NEWER, stdin=answers).code == 0
    assert without_tool_version(read("new.yaml")) == MOVED


def test_one_name_is_not_enough_for_two_files() -> None:
    write("other.yaml", BAKERY.read_bytes())

    refused = omniaudit("migrate", "bakery.yaml", "other.yaml", "-o", "new.yaml", *NEWER)

    assert (refused.code, refused.codes) == (2, ["U701"])
    assert names() == ["bakery.yaml", "other.yaml"]


def test_several_files_are_moved_together_or_not_at_all() -> None:
    write("broken.yaml", BAKERY.read_bytes().replace(b"data.availability", b"data.avail"))

    refused = omniaudit("migrate", "bakery.yaml", "broken.yaml", *NEWER)
    assert (refused.code, refused.codes) == (4, ["A403"])
    assert names() == ["bakery.yaml", "broken.yaml"]

    write("broken.yaml", BAKERY.read_bytes())
    assert omniaudit("migrate", "bakery.yaml", "broken.yaml", *NEWER).code == 0
    assert read("bakery.yaml") == read("broken.yaml")


def test_the_page_shows_this_very_map_and_what_comes_of_it() -> None:
    page = (HERE.parents[1] / "docs" / "migration.md").read_text("utf-8")
    (shown_map,) = re.findall("^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (screen,) = re.findall("^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)

    assert shown_map == (COUNTER / "2" / "migrations" / "from-1.yaml").read_text("utf-8")
    command, _, shown = screen.partition("\n")
    assert command == "$ omniaudit migrate bakery.yaml --questionnaire counter/2"
    out = omniaudit("migrate", "bakery.yaml", *NEWER).out
    assert shown == out.replace(str(COUNTER), "counter")


def test_a_file_that_is_open_in_an_interview_is_left_alone() -> None:
    with Draft("bakery.yaml", counter(1), now=NOW):
        refused = omniaudit("migrate", "bakery.yaml", *NEWER)

    assert (refused.code, refused.codes) == (5, ["O804"])
    assert Path("bakery.yaml").read_bytes() == BAKERY.read_bytes()


def test_an_interview_is_kept_out_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    release = Lock.release

    def noted(lock: Lock) -> None:
        taken.append(lock.path.name)
        assert lock.path.exists()
        release(lock)

    monkeypatch.setattr(Lock, "release", noted)
    omniaudit("migrate", "bakery.yaml", *NEWER)

    assert taken == [".bakery.yaml.lock"]
    assert names() == ["bakery.yaml", "bakery.yaml.bak"]


def test_a_link_stays_one() -> None:
    Path("link.yaml").symlink_to("bakery.yaml")

    assert omniaudit("migrate", "link.yaml", *NEWER).code == 0
    assert Path("link.yaml").is_symlink()
    assert without_tool_version(read("bakery.yaml")) == MOVED


def test_a_file_that_is_not_there_is_told() -> None:
    done = omniaudit("migrate", "nothing.yaml", *NEWER)

    assert (done.code, done.codes) == (4, ["F101"])
    assert names() == ["bakery.yaml"]


def test_a_file_for_reading_only_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)

    done = omniaudit("migrate", "bakery.yaml", *NEWER)

    assert (done.code, done.codes) == (6, ["O802"])
    assert names() == ["bakery.yaml"]


def test_a_file_of_the_newest_version_that_is_shipped_is_up_to_date() -> None:
    write("aurora.yaml", SAMPLE)

    done = omniaudit("migrate", "aurora.yaml")

    assert done.code == 0
    assert done.out.startswith("aurora.yaml is up to date with omnichannel@")
    assert Path("aurora.yaml").read_bytes() == SAMPLE


def test_without_an_installed_questionnaire_of_its_name_another_is_named() -> None:
    done = omniaudit("migrate", "bakery.yaml")

    assert (done.code, done.codes) == (4, ["A402"])


def test_a_chain_of_maps_is_walked(tmp_path: Path) -> None:
    third = with_version_three(copied(tmp_path))

    done = omniaudit("migrate", "bakery.yaml", "--questionnaire", str(third))

    assert done.code == 0
    assert "  - personalisation.recognition is now called data.history: level 1\n" in done.out
    assert "  - data.history is now called data.identity: level 1\n" in done.out
    assert "questionnaire: counter@3.0.0\n" in read("bakery.yaml")
    assert "  data.identity: {level: 1, evidence: example}\n" in read("bakery.yaml")


def test_only_the_last_numbers_need_no_map(tmp_path: Path) -> None:
    newer = copied(tmp_path)
    questionnaire = newer / "questionnaire.yaml"
    text = questionnaire.read_text("utf-8")
    questionnaire.write_text(text.replace("version: 2.0.0", "version: 2.1.0"), "utf-8")
    write("bakery.yaml", MOVED)

    done = omniaudit("migrate", "bakery.yaml", "--questionnaire", str(newer))

    assert done.code == 0
    assert done.out == (
        "bakery.yaml: from version 2.0.0 to 2.1.0\n\n14 replies are as they were."
        " 2 questions are open.\n\nNext\n  omniaudit interview bakery.yaml"
        f" --questionnaire {newer}\n"
    )
    changed = without_tool_version(read("bakery.yaml"))
    assert changed == MOVED.replace("counter@2.0.0", "counter@2.1.0")


def test_a_document_for_programs_says_the_same() -> None:
    document = omniaudit("migrate", "bakery.yaml", "--json", *NEWER).document

    assert document["schema"] == "omniaudit/migration@1"
    (file,) = document["files"]
    assert (file["file"], file["written"], file["from"]) == ("bakery.yaml", "bakery.yaml", "1")
    assert file["questionnaire"]["version"] == "2.0.0"
    assert not file["up_to_date"]
    assert file["second_look"] == [
        "integration.fulfilment",
        "integration.after-sales",
        "data.availability",
        "consistency.service",
        "business.reach",
    ]
    assert file["new"] == ["data.consent", "personalisation.offers"]
    assert (file["unchanged"], file["open"]) == (4, 2)
    assert [each["how"] for each in file["changes"]] == [
        "renamed",
        "split",
        "joined",
        "rescaled",
        "removed",
        "renamed",
        "rescaled",
        "renamed",
        "renamed",
        "removed",
        "renamed",
        "removed",
    ]
    assert {each["id"]: each["reply"] for each in file["kept"]} == {
        "personalisation.lifecycle": {
            "state": "answered",
            "level": 3,
            "coverage": None,
            "evidence": "said",
            "flagged": False,
            "note": "a card with ten stamps,\nthe eleventh loaf is free",
        },
        "consistency.policy": {
            "state": "answered",
            "level": 3,
            "coverage": None,
            "evidence": "tested",
            "flagged": False,
            "note": None,
        },
        "business.reach": {
            "state": "answered",
            "level": 3,
            "coverage": None,
            "evidence": "said",
            "flagged": False,
            "note": None,
        },
        "fetch-the-order/ring": {"result": "fail", "note": "nobody rang"},
        "channels: post": None,
        "web -> post": {
            "level": 0,
            "applies": True,
            "traffic": 1,
            "note": "the parcel came late",
        },
    }


def test_a_document_for_programs_knows_every_kind_of_answer() -> None:
    answers = (
        b"format: 1\nquestionnaire: counter@1\nbusiness: {name: B, profile: retail, size: small}\n"
        b"answers:\n"
        b"  personalisation.lifecycle: {not-applicable: no card, note: none}\n"
        b"  personalisation.recognition: {level: 2, coverage: fully}\n"
        b"  integration.fulfilment: unknown\n"
        b"  data.availability: {note: ask the baker}\n"
    )
    write("bakery.yaml", answers)

    (file,) = omniaudit("migrate", "bakery.yaml", "--json", *NEWER).document["files"]

    before = {each["old"][0]: each["before"][0] for each in file["changes"]}
    assert before["personalisation.lifecycle"]["state"] == "not-applicable"
    assert before["personalisation.lifecycle"]["reason"] == "no card"
    assert before["personalisation.recognition"]["coverage"] == "fully"
    assert before["integration.fulfilment"]["state"] == "unknown"
    answers = answers.replace(
        b"  integration.fulfilment: unknown\n",
        b"  integration.fulfilment: {note: later}\n  consistency.policy: {not-applicable: alone}\n",
    )
    write("bakery.yaml", answers)
    shown = omniaudit("migrate", "bakery.yaml", *NEWER).out
    assert "integration.after-sales: not answered" in shown
    assert "consistency.policy asked: not applicable\n" in shown
    assert sheet_of(read("bakery.yaml")).answer("data.availability").note == "ask the baker"


def test_a_document_for_programs_tells_what_is_up_to_date() -> None:
    write("aurora.yaml", SAMPLE)

    (file,) = omniaudit("migrate", "aurora.yaml", "--json").document["files"]

    assert file["up_to_date"]
    assert "changes" not in file


def test_the_file_itself_as_output_is_written_in_place() -> None:
    refused = omniaudit("migrate", "bakery.yaml", "-o", "bakery.yaml", *NEWER)
    assert (refused.code, refused.codes) == (6, ["O801"])

    with Draft("bakery.yaml", counter(1), now=NOW):
        held = omniaudit("migrate", "bakery.yaml", "-o", "bakery.yaml", "--force", *NEWER)
    assert (held.code, held.codes, names()) == (5, ["O804"], ["bakery.yaml"])

    done = omniaudit("migrate", "bakery.yaml", "-o", "./bakery.yaml", "--force", *NEWER)
    assert done.err == "Wrote bakery.yaml; as it was, it is kept as bakery.yaml.bak.\n"
    assert without_tool_version(read("bakery.yaml")) == MOVED
    assert Path("bakery.yaml.bak").read_bytes() == BAKERY.read_bytes()


def test_an_output_that_is_open_in_an_interview_is_left_alone() -> None:
    write("new.yaml", MOVED)
    with Draft("new.yaml", counter(2), now=NOW):
        held = omniaudit("migrate", "bakery.yaml", "-o", "new.yaml", "--force", *NEWER)

    assert (held.code, held.codes, read("new.yaml")) == (5, ["O804"], MOVED)


def test_a_link_as_output_is_replaced_and_never_followed() -> None:
    write("mine.yaml", "mine")
    for target in ("mine.yaml", "nothing.yaml"):
        Path("link.yaml").unlink(missing_ok=True)
        Path("link.yaml").symlink_to(target)

        refused = omniaudit("migrate", "bakery.yaml", "-o", "link.yaml", *NEWER)
        assert (refused.code, refused.codes) == (6, ["O801"])
        done = omniaudit("migrate", "bakery.yaml", "-o", "link.yaml", "--force", *NEWER)
        assert done.code == 0
        assert not Path("link.yaml").is_symlink()
        assert without_tool_version(read("link.yaml")) == MOVED

    assert read("mine.yaml") == "mine"
    assert names() == ["bakery.yaml", "link.yaml", "mine.yaml"]


def test_another_file_with_the_name_of_the_backup_is_not_written_over() -> None:
    write("bakery.yaml.bak", "mine")
    Path("bakery.yaml.bak-2").symlink_to("bakery.yaml")
    Path("bakery.yaml.bak-3").mkdir()

    done = omniaudit("migrate", "bakery.yaml", *NEWER)

    assert done.err == "Wrote bakery.yaml; as it was, it is kept as bakery.yaml.bak-4.\n"
    assert read("bakery.yaml.bak") == "mine"
    assert Path("bakery.yaml.bak-4").read_bytes() == BAKERY.read_bytes()


def test_a_backup_that_holds_the_same_is_good_enough() -> None:
    write("bakery.yaml.bak", BAKERY.read_bytes())

    omniaudit("migrate", "bakery.yaml", *NEWER)

    assert names() == ["bakery.yaml", "bakery.yaml.bak"]


@pytest.mark.parametrize("files", [("", ".bak"), (".bak", "")])
def test_a_backup_that_is_moved_itself_is_not_lost(files: tuple[str, str]) -> None:
    other = BAKERY.read_bytes() + b"# the other one\n"
    write("bakery.yaml.bak", other)

    done = omniaudit("migrate", *(f"bakery.yaml{each}" for each in files), *NEWER)

    assert done.code == 0
    assert Path("bakery.yaml.bak-2").read_bytes() == BAKERY.read_bytes()
    assert Path("bakery.yaml.bak.bak").read_bytes() == other
    assert "counter@2.0.0" in read("bakery.yaml")
    assert "counter@2.0.0" in read("bakery.yaml.bak")


def test_the_backup_of_a_link_is_called_by_its_real_name() -> None:
    Path("shelf").mkdir()
    Path("bakery.yaml").rename("shelf/real.yaml")
    Path("link.yaml").symlink_to("shelf/real.yaml")

    done = omniaudit("migrate", "link.yaml", *NEWER)

    kept = Path("shelf/real.yaml.bak").resolve()
    assert kept.read_bytes() == BAKERY.read_bytes()
    assert done.err == f"Wrote link.yaml; as it was, it is kept as {kept}.\n"


def test_a_file_with_two_names_is_moved_once() -> None:
    Path("link.yaml").symlink_to("bakery.yaml")

    done = omniaudit("migrate", "bakery.yaml", "./bakery.yaml", "link.yaml", *NEWER)

    assert done.code == 0
    assert done.err.count("Wrote") == 1
    assert names() == ["bakery.yaml", "bakery.yaml.bak", "link.yaml"]


def test_with_an_output_what_is_up_to_date_is_not_written() -> None:
    write("moved.yaml", MOVED)

    assert omniaudit("migrate", "moved.yaml", "-o", "new.yaml", *NEWER).code == 0
    assert names() == ["bakery.yaml", "moved.yaml"]
