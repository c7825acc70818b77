"""How far an answers file has got."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
    questionnaire: Questionnaire, sheet: AnswerSheet, file: str, naming: str = ""
) -> Document:
    """What is answered, what is flagged, and what to do next.

    `file` is how the answers file is typed in a command, `naming` what that says besides.
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
    fit = [sheet.fit.get(item.id, NotAsked()) for item in questionnaire.fit.items]
    rows.append(Row((say("Fit"), _progress(fit))))
    given = sum(each.asked for each in sheet.handoffs.values())
    rows.append(
        Row((say("Handoffs"), say_count(given, "{count} pair given", "{count} pairs given")))
    )
    walked = say_count(len(sheet.journeys), "{count} journey begun", "{count} journeys begun")
    rows.append(Row((say("Journeys"), walked)))
    sections = [Section("progress", "", "", (Table("", (Column(""), Column("")), tuple(rows)),))]
    flagged = _flagged(questionnaire, sheet)
    if flagged:
        sections.append(Section("flagged", "", say("Flagged for follow-up"), (Bullets(flagged),)))
    sections.append(
        Section("next", "", say("Next"), (Bullets(_next(questionnaire, sheet, f"{file}{naming}")),))
    )
    return screen(questionnaire, title=f"{sheet.business.name} ({file})", sections=tuple(sections))


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


def _next(questionnaire: Questionnaire, sheet: AnswerSheet, file: str) -> tuple[str, ...]:
    is_open = any(
        isinstance(sheet.answer(each.id), NotAsked)
        for each in questionnaire.capabilities_for(sheet.business.profile)
    )
    score = say("See the score: {command}", command=command(f"omniaudit score {file}"))
    if is_open:
        onwards = command(f"omniaudit interview {file}")
        return (say("Go on: {command}", command=onwards), score)
    report = command(f"omniaudit report {file} -o report.pdf")
    return (score, say("Write the report: {command}", command=report))
