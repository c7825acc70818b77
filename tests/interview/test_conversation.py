"""What comes of every line that somebody types in an interview."""

from __future__ import annotations

import pytest

from omniaudit.model.answers import (
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
from tests.interview.talk import BOOKSHOP, DAY, QUESTIONNAIRE, Talk, bookshop

FIRST, SECOND, THIRD = (each.id for each in QUESTIONNAIRE.capabilities[:3])


def test_a_new_interview_asks_for_the_business_first() -> None:
    talk = Talk().types("Libreria Aurora", "1", "3", "1 11, 8", "store manager", "2", "")

    assert talk.sheet == AnswerSheet(
        BOOKSHOP, respondent=talk.sheet.respondent, date=DAY, mode="interview"
    )
    assert talk.sheet.respondent.role == "store manager"
    assert talk.sheet.respondent.side == "frontline"
    assert talk.at == FIRST


def test_particulars_may_be_named_in_words() -> None:
    talk = Talk().types("Aurora", "Hospitality", "micro", "website, phone", "", "", "audit")

    assert talk.sheet.business == Business("Aurora", "hospitality", "micro", ("web", "phone"))
    assert talk.sheet.mode == "audit"


@pytest.mark.parametrize(
    ("typed", "name"),
    [('"b"', "b"), ("Back & Sons", "Back & Sons"), ("go kart hall", "go kart hall"), ("7", "7")],
)
def test_a_name_is_text_unless_it_is_a_key(typed: str, name: str) -> None:
    assert Talk().types(typed).sheet.business.name == name


def test_a_wrong_particular_is_told_and_not_taken() -> None:
    talk = Talk().types("Aurora", "retial")

    assert "“retial” is no answer here" in talk.said
    assert "Did you mean `retail`?" in talk.said
    assert talk.sheet.business.profile == ""


def test_what_must_be_known_is_not_skipped() -> None:
    talk = Talk().types("s")

    assert talk.at == "business.name"
    assert "This is needed" in talk.said


def test_a_digit_answers_and_the_words_after_it_are_its_note() -> None:
    talk = bookshop().types("2 only four people have a login")

    assert talk.sheet.answer(FIRST) == Answered(2, note="only four people have a login")
    assert talk.turn.kept == "CI1 = 2, note kept."
    assert talk.at == SECOND


@pytest.mark.parametrize("typed", ["2", "2.", "2:", "2)", " 2 "])
def test_a_level_may_be_followed_by_a_sign(typed: str) -> None:
    talk = bookshop().types(typed)

    assert talk.sheet.answer(FIRST) == Answered(2) or "is no answer" in talk.said


@pytest.mark.parametrize("typed", ["1.5", "1-2", "1/2", "2½", "1 - 2"])
def test_between_two_levels_the_lower_one_counts(typed: str) -> None:
    talk = bookshop().types(typed)

    assert "the lower one counts" in talk.said
    assert talk.sheet.answer(FIRST) == NotAsked()


@pytest.mark.parametrize("typed", ["4", "22", "-1", "two", "yes", "٢", "0x1"])
def test_a_wrong_entry_is_shown_again_with_what_to_type(typed: str) -> None:
    talk = bookshop().types(typed)

    assert f"“{typed}” is no answer here. Type 0, 1, 2 or 3" in talk.said
    assert talk.sheet.answer(FIRST) == NotAsked()
    assert talk.at == FIRST


def test_words_without_a_level_become_the_note_of_the_answer() -> None:
    talk = bookshop().types("the shop closed in May")
    assert "Keep it as the note of CI1?" in talk.prompt

    talk.types("1")

    assert talk.sheet.answer(FIRST) == Answered(1, note="the shop closed in May")
    assert talk.at == SECOND


def test_words_without_a_level_are_kept_by_enter_and_left_out_by_x() -> None:
    kept = bookshop().types("the shop closed in May", "")
    left_out = bookshop().types("the shop closed in May", "x")

    assert kept.sheet.answer(FIRST) == NotAsked(note="the shop closed in May")
    assert left_out.sheet.answer(FIRST) == NotAsked()
    assert kept.at == left_out.at == FIRST


@pytest.mark.parametrize("command", ["b", "s", "l", "q", "g DS2", "d"])
def test_words_without_a_level_are_kept_when_a_command_follows(command: str) -> None:
    talk = bookshop().types("the shop closed in May", command)

    assert talk.sheet.answer(FIRST).note == "the shop closed in May"


def test_lines_pasted_with_an_answer_are_offered_as_its_note() -> None:
    talk = bookshop().types("2 four logins", pasted=("3", "1"))
    assert talk.at == FIRST
    assert talk.sheet.answer(FIRST) == Answered(2, note="four logins")
    assert talk.sheet.answer(SECOND) == NotAsked()
    assert "Keep these 2 lines as the note of CI1?" in talk.prompt

    talk.types("3")
    assert "First the note" in talk.said
    talk.types("")

    assert talk.sheet.answer(FIRST) == Answered(2, note="four logins\n3\n1")
    assert talk.at == SECOND


def test_pasted_lines_can_be_left_out() -> None:
    talk = bookshop().types("2", pasted=("3", "1")).types("x")

    assert talk.sheet.answer(FIRST) == Answered(2)
    assert talk.at == SECOND


def test_the_rest_of_a_slow_paste_joins_the_note() -> None:
    talk = bookshop().types("2", pasted=("first line",)).types("a line that came later", "y")

    assert talk.sheet.answer(FIRST).note == "first line\na line that came later"


@pytest.mark.parametrize("left", ["q", "broken off"])
def test_leaving_keeps_what_was_offered(left: str) -> None:
    talk = bookshop().types("2", pasted=("first line",))
    talk = talk.types("q") if left == "q" else talk.leaves()

    assert talk.sheet.answer(FIRST).note == "first line"


def test_of_lines_pasted_as_a_name_only_the_first_is_taken() -> None:
    talk = Talk().types("Aurora", pasted=("1", "2"))

    assert talk.sheet.business.name == "Aurora"
    assert talk.sheet.business.profile == ""
    assert "Left out: “1 2”" in talk.said


def test_back_and_enter_changes_nothing() -> None:
    talk = bookshop().types("2 a note", "1")
    before = talk.sheet

    talk.types("b")
    assert talk.prompt == "CI2 was 1. Enter keeps it, or a new answer> "
    talk.types("b", "", "")

    assert talk.sheet == before
    assert talk.at == THIRD


def test_the_same_answer_again_changes_nothing_and_says_so() -> None:
    talk = bookshop().types("2", "b", "2")

    assert "CI1 stays 2." in talk.said
    assert len(talk.now.past) == 1
    assert talk.at == SECOND


def test_after_going_back_the_later_answers_stay() -> None:
    talk = bookshop().types("2", "1", "b", "b", "3")

    assert [talk.sheet.answer(each) for each in (FIRST, SECOND)] == [Answered(3), Answered(1)]
    assert talk.turn.kept == "CI1 = 3 (was 2). u undoes."
    assert talk.at == SECOND


def test_back_goes_to_the_beginning_and_not_beyond() -> None:
    talk = bookshop().types(*"bbbbbbbb")

    assert talk.at == "business.name"
    assert "This is the first question." in talk.said


def test_the_list_can_be_asked_for_and_the_question_stays() -> None:
    talk = bookshop().types("2", "l")

    assert "CI1 Channel coverage and roles: 2" in talk.said
    assert "DS2 History at the point of contact: open" in talk.said
    assert talk.at == SECOND


@pytest.mark.parametrize("word", ["DS2", "8", "data.history", "history", "Ds2"])
def test_go_finds_a_question_by_code_number_and_name(word: str) -> None:
    assert bookshop().types(f"g {word}").at == "data.history"


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("data", "data.identity"),
        ("fit", "resources.budget"),
        ("handoffs", "handoffs.store"),
        ("web", "handoffs.web"),
        ("J1", "bought-online-helped-in-store.buy-online"),
        ("40.2", "bought-online-helped-in-store.go-to-store"),
        ("name", "business.name"),
        ("J07", "review-to-visit.read-review"),
    ],
)
def test_go_finds_sections_rows_steps_and_more_journeys(word: str, key: str) -> None:
    assert bookshop().types(f"g {word}").at == key


