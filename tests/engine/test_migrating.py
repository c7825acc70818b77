"""A sheet on its way to a newer version: what moves, what is told, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from omniaudit.engine.migrating import migrate
from omniaudit.load.migrations import ids_of
from omniaudit.model.answers import Answered, AnswerSheet, Handoff, NotAsked, Unknown
from omniaudit.model.migration import Change, Ids, Kept, Migrated, Migration, Move, Version
from tests.engine.sheets import QUESTIONNAIRE, sheet

HISTORY, CONSENT, BRAND = "data.history", "data.consent", "consistency.brand"
JOURNEY = QUESTIONNAIRE.journeys[0]
STEP = JOURNEY.steps[0].id
FULL, *_ = [each.id for each in QUESTIONNAIRE.fit.items]
QUESTIONS = len(QUESTIONNAIRE.capabilities_for("retail"))
OPEN = QUESTIONS + len(QUESTIONNAIRE.fit.items)
WHOLE = ids_of(QUESTIONNAIRE)


def given(**parts: Any) -> AnswerSheet:  # noqa: ANN401 - parts of a sheet
    """A sheet on which nothing else is answered."""
    return replace(sheet(), **{"answers": {}, **parts})


def moved(start: AnswerSheet, *moves: Move, before: Ids = WHOLE, longest: int = 100) -> Migrated:
    """The sheet after one map from version 1 to 2."""
    way = [Migration(Version(1), Version(2), moves, before)]
    return migrate(start, way, QUESTIONNAIRE, longest)


def test_what_was_flagged_before_needs_no_second_look() -> None:
    before = given(answers={HISTORY: Answered(2, flagged=True)})
    found = moved(before, Move("renamed", "question", (HISTORY,), (CONSENT,)))

    assert found.sheet.answers == {CONSENT: Answered(2, flagged=True)}
    assert found.second_look == ()


def test_what_has_become_doubtful_needs_a_second_look() -> None:
    levels = {0: 0, 1: 1, 2: 1, 3: None}
    rescaled = Move(
        "rescaled", "question", (HISTORY,), (HISTORY,), levels, frozenset({2}), why="finer"
    )
    sure, doubtful, unknown = (
        moved(given(answers={HISTORY: Answered(level, note="n")}), rescaled) for level in (1, 2, 3)
    )

    assert (sure.second_look, sure.changes, sure.unchanged) == ((), (), 1)
    assert doubtful.sheet.answers == {HISTORY: Answered(1, note="n", flagged=True)}
    assert (doubtful.second_look, doubtful.kept) == ((HISTORY,), ())
    assert unknown.sheet.answers == {HISTORY: Unknown("n", flagged=True)}
    assert unknown.second_look == (HISTORY,)
    assert unknown.kept == (Kept(Version(1), "question", HISTORY, Answered(3), "finer"),)


def test_answers_that_meet_are_joined_and_looked_at_again() -> None:
    move = Move("joined", "question", (HISTORY, CONSENT), (BRAND,), why="one thing")
    both = {HISTORY: Answered(1), CONSENT: Answered(2)}
    found = moved(given(answers=both), move)
    alone = moved(given(answers={CONSENT: Answered(2)}), move)

    assert found.sheet.answers == {BRAND: Answered(1, flagged=True)}
    assert found.second_look == (BRAND,)
    assert found.kept == (Kept(Version(1), "question", CONSENT, Answered(2), "one thing"),)
    (change,) = found.changes
    assert change == Change(
        "joined",
        "question",
        (HISTORY, CONSENT),
        (BRAND,),
        (Answered(1), Answered(2)),
        (Answered(1, flagged=True),),
        "one thing",
    )
    assert alone.sheet.answers == {BRAND: Answered(2, flagged=True)}
    assert (alone.changes[0].old, alone.kept) == ((CONSENT,), ())


@pytest.mark.parametrize(("room", "kept"), [(7, 0), (6, 2)])
def test_notes_are_put_together_as_far_as_there_is_room(room: int, kept: int) -> None:
    move = Move("joined", "question", (HISTORY, CONSENT), (BRAND,))
    answers = {HISTORY: Answered(1, note="one"), CONSENT: Answered(1, note="two")}
    found = moved(given(answers=answers), move, longest=room)

    assert found.sheet.answers[BRAND].note == ("one" if kept else "one\ntwo")
    assert len(found.kept) == kept


@pytest.mark.parametrize(("on_all", "second"), [(True, "both"), (False, "")])
def test_the_note_of_a_split_question_goes_where_the_map_says(on_all: bool, second: str) -> None:  # noqa: FBT001
    move = Move("split", "question", (HISTORY,), (CONSENT, BRAND), notes_on_all=on_all)
    found = moved(given(answers={HISTORY: Answered(2, note="both")}), move)

    assert found.sheet.answers == {
        CONSENT: Answered(2, note="both", flagged=True),
        BRAND: Answered(2, note=second, flagged=True),
    }
    assert found.second_look == (CONSENT, BRAND)


def test_what_is_removed_is_kept_with_its_reason() -> None:
    removed = Move("removed", "question", (HISTORY,), why="old")
    found = moved(given(answers={HISTORY: Answered(2), BRAND: Answered(1)}), removed)

    assert found.sheet.answers == {BRAND: Answered(1)}
    assert found.kept == (Kept(Version(1), "question", HISTORY, Answered(2), "old"),)
    assert [(each.how, each.before, each.after) for each in found.changes] == [
        ("removed", (Answered(2),), ())
    ]


def test_moves_of_what_nobody_answered_are_not_told() -> None:
    moves = (
        Move("renamed", "question", (HISTORY,), (CONSENT,)),
        Move("renamed", "fit", (HISTORY,), (FULL,)),
        Move("renamed", "size", ("micro",), ("small",)),
        Move("renamed", "channel", ("web",), ("phone",)),
        Move("renamed", "journey", ("old",), (JOURNEY.id,)),
    )

    assert moved(given(answers={BRAND: Answered(1)}), *moves).changes == ()


def test_the_business_is_called_as_the_newer_version_calls_it() -> None:
    start = given()
    shop = replace(start.business, profile="shop", size="big", channels=("web", "shop", "post"))
    found = moved(
        replace(start, business=shop),
        Move("renamed", "profile", ("shop",), ("retail",)),
        Move("renamed", "size", ("big",), ("medium",), why="fewer classes"),
        Move("renamed", "channel", ("shop",), ("store",)),
        Move("removed", "channel", ("post",), why="nobody writes"),
    )

    business = found.sheet.business
    assert (business.profile, business.size) == ("retail", "medium")
    assert business.channels == ("web", "store")
    assert found.kept == (Kept(Version(1), "channel", "channels: post", None, "nobody writes"),)
    assert [(each.kind, each.old, each.new, each.why) for each in found.changes] == [
        ("profile", ("shop",), ("retail",), ""),
        ("size", ("big",), ("medium",), "fewer classes"),
        ("channel", ("shop",), ("store",), ""),
        ("channel", ("post",), (), "nobody writes"),
    ]


def test_a_handoff_needs_two_channels_and_comes_once() -> None:
    start = given(
        handoffs={
            ("web", "store"): Handoff(3),
            ("page", "store"): Handoff(2),
            ("web", "page"): Handoff(1),
            ("post", "web"): Handoff(0),
        }
    )
    found = moved(
        start,
        Move("renamed", "channel", ("page",), ("web",)),
        Move("removed", "channel", ("post",), why="gone"),
    )

    assert found.sheet.handoffs == {("web", "store"): Handoff(3)}
    assert [(each.name, each.reply, each.why) for each in found.kept] == [
        ("page -> store", Handoff(2), ""),
        ("web -> page", Handoff(1), ""),
        ("post -> web", Handoff(0), "gone"),
    ]
    assert {each.old for each in found.changes} == {("page",), ("post",)}


def test_steps_go_with_their_journey_and_each_comes_once() -> None:
    start = given(
        journeys={"old": {STEP: "pass", "other": "fail", "gone": "pass"}, "away": {"x": "pass"}},
        step_notes={("old", STEP): "well", ("away", "y"): "far"},
    )
    found = moved(
        start,
        Move("renamed", "journey", ("old",), (JOURNEY.id,)),
        Move("renamed", "step", ("old/other",), (f"{JOURNEY.id}/{STEP}",)),
        Move("removed", "step", ("old/gone",), why="a step"),
        Move("removed", "journey", ("away",), why="too far"),
    )

    assert found.sheet.journeys == {JOURNEY.id: {STEP: "pass"}}
    assert found.sheet.step_notes == {(JOURNEY.id, STEP): "well"}
    assert [(each.name, each.why) for each in found.kept] == [
        ("old/other", ""),
        ("old/gone", "a step"),
        ("away/x", "too far"),
        ("away/y", "too far"),
    ]
    assert [each.old for each in found.changes] == [
        ("old",),
        ("away",),
        ("old/other",),
        ("old/gone",),
    ]


def test_replies_that_stay_are_counted_and_those_without_an_answer_too() -> None:
    start = given(
        answers={HISTORY: Answered(1), CONSENT: Answered(2), BRAND: NotAsked("later")},
        fit={FULL: Answered(1)},
        handoffs={("web", "store"): Handoff(1)},
        journeys={JOURNEY.id: {STEP: "pass"}},
    )
    found = moved(start, Move("removed", "question", (CONSENT,), why="old"))

    assert found.unchanged == 5
    assert found.open == OPEN - 2


def test_what_the_older_version_did_not_ask_is_new_where_that_is_known() -> None:
    names = {**WHOLE.names, "question": WHOLE.names["question"] - {HISTORY, BRAND}}
    names["fit"] = names["fit"] - {FULL}
    before = replace(WHOLE, names=names)
    renamed = Move("renamed", "question", (CONSENT,), (BRAND,))

    assert moved(given(), before=before).new == (HISTORY, BRAND, FULL)
    assert set(moved(given(), renamed, before=before).new) == {CONSENT, HISTORY, FULL}
    assert moved(given(), before=replace(before, is_whole=False)).new == ()
    assert migrate(given(), (), QUESTIONNAIRE, 100).new == ()


def test_the_sheet_is_one_of_the_newer_version() -> None:
    found = moved(replace(given(), sha256="x", questionnaire="omnichannel@0"))

    assert found.sheet.questionnaire == f"{QUESTIONNAIRE.id}@{QUESTIONNAIRE.version}"
    assert (found.sheet.sha256, found.sheet.warnings) == ("", ())
