"""The sample business with other words in every field that somebody types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from omniaudit.load.answers import read_answers
from omniaudit.load.assembly import load_questionnaire
from omniaudit.load.clean_text import MAX_NOTE, clean, clean_line
from omniaudit.load.writing import answers_text
from omniaudit.model.answers import Answered, AnswerSheet, NotApplicable, Unknown
from omniaudit.resources import sample_file

OURS = load_questionnaire()
SAMPLE = read_answers(sample_file().read_bytes(), "sample.yaml", OURS)
NAMES = 2
"""Business and respondent."""


def everywhere(words: Callable[[int], str]) -> AnswerSheet:
    """The sample with `words(n)` in its n-th field: names first, then notes and reasons.

    The texts are cleaned as the reader of files does it, but for the length of the file, which may
    be too long to be read back.
    """
    count = iter(range(1_000))

    def note() -> str:
        return clean(words(next(count)), limit=MAX_NOTE)

    name, role = (clean_line(words(next(count))) for _ in range(NAMES))
    first, second, *_ = SAMPLE.answers
    answers = {
        each: replace(answer, note=note())
        for each, answer in SAMPLE.answers.items()
        if isinstance(answer, Answered | Unknown)
    }
    return replace(
        SAMPLE,
        business=replace(SAMPLE.business, name=name),
        respondent=replace(SAMPLE.respondent, role=role),
        answers={**answers, first: NotApplicable(note(), note()), second: Unknown(note())},
        fit={
            each: replace(answer, note=note())
            for each, answer in SAMPLE.fit.items()
            if isinstance(answer, Answered | Unknown)
        },
        handoffs={each: replace(pair, note=note()) for each, pair in SAMPLE.handoffs.items()},
        step_notes={
            (journey, step): note() for journey, steps in SAMPLE.journeys.items() for step in steps
        },
    )


def once(words: str) -> AnswerSheet:
    """The sample with the words in one note."""
    first, answer = next(iter(SAMPLE.answers.items()))
    assert isinstance(answer, Answered)
    noted = replace(answer, note=clean(words, limit=MAX_NOTE))
    return replace(SAMPLE, answers={**SAMPLE.answers, first: noted})


def read_back(sheet: AnswerSheet) -> AnswerSheet:
    """The sheet as it comes out of a file that it was written to."""
    text = answers_text(sheet, OURS, tool="omniaudit")
    return read_answers(text.encode(), "typed.yaml", OURS)