@pytest.mark.parametrize("word", ["", "DS9", "99", "nothing like it", "40.9"])
def test_go_says_when_there_is_no_such_question(word: str) -> None:
    talk = bookshop().types(f"g {word}")

    assert talk.at == FIRST
    assert "l lists all" in talk.said


def test_go_to_an_answered_question_comes_back() -> None:
    talk = bookshop().types("2", "1", "g CI1", "0")

    assert talk.at == THIRD


def test_go_to_an_open_question_goes_on_from_there() -> None:
    assert bookshop().types("g DS2", "2").at == "data.availability"


def test_search_shows_the_questions_in_which_a_word_stands() -> None:
    talk = bookshop()

    assert "DS3 Stock and availability visibility" in talk.types("/stock").said
    assert "stands in no question" in talk.types("/xyzzy").said
    assert "Type a word" in talk.types("search").said


def test_the_four_kinds_of_no_answer_are_kept_apart() -> None:
    talk = bookshop().types("s")
    assert "stays open" in talk.said
    talk.types("d ask IT")
    assert "confirmed and what is possible" in talk.turn.kept
    talk.types("n")
    assert "Why does it not concern" in talk.prompt
    talk.types("no shops of our own")
    assert "leaves the score" in talk.turn.kept

    assert talk.sheet.answer(FIRST) == NotAsked()
    assert talk.sheet.answer(SECOND) == Unknown(note="ask IT")
    assert talk.sheet.answer(THIRD) == NotApplicable("no shops of our own")


