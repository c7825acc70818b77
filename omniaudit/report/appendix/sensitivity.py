"""How the stage would change under other rules and with answers one level off."""

from __future__ import annotations

from collections.abc import Iterator

from omniaudit.language import mark, say, say_count
from omniaudit.model.gates import Preset
from omniaudit.report import wording
from omniaudit.report.assessment import Assessment
from omniaudit.report.document import Block, Column, Columns, Prose, Row, Table

FEW = 6
"""Answers that decide, up to which they stand beside the presets."""
_STRICTNESS: dict[Preset, str] = {
    "strict": mark("strict"),
    "standard": mark("standard"),
    "lenient": mark("lenient"),
}


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
        Column(say("Practice"), 6),
        Column(say("Today"), 2, "right"),
        Column(say("If it were"), 3, "right"),
        Column(say("Stage then"), 5),
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
    columns = (
        Column(say("Gates"), 3),
        Column(say("Share of lower levels"), 5, "right"),
        Column(say("Stage"), 5),
    )
    used = {"strict": stage.strict, stage.preset: stage.confirmed, "lenient": stage.lenient}
    rows = tuple(
        Row(
            (
                wording.capital(strictness(name)),
                say("{percent}\u00a0%", percent=presets[name]),
                assessment.stage_title(used[name]),
            )
        )
        for name in presets
        if name in used
    )
    return Table(presets_caption(), columns, rows, small=True)


def strictness(preset: Preset) -> str:
    """How strict the gates are, in a word."""
    return say(_STRICTNESS[preset])


def presets_caption() -> str:
    """Caption over the stage under other gates."""
    return say("The stage by strictness of the gates")


def steady() -> str:
    """Say that no single answer decides."""
    return say("No single answer, one level higher or lower, would change the stage.")


def decisive_caption(count: int) -> str:
    """Caption over the decisive answers."""
    return say_count(
        count,
        "{number} change of one level would change the stage",
        "{number} changes of one level would change the stage",
        number=wording.capital(wording.number(count)),
    )
