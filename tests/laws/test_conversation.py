"""What holds whatever somebody types in an interview, in whatever order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from omniaudit.interview.agenda import Question, agenda, state_of
from omniaudit.interview.conversation import take
from omniaudit.interview.particulars import Particular
from omniaudit.interview.recording import note_of
from omniaudit.interview.screens.naming import grades_of, value_of
from omniaudit.interview.state import Conversation
from omniaudit.interview.wayfinding import still_unknown
from omniaudit.load.answers import read_answers
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import AnswerSheet, Business
from tests.interview.talk import QUESTIONNAIRE, Talk
from tests.laws.strategies import law

ANSWERS = st.sampled_from(
    ["0", "1", "2", "3", "2 a note", "1 +seen", "3 +largely +flag why", "2 1", "n d", "2/3 1"]
)
COMMANDS = st.sampled_from(
    [
        "",
        "b",
        "m -",
        "s",
        "d",
        "d ask",
        "n",
        "n because",
        "m",
        "m more",
        "f",
        "e seen",
        "c 1",
        "u",
        "l",
    ]
)
WAYS = st.sampled_from(
    ["g DS2", "g 25", "g store", "g J1", "g J7", "g profile", "g channels", "g 99", "/stock", "v"]
)
WORDS = st.sampled_from(
    ["w " * 4_000, "words without a level", "x", "q", "1 11 8", "1 11", "4", "?", "h"]
)
LINES = st.one_of(ANSWERS, ANSWERS, COMMANDS, WAYS, WORDS, st.text(max_size=20))
PASTES = st.one_of(st.just(()), st.just(()), st.just(()), st.just(("3", "and more words")))
TYPED = st.lists(st.tuples(LINES, PASTES), max_size=40)
STARTS = st.sampled_from(
    [
        None,
        AnswerSheet(Business("Aurora", "retail", "small", ("store", "web", "phone"))),
        AnswerSheet(Business("Aurora", "local", "micro", ("store",))),
    ]
)


Lines = list[tuple[str, tuple[str, ...]]]
TypedLaw = Callable[[AnswerSheet | None, Lines], None]


def typed_law(test: TypedLaw) -> Callable[[], None]:
    """A law about interviews: some start, and whatever is typed."""
    return law(given(STARTS, TYPED)(test), examples=300)


def standing(sheet: AnswerSheet) -> Mapping[str, tuple[object, ...]]:
    """Everything that was answered, by question."""
    asked: Mapping[str, Question] = agenda(
        QUESTIONNAIRE, sheet, list(QUESTIONNAIRE.journey)
    ).question
    ends = ("", *sheet.business.channels)
    return {
        key: (
            value_of(sheet, each),
            grades_of(sheet, each),
            tuple(note_of(sheet, each, end) for end in ends),
        )
        for key, each in asked.items()
    }


@typed_law
def test_a_line_changes_the_question_it_was_typed_at_and_no_other(
    start: AnswerSheet | None, typed: Lines
) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        turn = take(now, line, pasted)
        if len(turn.conversation.past) >= len(now.past):
            before, after = standing(now.sheet), standing(turn.conversation.sheet)
            changed = {key for key in before.keys() & after.keys() if before[key] != after[key]}
            assert changed <= {now.at}
        now = turn.conversation


@typed_law
def test_no_note_is_lost_but_by_undoing_or_removing_it(
    start: AnswerSheet | None, typed: Lines
) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        turn = take(now, line, pasted)
        sheet, question = turn.conversation.sheet, now.question
        is_kept = len(turn.conversation.past) >= len(now.past) and line != "m -"
        if is_kept and question is not None and question.key in turn.conversation.agenda.question:
            for end in ("", *now.sheet.business.channels):
                assert note_of(sheet, question, end).startswith(note_of(now.sheet, question, end))
        now = turn.conversation


@typed_law
def test_undo_is_the_inverse_of_the_last_change(start: AnswerSheet | None, typed: Lines) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        after = take(now, line, pasted).conversation
        if len(after.past) == len(now.past) + 1:
            undone = take(replace(after, offer=None, wants="answer"), "u").conversation
            assert (undone.sheet, undone.at, undone.past) == (now.sheet, now.at, now.past)
        now = after


@typed_law
def test_back_and_enter_changes_nothing(start: AnswerSheet | None, typed: Lines) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        now = take(now, line, pasted).conversation
    asked: Conversation = replace(now, offer=None, wants="answer")
    there = take(asked, "b").conversation
    assert there.sheet == now.sheet
    assert take(there, "").conversation.sheet == now.sheet


@typed_law
def test_every_sheet_that_an_interview_makes_is_read_back_the_same(
    start: AnswerSheet | None, typed: Lines
) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        now = take(now, line, pasted).conversation
    if now.sheet.business.name:
        data = answers_text(now.sheet, QUESTIONNAIRE, tool="omniaudit 1.0").encode()
        again = read_answers(data, "again", QUESTIONNAIRE, draft=True)
        pinned = replace(again, questionnaire=now.sheet.questionnaire, sha256="", warnings=())
        assert pinned == replace(now.sheet, sha256="", warnings=())


@typed_law
def test_every_place_is_a_question_or_the_end(start: AnswerSheet | None, typed: Lines) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        turn = take(now, line, pasted)
        now = turn.conversation
        known = {*now.agenda.question, ""}
        assert now.at in known
        assert now.at not in now.trail
        assert now.at not in now.ahead
        assert turn.left != "finished" or now.at == ""


@typed_law
def test_going_on_asks_every_open_question_once(start: AnswerSheet | None, typed: Lines) -> None:
    now = Talk(start).now
    for line, pasted in typed:
        now = take(now, line, pasted).conversation
    now = replace(now, offer=None, wants="answer", ahead=(), only=None)
    ahead = [each.key for each in now.agenda.after(now.at) if state_of(now.sheet, each) == "open"]
    if still_unknown(now.agenda, now.sheet) is None and now.at:
        asked = []
        while now.at:
            now = take(now, "" if isinstance(now.question, Particular) else "s").conversation
            asked.append(now.at)
        assert [each for each in asked if each in ahead] == ahead


@typed_law
def test_every_line_gets_an_answer_in_words(start: AnswerSheet | None, typed: Lines) -> None:
    talk = Talk(start)
    for line, pasted in typed:
        talk.types(line, pasted=pasted)
        turn = talk.turn
        assert talk.said or turn.left or talk.now.wants != "answer" or talk.now.offer
        assert talk.prompt.endswith("> ")
