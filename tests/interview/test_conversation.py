"""What comes of every line that somebody types in an interview."""

from __future__ import annotations

from dataclasses import replace

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
from omniaudit.resources import speaking
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

    assert "“retial” was not taken" in talk.said
    assert "Did you mean `retail`?" in talk.said
    assert talk.sheet.business.profile == ""


def test_what_must_be_known_is_not_skipped() -> None:
    talk = Talk().types("s")

    assert talk.at == "business:name"
    assert "This is needed" in talk.said


def test_a_digit_answers_and_the_words_after_it_are_its_note() -> None:
    talk = bookshop().types("2 only four people have a login")

    assert talk.sheet.answer(FIRST) == Answered(2, note="only four people have a login")
    assert talk.turn.kept == "CI1 = 2, note kept."
    assert talk.at == SECOND


@pytest.mark.parametrize("typed", ["2", "2.", "2:", "2)", " 2 "])
def test_a_level_may_be_followed_by_a_sign(typed: str) -> None:
    talk = bookshop().types(typed)

    assert talk.sheet.answer(FIRST) == Answered(2)


@pytest.mark.parametrize(
    "typed",
    ["1.5", "1-2", "1/2", "2½", "1 - 2", "1 or 2, only here", "between 1 and 2", "2+ nearly"],
)
def test_between_two_levels_the_lower_one_counts(typed: str) -> None:
    talk = bookshop().types(typed)

    assert "the lower one counts" in talk.said
    assert talk.sheet.answer(FIRST) == NotAsked()


@pytest.mark.parametrize("typed", ["4", "22", "-1", "two", "yes", "٢", "0x1"])
def test_a_wrong_entry_is_shown_again_with_what_to_type(typed: str) -> None:
    talk = bookshop().types(typed)

    assert f"“{typed}” was not taken. Type 0, 1, 2 or 3" in talk.said
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


def test_grades_that_stay_with_a_new_level_are_said() -> None:
    talk = bookshop().types("1 +tested +partly", "b", "2")

    assert talk.turn.kept == ("CI1 = 2 (was 1), still tested, partly (counts as 1). u undoes.")


def test_after_going_back_the_later_answers_stay() -> None:
    talk = bookshop().types("2", "1", "b", "b", "3")

    assert [talk.sheet.answer(each) for each in (FIRST, SECOND)] == [Answered(3), Answered(1)]
    assert talk.turn.kept == "CI1 = 3 (was 2). u undoes."
    assert talk.at == SECOND


def test_back_goes_to_the_beginning_and_not_beyond() -> None:
    talk = bookshop().types(*"bbbbbbbb")

    assert talk.at == "business:name"
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
        ("handoffs", "handoffs:store"),
        ("web", "handoffs:web"),
        ("J1", "bought-online-helped-in-store:buy-online"),
        ("40.2", "bought-online-helped-in-store:go-to-store"),
        ("name", "business:name"),
        ("returns", "integration.after-sales"),
        ("J07", "review-to-visit:read-review"),
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
    talk.types("g CI3", "2 the vouchers of Verona")
    assert "Note: the vouchers of Verona" in talk.types("/verona").said
    assert "Type a word" in talk.types("search").said


def test_the_four_kinds_of_no_answer_are_kept_apart() -> None:
    talk = bookshop().types("s")
    assert "stays open" in talk.said
    talk.types("d ask IT")
    assert "confirmed and what is possible" in talk.turn.kept
    talk.types("n")
    assert "what is not done yet is a 0" in talk.prompt
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
    assert "Seen and partly (counts as 1) went with the level" in talk.turn.kept

    talk.types("u")

    assert talk.sheet.answer(FIRST) == Answered(2, Coverage.PARTLY, Evidence.SEEN)
    assert talk.turn.kept == "Undone: CI1 = 2 again."
    assert talk.types("m a note", "u").turn.kept == "Undone: what was added to CI1 is gone."


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
    talk = bookshop().types("g handoffs", "2x3 n")

    assert talk.sheet.handoffs == {
        ("store", "web"): Handoff(2, 3),
        ("store", "phone"): Handoff(None, applies=False),
    }
    assert talk.turn.kept == "From store = 2x3 n."
    talk.types("d 1")
    assert talk.sheet.handoffs["web", "store"] == Handoff(None)
    assert talk.sheet.handoffs["web", "phone"] == Handoff(1)


