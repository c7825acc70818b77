"""How the stage would change under other rules and with answers one level off."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Columns, Prose, Row, Table

FEW = 6
"""Answers that decide, up to which they stand beside the presets."""


def blocks(assessment: Assessment) -> Iterator[Block]:
    """The stage under other presets, and every answer that decides it: side by side if few."""
    presets = _presets(assessment)
    if not assessment.card.decisive_answers:
        yield presets
        yield Prose(steady())
        return
    decisive = _decisive(assessment)
    if len(decisive.rows) <= FEW:
        yield Columns((presets,), (decisive,))
    else:
        yield presets
        yield decisive


def _decisive(assessment: Assessment) -> Table:
    columns = (
        Column("Practice", 6),
        Column("Today", 2, "right"),
        Column("If it were", 3, "right"),
        Column("Stage then", 5),
    )
    rows = tuple(
        Row(
            (
                assessment.called(each.capability),
                str(each.level),
                str(each.other),
                assessment.stage_title(each.stage),
            )
        )
        for each in assessment.card.decisive_answers
    )
    return Table(decisive_caption(len(rows)), columns, rows, small=True)


def _presets(assessment: Assessment) -> Table:
    stage, presets = assessment.card.stage, assessment.questionnaire.gates.presets
    columns = (Column("Gates", 3), Column("Share of lower levels", 5, "right"), Column("Stage", 5))
    used = {"strict": stage.strict, stage.preset: stage.confirmed, "lenient": stage.lenient}
    rows = tuple(
        Row((wording.capital(name), f"{presets[name]}\u00a0%", assessment.stage_title(used[name])))
        for name in presets
        if name in used
    )
    return Table(presets_caption(), columns, rows, small=True)


def presets_caption() -> str:
    """Caption over the stage under other gates."""
    return "The stage by strictness of the gates"


def steady() -> str:
    """Say that no single answer decides."""
    return "No single answer, one level higher or lower, would change the stage."


def decisive_caption(count: int) -> str:
    """Caption over the decisive answers."""
    verb = wording.numbered(count, "change of one level", "changes of one level")
    return f"{wording.capital(verb)} would change the stage"
