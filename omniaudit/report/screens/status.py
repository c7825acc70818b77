"""How far an answers file has got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from omniaudit.engine.relevance import relevant
from omniaudit.language import say, say_count
from omniaudit.model.answers import (
    Answer,
    Answered,
    AnswerSheet,
    FitAnswer,
    NotApplicable,
    NotAsked,
    Unknown,
)
from omniaudit.model.questionnaire import Questionnaire
from omniaudit.report import wording
from omniaudit.report.document import Bullets, Column, Document, Row, Section, Table
from omniaudit.report.screens.frame import command, screen


def status(
    questionnaire: Questionnaire,
    sheet: AnswerSheet,
    file: str,
    naming: str = "",
    *,
    quick: bool = False,
) -> Document:
    """What is answered, what is flagged, and what to do next.

    `file` is how the answers file is typed in a command, `naming` what that says besides;
    `quick` says that the questionnaire is a first look.
    """
    sheet = relevant(questionnaire, sheet)
    profile = sheet.business.profile
    questionnaire = questionnaire.in_words_of(profile)
    rows = [
        Row(
            (
                dimension.name,
                _progress(
                    [
                        sheet.answer(each.id)
                        for each in questionnaire.capabilities_for(profile)
                        if each.dimension == dimension.id
                    ]
                ),
            )
        )
        for dimension in questionnaire.dimensions
    ]
    rows += _besides(questionnaire, sheet)
    sections = [Section("progress", "", "", (Table("", (Column(""), Column("")), tuple(rows)),))]
    flagged = _flagged(questionnaire, sheet)
    if flagged:
        sections.append(Section("flagged", "", say("Flagged for follow-up"), (Bullets(flagged),)))
    sections.append(
        Section(
            "next",
            "",
            say("Next"),
            (Bullets(_next(questionnaire, sheet, f"{file}{naming}", quick=quick)),),
        )
    )
    return screen(questionnaire, title=f"{sheet.business.name} ({file})", sections=tuple(sections))


def _besides(questionnaire: Questionnaire, sheet: AnswerSheet) -> Iterator[Row]:
    """How far those parts have got that the questionnaire has besides practices."""
    if questionnaire.asks_fit:
        fit = [sheet.fit.get(item.id, NotAsked()) for item in questionnaire.fit.items]
        yield Row((say("Fit"), _progress(fit)))
    if questionnaire.asks_handoffs:
        given = sum(each.asked for each in sheet.handoffs.values())
        pairs = say_count(given, "{count} pair given", "{count} pairs given")
        yield Row((say("Handoffs"), pairs))
    if questionnaire.journeys_for(sheet.business.profile):
        walked = say_count(len(sheet.journeys), "{count} journey begun", "{count} journeys begun")
        yield Row((say("Journeys"), walked))


def _progress(answers: Sequence[Answer | FitAnswer]) -> str:
    kinds = Counter(type(each) for each in answers)
    parts = [
        say(
            "{answered} of {applicable} answered",
            answered=kinds[Answered],
            applicable=len(answers),
        )
    ]
    if kinds[Unknown]:
        parts.append(say_count(kinds[Unknown], "{count} unknown", "{count} unknown"))
    if kinds[NotApplicable]:
        not_applicable = kinds[NotApplicable]
        parts.append(say_count(not_applicable, "{count} not applicable", "{count} not applicable"))
    if kinds[NotAsked]:
        parts.append(say_count(kinds[NotAsked], "{count} open", "{count} open"))
    return ", ".join(parts)


def _flagged(questionnaire: Questionnaire, sheet: AnswerSheet) -> tuple[str, ...]:
    lines = []
    for capability in questionnaire.capabilities_for(sheet.business.profile):
        answer = sheet.answer(capability.id)
        if answer.flagged:
            note = wording.one_line(answer.note)
            lines.append(f"{capability.id}: {note or capability.name}")
    for item in questionnaire.fit.items:
        given = sheet.fit.get(item.id, NotAsked())
        if given.flagged:
            lines.append(f"{item.id}: {wording.one_line(given.note) or item.name}")
    return tuple(lines)


def _next(
    questionnaire: Questionnaire, sheet: AnswerSheet, file: str, *, quick: bool
) -> tuple[str, ...]:
    is_open = any(
        isinstance(sheet.answer(each.id), NotAsked)
        for each in questionnaire.capabilities_for(sheet.business.profile)
    )
    score = say("See the score: {command}", command=command(f"omniaudit score {file}"))
    if is_open:
        onwards = command(f"omniaudit interview {file}{' --quick' if quick else ''}")
        return (say("Go on: {command}", command=onwards), score)
    report = command(f"omniaudit report {file} -o report.pdf")
    done = (score, say("Write the report: {command}", command=report))
    if not quick:
        return done
    whole = command(f"omniaudit interview {file}")
    return (*done, say("Ask all questions: {command}", command=whole))