def test_other_languages_name_channels_and_grades_instead_of_their_ids() -> None:
    with speaking("it"):
        talk = bookshop().types("g handoffs", "2x3 n")
        assert talk.turn.kept == "Dal canale «Store» = 2x3 n."
        talk.types("g CI1", "2 +seen +partly")
        assert talk.turn.kept == "CI1 = 2, visto, in parte (conta come 1)."


@pytest.mark.parametrize(
    ("typed", "why"),
    [("2", "1 given, 2 wanted"), ("2 5", "`5` is no level"), ("2 1 1", "3 given, 2 wanted")],
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


def test_words_after_a_row_are_its_note() -> None:
    talk = bookshop().types("g store", "2 1 phone only Verona picks up", "n nobody calls the shop")

    assert talk.sheet.handoffs["store", "phone"].note == "only Verona picks up"
    assert talk.sheet.handoffs["web", "store"] == Handoff(
        None, note="nobody calls the shop", applies=False
    )


def test_a_note_on_a_handoff_is_no_answer() -> None:
    talk = bookshop().types("g store", "m phone: nobody answers")
    assert talk.sheet.handoffs == {
        ("store", "phone"): Handoff(None, note="nobody answers", asked=False)
    }
    assert talk.prompt == "Answer> "

    talk.types("2 1", "g store", "- -")
    assert talk.sheet.handoffs == {
        ("store", "phone"): Handoff(None, note="nobody answers", asked=False)
    }
    assert talk.types("g store", "m -").sheet.handoffs == {}


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

    assert (
        "Look again: History at the point of contact (DS2) stands at 2, yet “Staff find the"
        " purchase” failed, which takes level 2. g DS2 goes there."
    ) in talk.said
    assert talk.sheet.answer("data.history") == Answered(2)


def test_a_passed_journey_that_takes_more_than_was_claimed_says_so() -> None:
    answers = {name: Answered(1) for name in ("data.history", "integration.after-sales")}
    talk = bookshop(answers=answers).types("g J1", *"1111")

    assert (
        "(DS2) stands at 1, yet “Staff find the purchase” passed, which takes level 2" in talk.said
    )


def test_levels_that_rest_on_missing_ones_are_told_at_the_end_of_a_section() -> None:
    talk = bookshop().types("g DS1", "2", "2", "2", "2", "0")
    assert "usually rests on" not in talk.said

    talk.types("2")
    assert "Look again: History at the point of contact (DS2) at 2 usually rests on" in talk.said
    assert "(DS5) at 2, which is at 0. Both may be right; g DS2 goes there." in talk.said


def test_a_second_look_tells_what_counts_of_a_level() -> None:
    talk = bookshop().types("g DS1", "2", "2", "2", "2", "2 +partly", "2")

    assert "(DS5) at 2, which is at 2 and counts as 1." in talk.said


def test_a_change_of_profile_hides_and_never_deletes() -> None:
    walked = {"bought-online-helped-in-store": {"buy-online": "pass"}}
    talk = bookshop(journeys=walked).types("g profile", "2")

    assert talk.sheet.journeys == walked
    assert "1 answer is hidden now: kept and not scored." in talk.said


def test_a_change_of_channels_hides_and_never_deletes() -> None:
    pairs = {("store", "phone"): Handoff(1), ("phone", "web"): Handoff(2)}
    talk = bookshop(handoffs=pairs).types("g channels", "1 11")

    assert talk.sheet.handoffs == pairs
    assert "2 answers are hidden now" in talk.said


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
    assert "1 of 24 practices answered: at least siloed, at best omnichannel." in talk.said
    assert "too early" in talk.said
    talk.types(*["2"] * 12, "v")
    assert "13 of 24 practices answered: at least siloed, at best cross-channel; index" in talk.said


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

    talk = bookshop(answers={FIRST: Answered(1, note="the owner is tired of it", flagged=True)})
    talk.now = replace(talk.now, present=True)
    for line in ("g CI1", "l", "/tired"):
        talk.types(line)
        assert "the owner is tired of it" not in talk.said
        assert "flagged" not in talk.said


def test_at_the_end_commands_about_an_answer_ask_for_a_question_first() -> None:
    talk = bookshop().types("s", *["2"] * 23, *["1"] * 12, *["11"] * 3, *["1"] * 15)

    assert "First go to a question" in talk.types("f").said
    assert "First go to a question" in talk.types("h").said
    assert talk.types("b").at


@pytest.mark.parametrize("command", ["help", "exit", "quit", "back", "/stock", "?", "g size", "u"])
def test_keys_work_where_a_name_is_asked(command: str) -> None:
    assert Talk().types(command).sheet.business.name == ""


@pytest.mark.parametrize("name", ["Notes & Nuts", "d vision", "c major", "s oliver", "g force"])
def test_names_that_only_begin_like_keys_are_names(name: str) -> None:
    assert Talk().types(name).sheet.business.name == name


def test_a_role_can_be_left_out_again() -> None:
    talk = Talk().types("Aurora", "1", "3", "1 11", "store manager", "b")
    assert talk.prompt == "store manager; Enter keeps it, - leaves it out> "

    assert talk.types("-").sheet.respondent.role == ""


def test_nothing_is_asked_before_the_business_is_known() -> None:
    talk = Talk().types("Aurora", "g budget")
    assert "First the business: What kind of business is it?" in talk.said
    assert talk.at == "business:profile"

    assert Talk(only="unanswered").at == "business:name"


@pytest.mark.parametrize("typed", ["0000019", "0", "99999999999999999999"])
def test_an_option_has_the_number_that_stands_before_it(typed: str) -> None:
    assert Talk().types("Aurora", typed).sheet.business.profile == ""


def test_channels_of_two_words_may_be_named() -> None:
    talk = Talk().types("Aurora", "1", "3", "website booking portal 1 web")

    assert talk.sheet.business.channels == ("web", "booking-portal", "store")


@pytest.mark.parametrize("typed", ["2 +sen order list", "2 order list +sen", "2 +flagg"])
def test_a_mistyped_grade_is_told(typed: str) -> None:
    talk = bookshop().types(typed)

    assert "is no grade here. Did you mean" in talk.said
    assert talk.sheet.answer(FIRST) == NotAsked()


@pytest.mark.parametrize(
    "typed", ["2 order list +seen", "2 + seen order list", "2 order +seen, list"]
)
def test_a_grade_may_stand_anywhere_after_the_level(typed: str) -> None:
    assert bookshop().types(typed).sheet.answer(FIRST) == Answered(
        2, evidence=Evidence.SEEN, note="order list"
    )


def test_a_question_of_fit_takes_a_flag_and_no_other_grade() -> None:
    talk = bookshop().types("g budget", "2 +seen")
    assert "no grade here" in talk.said

    assert talk.types("2 +flag ask Anna").sheet.fit["resources.budget"] == Answered(
        2, note="ask Anna", flagged=True
    )


def test_the_reason_of_what_applies_after_all_stays_as_a_note() -> None:
    talk = bookshop().types("n no shops of our own", "b", "d")
    assert talk.sheet.answer(FIRST) == Unknown("no shops of our own")
    assert "don't know (was not applicable)" in talk.turn.kept

    talk = bookshop().types("f ask", "n no shops", "b", "2")
    assert talk.sheet.answer(FIRST) == Answered(2, note="ask\nno shops", flagged=True)


def test_what_concerns_nearly_everybody_is_asked_for_its_reason() -> None:
    assert "check the reason" in bookshop().types("g DS6", "n we have no data").turn.kept


@pytest.mark.parametrize("words", ["back", "b", "undo", "quit"])
def test_a_command_is_no_reason(words: str) -> None:
    talk = bookshop().types("2", "n", words)

    assert talk.sheet.answer(SECOND) == NotAsked()
    assert words != "quit" or talk.turn.left == "paused"


def test_grades_to_choose_from_are_shown() -> None:
    talk = bookshop().types("2", "b", "e")
    assert "2 seen: the assessor has seen" in talk.said
    assert talk.prompt == "Evidence> "

    assert "partly (counts as 1)" in talk.types("2", "c", "1", "g CI1").said
    assert "So far: seen, partly (counts as 1)." in talk.said
    assert "one level less counts" in bookshop().types("2", "b", "c partly").turn.kept


@pytest.mark.parametrize("typed", ["don't know", "dont know", "no idea", "unsure", "D"])
def test_dont_know_in_words(typed: str) -> None:
    assert bookshop().types(typed).sheet.answer(FIRST) == Unknown()


def test_sentences_that_begin_like_a_key_are_no_commands() -> None:
    talk = bookshop().types("coverage is only in the north", "2")

    assert talk.sheet.answer(FIRST) == Answered(2, note="coverage is only in the north")


def test_nothing_happens_twice_in_silence() -> None:
    talk = bookshop().types("2", "b", "e seen", "e seen")
    assert "CI1 stays 2." in talk.said

    assert "Nothing changes." in bookshop().types("m -").said


@pytest.mark.parametrize("command", ["b", "g DS2", "u", "q", "l", "n", "e", "7", "s", "f"])
def test_what_is_pasted_behind_a_command_makes_it_no_command(command: str) -> None:
    talk = bookshop().types("2").types(command, pasted=("foo bar",))
    assert talk.at == SECOND
    assert "Keep these 2 lines as the note of CI2?" in talk.prompt

    talk.types("")
    assert talk.sheet.answer(SECOND) == NotAsked(note=f"{command}\nfoo bar")
    assert talk.at == SECOND


def test_what_is_pasted_behind_nothing_is_a_note_and_no_answer() -> None:
    talk = bookshop().types("", pasted=("foo bar",)).types("")

    assert talk.sheet.answer(FIRST) == NotAsked(note="foo bar")
    assert talk.at == FIRST


def test_lines_pasted_with_a_row_are_its_note() -> None:
    talk = bookshop().types("g store", "d 1", pasted=("phone is busy",)).types("")

    assert talk.sheet.handoffs["store", "phone"] == Handoff(1, note="is busy")


def test_a_reason_and_a_note_that_fit_in_no_note_are_refused() -> None:
    talk = bookshop().types("m " + "w " * 4_000, "n " + "w " * 4_000, "b", "d")

    assert "a note holds 10,000" in talk.said
    assert isinstance(talk.sheet.answer(FIRST), NotApplicable)


def test_a_pasted_reason_is_one_reason() -> None:
    talk = bookshop().types("n").types("no shops", pasted=("of our own",))

    assert talk.sheet.answer(FIRST) == NotApplicable("no shops of our own")


def test_lines_pasted_into_a_note_are_all_kept() -> None:
    talk = bookshop().types("m").types("first", pasted=("second", "third"))

    assert talk.sheet.answer(FIRST).note == "first\nsecond\nthird"


def test_not_applicable_is_taken_when_words_are_on_offer() -> None:
    talk = bookshop().types("we have no shops at all", "n", "none")

    assert talk.sheet.answer(FIRST) == NotApplicable("none", note="we have no shops at all")


@pytest.mark.parametrize("declined", ["x", "no", "u", "undo"])
def test_an_offer_can_be_declined(declined: str) -> None:
    talk = bookshop().types("2", "it is all on paper", declined)

    assert talk.sheet.answer(SECOND) == NotAsked()
    assert talk.sheet.answer(FIRST) == Answered(2)


@pytest.mark.parametrize("typed", ["g history", "skip it now", "3", "e"])
def test_after_an_answer_an_offer_is_decided_on_first(typed: str) -> None:
    talk = bookshop().types("2", pasted=("more",)).types(typed)

    assert "First the note" in talk.said
    assert talk.types("").sheet.answer(FIRST) == Answered(2, note="more")


def test_two_texts_without_a_level_join() -> None:
    talk = bookshop().types("first some words", "then more words", "2")

    assert talk.sheet.answer(FIRST) == Answered(2, note="first some words\nthen more words")


@pytest.mark.parametrize("lines", [("m", "word " * 1900, "word " * 1900), ("2 " + "w " * 6000,)])
def test_a_note_that_a_file_cannot_hold_is_refused(lines: tuple[str, ...]) -> None:
    talk = bookshop().types(*lines)

    assert "a note holds 10,000 characters" in talk.said
    assert len(talk.sheet.answer(FIRST).note) <= 10_000


def test_a_change_of_profile_on_a_detour_goes_on_with_what_there_is() -> None:
    talk = bookshop().types("g J2", "1", "g profile", "2")
    assert talk.at in talk.now.agenda.question

    talk = bookshop().types("g phone", "g channels", "1 11")
    assert talk.at in talk.now.agenda.question


def test_a_change_of_profile_is_undone_like_any_other() -> None:
    walked = {"bought-online-helped-in-store": {"buy-online": "pass"}}
    talk = bookshop(journeys=walked).types("g profile", "2", "u")
    assert talk.sheet.business == BOOKSHOP
    assert talk.at == "business:profile"

    assert (
        "1 answer counts again."
        in bookshop(journeys=walked).types("g profile", "2", "g profile", "1").said
    )


def test_back_after_undo_goes_to_the_question_before() -> None:
    assert bookshop().types("2", "1", "u", "b").at == FIRST


def test_going_to_where_one_is_does_not_ask_again_and_again() -> None:
    talk = bookshop().types("2", "b", "g CI1", "g CI1", "3")

    assert talk.at == SECOND


def test_back_from_a_detour_and_on_asks_nothing_twice() -> None:
    talk = bookshop(answers={"data.history": Answered(2)}).types("g DS2", "b", "1", "")

    assert talk.at == SECOND


def test_an_open_question_outside_the_chosen_ones_comes_back_to_them() -> None:
    talk = Talk(AnswerSheet(BOOKSHOP), only="data").types("g PE1", "1")

    assert talk.at == "data.identity"


def test_only_one_question_may_be_chosen() -> None:
    assert Talk(AnswerSheet(BOOKSHOP), only="ds2").types("1").at == ""


def test_at_the_end_words_of_consent_finish() -> None:
    answers = {each.id: Answered(1) for each in QUESTIONNAIRE.capabilities}
    for word in ("yes", "done", "OK"):
        assert Talk(AnswerSheet(BOOKSHOP, answers=answers), only="ci1").types("", word).turn.left


def test_checks_look_at_nothing_that_is_hidden() -> None:
    walked = {"bought-online-helped-in-store": {"found-by-staff": "fail"}}
    shop = Business("Aurora", "ecommerce", "small", ("web",))
    talk = bookshop(business=shop, journeys=walked).types("g DS2", "2")

    assert "failed" not in talk.said


def test_a_row_of_which_nothing_is_known_is_told_at_the_end() -> None:
    talk = Talk(AnswerSheet(BOOKSHOP), only="handoffs").types("d", "d", "d")

    assert "Don't know 37 from store to web, phone: d d" in talk.said


def test_a_flag_outlives_every_answer() -> None:
    talk = bookshop().types("f", "d", "b", "n none", "b", "3")

    assert talk.sheet.answer(FIRST) == Answered(3, note="none", flagged=True)


def test_d_fills_only_what_is_open_in_a_row() -> None:
    talk = bookshop().types("g store", "2x3 -", "g store", "d")

    assert talk.sheet.handoffs == {
        ("store", "web"): Handoff(2, 3),
        ("store", "phone"): Handoff(None),
    }


@pytest.mark.parametrize(
    ("place", "typed", "words"),
    [
        ("g budget", "n it is all the same to us", "it is all the same to us"),
        ("g CI1", "e seen order list checked", "e seen order list checked"),
        ("g CI1", "c largely but not in Rome", "c largely but not in Rome"),
    ],
)
def test_words_of_a_refused_command_are_kept_for_a_note(place: str, typed: str, words: str) -> None:
    talk = bookshop().types(place, typed, "2")
    answers = {**talk.sheet.answers, **talk.sheet.fit}

    assert [each.note for each in answers.values()] == [words]


def test_words_where_a_grade_is_asked_are_kept_for_a_note() -> None:
    talk = bookshop().types("2", "b", "e", "the order list was checked", "")

    assert talk.sheet.answer(FIRST) == Answered(2, note="the order list was checked")


def test_words_after_f_at_a_step_are_its_note() -> None:
    talk = bookshop().types("g J1", "f ask Anna about this")

    assert list(talk.sheet.step_notes.values()) == ["ask Anna about this"]


def test_a_name_that_a_file_cannot_hold_is_refused() -> None:
    talk = Talk().types("Aurora " * 40)

    assert "At most 200 characters" in talk.said
    assert talk.sheet.business.name == ""


def test_d_fills_a_pair_of_which_there_is_only_a_note() -> None:
    talk = bookshop().types("g store", "m web ask Anna", "d")

    assert talk.sheet.handoffs == {
        ("store", "web"): Handoff(None, note="ask Anna"),
        ("store", "phone"): Handoff(None),
    }
