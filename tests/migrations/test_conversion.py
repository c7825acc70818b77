"""What becomes of answers on their way: nothing that was said is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omniaudit.engine.conversion import Arrival, joined
from omniaudit.engine.migrating import migrate
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.clean_text import MAX_NOTE
from omniaudit.load.comments import comments_of
from omniaudit.load.migrations import ids_of, read_migrations
from omniaudit.load.older import read_outdated
from omniaudit.load.writing import answers_text, quoted, reply_text
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    Business,
    Coverage,
    Evidence,
    Handoff,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.migration import Ids, Kind, Migration, Move, StepReply, Version
from omniaudit.problems import InputRejected
from tests.load.sheets import LEVELS, NOTES, REASONS, RESULTS, answer_strategy, fit_strategy
from tests.migrations.counters import (
    BAKERY,
    COUNTER,
    TOOL,
    copied,
    counter,
    maps,
    moved,
    sheet_of,
)

HEAD = "format: 1\nquestionnaire: counter@1\nbusiness: {name: B, profile: retail, size: small}\n"


def join(*answers: Answer, longest: int = MAX_NOTE) -> tuple[Answer, list[Answer]]:
    """Answers put together, and what of them is kept besides."""
    found = [Arrival(f"q{number}", each, each) for number, each in enumerate(answers)]
    answer, left = joined(found, longest)
    return answer, [each.reply for each in left]


def test_the_lowest_level_counts_with_the_weakest_support() -> None:
    high = Answered(3, Coverage.LARGELY, Evidence.TESTED, "a")
    low = Answered(1, Coverage.FULLY, Evidence.SEEN, "b")

    answer, left = join(high, low)

    assert answer == Answered(1, Coverage.LARGELY, Evidence.SEEN, "a\nb", flagged=True)
    assert left == [replace(high, note=""), replace(low, note="")]


def test_what_is_the_same_is_not_kept_twice() -> None:
    assert join(Answered(2, note="a"), Answered(2, note="a")) == (
        Answered(2, note="a", flagged=True),
        [],
    )


@pytest.mark.parametrize(
    ("answers", "answer", "left"),
    [
        ((Answered(2), Unknown("why")), Unknown("why", flagged=True), [Answered(2)]),
        (
            (Answered(2), NotApplicable("no shop")),
            Answered(2, flagged=True),
            [NotApplicable("no shop")],
        ),
        (
            (NotApplicable("no shop"), NotApplicable("no web")),
            NotApplicable("no shop\nno web", flagged=True),
            [],
        ),
        ((NotAsked("ask"), Answered(2)), Answered(2, note="ask", flagged=True), []),
        ((NotAsked("ask"), NotAsked("again")), NotAsked("ask\nagain"), []),
        ((NotAsked("ask", flagged=True), NotAsked("me")), NotAsked("ask\nme", flagged=True), []),
    ],
)
def test_what_is_missing_is_told_apart(
    answers: tuple[Answer, ...], answer: Answer, left: list[Answer]
) -> None:
    assert join(*answers) == (answer, left)


def test_notes_without_room_are_kept_whole() -> None:
    first, second = Answered(2, note="a" * 6), Answered(2, note="b" * 6)

    answer, left = join(first, second, longest=12)

    assert answer == Answered(2, note="a" * 6, flagged=True)
    assert left == [first, second]


def test_reasons_without_room_are_kept_whole() -> None:
    first, second = NotApplicable("a" * 6), NotApplicable("b" * 6)

    assert join(first, second, longest=12)[1] == [first, second]


def test_a_level_that_became_unknown_is_kept() -> None:
    was = Answered(3, note="a")
    blurred = Arrival("q", was, Unknown("a"), is_doubtful=True)

    assert joined([blurred], MAX_NOTE)[1][0].reply == Answered(3)
    assert joined([blurred, Arrival("r", Unknown(), Unknown())], MAX_NOTE)[1][0].old == "q"


def migration(*moves: Move) -> Migration:
    names: dict[Kind, frozenset[str]] = {"question": frozenset(), "fit": frozenset()}
    return Migration(Version(1), Version(2), moves, Ids(names, {}, is_whole=False))


SHEET = AnswerSheet(Business("B", "shops", "tiny", ("store", "hotline", "phone", "fax")))


def test_a_note_alone_is_split_without_a_flag() -> None:
    split = Move("split", "question", ("a",), ("data.history", "data.consent"), notes_on_all=False)
    sheet = replace(SHEET, answers={"a": NotAsked("ask")})

    found = migrate(sheet, [migration(split)], counter(2), MAX_NOTE)

    assert found.sheet.answers == {"data.history": NotAsked("ask")}
    assert found.second_look == ()


def test_a_ladder_that_left_the_level_is_no_change() -> None:
    same = Move("rescaled", "question", ("data.history",), ("data.history",), {2: 2})
    sheet = replace(SHEET, answers={"data.history": Answered(2)})

    found = migrate(sheet, [migration(same)], counter(2), MAX_NOTE)

    assert (found.changes, found.unchanged) == ((), 1)


def test_channels_that_become_one_keep_every_handoff() -> None:
    both = Move("renamed", "channel", ("hotline",), ("phone",))
    gone = Move("removed", "channel", ("fax",), why="no paper")
    sheet = replace(
        SHEET,
        handoffs={
            ("store", "phone"): Handoff(1),
            ("store", "hotline"): Handoff(2),
            ("hotline", "phone"): Handoff(3),
            ("fax", "store"): Handoff(0),
        },
    )

    found = migrate(sheet, [migration(both, gone)], counter(2), MAX_NOTE)

    assert found.sheet.business.channels == ("store", "phone")
    assert found.sheet.handoffs == {("store", "phone"): Handoff(1)}
    assert [(each.name, each.why) for each in found.kept] == [
        ("channels: fax", "no paper"),
        ("store -> hotline", ""),
        ("hotline -> phone", ""),
        ("fax -> store", "no paper"),
    ]


def test_steps_that_become_one_are_both_kept() -> None:
    both = Move("renamed", "step", ("walk/b",), ("walk/a",))
    sheet = replace(SHEET, journeys={"walk": {"a": "pass", "b": "fail"}})

    found = migrate(sheet, [migration(both)], counter(2), MAX_NOTE)

    assert found.sheet.journeys == {"walk": {"a": "pass"}}
    assert [(each.name, each.reply) for each in found.kept] == [("walk/b", StepReply("fail"))]


def test_a_note_on_a_step_goes_with_it() -> None:
    renamed = Move("renamed", "journey", ("walk",), ("stroll",))
    sheet = replace(SHEET, step_notes={("walk", "a"): "n"})

    found = migrate(sheet, [migration(renamed)], counter(2), MAX_NOTE)

    assert found.sheet.step_notes == {("stroll", "a"): "n"}


def test_a_journey_that_is_gone_leaves_all_its_steps() -> None:
    gone = Move("removed", "journey", ("walk",), why="too far")
    sheet = replace(SHEET, journeys={"walk": {"a": "pass"}}, step_notes={("walk", "b"): "n"})

    found = migrate(sheet, [migration(gone)], counter(2), MAX_NOTE)

    assert (found.sheet.journeys, found.sheet.step_notes) == ({}, {})
    assert [(each.name, each.why) for each in found.kept] == [
        ("walk/a", "too far"),
        ("walk/b", "too far"),
    ]


def test_a_profile_and_a_size_can_be_renamed() -> None:
    moves = (
        Move("renamed", "profile", ("shops",), ("retail",)),
        Move("renamed", "size", ("tiny",), ("micro",)),
    )

    found = migrate(SHEET, [migration(*moves)], counter(2), MAX_NOTE)

    assert (found.sheet.business.profile, found.sheet.business.size) == ("retail", "micro")
    assert [each.kind for each in found.changes] == ["profile", "size"]


def test_a_second_look_lasts_through_later_maps() -> None:
    doubtful = Move("rescaled", "question", ("a",), ("a",), {2: 1}, doubtful=frozenset({2}))
    later = Move("renamed", "question", ("a",), ("data.history",))
    sheet = replace(SHEET, answers={"a": Answered(2)})

    found = migrate(sheet, [migration(doubtful), migration(later)], counter(2), MAX_NOTE)

    assert found.second_look == ("data.history",)


def test_every_reply_can_be_written_behind_its_id() -> None:
    assert reply_text(NotAsked()) == reply_text(StepReply(None)) == ""
    assert reply_text(Handoff(2)) == "2"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "M974"),
        ("questionnaire: counter\n", "M974"),
        ("questionnaire: counter@old\n", "M974"),
        ("questionnaire: [counter]\n", "M974"),
        ("questionnaire: counter@0\n", "M975"),
        ("questionnaire: counter@2.1.0\n", "M976"),
        ("questionnaire: counter@3\n", "M976"),
        ("questionnaire: till@1\n", "A402"),
    ],
)
def test_a_file_without_a_way_is_refused(line: str, code: str) -> None:
    text = HEAD.replace("questionnaire: counter@1\n", line)

    with pytest.raises(InputRejected) as rejected:
        read_outdated(text.encode(), "bakery.yaml", counter(2), maps())

    (found,) = rejected.value.problems
    assert found.code == code
    assert found.place.line == (2 if line else 1)


@pytest.mark.parametrize("version", ["2", "2.0.0"])
def test_a_file_of_this_version_is_up_to_date(version: str) -> None:
    text = HEAD.replace("@1", f"@{version}").encode()

    assert read_outdated(text, "bakery.yaml", counter(2), maps()) is None


@pytest.mark.parametrize("version", ["1", "1.0", "1.2.0", "1.9.7"])
def test_every_minor_version_goes_by_the_map_of_its_major_one(version: str) -> None:
    text = HEAD.replace("@1", f"@{version}").encode()

    outdated = read_outdated(text, "bakery.yaml", counter(2), maps())

    assert outdated is not None
    assert (outdated.version, len(outdated.way)) == (version, 1)


def test_an_id_of_neither_version_is_told() -> None:
    text = f"{HEAD}answers: {{data.avail: 2}}\n".encode()

    with pytest.raises(InputRejected) as rejected:
        read_outdated(text, "bakery.yaml", counter(2), maps())

    assert [each.code for each in rejected.value.problems] == ["A403"]


WALKED = "journeys:\n  by-bicycle:  # it rained\n    pump: fail\n    ride: {note: wet}\n"


@pytest.mark.parametrize(
    ("walked", "kept"),
    [
        (WALKED, ["by-bicycle/pump", "by-bicycle/ride"]),
        ("journeys:\n  by-bicycle:\n", []),
        ("journeys:\n", []),
        ("", []),
    ],
)
def test_steps_that_nobody_knows_any_more_are_read(
    walked: str, kept: list[str], tmp_path: Path
) -> None:
    newer = copied(tmp_path, with_older=False)
    (newer / "migrations" / "from-1.yaml").write_text(
        "from: 1\nto: 2\nremoved: [{journey: by-bicycle, why: too far}]\n", "utf-8"
    )
    ours = read_migrations(newer, counter(2))

    outdated = read_outdated(f"{HEAD}{walked}".encode(), "b.yaml", counter(2), ours)

    assert outdated is not None
    found = migrate(outdated.sheet, outdated.way, counter(2), MAX_NOTE)
    assert [each.name for each in found.kept] == kept
    assert found.new == ()


def test_what_is_new_is_known_where_the_oldest_version_of_a_way_is() -> None:
    outdated = read_outdated(BAKERY.read_bytes(), "bakery.yaml", counter(2), maps())
    assert outdated is not None
    (whole,) = maps()
    guessed = replace(whole, before=replace(whole.before, is_whole=False))
    later = Migration(Version(2), Version(3), (), ids_of(counter(2)))

    new = [
        migrate(outdated.sheet, (first, later), counter(2), MAX_NOTE).new
        for first in (whole, guessed)
    ]

    assert new == [("data.consent", "personalisation.offers"), ()]


def test_comments_go_where_their_answers_go() -> None:
    answers = (
        f"{HEAD}answers:\n"
        "  # about rules\n  consistency.policy: 2  # asked twice\n"
        "  # about service\n  consistency.service: 2  # asked once\n"
        "  personalisation.lifecycle: 1  # about stamps\n"
        "handoffs:\n  web -> post: 1  # by letter\n  store -> phone: 1  # by ring\n"
        "journeys:\n  # about walks\n  fetch-the-order:\n    ring: fail  # no ring\n"
        "    collect: pass  # warm\n"
        "# the end\n"
    )

    _, text = moved(answers.encode())

    assert (
        "  # about rules\n  # asked twice\n  # about service\n"
        "  consistency.service: {level: 2, flag: yes}  # asked once\n"
    ) in text
    assert "  store -> telephone: 1  # by ring\n" in text
    assert "  # about walks\n  order-and-collect:\n    pick-up: pass  # warm\n" in text
    for comment in ("# about stamps", "# by letter", "# no ring", "# the end"):
        assert text.count(comment) == 1
    again = answers_text(sheet_of(text), counter(2), tool=TOOL, comments=comments_of(text.encode()))
    assert again == text


def test_a_comment_on_an_answer_that_is_split_goes_with_its_first_part() -> None:
    answers = f"{HEAD}answers:\n  # by hand\n  integration.fulfilment: 2  # till June\n"

    _, text = moved(answers.encode())

    assert (
        "  # by hand\n  integration.fulfilment: {level: 2, flag: yes}  # till June\n"
        "  integration.after-sales: {level: 2, flag: yes}\n"
    ) in text


def test_a_file_without_losses_keeps_nothing_besides() -> None:
    found, text = moved(f"{HEAD}answers: {{integration.coverage: 2}}\n".encode())

    assert found.kept == ()
    assert "# Kept" not in text


@st.composite
def sheets(draw: st.DrawFn) -> AnswerSheet:
    """Sheets of the older version."""
    ours = counter(1)
    pairs = [(start, end) for start in ours.channel for end in ours.channel if start != end]
    steps = [step.id for step in ours.journey["fetch-the-order"].steps]
    return AnswerSheet(
        Business("B", "retail", "small", tuple(ours.channel)),
        answers=draw(st.dictionaries(st.sampled_from(list(ours.capability)), answer_strategy())),
        fit=draw(
            st.dictionaries(st.sampled_from([each.id for each in ours.fit.items]), fit_strategy())
        ),
        handoffs=draw(
            st.dictionaries(
                st.sampled_from(pairs), st.builds(Handoff, LEVELS, LEVELS, NOTES), max_size=5
            )
        ),
        journeys={
            "fetch-the-order": draw(
                st.dictionaries(st.sampled_from(steps), st.sampled_from(RESULTS))
            )
        },
        step_notes=draw(
            st.dictionaries(st.sampled_from([("fetch-the-order", each) for each in steps]), REASONS)
        ),
    )


def texts_of(sheet: AnswerSheet) -> list[str]:
    """Every note and reason."""
    replies = [*sheet.answers.values(), *sheet.fit.values(), *sheet.handoffs.values()]
    reasons = [each.reason for each in replies if isinstance(each, NotApplicable)]
    notes = [*(each.note for each in replies), *sheet.step_notes.values()]
    return [each for each in (*notes, *reasons) if each]


@settings(deadline=None, max_examples=150)
@given(sheets())
def test_no_note_and_no_reason_is_ever_lost(sheet: AnswerSheet) -> None:
    _, text = moved(answers_text(sheet, counter(1), tool=TOOL).encode())

    for note in texts_of(sheet):
        assert quoted(note)[1:-1] in text


@settings(deadline=None, max_examples=100)
@given(sheets())
def test_a_moved_file_reads_as_it_was_meant_and_stays(sheet: AnswerSheet) -> None:
    found, text = moved(answers_text(sheet, counter(1), tool=TOOL).encode())
    read = sheet_of(text)

    assert replace(read, sha256="", warnings=()) == found.sheet
    assert read_outdated(text.encode(), "b.yaml", counter(2), maps()) is None
    assert answers_text(read, counter(2), tool=TOOL, comments=comments_of(text.encode())) == text


@settings(deadline=None, max_examples=100)
@given(sheets())
def test_what_the_map_does_not_name_stays_equal(sheet: AnswerSheet) -> None:
    sheet = sheet_of(answers_text(sheet, counter(1), tool=TOOL), 1)
    found, _ = moved(answers_text(sheet, counter(1), tool=TOOL).encode())
    (ours,) = maps()
    touched = {old for move in ours.moves for old in move.old}

    for name in ("integration.coverage", "consistency.pricing"):
        assert name not in touched
        assert found.sheet.answer(name) == sheet.answer(name)
    untouched = {name for name in sheet.fit if name not in touched}
    assert all(found.sheet.fit[name] == sheet.fit[name] for name in untouched)
    for pair, handoff in sheet.handoffs.items():
        if not touched & {*pair}:
            assert found.sheet.handoffs[pair] == handoff


def test_the_sample_of_these_tests_is_of_its_version() -> None:
    sheet = sheet_of(BAKERY.read_text("utf-8"), 1)

    assert len(texts_of(sheet)) > 8
    assert load_questionnaire(str(COUNTER / "1")).version == "1.2.0"
