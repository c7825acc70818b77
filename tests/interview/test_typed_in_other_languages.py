"""What is typed in Italian and Romanian: keys, grades and channels by the names they have there."""

from __future__ import annotations

import pytest

from omniaudit.interview.commands import COMMANDS, read_command
from omniaudit.interview.typed_words import every, shown
from omniaudit.load.assembly import load_questionnaire
from omniaudit.model.answers import Answered, AnswerSheet, Business, Coverage, Evidence
from omniaudit.resources import speaking
from tests.interview.talk import Talk

LANGUAGES = ("en", "it", "ro")
HOTEL = Business("Aurora", "hospitality", "small", ("desk", "web", "booking-portal"))
FIRST = load_questionnaire().capabilities[0].id


def hotel() -> Talk:
    """An interview of a hotel in the language in force."""
    return Talk(AnswerSheet(HOTEL, mode="interview"), questionnaire=load_questionnaire())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_grade_can_be_typed(language: str) -> None:
    with speaking(language):
        talk = hotel().types("1", "g CI1")
        for evidence, term in talk.now.words.evidence.items():
            for typed in (term.name, term.name.upper(), term.id, str(int(evidence))):
                answer = talk.types(f"e {typed}").sheet.answer(FIRST)
                assert answer == Answered(1, evidence=evidence), typed
        for coverage, term in talk.now.words.coverage.items():
            for typed in (term.name, term.name.upper(), term.id, str(int(coverage))):
                answer = talk.types(f"c {typed}").sheet.answer(FIRST)
                assert answer == Answered(1, coverage, Evidence.TESTED), typed


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_a_grade_can_stand_behind_a_plus(language: str) -> None:
    with speaking(language):
        words = hotel().now.words
        for coverage, far in words.coverage.items():
            for evidence, rests in words.evidence.items():
                line = f"2 + {rests.name},+{far.name}, a note"
                answer = hotel().types(line).sheet.answer(FIRST)
                assert answer == Answered(2, coverage, evidence, "a note"), line


@pytest.mark.parametrize(
    ("language", "line", "answer"),
    [
        ("it", "2 +visto nota", Answered(2, evidence=Evidence.SEEN, note="nota")),
        ("it", "2 +segnala", Answered(2, flagged=True)),
        ("it", "2 +flag +in gran parte", Answered(2, Coverage.LARGELY, flagged=True)),
        ("it", "2 in parte a Roma", Answered(2, note="in parte a Roma")),
        ("it", "2 +seen +visto", Answered(2, evidence=Evidence.SEEN)),
        ("ro", "2 +văzut notă", Answered(2, evidence=Evidence.SEEN, note="notă")),
        ("ro", "2 +VAZUT +in mare parte x", Answered(2, Coverage.LARGELY, Evidence.SEEN, "x")),
        ("ro", "2 +aproape nicaieri", Answered(2, Coverage.NONE)),
    ],
)
def test_grades_with_and_without_accents(language: str, line: str, answer: Answered) -> None:
    with speaking(language):
        assert hotel().types(line).sheet.answer(FIRST) == answer


@pytest.mark.parametrize(("language", "line"), [("it", "2 +in gran"), ("ro", "2 +văzută bine")])
def test_what_is_no_grade_is_refused_and_not_taken_for_a_note(language: str, line: str) -> None:
    with speaking(language):
        talk = hotel().types(line)

        assert FIRST not in talk.sheet.answers
        assert {"it": "in gran parte", "ro": "în mare parte"}[language] in talk.said


def test_a_grade_is_typed_where_it_is_asked_for() -> None:
    with speaking("it"):
        talk = hotel().types("2", "indietro", "c")
        assert "In gran parte: " in talk.said
        talk.types("in gran parte")

        assert talk.sheet.answer(FIRST) == Answered(2, Coverage.LARGELY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_stands_for_two_keys(language: str) -> None:
    with speaking(language):
        ours = load_questionnaire()
        for each in COMMANDS:
            for word in every(each.words):
                assert read_command(word, ours) == (each.letter, ""), word
                assert read_command(word.upper(), ours) == (each.letter, ""), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_tell_the_words_for_them(language: str) -> None:
    with speaking(language):
        said = hotel().types("?").said

        assert len(COMMANDS) > 12
        for each in COMMANDS:
            assert f"{each.letter} {shown(each.words)}" in said


def test_words_work_like_their_keys() -> None:
    with speaking("it"):
        talk = hotel().types("2", "indietro")
        assert talk.at == FIRST
        talk.types("nota il tariffario è nel gestionale", "annulla")
        assert talk.sheet.answer(FIRST) == Answered(2)
        assert talk.types("vai DS2").at == "data.history"
        assert talk.types("esci").turn.left == "paused"


def test_a_name_is_no_key() -> None:
    with speaking("it"):
        assert Talk().types("Nota").sheet.business.name == "Nota"


@pytest.mark.parametrize(
    ("language", "typed", "end", "note"),
    [
        ("en", "m website: no rates there", "web", "no rates there"),
        ("en", "m booking-portal no rates", "booking-portal", "no rates"),
        ("it", "m sito web: mancano le tariffe", "web", "mancano le tariffe"),
        ("it", "m Portale prenotazioni, mancano", "booking-portal", "mancano"),
        ("it", "2 1 portale prenotazioni : mancano", "booking-portal", "mancano"),
        ("it", "m portale nuovo", "web", "portale nuovo"),
        ("ro", "m site: lipsesc tarifele", "web", "lipsesc tarifele"),
    ],
)
def test_a_note_on_a_row_goes_to_the_channel_it_names(
    language: str, typed: str, end: str, note: str
) -> None:
    with speaking(language):
        found = hotel().types("g handoffs", typed).sheet.handoffs

        assert {pair[1]: each.note for pair, each in found.items() if each.note} == {end: note}


@pytest.mark.parametrize(
    ("profile", "example"), [("1", "1 11 8."), ("4", "3 11 19."), ("5", "2 8 12.")]
)
def test_the_example_of_channels_fits_the_trade(profile: str, example: str) -> None:
    assert f"such as {example}" in Talk().types("Aurora", profile, "1").said
