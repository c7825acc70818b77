"""How the stage would change under other rules and with answers one level off."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Prose, Row, Table

LONG = 12


def blocks(assessment: Assessment) -> Iterator[Block]:
    """The stage under other presets, then every answer that decides it."""
    yield _presets(assessment)
    decisive = assessment.card.decisive_answers
    if not decisive:
        yield Prose(steady())
        return
    columns = (
        Column("Practice", 6),
        Column("Level today", 2, "right"),
        Column("If it were", 2, "right"),
        Column("Stage then", 3),
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
        for each in decisive
    )
    yield Table(decisive_caption(len(rows)), columns, rows, small=len(rows) > LONG)


def _presets(assessment: Assessment) -> Table:
    stage, presets = assessment.card.stage, assessment.questionnaire.gates.presets
    columns = (Column("Gates", 3), Column("Share of lower levels", 3, "right"), Column("Stage", 4))
    used = {"strict": stage.strict, stage.preset: stage.confirmed, "lenient": stage.lenient}
    rows = tuple(
        Row((wording.capital(name), f"{presets[name]}\u00a0%", assessment.stage_title(used[name])))
        for name in presets
        if name in used
    )
    return Table("", columns, rows)


def steady() -> str:
    """Say that no single answer decides."""
    return "No single answer, one level higher or lower, would change the stage."


def decisive_caption(count: int) -> str:
    """Caption over the decisive answers."""
    verb = wording.numbered(count, "change of one level", "changes of one level")
    return f"{wording.capital(verb)} would change the stage"