def test_not_applicable_needs_a_reason() -> None:
    talk = bookshop().types("n", "")

    assert "stays as it was" in talk.said
    assert talk.sheet.answer(FIRST) == NotAsked()
    assert talk.types("n the reason in one line").sheet.answer(FIRST) == NotApplicable(
        "the reason in one line"
    )


def test_flag_evidence_and_coverage_go_with_an_answer_in_one_line() -> None:
    talk = bookshop().types("2 +seen +largely +flag order list checked")

    assert talk.sheet.answer(FIRST) == Answered(
        2, Coverage.LARGELY, Evidence.SEEN, "order list checked", flagged=True
    )
    assert talk.turn.kept == "CI1 = 2, seen, largely, flagged, note kept."


def test_a_plus_that_is_no_grade_belongs_to_the_note() -> None:
    assert bookshop().types("2 +39 049 is the number").sheet.answer(FIRST) == Answered(
        2, note="+39 049 is the number"
    )


def test_flag_evidence_and_coverage_can_be_given_later() -> None:
    talk = bookshop().types("2", "b", "f", "e", "seen", "c la", "e 3")

    assert talk.sheet.answer(FIRST) == Answered(2, Coverage.LARGELY, Evidence.TESTED, flagged=True)
    assert talk.types("f").sheet.answer(FIRST).flagged is False
    assert "no evidence" in talk.types("e hearsay").said
    assert talk.at == FIRST


def test_grades_need_a_level_first() -> None:
    assert "First the level" in bookshop().types("e seen").said
    assert "Only practices have coverage" in bookshop().types("g fit", "c 2").said


def test_a_note_of_several_lines_ends_with_an_empty_one() -> None:
    talk = bookshop().types("m", "first", "q", "")

    assert talk.sheet.answer(FIRST) == NotAsked(note="first\nq")
    assert talk.at == FIRST
    assert talk.types("m third").sheet.answer(FIRST).note == "first\nq\nthird"
    assert talk.types("m -").sheet.answer(FIRST) == NotAsked()


