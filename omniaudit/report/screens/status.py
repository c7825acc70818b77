"""How far an answers file has got."""

from __future__ import annotations

from collections.abc import Sequence

from omniaudit.engine.relevance import relevant
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


def status(questionnaire: Questionnaire, sheet: AnswerSheet, file: str) -> Document:
    """What is answered, what is flagged, and what to do next.

    `file` is how the answers file is typed in a command.
    """
    sheet = relevant(questionnaire, sheet)
    profile = sheet.business.profile
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
    rows.append(Row(("Fit", _progress(fit))))
    given = sum(each.asked for each in sheet.handoffs.values())
    rows.append(Row(("Handoffs", wording.counted(given, "pair given", "pairs given"))))
    walked = wording.counted(len(sheet.journeys), "journey begun", "journeys begun")
    rows.append(Row(("Journeys", walked)))
    sections = [Section("progress", "", "", (Table("", (Column(""), Column("")), tuple(rows)),))]
    flagged = _flagged(questionnaire, sheet)
    if flagged:
        sections.append(Section("flagged", "", "Flagged for follow-up", (Bullets(flagged),)))
    sections.append(Section("next", "", "Next", (Bullets(_next(questionnaire, sheet, file)),)))
    return screen(questionnaire, title=f"{sheet.business.name} ({file})", sections=tuple(sections))


def _progress(answers: Sequence[Answer | FitAnswer]) -> str:
    kinds = (
        (Unknown, "unknown"),
        (NotApplicable, "not applicable"),
        (NotAsked, "open"),
    )
    answered = sum(isinstance(each, Answered) for each in answers)
    parts = [f"{answered} of {len(answers)} answered"]
    for kind, name in kinds:
        count = sum(isinstance(each, kind) for each in answers)
        if count:
            parts.append(f"{count} {name}")
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
    score = "See the score: " + command(f"omniaudit score {file}")
    if is_open:
        return ("Go on: " + command(f"omniaudit interview {file}"), score)
    return (score, "Write the report: " + command(f"omniaudit report {file} -o report.pdf"))