def test_dont_know_says_what_went_with_the_level_and_undo_brings_it_back() -> None:
    talk = bookshop().types("2 +seen +partly", "b", "d")
    assert "Seen and partly went with the level" in talk.turn.kept

    talk.types("u")

    assert talk.sheet.answer(FIRST) == Answered(2, Coverage.PARTLY, Evidence.SEEN)
    assert talk.turn.kept == "Undone: CI1 = 2 again."


def test_undo_without_a_change_says_so() -> None:
    assert "nothing to undo" in bookshop().types("u").said


def test_a_question_of_fit_always_applies() -> None:
    talk = bookshop().types("g budget", "n")

    assert "concerns every business" in talk.said
    assert talk.types("d").sheet.fit["resources.budget"] == Unknown()
    assert talk.types("2 from January").sheet.fit["resources.people"] == Answered(
        2, note="from January"
    )


def test_a_handoff_row_is_answered_in_one_line() -> None:
    talk = bookshop().types("g handoffs", "2/3 n")

    assert talk.sheet.handoffs == {
        ("store", "web"): Handoff(2, 3),
        ("store", "phone"): Handoff(None, applies=False),
    }
    assert talk.turn.kept == "From store = 2/3 n."
    talk.types("d 1")
    assert talk.sheet.handoffs["web", "store"] == Handoff(None)
    assert talk.sheet.handoffs["web", "phone"] == Handoff(1)


@pytest.mark.parametrize(
    ("typed", "why"), [("2", "1 of 2 answers"), ("2 5", "`5` is no level"), ("2 1 1", "3 of 2")]
)
def test_a_handoff_row_needs_one_answer_a_channel(typed: str, why: str) -> None:
    talk = bookshop().types("g store", typed)

    assert why in talk.said
    assert talk.sheet.handoffs == {}


def test_a_handoff_row_can_stay_partly_open() -> None:
    talk = bookshop().types("g store", "2 -", "g store")

    assert talk.sheet.handoffs == {("store", "web"): Handoff(2)}
    assert talk.prompt == "From store is 2 - so far. Answer> "
    assert talk.types("d").sheet.handoffs["store", "phone"] == Handoff(None)


def test_a_note_on_a_handoff_begins_with_its_channel() -> None:
    talk = bookshop().types("g store", "2 1", "g store", "m phone: nobody answers", "m in general")

    assert talk.sheet.handoffs["store", "phone"].note == "nobody answers"
    assert talk.sheet.handoffs["store", "web"].note == "in general"


def test_nobody_goes_from_a_channel_to_any_other() -> None:
    talk = bookshop().types("g store", "n")

    assert {each.applies for each in talk.sheet.handoffs.values()} == {False}


def test_a_business_of_one_channel_is_asked_for_no_handoffs() -> None:
    talk = Talk(AnswerSheet(Business("Corner shop", "local", "micro", ("store",))))

    assert "handoffs" not in talk.now.agenda.sections


def test_a_journey_is_walked_step_by_step() -> None:
    talk = bookshop().types("g J1", "1", "pass", "0 nobody found it", "d", "n")

    assert talk.sheet.journeys["bought-online-helped-in-store"] == {
        "buy-online": "pass",
        "go-to-store": "pass",
        "found-by-staff": "fail",
        "helped-on-the-spot": "not-tested",
        "note-visible-online": "not-applicable",
    }
    assert talk.sheet.step_notes == {
        ("bought-online-helped-in-store", "found-by-staff"): "nobody found it"
    }


def test_a_journey_that_refutes_a_level_says_so_at_once() -> None:
    talk = bookshop(answers={"data.history": Answered(2)}).types("g J1", "1", "1", "0")

    assert "“Staff find the purchase” failed, which takes DS2 at 2; DS2 stands at 2" in talk.said
    assert talk.sheet.answer("data.history") == Answered(2)


def test_a_level_that_rests_on_a_missing_one_says_so() -> None:
    talk = bookshop(answers={"data.synchronisation": Answered(0)}).types("g DS2", "2")

    assert "Look again: DS2 at 2 usually rests on DS5 at 2, which is at 0 here." in talk.said


def test_a_change_of_profile_hides_and_never_deletes() -> None:
    walked = {"bought-online-helped-in-store": {"buy-online": "pass"}}
    talk = bookshop(journeys=walked).types("g profile", "2")

    assert talk.sheet.journeys == walked
    assert "1 answered question is hidden now: kept and not scored." in talk.said


def test_a_change_of_channels_hides_and_never_deletes() -> None:
    pairs = {("store", "phone"): Handoff(1), ("phone", "web"): Handoff(2)}
    talk = bookshop(handoffs=pairs).types("g channels", "1 11")

    assert talk.sheet.handoffs == pairs
    assert "2 answered questions are hidden now" in talk.said


def test_progress_is_told_in_words() -> None:
    talk = bookshop().types("2")

    assert "Channel integration, 2 of 6 Q2 of 42, about" in talk.said


def test_a_section_left_behind_is_summed_up() -> None:
    talk = bookshop().types("2", "1", "d", "0", "s", "3 +flag")

    assert "Channel integration: 5 of 6, 1 don't know, 1 flagged." in talk.said.replace("\xa0", " ")
    assert "CI3 don't know" in talk.said


def test_at_the_end_the_open_questions_come_first_and_changes_return_to_the_list() -> None:
    talk = bookshop().types("s", *["2"] * 23, *["1"] * 12, *["11"] * 3, *["1"] * 15)
    assert talk.at == ""
    assert "Still open 1 CI1 Channel coverage and roles: open" in talk.said

    talk.types("1", "2")
    assert talk.at == ""
    assert "Still open" not in talk.said
    talk.types("DS2", "")
    assert talk.at == ""

    assert talk.types("").turn.left == "finished"


@pytest.mark.parametrize(
    ("only", "first"),
    [("flagged", "data.history"), ("unanswered", FIRST), ("data", "data.identity")],
)
def test_only_asks_what_was_chosen(only: str, first: str) -> None:
    answers = {"data.history": Answered(1, flagged=True)}
    talk = Talk(AnswerSheet(BOOKSHOP, answers=answers), only=only)

    assert talk.at == first


def test_only_flagged_ends_after_the_flagged_ones() -> None:
    answers = {"data.history": Answered(1, flagged=True)}
    talk = Talk(AnswerSheet(BOOKSHOP, answers=answers), only="flagged").types("2")

    assert talk.at == ""


def test_the_running_result_is_shown_on_demand() -> None:
    talk = bookshop()
    assert "no result before the first practice" in talk.types("v").said

    talk.types("2", "v")
    assert "So far: siloed confirmed, omnichannel possible; index" in talk.said


def test_explanations_say_why_what_and_who() -> None:
    talk = bookshop().types("g DS2", "h")

    for words in ("Why we ask:", "To look at:", "Who usually knows:", "To reach level 1:"):
        assert words in talk.said
    for place in ("g fit", "g store", "g J1", "g name"):
        assert talk.types(place, "h").said


def test_the_keys_are_listed() -> None:
    said = bookshop().types("?").said

    for words in ("back to the question before", "undo the last change", "+seen +largely"):
        assert words in said


def test_a_shared_screen_shows_no_notes() -> None:
    talk = bookshop(answers={FIRST: Answered(1, note="the owner is tired of it")})
    talk.types("g CI1")
    assert "the owner is tired of it" in talk.said

    talk = bookshop(answers={FIRST: Answered(1, note="the owner is tired of it")})
    object.__setattr__(talk.now, "present", True)
    talk.types("g CI1")
    assert "the owner is tired of it" not in talk.said


def test_at_the_end_commands_about_an_answer_ask_for_a_question_first() -> None:
    talk = bookshop().types("s", *["2"] * 23, *["1"] * 12, *["11"] * 3, *["1"] * 15)

    assert "First go to a question" in talk.types("f").said
    assert "First go to a question" in talk.types("h").said
    assert talk.types("b").at
